"""The dose of one set in a plan: every kind of work there is, with single numbers."""

from dataclasses import dataclass

from earcoach.routine.model import LengthUnit, Until

OPEN_SET_MS = 45_000
"""Time given to an open set (`max` reps) where nobody can say that it is done."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CountedReps:
    """Reps, one on each beat."""

    count: int
    """How many, those of both sides together where they alternate."""
    or_more: bool = False
    """Whether the athlete goes on after them as long as possible."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldWork:
    """Reps, each of which is held for a time."""

    count: int
    """How many."""
    hold_ms: int
    """How long each is held, in ms."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TimedWork:
    """Work by the clock."""

    length_ms: int
    """How long, in ms."""
    hold: bool = False
    """Whether nothing moves."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenWork:
    """As many reps as possible."""

    until: Until = Until.MAX
    """Whether one stops before the last rep that is clean, or when none is left."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BreathWork:
    """A position for a number of breaths."""

    count: int
    """How many, in and out being one."""
    breath_ms: int
    """How long each is, in ms."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DistanceWork:
    """A way to cover, however long it takes."""

    metres: int
    """Its length in metres."""
    amount: str
    """The number as it is said, in its unit."""
    unit: LengthUnit
    """What it is said in."""
    estimate_ms: int
    """About how long it takes, in ms."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CalorieWork:
    """Work until a machine shows a number of calories."""

    count: int
    """How many."""
    estimate_ms: int
    """About how long it takes, in ms."""


Dose = CountedReps | HeldWork | TimedWork | OpenWork | BreathWork | DistanceWork | CalorieWork


def nominal_ms(dose: Dose, beat_ms: int) -> int:
    """How long one set lasts at the written pace, in ms, with a rep on every beat."""
    match dose:
        case CountedReps(count=count):
            return count * beat_ms
        case HeldWork(count=count, hold_ms=hold_ms):
            return count * (beat_ms + hold_ms)
        case TimedWork(length_ms=length_ms):
            return length_ms
        case BreathWork(count=count, breath_ms=breath_ms):
            return count * breath_ms
        case DistanceWork(estimate_ms=estimate_ms) | CalorieWork(estimate_ms=estimate_ms):
            return estimate_ms
        case OpenWork():
            return OPEN_SET_MS
