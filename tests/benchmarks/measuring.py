"""What the benchmarks share: how much is measured, how a figure is printed, and the clocks."""

import os
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from subprocess import PIPE

EARCOACH = [sys.executable, "-m", "earcoach"]


@dataclass(frozen=True, kw_only=True)
class Extent:
    """How much is measured; the defaults are what the targets are for."""

    routine: str = "runners-glutes-and-legs"
    """What is started and exported, of 68 minutes."""
    runs: int = 9
    """How often a start is measured."""
    new_routines: tuple[str, ...] = ("runners-mini-band", "runners-glutes-and-legs")
    """What is exported with phrases that were never said before, of 20 and of 68 minutes."""
    tries: int = 2
    """How often an export is measured."""
    fills_cache: bool = True
    """Whether what is measured is done once before, so that its phrases are known."""
    suffixes: tuple[str, ...] = (".mp3", ".html", ".opus", ".m4a", ".flac", ".ogg")
    """The formats that are measured, beside WAV."""
    settling_s: float = 5.0
    """How long a live session plays before it is watched, in seconds; a start costs more."""
    live_s: float = 60.0
    """How long a live session is watched, in seconds."""
    busy_reps: int = 25
    """Reps of 2 s of the session that is played beside busy loops."""
    busy_loops: int = 2
    """How many of them there are."""
    answers: int = 20
    """How many keys are pressed."""
    short_sets: int = 9
    """Sets of about a minute of the short one of two long exports."""
    long_sets: int = 545
    """Sets of about a minute of the long one."""
    moves: int = 50
    """Exercises of a session that is shown."""
    sets_of_each: int = 200
    """Sets of each of them."""
    lines: int = 10_000
    """Lines of a text that is read."""
    music_s: int = 600
    """The length of a piece of music, in seconds; the long one is 18 times that."""


SHORTEST = Extent(
    routine="tiny.yaml",
    runs=1,
    new_routines=("tiny.yaml",),
    tries=1,
    fills_cache=False,
    suffixes=(".mp3",),
    settling_s=0.5,
    live_s=0.5,
    busy_reps=1,
    busy_loops=0,
    answers=1,
    short_sets=1,
    long_sets=2,
    moves=1,
    sets_of_each=2,
    lines=5,
    music_s=2,
)


TINY = "title: Go\nexercises:\n  - Hop: 1 x 2, beat 500ms\n"


def row(name: str, value: float, floor: float | None, target: str, *, unit: str = "s") -> str:
    """One figure: value, floor and their ratio."""
    beside = f"{floor:>8.3f} {unit}{value / floor:>7.2f}x" if floor else " " * 18
    return f"{name:<58}{value:>8.3f} {unit}{beside}  {target}"


def processor_s(work: Callable[[], None]) -> float:
    """Seconds of processor time that something takes; other programs do not count."""
    begun = time.process_time()
    work()
    return time.process_time() - begun


def children_s() -> float:
    """Seconds of processor time that all ended children have taken."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def export(routine: str, target: Path) -> float:
    """Seconds that an export takes."""
    command = [*EARCOACH, "export", routine, "-o", str(target), "--force"]
    begun = time.perf_counter()
    subprocess.run(command, check=True, capture_output=True)
    return time.perf_counter() - begun


def cpu_s(pid: int) -> float:
    """Seconds of processor time that a process has taken."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def status_mb(pid: int, key: str) -> float:
    """A figure of a process's memory, in MB."""
    lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith(key)) * 1024 / 1e6


def figures(script: str, *arguments: object) -> list[float]:
    """The figures that a script prints."""
    command = [sys.executable, "-c", script, *map(str, arguments)]
    done = subprocess.run(command, check=True, stdout=PIPE, text=True)
    return [float(word) for word in done.stdout.split()]


def keep_to_one_core() -> None:
    """Measure from here on with one core, where the system can."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {0})


def run_s(command: list[str], *, env: dict[str, str] | None = None) -> float:
    """Seconds that a command takes."""
    begun = time.perf_counter()
    subprocess.run(command, env=env, check=True, capture_output=True)
    return time.perf_counter() - begun
