"""The sounds of a session: a voice and tones as one, for whoever lays out, mixes or plays."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

from earcoach.audio.clip import Clip
from earcoach.timeline.cues import Content, Phrase, Tone


class Speaker(Protocol):
    """What can say a text: a voice, or something that stands for one."""

    def measure(self, text: str) -> int:
        """The length of a phrase in frames."""

    def clip(self, text: str) -> Clip:
        """A spoken phrase."""

    def known(self, text: str) -> int | None:
        """The length of a phrase in frames, if it has been spoken before."""

    def at_hand(self, text: str) -> Clip | None:
        """A spoken phrase, if it has been spoken before."""


@dataclass(frozen=True, slots=True)
class Sounds:
    """Everything that can be heard."""

    voice: Speaker
    """Says phrases."""
    tones: Mapping[str, Clip]
    """Has every tone by its name."""

    def length(self, what: Content) -> int:
        """The length of a phrase or a tone in frames. Raises NoVoice when nothing can speak."""
        match what:
            case Phrase(text=text):
                return self.voice.measure(text)
            case Tone(name=name):
                return len(self.tones[name])

    def clip(self, what: Content) -> Clip:
        """A phrase or a tone. Raises NoVoice when nothing can speak."""
        match what:
            case Phrase(text=text):
                return self.voice.clip(text)
            case Tone(name=name):
                return self.tones[name]

    def known(self, text: str) -> int | None:
        """The length of a phrase in frames, if it has been spoken before."""
        return self.voice.known(text)

    def at_hand(self, text: str) -> Clip | None:
        """A phrase, if it has been spoken before."""
        return self.voice.at_hand(text)
