"""A live performance, played offline: commands at any moment lose, double and overlap nothing."""

from fractions import Fraction
from itertools import pairwise

import numpy as np
import pytest
from heard import bout_of, exercise_of, text_of, timeline_in
from hypothesis import given, settings, strategies as st
from stage import BLOCK, LEVELS, Stage, phrase_clip, plan_of

from earcoach.audio.mixer import Mixer
from earcoach.plan.phases import Gap, PhaseKind
from earcoach.session.commands import Action
from earcoach.timeline import edits
from earcoach.timeline.cues import Role
from earcoach.timeline.pacing import Pacing
from earcoach.units import frames_of_ms

ROUTINE = """\
title: Two moves
sections:
  - name: Legs
    exercises:
      - Squat: 2 x 8 each leg, beat 2s, rest 12s
      - Plank: 2 x 30s hold, rest 15s
"""
COACHED = """
title: Coached
defaults: {coaching: full, rest: 12s}
exercises:
  - Deadlift: 1 x 4 each leg, tempo 3-1-2-1
    cues: [Tip forward from the hip, Keep both hips level]
  - Plank: 1 x 20s hold
    cues: Squeeze your glutes
"""

INTERVALS = """\
title: Fast
sections:
  - {name: On and off, type: intervals, rounds: 3, work: 8s, rest: 6s, exercises: [Hop, Skip]}
"""


def test_without_wishes_it_sounds_as_the_export() -> None:
    stage = Stage(plan_of(ROUTINE))
    timeline = timeline_in(stage.plan, LEVELS)
    stage.play()
    mixer = Mixer(timeline, LEVELS)
    np.testing.assert_array_equal(np.concatenate(stage.blocks), mixer.render(0, timeline.length))


@settings(max_examples=20)
@given(
    changes=st.lists(
        st.tuples(st.integers(1, 12_000), st.integers(50, 200)), min_size=1, max_size=12
    )
)
@pytest.mark.parametrize("text", [ROUTINE, INTERVALS, COACHED])
def test_pace_at_any_moment_loses_doubles_and_overlaps_nothing(
    text: str, changes: list[tuple[int, int]]
) -> None:
    stage = Stage(plan_of(text))
    for after_ms, percent in changes:
        stage.play(frames_of_ms(after_ms))
        if not stage.over:
            stage.set_pacing(Pacing(pace=Fraction(percent, 100)))
    stage.play()
    for index, phase in enumerate(stage.plan.phases):
        bout = bout_of(phase)
        if phase.kind is PhaseKind.WORK and bout:
            assert stage.cues(index, Role.GO) == 1
            assert stage.cues(index, Role.COUNT) == (bout.reps or 0)
        elif phase.kind in (PhaseKind.PREPARE, PhaseKind.REST, PhaseKind.SWITCH):
            assert stage.cues(index, Role.COUNTDOWN) == 3
            said = Role.SIDE if phase.kind is PhaseKind.SWITCH else Role.ANNOUNCE
            if (isinstance(phase, Gap) and phase.new_exercise) or phase.kind is PhaseKind.SWITCH:
                assert stage.cues(index, said) == 1
    assert np.concatenate(stage.blocks).max() < 0.5  # two phrases at once would be 0.5


@settings(max_examples=15)
@given(after_ms=st.integers(0, 16_000), percent=st.integers(50, 200))
def test_reps_to_come_take_the_new_beat_and_holds_their_seconds(
    after_ms: int, percent: int
) -> None:
    stage = Stage(plan_of(ROUTINE))
    stage.play_to(lambda b: b.phase.kind is PhaseKind.WORK)
    stage.play(frames_of_ms(after_ms))
    stage.set_pacing(Pacing(pace=Fraction(percent, 100)))
    changed_at = stage.clock
    stage.play()
    first = next(b.index for b in stage.begun if b.phase.kind is PhaseKind.WORK)
    onsets = [b.at for b in stage.begun if b.index == first and b.cue and b.cue.role is Role.COUNT]
    beat = 2 * 48_000 * 100 / percent
    later = [at for at in onsets if at > changed_at]
    for one, other in pairwise(later):
        assert abs(other - one - beat) <= 1
    starts = {b.index: b.at for b in stage.begun if b.cue is None}
    for index, phase in enumerate(stage.plan.phases):
        if phase.kind is PhaseKind.WORK and bout_of(phase) and bout_of(phase).hold:
            assert abs(starts[index + 1] - starts[index] - 30 * 48_000) == 0


@settings(max_examples=15)
@given(hold_ms=st.integers(1, 29_000), pause_ms=st.integers(1, 60_000), times=st.integers(1, 3))
def test_a_paused_hold_is_silent_and_keeps_its_remaining_frames(
    hold_ms: int, pause_ms: int, times: int
) -> None:
    stage = Stage(plan_of(ROUTINE))
    stage.play_to(
        lambda b: (
            bout_of(b.phase) is not None
            and bout_of(b.phase).hold
            and b.cue is not None
            and b.cue.role is Role.GO
        )
    )
    left = stage.left_of_phase
    for _ in range(times):
        step = frames_of_ms(hold_ms) // times
        stage.play(step)
        left -= step
        assert stage.left_of_phase == left
        stage.do(Action.PAUSE)
        stage.play(frames_of_ms(2000))  # "Paused." is said
        stage.blocks.clear()
        stage.play(frames_of_ms(pause_ms))
        assert not np.concatenate(stage.blocks).any()
        stage.do(Action.RESUME)
        stage.play(frames_of_ms(3000))
        assert stage.left_of_phase == left


def test_a_paused_set_goes_on_at_the_right_number() -> None:
    stage = Stage(plan_of(ROUTINE))
    stage.play_to(
        lambda b: b.cue is not None and text_of(b.cue) == "3" and b.cue.role is Role.COUNT
    )
    stage.do(Action.TOGGLE)
    stage.play(frames_of_ms(20_000))
    seen = len(stage.begun)
    stage.do(Action.TOGGLE)
    stage.play_to(lambda b: b.cue is not None and b.cue.role is Role.COUNT)
    said = [text_of(b.cue) for b in stage.begun[seen:] if b.cue and text_of(b.cue)]
    assert said == ["Three", "Two", "One", "4"]


def test_a_broken_off_announcement_is_said_again() -> None:
    stage = Stage(plan_of(ROUTINE))
    stage.play_to(lambda b: b.cue is not None and b.cue.role is Role.ANNOUNCE and b.index == 1)
    stage.play(frames_of_ms(200))
    stage.do(Action.PAUSE)
    stage.play(frames_of_ms(5000))
    stage.do(Action.RESUME)
    stage.play_to(lambda b: b.phase.kind is PhaseKind.WORK)
    assert stage.cues(1, Role.ANNOUNCE) == 2
    assert stage.cues(1, Role.SECTION) == 1


def test_next_goes_from_a_pause_into_work_and_from_work_to_the_next_announcement() -> None:
    stage = Stage(plan_of(ROUTINE))
    stage.play(frames_of_ms(100))
    stage.do(Action.NEXT)
    stage.play(BLOCK)
    assert stage.phase.kind is PhaseKind.PREPARE
    stage.do(Action.NEXT)
    stage.play(frames_of_ms(3100))
    assert stage.phase.kind is PhaseKind.WORK
    stage.do(Action.NEXT)
    stage.play(BLOCK)
    assert exercise_of(stage.phase) == "Plank"
    assert stage.phase.kind is PhaseKind.REST


def test_previous_once_starts_the_exercise_again_and_twice_goes_to_the_one_before() -> None:
    stage = Stage(plan_of(ROUTINE))
    stage.play_to(
        lambda b: (
            bout_of(b.phase) is not None and bout_of(b.phase).hold and bout_of(b.phase).set == 2
        )
    )
    stage.do(Action.PREVIOUS)
    stage.play(BLOCK)
    again = stage.phase
    assert bout_of(again) and (bout_of(again).exercise.name, bout_of(again).set) == ("Plank", 1)
    stage.do(Action.PREVIOUS)
    stage.play(BLOCK)
    assert exercise_of(stage.phase) == "Squat"


def test_repeat_does_the_set_again_from_its_first_side() -> None:
    stage = Stage(plan_of(ROUTINE))
    stage.play_to(lambda b: b.phase.kind is PhaseKind.WORK and not b.phase.opens_set)
    stage.do(Action.REPEAT)
    stage.play(frames_of_ms(3500))
    bout = bout_of(stage.phase)
    assert bout and stage.phase.kind is PhaseKind.WORK and (bout.side, bout.set) == ("left", 1)


def test_more_rest_is_fifteen_seconds_and_keeps_the_countdown_at_the_end() -> None:
    stage = Stage(plan_of(ROUTINE))
    stage.play_to(lambda b: b.phase.kind is PhaseKind.REST)
    left = stage.left_of_phase
    stage.do(Action.MORE_REST)
    assert stage.left_of_phase == left + frames_of_ms(15_000)
    index = stage.index
    stage.play_to(lambda b: b.phase.kind is PhaseKind.WORK)
    assert stage.cues(index, Role.COUNTDOWN) == 3


def test_where_and_again_answer_with_words_and_work_goes_on() -> None:
    stage = Stage(plan_of(ROUTINE))
    stage.play_to(
        lambda b: b.cue is not None and text_of(b.cue) == "2" and b.cue.role is Role.COUNT
    )
    left = stage.left_of_phase
    stage.do(Action.WHERE)
    stage.play(frames_of_ms(4000))
    assert stage.left_of_phase == left - frames_of_ms(4000)
    assert np.concatenate(stage.blocks).max() < 0.5
    stage.play()
    assert stage.cues(2, Role.COUNT) == 8


def test_done_ends_an_open_set() -> None:
    stage = Stage(plan_of("title: T\nexercises:\n  - Push-up: 2 x max\n"))
    stage.play_to(lambda b: b.phase.kind is PhaseKind.WORK)
    stage.do(Action.DONE)
    stage.play(BLOCK)
    assert stage.phase.kind is PhaseKind.REST


@pytest.mark.parametrize("action", list(Action))
def test_every_action_is_heard_at_once_and_without_a_click(action: Action) -> None:
    stage = Stage(plan_of(ROUTINE))
    stage.play_to(
        lambda b: b.cue is not None and text_of(b.cue) == "2" and b.cue.role is Role.COUNT
    )
    stage.play(frames_of_ms(50))  # in the middle of the word
    before = float(stage.blocks[-1][-1])
    stage.do(action)
    stage.blocks.clear()
    stage.play(frames_of_ms(100))
    after = np.concatenate(stage.blocks)
    steps = np.diff(np.concatenate([[before], after]))
    assert np.abs(steps).max() < 0.02  # a word that is cut off would be a step of 0.25
    assert after.any()


OWN_PACE = "title: T\nexercises:\n  - Pull-up: 2 x 3, rest 10s\n    own-pace: true\n"


def test_a_set_at_ones_own_pace_lasts_until_it_is_done() -> None:
    stage = Stage(plan_of(OWN_PACE))
    stage.play_to(lambda b: b.phase.kind is PhaseKind.WORK)
    stage.play(frames_of_ms(9_000))  # its estimated time
    stage.blocks.clear()
    index = stage.index
    stage.play(frames_of_ms(600))  # "Press D when you are done."
    assert np.concatenate(stage.blocks).any()
    stage.play(frames_of_ms(60_000))
    assert stage.index == index
    stage.do(Action.DONE)
    stage.play(BLOCK)
    assert stage.begun[-1].phase.kind is PhaseKind.REST
    assert next(b.before_done for b in stage.begun if b.index == index + 1)


def test_a_set_at_ones_own_pace_may_be_done_early() -> None:
    stage = Stage(plan_of(OWN_PACE))
    stage.play_to(lambda b: b.phase.kind is PhaseKind.WORK)
    stage.play(frames_of_ms(2_000))
    stage.do(Action.DONE)
    assert stage.phase.kind is PhaseKind.REST


def test_done_leaves_a_set_alone_that_has_an_end_of_its_own() -> None:
    stage = Stage(plan_of(ROUTINE))
    stage.play_to(lambda b: b.phase.kind is PhaseKind.WORK)
    stage.do(Action.DONE)
    stage.play(frames_of_ms(15_000))
    assert stage.cues(2, Role.COUNT) == 8


def test_as_many_as_possible_lasts_until_it_is_done() -> None:
    stage = Stage(plan_of("title: T\nexercises:\n  - Push-up: 2 x max\n"))
    stage.play_to(lambda b: b.phase.kind is PhaseKind.WORK)
    stage.play(frames_of_ms(120_000))
    assert stage.phase.kind is PhaseKind.WORK


def test_only_the_open_set_of_several_waits_until_it_is_done() -> None:
    stage = Stage(plan_of("title: T\nexercises:\n  - Push-up: 3, 2, max, rest 10s\n"))
    stage.play_to(lambda b: b.phase.kind is PhaseKind.WORK and b.phase.bout.set == 3)
    stage.play(frames_of_ms(120_000))
    assert (stage.phase.kind, stage.phase.bout.set) == (PhaseKind.WORK, 3)
    stage.do(Action.DONE)
    stage.play(BLOCK)
    assert stage.phase.kind is PhaseKind.FINISH


@pytest.mark.parametrize("paused_after_ms", [0, 3_000])
def test_work_begins_with_one_tone(paused_after_ms: int) -> None:
    """From a pause by `next`, or again after a pause in the middle: never two at once."""
    stage = Stage(plan_of(ROUTINE))
    stage.play_to(lambda b: b.phase.kind is PhaseKind.PREPARE)
    stage.do(Action.NEXT)
    if paused_after_ms:
        stage.play(frames_of_ms(3_000 + paused_after_ms))
        stage.do(Action.PAUSE)
        stage.do(Action.RESUME)
    stage.play(BLOCK)
    stage.blocks.clear()
    stage.play(frames_of_ms(3_200))
    assert tones(stage) == pytest.approx(0.01)


def tones(stage: Stage) -> float:
    """The highest level that lasts and is no speech, which is far above."""
    heard = np.concatenate(stage.blocks)
    lasting = heard[:-50][heard[:-50] == heard[50:]]
    return float(lasting[lasting < 0.2].max())


def test_back_is_said_before_the_countdown_and_the_lost_number_comes_again() -> None:
    stage = Stage(plan_of(ROUTINE))
    stage.play_to(
        lambda b: b.cue is not None and b.cue.role is Role.COUNT and text_of(b.cue) == "3"
    )
    stage.edit(edits.lost)
    stage.begun.clear()
    stage.edit(edits.resumed)
    stage.performance.say(("Back.", "Squat, set one."))
    stage.play(frames_of_ms(6_000))
    said = [b for b in stage.begun if b.cue and text_of(b.cue)]
    assert [text_of(b.cue) for b in said if b.cue][:4] == ["Three", "Two", "One", "3"]
    told = len(phrase_clip("Back.")) + len(phrase_clip("Squat, set one."))
    assert said[0].at >= told
    assert [later.at - sooner.at for sooner, later in pairwise(said[:3])] == [48_000] * 2
