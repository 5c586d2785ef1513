"""The making of a plan: the stretches of work that a routine prescribes, and what is between."""

from collections.abc import Iterable, Iterator

from earcoach.plan.choices import Choices, choose
from earcoach.plan.memory import remembered
from earcoach.plan.phases import Bout, Kind, Phase, Plan, Side
from earcoach.plan.resolving import resolved
from earcoach.routine.model import (
    ONCE,
    Dose,
    Exercise,
    Range,
    Reps,
    Routine,
    Section,
    Sides,
    Timed,
    Timing,
)

NEW_EQUIPMENT_MS = 10_000
NEW_POSITION_MS = 5_000


def make_plan(routine: Routine, choices: Choices | None = None) -> Plan:
    """The phases of a session of this routine. Raises UsageError as `choose` does."""
    choices = choices or Choices()
    routine, left_out = choose(routine, choices)
    routine = resolved(routine, choices)
    phases = list(_phases(_bouts(routine)))
    estimate_ms = sum(phase.nominal_ms for phase in phases)
    return Plan(routine, tuple(remembered(phases, estimate_ms)), estimate_ms, left_out)


def _bouts(routine: Routine) -> Iterator[Bout]:
    for section in routine.sections:
        if section.timing in (Timing.AMRAP, Timing.FOR_TIME):
            yield _open_bout(section)
            continue
        rounds = section.rounds.exact
        for round_ in range(1, rounds + 1):
            for exercise in section.exercises:
                yield from _sets(section, exercise, round_, rounds)


def _open_bout(section: Section) -> Bout:
    """An AMRAP or a section for time is one stretch of work at the athlete's own speed."""
    whole = Exercise(
        section.name,
        ONCE,
        Timed(Range(section.cap_ms, section.cap_ms), hold=False),
        rest_after_ms=section.exercises[-1].rest_after_ms,
        get_ready_ms=section.exercises[0].get_ready_ms,
        equipment=tuple(dict.fromkeys(i for e in section.exercises for i in e.equipment)),
        coaching=section.coaching,
    )
    return Bout(section, whole, 1, 1, 1, 1, None, None, section.cap_ms)


def _sets(section: Section, exercise: Exercise, round_: int, rounds: int) -> Iterator[Bout]:
    sets = exercise.sets.exact
    reps, length_ms, hold = _amount(exercise.dose)
    sides = tuple(Side) if exercise.sides is Sides.EACH else (None,)
    for set_ in range(1, sets + 1):
        for side in sides:
            yield Bout(section, exercise, set_, sets, round_, rounds, side, reps, length_ms, hold)


def _amount(dose: Dose) -> tuple[int | None, int | None, bool]:
    match dose:
        case Reps(count=count):
            return count.exact if count else None, None, False
        case Timed(length_ms=length, hold=hold):
            return None, length.exact, hold


def _phases(bouts: Iterable[Bout]) -> Iterator[Phase]:
    before: Bout | None = None
    for bout in bouts:
        if before is None:
            yield Phase(Kind.INTRO, bout)
        gap = _gap(before, bout)
        if gap:
            yield gap
        yield Phase(Kind.WORK, bout, before)
        before = bout
    yield Phase(Kind.FINISH, before=before)


def _gap(before: Bout | None, bout: Bout) -> Phase | None:
    """The phase between two stretches of work, or before the first."""
    if before is None:
        return Phase(Kind.PREPARE, bout, ready_ms=_ready_ms(None, bout))
    switch = Phase(Kind.SWITCH, bout, before, bout.exercise.switch_ms)
    if switch.second_side:
        return switch
    exact = before.section is bout.section and bout.section.timing in (
        Timing.INTERVALS,
        Timing.EMOM,
    )
    if exact and bout.section.timing is Timing.EMOM:
        interval_ms = bout.section.interval_ms
        return Phase(Kind.REST, bout, before, exact=True, interval_ms=interval_ms)
    length_ms = _rest_ms(before, bout)
    if exact:
        rest = Phase(Kind.REST, bout, before, length_ms, exact=True)
        return rest if length_ms else None
    kind = Kind.REST if length_ms else Kind.PREPARE
    ready_ms = _ready_ms(before, bout)
    return Phase(kind, bout, before, length_ms, ready_ms)


def _rest_ms(before: Bout, bout: Bout) -> int:
    if before.section is not bout.section:
        return before.exercise.rest_after_ms
    if before.round != bout.round:
        return bout.section.rest_between_rounds_ms
    same_exercise = before.exercise is bout.exercise
    return before.exercise.rest_ms if same_exercise else before.exercise.rest_after_ms


def _ready_ms(before: Bout | None, bout: Bout) -> int:
    """Quiet time that is needed after the announcement: more to fetch things or lie down."""
    if before is not None and before.exercise is bout.exercise:
        return 0
    exercise, last = bout.exercise, before.exercise if before else None
    ready_ms = exercise.get_ready_ms
    if set(exercise.equipment) - set(last.equipment if last else ()):
        ready_ms += NEW_EQUIPMENT_MS
    if last and last.position and exercise.position and last.position != exercise.position:
        ready_ms += NEW_POSITION_MS
    return ready_ms
