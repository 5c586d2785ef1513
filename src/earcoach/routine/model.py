"""The routine: what is prescribed, as frozen values with every default already filled in."""

from dataclasses import dataclass
from enum import StrEnum

from earcoach.language.texts import Replaced

DEFAULT_BEAT_MS = 3000
"""Time for one rep when the routine says nothing: a controlled 3 seconds."""


class Level(StrEnum):
    """Which end of a prescribed range the athlete takes."""

    LOW = "low"
    MIDDLE = "middle"
    HIGH = "high"


@dataclass(frozen=True, slots=True)
class Range:
    """A whole number, or a range of them: 2-3 sets, 12-15 reps, 20-30 seconds (in ms)."""

    low: int
    high: int

    def at(self, level: Level) -> int:
        """The number that this level takes; the middle is rounded up, as a coach would."""
        middle = (self.low + self.high + 1) // 2
        return {Level.LOW: self.low, Level.MIDDLE: middle, Level.HIGH: self.high}[level]

    @property
    def exact(self) -> int:
        """The number of a range that is none, as all are in a plan."""
        assert self.low == self.high
        return self.low

    def scaled(self, factor: int) -> "Range":
        """Both ends times a factor."""
        return Range(self.low * factor, self.high * factor)


ONCE = Range(1, 1)


class Sides(StrEnum):
    """How the left and the right side share the work."""

    BOTH = "both"
    EACH = "each"
    ALTERNATING = "alternating"


class Timing(StrEnum):
    """How the exercises of a section follow each other."""

    STRAIGHT = "straight"
    CIRCUIT = "circuit"
    INTERVALS = "intervals"
    EMOM = "emom"
    AMRAP = "amrap"
    FOR_TIME = "for time"


class Position(StrEnum):
    """Where the body is; a change of it takes time."""

    STANDING = "standing"
    SEATED = "seated"
    KNEELING = "kneeling"
    ALL_FOURS = "all fours"
    LYING = "lying"


class Coaching(StrEnum):
    """How much is said: names, sides and tones; the usual; form cues and encouragement too."""

    MINIMAL = "minimal"
    STANDARD = "standard"
    FULL = "full"


class Counting(StrEnum):
    """How reps are counted: every one, the last five, down to one, or by ticks alone."""

    EVERY = "every"
    LAST_FIVE = "last-five"
    DOWN = "down"
    SILENT = "silent"


class Direction(StrEnum):
    """Which way a rep begins: down with the eccentric, or up with the concentric."""

    DOWN = "down"
    UP = "up"


@dataclass(frozen=True, slots=True)
class Tempo:
    """Seconds of each part of a rep, eccentric first; an explosive part (X) counts one second."""

    text: str
    eccentric_s: int
    bottom_s: int
    concentric_s: int
    top_s: int

    @property
    def beat_ms(self) -> int:
        """The time of one whole rep."""
        return 1000 * (self.eccentric_s + self.bottom_s + self.concentric_s + self.top_s)


@dataclass(frozen=True, slots=True)
class Reps:
    """Counted work. `count` is None for an open set: as many as possible.

    For alternating sides the count is of both sides together.
    """

    count: Range | None


@dataclass(frozen=True, slots=True)
class Timed:
    """Work by the clock: a static hold, or moving for a time."""

    length_ms: Range
    hold: bool


Dose = Reps | Timed


class Until(StrEnum):
    """What ends an open set."""

    MAX = "max"
    FAILURE = "failure"


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenReps:
    """As many reps as possible."""

    until: Until = Until.MAX
    """Whether one stops before the last rep that is clean, or when none is left."""
    at_least: int = 0
    """The reps of `10+`; 0 where no number is given."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldReps:
    """Counted reps, each held for a time."""

    count: Range
    """How many."""
    hold_ms: Range
    """How long each is held, in ms."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Breaths:
    """A position for a number of breaths."""

    count: Range
    """How many breaths, in and out being one."""


class LengthUnit(StrEnum):
    """What a distance is measured in; announced as written."""

    METRE = "m"
    KILOMETRE = "km"
    MILE = "mile"
    YARD = "yd"
    FOOT = "ft"


@dataclass(frozen=True, slots=True, kw_only=True)
class Distance:
    """A way to cover."""

    metres: Range
    """Its length in whole metres."""
    amount: str
    """The number as written: `1.5`, `100-200`."""
    unit: LengthUnit
    """The unit as written."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Calories:
    """Work until a machine shows so many calories."""

    count: Range
    """How many calories."""


Prescribed = Reps | Timed | OpenReps | HeldReps | Breaths | Distance | Calories
"""Every dose that can be written."""


@dataclass(frozen=True, slots=True)
class Exercise:
    """One exercise as prescribed.

    `rest_ms` is between its sets, `rest_after_ms` before what comes next; `limb` is what a side is
    called (leg, arm, side); `instead` holds, by piece of equipment, what to do without it.
    `later_setups` are what to prepare before the second set and on, where that is something else.
    Of a set at one's `own_pace` only the athlete knows when it is done.
    """

    name: str
    sets: Range
    dose: Dose
    sides: Sides = Sides.BOTH
    limb: str = "side"
    beat_ms: int = DEFAULT_BEAT_MS
    tempo: Tempo | None = None
    rest_ms: int = 0
    rest_after_ms: int = 0
    switch_ms: int = 0
    get_ready_ms: int = 0
    equipment: tuple[str, ...] = ()
    position: Position | None = None
    setup: str | None = None
    later_setups: tuple[str, ...] = ()
    cues: tuple[str, ...] = ()
    say: str | None = None
    starts: Direction = Direction.DOWN
    coaching: Coaching = Coaching.STANDARD
    counting: Counting = Counting.EVERY
    own_pace: bool = False
    instead: tuple[tuple[str, "Exercise"], ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """Exercises that belong together, and how they follow each other.

    `interval_ms` is the period of an EMOM, `cap_ms` the time of an AMRAP or the limit of a section
    for time; both are 0 elsewhere.
    """

    name: str
    exercises: tuple[Exercise, ...]
    timing: Timing = Timing.STRAIGHT
    rounds: Range = ONCE
    rest_between_rounds_ms: int = 0
    interval_ms: int = 0
    cap_ms: int = 0
    setup: str | None = None
    coaching: Coaching = Coaching.STANDARD


@dataclass(frozen=True, slots=True)
class Routine:
    """A whole workout.

    `language` is the code of the language that it is written in, None where it does not say;
    `wording` are texts in that language that are said instead of the coach's own.
    `lexicon` has words in it and how they are to be said.
    """

    title: str
    sections: tuple[Section, ...]
    summary: str | None = None
    equipment: tuple[str, ...] = ()
    coaching: Coaching = Coaching.STANDARD
    language: str | None = None
    wording: Replaced = ()
    lexicon: tuple[tuple[str, str], ...] = ()
