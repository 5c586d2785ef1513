"""Supersets as what they are when they are done: a circuit with a round for each set."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from earcoach.routine.inherited import usual_rest_ms
from earcoach.routine.model import Range, Timing
from earcoach.written.reading import Given, Origin, ReadExercise, ReadSection

NAME = "Superset"


def with_supersets_apart(section: ReadSection) -> Iterator[ReadSection]:
    """The section; where exercises of it are supersets, its parts in order."""
    timing = section.timing.value if section.timing else Timing.STRAIGHT
    parts = [list(group) for _, group in groupby(section.exercises, lambda one: one.superset)]
    if timing is not Timing.STRAIGHT or section.rounds or not any(map(_is_superset, parts)):
        yield section
        return
    notes = section.notes
    for part in _joined(parts):
        together = _is_superset(part)
        found = replace(section, exercises=tuple(part), notes=notes)
        yield _superset(found, alone=len(part) == len(section.exercises)) if together else found
        notes = ()


def _is_superset(exercises: Sequence[ReadExercise]) -> bool:
    """Whether these have a label, and as many sets each."""
    sets = {one.sets.value if one.sets else None for one in exercises}
    single = all(one.doses is None or len(one.doses.value) == 1 for one in exercises)
    labelled = exercises[0].superset is not None and len(exercises) > 1
    return labelled and single and len(sets) == 1 and None not in sets


def _joined(parts: Sequence[list[ReadExercise]]) -> list[list[ReadExercise]]:
    """The parts, those between supersets in one."""
    found: list[list[ReadExercise]] = []
    for part in parts:
        if found and not _is_superset(part) and not _is_superset(found[-1]):
            found[-1] += part
        else:
            found.append(part)
    return found


def _superset(section: ReadSection, *, alone: bool) -> ReadSection:
    """One round for each set: no rest inside it, and that of the last exercise after it."""
    exercises = section.exercises
    rests = [one.rest_ms.value[0] for one in exercises if one.rest_ms]
    usual = usual_rest_ms(Timing.STRAIGHT)
    between = (
        Given(value=max(rests, key=lambda rest: rest.high))
        if rests
        else Given(value=Range(usual, usual), origin=Origin.ASSUMED)
    )
    return replace(
        section,
        name=section.name if alone else Given(value=NAME, origin=Origin.ASSUMED),
        timing=Given(value=Timing.CIRCUIT),
        rounds=exercises[0].sets,
        rest_ms=Given(value=Range(0, 0), origin=Origin.ASSUMED),
        rest_between_rounds_ms=between,
        exercises=tuple(replace(one, sets=None, rest_ms=None) for one in exercises),
    )
