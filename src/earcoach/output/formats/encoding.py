"""How a session is written to a file: what every format is told when a new file is opened."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Encoding:
    """Settings of a new file. Blocks are (frames,) for one channel, else (frames, channels).

    `bitrate_kbps` is 0 in formats that have none to choose.
    """

    channels: int = 1
    bitrate_kbps: int = 0
