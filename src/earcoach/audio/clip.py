"""A clip: a finished piece of sound, mono at 48 kHz."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from earcoach.units import FRAMES_PER_MS

Samples = npt.NDArray[np.float32]
Pcm = npt.NDArray[np.int16]

FULL_SCALE = 32768


@dataclass(frozen=True, slots=True, eq=False)
class Clip:
    """Sound as samples, shape (frames,), full scale 1.0. Nobody writes into it."""

    samples: Samples
    """Shape (frames,), 48 kHz, full scale 1.0, read-only."""

    def __len__(self) -> int:
        """Length in frames."""
        return len(self.samples)


def clip_of(samples: npt.NDArray[np.floating]) -> Clip:
    """A clip of these samples, rounded to 16 bits once and made read-only."""
    return clip_of_pcm(pcm_of(samples))


def clip_of_pcm(pcm: Pcm) -> Clip:
    """A clip of 16-bit samples; exact."""
    samples = pcm.astype(np.float32) / np.float32(FULL_SCALE)
    samples.flags.writeable = False
    return Clip(samples)


def pcm_of(samples: npt.NDArray[np.floating]) -> Pcm:
    """Samples as 16-bit numbers; exact for what came from 16 bits, clipped at full scale."""
    scaled = np.multiply(samples, FULL_SCALE)
    np.rint(scaled, out=scaled)
    np.clip(scaled, -FULL_SCALE, FULL_SCALE - 1, out=scaled)
    pcm: Pcm = scaled.astype(np.int16)
    return pcm


def resampled(samples: npt.NDArray[np.floating], rate_hz: int, to_hz: int) -> Samples:
    """The same sound at another rate, band-limited, through its spectrum: shape (frames, ...).

    Meant for whole clips that begin and end in silence: the ends are treated as a circle.
    """
    if rate_hz == to_hz or len(samples) == 0:
        return samples.astype(np.float32)
    length = round(len(samples) * to_hz / rate_hz)
    spectrum = np.fft.rfft(samples, axis=0)
    kept = min(len(spectrum), length // 2 + 1)
    found = np.fft.irfft(spectrum[:kept], n=length, axis=0) * (length / len(samples))
    return found.astype(np.float32)


def faded(samples: npt.NDArray[np.floating], *, fade_ms: int) -> Samples:
    """The sound with short ramps at both ends, so that it begins and ends without a click."""
    count = min(fade_ms * FRAMES_PER_MS, len(samples) // 2)
    result = samples.astype(np.float32)
    ramp = np.sin(np.linspace(0, np.pi / 2, count, dtype=np.float32)) ** 2
    result[:count] *= ramp
    result[len(result) - count :] *= ramp[::-1]
    return result
