"""What a voice engine is."""

from dataclasses import dataclass
from typing import Protocol

import numpy as np
import numpy.typing as npt


@dataclass(frozen=True, slots=True)
class Speech:
    """What an engine made of a text."""

    samples: npt.NDArray[np.float32]
    """Mono, shape (frames,), full scale 1.0."""
    rate_hz: int
    """Frames per second: any rate the engine likes."""
    by: str = ""
    """The identity of the engine that spoke, where that is not the one that was asked."""


class Engine(Protocol):
    """Turns text into speech.

    A package adds one by an entry point in the group `earcoach.voices`: a callable that gets what
    the athlete wrote after `NAME:` (or nothing) and the code of a language, and returns an
    engine. It runs in a process of its own, so it may crash or hang. A method `load()` may load a
    model, which can take longer than a phrase; a method `voices()` may list what it can be asked
    for, as pairs of a name and the code of its language; an attribute `language` may say which
    language it speaks now.
    """

    @property
    def identity(self) -> str:
        """Everything that changes the sound, in one line: engine, version, voice, model."""

    def synthesize(self, text: str, speed: float) -> Speech:
        """Speak a text at a speed (1.0 is the voice's own). Raises NoVoice when it cannot."""
