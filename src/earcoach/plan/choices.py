"""What the athlete chooses before a session: equipment, level and parts."""

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, replace

from earcoach.errors import UsageError
from earcoach.routine.model import Exercise, Level, Routine, Section
from earcoach.suggest import did_you_mean


@dataclass(frozen=True, slots=True)
class Choices:
    """The athlete's choices. `only` and `skip` name sections, `without` names equipment."""

    level: Level = Level.MIDDLE
    without: tuple[str, ...] = ()
    only: tuple[str, ...] = ()
    skip: tuple[str, ...] = ()


def choose(routine: Routine, choices: Choices) -> tuple[Routine, tuple[str, ...]]:
    """The routine with the choices applied, and the names of exercises that had to be left out.

    Raises UsageError when a section or a piece of equipment is not in the routine, or when
    nothing is left to do.
    """
    names = [section.name for section in routine.sections]
    only = _named(choices.only, names, "section")
    skip = _named(choices.skip, names, "section")
    missing = _named(choices.without, routine.equipment, "equipment")
    left_out: list[str] = []
    sections = [
        _equipped(section, missing, left_out.append)
        for section in routine.sections
        if (not only or section.name in only) and section.name not in skip
    ]
    kept = tuple(section for section in sections if section.exercises)
    if not kept:
        raise UsageError("these choices leave nothing to do", cure="choose fewer sections to skip")
    equipment = tuple(item for item in routine.equipment if item not in missing)
    return replace(routine, sections=kept, equipment=equipment), tuple(left_out)


def _named(wanted: Iterable[str], known: Collection[str], what: str) -> frozenset[str]:
    by_folded = {name.casefold(): name for name in known}
    for name in wanted:
        if name.casefold().strip() not in by_folded:
            raise UsageError(f"no {what} `{name}` in this routine", cure=did_you_mean(name, known))
    return frozenset(by_folded[name.casefold().strip()] for name in wanted)


def _equipped(
    section: Section, missing: frozenset[str], leave_out: Callable[[str], None]
) -> Section:
    """The section done without some equipment: exercises replaced, or left out."""
    kept = []
    for exercise in section.exercises:
        possible = _without(exercise, missing)
        if possible is None:
            leave_out(exercise.name)
        else:
            kept.append(possible)
    return replace(section, exercises=tuple(kept))


def _without(exercise: Exercise, missing: frozenset[str]) -> Exercise | None:
    lacking = [item for item in exercise.equipment if item in missing]
    if not lacking:
        return exercise
    replacement = dict(exercise.instead).get(lacking[0])
    return None if replacement is None else _without(replacement, missing)
