"""The player: an open device that wakes gently, is kept awake, and can be opened again."""

import time
from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING

from earcoach.devices.registry import open_device
from earcoach.errors import NoSoundDevice, UsageError
from earcoach.units import SAMPLE_RATE_HZ, frames_of_ms

if TYPE_CHECKING:  # numpy takes a while to load, and the device can wake in the meantime
    from earcoach.audio.clip import Samples

KEEP_ALIVE_PERIOD = frames_of_ms(10)
"""One frame in n is a single step away from silence, so that headphones stay awake."""
LEAD_IN = frames_of_ms(200)
"""What is handed over at once, as much as a device takes: it must not run dry while the rest of the
program is being loaded, for it comes back late."""
REOPENED_PREROLL_MS = 250
"""Headphones that were just connected are awake; only the device has to be."""


class Player:
    """Plays blocks into a device: shape (frames,) for one channel, else (frames, channels).

    With `keep_alive`, silence has single samples of one step of 16 bits, which nobody can hear.
    """

    def __init__(
        self,
        device_name: str | None = None,
        *,
        channels: int = 1,
        keep_alive: bool = True,
        preroll_ms: int = 500,
        now: Callable[[], float] = time.monotonic,
    ) -> None:
        """Open a device by name, or the best one.

        The preroll counts from then on, whatever is loaded in the meantime; `now` gives the time
        in seconds. Raises NoSoundDevice when there is none, and UsageError when nothing has that
        name.
        """
        self._device_name, self._channels, self._keep_alive = device_name, channels, keep_alive
        self._now = now
        self._preroll: tuple[float, int] | None = None  # since when, and its frames
        self._begin(device_name, preroll_ms)

    def play(self, block: "Samples") -> None:
        """Play a block, after the preroll. Raises NoSoundDevice when the device is gone."""
        from earcoach.audio.clip import pcm_of

        self._end_preroll()
        pcm = pcm_of(block)
        if pcm.any():
            self._device.play(pcm.tobytes())
        else:
            self._play_silence(len(pcm))

    def reopen(self) -> None:
        """Open a device again, the same or any other. Raises NoSoundDevice when there is none."""
        self._device.close()
        if self._device_name is not None:
            with suppress(NoSoundDevice, UsageError):
                return self._begin(self._device_name, REOPENED_PREROLL_MS)
        self._begin(None, REOPENED_PREROLL_MS)

    def drain(self) -> None:
        """Wait until everything is heard. Raises NoSoundDevice when the device is gone."""
        self._device.drain()

    def close(self) -> None:
        """Stop at once."""
        self._device.close()

    def _begin(self, device_name: str | None, preroll_ms: int) -> None:
        """Open a device, and play the beginning of the preroll into it."""
        self._device = open_device(device_name, channels=self._channels)
        preroll = frames_of_ms(preroll_ms)
        self._preroll = self._now(), preroll
        try:
            self._play_silence(min(preroll, LEAD_IN))
        except NoSoundDevice:
            self._device.close()
            raise

    def _end_preroll(self) -> None:
        """Play what is left of the preroll: the device has been waking since it was opened."""
        if self._preroll is not None:
            since, preroll = self._preroll
            self._preroll = None
            passed = round((self._now() - since) * SAMPLE_RATE_HZ)
            self._play_silence(max(preroll - max(passed, LEAD_IN), 0))

    def _play_silence(self, frames: int) -> None:
        step = (b"\x01\x00" if self._keep_alive else b"\x00\x00") * self._channels
        period = step + bytes(len(step) * (KEEP_ALIVE_PERIOD - 1))
        # in pieces: what takes long to hand over would look like a device that is gone
        for begin in range(0, frames, LEAD_IN):
            size = len(step) * min(LEAD_IN, frames - begin)
            self._device.play((period * (LEAD_IN // KEEP_ALIVE_PERIOD))[:size])
