"""The real program as its users meet it: commands, messages, exit codes and streams."""

import json
import re
import sys
from importlib.metadata import version
from pathlib import Path

import pytest
from called import assert_shape, told
from program import SHORT, run

pytestmark = pytest.mark.usefixtures("quiet_environment")

COMMANDS = (
    "start", "resume", "show", "export", "list", "check", "schema", "prompt", "wording",
    "new", "import", "voices", "serve", "completion", "man", "history", "config",
)  # fmt: skip
INVALID = "title: x\nexercises:\n  - Squat: 2 y 3\n"
ENTRY = {
    "name": str,
    "title": str,
    "length_s": float,
    "equipment": list,
    "own": bool,
    "path": str,
}


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
    done = run("show", short, PYTHONPATH=str(tmp_path), XDG_CACHE_HOME=cold, XDG_CONFIG_HOME=cold)
    assert (done.returncode, done.stdout) == (4, "")
    assert done.stderr.startswith("error: no voice can speak")
    assert "help: python -m pip install hibari-tts" in done.stderr


def test_the_version_is_that_of_the_package() -> None:
    assert told("--version") == f"earcoach {version('earcoach')}\n"


def test_a_preroll_is_a_number(short: Path) -> None:
    done = run("start", short, "--preroll", "nan")
    assert done.returncode == 2
    assert done.stderr == "error: preroll nan is out of range\n  help: choose 0 to 10\n"
