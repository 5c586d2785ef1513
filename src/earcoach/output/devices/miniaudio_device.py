"""Live sound through miniaudio, which finds PulseAudio, ALSA and the like by itself."""

import atexit
import queue
import threading
from collections.abc import Generator
from typing import Any

from earcoach.errors import NoSoundDevice
from earcoach.units import SAMPLE_RATE_HZ

BUFFER_MS = 200
QUEUED_BLOCKS = 2
DEAD_AFTER_S = 3.0
PATIENCE_S = 0.1
"""How long a request waits for sound, less than the device has in its buffer."""
BYTES_PER_FRAME = 2


class MiniaudioDevice:
    """The default sound device, as miniaudio sees it."""

    def __init__(self) -> None:
        """Open the device. Raises NoSoundDevice when there is none."""
        try:
            import miniaudio

            # without a list of backends it would play into its Null backend when there is nothing
            none = (miniaudio.Backend.NULL, miniaudio.Backend.CUSTOM)
            self._device: Any = miniaudio.PlaybackDevice(
                output_format=miniaudio.SampleFormat.SIGNED16,
                nchannels=1,
                sample_rate=SAMPLE_RATE_HZ,
                buffersize_msec=BUFFER_MS,
                backends=[backend for backend in miniaudio.Backend if backend not in none],
            )
        except ImportError:
            raise NoSoundDevice("miniaudio is not installed") from None
        except Exception as error:  # MiniaudioError, which has no name when the import fails
            raise NoSoundDevice(f"miniaudio: {' '.join(map(str, error.args))}") from None
        self._waiting: queue.Queue[bytes] = queue.Queue(QUEUED_BLOCKS)
        self._all_heard = threading.Event()
        self._draining = False
        atexit.register(self._device.close)  # a device left open would keep the process alive
        feed = self._feed()
        next(feed)
        self._device.start(feed)

    def play(self, pcm: bytes) -> None:
        """Hand over frames."""
        try:
            self._waiting.put(pcm, timeout=DEAD_AFTER_S)
        except queue.Full:  # the only sign miniaudio gives when its server died
            raise NoSoundDevice("the sound device is gone (it takes no more sound)") from None

    def drain(self) -> None:
        """Wait until everything is heard."""
        self._draining = True
        self._all_heard.wait(DEAD_AFTER_S)

    def close(self) -> None:
        """Stop at once."""
        self._device.close()
        atexit.unregister(self._device.close)

    def _feed(self) -> Generator[bytes, int, None]:
        """What the device asks for, from what is waiting; silence when nothing is."""
        rest, silent_frames = b"", 0
        frames = yield b""
        while True:
            wanted = frames * BYTES_PER_FRAME
            while len(rest) < wanted:
                try:  # in the middle of a sound the rest of it is only a moment away
                    rest += self._waiting.get(timeout=PATIENCE_S if rest else 0)
                except queue.Empty:
                    break
            silent_frames = 0 if rest else silent_frames + frames
            if self._draining and silent_frames > 2 * BUFFER_MS * SAMPLE_RATE_HZ // 1000:
                self._all_heard.set()
            block, rest = rest[:wanted], rest[wanted:]
            frames = yield block.ljust(wanted, b"\0")
