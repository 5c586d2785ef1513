"""How a session is written to a file: what every format is told when a new file is opened."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Encoding:
    """Settings of a new file."""

    channels: int = 1
    """Blocks have the shape (frames,) for one channel, else (frames, channels)."""
    bitrate_kbps: int = 0
    """0 in formats that have none to choose."""
