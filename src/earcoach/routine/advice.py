"""What is not a mistake in a section, but will not be heard as it was meant."""

from earcoach.routine.diagnostics import Place, Report
from earcoach.routine.lengths import set_ms
from earcoach.routine.model import (
    Exercise,
    OpenReps,
    Prescribed,
    Reps,
    Section,
    Sides,
    Timed,
    Timing,
)
from earcoach.units import format_clock

COUNTDOWN_MS = 3_000
EMOM_REST_MS = 5_000
"""What is left of an interval for its rest, at least."""

AROUND_A_NAME_MS = 4_100
"""A rest begins with a tone and ends with 3-2-1; a name needs room between them."""

LETTER_MS = 60
"""About how long a voice takes for a letter."""

LONG_MS = 3_600_000
"""A set or a rest as long as this is more often a slip of the pen."""


def advise(section: Section, place: Place, report: Report) -> None:
    """Note what cannot be said, or done, in the time that a section has for it."""
    exercises = [item for item in section.exercises if isinstance(item, Exercise)]
    if section.timing is Timing.INTERVALS:
        _names(section, exercises, place, report)
    elif section.timing is Timing.EMOM:
        _minutes(section, exercises, place, report)


def advise_long(exercise: Exercise, place: Place, report: Report) -> None:
    """Note a set that lasts for hours, or a rest."""
    taken_ms = max(set_ms(dose, exercise) for dose in exercise.doses)
    resting_ms = max(rest_ms.high for rest_ms in exercise.rests_ms)
    for what, ms in (("set of", taken_ms), ("rest of", resting_ms)):
        if ms > LONG_MS:
            message = f"a {what} `{exercise.name[:40]}` lasts {format_clock(ms / 1000)}"
            report.advise("R403", message, place, cure="check its numbers and units")


def _names(section: Section, exercises: list[Exercise], place: Place, report: Report) -> None:
    """Whether what comes next is heard in the rests of intervals."""
    first, *others = exercises
    pauses = [(_rest_ms(e), e, after) for e, after in zip(exercises, others, strict=False)]
    if others and section.rounds.high > 1:
        pauses.append((section.rest_between_rounds_ms, exercises[-1], first))
    for rest_ms, before, coming in pauses:
        if rest_ms == 0 and _may_be_spoken_in(before.doses[-1]):
            continue
        needed_ms = AROUND_A_NAME_MS + LETTER_MS * len(coming.say or coming.name)
        if rest_ms < needed_ms:
            message = f"a rest of {rest_ms / 1000:g} s is too short to say `{coming.name[:40]}`"
            cure = f"at least `{-(-needed_ms // 1000)}s` are needed to hear what comes next"
            report.advise("R401", message, place, cure=cure)
            return


def _rest_ms(exercise: Exercise) -> int:
    after = exercise.rest_after_ms or exercise.rests_ms[-1]
    return after.low


def _may_be_spoken_in(dose: Prescribed) -> bool:
    """Whether the last seconds of this work can say what follows: it moves, to the clock."""
    return isinstance(dose, Timed) and not dose.hold


def _minutes(section: Section, exercises: list[Exercise], place: Place, report: Report) -> None:
    """Whether the work of an EMOM fits its interval."""
    for exercise in exercises:
        counted = isinstance(exercise.doses[0], Reps | OpenReps)
        least_rest_ms = EMOM_REST_MS if counted else COUNTDOWN_MS
        taken_ms, room_ms = _taken_ms(exercise), section.interval_ms - least_rest_ms
        if taken_ms > room_ms:
            happens = "counted faster" if counted else "late for the next"
            message = (
                f"`{exercise.name[:40]}` takes {taken_ms / 1000:g} s and has {room_ms / 1000:g} s"
                f" of its interval: it will be {happens}"
            )
            cure = "fewer reps, a faster beat, or a longer `every`"
            report.advise("R402", message, place, cure=cure)


def _taken_ms(exercise: Exercise) -> int:
    """How long a set takes at most, both sides of it."""
    once_ms = max(set_ms(dose, exercise) for dose in exercise.doses)
    both = exercise.sides is Sides.EACH
    return exercise.sets.high * (2 * once_ms + exercise.switch_ms if both else once_ms)
