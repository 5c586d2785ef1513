"""The order of a session: what is done, on which side, and what is between."""

import pytest
from planned import between_intro_and_finish, is_halfway, order, works

from earcoach import Plan, loads
from earcoach.plan.phases import Gap, PhaseKind
from earcoach.plan.planning import make_plan
from earcoach.routine.model import Timing


def test_straight_sets_are_done_one_exercise_after_another() -> None:
    """
    title: T
    defaults: {rest: 45s}
    exercises:
      - Squat: 3 x 12
      - rest: 2 min
      - Lunge: 2 x 8, rest 20s
      - Plank: 30s hold
    """
    assert order(test_straight_sets_are_done_one_exercise_after_another.__doc__) == [
        "prepare",
        "Squat 1/3",
        "rest 45s",
        "Squat 2/3",
        "rest 45s",
        "Squat 3/3",
        "rest 120s",
        "Lunge 1/2",
        "rest 20s",
        "Lunge 2/2",
        "rest 20s",
        "Plank 1/1",
    ]


def test_each_side_has_the_full_dose_and_a_switch_between() -> None:
    """
    title: T
    defaults: {rest: 45s, switch: 8s}
    exercises:
      - Lunge: 2 x 8 each side
      - Squat: 12
    """
    assert order(test_each_side_has_the_full_dose_and_a_switch_between.__doc__) == [
        "prepare",
        "Lunge 1/2 left",
        "switch 8s",
        "Lunge 1/2 right",
        "rest 45s",
        "Lunge 2/2 left",
        "switch 8s",
        "Lunge 2/2 right",
        "rest 45s",
        "Squat 1/1",
    ]


def test_alternating_sides_are_one_set() -> None:
    plan = make_plan(loads("title: T\nexercises: [{Lunge: 8 each leg alternating}]"))
    assert between_intro_and_finish(plan) == ["prepare", "Lunge 1/1"]
    (bout,) = works(plan)
    assert (bout.reps, bout.side) == (16, None)


def test_a_circuit_goes_round() -> None:
    """
    title: T
    sections:
      - name: A
        type: circuit
        rounds: 2
        rest: 15s
        rest_between_rounds: 90s
        exercises:
          - Squat: 12
          - rest: 20s
          - Plank: 2 x 30s hold
    """
    plan = make_plan(loads(test_a_circuit_goes_round.__doc__ or ""))
    one_round = ["Squat 1/1", "rest 20s", "Plank 1/2", "rest 15s", "Plank 2/2"]
    assert between_intro_and_finish(plan) == ["prepare", *one_round, "rest 90s", *one_round]
    assert [(bout.round, bout.rounds) for bout in works(plan)] == [(1, 2)] * 3 + [(2, 2)] * 3


def test_intervals_are_to_the_clock() -> None:
    """
    title: T
    sections:
      - name: A
        type: intervals
        work: 40s
        rest: 20s
        rounds: 2
        rest_between_rounds: 1 min
        exercises: [Burpee, Side plank: 30s each side]
    """
    one_round = [
        "Burpee 1/1",
        "rest 20s exactly",
        "Side plank 1/1 left",
        "switch 6s",
        "Side plank 1/1 right",
    ]
    expected = ["prepare", *one_round, "rest 60s exactly", *one_round]
    assert order(test_intervals_are_to_the_clock.__doc__) == expected


def test_intervals_without_rest_follow_each_other_at_once() -> None:
    """
    title: T
    sections:
      - name: A
        type: intervals
        work: 40s
        rest: 0s
        rounds: 2
        exercises: [Burpee, Jump]
    """
    expected = ["prepare", "Burpee 1/1", "Jump 1/1", "Burpee 1/1", "Jump 1/1"]
    assert order(test_intervals_without_rest_follow_each_other_at_once.__doc__) == expected


def test_an_emom_starts_every_exercise_at_its_interval() -> None:
    """
    title: T
    sections:
      - name: A
        type: emom
        every: 90s
        rounds: 2
        exercises: [Burpee: 10, Lunge: 8 each leg]
    """
    one_round = ["Burpee 1/1", "rest of 90s", "Lunge 1/1 left", "switch 6s", "Lunge 1/1 right"]
    expected = ["prepare", *one_round, "rest of 90s", *one_round]
    assert order(test_an_emom_starts_every_exercise_at_its_interval.__doc__) == expected


@pytest.mark.parametrize("timing", [Timing.AMRAP, Timing.FOR_TIME])
def test_a_section_against_the_clock_is_one_stretch_of_work(timing: Timing) -> None:
    plan = make_plan(
        loads(
            "title: T\nsections:\n- name: Finisher\n  type: "
            f"{timing}\n  cap: 10 min\n  exercises:\n"
            "  - {Swing: 15, equipment: kettlebell}\n  - {Row: 12, equipment: band, rest: 40s}\n"
            "- name: Calm\n  exercises: [Breathe: 60s hold]\n"
        )
    )
    assert between_intro_and_finish(plan) == [
        "prepare",
        "Finisher 1/1",
        "rest 40s",
        "Breathe 1/1",
    ]
    finisher = works(plan)[0]
    assert (finisher.length_ms, finisher.reps, finisher.hold) == (600_000, None, False)
    assert finisher.exercise.equipment == ("kettlebell", "band")


def test_sections_follow_each_other_after_a_rest() -> None:
    """
    title: T
    sections:
      - {name: A, rest: 10s, exercises: [Squat: 2 x 12]}
      - {name: B, rest: 25s, exercises: [Plank: 30s hold]}
    """
    plan = make_plan(loads(test_sections_follow_each_other_after_a_rest.__doc__ or ""))
    expected = ["prepare", "Squat 1/2", "rest 10s", "Squat 2/2", "rest 10s", "Plank 1/1"]
    assert between_intro_and_finish(plan) == expected
    opening = [gap.new_section for gap in plan.phases if isinstance(gap, Gap)]
    assert opening == [True, False, True]


def test_without_rest_there_is_still_time_to_get_ready() -> None:
    """
    title: T
    exercises:
      - Squat: 2 x 12, rest 0s
      - Plank: 30s hold
    """
    expected = ["prepare", "Squat 1/2", "prepare", "Squat 2/2", "prepare", "Plank 1/1"]
    assert order(test_without_rest_there_is_still_time_to_get_ready.__doc__) == expected


def test_getting_ready_takes_longer_with_new_equipment_or_a_new_position() -> None:
    """
    title: T
    defaults: {get_ready: 4s}
    exercises:
      - {Squat: 2 x 12, position: standing}
      - {Plank: 30s hold, position: lying}
      - {Row: 12, position: lying, equipment: band}
      - {Press: 12, position: seated, equipment: [band, bench]}
      - {Curl: 12, equipment: bench}
      - {Crunch: 12, get_ready: 0s}
    """
    source = test_getting_ready_takes_longer_with_new_equipment_or_a_new_position.__doc__ or ""
    pauses = [
        p for p in make_plan(loads(source)).phases if p.kind in (PhaseKind.PREPARE, PhaseKind.REST)
    ]
    assert [p.ready_ms for p in pauses] == [4000, 0, 9000, 14_000, 19_000, 4000, 0]


def test_open_sets_are_work_without_a_number() -> None:
    plan = make_plan(loads("title: T\nexercises: [Pull-up: 2 x max]"))
    assert [(bout.reps, bout.length_ms) for bout in works(plan)] == [(None, None)] * 2


# -- the estimate and half-way ---------------------------------------------------------------------

FRAME_S = 5 + 5 + 5 + 6
"""Introduction, end, and speech and quiet before the first work, in an estimate."""


@pytest.mark.parametrize(
    ("source", "seconds"),
    [
        ("exercises: [Squat: 12]", 36),
        ("exercises: [Squat: '3 x 12, beat 2s, rest 10s']", 3 * 24 + 2 * 10),
        ("exercises: [Squat: '2 x 8, tempo 4-0-1-0, rest 10s']", 2 * 40 + 10),
        ("exercises: [Plank: 2 x 30s hold each side]", 4 * 30 + 2 * 6 + 30),
        ("exercises: [Pull-up: max]", 45),
        ("sections: [{name: A, type: amrap, cap: 10 min, exercises: [Swing: 15]}]", 600),
        (
            "sections: [{name: A, type: intervals, work: 40s, rest: 20s, rounds: 8,"
            " exercises: [Jump]}]",
            8 * 40 + 7 * 20,
        ),
        ("sections: [{name: A, type: emom, rounds: 10, exercises: [Swing: 10]}]", 9 * 60 + 30),
        (
            "sections: [{name: A, type: emom, rounds: 10, exercises: [Lunge: 5 each leg]}]",
            9 * 60 + 15 + 6 + 15,
        ),
    ],
)
def test_a_plan_lasts_about_as_long_as_what_is_prescribed(source: str, seconds: int) -> None:
    plan = make_plan(loads(f"title: T\n{source}"))
    nominal_ms = sum(phase.nominal_ms for phase in plan.phases)
    assert nominal_ms == 1000 * (FRAME_S + seconds)


def halfway(plan: Plan) -> list[int]:
    """How many works are done when it is said that half of the session is."""
    done = [phase.kind is PhaseKind.WORK for phase in plan.phases]
    return [sum(done[:n]) for n, phase in enumerate(plan.phases) if is_halfway(plan, phase)]


@pytest.mark.parametrize("sets", [2, 3, 4, 5, 10, 33])
@pytest.mark.parametrize("each", ["", " each side"])
def test_halfway_is_said_once_about_the_middle_of_the_sets(sets: int, each: str) -> None:
    source = f"title: T\nexercises: [Plank: {sets} x 3 min hold{each}]"
    sides = 2 if each else 1
    (works_done,) = halfway(make_plan(loads(source)))
    assert abs(works_done - sets * sides / 2) <= sides  # the rest that is nearest to the middle


@pytest.mark.parametrize("dose", ["60s hold", "60s hold each side"])
def test_halfway_is_not_said_where_there_is_no_pause(dose: str) -> None:
    assert halfway(make_plan(loads(f"title: T\nexercises: [Plank: {dose}]"))) == []


def test_halfway_is_not_said_in_a_session_of_a_few_minutes() -> None:
    assert halfway(make_plan(loads("title: T\nexercises: [Plank: 3 x 30s hold]"))) == []
