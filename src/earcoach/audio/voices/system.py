"""The computer's own voice through pyttsx3: SAPI5, the macOS voices or eSpeak NG.

pyttsx3 can hang, crash the process or return nothing, so every phrase is spoken by a short-lived
process of its own, with a time limit, and an empty result is an error.
"""

import subprocess
import sys
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np

from earcoach.audio.voices.engine import Speech
from earcoach.errors import NoVoice

LIMIT_S = 20.0
WORKER = Path(__file__).with_name("system_worker.py")


class SystemEngine:
    """Speaks with the voice that pyttsx3 finds first."""

    def __init__(self) -> None:
        """Find out which version is installed. Raises NoVoice when there is none."""
        try:
            self.identity = f"pyttsx3 {version('pyttsx3')} {sys.platform}"
        except PackageNotFoundError:
            raise NoVoice("the package pyttsx3 is not installed") from None

    def synthesize(self, text: str, speed: float) -> Speech:
        """Speak a text. Raises NoVoice when pyttsx3 fails, hangs or returns silence."""
        with TemporaryDirectory(prefix="earcoach-") as folder:
            path = Path(folder) / "phrase.wav"
            command = [sys.executable, str(WORKER), str(path), f"{speed:.3f}"]
            try:
                done = subprocess.run(
                    command, input=text.encode(), capture_output=True, timeout=LIMIT_S, check=False
                )
            except subprocess.TimeoutExpired:
                raise NoVoice("the system voice does not answer") from None
            if done.returncode or not path.exists():
                raise NoVoice(f"the system voice failed ({_reason(done.stderr)})")
            return _speech(path)


def _speech(path: Path) -> Speech:
    import soundfile

    try:
        samples, rate_hz = soundfile.read(path, dtype="float32", always_2d=True)
    except soundfile.LibsndfileError:
        raise NoVoice("the system voice returned no sound") from None
    mono = samples.mean(axis=1, dtype=np.float32)
    if not np.any(mono):
        raise NoVoice("the system voice returned silence")
    return Speech(mono, rate_hz)


def _reason(stderr: bytes) -> str:
    lines = stderr.decode("utf-8", "replace").strip().splitlines()
    return lines[-1][:200] if lines else "it ended without a word"
