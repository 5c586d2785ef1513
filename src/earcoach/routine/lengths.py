"""About how long what is prescribed takes, to tell a slip of the pen from a workout."""

from earcoach.routine.model import (
    Breaths,
    Calories,
    Distance,
    Exercise,
    HeldReps,
    Movement,
    OpenReps,
    Prescribed,
    Reps,
    Section,
    Sides,
    Timed,
    Timing,
)


def set_ms(dose: Prescribed, exercise: Movement) -> int:
    """How long one set takes at most, of one side, in ms; nothing is known of an open set."""
    match dose:
        case Reps(count=count):
            return count.high * exercise.beat_ms if count else 0
        case OpenReps(at_least=least):
            return least * exercise.beat_ms
        case Timed(length_ms=length_ms):
            return length_ms.high
        case HeldReps(count=count, hold_ms=hold_ms):
            return count.high * (exercise.beat_ms + hold_ms.high)
        case Breaths(count=count):
            return count.high * exercise.breath_ms
        case Distance(metres=metres):
            return metres.high * exercise.ms_per_km // 1000
        case Calories(count=count):
            return count.high * exercise.ms_per_calorie


def reps_of(dose: Prescribed) -> int:
    """How many reps or breaths are said at most in one set."""
    match dose:
        case Reps(count=count):
            return count.high if count else 0
        case HeldReps(count=count) | Breaths(count=count):
            return count.high
        case OpenReps(at_least=least):
            return least
        case Timed() | Distance() | Calories():
            return 0


def each_set(exercise: Exercise) -> tuple[Prescribed, ...]:
    """The dose of each of its sets, of both sides where they are apart."""
    both = 2 if exercise.sides is Sides.EACH else 1
    if len(exercise.doses) > 1:
        return exercise.doses * both
    return exercise.doses * (exercise.sets.high * both)


def totals(section: Section) -> tuple[int, int, int]:
    """How many sets and reps a section has at most, and how many ms of work."""
    if section.timing in (Timing.AMRAP, Timing.FOR_TIME):
        return 1, 0, section.cap_ms
    sets = reps = length_ms = 0
    for item in section.exercises:
        if isinstance(item, Section):
            inside = totals(item)
        else:
            doses = each_set(item)
            taken_ms = sum(set_ms(dose, item) for dose in doses)
            inside = len(doses), sum(map(reps_of, doses)), taken_ms
        sets, reps, length_ms = sets + inside[0], reps + inside[1], length_ms + inside[2]
    rounds = section.rounds.high
    return sets * rounds, reps * rounds, length_ms * rounds
