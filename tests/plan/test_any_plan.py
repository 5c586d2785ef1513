"""What holds in the plan of any routine."""

import re
from collections.abc import Iterator
from itertools import pairwise

from heard import bout_of
from hypothesis import given, settings, strategies as st
from planned import is_halfway, works
from strategies import routines

from earcoach import Level, Plan, Routine
from earcoach.plan.choices import Choices
from earcoach.plan.phases import Bout, Gap, Phase, PhaseKind, Side, Work
from earcoach.plan.planning import make_plan, on_side
from earcoach.routine.model import Sides, Timing

any_routine = routines(tuple(Timing))
any_level = st.sampled_from(Level)
SIDES_APART = {Sides.BOTH: 1, Sides.ALTERNATING: 1, Sides.EACH: 2}
often = settings(max_examples=20)


def pauses_between(plan: Plan) -> Iterator[tuple[Bout, list[Phase], Bout]]:
    """Every work, what is between it and the next, and the next."""
    at = [n for n, phase in enumerate(plan.phases) if phase.kind is PhaseKind.WORK]
    for one, two in pairwise(at):
        before, after = bout_of(plan.phases[one]), bout_of(plan.phases[two])
        assert before is not None
        assert after is not None
        yield before, list(plan.phases[one + 1 : two]), after


@often
@given(any_routine, any_level)
def test_work_and_pauses_take_turns(routine: Routine, level: Level) -> None:
    plan = make_plan(routine, Choices(level=level))
    letters = {"prepare": "p", "rest": "r", "switch": "s", "work": "W", "intro": "(", "finish": ")"}
    order = "".join(letters[phase.kind] for phase in plan.phases)
    assert re.fullmatch(r"\(pW([prs]?W)*\)", order)


@often
@given(any_routine, any_level)
def test_a_phase_knows_the_work_before_it_and_to_come(routine: Routine, level: Level) -> None:
    plan = make_plan(routine, Choices(level=level))
    done: Bout | None = None
    for phase, following in pairwise(plan.phases):
        match phase:
            case Work(bout=bout, before=before):
                assert before == done
                done = bout
            case Gap(bout=bout, before=before):
                assert before == done
                assert isinstance(following, Work)
                assert following.bout == bout


@often
@given(any_routine, any_level)
def test_no_two_stretches_of_work_have_one_address(routine: Routine, level: Level) -> None:
    addresses = [bout.address for bout in works(make_plan(routine, Choices(level=level)))]
    assert len(set(addresses)) == len(addresses)


@often
@given(any_routine, any_level)
def test_all_that_is_prescribed_is_done(routine: Routine, level: Level) -> None:
    plan = make_plan(routine, Choices(level=level))
    found = works(plan)
    assert [section.name for section in plan.routine.sections] == [s.name for s in routine.sections]
    for number, section in enumerate(plan.routine.sections):
        here = [bout for bout in found if bout.address.blocks == (number,)]
        if section.timing in (Timing.AMRAP, Timing.FOR_TIME):
            assert [bout.length_ms for bout in here] == [section.cap_ms]
            continue
        done = [(b.round, b.address.exercise, b.set, b.side or "") for b in here]
        if section.timing is Timing.SUPERSET:  # the first set of each, and then the next
            assert [(b.set, b.address.exercise, b.side or "") for b in here] == sorted(
                (set_, exercise, side) for _, exercise, set_, side in done
            )
        else:
            assert done == sorted(set(done))
        in_a_round = sum(e.sets.at(level) * SIDES_APART[e.sides] for e in section.exercises)
        assert len(done) == section.rounds.at(level) * in_a_round


@often
@given(any_routine, any_level)
def test_left_and_right_do_the_same(routine: Routine, level: Level) -> None:
    plan = make_plan(routine, Choices(level=level))
    for before, between, after in pauses_between(plan):
        if before.side is Side.LEFT:
            assert [phase.kind for phase in between] == [PhaseKind.SWITCH]
            assert on_side(before, Side.RIGHT) == after
            assert before.dose == after.dose
    sides = [bout.side for bout in works(plan) if bout.side]
    assert sides == [Side.LEFT, Side.RIGHT] * (len(sides) // 2)


@often
@given(any_routine, any_level)
def test_only_the_two_sides_of_a_set_have_a_switch_between(routine: Routine, level: Level) -> None:
    for before, between, after in pauses_between(make_plan(routine, Choices(level=level))):
        switches = any(phase.kind is PhaseKind.SWITCH for phase in between)
        assert switches == (before.side is Side.LEFT)
        assert switches == (after.side is Side.RIGHT)


@often
@given(any_routine, any_level)
def test_there_is_a_pause_but_for_intervals_without_rest(routine: Routine, level: Level) -> None:
    for before, between, after in pauses_between(make_plan(routine, Choices(level=level))):
        if not between:
            assert before.section is after.section
            assert before.section.timing is Timing.INTERVALS
            rests = (*before.exercise.rests_ms, before.exercise.rest_after_ms)
            assert 0 in (*rests, before.section.rest_between_rounds_ms)


@often
@given(any_routine, any_level)
def test_halfway_is_said_at_most_once_and_in_a_pause(routine: Routine, level: Level) -> None:
    plan = make_plan(routine, Choices(level=level))
    said = [phase for phase in plan.phases if is_halfway(plan, phase)]
    assert len(said) <= 1
    assert all(phase.kind in (PhaseKind.REST, PhaseKind.PREPARE) for phase in said)


@often
@given(any_routine)
def test_a_higher_level_is_never_less_work(routine: Routine) -> None:
    low, middle, high = (
        sum(bout.nominal_ms for bout in works(make_plan(routine, Choices(level=level))))
        for level in (Level.LOW, Level.MIDDLE, Level.HIGH)
    )
    assert low <= middle <= high


@often
@given(any_routine)
def test_a_plan_is_a_value_of_the_routine_and_the_choices(routine: Routine) -> None:
    assert make_plan(routine) == make_plan(routine, Choices(level=Level.MIDDLE))
