"""What is heard, and when: cues inside laid-out phases."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from earcoach.plan.phases import Phase

Measure = Callable[[str], int]
"""The length of a spoken phrase, or of a tone by its name, in frames."""


class Role(StrEnum):
    """What a cue is for, most important first: when time is short, the last goes first."""

    GO = "go"
    STOP = "stop"
    COUNTDOWN = "countdown"
    COUNT = "count"
    SWITCH = "switch"
    FINISH = "finish"
    SIDE = "side"
    ANNOUNCE = "announce"
    SETUP = "setup"
    SECTION = "section"
    SET = "set"
    REST = "rest"
    EQUIPMENT = "equipment"
    HALFWAY = "halfway"
    LAST = "last"
    TIME = "time"
    CHIME = "chime"
    TEMPO = "tempo"
    CUE = "cue"
    BREATHING = "breathing"
    PRAISE = "praise"


IMPORTANCE = {role: -index for index, role in enumerate(Role)}


@dataclass(frozen=True, slots=True)
class Cue:
    """A phrase or a tone. `onset` counts frames from the start of its phase, `length` is in frames.

    Exactly one of `text` (speech) and `sound` (the name of a tone) is set.
    """

    role: Role
    onset: int
    length: int
    text: str | None = None
    sound: str | None = None

    @property
    def kind(self) -> str:
        """`speech` or `tone`."""
        return "tone" if self.text is None else "speech"

    @property
    def end(self) -> int:
        """The first frame after it, counted like `onset`."""
        return self.onset + self.length


@dataclass(frozen=True, slots=True)
class Lengths:
    """How long everything is that can be heard: `phrase` by its text, `tone` by its name."""

    phrase: Measure
    tone: Measure

    def said(self, role: Role, onset: int, text: str) -> Cue:
        """A phrase from a frame on."""
        return Cue(role, onset, self.phrase(text), text=text)

    def sounded(self, role: Role, onset: int, sound: str) -> Cue:
        """A tone from a frame on."""
        return Cue(role, onset, self.tone(sound), sound=sound)


@dataclass(frozen=True, slots=True)
class Layout:
    """The inside of a phase: its length in frames, and its cues by onset, all within it."""

    length: int
    cues: tuple[Cue, ...]


@dataclass(frozen=True, slots=True)
class PlacedPhase:
    """A phase with its place in the session: `onset` counts frames from the session's start."""

    phase: Phase
    onset: int
    layout: Layout

    @property
    def length(self) -> int:
        """Its length in frames."""
        return self.layout.length

    @property
    def end(self) -> int:
        """The first frame after it."""
        return self.onset + self.layout.length
