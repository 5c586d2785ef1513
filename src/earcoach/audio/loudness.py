"""Loudness after ITU-R BS.1770-4, for whole clips: K-weighting by spectrum, gated over blocks.

Short words are measured too: a clip is taken as if it were repeated, so that a word of 0.3 s has
the loudness of its sound and not of the silence around it.
"""

from functools import lru_cache

import numpy as np
import numpy.typing as npt

from earcoach.audio.clip import Samples
from earcoach.units import SAMPLE_RATE_HZ

BLOCK = SAMPLE_RATE_HZ * 400 // 1000
STEP = BLOCK // 4
ABSOLUTE_GATE_LUFS = -70.0
RELATIVE_GATE_LU = -10.0
SILENCE_LUFS = float("-inf")
# the two biquads of BS.1770-4, tables 1 and 2, for 48 kHz: (b, a)
_SHELF = (
    (1.53512485958697, -2.69169618940638, 1.19839281085285),
    (1, -1.69065929318241, 0.73248077421585),
)
_HIGH_PASS = ((1.0, -2.0, 1.0), (1, -1.99004745483398, 0.99007225036621))


def loudness_lufs(samples: Samples) -> float:
    """Integrated loudness of a mono clip in LUFS; -inf for silence."""
    if not np.any(samples):
        return SILENCE_LUFS
    return gated_lufs(powers_of(_repeated(samples)))


def powers_of(samples: Samples) -> npt.NDArray[np.float64]:
    """The power of each block of one channel, K-weighted; those of several channels add up."""
    return _block_powers(_k_weighted(samples))


def gated_lufs(powers: npt.NDArray[np.float64]) -> float:
    """The loudness of blocks, without those that are silent or far below the others."""
    loud = powers[_lufs(powers) > ABSOLUTE_GATE_LUFS]
    if not len(loud):
        return SILENCE_LUFS
    gate = float(_lufs(loud.mean())) + RELATIVE_GATE_LU
    return float(_lufs(loud[_lufs(loud) > gate].mean()))


def _repeated(samples: Samples) -> Samples:
    times = -(-5 * BLOCK // len(samples))
    return np.tile(samples, times) if times > 1 else samples


def _k_weighted(samples: Samples) -> Samples:
    length = _quick_length(len(samples))
    spectrum = np.fft.rfft(samples, length) * _response(length)
    weighted = np.fft.irfft(spectrum, length)[: len(samples)]
    return weighted.astype(np.float32, copy=False)  # as it is already


def _quick_length(least: int) -> int:
    """The next length whose spectrum is quick to make; there are four to an octave, so few."""
    step = 1 << max(0, least.bit_length() - 3)
    return -(-least // step) * step


@lru_cache(maxsize=4)
def _response(length: int) -> npt.NDArray[np.complex64]:
    """What K-weighting does to each frequency of a spectrum; lengths are few."""
    z = np.exp(-2j * np.pi * np.arange(length // 2 + 1) / length)
    response: npt.NDArray[np.complex128] = np.ones_like(z)
    for b, a in (_SHELF, _HIGH_PASS):
        response *= np.polyval(b[::-1], z) / np.polyval(a[::-1], z)
    return response.astype(np.complex64)


def _block_powers(weighted: Samples) -> npt.NDArray[np.float64]:
    whole = weighted[: len(weighted) // STEP * STEP].reshape(-1, STEP)
    steps: npt.NDArray[np.float64] = np.square(whole).sum(axis=1, dtype=np.float64)
    inside = BLOCK // STEP
    if len(steps) < inside:
        return steps[:0]
    blocks = np.lib.stride_tricks.sliding_window_view(steps, inside)
    powers: npt.NDArray[np.float64] = blocks.sum(axis=1) / BLOCK
    return powers


def _lufs(power: npt.NDArray[np.float64] | float) -> npt.NDArray[np.float64]:
    return np.asarray(-0.691 + 10 * np.log10(np.maximum(power, 1e-12)))
