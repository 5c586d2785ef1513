"""The table of sound devices, best first, and how to open one."""

from collections.abc import Callable

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
            device = open_()
            device.play(LEAD_IN)
            return device
        except NoSoundDevice as error:
            reasons.append(error.message)
    raise NoSoundDevice(
        f"no sound device can be opened: {'; '.join(reasons)}",
        cure="connect one, or keep the session as a file: `earcoach export ROUTINE -o session.mp3`",
    )
