"""The table of sound devices, best first, and how to open one."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from earcoach.errors import NoSoundDevice
from earcoach.output.devices.device import Device
from earcoach.output.devices.miniaudio_device import MiniaudioDevice
from earcoach.output.devices.portaudio import PortAudioDevice
from earcoach.units import frames_of_ms

DEVICES: dict[str, Callable[[], Device]] = {
    "sounddevice": PortAudioDevice,
    "miniaudio": MiniaudioDevice,
}


LEAD_IN = bytes(2 * frames_of_ms(100))


def open_device() -> Device:
    """The first device that opens, already playing a tenth of a second of silence.

    So the device wakes up while the voice is still being loaded. Raises NoSoundDevice, with every
    reason, when none opens.
    """
    reasons = []
    for open_ in DEVICES.values():
        try:
            with _quiet_libraries():
                device = open_()
            device.play(LEAD_IN)
            return device
        except NoSoundDevice as error:
            reasons.append(error.message)
    raise NoSoundDevice(
        f"no sound device can be opened: {'; '.join(reasons)}",
        cure="connect one, or keep the session as a file: `earcoach export ROUTINE -o session.mp3`",
    )


@contextmanager
def _quiet_libraries() -> Iterator[None]:
    """Keeps what ALSA's C code prints while it looks for a card away from the user's stderr."""
    with Path(os.devnull).open("wb") as nothing:
        kept = os.dup(2)
        os.dup2(nothing.fileno(), 2)
        try:
            yield
        finally:
            os.dup2(kept, 2)
            os.close(kept)
