"""The real program as its users meet it: commands, messages, exit codes and streams."""

import json
import os
import re
import subprocess
import sys
from decimal import Decimal
from importlib.metadata import version
from pathlib import Path
from typing import Any

import pytest
from program import PROGRAM, SHORT, run, run_in_terminal

COMMANDS = (
    "start", "resume", "show", "export", "list", "check", "schema", "prompt", "wording",
    "new", "import", "voices", "serve", "completion", "man", "history", "config",
)  # fmt: skip
INVALID = "title: x\nexercises:\n  - Squat: 2 y 3\n"
ESCAPE = "\x1b["

Number = float | int
OPTIONAL_TEXT, OPTIONAL_NUMBER = (str, type(None)), (int, float, type(None))
OPTIONAL_COUNT = (int, type(None))
SHEET = {
    "schema": int,
    "title": str,
    "length_s": float,
    "equipment": list,
    "phases": list,
    "cues": list,
    "chapters": list,
}
PHASE = {
    "kind": str,
    "section": OPTIONAL_TEXT,
    "exercise": OPTIONAL_TEXT,
    "set": OPTIONAL_COUNT,
    "sets": OPTIONAL_COUNT,
    "round": OPTIONAL_COUNT,
    "rounds": OPTIONAL_COUNT,
    "side": OPTIONAL_TEXT,
    "reps": OPTIONAL_COUNT,
    "rep_hold_s": OPTIONAL_NUMBER,
    "seconds": OPTIONAL_NUMBER,
    "hold": bool,
    "breaths": OPTIONAL_COUNT,
    "distance_m": OPTIONAL_COUNT,
    "calories": OPTIONAL_COUNT,
    "load": OPTIONAL_TEXT,
    "onset_s": float,
    "length_s": float,
}
CUE = {
    "kind": str,
    "role": str,
    "text": OPTIONAL_TEXT,
    "sound": OPTIONAL_TEXT,
    "onset_s": float,
    "length_s": float,
}
CHAPTER = {"onset_s": float, "title": str}
ENTRY = {
    "name": str,
    "title": str,
    "length_s": float,
    "equipment": list,
    "own": bool,
    "path": str,
}


@pytest.fixture(autouse=True)
def quiet_environment(shared_cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The shared cache, and nothing of whoever runs the tests."""
    monkeypatch.setenv("TERM", "xterm-256color")
    for name in ("NO_COLOR", "FORCE_COLOR", "COLUMNS", "PYTHONIOENCODING"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def short(tmp_path: Path) -> Path:
    path = tmp_path / "short.yaml"
    path.write_text(SHORT, encoding="utf-8")
    return path


@pytest.fixture
def invalid(tmp_path: Path) -> Path:
    path = tmp_path / "invalid.yaml"
    path.write_text(INVALID, encoding="utf-8")
    return path


@pytest.fixture
def own_routines(own_folders: Path) -> Path:
    folder = own_folders / "config" / "earcoach" / "routines"
    folder.mkdir(parents=True)
    return folder


def told(*args: str | Path, exit_code: int = 0, **env: str) -> str:
    """What a call prints on stdout when it ends with this exit code."""
    done = run(*args, **env)
    assert (done.returncode, "Traceback" in done.stderr) == (exit_code, False), done.stderr
    return done.stdout


def blamed(*args: str | Path, exit_code: int, **env: str) -> str:
    """What a call that fails prints on stderr; it leaves stdout alone."""
    done = run(*args, **env)
    assert (done.returncode, done.stdout) == (exit_code, "")
    return done.stderr


# -- help ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("command", COMMANDS)
def test_help_has_an_example(command: str) -> None:
    assert f"Example: earcoach {command}" in told(command, "--help")


def test_help_names_all_commands() -> None:
    listed = told("--help").partition("Commands:")[2]
    assert tuple(re.findall(r"^  (\w+)  ", listed, re.MULTILINE)) == COMMANDS


def test_the_installed_script_is_the_same_program() -> None:
    script = run("--help", program=(str(Path(sys.executable).with_name("earcoach")),))
    assert script.stdout.replace("earcoach [", "python -m earcoach [") == told("--help")


def test_without_a_command_it_helps() -> None:
    done = run()
    assert done.returncode == 2
    assert "Commands:" in done.stdout + done.stderr


# -- routines -----------------------------------------------------------------------------------


def test_list_names_every_bundled_routine_whole() -> None:
    names = [entry["name"] for entry in json.loads(told("list", "--json"))]
    assert names
    assert re.findall(r"^([\w-]+) ", told("list"), re.MULTILINE)[1:] == names


def test_list_as_json() -> None:
    for entry in json.loads(told("list", "--json")):
        assert_shape(entry, ENTRY)
        assert Path(entry["path"]).is_file()
        assert not entry["own"]


def test_own_routine_is_listed_and_found(own_routines: Path) -> None:
    (own_routines / "my-legs.yaml").write_text(SHORT, encoding="utf-8")
    own = {e["name"]: e for e in json.loads(told("list", "--json"))}["my-legs"]
    assert (own["title"], own["own"]) == ("Short", True)
    assert told("show", "my-legs").startswith("Short, ")


def test_own_routine_hides_the_bundled_one(own_routines: Path) -> None:
    bundled = json.loads(told("list", "--json"))
    (own_routines / f"{bundled[0]['name']}.yml").write_text(SHORT, encoding="utf-8")
    entries = json.loads(told("list", "--json"))
    assert [e["name"] for e in entries] == [e["name"] for e in bundled]
    assert (entries[0]["title"], entries[0]["own"]) == ("Short", True)


def test_broken_own_routine_does_not_break_the_list(own_routines: Path) -> None:
    broken = own_routines / "broken.yaml"
    broken.write_text(INVALID, encoding="utf-8")
    done = run("list")
    assert done.returncode == 0
    assert done.stdout == told("list", XDG_CONFIG_HOME="/nonexistent")
    assert done.stderr == f"{broken} has mistakes: see `earcoach check {broken}`\n"


def test_check_tells_of_every_file(short: Path, invalid: Path) -> None:
    out = told("check", invalid, short, exit_code=3)
    assert out.startswith(f"R204 `y 3` is not understood here\n --> {invalid}:3:14\n")
    assert out.endswith(f"{short}: ok, Short\n")


def test_check_of_what_is_right(short: Path) -> None:
    assert told("check", short) == f"{short}: ok, Short\n"


def test_check_advises_what_could_be_better(tmp_path: Path) -> None:
    path = tmp_path / "emom.yaml"
    section = "sections: [{name: A, type: emom, exercises: [Squat: 30]}]"
    path.write_text(f"title: Minutes\n{section}\n", encoding="utf-8")
    out = told("check", path)
    assert out.startswith("R402 `Squat` takes 90 s and has 55 s of its interval")
    assert out.endswith(f"{path}: ok, Minutes\n")


def test_schema_is_json_schema() -> None:
    assert json.loads(told("schema"))["title"] == "earcoach routine"


def test_voices_names_the_engines() -> None:
    lines = told("voices").splitlines()
    names = [line.split()[0] for line in lines[2:] if not line.startswith(" ")]
    assert names[:2] == ["neural", "system"]
    assert "natural" in lines[2]


# -- show ---------------------------------------------------------------------------------------


def test_show_is_a_table(short: Path) -> None:
    done = run("show", short)
    assert done.stderr == ""
    head, equipment, _, columns, _, *rows = done.stdout.splitlines()
    assert re.fullmatch(r"Short, \d:\d\d", head)
    assert equipment == "equipment: band"
    assert columns.split() == ["at", "section", "exercise", "dose", "time"]
    assert [re.split(r"\s{2,}", row.strip())[1:-1] for row in rows] == [
        ["Legs", "Squat", "2 sets of 2 on each side"],
        ["Core", "Plank", "6 seconds, 2 rounds"],
        ["Bug", "5 seconds, 2 rounds"],
    ]


def test_show_is_german_where_the_coach_is(short: Path) -> None:
    rows = told("show", short, "--language", "de").splitlines()
    doses = [re.split(r"\s{2,}", row.strip())[-2] for row in rows[-3:]]
    assert doses == [
        "2 Sätze mit je 2 pro Seite",
        "6 Sekunden, 2 Runden",
        "5 Sekunden, 2 Runden",
    ]


def test_show_cues_has_a_line_for_everything_that_is_heard(short: Path) -> None:
    lines = told("show", short, "--cues").splitlines()
    sheet = json.loads(told("show", short, "--json"))
    assert sum(not line.startswith(" ") for line in lines) == len(sheet["phases"])
    assert sum(line.startswith("  ") for line in lines) == len(sheet["cues"])
    assert lines[1] == "  0:00.000  chime     [chime]"


def test_show_json_keeps_its_contract(short: Path) -> None:
    sheet = json.loads(told("show", short, "--json"))
    assert_shape(sheet, SHEET)
    assert (sheet["schema"], sheet["title"], sheet["equipment"]) == (2, "Short", ["band"])
    for key, shape in (("phases", PHASE), ("cues", CUE), ("chapters", CHAPTER)):
        assert sheet[key]
        for item in sheet[key]:
            assert_shape(item, shape)
    assert all((cue["text"] is None) == (cue["kind"] == "tone") for cue in sheet["cues"])
    assert all((cue["sound"] is None) == (cue["kind"] == "speech") for cue in sheet["cues"])


def test_show_json_tells_the_work(short: Path) -> None:
    keys = ("section", "exercise", "set", "sets", "round", "rounds", "side", "reps", "seconds")
    phases = json.loads(told("show", short, "--json"))["phases"]
    work = [phase for phase in phases if phase["kind"] == "work"]
    assert [tuple(phase[key] for key in keys) for phase in work] == [
        ("Legs", "Squat", 1, 2, 1, 1, "left", 2, None),
        ("Legs", "Squat", 1, 2, 1, 1, "right", 2, None),
        ("Legs", "Squat", 2, 2, 1, 1, "left", 2, None),
        ("Legs", "Squat", 2, 2, 1, 1, "right", 2, None),
        ("Core", "Plank", 1, 1, 1, 2, None, None, 6),
        ("Core", "Bug", 1, 1, 1, 2, None, None, 5),
        ("Core", "Plank", 1, 1, 2, 2, None, None, 6),
        ("Core", "Bug", 1, 1, 2, 2, None, None, 5),
    ]
    assert [phase["hold"] for phase in work] == [False] * 4 + [True, False] * 2
    assert [phase["length_s"] for phase in work] == [2.0] * 4 + [6.0, 5.0] * 2


def test_show_json_times_tile_the_session(short: Path) -> None:
    sheet = json.loads(told("show", short, "--json"))
    end = 0
    for phase in sheet["phases"]:
        assert frames(phase["onset_s"]) == end
        end += frames(phase["length_s"])
    assert end == frames(sheet["length_s"])
    assert all(0 <= cue["onset_s"] < sheet["length_s"] for cue in sheet["cues"])
    assert sheet["chapters"][0] == {"onset_s": 0.0, "title": "Introduction"}


def test_show_json_times_have_six_decimals_at_most(short: Path) -> None:
    times: list[Decimal] = []
    json.loads(
        told("show", short, "--json", "--pace", "1.37"),
        parse_float=lambda text: times.append(Decimal(text)),
    )
    assert times
    assert all(-int(time.as_tuple().exponent) <= 6 for time in times)


def assert_shape(value: dict[str, Any], shape: dict[str, Any]) -> None:
    """The value has exactly these keys, and values of exactly these types."""
    assert list(value) == list(shape)
    for key, types in shape.items():
        allowed = types if isinstance(types, tuple) else (types,)
        assert type(value[key]) in allowed, f"{key} is {value[key]!r}"


def frames(seconds: float) -> int:
    return round(seconds * 48_000)


# -- mistakes -----------------------------------------------------------------------------------

MISTAKES = [
    (
        ("show", "runners-mini-bnad"),
        "error: there is no routine `runners-mini-bnad`\n"
        "  help: did you mean `runners-mini-band`?\n",
    ),
    (
        ("show", "nosuch.yaml"),
        "error: there is no file `nosuch.yaml`\n"
        "  help: check its name, and the folder that you are in\n",
    ),
    (
        ("show", "nosuch.txt"),
        "error: there is no file `nosuch.txt`\n"
        "  help: check its name, and the folder that you are in\n",
    ),
    (
        ("show", "runners-mini-band", "--without", "mini band"),
        "error: these choices leave nothing to do\n"
        "  help: all of it needs what is missing (mini band): `--without none` does it anyway, and"
        " `earcoach config` shows what you said that you have\n",
    ),
    (
        ("show", "SHORT", "--voice", "neurl"),
        "error: there is no voice `neurl`\n  help: did you mean `neural`?\n",
    ),
    (
        ("show", "SHORT", "--without", "bannd"),
        "error: no equipment `bannd` in this routine\n  help: did you mean `band`?\n",
    ),
    (
        ("show", "SHORT", "--only", "leg"),
        "error: no section `leg` in this routine\n  help: did you mean `Legs`?\n",
    ),
    (
        ("show", "SHORT", "--skip", "core", "--skip", "legs"),
        "error: these choices leave nothing to do\n  help: choose fewer sections to skip\n",
    ),
    (
        ("start", "SHORT", "--pace", "3"),
        "error: pace 3 is out of range\n  help: choose a pace from 0.5 to 2.0\n",
    ),
    (
        ("show", "SHORT", "--pace", "fast"),
        "error: `fast` is not a pace\n  help: a number from 0.5 to 2.0\n",
    ),
    (
        ("show", "SHORT", "--speech-speed", "9"),
        "error: speech speed 9 is out of range\n  help: choose 0.5 to 2\n",
    ),
]


@pytest.mark.parametrize(("args", "message"), MISTAKES, ids=lambda value: str(value)[:40])
def test_mistakes_in_a_call_are_told_with_a_cure(
    args: tuple[str, ...], message: str, short: Path
) -> None:
    given = [str(short) if arg == "SHORT" else arg for arg in args]
    assert blamed(*given, exit_code=2) == message


@pytest.mark.parametrize(
    ("args", "hint"),
    [
        (("lst",), "there is no command `lst`\n  help: did you mean `list`?"),
        (("history", "shw"), "did you mean `show`?"),
        (("show", "x", "--jsn"), "show` has no option `--jsn`\n  help: did you mean `--json`?"),
        (("show", "x", "--level", "lo"), "there is no level `lo`\n  help: did you mean `low`?"),
        (("show",), "show` needs ROUTINE\n  help: such as `earcoach show runners"),
        (("show", "x", "y"), "show` takes no `y` after that"),
        (("show", "x", "--json=3"), "`--json` takes no value"),
        (("completion", "bsh"), "there is no shell `bsh`\n  help: did you mean `bash`?"),
        (("show", "x", "--pace"), "`--pace` needs a value"),
        (("start", "x", "--preroll", "soon"), "preroll `soon` is not a number"),
        (("export", "x", "-o", "x.mp3", "--bitrate", "hi"), "bitrate `hi` is not a whole number"),
        (("export", "x", "-o", "x.mp3", "--jobs", "0"), "help: choose 1 or more"),
        (("export", "x", "-o", "x.mp3", "--date", "May 1"), "write it as YYYY-MM-DD"),
        (("history", "show", "one"), "session `one` is not a whole number"),
        (("serve", "--port", "99999999"), "port 99999999 is out of range"),
    ],
)
def test_mistakes_in_commands_and_options(args: tuple[str, ...], hint: str) -> None:
    told = blamed(*args, exit_code=2)
    assert told.startswith("error: ")
    assert hint in told


@pytest.mark.parametrize(
    "words",
    [
        ("show", "FOLDER"),
        ("start", "FOLDER"),
        ("check", "FOLDER"),
        ("import", "FOLDER"),
        ("export", "FOLDER", "-o", "x.mp3"),
        ("export", "runners-mini-band", "-o", "FOLDER"),
        ("import", "text.txt", "-o", "FOLDER"),
        ("import", "text.txt", "-o", "FOLDER", "--force"),
    ],
)
@pytest.mark.parametrize("name", ["folder", "./folder", "folder/"])
def test_a_folder_is_told_to_be_one(
    words: tuple[str, ...], name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "folder").mkdir()
    (tmp_path / "text.txt").write_text("Squat 3 x 12", encoding="utf-8")
    done = run(*(name if word == "FOLDER" else word for word in words))
    assert done.returncode == 2
    assert "is a folder\n  help: name a file in it\n" in done.stderr


@pytest.mark.parametrize("command", ["show", "start"])
def test_an_invalid_routine_is_exit_code_3(command: str, invalid: Path) -> None:
    assert blamed(command, invalid, exit_code=3) == (
        "R204 `y 3` is not understood here\n"
        f" --> {invalid}:3:14\n"
        "  |\n"
        "3 |   - Squat: 2 y 3\n"
        "  |              ^\n"
        "  = help: write it like `3 x 12`, `2 x 8 each leg` or `3 x 30s hold, rest 15s`\n"
    )


def test_no_voice_is_exit_code_4(short: Path, tmp_path: Path) -> None:
    for library in ("hibari", "pyttsx3"):
        (tmp_path / f"{library}.py").write_text("raise ImportError\n", encoding="utf-8")
    cold = str(tmp_path / "cold")
    done = run("show", short, PYTHONPATH=str(tmp_path), XDG_CACHE_HOME=cold)
    assert (done.returncode, done.stdout) == (4, "")
    assert done.stderr.startswith("error: no voice can speak")
    assert "help: python -m pip install hibari-tts" in done.stderr


# -- streams ------------------------------------------------------------------------------------


def test_what_is_left_out_is_said_on_stderr(short: Path) -> None:
    done = run("show", short, "--without", "band", "--json")
    assert done.stderr == "left out, for want of equipment: Squat\n"
    assert {p["exercise"] for p in json.loads(done.stdout)["phases"]} == {None, "Plank", "Bug"}


@pytest.mark.parametrize("args", [("list",), ("voices",), ("show", "SHORT"), ("--help",)])
def test_a_pipe_gets_no_escape_codes(args: tuple[str, ...], short: Path) -> None:
    given = [str(short) if arg == "SHORT" else arg for arg in args]
    assert ESCAPE not in told(*given)


@pytest.mark.parametrize(
    ("env", "coloured"), [({}, True), ({"NO_COLOR": "1"}, False), ({"TERM": "dumb"}, False)]
)
def test_a_terminal_gets_colour_unless_told_not_to(env: dict[str, str], coloured: bool) -> None:
    shown, _ = run_in_terminal("stdout", "voices", **env)
    assert "neural" in shown
    assert (ESCAPE in shown) is coloured


def test_colour_can_be_forced() -> None:
    assert ESCAPE in told("voices", FORCE_COLOR="1")


@pytest.mark.parametrize(
    "args", [("list",), ("schema",), ("voices",), ("show", "SHORT"), ("show", "SHORT", "--json")]
)
def test_nobody_reads_to_the_end(args: tuple[str, ...], short: Path) -> None:
    given = [str(short) if arg == "SHORT" else arg for arg in args]
    reader, writer = os.pipe()
    os.close(reader)
    try:
        assert run(*given, stdout=writer).stderr == ""
    finally:
        os.close(writer)


@pytest.mark.parametrize("args", [("list",), ("schema",), ("show", "SHORT", "--json")])
@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_the_disk_of_stdout_is_full(args: tuple[str, ...], short: Path) -> None:
    given = [str(short) if arg == "SHORT" else arg for arg in args]
    with Path("/dev/full").open("wb") as full:
        done = run(*given, stdout=full.fileno())
    assert (done.returncode, done.stderr) == (1, "error: No space left on device\n")


@pytest.mark.parametrize("redirection", [">&-", ">&- 2>&-", "2>&-"])
def test_streams_may_be_closed(redirection: str, short: Path) -> None:
    shell = ("sh", "-c", f'exec "$@" {redirection}', "sh", *PROGRAM)
    done = run("show", short, program=shell)
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize(
    "env",
    [
        {"LC_ALL": "C", "PYTHONIOENCODING": "ascii"},
        {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
        {"PYTHONIOENCODING": "latin-1"},
    ],
)
@pytest.mark.parametrize("option", ["--cues", "--pace=1"])
def test_any_encoding_of_the_terminal_will_do(
    env: dict[str, str], option: str, tmp_path: Path
) -> None:
    """What the encoding lacks is told some other way, and never with a traceback."""
    path = tmp_path / "foreign.yaml"
    path.write_text("title: Ćwiczenia → 体操\nexercises:\n  - Hüpfen ½: 1 x 1\n", encoding="utf-8")
    done = subprocess.run(
        [*PROGRAM, "show", path, option, "--coaching", "minimal"],
        env=os.environ | env,
        capture_output=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, b"")
    assert b"wiczenia" in done.stdout


def test_the_version_is_that_of_the_package() -> None:
    assert told("--version") == f"earcoach {version('earcoach')}\n"


def test_a_preroll_is_a_number(short: Path) -> None:
    done = run("start", short, "--preroll", "nan")
    assert done.returncode == 2
    assert done.stderr == "error: preroll nan is out of range\n  help: choose 0 to 10\n"
