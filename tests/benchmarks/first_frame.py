"""Runs `earcoach start ROUTINE ...` up to its first word, and says when the device was handed what.

A line `first SECONDS` when the first frame is handed over, `sound SECONDS` for the first that is
louder than -40 dBFS, `word SECONDS` for the first word; the process ends there.
"""

import io
import os
import sys
import time

from earcoach.cli.garbage import begin_to_load

begin_to_load()  # as the program does before it loads anything

from earcoach.__main__ import run  # noqa: E402
from earcoach.devices.portaudio import PortAudioDevice  # noqa: E402

LOUD = 32768 // 100
SPEECH = '"kind": "speech"'

real_play = PortAudioDevice.play
told: list[str] = []


def tell(moment: str) -> None:
    """Report a moment, the first time."""
    if moment not in told:
        told.append(moment)
        print(moment, time.time(), file=sys.stderr, flush=True)


def play(device: PortAudioDevice, pcm: bytes) -> None:
    """The real thing, watched."""
    tell("first")
    if max(memoryview(pcm).cast("h"), default=0) > LOUD:
        tell("sound")
    real_play(device, pcm)


class Events(io.StringIO):
    """Reads along: what begins in a block is told before the block is handed over."""

    def write(self, text: str) -> int:
        """Look for the first word."""
        if SPEECH in text:
            tell("word")
            os._exit(0)
        return len(text)


PortAudioDevice.play = play  # type: ignore[method-assign]
sys.stdout = Events()
sys.argv = ["earcoach", "start", *sys.argv[1:], "--json"]
run()
