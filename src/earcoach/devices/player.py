"""The player: an open device that wakes gently, is kept awake, and can be opened again."""

import threading
from contextlib import suppress
from typing import TYPE_CHECKING

from earcoach.devices.device import BYTES_PER_SAMPLE, Device
from earcoach.devices.registry import open_device
from earcoach.errors import NoSoundDevice, UsageError
from earcoach.promise import Promise
from earcoach.units import frames_of_ms

if TYPE_CHECKING:  # numpy takes a while to load, and the device can wake in the meantime
    from earcoach.audio.clip import Samples

KEEP_ALIVE_PERIOD = frames_of_ms(10)
"""One frame in n is a single step away from silence, so that headphones stay awake."""
LEAD_IN = frames_of_ms(200)
"""What is handed over at once, as much as a device takes."""
PIECE = frames_of_ms(20)
"""What is handed over after it, so that the device does not run dry while the rest of the program
is being loaded: it would come back late."""
LONGEST_PREROLL_S = 10.0
"""More silence nobody waits for before the first word."""
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
        opening: bytes = b"",
    ) -> None:
        """Open a device by name, or the best one.

        The preroll, which is silence, and then the `opening`, 16-bit samples with which the session
        begins, are played from then on, whatever is loaded in the meantime. Raises NoSoundDevice
        when there is none, and UsageError when nothing has that name.
        """
        self._device_name, self._channels, self._keep_alive = device_name, channels, keep_alive
        self._begin(device_name, frames_of_ms(preroll_ms), opening)

    def begins(self, within_s: float) -> bool:
        """Whether it is still at the preroll or the opening when so much time is over.

        Raises NoSoundDevice when the device is gone.
        """
        return self._beginning.goes_on(within_s)

    @property
    def opened(self) -> int:
        """How many frames of the opening are handed over."""
        return max(0, self._beginning.frames - self._preroll)

    def take_over(self) -> int:
        """Hand over no more of the preroll and the opening, which whoever plays does from now on;
        gives how many frames of the preroll are left. Raises NoSoundDevice.
        """
        self._beginning.stop()
        self._beginning.wait()
        return max(0, self._preroll - self._beginning.frames)

    def rest(self, frames: int) -> None:
        """Play silence. Raises NoSoundDevice when the device is gone."""
        self._device.play(self._silence(frames))

    def play(self, block: "Samples") -> None:
        """Play a block, after the opening. Raises NoSoundDevice when the device is gone."""
        from earcoach.audio.clip import pcm_of

        self._beginning.wait()
        pcm = pcm_of(block)
        self._device.play(pcm.tobytes() if pcm.any() else self._silence(len(pcm)))

    def reopen(self) -> None:
        """Open a device again, the same or any other. Raises NoSoundDevice when there is none."""
        self.close()
        silence = frames_of_ms(REOPENED_PREROLL_MS)
        if self._device_name is not None:
            with suppress(NoSoundDevice, UsageError):
                return self._begin(self._device_name, silence)
        self._begin(None, silence)

    def drain(self) -> None:
        """Wait until everything is heard. Raises NoSoundDevice when the device is gone."""
        self._beginning.wait()
        self._device.drain()

    def close(self) -> None:
        """Stop at once."""
        self._beginning.stop()
        self._device.close()

    def _begin(self, device_name: str | None, preroll: int, opening: bytes = b"") -> None:
        """Open a device, and begin to play frames of silence and an opening into it."""
        self._device = open_device(device_name, channels=self._channels)
        self._preroll, pcm = preroll, self._silence(preroll) + opening
        try:
            self._beginning = _Beginning(self._device, pcm, BYTES_PER_SAMPLE * self._channels)
        except NoSoundDevice:
            self._device.close()
            raise

    def _silence(self, frames: int) -> bytes:
        step = (b"\x01\x00" if self._keep_alive else b"\x00\x00") * self._channels
        period = step + bytes(len(step) * (KEEP_ALIVE_PERIOD - 1))
        return (period * (frames // KEEP_ALIVE_PERIOD + 1))[: len(step) * frames]


class _Beginning:
    """What is played first: the lead-in at once, the rest in a thread."""

    def __init__(self, device: Device, pcm: bytes, frame_bytes: int) -> None:
        self._device, self._unwanted = device, threading.Event()
        self._frame_bytes = frame_bytes
        self.frames = 0
        """How many are handed over."""
        lead_in, piece = LEAD_IN * frame_bytes, PIECE * frame_bytes
        if pcm:
            self._play(pcm[:lead_in])
        self._pieces = (pcm[at : at + piece] for at in range(lead_in, len(pcm), piece))
        # dropped: a device that never takes a piece does not keep the program alive
        self._rest = Promise(self._hand_over, dropped=True)
        self._rest.begin()

    def goes_on(self, within_s: float) -> bool:
        """Whether not all of it is handed over after so much time. Raises as `wait` does."""
        if self._rest.is_kept(within_s):
            self._rest()
            return False
        return True

    def wait(self) -> None:
        """Wait until all of it is handed over. Raises NoSoundDevice when the device is gone."""
        self._rest()

    def stop(self) -> None:
        """Hand over no more."""
        self._unwanted.set()

    def _hand_over(self) -> None:
        for piece in self._pieces:
            if self._unwanted.is_set():
                return
            self._play(piece)

    def _play(self, pcm: bytes) -> None:
        self._device.play(pcm)
        self.frames += len(pcm) // self._frame_bytes
