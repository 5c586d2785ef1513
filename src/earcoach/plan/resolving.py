"""A routine with nothing left open: every range a number, and the athlete's manner for the rest."""

from dataclasses import dataclass, fields
from typing import Any

from earcoach.plan.choices import Choices
from earcoach.plan.doses import CountedReps, Dose, OpenReps, TimedWork
from earcoach.routine.model import (
    Coaching,
    Dose as Prescribed,
    Exercise,
    Level,
    Movement,
    Range,
    Reps,
    Section,
    Timed,
    Timing,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ResolvedExercise(Movement):
    """An exercise as this athlete does it."""

    sets: int
    """How many sets."""
    dose: Dose
    """How much is one set."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ResolvedSection:
    """A section as this athlete does it."""

    name: str
    """Its name as written."""
    exercises: tuple[ResolvedExercise, ...]
    """What is done, in order."""
    timing: Timing
    """How the exercises follow each other."""
    rounds: int
    """How often all of it is done."""
    rest_between_rounds_ms: int
    """In ms."""
    interval_ms: int
    """The period of an EMOM in ms, 0 elsewhere."""
    cap_ms: int
    """The time of an AMRAP, or the limit of a section for time, in ms; 0 elsewhere."""
    setup: str | None
    """What to prepare before it."""
    coaching: Coaching
    """How much is said of it as a whole."""


def resolved(section: Section, choices: Choices) -> ResolvedSection:
    """The section as this athlete does it: at one level, and coached as was asked for."""
    return ResolvedSection(
        name=section.name,
        exercises=tuple(_exercise(exercise, choices) for exercise in section.exercises),
        timing=section.timing,
        rounds=section.rounds.at(choices.level),
        rest_between_rounds_ms=section.rest_between_rounds_ms,
        interval_ms=section.interval_ms,
        cap_ms=section.cap_ms,
        setup=section.setup,
        coaching=choices.coaching or section.coaching,
    )


def _exercise(exercise: Exercise, choices: Choices) -> ResolvedExercise:
    movement: dict[str, Any] = {f.name: getattr(exercise, f.name) for f in fields(Movement)}
    movement["coaching"] = choices.coaching or exercise.coaching
    movement["counting"] = choices.counting or exercise.counting
    sets, dose = exercise.sets.at(choices.level), _dose(exercise.dose, choices.level)
    return ResolvedExercise(**movement, sets=sets, dose=dose)


def _dose(dose: Prescribed, level: Level) -> Dose:
    match dose:
        case Reps(count=count):
            return OpenReps() if count is None else CountedReps(count=count.at(level))
        case Timed(length_ms=length, hold=hold):
            return TimedWork(length_ms=_length_ms(length, level), hold=hold)


def _length_ms(length: Range, level: Level) -> int:
    """The middle of a range of times is a whole second, rounded up, as it is said."""
    ms = length.at(level)
    return ms if ms in (length.low, length.high) else min(length.high, -(-ms // 1000) * 1000)
