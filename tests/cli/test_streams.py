"""Where the program's streams lead: a terminal, a pipe, a full disk, nowhere; in any encoding."""

import json
import os
import subprocess
from pathlib import Path

import pytest
from called import told
from program import PROGRAM, run, run_in_terminal

pytestmark = pytest.mark.usefixtures("quiet_environment")

ESCAPE = "\x1b["


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
    shown, _ = run_in_terminal("stdout", "list", **env)
    assert "runners-mini-band" in shown
    assert (ESCAPE in shown) is coloured


def test_colour_can_be_forced() -> None:
    assert ESCAPE in told("list", FORCE_COLOR="1")


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
