"""The sound server of the tests: which failures it answers for, and which it does not."""

import os
import signal
import subprocess
import sys

import pytest
from nullsink import DroppedOut, NullSink

ENDLESS = """\
import numpy as np
from earcoach.devices.player import Player
player = Player()
while True:
    player.play(np.full(480, 0.1, dtype=np.float32))
"""


def test_only_what_fails_after_a_program_was_too_late_is_a_drop_out(sink: NullSink) -> None:
    failure = AssertionError("not as it was")
    with sink.recording() as live, playing(sink) as program:
        live.wait_for_sound()
        sink.raise_if_dropped_out(failure)
        os.kill(program.pid, signal.SIGSTOP)
        live.wait_for_silence()
        program.kill()
    with pytest.raises(DroppedOut) as caught:
        sink.raise_if_dropped_out(failure)
    assert caught.value.__cause__ is failure


def playing(sink: NullSink) -> subprocess.Popen[bytes]:
    return subprocess.Popen([sys.executable, "-c", ENDLESS], env=sink.env)
