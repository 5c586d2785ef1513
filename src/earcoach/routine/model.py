"""The routine: what is prescribed, as frozen values with every default already filled in."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from earcoach.language.texts import Replaced

DEFAULT_BEAT_MS = 3000
"""Time for one rep when the routine says nothing: a controlled 3 seconds."""

DEFAULT_BREATH_MS = 5000
"""Time for one breath: calm."""

DEFAULT_MS_PER_KM = 360_000
"""An easy run."""

DEFAULT_MS_PER_CALORIE = 5000
"""About what a rower shows."""


class Level(StrEnum):
    """Which end of a prescribed range the athlete takes."""

    LOW = "low"
    MIDDLE = "middle"
    HIGH = "high"


@dataclass(frozen=True, slots=True)
class Range:
    """A whole number, or a range of them: 2-3 sets, 12-15 reps, 20-30 seconds (in ms)."""

    low: int
    """The least."""
    high: int
    """The most, which may be the same."""

    def at(self, level: Level) -> int:
        """The number that this level takes; the middle is rounded up, as a coach would."""
        middle = (self.low + self.high + 1) // 2
        return {Level.LOW: self.low, Level.MIDDLE: middle, Level.HIGH: self.high}[level]

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
    SUPERSET = "superset"
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
    """As it is written: `31X0`."""
    eccentric_s: int
    """How long one lowers, in seconds."""
    bottom_s: int
    """How long one stays where the eccentric ends, in seconds."""
    concentric_s: int
    """How long one lifts, in seconds."""
    top_s: int
    """How long one stays where the concentric ends, in seconds."""

    @property
    def beat_ms(self) -> int:
        """The time of one whole rep."""
        return 1000 * (self.eccentric_s + self.bottom_s + self.concentric_s + self.top_s)


@dataclass(frozen=True, slots=True)
class Reps:
    """Counted work."""

    count: Range | None
    """How many; of alternating sides both together. None for as many as possible."""


@dataclass(frozen=True, slots=True)
class Timed:
    """Work by the clock: a static hold, or moving for a time."""

    length_ms: Range
    """How long, in ms."""
    hold: bool
    """Whether nothing moves."""


CountedOrTimed = Reps | Timed


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
    """Work until a machine shows a number of calories."""

    count: Range
    """How many calories."""


Prescribed = Reps | Timed | OpenReps | HeldReps | Breaths | Distance | Calories
"""Every dose that can be written."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Movement:
    """What an exercise is and how it is coached, whatever the amount of it."""

    name: str
    """Its name as written."""
    sides: Sides = Sides.BOTH
    """How left and right share the work."""
    limb: str = "side"
    """What a side is called: side, leg, arm, foot, hand."""
    beat_ms: int = DEFAULT_BEAT_MS
    """The time of one rep, in ms."""
    tempo: Tempo | None = None
    """The parts of a rep, where they are prescribed; together they are as long as the beat."""
    switch_ms: int = 0
    """To change sides, in ms."""
    get_ready_ms: int = 0
    """Quiet time after it is announced, in ms."""
    equipment: tuple[str, ...] = ()
    """What it needs, each piece once."""
    position: Position | None = None
    """Where the body is."""
    setup: str | None = None
    """What to prepare before the first set."""
    later_setups: tuple[str, ...] = ()
    """What to prepare before the second set and on, where that is something else."""
    cues: tuple[str, ...] = ()
    """What to mind, best first."""
    say: str | None = None
    """The name as a voice should read it, where that is not as it is written."""
    starts: Direction = Direction.DOWN
    """Which way a rep begins."""
    coaching: Coaching = Coaching.STANDARD
    """How much is said."""
    counting: Counting = Counting.EVERY
    """How reps are counted."""
    own_pace: bool = False
    """Whether only the athlete knows when a set of it is done."""
    notes: tuple[str, ...] = ()
    """What is told about it, and not done."""
    warnings: tuple[str, ...] = ()
    """When to stop, or what to beware of: told however little is said."""
    breath_ms: int = DEFAULT_BREATH_MS
    """The time of one breath, in and out, in ms."""
    ms_per_km: int = DEFAULT_MS_PER_KM
    """How long a kilometre is expected to take, in ms."""
    ms_per_calorie: int = DEFAULT_MS_PER_CALORIE
    """How long a calorie is expected to take, in ms."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Exercise(Movement):
    """One exercise as prescribed."""

    sets: Range
    """How many sets."""
    doses: tuple[Prescribed, ...]
    """How much is one set: of all sets, or of each."""
    rests_ms: tuple[Range, ...] = (Range(0, 0),)
    """Between its sets, in ms: after all of them, or after each."""
    rest_after_ms: Range | None = None
    """Before what comes next, in ms; None where it is as long as the last of its rests."""
    loads: tuple[str, ...] = ()
    """The load of all sets, or of each, as written."""
    efforts: tuple[str, ...] = ()
    """How hard all sets are to be, or each, as written: `RPE 8`."""
    instead: tuple[tuple[str, "Exercise"], ...] = ()
    """By piece of equipment, what to do without it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """Exercises that belong together, and how they follow each other.

    A section of a routine has a name; a block within one may have none.
    """

    name: str
    """Its name as written, empty for a block without one."""
    exercises: tuple["Exercise | Section", ...]
    """What is done, in order: exercises, and blocks of them."""
    timing: Timing = Timing.STRAIGHT
    """How the exercises follow each other."""
    rounds: Range = ONCE
    """How often all of it is done."""
    rest_between_rounds_ms: int = 0
    """In ms; of a superset, between its sets."""
    rest_after_ms: Range | None = None
    """Before what comes next, in ms; None where it is as long as after its last exercise."""
    guided: bool = False
    """Whether an AMRAP, or a section for time, is led through its rounds and exercises."""
    interval_ms: int = 0
    """The period of an EMOM in ms, 0 elsewhere."""
    cap_ms: int = 0
    """The time of an AMRAP, or the limit of a section for time, in ms; 0 elsewhere."""
    setup: str | None = None
    """What to prepare before it."""
    coaching: Coaching = Coaching.STANDARD
    """How much is said of it as a whole."""
    notes: tuple[str, ...] = ()
    """What is told about it, and not done."""
    warnings: tuple[str, ...] = ()
    """When to stop, or what to beware of: told however little is said."""

    def every_exercise(self) -> Iterator[Exercise]:
        """Its exercises and those of its blocks, in order."""
        for item in self.exercises:
            if isinstance(item, Section):
                yield from item.every_exercise()
            else:
                yield item


@dataclass(frozen=True, slots=True, kw_only=True)
class Routine:
    """A whole workout."""

    title: str
    """Its title as written."""
    sections: tuple[Section, ...]
    """Its parts, in order."""
    summary: str | None = None
    """A sentence about it that is said at the start."""
    equipment: tuple[str, ...] = ()
    """All that is needed, each piece once."""
    coaching: Coaching = Coaching.STANDARD
    """How much is said of it as a whole."""
    language: str | None = None
    """The code of the language that it is written in, None where it does not say."""
    wording: Replaced = ()
    """Texts in its language that are said instead of the coach's own."""
    lexicon: tuple[tuple[str, str], ...] = ()
    """Words in it, and how they are to be said."""
