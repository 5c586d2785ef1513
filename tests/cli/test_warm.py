"""The program that is kept warm for the tests: nobody can tell it from one that has just begun."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import warm
from program import PROGRAM, TIMEOUT_S, TINY, run

pytestmark = pytest.mark.skipif(not warm.AVAILABLE, reason="needs a process that may be forked")


@pytest.mark.parametrize(
    "words", ["--version", "show tiny.yaml --coaching minimal", "show nothing.yaml", "shwo"]
)
def test_it_says_and_ends_as_the_program_does(
    words: str, hums: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("tiny.yaml").write_text(TINY, encoding="utf-8")
    kept, begun = run(*words.split()), run(*words.split(), program=PROGRAM)
    assert (kept.returncode, kept.stdout, kept.stderr) == (
        begun.returncode,
        begun.stdout,
        begun.stderr,
    )


@pytest.fixture
def heeds_interrupts() -> Iterator[None]:
    """What a script runs in the background is deaf to Ctrl-C, and so is all that it begins."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


TOLD = """\
import os, sys
leads = os.getpgrp() == os.getpid()
print(__name__, sys.argv, sys.path[0], leads, sys.stdin.readline(), flush=True)
"""


@pytest.mark.parametrize(
    ("words", "ending"),
    [
        (("-c", f"{TOLD}sys.exit(3)", "a", "b"), 3),
        (("-c", f"{TOLD}sys.exit('wrong')"), 1),
        (("-c", f"{TOLD}os.kill(os.getpid(), 9)"), -signal.SIGKILL),
        (("-c", f"{TOLD}os.kill(os.getpid(), 2)"), -signal.SIGINT),
        (("told.py", "--jobs", "2"), 0),
    ],
)
def test_code_and_files_run_as_python_runs_them(
    words: tuple[str, ...],
    ending: int,
    tmp_path: Path,
    heeds_interrupts: None,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("told.py").write_text(TOLD, encoding="utf-8")
    Path("given").write_text("a line", encoding="utf-8")
    command = [sys.executable, *words]
    with Path("given").open() as given, Path("given").open() as again:
        begun = subprocess.run(
            command, stdin=given, capture_output=True, text=True, start_new_session=True
        )
        with warm.begin(command, env=os.environ, stdin=again, start_new_session=True) as kept:
            stdout, stderr = kept.communicate(timeout=TIMEOUT_S)
    assert (kept.returncode, stdout) == (begun.returncode, begun.stdout)
    assert kept.returncode == ending
    assert stderr.splitlines()[-1:] == begun.stderr.splitlines()[-1:]


def test_one_run_leaves_nothing_to_the_next(tmp_path: Path) -> None:
    routines = tmp_path / "mine" / "earcoach" / "routines"
    routines.mkdir(parents=True)
    (routines / "hopping.yaml").write_text(TINY, encoding="utf-8")
    assert "hopping" in run("list", XDG_CONFIG_HOME=str(tmp_path / "mine")).stdout
    assert "hopping" not in run("list", XDG_CONFIG_HOME=str(tmp_path / "other")).stdout
