"""Every benchmark runs, in its shortest form; what it measures then means nothing."""

import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest
from installed import require
from nullsink import PROGRAMS

BENCHMARKS = Path(__file__).parent / "benchmarks"
PARTS = ("start_up", "live", "answers", "new_exports", "exports", "long_ones", "music", "texts")


def figures(*command: str) -> list[str]:
    """The lines that a benchmark prints in its shortest form."""
    done = subprocess.run(
        [sys.executable, str(BENCHMARKS / command[0]), "--shortest", *command[1:]],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()


@pytest.mark.parametrize("part", PARTS)
def test_a_part_of_the_benchmarks_runs(part: str, hums: None) -> None:
    require(*PROGRAMS, "ffmpeg")
    heading, *rows = figures("run.py", part)
    assert heading.startswith("figure ")
    assert rows


def test_the_estimates_of_lengths_are_measured(shared_cache: Path) -> None:
    session, _, total = figures("lengths.py")
    assert session.startswith("runners-mini-band")
    assert total == "1 of 1 within 1 %"


@pytest.mark.skipif(find_spec("faster_whisper") is None, reason="needs the extra asr")
def test_intelligibility_is_measured() -> None:
    rows = figures("intelligibility.py")
    assert rows[0].startswith("routines ")


PHRASES = """
import runpy, sys
found = runpy.run_path(sys.argv[1])
print(len(list(found["routine_phrases"]())), len(list(found["announced_names"]())))
"""


def test_intelligibility_has_phrases_to_speak() -> None:
    """Also where nothing can listen."""
    command = [sys.executable, "-c", PHRASES, str(BENCHMARKS / "intelligibility.py")]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    phrases, names = map(int, done.stdout.split())
    assert phrases > 100
    assert names == 300


def test_a_crowd_of_listeners_is_measured() -> None:
    assert len(figures("listeners.py")) == 8
