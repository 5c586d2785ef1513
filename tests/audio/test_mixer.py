"""The mixer: the same bits however a session is cut, and the bits of a naive mixer."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import pytest
from heard import text_of, timeline_in, tone_of
from humming import HummingEngine
from hypothesis import given, settings, strategies as st

from earcoach import MemorySink, loads
from earcoach.audio.clip import Samples, pcm_of
from earcoach.audio.mixer import Mixer
from earcoach.audio.sounds import Sounds
from earcoach.audio.tone_files import NAMES
from earcoach.audio.tones import default_tones
from earcoach.audio.voices.cache import ClipCache
from earcoach.audio.voices.engine import Speech
from earcoach.audio.voices.mastering import mastered
from earcoach.audio.voices.voice import Voice
from earcoach.output.pump import pump
from earcoach.plan.planning import make_plan

ROUTINE = """
title: Demo
exercises:
  - Split squat: 2 x 9 each leg, rest 10s, beat 500ms
  - Plank: 1 x 20s hold
"""

cuts = settings(max_examples=20)


@dataclass(frozen=True)
class Rendered:
    """A mixer, and the whole session added up by hand."""

    mixer: Mixer
    whole: Samples


@pytest.fixture(scope="module")
def session(tmp_path_factory: pytest.TempPathFactory) -> Rendered:
    speaker = Voice(HummingEngine(), ClipCache(tmp_path_factory.mktemp("clips")))
    tones = default_tones()
    timeline = timeline_in(make_plan(loads(ROUTINE)), Sounds(speaker, tones))
    whole = np.zeros(timeline.length, dtype=np.float64)
    for placed in timeline:
        for cue in placed.layout.cues:
            clip = speaker.clip(text_of(cue)) if text_of(cue) else tones[tone_of(cue) or ""]
            start = placed.onset + cue.onset
            whole[start : start + len(clip)] += clip.samples
    return Rendered(Mixer(timeline, Sounds(speaker, tones)), whole.astype(np.float32))


def pieces(mixer: Mixer, start: int, lengths: list[int]) -> Iterator[Samples]:
    for length in lengths:
        yield mixer.render(start, length)
        start += length


def test_the_whole_session_is_what_a_naive_mixer_makes(session: Rendered) -> None:
    assert np.array_equal(session.mixer.render(0, len(session.whole)), session.whole)
    assert np.abs(session.whole).max() > 0.1


@cuts
@given(st.data())
def test_any_cut_into_blocks_gives_the_same_bits(session: Rendered, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(session.whole)))
    lengths = data.draw(st.lists(st.integers(0, 100_000), min_size=1, max_size=12))
    joined = np.concatenate(list(pieces(session.mixer, start, lengths)))
    inside = session.whole[start : start + len(joined)]
    assert np.array_equal(joined[: len(inside)], inside)
    assert not joined[len(inside) :].any()


@pytest.mark.parametrize("frames", [2400, 4799, 48_000, 10_000_000])
def test_blocks_of_any_size_join_to_the_session(session: Rendered, frames: int) -> None:
    sink = MemorySink()
    pump(session.mixer, sink, block_frames=frames)
    assert np.array_equal(sink.samples, session.whole)


def test_every_frame_alone_is_the_same_frame(session: Rendered) -> None:
    places = np.flatnonzero(session.whole)[:: len(session.whole) // 500]
    assert len(places)
    for place in places.tolist():
        assert session.mixer.render(place, 1)[0] == session.whole[place]


@pytest.mark.parametrize("start", [0, 1, 48_000])
def test_behind_the_end_there_is_silence(session: Rendered, start: int) -> None:
    block = session.mixer.render(len(session.whole) + start, 1000)
    assert block.shape == (1000,)
    assert not block.any()


def test_before_the_beginning_there_is_silence(session: Rendered) -> None:
    block = session.mixer.render(-500, 1000)
    assert not block[:500].any()
    assert np.array_equal(block[500:], session.whole[:500])
    assert session.whole[:500].any()


@cuts
@given(st.data())
def test_frames_within_are_what_the_session_still_has(
    session: Rendered, data: st.DataObject
) -> None:
    start = data.draw(st.integers(0, len(session.whole) + 10_000))
    frames = data.draw(st.integers(0, len(session.whole)))
    left = len(session.whole[start : start + frames])
    assert session.mixer.timeline.frames_within(start, frames) == left


def test_the_last_block_ends_with_the_session(session: Rendered) -> None:
    *_, last = session.mixer.blocks(48_000)
    assert len(last) == len(session.whole) % 48_000


def test_a_session_can_be_heard_from_its_middle(session: Rendered) -> None:
    middle = len(session.whole) // 2
    joined = np.concatenate(list(session.mixer.blocks(48_000, start=middle)))
    assert np.array_equal(joined, session.whole[middle:])


def test_sixteen_bits_hold_the_sound_exactly(session: Rendered) -> None:
    assert np.array_equal(pcm_of(session.whole) / np.float32(32768), session.whole)


def test_the_loudest_tone_over_the_loudest_speech_is_not_clipped() -> None:
    shout = np.sign(np.sin(np.arange(24_000) / 7)).astype(np.float32)
    shout[::97] *= 5
    click = np.zeros(24_000, dtype=np.float32)
    click[12_000:12_040] = 1
    voice = max(int(np.abs(mastered(Speech(s, 24_000))).max()) for s in (shout, click))
    tone = max(float(np.abs(default_tones()[name].samples).max()) for name in NAMES)
    assert 0.5 < voice / 32768 <= 1 - tone
