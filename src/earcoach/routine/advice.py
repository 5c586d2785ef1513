"""What is not a mistake in a section, but will not be heard as it was meant."""

from earcoach.routine.diagnostics import Place, Report
from earcoach.routine.model import Exercise, Reps, Section, Sides, Timing

COUNTDOWN_MS = 3_000
EMOM_REST_MS = 5_000
"""What is left of an interval for its rest, at least."""

AROUND_A_NAME_MS = 4_100
"""A rest begins with a tone and ends with 3-2-1; a name needs room between them."""

LETTER_MS = 60
"""About how long a voice takes for a letter."""


def advise(section: Section, place: Place, report: Report) -> None:
    """Note what cannot be said, or done, in the time that a section has for it."""
    if section.timing is Timing.INTERVALS:
        _names(section, place, report)
    elif section.timing is Timing.EMOM:
        _minutes(section, place, report)


def _names(section: Section, place: Place, report: Report) -> None:
    """Whether what comes next is heard in the rests of intervals."""
    first, *others = section.exercises
    pauses = [(e.rest_after_ms, after) for e, after in zip(section.exercises, others, strict=False)]
    if others and section.rounds.high > 1:
        pauses.append((section.rest_between_rounds_ms, first))
    for rest_ms, coming in pauses:
        needed_ms = AROUND_A_NAME_MS + LETTER_MS * len(coming.say or coming.name)
        if rest_ms < needed_ms:
            message = f"a rest of {rest_ms / 1000:g} s is too short to say `{coming.name[:40]}`"
            cure = f"at least `{-(-needed_ms // 1000)}s` are needed to hear what comes next"
            report.advise("R401", message, place, cure=cure)
            return


def _minutes(section: Section, place: Place, report: Report) -> None:
    """Whether the work of an EMOM fits its interval."""
    for exercise in section.exercises:
        taken_ms, room_ms = _taken_ms(exercise), section.interval_ms - _least_rest_ms(exercise)
        if taken_ms > room_ms:
            happens = "counted faster" if isinstance(exercise.dose, Reps) else "late for the next"
            message = (
                f"`{exercise.name[:40]}` takes {taken_ms / 1000:g} s and has {room_ms / 1000:g} s"
                f" of its interval: it will be {happens}"
            )
            cure = "fewer reps, a faster beat, or a longer `every`"
            report.advise("R402", message, place, cure=cure)


def _least_rest_ms(exercise: Exercise) -> int:
    return EMOM_REST_MS if isinstance(exercise.dose, Reps) else COUNTDOWN_MS


def _taken_ms(exercise: Exercise) -> int:
    """How long a set takes at most, both sides of it."""
    match exercise.dose:
        case Reps(count=count):
            once_ms = count.high * exercise.beat_ms if count else 0
        case timed:
            once_ms = timed.length_ms.high
    both = exercise.sides is Sides.EACH
    return exercise.sets.high * (2 * once_ms + exercise.switch_ms if both else once_ms)
