"""What the athlete chooses before a session: equipment, level, parts and manner."""

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, replace

from earcoach.errors import UsageError
from earcoach.language.vocabulary.equipment import kinds_of
from earcoach.routine.model import Coaching, Counting, Exercise, Level, Routine, Section
from earcoach.suggest import did_you_mean


@dataclass(frozen=True, slots=True, kw_only=True)
class Choices:
    """The athlete's choices."""

    level: Level = Level.MIDDLE
    """Which end of every range is taken."""
    without: tuple[str, ...] = ()
    """Names of equipment that is missing."""
    only: tuple[str, ...] = ()
    """Names of the sections that are done; with none, all of them."""
    skip: tuple[str, ...] = ()
    """Names of sections that are left out."""
    coaching: Coaching | None = None
    """How much is said, whatever the routine sets; None leaves that to each exercise."""
    counting: Counting | None = None
    """Which reps are counted, whatever the routine sets; None leaves that to each exercise."""


def choose(routine: Routine, choices: Choices) -> tuple[Routine, tuple[str, ...]]:
    """The routine with the choices applied, and the names of exercises that had to be left out.

    Raises UsageError when a section or a piece of equipment is not in the routine, or when
    nothing is left to do.
    """
    names = [section.name for section in routine.sections]
    only = _named(choices.only, names, "section")
    skip = _named(choices.skip, names, "section")
    missing = _missing(choices.without, all_equipment(routine))
    left_out: list[str] = []
    sections = [
        _equipped(section, missing, left_out.append)
        for section in routine.sections
        if (not only or section.name in only) and section.name not in skip
    ]
    kept = tuple(section for section in sections if section.exercises)
    if not kept:
        lacking = ", ".join(item for item in all_equipment(routine) if item in missing)
        all_of_it = (
            f"all of it needs what is missing ({lacking}): `--without none` does it anyway, and"
            " `earcoach config` shows what you said that you have"
        )
        cure = all_of_it if left_out else "choose fewer sections to skip"
        raise UsageError("these choices leave nothing to do", cure=cure)
    equipment = _needed(routine, kept, missing)
    return replace(routine, sections=kept, equipment=equipment), tuple(left_out)


def _needed(routine: Routine, kept: Iterable[Section], missing: frozenset[str]) -> tuple[str, ...]:
    """What is needed for what is kept: not what is missing, or what only the rest had used."""
    used_before, used = _used(routine.sections), _used(kept)
    listed = (i for i in routine.equipment if i in used or i not in used_before)
    return tuple(i for i in dict.fromkeys([*listed, *used]) if i not in missing)


def _used(sections: Iterable[Section]) -> tuple[str, ...]:
    return tuple(i for section in sections for e in section.every_exercise() for i in e.equipment)


def _named(wanted: Iterable[str], known: Collection[str], what: str) -> frozenset[str]:
    """The known names that are wanted, in small letters or capitals."""
    folded = {name.casefold() for name in known}
    for name in wanted:
        if name.casefold().strip() not in folded:
            raise UsageError(f"no {what} `{name}` in this routine", cure=did_you_mean(name, known))
    keys = {name.casefold().strip() for name in wanted}
    return frozenset(name for name in known if name.casefold() in keys)


def _missing(wanted: Collection[str], known: Collection[str]) -> frozenset[str]:
    """What of the known equipment is not there, by any of its names."""
    needed = _all_kinds(known)
    _named([name for name in wanted if not kinds_of(name) <= needed], known, "equipment")
    return frozenset(item for item in known if is_lacked(item, wanted))


def is_lacked(item: str, without: Iterable[str]) -> bool:
    """Whether equipment is missing where that of these names is: of alternatives, all of them."""
    return kinds_of(item) <= _all_kinds(without)


def is_there(item: str, have: Iterable[str]) -> bool:
    """Whether equipment is there where that of these names is; of alternatives, one is enough."""
    return not kinds_of(item).isdisjoint(_all_kinds(have))


def _all_kinds(items: Iterable[str]) -> frozenset[str]:
    return frozenset(kind for item in items for kind in kinds_of(item))


def all_equipment(routine: Routine) -> tuple[str, ...]:
    """What is needed, and what would be needed for what is done instead."""
    used = (i for s in routine.sections for e in s.every_exercise() for i in _ever_needed(e))
    return tuple(dict.fromkeys([*routine.equipment, *used]))


def _ever_needed(exercise: Exercise) -> Iterator[str]:
    yield from exercise.equipment
    for _, other in exercise.instead:
        yield from _ever_needed(other)


def _equipped(
    section: Section, missing: frozenset[str], leave_out: Callable[[str], None]
) -> Section:
    """The section done without some equipment: exercises replaced, or left out."""
    kept: list[Exercise | Section] = []
    for item in section.exercises:
        if isinstance(item, Section):
            block = _equipped(item, missing, leave_out)
            kept += [block] if block.exercises else []
        elif (possible := _without(item, missing)) is None:
            leave_out(item.name)
        else:
            kept.append(possible)
    return replace(section, exercises=tuple(kept))


def _without(exercise: Exercise, missing: frozenset[str]) -> Exercise | None:
    lacking = [item for item in exercise.equipment if item in missing]
    if not lacking:
        return exercise
    replacement = dict(exercise.instead).get(lacking[0])
    if replacement is None:
        return None
    # the break after it belongs to its place in the list
    rest_after_ms = exercise.rest_after_ms or exercise.rests_ms[-1]
    return _without(replace(replacement, rest_after_ms=rest_after_ms), missing)
