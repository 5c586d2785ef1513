"""About how long a session lasts, known without a voice: laid out with lengths that are guessed."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import accumulate
from types import MappingProxyType

from earcoach.language.speech import SpeechRate
from earcoach.timeline.cues import Content, Phrase, Tone
from earcoach.units import FRAMES_PER_MS, SAMPLE_RATE_HZ, frames_of_ms

TONES_MS: Mapping[str, int] = MappingProxyType(
    {
        "chime": 550, "countdown": 120, "finish": 1600, "go": 350, "halfway": 450, "hold": 60,
        "lift": 60, "lower": 60, "stop": 400, "switch": 450, "tick": 50,
    }
)  # fmt: skip
"""How long the tones are that come with the program."""


@dataclass(frozen=True, slots=True)
class GuessedSounds:
    """Sounds of which the lengths are guessed: the same for every voice, and on every computer."""

    rate: SpeechRate
    """How long the language takes."""
    speed: float = 1.0
    """How fast it is spoken; 1.0 is a voice's own speed."""

    def slower(self, factor: float) -> "GuessedSounds":
        """The same, spoken more slowly."""
        return replace(self, speed=self.speed / factor)

    def length(self, what: Content) -> int:
        """About the length of a phrase or a tone in frames."""
        match what:
            case Phrase(text=text):
                return round(self.rate.length_ms(text) * FRAMES_PER_MS / self.speed)
            case Tone(name=name):
                return frames_of_ms(TONES_MS[name])


@dataclass(frozen=True)
class Estimate:
    """About how long each phase of a session lasts."""

    lengths: tuple[int, ...]
    """In frames, in order."""

    @property
    def length(self) -> int:
        """All of the session, in frames."""
        return self.after(-1)

    @property
    def length_s(self) -> float:
        """All of the session, in seconds."""
        return self.length / SAMPLE_RATE_HZ

    def after(self, index: int) -> int:
        """All that comes after a phase, in frames."""
        return self._ends[-1] - self._ends[index + 1]

    @cached_property
    def _ends(self) -> list[int]:
        return [*accumulate(self.lengths, initial=0)]
