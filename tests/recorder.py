"""A recorder of what a sound server plays, and the programs that play into it: see `nullsink`."""

from __future__ import annotations

import os
import signal
import subprocess
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np
import warm
from excerpts import Samples

RATE: Final = 48_000
POLL_S: Final = 0.02
START_TIMEOUT_S: Final = 15.0
STOP_TIMEOUT_S: Final = 5.0
# So much silence after the end of the command means that all its sound has arrived. The recorder
# lags by some milliseconds; the rest is room for a busy machine.
TAIL_FRAMES: Final = RATE // 2
TAIL_TIMEOUT_S: Final = 15.0


@dataclass(frozen=True, kw_only=True)
class Played:
    """What a finished command played (48 kHz) and what it wrote."""

    samples: Samples
    returncode: int
    stdout: str
    stderr: str


class LiveRecording:
    """A running recorder; its samples can be read at any time, also after it has ended."""

    def __init__(self, process: subprocess.Popen[bytes], raw: Path, log: Path) -> None:
        self._process = process
        self._raw = raw
        self._log = log

    @property
    def frames(self) -> int:
        """How many frames are recorded by now."""
        # Whole frames: the recorder may be in the middle of a write.
        return self._raw.stat().st_size // 2

    def samples(self, start: int = 0) -> Samples:
        """A copy of everything recorded so far, from frame `start` on."""
        return np.fromfile(self._raw, dtype=np.int16, count=self.frames - start, offset=2 * start)

    def wait_for_sound(self, *, start: int = 0, timeout_s: float = 10.0) -> int:
        """Wait until something other than silence is recorded; return the frame of its start.

        Frames before `start` do not count.
        """
        self._wait(lambda: bool(self.samples(start).any()), "sound", timeout_s)
        return start + int(np.flatnonzero(self.samples(start))[0])

    def wait_for_silence(
        self, *, frames: int = TAIL_FRAMES, timeout_s: float = TAIL_TIMEOUT_S
    ) -> None:
        """Wait until `frames` new frames have come and the last `frames` are all silence."""
        goal = self.frames + frames

        def silent() -> bool:
            now = self.frames
            return now >= goal and not self.samples(now - frames).any()

        self._wait(silent, f"{frames} frames of silence", timeout_s)

    def wait_until_started(self) -> None:
        """Wait until the recorder really records, which is a while after its process starts."""
        self._wait(lambda: self.frames > 0, "the first recorded frame", START_TIMEOUT_S)

    def _wait(self, condition: Callable[[], bool], what: str, timeout_s: float) -> None:
        def ended() -> bool:
            return self._process.poll() is not None

        reached = poll(lambda: condition() or ended(), timeout_s)
        if condition():
            return
        reason = "the recorder ended" if reached else f"{timeout_s:g} s passed"
        raise RuntimeError(
            f"waiting for {what}: {reason} at {self.frames} recorded frames\n{text_in(self._log)}"
        )


def run_to_its_end(
    command: Sequence[str | os.PathLike[str]],
    env: dict[str, str],
    out: Path,
    err: Path,
    timeout_s: float,
) -> int:
    """Run `command` with its output in files, as a pipe held by a grandchild would block us."""
    with out.open("wb") as out_file, err.open("wb") as err_file:
        process = warm.begin(
            command, env=env, stdout=out_file, stderr=err_file, start_new_session=True
        )
    try:
        return process.wait(timeout_s)
    except subprocess.TimeoutExpired:
        raise TimeoutError(
            f"{' '.join(map(str, command))} did not end within {timeout_s:g} s\n"
            f"stdout: {text_in(out)}\nstderr: {text_in(err)}"
        ) from None
    finally:
        with suppress(ProcessLookupError):  # its children too
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def let_end(process: subprocess.Popen[bytes]) -> None:
    """Let a process finish by itself; kill it when it does not."""
    process.terminate()
    try:
        process.wait(STOP_TIMEOUT_S)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def poll(condition: Callable[[], bool], timeout_s: float) -> bool:
    deadline = time.monotonic() + timeout_s
    while not condition():
        if time.monotonic() >= deadline:
            return False
        time.sleep(POLL_S)
    return True


def text_in(path: Path) -> str:
    return path.read_text(encoding="utf-8", errors="replace")
