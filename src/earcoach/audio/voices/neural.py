"""The default voice: hibari-tts, a small neural model that comes inside its wheel.

The model lives in a process of its own: loading it holds Python's lock for longer than a sound
device can wait, and a live session must not stutter because a phrase is missing from the cache.
"""

import json
import subprocess
import sys
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from threading import Lock

import numpy as np

from earcoach.audio.voices.engine import Speech
from earcoach.errors import NoVoice

WORKER = Path(__file__).with_name("neural_worker.py")


class NeuralEngine:
    """Speaks with hibari's built-in voice. The model is loaded by the first phrase."""

    def __init__(self) -> None:
        """Find out which version is installed; load nothing. Raises NoVoice when there is none."""
        try:
            self.identity = f"hibari {version('hibari-tts')} heart"
        except PackageNotFoundError:
            raise NoVoice("the package hibari-tts is not installed") from None
        self._process: subprocess.Popen[bytes] | None = None
        self._lock = Lock()

    def synthesize(self, text: str, speed: float) -> Speech:
        """Speak a text; the same text gives the same bits. Raises NoVoice when it cannot."""
        request = json.dumps({"text": text, "speed": speed}).encode() + b"\n"
        with self._lock:
            try:
                return self._answer(self._worker(), request)
            except (OSError, ValueError) as error:  # the pipe broke, or what came makes no sense
                self._process = None
                raise NoVoice(f"the neural voice ended unexpectedly ({error})") from None

    def _worker(self) -> subprocess.Popen[bytes]:
        if self._process is None:
            self._process = subprocess.Popen(
                [sys.executable, str(WORKER)],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                start_new_session=True,  # Ctrl-C is for us; the worker ends when its input does
            )
        return self._process

    @staticmethod
    def _answer(process: subprocess.Popen[bytes], request: bytes) -> Speech:
        assert process.stdin is not None and process.stdout is not None
        process.stdin.write(request)
        process.stdin.flush()
        answer = json.loads(process.stdout.readline())
        if "error" in answer:
            raise NoVoice(f"the neural voice {answer['error']}")
        data = process.stdout.read(4 * answer["frames"])
        return Speech(np.frombuffer(data, dtype="<f4").astype(np.float32), answer["rate_hz"])
