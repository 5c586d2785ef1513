"""A session as a stream: the same sound as its export, and the same place at another pace."""

from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest
from program import SHORT

from earcoach import Coach, MemorySink, loads
from earcoach.plan.phases import Work
from earcoach.streaming import Stream, carried, lengths, shown, size
from earcoach.timeline.cues import Role
from earcoach.units import frames_of_ms

SECOND = frames_of_ms(1000)
EMOM = """\
title: Minutes
sections:
  - name: Minutes
    type: emom
    rounds: 3
    exercises:
      - Hop: 4 reps
"""


@pytest.fixture
def coach(shared_cache: Path) -> Coach:
    return Coach(loads(SHORT))


def at_pace(pace: str, text: str = SHORT) -> Coach:
    return Coach(loads(text), pace=pace)


def works(coach: Coach) -> list[int]:
    phases = coach.plan.phases
    return [index for index, phase in enumerate(phases) if isinstance(phase, Work)]


def decoded(mp3: bytes, tmp_path: Path) -> np.ndarray:
    import soundfile

    path = tmp_path / "stream.mp3"
    path.write_bytes(mp3)
    return soundfile.read(path, dtype="float32")[0]


def test_it_is_the_sound_of_the_session_from_that_place_on(coach: Coach, tmp_path: Path) -> None:
    sink = MemorySink()
    coach.render(sink)
    index, offset = works(coach)[1], SECOND
    heard = decoded(b"".join(Stream(coach, index, offset).mp3()), tmp_path)
    expected = sink.samples[coach.timeline.onset(index) + offset :]
    late = max(range(2400), key=lambda n: float(heard[n : n + 96_000] @ expected[:96_000]))
    pair = heard[late : late + 96_000], expected[:96_000]
    assert np.corrcoef(*pair)[0, 1] > 0.98
    assert late <= 1105


@pytest.mark.parametrize("place", [(0, 0), (3, 1234), (99, 0), (4, 10**9)])
def test_its_size_is_known_before_it_is_made(coach: Coach, place: tuple[int, int]) -> None:
    stream = Stream(coach, *place)
    assert len(b"".join(stream.mp3())) == size(stream.timeline.length - stream.start)


def test_more_rest_is_silence_before(coach: Coach, tmp_path: Path) -> None:
    heard = decoded(b"".join(Stream(coach, 1, 0, rest=15 * SECOND).mp3()), tmp_path)
    assert not np.abs(heard[: 14 * SECOND]).max() > 0.001
    assert np.abs(heard[15 * SECOND : 17 * SECOND]).max() > 0.01


def test_a_place_in_an_emom_keeps_its_minute(shared_cache: Path) -> None:
    coach = at_pace("1", EMOM)
    rest = next(i for i, p in enumerate(coach.plan.phases) if p.kind == "rest")
    stream = Stream(coach, rest)
    assert stream.timeline.length - stream.start == sum(list(lengths(coach))[rest:])


def test_a_hold_goes_on_at_the_same_second(coach: Coach) -> None:
    plank = next(i for i in works(coach) if coach.plan.phases[i].bout.hold)
    assert carried(coach, at_pace("1.5"), plank, 2 * SECOND) == 2 * SECOND


@pytest.mark.parametrize("pace", ["0.5", "0.8", "1.25", "2"])
def test_reps_go_on_in_the_same_rep(coach: Coach, pace: str) -> None:
    squat, other = works(coach)[0], at_pace(pace)
    beats = [c.onset for c in coach.timeline[squat].layout.cues if c.role is Role.COUNT]
    theirs = [c.onset for c in other.timeline[squat].layout.cues if c.role is Role.COUNT]
    for mine, its in zip(beats, theirs, strict=True):
        assert carried(coach, other, squat, mine) == its


def test_a_pause_has_as_much_left_as_the_new_pace_leaves(coach: Coach) -> None:
    rest = next(i for i, p in enumerate(coach.plan.phases) if p.kind == "rest")
    other = at_pace("0.5")
    length, longer = coach.timeline[rest].length, other.timeline[rest].length
    left = longer - carried(coach, other, rest, length - 4 * SECOND)
    assert left >= 4 * SECOND
    assert carried(coach, other, rest, length - SECOND) == longer - SECOND  # in the 3-2-1


def test_what_is_shown_needs_no_voice(own_folders: Path) -> None:
    told = shown(Coach(loads(SHORT), pace=Fraction(2)))
    assert told["title"] == "Short"
    assert [phase["kind"] for phase in told["phases"]][:3] == ["intro", "prepare", "work"]
    assert told["phases"][2]["about_s"] == 1.0
    assert not (own_folders / "cache").exists()
