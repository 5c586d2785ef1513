"""The shape all music is brought to: two channels at 48 kHz."""

from collections.abc import Iterable, Iterator

import numpy as np

from earcoach.audio.clip import Samples, resampled
from earcoach.units import SAMPLE_RATE_HZ

SILENCE: Samples = np.zeros((0, 2), dtype=np.float32)
"""No frames of music."""


def in_stereo(block: Samples) -> Samples:
    """One channel on both sides; of more than two, the first two: left and right."""
    both = np.repeat(block, 2, axis=1) if block.shape[1] == 1 else block[:, :2]
    return np.nan_to_num(np.ascontiguousarray(both))


def at_48_khz(blocks: Iterable[Samples], rate_hz: int) -> Iterator[Samples]:
    """The blocks of a stream, in stereo and at the rate of a session, a second at a time.

    Each second is brought to it with what is around it, which fades out on both sides, so that
    nothing is heard of where it was cut.
    """
    around = rate_hz // 4 if rate_hz % 4 == 0 else rate_hz  # a whole number of frames at both rates
    fade_in = np.sin(np.linspace(0, np.pi / 2, around, dtype=np.float32))[:, np.newaxis] ** 2
    nothing = np.zeros((around, 2), dtype=np.float32)
    before = nothing
    for second, after in _with_the_next(in_pieces(map(in_stereo, blocks), rate_hz)):
        follows = np.concatenate([after, nothing])[:around]
        cut = np.concatenate([before * fade_in, second, follows * fade_in[::-1]])
        left_off = around * SAMPLE_RATE_HZ // rate_hz
        length = round(len(second) * SAMPLE_RATE_HZ / rate_hz)
        yield resampled(cut, rate_hz, SAMPLE_RATE_HZ)[left_off : left_off + length]
        before = second[-around:]


def _with_the_next(pieces: Iterator[Samples]) -> Iterator[tuple[Samples, Samples]]:
    """Each piece and the one after it; where that cannot be read, its turn comes first."""
    piece = next(pieces)
    while True:
        try:
            after = next(pieces)
        except StopIteration:
            yield piece, SILENCE
            return
        except Exception:
            yield piece, SILENCE
            raise
        yield piece, after
        piece = after


def in_pieces(blocks: Iterable[Samples], frames: int) -> Iterator[Samples]:
    """Stereo blocks of any size as pieces of one; the last is shorter, and may be empty."""
    rest = SILENCE
    for block in blocks:
        rest = np.concatenate([rest, block])
        while len(rest) >= frames:
            yield rest[:frames]
            rest = rest[frames:]
    yield rest
