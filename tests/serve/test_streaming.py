"""A session as a stream: the same sound as its export, and what commands make of it live."""

from collections.abc import Callable
from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest
import soundfile
from humming import HummingEngine
from program import SHORT
from stage import LEVELS, Stage

from earcoach import Action, Coach, MemorySink, SetPace, UsageError, loads
from earcoach.audio.sounds import Sounds
from earcoach.audio.tones import default_tones
from earcoach.audio.voices.cache import ClipCache
from earcoach.audio.voices.voice import Voice
from earcoach.plan.phases import PhaseKind, Work
from earcoach.session.commands import Command
from earcoach.streaming import Stream, lengths, shown
from earcoach.timeline.take import Take, extended
from earcoach.units import frames_of_ms, seconds_of_frames

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
OPEN = """\
title: Open
exercises:
  - Squat: 2 x 6, beat 2s, rest 20s
  - Plank: 1 x 20s hold each side
  - Row: 1 x to failure
  - Hop: 1 x 2
"""
INTRO, PREPARE, SQUAT, REST = range(4)


@pytest.fixture(scope="module")
def voice(tmp_path_factory: pytest.TempPathFactory) -> Voice:
    return Voice(HummingEngine(), ClipCache(tmp_path_factory.mktemp("clips")))


@pytest.fixture
def coached(voice: Voice) -> Callable[..., Coach]:
    """Makes coaches with the humming voice."""

    def coached(text: str, **settings: object) -> Coach:
        coach = Coach(loads(text), config=None, **settings)  # type: ignore[arg-type]
        coach.sounds = Sounds(voice, default_tones())
        return coach

    return coached


@pytest.fixture
def short(coached: Callable[..., Coach]) -> Coach:
    return coached(SHORT)


def phase_of(coach: Coach, kind: PhaseKind, number: int = 0) -> int:
    """The number of a phase of a kind."""
    phases = coach.plan.phases
    return [n for n, phase in enumerate(phases) if phase.kind is kind][number]


def open_set(coach: Coach) -> int:
    """The work that only the athlete ends."""
    phases = coach.plan.phases
    return next(n for n, phase in enumerate(phases) if isinstance(phase, Work) and phase.waits)


def decoded(stream: Stream, tmp_path: Path) -> np.ndarray:
    path = tmp_path / "stream.mp3"
    path.write_bytes(b"".join(stream.mp3()))
    sound: np.ndarray = soundfile.read(path, dtype="float32")[0]
    return sound


# -- the same sound as a file --------------------------------------------------------------------


def test_it_is_the_sound_of_the_session_from_that_place_on(short: Coach, tmp_path: Path) -> None:
    sink = MemorySink()
    short.render(sink)
    index = phase_of(short, PhaseKind.WORK, 1)
    heard = decoded(Stream(short, index, start_s=0.5), tmp_path)
    expected = sink.samples[short.timeline.onset(index) + SECOND // 2 :]
    late = max(range(2400), key=lambda n: float(heard[n : n + 96_000] @ expected[:96_000]))
    pair = heard[late : late + 96_000], expected[:96_000]
    assert np.corrcoef(*pair)[0, 1] > 0.98
    assert late <= 1105


@pytest.mark.parametrize(
    "place",
    [
        {"phase": 0},
        {"phase": 3, "start_s": 0.025},
        {"phase": 4, "start_s": 1e5},
        {"phase": 2, "start_s": 1.0, "counted_in": True},
        {"phase": 3, "start_s": 1.0, "commands": ["more@0.5", "resume@1"]},
        {"phase": 2, "start_s": 0.5, "commands": ["pace:0.8@0.5"]},
    ],
)
def test_its_size_is_known_before_it_is_made(
    coached: Callable[..., Coach], place: dict[str, object]
) -> None:
    coach = coached(SHORT, pace="0.8") if "pace" in repr(place) else coached(SHORT)
    stream = Stream(coach, **place)  # type: ignore[arg-type]
    assert len(b"".join(stream.mp3())) == stream.size([*lengths(coach)])


@pytest.mark.parametrize("text", [SHORT, EMOM])
def test_lengths_are_those_of_a_file(coached: Callable[..., Coach], text: str) -> None:
    coach = coached(text)
    planned = [length.planned_s for length in lengths(coach)]
    assert planned == [seconds_of_frames(placed.length) for placed in coach.timeline]


def test_music_goes_on_where_it_was(coached: Callable[..., Coach], tmp_path: Path) -> None:
    rising = np.linspace(0, 1, 60 * 48_000) * np.sin(
        2 * np.pi * 500 * np.arange(60 * 48_000) / 48e3
    )
    soundfile.write(tmp_path / "rising.wav", rising * 0.5, 48_000)
    coach = coached(SHORT, music=tmp_path / "rising.wav")
    hold, levels = phase_of(coach, PhaseKind.WORK, 4), []
    for music_s in (2, 40):  # in the silence of a hold
        heard = decoded(Stream(coach, hold, start_s=2.0, music_s=music_s), tmp_path)
        assert heard.shape[1] == 2
        levels.append(np.abs(heard[:24_000]).max())
    assert levels[1] > 4 * levels[0]


# -- what commands make of it --------------------------------------------------------------------


def on_stage(text: str, **settings: object) -> Coach:
    """A coach with the sounds of the stage."""
    coach = Coach(loads(text), config=None, **settings)  # type: ignore[arg-type]
    coach.sounds = LEVELS  # type: ignore[assignment]
    return coach


def ends_s(take: Take, index: int) -> float:
    """When a phase ends in a take."""
    laid_out = extended(take, take.end + 1)
    return seconds_of_frames([one for one in laid_out.stretches if one.index == index][-1].end)


@pytest.mark.parametrize(
    ("phase", "at_s", "commands", "asked"),
    [
        (REST, 5.0, [Action.MORE_REST], "more@5"),
        (REST, 18.5, [Action.MORE_REST], "more@18.5"),
        (REST, 5.0, [SetPace("1.5")], "pace:1.5@5"),
        (REST, 18.5, [SetPace("0.5")], "pace:0.5@18.5"),
        (REST, 5.0, [Action.PAUSE, Action.RESUME], "resume@5"),
        (SQUAT, 5.1, [SetPace("1.5")], "pace:1.5@5.1"),
        (SQUAT, 7.0, [SetPace("0.5")], "pace:0.5@7"),
        (SQUAT, 5.1, [Action.PAUSE, Action.RESUME], "resume@5.1"),
        (SQUAT, 5.1, [Action.DONE], "done@5.1"),
        (8, 6.2, [SetPace("2")], "pace:2@6.2"),
        (8, 6.2, [Action.PAUSE, Action.RESUME], "resume@6.2"),
        (10, 9.0, [Action.DONE], "done@9"),
        (10, 9.0, [Action.MORE_REST], "more@9"),
    ],
)
def test_a_command_does_what_it_does_live(
    phase: int, at_s: float, commands: list[Command], asked: str
) -> None:
    coach = on_stage(OPEN)
    stage = Stage(coach.plan, first=phase)
    stage.play(round(at_s * SECOND))
    stage.do(*commands)
    is_work = isinstance(coach.plan.phases[phase], Work)
    stream = Stream(coach, phase, start_s=at_s, counted_in=is_work, commands=[asked])
    places = stream.places()
    assert places["phase"] == stage.index
    assert places["ends_s"][0] == ends_s(stage.take, stage.index)


def test_more_rest_moves_the_countdown_with_the_end(tmp_path: Path) -> None:
    coach = on_stage(OPEN)
    [end_s, *_] = Stream(coach, REST).places()["ends_s"]
    stream = Stream(coach, REST, start_s=4, commands=["more@4"])
    assert stream.places()["ends_s"][0] == end_s + 15
    heard = decoded(stream, tmp_path)
    before, later = (round((end_s - 4 + s) * SECOND) for s in (-3.5, 11.5))
    assert np.abs(heard[before : before + 4 * SECOND]).max() < 0.02
    assert np.abs(heard[later : later + SECOND]).max() > 0.1


def test_a_set_that_the_athlete_ends_waits(tmp_path: Path) -> None:
    coach = on_stage(OPEN)
    index = open_set(coach)
    length = [*lengths(coach)][index]
    assert length.heard_s >= length.planned_s + 120
    [end_s, *_] = Stream(coach, index).places()["ends_s"]
    assert end_s == length.heard_s
    done = Stream(coach, index, start_s=100, commands=["done@100"])
    assert done.places()["phase"] == index + 1
    assert np.abs(decoded(done, tmp_path)[: 4 * SECOND]).max() > 0.1


def test_what_is_done_early_in_an_emom_keeps_its_minute() -> None:
    coach = on_stage(OPEN_EMOM)
    index = open_set(coach)
    stream = Stream(coach, index, start_s=20, commands=["done@20"])
    places = stream.places()
    assert coach.plan.phases[places["phase"]].kind is PhaseKind.REST
    assert places["ends_s"][0] == 60


OPEN_EMOM = """\
title: Minutes
sections:
  - name: Minutes
    type: emom
    rounds: 2
    exercises:
      - Burpee: as many as possible
"""


def test_a_place_in_an_emom_keeps_its_minute() -> None:
    coach = on_stage(EMOM)
    rest = phase_of(coach, PhaseKind.REST)
    [end_s, *_] = Stream(coach, rest).places()["ends_s"]
    assert end_s == seconds_of_frames(coach.timeline[rest].length)


@pytest.mark.parametrize("pace", ["0.5", "0.8", "1.25", "2"])
def test_a_hold_ends_when_it_should_at_any_pace(pace: str) -> None:
    coach, index = on_stage(OPEN, pace=pace), 8
    stream = Stream(coach, index, start_s=7.25, pace="1", commands=[f"pace:{pace}@7.25"])
    assert stream.places()["ends_s"][0] == 20


@pytest.mark.parametrize(
    "commands",
    [
        ["dance@1"],
        ["more"],
        ["more@-1"],
        ["pace:9@1"],
        ["pace:1.1.1@1"],
        ["more@2", "more@1"],
        ["more@1"] * 201,
    ],
)
def test_what_is_no_command_is_told(commands: list[str]) -> None:
    with pytest.raises(UsageError):
        Stream(on_stage(OPEN), REST, commands=commands)


def test_what_is_shown_needs_no_voice(own_folders: Path) -> None:
    told = shown(Coach(loads(SHORT), pace=Fraction(2)))
    assert told["title"] == "Short"
    assert [phase["kind"] for phase in told["phases"]][:3] == ["intro", "prepare", "work"]
    assert told["phases"][2]["about_s"] == 1.0
    assert not (own_folders / "cache").exists()
