"""The table of sound backends, best first, and how to open a device or list them all."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from earcoach.devices.device import Backend, Device
from earcoach.devices.quiet import quiet_libraries
from earcoach.errors import NoSoundDevice, UsageError
from earcoach.on_demand import OnDemand
from earcoach.suggest import did_you_mean

DEVICES: Mapping[str, Backend] = OnDemand(
    {
        "sounddevice": "earcoach.devices.portaudio:BACKEND",
        "miniaudio": "earcoach.devices.miniaudio_device:BACKEND",
        "simpleaudio": "earcoach.devices.simpleaudio_device:BACKEND",
    }
)
"""Every library that plays, loaded when it is tried."""


@dataclass(frozen=True, slots=True)
class ListedDevice:
    """An output that can be asked for by its name, or by a part of it."""

    backend: str
    """The library that plays to it."""
    name: str
    """Its full name."""
    default: bool
    """Whether the library plays to it unless another is asked for."""


def wake() -> None:
    """Have the library that is tried first look for devices, on a thread of its own.

    That takes its time, in which other things can be done; nothing is opened, or waited for.
    """
    next(iter(DEVICES.values())).load()


def list_devices() -> tuple[ListedDevice, ...]:
    """All outputs there are now, in the order in which a name is looked for."""
    with quiet_libraries():
        return tuple(
            ListedDevice(backend, output.name, output.default)
            for backend in DEVICES
            for output in DEVICES[backend].outputs()
        )


def open_device(name: str | None = None, *, channels: int = 1) -> Device:
    """Open a device: a backend, or an output by a part of its name, or else the first that opens.

    Raises UsageError when nothing has that name, and NoSoundDevice, with every reason, when it
    does not open.
    """
    if name is None:
        return _first(((name, None) for name in DEVICES if DEVICES[name].unasked), channels)
    if name.casefold() in DEVICES:
        return _first([(name.casefold(), None)], channels)
    found = _named(name)
    return _first([(found.backend, found.name)], channels)


def _named(name: str) -> ListedDevice:
    """The output with this name, or else the only one with a name that it is a part of."""
    listed = list_devices()
    wanted = name.casefold()
    for device in listed:
        if device.name.casefold() == wanted:
            return device
    found = {d.name: d for d in reversed(listed) if wanted and wanted in d.name.casefold()}
    if not found:
        known = dict.fromkeys((*DEVICES, *(device.name for device in listed)))
        raise UsageError(f"no sound device is named `{name}`", cure=did_you_mean(name, known))
    if len(found) > 1:
        names = ", ".join(f"`{device.name}`" for device in reversed(found.values()))
        raise UsageError(f"more than one sound device is named `{name}`: {names}")
    return next(iter(found.values()))


def _first(candidates: Iterable[tuple[str, str | None]], channels: int) -> Device:
    """The first of these backends and outputs that opens."""
    errors = []
    for backend, output in candidates:
        try:
            with quiet_libraries():
                return DEVICES[backend].open(output, channels)
        except NoSoundDevice as error:
            errors.append(error)
    raise NoSoundDevice(
        f"no sound device can be opened: {'; '.join(error.message for error in errors)}",
        cure=next((error.cure for error in errors if error.cure), "connect one"),
    )
