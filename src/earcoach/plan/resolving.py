"""A routine with nothing left open: every range a number, and the athlete's manner for the rest."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields
from typing import Any, TypeVar

from earcoach.plan.choices import Choices
from earcoach.plan.doses import (
    BreathWork,
    CalorieWork,
    CountedReps,
    DistanceWork,
    Dose,
    HeldWork,
    OpenWork,
    TimedWork,
)
from earcoach.routine.model import (
    Breaths,
    Calories,
    Coaching,
    Distance,
    Exercise,
    HeldReps,
    LengthUnit,
    Level,
    Movement,
    OpenReps,
    Prescribed,
    Range,
    Reps,
    Section,
    Timed,
    Timing,
)

T = TypeVar("T")

METRES = {
    LengthUnit.METRE: 1.0,
    LengthUnit.KILOMETRE: 1000.0,
    LengthUnit.MILE: 1609.344,
    LengthUnit.YARD: 0.9144,
    LengthUnit.FOOT: 0.3048,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ResolvedExercise(Movement):
    """An exercise as this athlete does it."""

    doses: tuple[Dose, ...]
    """How much each set is."""
    rests_ms: tuple[int, ...]
    """After each set, in ms, as far as another follows at once."""
    rest_after_ms: int
    """Before what comes next, in ms."""
    loads: tuple[str, ...] = ()
    """The load of each set as written, effort included; empty where nothing is said."""

    @property
    def sets(self) -> int:
        """How many sets."""
        return len(self.doses)


@dataclass(frozen=True, slots=True, kw_only=True)
class ResolvedSection:
    """A section, or a block within one, as this athlete does it."""

    name: str
    """Its name as written, empty for a block without one."""
    items: tuple["ResolvedExercise | ResolvedSection", ...]
    """What is done, in order: exercises, and blocks of them."""
    timing: Timing
    """How they follow each other."""
    rounds: int
    """How often all of it is done."""
    rest_between_rounds_ms: int
    """In ms; of a superset, between its sets."""
    rest_after_ms: int | None
    """Before what comes next, in ms; None where it is as long as after its last exercise."""
    guided: bool
    """Whether it is led through its rounds and exercises though it has a limit of time."""
    interval_ms: int
    """The period of an EMOM in ms, 0 elsewhere."""
    cap_ms: int
    """The time of an AMRAP, or the limit of a section for time, in ms; 0 elsewhere."""
    setup: str | None
    """What to prepare before it."""
    coaching: Coaching
    """How much is said of it as a whole."""
    notes: tuple[str, ...]
    """What is told about it, and not done."""
    warnings: tuple[str, ...]
    """When to stop, or what to beware of: told however little is said."""

    @property
    def open(self) -> bool:
        """Whether the athlete goes through it alone, with a limit of time."""
        return self.timing in (Timing.AMRAP, Timing.FOR_TIME)

    @property
    def turns(self) -> int:
        """How often the plan goes through it: an open one is a single stretch of work."""
        return 1 if self.open else self.rounds

    @property
    def exercises(self) -> tuple[ResolvedExercise, ...]:
        """Its exercises and those of its blocks, in order."""
        return tuple(self._exercises())

    def _exercises(self) -> Iterator[ResolvedExercise]:
        for item in self.items:
            if isinstance(item, ResolvedSection):
                yield from item.exercises
            else:
                yield item


def resolved(section: Section, choices: Choices) -> ResolvedSection:
    """The section as this athlete does it: at one level, and coached as was asked for."""
    after = section.rest_after_ms
    return ResolvedSection(
        name=section.name,
        items=tuple(
            resolved(item, choices) if isinstance(item, Section) else _exercise(item, choices)
            for item in section.exercises
        ),
        timing=section.timing,
        rounds=section.rounds.at(choices.level),
        rest_between_rounds_ms=section.rest_between_rounds_ms,
        rest_after_ms=None if after is None else _length_ms(after, choices.level),
        guided=section.guided,
        interval_ms=section.interval_ms,
        cap_ms=section.cap_ms,
        setup=section.setup,
        coaching=choices.coaching or section.coaching,
        notes=section.notes,
        warnings=section.warnings,
    )


def _exercise(exercise: Exercise, choices: Choices) -> ResolvedExercise:
    movement: dict[str, Any] = {f.name: getattr(exercise, f.name) for f in fields(Movement)}
    movement["coaching"] = choices.coaching or exercise.coaching
    movement["counting"] = choices.counting or exercise.counting
    level, sets = choices.level, exercise.sets.at(choices.level)
    rests_ms = _each([_length_ms(rest, level) for rest in exercise.rests_ms], sets)
    after, last = exercise.rest_after_ms, exercise.rests_ms[-1]
    return ResolvedExercise(
        **movement,
        doses=_each([resolved_dose(dose, exercise, level) for dose in exercise.doses], sets),
        rests_ms=rests_ms,
        rest_after_ms=_length_ms(last if after is None else after, level),
        loads=_loads(exercise, sets),
    )


def _each(given: Sequence[T], sets: int) -> tuple[T, ...]:
    """One for each set: the last of those given stands for all that follow."""
    return tuple(given[min(number, len(given) - 1)] for number in range(sets))


def _loads(exercise: Exercise, sets: int) -> tuple[str, ...]:
    """What is said of each set beside its dose: `60 kg, RPE 8`."""
    told = [_each(texts, sets) for texts in (exercise.loads, exercise.efforts) if texts]
    return tuple(", ".join(each) for each in zip(*told, strict=True))


def resolved_dose(dose: Prescribed, exercise: Movement, level: Level) -> Dose:
    """One set of an exercise, at a level."""
    match dose:
        case Reps(count=count):
            return OpenWork() if count is None else CountedReps(count=count.at(level))
        case Timed(length_ms=length, hold=hold):
            return TimedWork(length_ms=_length_ms(length, level), hold=hold)
        case OpenReps(until=until, at_least=least):
            return CountedReps(count=least, or_more=True) if least else OpenWork(until=until)
        case HeldReps(count=count, hold_ms=hold_ms):
            return HeldWork(count=count.at(level), hold_ms=_length_ms(hold_ms, level))
        case Breaths(count=count):
            return BreathWork(count=count.at(level), breath_ms=exercise.breath_ms)
        case Distance():
            return _distance(dose, exercise, level)
        case Calories(count=count):
            number = count.at(level)
            return CalorieWork(count=number, estimate_ms=number * exercise.ms_per_calorie)


def _distance(dose: Distance, exercise: Movement, level: Level) -> DistanceWork:
    metres, ends = dose.metres.at(level), (dose.metres.low, dose.metres.high)
    exact = ends[0] == ends[1]
    return DistanceWork(
        metres=metres,
        amount=dose.amount if exact else f"{round(metres / METRES[dose.unit], 1):g}",
        unit=dose.unit,
        estimate_ms=max(1000, round(metres * exercise.ms_per_km / 1000)),
    )


def _length_ms(length: Range, level: Level) -> int:
    """The middle of a range of times is a whole second, rounded up, as it is said."""
    ms = length.at(level)
    return ms if ms in (length.low, length.high) else min(length.high, -(-ms // 1000) * 1000)
