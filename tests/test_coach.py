"""The coach: the same product from Python and from the command line, to the byte."""

import subprocess
import sys
from collections.abc import Callable, Mapping
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import soundfile
from nullsink import NullSink
from program import run

import earcoach
from earcoach import Coach, InvalidRoutine, MemorySink, UsageError, loads
from earcoach.cli.main import app
from earcoach.paths import user_folder
from earcoach.settings import options

ROUTINE = """\
title: Short
lexicon: {psoas: SO-as}
defaults: {rest: 4s, beat: 1s}
sections:
  - name: Legs
    exercises:
      - Psoas march: 1 x 2-4 each leg
        equipment: band
        cues: [Stay tall.]
  - name: Core
    exercises:
      - Plank: 1 x 3s hold
"""
GERMAN = """\
title: Kurz
language: de
wording: {rest: Atmen.}
exercises:
  - Kniebeuge: 1 x 2, beat 1s
"""
OWN_WORDING = "en: {finish: Enough.}\nde: {finish: Genug.}\n"

espeak = pytest.mark.skipif(not find_spec("espeakng_loader"), reason="no voice speaks German")


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, shared_cache: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder in which all happens, with routines and a song."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "short.yaml").write_text(ROUTINE, encoding="utf-8")
    (tmp_path / "kurz.yaml").write_text(GERMAN, encoding="utf-8")
    song = 0.1 * np.sin(np.arange(20 * 48_000) / 20)
    soundfile.write(tmp_path / "song.wav", song.astype(np.float32), 48_000)
    return tmp_path


def words_of(keywords: Mapping[str, Any]) -> list[str]:
    """Keywords as the words of the command line."""
    words = []
    for name, value in keywords.items():
        option = f"--{name.replace('_', '-')}"
        match value:
            case True:
                words.append(option)
            case list():
                words += [word for one in value for word in (option, one)]
            case dict():
                words += [word for pair in value.items() for word in (option, "=".join(pair))]
            case _:
                words += [option, str(value)]
    return words


def written(routine: str, **keywords: Any) -> bytes:
    """What `earcoach.export` writes, which is what the command writes."""
    earcoach.export(routine, "python.wav", force=True, **keywords)
    words = ["export", routine, "-o", "command.wav", "--force", *words_of(keywords)]
    app(words, standalone_mode=False)
    ours = Path("python.wav").read_bytes()
    assert ours == Path("command.wav").read_bytes()
    return ours


USUAL = {"coaching": "standard"}
CHANGES: dict[str, tuple[dict[str, Any], Any]] = {
    "pace": ({}, 1.25),
    "pace_holds": ({"pace": 1.25}, True),
    "voice": ({}, "system"),
    "speech_speed": ({}, 1.25),
    "loudness": ({}, -20),
    "without": ({}, ["band"]),
    "only": ({}, ["Core"]),
    "skip": ({}, ["Legs"]),
    "say_as": ({}, {"plank": "plahnk"}),
    "level": ({}, "high"),
    "coaching": ({}, "full"),
    "counting": ({}, "down"),
    "language": ({}, "de"),
    "music": ({}, "song.wav"),
    "music_level": ({"music": "song.wav"}, -20),
}
"""For each setting, those it is changed from, and the value that it is changed to."""


def test_every_setting_is_changed_once() -> None:
    assert list(CHANGES) == [name for name in options() if not name.startswith("usual_")]


@pytest.mark.parametrize(
    "name", [pytest.param(n, marks=espeak if n in ("voice", "language") else ()) for n in CHANGES]
)
def test_python_and_the_command_write_the_same_bytes(name: str) -> None:
    before, value = CHANGES[name]
    earcoach.export("short.yaml", "usual.wav", **before)
    assert written("short.yaml", **before, **{name: value}) != Path("usual.wav").read_bytes()


@pytest.mark.parametrize("routine", ["short.yaml", pytest.param("kurz.yaml", marks=espeak)])
def test_the_users_own_texts_count_unless_they_are_switched_off(routine: str) -> None:
    before = written(routine)
    own = user_folder("wording.yaml")
    own.parent.mkdir(parents=True)
    own.write_text(OWN_WORDING, encoding="utf-8")
    assert written(routine) != before
    earcoach.export(routine, "none.wav", config=None)
    assert Path("none.wav").read_bytes() == before


def test_files_are_written_as_the_command_writes_them() -> None:
    how = {"captions": True, "cue_sheet": True, "date": "2025-03-01", "format": "flac"}
    assert earcoach.export("short.yaml", "a", split=True, **how) == Path("a")
    words = words_of(how)
    Path("b").mkdir()
    app(["export", "short.yaml", "-o", "b/a", "--split", *words], standalone_mode=False)
    names = sorted(path.name for path in Path("a").iterdir())
    assert names == sorted(path.name for path in Path("b/a").iterdir())
    for name in names:
        assert Path("a", name).read_bytes() == Path("b/a", name).read_bytes()


def test_the_cue_sheet_is_the_commands(capsys: pytest.CaptureFixture[str]) -> None:
    app(["show", "short.yaml", "--cues", "--level", "low"], standalone_mode=False)
    assert Coach("short.yaml", level="low").cue_sheet() == capsys.readouterr().out.splitlines()


def test_a_plan_says_what_is_left_out() -> None:
    assert Coach("short.yaml", without="band").plan.left_out == ("Psoas march",)


def test_a_coach_of_a_text_writes_what_that_of_the_file_writes() -> None:
    sinks = [MemorySink(), MemorySink()]
    for routine, sink in zip(("short.yaml", earcoach.loads(ROUTINE)), sinks, strict=True):
        Coach(routine).render(sink)
    assert len(sinks[0].samples) > 0
    assert np.array_equal(sinks[0].samples, sinks[1].samples)


def test_a_coach_opens_nothing_yet(folder: Path) -> None:
    script = (
        "import sys, earcoach; earcoach.Coach('short.yaml', pace=1.2);"
        "print({'numpy', 'sounddevice', 'ssl', 'sqlite3'} & sys.modules.keys())"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True)
    assert done.stdout == "set()\n"


WRONG: list[tuple[dict[str, Any], str]] = [
    ({"captoins": True}, "there is no option `captoins`"),
    ({"paec": 1.2}, "there is no option `paec`"),
    ({"only": "Corr"}, "no section `Corr` in this routine"),
    ({"music": "nothing.mp3"}, "there is no music `nothing.mp3`"),
    ({"bitrate": 64}, "WAV files have no bit rate to choose"),
    ({"date": "1 March"}, "`1 March` is not a date"),
]


@pytest.mark.parametrize(("keywords", "message"), WRONG)
def test_a_wrong_export_writes_nothing(keywords: dict[str, Any], message: str) -> None:
    with pytest.raises(UsageError) as caught:
        earcoach.export("short.yaml", "x.wav", **keywords)
    assert caught.value.message == message
    assert caught.value.cure
    assert not Path("x.wav").exists()


NOT_OPTIONS: list[tuple[dict[str, Any], str]] = [
    ({"format": 3}, "format `3` is not a text"),
    ({"date": 2026}, "date `2026` is not a text"),
    ({"split": "yes"}, "split `yes` is neither True nor False"),
    ({"cue_sheet": 1}, "cue sheet `1` is neither True nor False"),
]


@pytest.mark.parametrize(("keywords", "message"), NOT_OPTIONS)
def test_what_an_option_of_a_file_cannot_be_is_named(
    keywords: dict[str, Any], message: str
) -> None:
    with pytest.raises(UsageError) as caught:
        earcoach.export("short.yaml", "x.wav", **keywords)
    assert caught.value.message == message
    assert not Path("x.wav").exists()


def test_every_mistake_of_a_routine_is_told(folder: Path) -> None:
    Path("wrong.yaml").write_text("title: W\nexercises:\n  - Hop: 1 x\n  - Skip: 2 x\n")
    with pytest.raises(InvalidRoutine) as caught:
        Coach("wrong.yaml")
    assert [found.place.line for found in caught.value.diagnostics] == [3, 4]


NOT_PLAYED: list[tuple[dict[str, Any], str]] = [
    ({"preroll": -3}, "preroll -3 is out of range"),
    ({"preroll": float("nan")}, "preroll nan is out of range"),
    ({"preroll": "half"}, "preroll `half` is not a number"),
    ({"device": 7}, "device `7` is not a text"),
    ({"keep_alive": "maybe"}, "keep alive `maybe` is neither True nor False"),
]


@pytest.mark.parametrize(("keywords", "message"), NOT_PLAYED)
def test_what_an_option_of_a_session_cannot_be_is_named(
    folder: Path, keywords: dict[str, Any], message: str
) -> None:
    with pytest.raises(UsageError) as caught:
        Coach("short.yaml").play(**keywords)
    assert caught.value.message == message


NO_SUCH_THING: list[tuple[Callable[[Any], object], Any, str]] = [
    (Coach, 3, "routine `3` is neither a name nor a path"),
    (Coach, None, "routine `None` is neither a name nor a path"),
    (Coach, b"short.yaml", "routine `b'short.yaml'` is neither a name nor a path"),
    (Coach, "", "there is no routine ``"),
    (
        lambda given: Coach("short.yaml", settings=given),
        {"pace": 2},
        "settings `{'pace': 2}` is no Settings",
    ),
    (lambda given: Coach("short.yaml", config=given), 3, "config `3` is not a path"),
    (lambda given: Coach("short.yaml").export(given), 3, "output `3` is not a path"),
    (lambda given: Coach("short.yaml").export(given), None, "output `None` is not a path"),
    (
        lambda given: earcoach.export("short.yaml", given),
        b"x.wav",
        "output `b'x.wav'` is not a path",
    ),
    (lambda given: earcoach.export(given, "x.wav"), 3, "routine `3` is neither a name nor a path"),
    (Coach.of_text, 3, "routine `3` is not a text"),
    (Coach.understand, 3, "text `3` is not a text"),
    (lambda given: Coach.understand(b"Squat 3 x 12", given), 3, "file `3` is not a text"),
    (Coach.keep, None, "routine `None` is not a text"),
    (lambda given: Coach.keep(ROUTINE, given), 3, "name `3` is not a text"),
    (earcoach.load, 3, "routine `3` is not a path"),
    (loads, None, "routine `None` is not a text"),
    (lambda given: earcoach.list_routines(config=given), 3, "config `3` is not a path"),
]


@pytest.mark.parametrize(("call", "given", "message"), NO_SUCH_THING)
def test_what_an_argument_cannot_be_is_named(
    folder: Path, call: Callable[[Any], object], given: object, message: str
) -> None:
    with pytest.raises(UsageError) as caught:
        call(given)
    assert caught.value.message == message


def test_a_text_may_be_understood_as_it_is() -> None:
    assert Coach.understand("Kniebeuge 3 x 12 für die Füße")["rows"]


# -- live ----------------------------------------------------------------------------------------

PLAYED = """\
import earcoach
coach = earcoach.Coach("short.yaml", only="Core", pace=2, config=None)
print(coach.play(on_event=lambda event: print(type(event).__name__), keep_alive=False))
"""
QUIT = """\
import earcoach
coach = earcoach.Coach("short.yaml")
coach.commands.put(earcoach.Action.QUIT)
print(coach.play())
"""


def test_played_it_is_the_export(folder: Path, sink: NullSink) -> None:
    earcoach.export("short.yaml", "core.wav", only="Core", pace=2)
    played = sink.record([sys.executable, "-c", PLAYED])
    assert played.returncode == 0, played.stderr
    lines = played.stdout.splitlines()
    assert lines[0] == "PhaseBegan"
    assert lines[-2:] == ["Ended", "finished"]
    pcm, _ = soundfile.read("core.wav", dtype="int16")
    assert np.array_equal(np.trim_zeros(played.samples), np.trim_zeros(pcm))


def test_it_is_steered_by_its_commands_and_kept_in_the_history(
    folder: Path, sink: NullSink
) -> None:
    played = sink.record([sys.executable, "-c", QUIT])
    assert (played.returncode, played.stdout) == (0, "quit\n"), played.stderr


# -- languages ---------------------------------------------------------------------------------

ENGLISH_TEXT = "title: Legs\nexercises:\n  - Squat: 2 x 5\n    setup: Stand with your feet apart.\n"
GERMAN_TEXT = (
    "title: Beine\nexercises:\n  - Kniebeuge: 2 x 5\n    setup: Die Füße stehen auf dem Boden.\n"
)
MIXED = (
    "the routine is in English and the coach speaks German, so you will hear both: leave out the "
    "language to hear English only; if the routine is in German, say `language: de` in it"
)


@pytest.mark.parametrize(
    ("text", "language", "told"),
    [
        (ENGLISH_TEXT, "de", [MIXED]),
        (f"language: en\n{ENGLISH_TEXT}", "de", [MIXED]),
        (f"language: de\n{ENGLISH_TEXT}", "de", []),
        ("title: T\nexercises: [Zercher: 5]\n", "de", [MIXED]),
        (GERMAN_TEXT, "de", []),
        (ENGLISH_TEXT, "en", []),
        (ENGLISH_TEXT, None, []),
        (GERMAN_TEXT, None, []),
    ],
)
def test_a_session_in_two_languages_is_noticed_once(
    text: str, language: str | None, told: list[str]
) -> None:
    notices: list[str] = []
    coach = Coach(loads(text), language=language, notice=notices.append)
    assert coach.words.language.code == (language or coach.routine.language or "en")
    assert notices == told


def test_an_own_default_language_is_that_of_routines_that_name_none() -> None:
    config = user_folder("config.yaml")
    config.parent.mkdir(parents=True, exist_ok=True)
    config.write_text("language: de\n", encoding="utf-8")
    notices: list[str] = []
    assert Coach("runners-mini-band", notice=notices.append).words.language.code == "en"
    assert Coach(loads("title: T\nexercises: [Zercher: 5]\n"), notice=notices.append)
    assert notices == []
    assert Coach(loads(ENGLISH_TEXT), notice=notices.append).words.language.code == "de"
    assert notices == [MIXED]


@espeak
@pytest.mark.parametrize("command", [("show",), ("export", "-o", "x.wav")])
def test_the_command_line_says_it_on_stderr(command: tuple[str, ...]) -> None:
    done = run(*command, "short.yaml", "--language", "de")
    assert done.returncode == 0, done.stderr
    assert done.stderr.count(MIXED) == 1
    assert MIXED not in done.stdout
