"""Sounds that a live session can count on: whoever plays never waits for a voice.

Where nothing can speak, or not in time, phrases keep their time, to be read, and the tones go on.
"""

from collections.abc import Callable

import numpy as np

from earcoach.audio.clip import Clip
from earcoach.audio.sounds import Sounds
from earcoach.errors import NoVoice
from earcoach.timeline.cues import Content, Phrase
from earcoach.units import frames_of_ms

BEFORE_MS, CHARACTER_MS = 200, 60
NOTHING = Clip(np.zeros(0, dtype=np.float32))


def estimated(text: str) -> int:
    """About the time to read a text, in frames."""
    return frames_of_ms(BEFORE_MS + CHARACTER_MS * len(text))


class LiveSounds:
    """What is at hand; another thread has it prepared."""

    def __init__(self, sounds: Sounds, on_lost: Callable[[str], None]) -> None:
        """`on_lost` is told once why there is no voice, on the thread that finds out."""
        self._sounds, self._on_lost = sounds, on_lost
        self.lost: NoVoice | None = None
        self.has_spoken = False

    # -- for whoever plays -------------------------------------------------------------------

    def length(self, what: Content) -> int:
        """The length of a phrase or a tone in frames; of a phrase that nobody knows, about."""
        if not isinstance(what, Phrase):
            return self._sounds.length(what)
        known = self._sounds.known(what.text)
        return estimated(what.text) if known is None else known

    def knows(self, what: Content) -> bool:
        """Whether waiting would not help to know how long a phrase is."""
        if not isinstance(what, Phrase) or self.lost is not None:
            return True
        return self._sounds.known(what.text) is not None

    def clip(self, what: Content) -> Clip:
        """A phrase or a tone; nothing where a phrase is not at hand."""
        if isinstance(what, Phrase):
            return self._sounds.at_hand(what.text) or NOTHING
        return self._sounds.clip(what)

    def at_hand(self, text: str) -> Clip | None:
        """A phrase, if it has been spoken before."""
        return self._sounds.at_hand(text)

    # -- for whoever prepares ----------------------------------------------------------------

    def prepare(self, text: str) -> int:
        """Have a phrase spoken, and tell its length; without a voice about the time to read it."""
        try:
            if self.lost is None:
                length = len(self._sounds.clip(Phrase(text)))
                self.has_spoken = True
                return length
        except NoVoice as error:
            self.lost = error
            self._on_lost(error.message)
        return estimated(text)


class PreparedSounds:
    """The same for whoever may wait: a phrase whose length is asked for is spoken first."""

    def __init__(self, sounds: LiveSounds) -> None:
        """Wait for the voice of some sounds."""
        self._sounds = sounds

    def length(self, what: Content) -> int:
        """The length of a phrase or a tone in frames."""
        known = self._sounds.knows(what)
        return (
            self._sounds.prepare(what.text)
            if isinstance(what, Phrase) and not known
            else self._sounds.length(what)
        )
