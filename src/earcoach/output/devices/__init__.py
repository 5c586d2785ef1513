"""Sound devices: one module for each library that plays, tried in the order of the table."""

from earcoach.output.devices.player import Player
from earcoach.output.devices.registry import DEVICES, ListedDevice, list_devices, open_device

__all__ = ["DEVICES", "ListedDevice", "Player", "list_devices", "open_device"]
