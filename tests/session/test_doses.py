"""Live sessions of every kind of work: pauses, pace, moves and `done` keep what is prescribed."""

from collections.abc import Callable
from itertools import pairwise

import numpy as np
import pytest
from heard import bout_of, exercise_of, written
from hypothesis import assume, example, given, settings, strategies as st
from stage import BLOCK, Begun, Stage, Steps, plan_of, steps_of

from earcoach.plan.phases import PhaseKind, Work
from earcoach.session.commands import Action, SetPace
from earcoach.session.events import Answered
from earcoach.timeline.cues import Role
from earcoach.units import SAMPLE_RATE_HZ, frames_of_ms

EVERY_KIND = """\
title: Every kind
defaults: {run_pace: "5:00/km"}
sections:
  - name: Floor
    exercises:
      - Clam: 1 x 2 each leg, 2s hold
      - Breathing: 2 breaths
      - Squat: 4-2 reps, rest 8s
  - name: Pairs
    exercises:
      - superset: [Row: 2 x 3, Dip: 2 x max]
        rest: 9s
  - {name: Parts, type: intervals, exercises: [Jog: 20s, Sprint: 4s, Walk: 15s]}
  - name: Blocks
    exercises:
      - rounds: 2
        exercises: [Hop: 3, Hang: 5s hold]
      - Run: 20 metres
"""
STEPS = steps_of(most_blocks=500)


def on_stage(exercise: str) -> Stage:
    return Stage(plan_of(f"title: T\nexercises:\n  - {exercise}\n"))


def work(begun: Begun) -> bool:
    return begun.phase.kind is PhaseKind.WORK


def cue(text: str) -> Callable[[Begun], bool]:
    """Whether it is this cue that began."""
    return lambda b: b.cue is not None and written(b.cue) == text


def onsets(stage: Stage, text: str) -> list[int]:
    return [b.at for b in stage.begun if cue(text)(b)]


def pause(stage: Stage, ms: int = 4_000) -> None:
    stage.do(Action.PAUSE)
    stage.play(frames_of_ms(ms))
    stage.do(Action.RESUME)


# -- whatever is asked for -------------------------------------------------------------------------


@settings(max_examples=15)
@given(steps=STEPS)
def test_whatever_is_asked_for_nothing_is_said_at_once_and_the_past_stays(
    steps: Steps,
) -> None:
    stage = Stage(plan_of(EVERY_KIND))
    stage.play_with(steps)
    stage.play(BLOCK)
    heard = np.concatenate(stage.blocks)
    assert np.abs(heard).max() < 0.5  # two phrases at once are 0.5
    start = max(0, stage.clock - frames_of_ms(8_000))
    np.testing.assert_array_equal(stage.mixer.render(start, stage.clock - start), heard[start:])


@settings(max_examples=10)
@given(steps=STEPS)
def test_whatever_is_asked_for_timed_work_that_is_left_alone_is_exact(
    steps: Steps,
) -> None:
    """Once nothing more is asked for but `done`, all seconds are those that are prescribed."""
    stage = Stage(plan_of(EVERY_KIND))
    stage.play_with(steps)
    if stage.over:
        return
    stage.do(Action.RESUME)
    stage.play(BLOCK)
    begun = len(stage.begun)
    while not stage.over:
        stage.play(frames_of_ms(5_000))
        stage.do(Action.DONE)
    phases = [b for b in stage.begun[begun:] if b.cue is None]
    for here, after in pairwise(phases):
        seconds = {"Jog": 20, "Sprint": 4, "Walk": 15, "Hang": 5}.get(exercise_of(here.phase) or "")
        if work(here) and seconds:
            assert after.at - here.at == seconds * SAMPLE_RATE_HZ


# -- reps that are held ----------------------------------------------------------------------------


@settings(max_examples=10)
@given(after_ms=st.integers(0, 31_000), pace=st.sampled_from(["0.5", "0.9", "1.4", "2"]))
@example(after_ms=19_000, pace="2")  # in a hold
def test_a_new_pace_counts_from_the_next_rep_and_leaves_all_holds_as_they_are(
    after_ms: int, pace: str
) -> None:
    stage = on_stage("Bridge: 1 x 4, 5s hold")
    stage.play_to(work)
    stage.play(frames_of_ms(after_ms))
    changed = stage.clock
    stage.do(SetPace(pace))
    stage.play()
    holds = onsets(stage, "[hold]")
    ends = onsets(stage, "[lower]")
    assert [end - begin for begin, end in zip(holds, ends, strict=True)] == 4 * [5 * SAMPLE_RATE_HZ]
    counts = [onsets(stage, str(number)) for number in (1, 2, 3, 4)]
    assert [len(times) for times in counts] == [1, 1, 1, 1]
    later = [time for (time,) in counts if time > changed]
    cycle = SAMPLE_RATE_HZ * (5 + 3 / float(pace))
    assert all(abs(gap - cycle) <= 1 for gap in np.diff(later))
    assert np.concatenate(stage.blocks).max() < 0.5


def test_a_pause_in_the_hold_of_a_rep_leaves_what_was_left_of_it() -> None:
    stage = on_stage("Bridge: 1 x 3, 5s hold")
    stage.play_to(cue("2"))
    stage.play_to(cue("[hold]"))
    stage.play(frames_of_ms(2_000))
    pause(stage, 4_000)
    stage.play()
    holds, ends = onsets(stage, "[hold]"), onsets(stage, "[lower]")
    lasted = [end - begin for begin, end in zip(holds, ends, strict=True)]
    away = frames_of_ms(4_000 + 3_000)  # with the 3-2-1 before it goes on
    assert lasted == [5 * SAMPLE_RATE_HZ, 5 * SAMPLE_RATE_HZ + away, 5 * SAMPLE_RATE_HZ]
    assert [len(onsets(stage, number)) for number in ("2", "3")] == [1, 1]


# -- breaths ---------------------------------------------------------------------------------------


def test_breaths_keep_their_rhythm_at_any_pace_and_go_on_after_a_pause() -> None:
    stage = on_stage("Child's pose: 4 breaths")
    stage.play_to(cue("In"))
    stage.do(SetPace("2"))
    stage.play_to(cue("In"))
    stage.play_to(cue("In"))
    pause(stage)
    stage.play()
    first, second, third = onsets(stage, "In")[:3]
    assert second - first == third - second
    said = [written(b.cue) for b in stage.begun if b.cue and written(b.cue) in ("In", "Out")]
    assert said.count("In") in (4, 5)  # the one that was broken off may be said again
    assert said[-2:] == ["In", "Out"]


# -- distances -------------------------------------------------------------------------------------


def test_a_distance_ends_when_it_is_done() -> None:
    stage = on_stage("Run: 2 x 400 m, rest 20s")
    stage.play_to(work)
    stage.play(frames_of_ms(30_000))
    index = stage.index
    stage.do(Action.DONE)
    stage.play(BLOCK)
    assert stage.phase.kind is PhaseKind.REST
    assert next(b for b in stage.begun if b.index == index + 1).before_done


def test_a_distance_that_nobody_ends_is_called_at_its_half_and_end_and_ends_by_itself() -> None:
    stage = Stage(
        plan_of('title: T\ndefaults: {run_pace: "5:00/km"}\nexercises:\n  - Run: 400 m\n')
    )
    stage.play_to(work)
    start, index = stage.clock, stage.index
    stage.do(SetPace("2"))  # no pace makes anybody run faster
    stage.play_to(lambda b: b.index > index)
    halfway, there = onsets(stage, "About halfway"), onsets(stage, "You should be there")
    assert [round((at - start) / SAMPLE_RATE_HZ) for at in (*halfway, *there)] == [60, 119]
    assert stage.clock - start >= 3 * 120 * SAMPLE_RATE_HZ


# -- sets that differ, and those that take turns --------------------------------------------------


def test_a_set_that_is_repeated_has_its_own_number_of_reps() -> None:
    stage = on_stage("Squat: 6-4-2 reps, rest 8s")
    stage.play_to(lambda b: work(b) and (bout := bout_of(b.phase)) is not None and bout.set == 2)
    stage.play(frames_of_ms(3_000))
    stage.do(Action.REPEAT)
    index = stage.index
    stage.begun.clear()
    stage.play_to(lambda b: b.phase.kind is PhaseKind.REST and b.index > index)
    assert stage.cues(index, Role.COUNT) == 4


def test_next_in_a_superset_goes_to_the_next_exercise_of_the_same_set() -> None:
    stage = on_stage("{superset: [Row: 2 x 3, Dip: 2 x 3], rest: 9s}")
    stage.play_to(work)
    stage.do(Action.NEXT)
    stage.play(BLOCK)
    bout = bout_of(stage.phase)
    assert bout and (bout.exercise.name, bout.set) == ("Dip", 1)


# -- parts of a run --------------------------------------------------------------------------------

RUN = """\
title: Parts
sections:
  - {name: Run, type: intervals, rounds: 2, exercises: [Run: 20s, Walk: 15s]}
"""


@settings(max_examples=8)
@given(after_ms=st.integers(500, 34_000), pause_ms=st.integers(500, 8_000))
def test_a_pause_takes_nothing_from_the_parts_of_a_run(after_ms: int, pause_ms: int) -> None:
    stage, untouched = Stage(plan_of(RUN)), Stage(plan_of(RUN))
    for each in (stage, untouched):
        each.play_to(work)
        each.play(frames_of_ms(after_ms))
    left = stage.left_of_phase
    assume(left > frames_of_ms(300))  # else the part ends in what is played on
    pause(stage, pause_ms)
    stage.play(frames_of_ms(3_200))
    assert 0 <= left - stage.left_of_phase <= frames_of_ms(3_300)
    for each in (stage, untouched):
        each.play()
    parts = [
        [exercise_of(b.phase) for b in each.begun if b.cue is None and isinstance(b.phase, Work)]
        for each in (stage, untouched)
    ]
    assert parts[0] == parts[1] == ["Run", "Walk", "Run", "Walk"]


def test_next_in_a_part_of_a_run_names_the_next_part_and_counts_it_in() -> None:
    stage = Stage(plan_of(RUN))
    stage.play_to(work)
    stage.play(frames_of_ms(5_000))
    seen = len(stage.begun)
    stage.do(Action.NEXT)
    stage.play_to(cue("[go]"))
    assert exercise_of(stage.phase) == "Walk"
    begun = [written(b.cue) for b in stage.begun[seen:] if b.cue]
    assert begun == ["Three", "Two", "One", "[go]"]
    named = [aside.cue for aside in stage.take.asides if written(aside.cue) == "Walk."]
    assert named and named[0].end < onsets(stage, "Three")[-1]


def test_back_in_a_part_of_a_run_is_that_part_again_and_twice_the_part_before() -> None:
    stage = Stage(plan_of(RUN))
    stage.play_to(lambda b: work(b) and exercise_of(b.phase) == "Walk")
    stage.play(frames_of_ms(5_000))
    for expected in ("Walk", "Run"):
        stage.do(Action.PREVIOUS)
        stage.play(frames_of_ms(500))
        assert exercise_of(stage.phase) == expected


@pytest.mark.parametrize("action", [Action.PREVIOUS, Action.REPEAT])
def test_going_back_in_a_block_stays_in_its_round(action: Action) -> None:
    stage = Stage(plan_of(EVERY_KIND))
    stage.play_to(
        lambda b: (
            work(b)
            and exercise_of(b.phase) == "Hang"
            and (bout := bout_of(b.phase)) is not None
            and bout.round == 2
        )
    )
    stage.play(frames_of_ms(1_000))
    stage.do(action)
    stage.play(BLOCK)
    bout = bout_of(stage.phase)
    assert bout and (bout.exercise.name, bout.round) == ("Hang", 2)


@pytest.mark.parametrize("action", [Action.DONE, Action.MORE_REST])
def test_what_cannot_be_done_now_is_shown_and_not_said(action: Action) -> None:
    stage = on_stage("Squat: 1 x 4")
    stage.play_to(cue("2"))
    stage.do(action)
    stage.play()
    answers = [event for event in stage.events if isinstance(event, Answered)]
    assert answers == [Answered(str(action), "Not now.")]
    assert [len(onsets(stage, number)) for number in ("1", "2", "3", "4")] == [1, 1, 1, 1]


def test_what_is_done_is_answered_by_what_comes_next() -> None:
    stage = on_stage("Push-up: 2 x max")
    stage.play_to(work)
    stage.do(Action.DONE)
    assert [event for event in stage.events if isinstance(event, Answered)] == [
        Answered("done", "")
    ]
