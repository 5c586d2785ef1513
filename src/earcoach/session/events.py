"""What happens in a live session, as values: for the screen, the journal, other programs."""

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from earcoach.plan.phases import Phase
from earcoach.timeline.cues import Cue


class Ending(StrEnum):
    """How a live session ended."""

    FINISHED = "finished"
    QUIT = "quit"
    INTERRUPTED = "interrupted"
    NO_DEVICE = "no device"


@dataclass(frozen=True, slots=True)
class PhaseBegan:
    """A phase began: its number in the plan, and its length in frames as it stands now.

    `before_done` tells that the phase before was done to its end, and not left for this one.
    """

    index: int
    phase: Phase
    length: int
    before_done: bool = False


@dataclass(frozen=True, slots=True)
class CueBegan:
    """A phrase or a tone began."""

    index: int
    cue: Cue


@dataclass(frozen=True, slots=True)
class Paused:
    """The session is silent until it is resumed."""


@dataclass(frozen=True, slots=True)
class Resumed:
    """The session goes on."""


@dataclass(frozen=True, slots=True)
class PaceChanged:
    """Another pace."""

    pace: Fraction


@dataclass(frozen=True, slots=True)
class Answered:
    """A command was answered."""

    command: str
    """What was asked for."""
    text: str
    """What the coach says to it; empty where a tone is all."""


@dataclass(frozen=True, slots=True)
class CommandsDropped:
    """More commands came than anybody can mean; some are not granted."""

    count: int
    """How many."""


@dataclass(frozen=True, slots=True)
class DeviceLost:
    """The sound device is gone; another is looked for."""

    reason: str


@dataclass(frozen=True, slots=True)
class DeviceBack:
    """A sound device is there again."""


@dataclass(frozen=True, slots=True)
class VoiceLost:
    """Nothing can speak any more; the session goes on with its tones."""

    reason: str


@dataclass(frozen=True, slots=True)
class Ended:
    """The session is over: `index` is the phase it was in."""

    ending: Ending
    index: int


Event = (
    PhaseBegan
    | CueBegan
    | Paused
    | Resumed
    | PaceChanged
    | Answered
    | CommandsDropped
    | DeviceLost
    | DeviceBack
    | VoiceLost
    | Ended
)


@dataclass(frozen=True, slots=True)
class Status:
    """Where a session is, for a screen: times in seconds."""

    phase: Phase
    cue: Cue | None
    pace: Fraction
    paused: bool
    left_of_phase_s: float
    left_s: float
    done_share: float
