"""Sound devices: one module each, tried in the order of the table."""

from earcoach.output.devices.registry import DEVICES, open_device

__all__ = ["DEVICES", "open_device"]
