"""The real program in a process of its own, as a user runs it: from a pipe and from a terminal."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO

import warm
from terminals import new_terminal

PROGRAM = (sys.executable, "-m", "earcoach")
TIMEOUT_S = 60.0
INTERRUPTED = (130, -signal.SIGINT)
"""How a program that Ctrl-C stopped may end, and a shell says 130 to both. `python -m` ends in the
second way where Ctrl-C came while a class was being made, though that is handled."""

NO_CARD = """\
pcm.default { type hw
  card 99 }
ctl.default { type hw
  card 99 }
"""
"""A configuration of ALSA with nothing but a card that no machine has."""

SHORT = """\
title: Short
sections:
  - name: Legs
    exercises:
      - name: Squat
        sets: 2
        reps: 2
        sides: each
        beat: 1s
        rest: 4s
        equipment: band
  - name: Core
    type: circuit
    rounds: 2
    rest: 5s
    exercises:
      - Plank: 6s hold
      - Bug: 5s
"""
"""A routine of two minutes with everything that a cue sheet can tell."""

TINY = """\
title: Go
exercises:
  - Hop: 1 x 2, beat 500ms
"""
"""A routine of a few seconds."""


CIRCUIT = """\
title: Demo
sections:
  - name: Warm-up
    exercises:
      - March: 1 x 1 min
  - name: Strength
    type: circuit
    rounds: 2
    exercises:
      - Split squat: 1 x 8 each leg
      - Push-up: 1 x 10
"""
"""A routine with a warm-up and a circuit."""


def run(
    *args: str | Path,
    program: tuple[str, ...] | None = None,
    piped: str = "",
    stdout: int | None = None,
    largest_file: int | None = None,
    **env: str,
) -> subprocess.CompletedProcess[str]:
    """Run the program to its end with some variables of the environment set.

    It is the one that is kept warm, where it can be and no other is asked for. A short text may be
    `piped` to it, its stdout lead elsewhere, and files be kept from growing beyond n bytes.
    """
    begin = subprocess.Popen if program else partial(warm.begin, largest_file=largest_file)
    command = [*(program or PROGRAM), *args]
    with TemporaryFile() as out, TemporaryFile() as err, _pipe_of(piped) as given:
        streams = {"stdin": given, "stdout": out if stdout is None else stdout, "stderr": err}
        with begin(command, env=os.environ | env, **streams) as process:
            try:
                process.wait(TIMEOUT_S)
            finally:
                process.kill()
        return subprocess.CompletedProcess(args, process.returncode, _text(out), _text(err))


@contextmanager
def _pipe_of(text: str) -> Iterator[int]:
    """Something to read a text from, or where nothing is to be read."""
    if not text:
        yield subprocess.DEVNULL
        return
    read, write = os.pipe()
    with os.fdopen(read), os.fdopen(write, "w", encoding="utf-8") as file:
        file.write(text)
        file.close()
        yield read


def _text(file: IO[bytes]) -> str:
    file.seek(0)
    return file.read().decode("utf-8")


def run_in_terminal(stream: str, *args: str | Path, **env: str) -> tuple[str, str]:
    """Run the program with one of its streams in a terminal; what that shows, and the other."""
    master, slave = new_terminal()
    with warm.begin([*PROGRAM, *args], env=os.environ | env, **{stream: slave}) as process:
        os.close(slave)
        shown = _read_to_end(master)
        other = process.stderr if stream == "stdout" else process.stdout
        assert other is not None
        return shown.decode(), other.read()


def _read_to_end(master: int) -> bytes:
    shown = b""
    with os.fdopen(master, "rb", buffering=0) as terminal:
        while True:
            try:
                shown += terminal.read(4096)
            except OSError:  # how Linux says that the last program has left the terminal
                return shown


def stop_when(
    condition: Callable[[], bool], signal_: signal.Signals, *args: str | Path, **env: str
) -> subprocess.CompletedProcess[str]:
    """Run the program, and send it a signal as soon as something is the case."""
    with started(*args, **env) as process:
        wait_until(lambda: process.poll() is not None or condition())
        assert process.poll() is None, "it ended too early"
        process.send_signal(signal_)
        return ended(process)


def wait_until(condition: Callable[[], bool]) -> None:
    """Wait for something that comes from another process."""
    deadline = time.monotonic() + TIMEOUT_S
    while not condition():
        assert time.monotonic() < deadline, "it never came so far"
        time.sleep(0.01)


@contextmanager
def started(
    *args: str | Path, program: tuple[str, ...] = PROGRAM, **env: str
) -> Iterator["subprocess.Popen[str] | warm.Process"]:
    """The program running; it is killed at the end should it still be there."""
    with warm.begin([*program, *args], env=os.environ | env) as process:
        try:
            yield process
        finally:
            process.kill()


def ended(
    process: "subprocess.Popen[str] | warm.Process",
) -> subprocess.CompletedProcess[str]:
    """What a started program has written when it has ended by itself."""
    stdout, stderr = process.communicate(timeout=TIMEOUT_S)
    return subprocess.CompletedProcess(process.args, process.returncode, stdout, stderr)
