"""Where the athlete's moves lead to: from the number of a phase to that of another."""

from collections.abc import Iterator, Sequence

from earcoach.plan.phases import Gap, Phase, Work


def next_place(phases: Sequence[Phase], here: int) -> tuple[int, bool]:
    """From a pause into its work, counted in; from work to the next exercise and its pause."""
    if isinstance(phases[here], Gap):
        return here + 1, True
    return next(_announcements(phases, here + 1), len(phases) - 1), False


def previous_place(phases: Sequence[Phase], here: int, *, twice: bool) -> int:
    """The start of this exercise; asked for twice quickly, of the exercise before."""
    starts = [n for n in _announcements(phases, 0) if n <= here]
    back = 2 if twice else 1
    return starts[-back] if len(starts) >= back else 0


def repeated_place(phases: Sequence[Phase], here: int) -> tuple[int, bool]:
    """The work of this set again, or of the set before this pause, from its first side."""
    works = [n for n in range(here + 1) if _opens_set(phases[n])]
    return (works[-1], True) if works else (0, False)


def _announcements(phases: Sequence[Phase], start: int) -> Iterator[int]:
    """The phases from `start` on in which a new exercise is announced."""
    for index in range(start, len(phases)):
        phase = phases[index]
        if isinstance(phase, Gap) and phase.new_exercise:
            yield index


def _opens_set(phase: Phase) -> bool:
    return isinstance(phase, Work) and phase.opens_set
