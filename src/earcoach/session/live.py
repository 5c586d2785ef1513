"""A session heard live: the device opens first, and what comes next is prepared while it plays."""

import contextlib
import threading
from collections.abc import Callable

from earcoach.audio.clip import Samples, pcm_of
from earcoach.audio.mixer import Mixer
from earcoach.audio.voices.speaker import Speaker
from earcoach.errors import EarcoachError
from earcoach.output.devices.device import Device
from earcoach.output.pump import pump
from earcoach.timeline.cues import LaidPhase
from earcoach.timeline.schedule import Timeline
from earcoach.units import frames_of_ms

LIVE_BLOCK = frames_of_ms(50)
PHASES_AHEAD = 3


class DeviceSink:
    """A device as a sink."""

    def __init__(self, device: Device) -> None:
        """Play into an open device."""
        self._device = device

    def write(self, block: Samples) -> None:
        """Play a block."""
        self._device.play(pcm_of(block).tobytes())

    def close(self) -> None:
        """Wait until everything is heard."""
        self._device.drain()


class LookAhead:
    """A thread that lays out the coming phases and has their phrases spoken before they are due."""

    def __init__(self, timeline: Timeline, speaker: Speaker) -> None:
        """Begin with the first phases."""
        self._timeline, self._speaker = timeline, speaker
        self._wanted = threading.Semaphore(PHASES_AHEAD)
        self._closed = False
        self._thread = threading.Thread(target=self._run, name="look-ahead")
        self._thread.start()

    def advance(self) -> None:
        """Another phase has begun: prepare one more."""
        self._wanted.release()

    def close(self) -> None:
        """Prepare no more; a phrase that is being spoken is waited for.

        A process that ends while a thread is inside a voice's C++ code is aborted.
        """
        self._closed = True
        self._wanted.release(len(self._timeline))
        self._thread.join()

    def _run(self) -> None:
        try:
            for index in range(len(self._timeline)):
                self._wanted.acquire()
                for cue in self._timeline[index].layout.cues:
                    if self._closed:
                        return
                    if cue.text is not None:
                        self._speaker.prepare(cue.text)
        except EarcoachError:
            return  # who plays the phase meets the same error, and can say so


def play(
    mixer: Mixer, speaker: Speaker, device: Device, *, on_phase: Callable[[LaidPhase], None]
) -> None:
    """Play a whole session into an open device; `on_phase` is told of every phase as it begins.

    The device stays open. Raises NoSoundDevice when it dies and NoVoice when the voice does.
    """
    timeline = mixer.timeline
    begun = -1

    def announce(frame: int) -> None:
        nonlocal begun
        while begun + 1 < len(timeline) and timeline.onset(begun + 1) <= frame:
            begun += 1
            ahead.advance()
            on_phase(timeline[begun])

    with contextlib.closing(LookAhead(timeline, speaker)) as ahead:
        sink = DeviceSink(device)
        pump(mixer, sink, block_frames=LIVE_BLOCK, before_block=announce)
        sink.close()
