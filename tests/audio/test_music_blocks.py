"""The same bits of music in any order and any blocks, and in a live session as it goes."""

import importlib.util
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from backed import (
    SILENT,
    SLOW,
    encoded,
    mixer_of,
    music_of,
    whole,
    write,
)
from heard import bout_of
from hypothesis import given, settings, strategies as st
from stage import AtHand, Stage

import earcoach
from earcoach.audio.clip import Clip, Samples
from earcoach.audio.mixer import Mixer
from earcoach.plan.phases import PhaseKind
from earcoach.plan.planning import make_plan
from earcoach.session.commands import Action
from earcoach.timeline import edits
from earcoach.units import SAMPLE_RATE_HZ, frames_of_ms

EMOM = """\
title: Every minute
sections:
  - {name: On, type: emom, every: 15s, rounds: 2, exercises: [Hop: 2]}
"""
RESTING = """\
title: Go
exercises:
  - Hop: 2 x 2, beat 500ms, rest 8s
"""
# -- the same bits ------------------------------------------------------------------------------

SUFFIXES = [".wav", ".flac", ".ogg", ".mp3", ".opus"]


if importlib.util.find_spec("av"):
    SUFFIXES.append(".m4a")


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_music_has_the_same_bits_in_whatever_order_it_is_asked_for(
    suffix: str, tmp_path: Path
) -> None:
    file = encoded(write(tmp_path / "source.wav", 13, rate=44_100), suffix)
    straight = music_of(file).samples(0, 30 * SAMPLE_RATE_HZ)
    assert straight.any()
    music = music_of(file)
    for start, frames in ((900_000, 3), (100, 70_001), (1_200_000, 96_000), (0, 1), (431_999, 2)):
        np.testing.assert_array_equal(music.samples(start, frames), straight[start:][:frames])


@pytest.fixture(scope="module")
def noise_session(tmp_path_factory: pytest.TempPathFactory) -> tuple[Mixer, Samples]:
    mixer = mixer_of(SLOW, music_of(write(tmp_path_factory.mktemp("noise") / "noise.wav", 25)))
    return mixer, whole(mixer)


@settings(max_examples=10)
@given(st.data())
def test_any_cut_into_blocks_gives_the_same_bits(
    noise_session: tuple[Mixer, Samples], data: st.DataObject
) -> None:
    mixer, session = noise_session
    start = data.draw(st.integers(-1000, len(session)))
    lengths = data.draw(st.lists(st.integers(0, 60_000), min_size=1, max_size=8))
    for length in lengths:
        block, begin = mixer.render(start, length), max(0, start)
        assert block.shape == (length, 2)
        inside = session[begin : max(begin, start + length)]
        np.testing.assert_array_equal(block[begin - start :][: len(inside)], inside)
        assert not block[begin - start + len(inside) :].any()
        assert not block[: begin - start].any()
        start += length


def stage_of(text: str, music: Callable[[int, int], Samples | None], **how: Any) -> Stage:
    plan = make_plan(earcoach.loads(text))
    return Stage(plan, **{"sounds": SILENT} | how, music=music)


@pytest.mark.parametrize("text", [EMOM, RESTING])
@pytest.mark.parametrize("block_ms", [20, 333])
def test_a_performance_without_wishes_is_bit_for_bit_the_export(
    text: str, block_ms: int, tmp_path: Path
) -> None:
    music = music_of(write(tmp_path / "noise.wav", 7))
    mixer = mixer_of(text, music)
    stage = stage_of(text, music.samples)
    while not stage.over:
        stage.step(frames_of_ms(block_ms))
    np.testing.assert_array_equal(np.concatenate(stage.blocks), whole(mixer))


# -- live ---------------------------------------------------------------------------------------


def telling(start: int, frames: int) -> Samples:
    """Music whose left side tells its gain, and its right side where it is, too."""
    at = np.arange(start, start + frames, dtype=np.float32)
    return np.column_stack([np.full(frames, 0.5, dtype=np.float32), at / np.float32(2**23)])


WISHES = [action for action in Action if action is not Action.QUIT]


@settings(max_examples=10)
@given(st.lists(st.tuples(st.integers(1, 5000), st.sampled_from(WISHES)), min_size=1, max_size=5))
def test_whatever_the_athlete_wishes_music_goes_on_smoothly_where_it_was(
    commands: list[tuple[int, Action]],
) -> None:
    stage = stage_of(SLOW, telling)
    for after_ms, command in [*commands, (3000, Action.WHERE)]:
        stage.play(frames_of_ms(after_ms))
        if not stage.over:
            stage.do(command)
    sound = np.concatenate(stage.blocks)
    gains = 2 * sound[:, 0]
    assert gains.max() <= 1
    assert np.abs(np.diff(gains)).max() < 0.0004  # the whole way takes at least a tenth of a second
    if commands[0][0] < 1000:  # too early to have heard anything
        return
    heard = gains > 0.05
    places = sound[heard, 1] / gains[heard] * 2**23
    assert np.abs(places - np.maximum.accumulate(places)).max() < 4  # float32 tells it so exactly
    assert np.diff(places).max() < SAMPLE_RATE_HZ  # what passes in the fades is not heard


def test_a_pause_is_silent_and_music_goes_on_where_it_stopped() -> None:
    stage = stage_of(SLOW, telling)
    stage.render(frames_of_ms(9000))
    stage.do(Action.PAUSE)
    assert stage.render(frames_of_ms(240))[: frames_of_ms(100), 0].any()
    stage.render(frames_of_ms(60))
    assert not stage.render(frames_of_ms(30_000)).any()
    stage.do(Action.RESUME)
    after = stage.render(frames_of_ms(500))[frames_of_ms(400) :]
    place = np.median(after[:, 1] / (2 * after[:, 0]) * 2**23) / SAMPLE_RATE_HZ
    assert 9.5 < place < 10.2


def test_an_answer_waits_until_music_is_down() -> None:
    stage = stage_of(SLOW, telling)
    while stage.phase.kind is not PhaseKind.WORK or not (
        bout_of(stage.phase) and bout_of(stage.phase).hold
    ):
        stage.render(frames_of_ms(20))
    stage.render(frames_of_ms(6000))
    open_gain = stage.render(1)[0, 0]
    stage.do(Action.WHERE)
    sound = np.concatenate([stage.render(frames_of_ms(20)) for _ in range(30)])[:, 0]
    assert sound[0] > 0.99 * open_gain
    assert (sound[frames_of_ms(350) :] < 0.26 * open_gain).all()


def test_an_answer_that_waits_is_not_given_after_a_pause() -> None:
    def loud(text: str) -> Clip:
        return Clip(np.full(frames_of_ms(3000), 0.5 * (text == "An answer."), dtype=np.float32))

    stage = stage_of(
        SLOW,
        lambda start, frames: np.zeros((frames, 2), dtype=np.float32),
        sounds=AtHand(loud, SILENT.tone),
        first=1,
    )
    stage.performance.say(("An answer.",))
    stage.render(frames_of_ms(100))
    stage.edit(edits.paused)
    assert not stage.render(frames_of_ms(5000)).any()


def test_music_that_comes_late_leaves_the_voice_alone_and_comes_back_gently() -> None:
    late = True

    def source(start: int, frames: int) -> Samples | None:
        return None if late else telling(start, frames)

    stage = stage_of(SLOW, source)
    assert not stage.render(frames_of_ms(3000)).any()
    late = False
    gains = 2 * stage.render(frames_of_ms(3000))[:, 0]
    assert gains[0] < 0.001
    assert gains.any()
