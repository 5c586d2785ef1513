"""Live sound through miniaudio, which finds PulseAudio, ALSA and the like by itself."""

import queue
import threading
from collections.abc import Generator, Iterator
from dataclasses import dataclass
from typing import Any

from earcoach.devices.device import BYTES_PER_SAMPLE, Output
from earcoach.devices.watched import watched
from earcoach.errors import NoSoundDevice
from earcoach.units import SAMPLE_RATE_HZ

BUFFER_MS = 200
QUEUED_BLOCKS = 2
DEAD_AFTER_S = 2.0
"""How long a device may ask for nothing; it asks five times in a second."""
PATIENCE_S = 0.1
"""How long a request waits for sound, less than the device has in its buffer."""
ALSA_NULL = "Discard all samples"
"""How an output begins that swallows everything."""


class MiniaudioDevice:
    """An output, as miniaudio sees it."""

    def __init__(self, output: str | None = None, channels: int = 1) -> None:
        """Open an output by its name, or the default one. Raises NoSoundDevice."""
        miniaudio = _miniaudio()
        self._bytes_per_frame = BYTES_PER_SAMPLE * channels
        try:
            self._device: Any = miniaudio.PlaybackDevice(
                output_format=miniaudio.SampleFormat.SIGNED16,
                nchannels=channels,
                sample_rate=SAMPLE_RATE_HZ,
                buffersize_msec=BUFFER_MS,
                device_id=None if output is None else _id(miniaudio, output),
                backends=_backends(miniaudio),
            )
        except miniaudio.MiniaudioError as error:
            raise NoSoundDevice(f"miniaudio: {' '.join(map(str, error.args))}") from None
        self._waiting: queue.Queue[bytes] = queue.Queue(QUEUED_BLOCKS)
        self._all_heard = threading.Event()
        self._draining = False
        feed = self._feed()
        next(feed)
        try:
            self._device.start(feed)
        except miniaudio.MiniaudioError as error:
            self._device.close()
            raise NoSoundDevice(f"miniaudio: {' '.join(map(str, error.args))}") from None

    def play(self, pcm: bytes) -> None:
        """Hand over frames."""
        try:
            self._waiting.put(pcm, timeout=DEAD_AFTER_S)
        except queue.Full:  # the only sign miniaudio gives when its server died
            raise NoSoundDevice("the sound device is gone (it takes no more sound)") from None

    def drain(self) -> None:
        """Wait until everything is heard."""
        self._draining = True
        if not self._all_heard.wait(DEAD_AFTER_S):
            raise NoSoundDevice("the sound device is gone (it takes no more sound)")

    def close(self) -> None:
        """Stop at once."""
        self._device.close()

    def _feed(self) -> Generator[bytes, int, None]:
        """What the device asks for, from what is waiting; silence when nothing is."""
        rest, silent_frames = b"", 0
        frames = yield b""
        while True:
            wanted = frames * self._bytes_per_frame
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


def outputs() -> tuple[Output, ...]:
    """The outputs that miniaudio finds."""
    try:
        miniaudio = _miniaudio()
        return tuple(Output(info.name, info.default) for info in _infos(miniaudio))
    except NoSoundDevice:
        return ()


@dataclass(frozen=True, slots=True)
class _Info:
    """What miniaudio tells about an output."""

    name: str
    """What the system calls it."""
    default: bool
    """Whether it is the one that plays where nobody chooses."""
    id: Any
    """What opens it: a value of the C library."""


def _infos(miniaudio: Any) -> Iterator[_Info]:
    """The outputs that can be opened.

    Taken from the C library: the Python one does not tell which is the default, and gives up on
    all when one cannot be opened, as most of ALSA's cannot where there is no sound card.
    """
    try:
        devices = miniaudio.Devices(_backends(miniaudio))
    except miniaudio.MiniaudioError:
        return
    ffi, lib, context = miniaudio.ffi, miniaudio.lib, devices._context
    infos, count = ffi.new("ma_device_info **"), ffi.new("ma_uint32 *")
    if lib.ma_context_get_devices(context, infos, count, ffi.NULL, ffi.NULL) != lib.MA_SUCCESS:
        return
    for index in range(count[0]):
        info, tried = infos[0][index], ffi.new("ma_device_info *")
        kept_id = ffi.new("ma_device_id *", info.id)
        result = lib.ma_context_get_device_info(
            context, lib.ma_device_type_playback, kept_id, tried
        )
        name = ffi.string(info.name).decode(errors="replace")
        if result == lib.MA_SUCCESS and not name.startswith(ALSA_NULL):
            yield _Info(name, bool(info.isDefault), kept_id)


def _miniaudio() -> Any:
    try:
        import miniaudio
    except ImportError:
        raise NoSoundDevice("miniaudio is not installed") from None
    return miniaudio


def _backends(miniaudio: Any) -> list[Any]:
    """All that make a sound: without a list it would play into its Null backend unasked."""
    silent = (miniaudio.Backend.NULL, miniaudio.Backend.CUSTOM)
    return [backend for backend in miniaudio.Backend if backend not in silent]


def _id(miniaudio: Any, output: str) -> Any:
    """What miniaudio calls the output with this name."""
    for info in _infos(miniaudio):
        if info.name == output:
            return info.id
    raise NoSoundDevice(f"miniaudio: no output is named `{output}` now")


BACKEND = watched("miniaudio", MiniaudioDevice, outputs)
