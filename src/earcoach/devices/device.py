"""What a sound device is, and what a library that opens them is."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

BYTES_PER_SAMPLE = 2


class Device(Protocol):
    """An open stream of 16-bit sound at 48 kHz, which plays what it is given.

    Where it was opened with more than one channel, their samples take turns.

    A device that died raises NoSoundDevice from `play` and `drain`; `close` is always quiet.
    """

    def play(self, pcm: bytes) -> None:
        """Hand over frames; waits while there are enough."""

    def drain(self) -> None:
        """Wait until everything is heard."""

    def close(self) -> None:
        """Stop at once."""


@dataclass(frozen=True, slots=True)
class Output:
    """Something that sound can come out of, as a library names it."""

    name: str
    """Its full name."""
    default: bool
    """Whether it is the one that is used unless another is asked for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Backend:
    """A library that plays sound."""

    open: Callable[[str | None, int], Device]
    """Opens an output by its full name, or the default one, with a number of channels.

    Raises NoSoundDevice.
    """
    outputs: Callable[[], tuple[Output, ...]]
    """The outputs there are now; none when the library is missing or finds nothing."""
    load: Callable[[], None] = lambda: None
    """Begins to get ready for either, and is not waited for."""
    unasked: bool = True
    """Whether it is tried when no device was asked for by name."""
