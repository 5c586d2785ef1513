"""Live sound through simpleaudio, which can play one finished piece of sound and no stream.

So the sound between two silences is gathered into one piece, and each piece is played when the
clock has come to its first frame. Within a piece every frame is exact; a piece begins within some
milliseconds of its time, and these do not add up. A command (pause, next) is heard when the piece
that is playing is over.
"""

import sys
import threading
import time
from collections.abc import Callable
from typing import Any

from earcoach.devices.device import BYTES_PER_SAMPLE, Backend, Output
from earcoach.errors import NoSoundDevice
from earcoach.extras import how_to_install
from earcoach.units import SAMPLE_RATE_HZ, frames_of_ms

AHEAD = frames_of_ms(200)
"""How far ahead of the ear a piece may begin to be gathered: time enough to render it."""
GAP = frames_of_ms(250)
"""A shorter silence stays inside its piece. simpleaudio needs 30 ms to end one."""
LONGEST_PIECE = frames_of_ms(30_000)
"""Where sound never pauses, it is cut into pieces, with a gap that can be heard."""
LATE_S = 0.05
"""When a piece comes so late, the rest of the session moves with it."""
DEAD_AFTER_S = 2.0
POLL_S = 0.005
"""simpleaudio tells only when asked whether a piece is over."""


class SimpleaudioDevice:
    """The default output, played piece by piece."""

    def __init__(
        self,
        output: str | None = None,
        channels: int = 1,
        *,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """Open the default output. Raises NoSoundDevice, also where simpleaudio would crash."""
        if output is not None:
            raise NoSoundDevice("simpleaudio plays to the default output only")
        self._simpleaudio = _simpleaudio()
        self._clock, self._channels = clock, channels
        self._bytes_per_frame = BYTES_PER_SAMPLE * channels
        self._closed = threading.Event()
        self._piece = bytearray()
        self._piece_begins = self._silent_frames = self._position = 0
        self._playing = self._begun(bytes(self._bytes_per_frame * frames_of_ms(10)))
        self._frame_0_at = clock()

    def play(self, pcm: bytes) -> None:
        """Hand over frames; waits until what came before is nearly heard."""
        frames = len(pcm) // self._bytes_per_frame
        silent = _is_silent(pcm)
        if not silent and not self._piece:
            self._piece_begins = self._position
        if self._piece or not silent:
            self._piece += pcm
            self._silent_frames = self._silent_frames + frames if silent else 0
        self._position += frames
        if self._silent_frames >= GAP or len(self._piece) >= self._bytes_per_frame * LONGEST_PIECE:
            self._play_piece()
        if not self._piece:
            self._wait_until(self._time_of(self._position - AHEAD))

    def drain(self) -> None:
        """Wait until everything is heard."""
        if self._piece:
            self._play_piece()
        self._wait_until(self._time_of(self._position))
        self._wait_for_end()

    def close(self) -> None:
        """Stop, as soon as simpleaudio can."""
        self._closed.set()
        self._playing.stop()
        give_up_at = self._clock() + DEAD_AFTER_S
        while self._playing.is_playing() and self._clock() < give_up_at:
            threading.Event().wait(POLL_S)  # its thread must not outlive the interpreter

    def _play_piece(self) -> None:
        """Play what is gathered, when its time has come and the piece before is over."""
        pcm = bytes(self._piece[: len(self._piece) - self._bytes_per_frame * self._silent_frames])
        self._piece.clear()
        self._silent_frames = 0
        due = self._time_of(self._piece_begins)
        self._wait_until(due)
        self._wait_for_end()
        self._playing = self._begun(pcm)
        late_s = self._clock() - due
        if late_s > LATE_S:
            self._frame_0_at += late_s

    def _begun(self, pcm: bytes) -> Any:
        """A piece that begins to play."""
        try:
            return self._simpleaudio.play_buffer(
                pcm, self._channels, BYTES_PER_SAMPLE, SAMPLE_RATE_HZ
            )
        except Exception as error:  # SimpleaudioError, which is not public
            raise NoSoundDevice(f"simpleaudio: {error}") from None

    def _time_of(self, frame: int) -> float:
        """When a frame is heard, on the clock: always from the first frame, so nothing drifts."""
        return self._frame_0_at + frame / SAMPLE_RATE_HZ

    def _wait_until(self, when: float) -> None:
        left_s = when - self._clock()
        if left_s > 0:
            self._closed.wait(left_s)

    def _wait_for_end(self) -> None:
        """Wait until the piece that plays is over."""
        give_up_at = self._clock() + DEAD_AFTER_S
        while self._playing.is_playing() and not self._closed.wait(POLL_S):
            if self._clock() > give_up_at:
                raise NoSoundDevice("the sound device is gone (it never ends)")


def outputs() -> tuple[Output, ...]:
    """None: simpleaudio plays to the default output and knows no names."""
    return ()


def _simpleaudio() -> Any:
    if sys.version_info >= (3, 12):
        raise NoSoundDevice(
            "simpleaudio crashes Python 3.12 and later: it frees memory on a thread that Python "
            "does not know",
            cure="leave --device out, or use Python 3.11",
        )
    try:
        import simpleaudio
    except ImportError:
        raise NoSoundDevice(
            "simpleaudio is not installed", cure=how_to_install("simpleaudio")
        ) from None
    return simpleaudio


def _is_silent(pcm: bytes) -> bool:
    """Whether nothing can be heard: at most the last bit, which keeps other devices awake."""
    samples = memoryview(pcm).cast("h")
    return len(samples) == 0 or (max(samples) <= 1 and min(samples) >= -1)


BACKEND = Backend(open=SimpleaudioDevice, outputs=outputs, unasked=False)
