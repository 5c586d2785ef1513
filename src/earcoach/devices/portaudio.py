"""Live sound through PortAudio, by way of sounddevice."""

import atexit
import ctypes
import sys
from contextlib import suppress
from functools import cache
from typing import Any

from earcoach.devices.device import BYTES_PER_SAMPLE, Output
from earcoach.devices.watched import watched
from earcoach.errors import NoSoundDevice
from earcoach.units import SAMPLE_RATE_HZ, frames_of_ms

LATENCY_S = 0.2
"""Short enough to feel immediate, and long enough for a start on a machine that is busy: at half
of it, libraries that were being loaded made sound drop out."""

DRAINING = frames_of_ms(300)
"""Frames of silence to push the last sound out: at a stop, PortAudio on ALSA drops what is in its
buffer."""


class PortAudioDevice:
    """An output, as PortAudio sees it."""

    def __init__(self, output: str | None = None, channels: int = 1) -> None:
        """Open an output by its name, or the default one. Raises NoSoundDevice."""
        sounddevice = load()
        self._draining = bytes(BYTES_PER_SAMPLE * channels * DRAINING)
        self._error = sounddevice.PortAudioError
        try:
            self._stream = _stream(sounddevice, output, channels)
        except self._error:
            # PortAudio looks for devices once, when it starts: what came since, it does not know
            sounddevice._terminate()
            sounddevice._initialize()
            try:
                self._stream = _stream(sounddevice, output, channels)
            except self._error as error:
                raise NoSoundDevice(f"PortAudio: {error}") from None

    def play(self, pcm: bytes) -> None:
        """Hand over frames."""
        try:
            self._stream.write(pcm)
        except self._error as error:
            raise NoSoundDevice(f"the sound device is gone ({error})") from None

    def drain(self) -> None:
        """Wait until everything is heard."""
        try:
            self._stream.write(self._draining)
            self._stream.stop(ignore_errors=False)
        except self._error as error:
            raise NoSoundDevice(f"the sound device is gone ({error})") from None

    def close(self) -> None:
        """Stop at once."""
        self._stream.close(ignore_errors=True)


def outputs() -> tuple[Output, ...]:
    """The outputs that PortAudio knows."""
    try:
        sounddevice = load()
        default = sounddevice.query_devices(kind="output")["index"]
    except NoSoundDevice:
        return ()
    except sounddevice.PortAudioError:
        default = None
    return tuple(
        Output(device["name"], device["index"] == default)
        for device in sounddevice.query_devices()
        if device["max_output_channels"] > 0
    )


def load() -> Any:
    """The library, which looks for devices when it is loaded. Raises NoSoundDevice without one."""
    try:
        import sounddevice
    except ImportError:
        raise NoSoundDevice("sounddevice is not installed") from None
    except OSError:
        raise NoSoundDevice("the PortAudio library is missing") from None
    except Exception as error:  # PortAudioError, which has no name when the import fails
        raise NoSoundDevice(f"PortAudio: {error}") from None
    # it would wait for ever for a sound server that is frozen; our streams are closed without it
    atexit.unregister(sounddevice._exit_handler)
    _hush_alsa()
    return sounddevice


@cache
def _hush_alsa() -> None:
    """Keep ALSA from writing to stderr, in the middle of a session too, where there is ALSA."""
    if sys.platform != "linux":
        return
    with suppress(OSError, AttributeError):
        # a function of the C library that does nothing and takes whatever it is given
        does_nothing = ctypes.cast(ctypes.CDLL(None).getpid, ctypes.c_void_p)
        ctypes.CDLL("libasound.so.2").snd_lib_error_set_handler(does_nothing)


def _stream(sounddevice: Any, output: str | None, channels: int) -> Any:
    """An output stream that runs."""
    device = None
    if output is not None:
        found = [d["index"] for d in sounddevice.query_devices() if _is(d, output)]
        if not found:
            raise sounddevice.PortAudioError(f"no output is named {output!r} now")
        device = found[0]
    stream = sounddevice.RawOutputStream(
        device=device,
        samplerate=SAMPLE_RATE_HZ,
        channels=channels,
        dtype="int16",
        latency=LATENCY_S,
    )
    stream.start()
    return stream


def _is(device: Any, output: str) -> bool:
    return bool(device["name"] == output and device["max_output_channels"] > 0)


BACKEND = watched("sounddevice", PortAudioDevice, outputs, load=load)
