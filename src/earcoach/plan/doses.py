"""The dose of one set in a plan: every kind of work there is, with single numbers."""

from dataclasses import dataclass

OPEN_SET_MS = 45_000
"""Time given to an open set (`max` reps) where nobody can say that it is done."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CountedReps:
    """Reps, one on each beat."""

    count: int
    """How many, those of both sides together where they alternate."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TimedWork:
    """Work by the clock."""

    length_ms: int
    """How long, in ms."""
    hold: bool = False
    """Whether nothing moves."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenReps:
    """As many reps as possible."""


Dose = CountedReps | TimedWork | OpenReps
