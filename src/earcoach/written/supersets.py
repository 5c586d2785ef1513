"""Which exercises of a section take turns, and how long the rest after each turn is."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from earcoach.routine.model import Range
from earcoach.written.reading import ReadExercise


def in_turns(exercises: Iterable[ReadExercise]) -> Iterator[tuple[ReadExercise, ...]]:
    """The exercises in their order: those of a superset together, every other alone."""
    for label, group in groupby(exercises, lambda exercise: exercise.superset):
        together = tuple(group)
        if label is not None and _same_sets(together):
            yield together
        else:
            yield from ((exercise,) for exercise in together)


def _same_sets(exercises: tuple[ReadExercise, ...]) -> bool:
    """Whether these can take turns: nobody knows who does without in the last one."""
    return len({one.sets.value if one.sets else None for one in exercises}) == 1


def rest_after_turn(exercises: tuple[ReadExercise, ...]) -> Range | None:
    """The longest rest that one of them has; None where none is given."""
    rests = [rest for one in exercises if one.rest_ms for rest in one.rest_ms.value]
    return max(rests, key=lambda rest: rest.high, default=None)
