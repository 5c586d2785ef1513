"""A voice that a live session can count on: when nothing can speak, the tones go on without it."""

from collections.abc import Callable

from earcoach.audio.clip import Clip
from earcoach.audio.sounds import Sounds
from earcoach.errors import NoVoice
from earcoach.timeline.cues import Content, Phrase
from earcoach.units import frames_of_ms

BEFORE_MS, CHARACTER_MS = 200, 60


class VoiceOrTones:
    """Sounds whose phrases keep their time, to be read, once they have no sound any more."""

    def __init__(self, sounds: Sounds, on_lost: Callable[[str], None]) -> None:
        """`on_lost` is told once why there is no voice, on the thread that finds out."""
        self._sounds, self._on_lost = sounds, on_lost
        self._lost = False

    def length(self, what: Content) -> int:
        """The length of a cue in frames; of a phrase without a voice about the time to read it."""
        try:
            return self._sounds.length(what)
        except NoVoice as error:
            self._lose(error)
            letters = len(what.text) if isinstance(what, Phrase) else 0
            return frames_of_ms(BEFORE_MS + CHARACTER_MS * letters)

    def clip(self, what: Content) -> Clip | None:
        """A phrase or a tone, or None for a phrase when nothing can speak."""
        try:
            return self._sounds.clip(what)
        except NoVoice as error:
            self._lose(error)
            return None

    def at_hand(self, text: str) -> Clip | None:
        """A phrase if it needs no work any more."""
        return self._sounds.at_hand(text)

    def _lose(self, error: NoVoice) -> None:
        if not self._lost:
            self._lost = True
            self._on_lost(error.message)
