"""The making of a plan: the stretches of work that a routine prescribes, and what is between."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from earcoach.plan.choices import Choices, choose
from earcoach.plan.doses import TimedWork
from earcoach.plan.phases import (
    Address,
    Bout,
    Finish,
    Gap,
    GapKind,
    Intro,
    Kind,
    Phase,
    Plan,
    Side,
    Work,
)
from earcoach.plan.resolving import ResolvedExercise, ResolvedSection, resolved
from earcoach.routine.model import Routine, Sides, Timing

NEW_EQUIPMENT_MS = 10_000
NEW_POSITION_MS = 5_000


def make_plan(routine: Routine, choices: Choices | None = None) -> Plan:
    """The phases of a session of this routine. Raises UsageError as `choose` does."""
    choices = choices or Choices()
    routine, left_out = choose(routine, choices)
    sections = [resolved(section, choices) for section in routine.sections]
    phases = tuple(_phases(_bouts(sections)))
    return Plan(
        routine=replace(routine, coaching=choices.coaching or routine.coaching),
        phases=phases,
        estimate_ms=sum(phase.nominal_ms for phase in phases),
        left_out=left_out,
    )


def _bouts(sections: Iterable[ResolvedSection]) -> Iterator[Bout]:
    for number, section in enumerate(sections):
        if section.timing in (Timing.AMRAP, Timing.FOR_TIME):
            yield _open_bout(section, number)
            continue
        for round_ in range(1, section.rounds + 1):
            for place, exercise in enumerate(section.exercises):
                address = Address(blocks=(number,), rounds=(round_,), exercise=place)
                yield from _sets(section, exercise, address)


def _open_bout(section: ResolvedSection, number: int) -> Bout:
    """An AMRAP or a section for time is one stretch of work at the athlete's own speed."""
    dose = TimedWork(length_ms=section.cap_ms)
    whole = ResolvedExercise(
        name=section.name,
        sets=1,
        dose=dose,
        rest_after_ms=section.exercises[-1].rest_after_ms,
        get_ready_ms=section.exercises[0].get_ready_ms,
        equipment=tuple(dict.fromkeys(i for e in section.exercises for i in e.equipment)),
        coaching=section.coaching,
    )
    address = Address(blocks=(number,), rounds=(1,), exercise=0)
    return Bout(address=address, section=section, exercise=whole, dose=dose)


def _sets(section: ResolvedSection, exercise: ResolvedExercise, first: Address) -> Iterator[Bout]:
    for set_ in range(1, exercise.sets + 1):
        bout = Bout(
            address=replace(first, set=set_),
            section=section,
            exercise=exercise,
            dose=exercise.dose,
            sets=exercise.sets,
            rounds=section.rounds,
        )
        both = exercise.sides is Sides.EACH
        yield from (on_side(bout, side) for side in Side) if both else (bout,)


def _phases(bouts: Iterable[Bout]) -> Iterator[Phase]:
    before: Bout | None = None
    for bout in bouts:
        if before is None:
            yield Intro(first=bout)
        yield from _gap(before, bout)
        yield Work(bout=bout, before=before)
        before = bout
    yield Finish()


def _gap(before: Bout | None, bout: Bout) -> Iterator[Gap]:
    """The pause before work, which in intervals there may be none of."""
    if before is None:
        yield Gap(kind=Kind.PREPARE, bout=bout, ready_ms=_ready_ms(None, bout))
    elif bout.is_other_side_of(before):
        yield switch(before, bout)
    elif before.same_section(bout) and bout.section.timing is Timing.EMOM:
        interval_ms = bout.section.interval_ms
        yield Gap(kind=Kind.REST, bout=bout, before=before, exact=True, interval_ms=interval_ms)
    elif before.same_section(bout) and bout.section.timing is Timing.INTERVALS:
        if length_ms := _rest_ms(before, bout):
            yield Gap(kind=Kind.REST, bout=bout, before=before, length_ms=length_ms, exact=True)
    else:
        length_ms, ready_ms = _rest_ms(before, bout), _ready_ms(before, bout)
        kind: GapKind = Kind.REST if length_ms else Kind.PREPARE
        yield Gap(kind=kind, bout=bout, before=before, length_ms=length_ms, ready_ms=ready_ms)


def on_side(bout: Bout, side: Side) -> Bout:
    """The same stretch of work on this side."""
    return replace(bout, address=replace(bout.address, side=side))


def switch(left: Bout, right: Bout) -> Gap:
    """The change from one side to the other."""
    length_ms = right.exercise.switch_ms
    return Gap(kind=Kind.SWITCH, bout=right, before=left, length_ms=length_ms)


def _rest_ms(before: Bout, bout: Bout) -> int:
    if not before.same_section(bout):
        return before.exercise.rest_after_ms
    if before.round != bout.round:
        return bout.section.rest_between_rounds_ms
    same_exercise = before.same_exercise(bout)
    return before.exercise.rest_ms if same_exercise else before.exercise.rest_after_ms


def _ready_ms(before: Bout | None, bout: Bout) -> int:
    """Quiet time that is needed after the announcement: more to fetch things or lie down."""
    if before is not None and before.same_exercise(bout):
        return 0
    exercise, last = bout.exercise, before.exercise if before else None
    ready_ms = exercise.get_ready_ms
    if set(exercise.equipment) - set(last.equipment if last else ()):
        ready_ms += NEW_EQUIPMENT_MS
    if last and last.position and exercise.position and last.position != exercise.position:
        ready_ms += NEW_POSITION_MS
    return ready_ms
