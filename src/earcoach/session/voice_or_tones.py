"""A voice that a live session can count on: when nothing can speak, the tones go on without it."""

from collections.abc import Callable

from earcoach.audio.clip import Clip
from earcoach.audio.voices.voice import Voice
from earcoach.errors import NoVoice
from earcoach.units import frames_of_ms

BEFORE_MS, CHARACTER_MS = 200, 60


class VoiceOrTones:
    """A speaker whose phrases keep their time, to be read, once they have no sound any more."""

    def __init__(self, speaker: Voice, on_lost: Callable[[str], None]) -> None:
        """`on_lost` is told once why there is no voice, on the thread that finds out."""
        self.at_hand = speaker.at_hand
        self._speaker, self._on_lost = speaker, on_lost
        self._lost = False

    def measure(self, text: str) -> int:
        """The length of a phrase in frames; without a voice about the time to read it."""
        try:
            return self._speaker.measure(text)
        except NoVoice as error:
            self._lose(error)
            return frames_of_ms(BEFORE_MS + CHARACTER_MS * len(text))

    def clip(self, text: str) -> Clip | None:
        """A spoken phrase, or None when nothing can speak."""
        try:
            return self._speaker.clip(text)
        except NoVoice as error:
            self._lose(error)
            return None

    def _lose(self, error: NoVoice) -> None:
        if not self._lost:
            self._lost = True
            self._on_lost(error.message)
