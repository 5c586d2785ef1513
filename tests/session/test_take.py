"""Takes: whatever is asked for, the past stays as it was and the laws of time hold."""

from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from itertools import pairwise
from queue import SimpleQueue
from random import Random

import numpy as np
import pytest
from hypothesis import example, given, settings, strategies as st
from stage import BLOCK, LEVELS, AtHand, Stage, Steps, phrase_clip, plan_of, steps_of, tone_clip

from earcoach.audio.clip import Clip
from earcoach.audio.music.ducking import duck_of
from earcoach.audio.tones import default_tones
from earcoach.audio.voices.mastering import PEAK_DBFS
from earcoach.plan.phases import Gap, Intro, Work
from earcoach.session.commands import Action, Command, Inbox, SetPace
from earcoach.session.events import CueBegan, PhaseBegan
from earcoach.session.replay import begun
from earcoach.timeline import edits
from earcoach.timeline.cues import FADE, Phrase, Role
from earcoach.timeline.stretches import UNKNOWN
from earcoach.timeline.take import Take, extended, spoken
from earcoach.units import SPEECH_LUFS, frames_of_ms

ROUTINE = """\
title: Mixed
sections:
  - name: Legs
    exercises:
      - Squat: 2 x 6 each leg, beat 2s, rest 12s
      - Plank: 2 x 20s hold, rest 15s
  - {name: Every, type: emom, every: 20s, rounds: 2, exercises: [Hop: 4]}
  - name: Open
    exercises:
      - Push-up: 1 x max
"""
ASKED: list[Command] = [*(a for a in Action if a is not Action.QUIT), SetPace("2"), SetPace("0.5")]
STEPS = steps_of(most_blocks=600)


def mixed() -> Stage:
    return Stage(plan_of(ROUTINE))


@settings(max_examples=15)
@given(steps=STEPS)
def test_the_past_never_changes(steps: Steps) -> None:
    """What is rendered again long after has the bits that were heard."""
    stage = mixed()
    stage.play_with(steps)
    stage.play(BLOCK)
    heard = np.concatenate(stage.blocks)
    start = max(0, stage.clock - frames_of_ms(8000))
    again = stage.mixer.render(start, stage.clock - start)
    np.testing.assert_array_equal(again, heard[start:])


@settings(max_examples=15)
@given(steps=STEPS)
@example(steps=[(1, Action.NEXT), (263, SetPace("0.5")), (1, Action.PAUSE)])
def test_nothing_is_said_while_something_is_said(steps: Steps) -> None:
    stage = mixed()
    stage.play_with([*steps, (1, Action.RESUME), (1, Action.WHERE)])
    stage.play(1500 * BLOCK)
    assert np.abs(np.concatenate(stage.blocks)).max() < 0.5  # two phrases at once are 0.5


@settings(max_examples=15)
@given(steps=STEPS)
def test_music_is_down_under_every_word(steps: Steps) -> None:
    stage = mixed()
    stage.play_with(steps)
    take = extended(stage.take, stage.clock + frames_of_ms(8000))
    for start, stop in spoken(take):
        if start >= stage.clock:
            assert not duck_of(take, start, min(stop, start + 4800) - start).any()


@settings(max_examples=15)
@given(steps=STEPS, at=st.integers(0, 400))
def test_a_hold_that_is_not_asked_to_change_is_exact(steps: Steps, at: int) -> None:
    """From its start tone to the next phase a hold is as long as prescribed, pauses left out."""
    stage = mixed()
    stage.play_with(steps)
    stage.do(Action.RESUME)
    begun = len(stage.begun)
    stage.play(3000 * BLOCK)
    marks = [b for b in stage.begun[begun:] if b.cue is None or b.cue.role is Role.GO]
    for go, after in pairwise(marks):
        if go.cue and isinstance(go.phase, Work) and go.phase.bout.hold and after.before_done:
            assert after.at - go.at == 20 * 48_000


@settings(max_examples=15)
@given(blocks=st.integers(1, 4000))
def test_a_paused_session_goes_on_as_the_untouched_one_would(blocks: int) -> None:
    """All that is counted and said after a pause is what would have been."""
    untouched, paused = mixed(), mixed()
    untouched.play(blocks * BLOCK)
    paused.play(blocks * BLOCK)
    if paused.over:
        return
    paused.do(Action.PAUSE)
    paused.play(frames_of_ms(5000))
    paused.do(Action.RESUME)
    seen, later = len(untouched.begun), len(paused.begun)
    untouched.play(1500 * BLOCK)
    paused.play(2000 * BLOCK)
    expected = [(b.index, b.cue and b.cue.what) for b in untouched.begun[seen:]]
    got = [(b.index, b.cue and b.cue.what) for b in paused.begun[later:]]
    assert any(got[n : n + len(expected) // 2] == expected[: len(expected) // 2] for n in range(6))


def test_memory_does_not_grow_with_the_session() -> None:
    stage = mixed()
    for number in range(600):
        stage.play(3 * BLOCK)
        stage.do((Action.WHERE, Action.FASTER, Action.SLOWER, Action.PREVIOUS)[number % 4])
    assert len(stage.take.stretches) < 400
    assert len(stage.take.asides) < 400


# -- bursts and levels -------------------------------------------------------------------------


@pytest.mark.parametrize("loudness", [SPEECH_LUFS, -14.0])
@pytest.mark.parametrize("start_ms", [0, 2_000, 9_300, 14_000, 26_000, 61_000])
def test_whatever_is_asked_for_at_once_the_sound_stays_below_1_dbfs(
    loudness: float, start_ms: int
) -> None:
    """Of words and tones at their peaks, for as long as they last, with moves on every block."""
    stage = Stage(plan_of(ROUTINE), sounds=at_their_peaks(loudness))
    stage.play(frames_of_ms(start_ms))
    rng = Random(start_ms)
    for _ in range(3):
        for _ in range(10):
            stage.do(*rng.sample(ASKED, k=3))
            stage.play(BLOCK * rng.choice([1, 1, 2, 5, 60]))
        stage.do(Action.RESUME)
        stage.play(frames_of_ms(6_000))
    assert np.abs(np.concatenate(stage.blocks)).max() < 10 ** (-1 / 20)


def test_what_is_broken_off_is_gone_before_the_answering_tone() -> None:
    stage = mixed()
    stage.play_to(lambda b: b.cue is not None and b.cue.spoken)
    stage.play(frames_of_ms(100))
    start = stage.clock
    stage.do(Action.NEXT)
    stage.play(frames_of_ms(200))
    begun = [b.at for b in stage.begun if b.cue and b.at >= start]
    begun += [aside.cue.onset for aside in stage.take.asides]
    assert min(begun) == start + FADE


def at_their_peaks(loudness: float) -> AtHand:
    """Words at the highest peak there is; tones at theirs, as long as they are."""
    tones = default_tones(gain_db=loudness - SPEECH_LUFS)

    @cache
    def tone(name: str) -> Clip:
        peak = np.abs(tones[name].samples).max()
        return Clip(np.full(len(tones[name]), peak, dtype=np.float32))

    peak = np.float32(10 ** (PEAK_DBFS / 20))
    return AtHand(cache(lambda text: Clip(np.full(len(phrase_clip(text)), peak))), tone)


class Burst:
    """Ten thousand commands a second: 200 come before each block of a performance."""

    def __init__(self, stage: Stage) -> None:
        self.stage = stage
        self.commands: SimpleQueue[Command] = SimpleQueue()
        self.dropped = 0
        self._inbox = Inbox(self.commands)

    def play_block(self, asked: Sequence[Command]) -> None:
        for number in range(200):
            self.commands.put(asked[number % len(asked)])
        granted, dropped = self._inbox.next_ones()
        self.dropped += dropped
        self.stage.do(*granted)
        self.stage.step(BLOCK)


def test_a_burst_that_asks_for_nothing_leaves_the_sound_as_it_is() -> None:
    """Nothing is paused, and no set waits: a soft tone beside is all that is heard of it."""
    calm, stormy = mixed(), mixed()
    burst = Burst(stormy)
    for _ in range(1000):
        calm.step(BLOCK)
        burst.play_block([Action.RESUME])
    assert burst.dropped > 190_000
    assert stormy.begun == calm.begun
    heard, expected = np.concatenate(stormy.blocks), np.concatenate(calm.blocks)
    assert np.abs(heard - expected).max() <= np.abs(tone_clip("tick").samples).max() + 1e-6


@pytest.mark.parametrize("asked", [[Action.NEXT], [Action.NEXT, Action.PREVIOUS], ASKED])
def test_a_burst_holds_quit_back_by_no_block(asked: list[Command]) -> None:
    """The fade and the tone that answer are all that is heard after the block under way."""
    stage = mixed()
    burst = Burst(stage)
    for _ in range(50):
        burst.play_block(asked)
    for _ in range(10_000):
        burst.commands.put(asked[0])
    burst.commands.put(Action.QUIT)
    burst.play_block(asked)
    blocks = 1
    while not stage.over:
        stage.step(BLOCK)
        blocks += 1
    assert blocks == -(-edits.FAREWELL // BLOCK)


def test_of_moves_in_a_row_only_the_last_is_made() -> None:
    one, many = mixed(), mixed()
    for stage in (one, many):
        stage.play(frames_of_ms(2_000))
    for _ in range(3):
        one.do(Action.NEXT)
    many.do(Action.NEXT, Action.NEXT, Action.NEXT)
    for stage in (one, many):
        stage.play(frames_of_ms(500))
    assert one.index == many.index > 1
    assert one.begun == many.begun
    assert isinstance(many.events[-1], CueBegan | PhaseBegan)


# -- words that are not there yet --------------------------------------------------------------


class Cold(AtHand):
    """Sounds of which no phrase is known until somebody has spoken it."""

    def __init__(self) -> None:
        super().__init__(phrase_clip, tone_clip)
        self.warm = False

    def knows(self, what: object) -> bool:
        return self.warm or not isinstance(what, Phrase)

    def at_hand(self, text: str) -> Clip | None:
        return self.phrase(text) if self.warm else None


def test_a_cold_session_is_the_export_and_some_silence_after_the_chime() -> None:
    cold, warm = Stage(plan_of(ROUTINE), sounds=Cold()), mixed()
    warm.play(frames_of_ms(30_000))
    cold.play(frames_of_ms(3_000))
    cold.sounds.warm = True  # type: ignore[attr-defined]
    cold.play(frames_of_ms(33_000))
    heard, expected = np.concatenate(cold.blocks), np.concatenate(warm.blocks)
    first = np.flatnonzero(expected > 0.02)[0]  # the first word, by its fade
    silence = np.flatnonzero(heard > 0.02)[0] - first
    assert silence > frames_of_ms(2_000)
    np.testing.assert_array_equal(heard[: first - 100], expected[: first - 100])
    np.testing.assert_array_equal(
        heard[first + silence - 100 : len(expected)],
        expected[first - 100 : len(expected) - silence],
    )


def test_rest_that_is_asked_for_while_a_pause_waits_for_its_words_is_added() -> None:
    """With the words of the answer known, as in a session whose pause is new to its voice."""
    lengths = []
    for asked in (False, True):
        stage = Stage(plan_of(ROUTINE), sounds=Cold())
        stage.sounds.warm = True  # type: ignore[attr-defined]
        stage.play_to(lambda b: isinstance(b.phase, Work))
        stage.sounds.warm = False  # type: ignore[attr-defined]
        stage.play_to(lambda b: isinstance(b.phase, Gap))
        stage.play(frames_of_ms(500))
        assert stage.take.stretches[-1].playing.layout.length >= UNKNOWN
        if asked:
            stage.do(Action.MORE_REST, Action.MORE_REST)
        stage.play(frames_of_ms(200))
        stage.sounds.warm = True  # type: ignore[attr-defined]
        stage.play(frames_of_ms(2_000))
        lengths.append(stage.take.end - stage.clock)
    answers = lengths[1] - lengths[0] - frames_of_ms(30_000)
    assert 0 <= answers < frames_of_ms(3_000)  # a pause waits for what is said in between


def test_a_voice_that_hangs_stops_nothing() -> None:
    """Once no word comes any more, pauses wait a while, and tones stand for what is counted."""
    stage = Stage(plan_of(ROUTINE), sounds=Cold())
    stage.sounds.warm = True  # type: ignore[attr-defined]
    stage.play_to(lambda b: isinstance(b.phase, Gap))
    stage.sounds.warm = False  # type: ignore[attr-defined]
    stage.play_to(lambda b: isinstance(b.phase, Work) and b.cue is not None)
    stage.blocks.clear()
    stage.play(frames_of_ms(11_500))
    heard = np.concatenate(stage.blocks)
    assert np.abs(heard).max() < 0.05  # no word
    begins = np.flatnonzero((heard[1:] > 0.005) & (heard[:-1] <= 0.005))
    assert len(begins) >= 6  # a tone for every rep


@pytest.mark.parametrize(
    ("has_headset", "told"),
    [
        (False, "When you are done, press D."),
        (True, "When you are done, press D, or next on your headset."),
    ],
)
def test_a_set_that_nobody_ends_is_over_after_three_times_its_estimate(
    has_headset: bool, told: str
) -> None:
    plan = plan_of("title: T\nexercises:\n  - Push-up: 2 x max\n")
    stage = Stage(plan, has_headset=has_headset)
    stage.play_to(lambda b: isinstance(b.phase, Work))
    start, index = stage.clock, stage.index
    stage.play_to(lambda b: b.index > index)
    assert stage.clock - start >= frames_of_ms(3 * 45_000)
    said = [b.cue.what for b in stage.begun if b.index == index and b.cue]
    words = [what.text for what in said if isinstance(what, Phrase)]
    assert words[-2:] == [told, "Time is up."]
    ticks = [b.at for b in stage.begun if b.index == index and b.cue and b.cue.role is Role.TIME]
    assert max(np.diff(ticks[-5:])) <= frames_of_ms(15_000 + 3_000)


def test_on_a_page_a_set_is_ended_by_its_button() -> None:
    stage = Stage(plan_of("title: T\nexercises:\n  - Push-up: 1 x max\n"))
    stage.play_to(lambda b: isinstance(b.phase, Work))
    take = begun(stage.take.scheduler, stage.index)
    said = [
        cue.what.text
        for cue in take.stretches[0].playing.layout.cues
        if isinstance(cue.what, Phrase)
    ]
    assert said[-2:] == ["When you are done, tap Done.", "Time is up."]


@pytest.mark.parametrize("edit", [edits.paused, edits.lost, edits.finished])
def test_an_edit_leaves_the_take_it_is_made_of_alone(edit: object) -> None:
    stage = mixed()
    stage.play(frames_of_ms(9_000))
    before: Take = replace(stage.take)
    edit(stage.take, stage.clock)  # type: ignore[operator]
    assert stage.take == before
    assert stage.take.end < UNKNOWN
    assert isinstance(stage.plan.phases[0], Intro)
    assert LEVELS
