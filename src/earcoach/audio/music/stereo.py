"""The shape all music is brought to: two channels at 48 kHz."""

from collections.abc import Iterable, Iterator

import numpy as np

from earcoach.audio.clip import Samples
from earcoach.units import SAMPLE_RATE_HZ

SILENCE: Samples = np.zeros((0, 2), dtype=np.float32)
"""No frames of music."""

CONVERTER = "sinc_fastest"
"""libsamplerate's quick one: noise at -97 dB and 17 kHz of 44.1 kHz is more than enough under a
voice, and the better ones take time that a live session cannot spare."""


def in_stereo(block: Samples) -> Samples:
    """One channel on both sides; of more than two, the first two: left and right."""
    both = np.repeat(block, 2, axis=1) if block.shape[1] == 1 else block[:, :2]
    return np.nan_to_num(np.ascontiguousarray(both))


def at_48_khz(blocks: Iterable[Samples], rate_hz: int) -> Iterator[Samples]:
    """The blocks of a stream, in stereo and at the rate of a session; one that has it is kept."""
    if rate_hz == SAMPLE_RATE_HZ:
        yield from map(in_stereo, blocks)
        return
    import samplerate

    resampler, ratio = samplerate.Resampler(CONVERTER, 2), SAMPLE_RATE_HZ / rate_hz
    for block in blocks:
        yield resampler.process(in_stereo(block), ratio)
    yield resampler.process(SILENCE, ratio, end_of_input=True)


def in_pieces(blocks: Iterable[Samples], frames: int) -> Iterator[Samples]:
    """Stereo blocks of any size as pieces of one; the last is shorter, and may be empty."""
    rest = SILENCE
    for block in blocks:
        rest = np.concatenate([rest, block])
        while len(rest) >= frames:
            yield rest[:frames]
            rest = rest[frames:]
    yield rest
