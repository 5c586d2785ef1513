"""Where the athlete's moves lead to: from the number of a phase to that of another."""

from collections.abc import Sequence
from dataclasses import dataclass

from earcoach.plan.phases import Gap, Phase, Work, exercise_starts


@dataclass(frozen=True, slots=True)
class Move:
    """A move of the athlete."""

    to: int
    """The number of the phase that it leads to."""
    counted_in: bool
    """Whether a 3-2-1 comes first, as it does before all work."""
    named: Work | None = None
    """The work whose exercise is to be named, as no pause does that."""


def next_place(phases: Sequence[Phase], here: int) -> Move:
    """From a pause into its work, counted in; from work to the next exercise and its pause."""
    if isinstance(phases[here], Gap):
        return Move(here + 1, counted_in=True)
    later = (start for start in _starts(phases) if start > here)
    return _start(phases, next(later, len(phases) - 1))


def previous_place(phases: Sequence[Phase], here: int, *, twice: bool) -> Move:
    """The start of this exercise; asked for twice quickly, of the exercise before."""
    starts = [start for start in _starts(phases) if start <= here]
    back = 2 if twice else 1
    return _start(phases, starts[-back] if len(starts) >= back else 0)


def repeated_place(phases: Sequence[Phase], here: int) -> Move:
    """The work of this set again, or of the set before this pause, from its first side."""
    works = [n for n in range(here + 1) if _opens_set(phases[n])]
    return Move(works[-1], counted_in=True) if works else Move(0, counted_in=False)


def _starts(phases: Sequence[Phase]) -> list[int]:
    return [number for number, _ in exercise_starts(phases)]


def _start(phases: Sequence[Phase], to: int) -> Move:
    """To the start of an exercise: where no pause comes before it, it is named and counted in."""
    phase = phases[to]
    at_once = phase if isinstance(phase, Work) else None
    return Move(to, counted_in=at_once is not None, named=at_once)


def _opens_set(phase: Phase) -> bool:
    return isinstance(phase, Work) and phase.opens_set
