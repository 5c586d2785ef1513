"""Where blocks of sound go: the shape of a sink, and one that keeps them in memory."""

from typing import Protocol

import numpy as np

from earcoach.audio.clip import Samples


class Sink(Protocol):
    """Takes a session block by block."""

    def write(self, block: Samples) -> None:
        """Take the next block, shape (frames,) or (frames, channels), full scale 1.0."""

    def close(self) -> None:
        """Finish: everything written is heard, or in the file."""


class MemorySink:
    """Keeps what it is given."""

    def __init__(self) -> None:
        self._blocks: list[Samples] = []

    def write(self, block: Samples) -> None:
        """Keep a block."""
        self._blocks.append(block)

    def close(self) -> None:
        """Nothing is left to do."""

    @property
    def samples(self) -> Samples:
        """Everything so far in one piece, of the shape of its blocks."""
        return np.concatenate(self._blocks) if self._blocks else np.zeros(0, dtype=np.float32)
