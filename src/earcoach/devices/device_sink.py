"""A sink that is heard: blocks go to an open device."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from earcoach.devices.player import Player
from earcoach.errors import NoSoundDevice

if TYPE_CHECKING:
    from earcoach.audio.clip import Samples

ASLEEP_AFTER_S = 5.0
"""When a block takes so long, the computer has been asleep."""


class DeviceSink:
    """Plays blocks; whoever writes waits while the device has enough."""

    def __init__(self, player: Player, now: Callable[[], float]) -> None:
        """`now` gives the time in seconds, also over a sleep of the computer."""
        self._player, self._now = player, now

    def write(self, block: "Samples") -> None:
        """Play a block. Raises NoSoundDevice when the device is gone, or nobody was awake."""
        last = self._now()
        self._player.play(block)
        if self._now() - last > ASLEEP_AFTER_S:
            raise NoSoundDevice("the computer was asleep")

    def close(self) -> None:
        """Wait until everything is heard. Raises NoSoundDevice when the device is gone."""
        self._player.drain()
