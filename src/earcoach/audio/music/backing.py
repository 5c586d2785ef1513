"""Voice and music together: the voice in the middle, the music at its gains."""

from functools import cache

import numpy as np

from earcoach.audio.clip import Samples
from earcoach.audio.music.ducking import OPEN, WHOLE, Counts
from earcoach.units import STEREO, gain_of_db

UNDER_SPEECH_DB = -12.0
"""How much lower music is under speech."""
EACH_SIDE = np.float32(np.sqrt(0.5))
"""The gain of what comes from both sides, so that it is as loud as from one."""


def in_the_middle(voice: Samples) -> Samples:
    """One channel, shape (frames,), as two, shape (frames, 2), of the same loudness together."""
    return np.repeat((voice * EACH_SIDE)[:, np.newaxis], STEREO, axis=1)


def backed(voice: Samples, music: Samples, gains: Samples) -> Samples:
    """Voice, shape (frames,), with music, shape (frames, 2), at a gain for each frame."""
    return in_the_middle(voice) + music * gains[:, np.newaxis]


def gains_of(duck: Counts, fade: Counts) -> Samples:
    """The gain of music in each frame."""
    gains: Samples = _gains_by_duck()[duck] * _gains_by_fade()[fade]
    return gains


@cache
def _gains_by_duck() -> Samples:
    """A ramp in decibels that begins and ends level."""
    share = np.linspace(0, 1, OPEN + 1)
    smooth = share * share * (3 - 2 * share)
    return np.asarray(gain_of_db(UNDER_SPEECH_DB) ** (1 - smooth), dtype=np.float32)


@cache
def _gains_by_fade() -> Samples:
    return np.asarray(np.sin(np.linspace(0, np.pi / 2, WHOLE + 1)) ** 2, dtype=np.float32)
