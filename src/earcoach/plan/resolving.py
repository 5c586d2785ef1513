"""A routine with nothing left open: every range a number, and the athlete's manner for the rest."""

from dataclasses import replace

from earcoach.plan.choices import Choices
from earcoach.routine.model import Dose, Exercise, Level, Range, Reps, Routine, Section, Timed


def resolved(routine: Routine, choices: Choices) -> Routine:
    """The routine as this athlete does it: at one level, and coached as was asked for."""
    return replace(
        routine,
        sections=tuple(_section(section, choices) for section in routine.sections),
        coaching=choices.coaching or routine.coaching,
    )


def _section(section: Section, choices: Choices) -> Section:
    return replace(
        section,
        exercises=tuple(_exercise(exercise, choices) for exercise in section.exercises),
        rounds=_exactly(section.rounds.at(choices.level)),
        coaching=choices.coaching or section.coaching,
    )


def _exercise(exercise: Exercise, choices: Choices) -> Exercise:
    return replace(
        exercise,
        sets=_exactly(exercise.sets.at(choices.level)),
        dose=_dose(exercise.dose, choices.level),
        coaching=choices.coaching or exercise.coaching,
        counting=choices.counting or exercise.counting,
    )


def _dose(dose: Dose, level: Level) -> Dose:
    match dose:
        case Reps(count=count):
            return Reps(count and _exactly(count.at(level)))
        case Timed(length_ms=length):
            return replace(dose, length_ms=_exactly(_length_ms(length, level)))


def _length_ms(length: Range, level: Level) -> int:
    """The middle of a range of times is a whole second, rounded up, as it is said."""
    ms = length.at(level)
    return ms if ms in (length.low, length.high) else min(length.high, -(-ms // 1000) * 1000)


def _exactly(number: int) -> Range:
    return Range(number, number)
