"""Runs `earcoach start ROUTINE ...` up to its first word, and says when the device was handed what.

A line `first SECONDS` when the first frame is handed over, `sound SECONDS` for the first that is
not silence, `word SECONDS` for the first word; the process ends there. The single steps of one that
keep headphones awake are silence.
"""

import os
import sys
import time
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from earcoach import coach
from earcoach.cli.main import run
from earcoach.devices.portaudio import PortAudioDevice
from earcoach.performing import OnEvent
from earcoach.session.events import CueBegan, Ending, Event

if TYPE_CHECKING:  # it loads numpy, which the program does when the device is open
    from earcoach.session.live import LiveSession

real_play, real_perform = PortAudioDevice.play, coach.perform
told: list[str] = []


def tell(moment: str) -> None:
    """Report a moment, the first time."""
    if moment not in told:
        told.append(moment)
        print(moment, time.time(), file=sys.stderr, flush=True)


def play(device: PortAudioDevice, pcm: bytes) -> None:
    """The real thing, watched."""
    tell("first")
    if max(memoryview(pcm).cast("h"), default=0) > 1:
        tell("sound")
    real_play(device, pcm)


def performed(prepare: Callable[[], "LiveSession"], *, on_event: OnEvent, **others: Any) -> Ending:
    """The real thing, watched: what begins in a block is told before it is handed over."""

    def told_all(event: Event) -> None:
        if isinstance(event, CueBegan) and event.cue.spoken:
            tell("word")
            os._exit(0)
        on_event(event)

    return real_perform(prepare, on_event=told_all, **others)


coach.perform = performed  # type: ignore[attr-defined]
PortAudioDevice.play = play  # type: ignore[method-assign]
sys.argv = ["earcoach", "start", *sys.argv[1:]]
run()
