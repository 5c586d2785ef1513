"""What happens in a live session, as values: for the screen, the log, other programs."""

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


@dataclass(frozen=True, slots=True, kw_only=True)
class PhaseBegan:
    """A phase began."""

    index: int
    """Its number in the plan, from 0."""
    phase: Phase
    """What it is."""
    length: int
    """How long it is in frames, as it stands now."""
    before_done: bool = False
    """Whether the phase before was done to its end, and not left for this one."""


@dataclass(frozen=True, slots=True)
class CueBegan:
    """A phrase or a tone began."""

    index: int
    """The number of its phase in the plan, from 0."""
    cue: Cue
    """What is heard."""


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
    """The pace from now on; 1 is the routine's own, 2 twice as fast."""


@dataclass(frozen=True, slots=True)
class Answered:
    """A command was answered."""

    command: str
    """What was asked for."""
    text: str
    """What the coach says to it, or what is shown where a tone is all that is heard; empty where
    what follows tells."""


@dataclass(frozen=True, slots=True)
class CommandsDropped:
    """More commands came at once than can wait; the last ones are not granted."""

    count: int
    """How many."""


@dataclass(frozen=True, slots=True)
class DeviceLost:
    """The sound device is gone; another is looked for."""

    reason: str
    """What is known of it, in words."""


@dataclass(frozen=True, slots=True)
class DeviceBack:
    """A sound device is there again."""


@dataclass(frozen=True, slots=True)
class VoiceLost:
    """Nothing can speak any more; the session goes on with its tones."""

    reason: str
    """Why, in words."""


@dataclass(frozen=True, slots=True)
class Ended:
    """The session is over."""

    ending: Ending
    """How it ended."""
    index: int
    """The number of the phase it was in, from 0."""


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Status:
    """Where a session is, for a screen."""

    phase: Phase
    """The phase under way."""
    cue: Cue | None
    """What was heard last in it, None before anything was."""
    pace: Fraction
    """The pace as it stands."""
    paused: bool
    """Whether it waits to be resumed."""
    left_of_phase_s: float
    """Seconds to the end of the phase."""
    left_s: float
    """Seconds to the end of the session."""
    done_share: float
    """How much of the session is over, from 0 to 1."""
