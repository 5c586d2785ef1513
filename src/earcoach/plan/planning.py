"""The making of a plan: the stretches of work that a routine prescribes, and what is between."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from earcoach.plan.choices import Choices, choose
from earcoach.plan.doses import TimedWork
from earcoach.plan.phases import (
    Address,
    Bout,
    Finish,
    Gap,
    GapKind,
    Intro,
    Phase,
    PhaseKind,
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
    bouts = (bout for n, section in enumerate(sections) for bout in _bouts(_Path((section,), (n,))))
    phases = tuple(_with_what_follows(tuple(_phases(bouts))))
    return Plan(
        routine=replace(routine, coaching=choices.coaching or routine.coaching),
        phases=phases,
        left_out=left_out,
    )


@dataclass(frozen=True, slots=True)
class _Path:
    """Where a block is in its section, and in which rounds of what is around it."""

    blocks: tuple[ResolvedSection, ...]
    """The section, and the blocks within it down to this one."""
    numbers: tuple[int, ...]
    """The place of each of them in what it is part of, from 0."""
    rounds: tuple[int, ...] = ()
    """The round of each that is around this one, from 1."""

    @property
    def block(self) -> ResolvedSection:
        return self.blocks[-1]

    def into(self, block: ResolvedSection, *, number: int, round_: int) -> "_Path":
        """The path to a block in this one."""
        return _Path((*self.blocks, block), (*self.numbers, number), (*self.rounds, round_))

    def bout(self, exercise: ResolvedExercise, *, number: int, round_: int, set_: int) -> Bout:
        """A set of an exercise in this block."""
        rounds = (*self.rounds, round_)
        address = Address(blocks=self.numbers, rounds=rounds, exercise=number, set=set_)
        dose = exercise.doses[set_ - 1]
        return Bout(address=address, blocks=self.blocks, exercise=exercise, dose=dose)


def _bouts(path: _Path) -> Iterator[Bout]:
    """All work of a block, in order."""
    if path.block.open:
        yield _open_bout(path)
    elif path.block.timing is Timing.SUPERSET:
        yield from _in_turns(path)
    else:
        for round_ in range(1, path.block.rounds + 1):
            for number, item in enumerate(path.block.items):
                if isinstance(item, ResolvedSection):
                    yield from _bouts(path.into(item, number=number, round_=round_))
                    continue
                for set_ in range(1, item.sets + 1):
                    yield from _sides(path.bout(item, number=number, round_=round_, set_=set_))


def _open_bout(path: _Path) -> Bout:
    """An AMRAP or a section for time is one stretch of work at the athlete's own speed."""
    section = path.block
    whole = ResolvedExercise(
        name=section.name,
        doses=(TimedWork(length_ms=section.cap_ms),),
        rests_ms=(0,),
        rest_after_ms=section.exercises[-1].rest_after_ms,
        get_ready_ms=section.exercises[0].get_ready_ms,
        equipment=tuple(dict.fromkeys(i for e in section.exercises for i in e.equipment)),
        coaching=section.coaching,
    )
    return path.bout(whole, number=0, round_=1, set_=1)


def _in_turns(path: _Path) -> Iterator[Bout]:
    """A superset: the first set of each exercise, and then the next."""
    exercises = [(n, e) for n, e in enumerate(path.block.items) if isinstance(e, ResolvedExercise)]
    for set_ in range(1, max(exercise.sets for _, exercise in exercises) + 1):
        for number, exercise in exercises:
            if set_ <= exercise.sets:
                yield from _sides(path.bout(exercise, number=number, round_=1, set_=set_))


def _sides(bout: Bout) -> Iterator[Bout]:
    """A set as one stretch of work, or as one for each side."""
    both = bout.exercise.sides is Sides.EACH
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


def _with_what_follows(phases: Sequence[Phase]) -> Iterator[Phase]:
    """The phases, each with the work that follows on it without a pause."""
    for number, phase in enumerate(phases):
        match phase:
            case Work():
                yield replace(phase, then=_works_from(phases, number + 1, most=2))
            case Gap():
                yield replace(phase, then=_works_from(phases, number + 2, most=1))
            case Intro() | Finish():
                yield phase


def _works_from(phases: Sequence[Phase], start: int, *, most: int) -> tuple[Bout, ...]:
    following = takewhile(lambda phase: isinstance(phase, Work), phases[start : start + most])
    return tuple(phase.bout for phase in following if isinstance(phase, Work))


def _gap(before: Bout | None, bout: Bout) -> Iterator[Gap]:
    """The pause before work, which in intervals there may be none of."""
    if before is None:
        yield Gap(kind=PhaseKind.PREPARE, bout=bout, ready_ms=_ready_ms(None, bout))
        return
    shared = bout.meets(before)
    timing = None if shared is None else bout.blocks[shared].timing
    if bout.is_other_side_of(before):
        yield switch(before, bout)
    elif timing is Timing.EMOM:
        interval_ms = bout.block.interval_ms
        yield Gap(
            kind=PhaseKind.REST, bout=bout, before=before, exact=True, interval_ms=interval_ms
        )
    elif timing is Timing.INTERVALS:
        if length_ms := _rest_ms(before, bout):
            yield Gap(
                kind=PhaseKind.REST, bout=bout, before=before, length_ms=length_ms, exact=True
            )
    else:
        length_ms, ready_ms = _rest_ms(before, bout), _ready_ms(before, bout)
        kind: GapKind = PhaseKind.REST if length_ms else PhaseKind.PREPARE
        yield Gap(kind=kind, bout=bout, before=before, length_ms=length_ms, ready_ms=ready_ms)


def on_side(bout: Bout, side: Side) -> Bout:
    """The same stretch of work on this side."""
    return replace(bout, address=replace(bout.address, side=side))


def switch(left: Bout, right: Bout) -> Gap:
    """The change from one side to the other."""
    length_ms = right.exercise.switch_ms
    return Gap(kind=PhaseKind.SWITCH, bout=right, before=left, length_ms=length_ms)


def _rest_ms(before: Bout, bout: Bout) -> int:
    shared = bout.meets(before)
    if shared is not None:
        block = bout.blocks[shared]
        another_round = before.address.rounds[shared] != bout.address.rounds[shared]
        another_turn = block.timing is Timing.SUPERSET and before.set != bout.set
        if another_round or another_turn:
            return block.rest_between_rounds_ms
        if before.same_exercise(bout) and before.set < before.sets:
            return before.exercise.rests_ms[before.set - 1]
    return _rest_after_ms(before, -1 if shared is None else shared)


def _rest_after_ms(before: Bout, shared: int) -> int:
    """The rest after an exercise, or after the block that ends with it."""
    ended = (block.rest_after_ms for block in before.blocks[shared + 1 :])
    return next((ms for ms in ended if ms is not None), before.exercise.rest_after_ms)


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
