"""What a voice engine is."""

from dataclasses import dataclass
from typing import Protocol

import numpy as np
import numpy.typing as npt


@dataclass(frozen=True, slots=True)
class Speech:
    """What an engine made of a text: mono samples of shape (frames,) at any rate."""

    samples: npt.NDArray[np.float32]
    rate_hz: int


class Engine(Protocol):
    """Turns text into speech. `identity` names engine, version and voice, for the cache."""

    @property
    def identity(self) -> str:
        """Engine, version and voice in one line."""

    def synthesize(self, text: str, speed: float) -> Speech:
        """Speak a text at a speed (1.0 is the voice's own). Raises NoVoice when it cannot."""
