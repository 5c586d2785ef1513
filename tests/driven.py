"""A player in a process of its own, driven from here, and noise to be played."""

import json
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import numpy as np
import numpy.typing as npt
import warm
from nullsink import NullSink

RATE = 48_000
PLAY = Path(__file__).with_name("play.py")


class Driven:
    """A process with a player in it."""

    def __init__(self, sink: NullSink) -> None:
        self._process = warm.begin(
            [sys.executable, PLAY],
            env=sink.env,
            stdin=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )

    def begin(self, *action: object) -> None:
        """Ask for something and do not wait for it."""
        assert self._process.stdin is not None
        self._process.stdin.write(json.dumps(action) + "\n")
        self._process.stdin.flush()

    def answer(self, timeout_s: float = 30.0) -> str:
        """What came of it. A process that hangs is killed, and its answer is empty."""
        assert self._process.stdout is not None
        timer = threading.Timer(timeout_s, self._process.kill)
        timer.start()
        try:
            return self._process.stdout.readline().strip()
        finally:
            timer.cancel()

    def ask(self, *action: object) -> str:
        self.begin(*action)
        return self.answer()

    def interrupt(self) -> None:
        """Ctrl-C."""
        self._process.send_signal(signal.SIGINT)

    def end(self) -> int:
        """Let it end by itself; its exit code."""
        assert self._process.stdin is not None
        self._process.stdin.close()
        return self._process.wait(20)

    def kill(self) -> None:
        self._process.kill()
        self._process.wait()


@contextmanager
def playing_into(sink: NullSink) -> Iterator[Driven]:
    driven = Driven(sink)
    try:
        yield driven
    finally:
        driven.kill()


def noise_file(path: Path, *, seconds: float, seed: int) -> Path:
    loud = np.random.default_rng(seed).integers(300, 9000, round(seconds * RATE), dtype=np.int16)
    loud[::2] *= -1
    path.write_bytes(loud.tobytes())
    return path


def samples_of(path: Path) -> npt.NDArray[np.int16]:
    return np.frombuffer(path.read_bytes(), dtype=np.int16)


def sink_properties(name: str) -> str:
    return f"sink_properties=device.description={name}"


def pactl(*command: str, sink: NullSink) -> None:
    subprocess.run(["pactl", *command], env=sink.env, check=True, capture_output=True)


def listed(sink: NullSink) -> list[tuple[str, str, bool]]:
    code = (
        "import earcoach, dataclasses, json\n"
        "print(json.dumps([dataclasses.astuple(device) for device in earcoach.list_devices()]))"
    )
    with warm.begin([sys.executable, "-c", code], env=sink.env) as process:
        stdout, stderr = process.communicate(timeout=30)
    assert stderr == ""
    return [(backend, name, default) for backend, name, default in json.loads(stdout)]
