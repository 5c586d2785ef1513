"""Sound devices are looked for early, though only where they are wanted."""

from pathlib import Path

import pytest
from program import PROGRAM, TINY, run

from earcoach.cli.commands.table import Commands
from earcoach.cli.waking import WANTING

WATCHED = """\
import os
from pathlib import Path
Path(os.environ["WOKEN"]).touch()
raise OSError("there is no such library")
"""
"""Stands for the library that is tried first."""
TELLING = {"start": {"--help"}, "resume": {"--help", "--list"}}


@pytest.fixture
def woken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A file that is there when the library has been loaded."""
    folder = tmp_path / "libraries"
    folder.mkdir()
    (folder / "sounddevice.py").write_text(WATCHED, encoding="utf-8")
    (tmp_path / "tiny.yaml").write_text(TINY, encoding="utf-8")
    monkeypatch.setenv("PYTHONPATH", str(folder))
    monkeypatch.setenv("WOKEN", str(tmp_path / "woken"))
    monkeypatch.setenv("PULSE_SERVER", "unix:/nonexistent")
    monkeypatch.chdir(tmp_path)
    return tmp_path / "woken"


@pytest.mark.parametrize(
    "words",
    [
        "start --help",
        "start tiny.yaml --help",
        "resume --help",
        "resume --list",
        "start tiny.yaml --paec 1.2",
        "start tiny.yaml -x",
        "show nothing.yaml",
    ],
)
def test_nothing_is_woken_for_what_plays_nothing(words: str, woken: Path) -> None:
    run(*words.split(), program=PROGRAM)
    assert not woken.exists()


@pytest.mark.parametrize("words", ["start tiny.yaml --music-level=-12", "start --list-devices"])
def test_what_plays_wakes_it(words: str, woken: Path) -> None:
    run(*words.split(), program=PROGRAM)
    assert woken.exists()


@pytest.mark.parametrize("command", WANTING)
def test_every_option_is_known(command: str) -> None:
    options = {name for p in Commands()[command].params for name in (*p.opts, *p.secondary_opts)}
    named = {name for name in options if name.startswith("-")}
    assert named - TELLING[command] == set(WANTING[command])
