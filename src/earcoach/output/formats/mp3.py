"""MP3, encoded by LAME."""

from pathlib import Path

import lameenc
import numpy as np

from earcoach.audio.clip import Samples, pcm_of
from earcoach.output.formats.encoding import Encoding
from earcoach.output.metadata import Metadata
from earcoach.units import SAMPLE_RATE_HZ

QUALITY = 5
"""LAME's own scale from 0 (best) to 9 (fastest); for speech there is nothing to hear below 5."""

LAME_SCALE = 0.95
LAME_SCALES = {192: 0.97, 224: 0.98, 256: 1.0, 320: 1.0}
"""LAME makes everything a little quieter, by the bit rate; here it gets that much more."""


FRAME = 1152
"""Samples of a frame of MP3."""
DELAY = 1105
"""Samples by which LAME and every decoder are late together."""


class Mp3Encoder:
    """Makes MP3 with a constant bit rate of blocks of sound."""

    def __init__(self, *, channels: int, bitrate_kbps: int) -> None:
        self._gain = np.float32(1 / LAME_SCALES.get(bitrate_kbps, LAME_SCALE))
        self._encoder = lameenc.Encoder()
        self._encoder.set_bit_rate(bitrate_kbps)
        self._encoder.set_in_sample_rate(SAMPLE_RATE_HZ)
        self._encoder.set_channels(channels)
        self._encoder.set_quality(QUALITY)
        self._encoder.silence()

    def encode(self, block: Samples) -> bytes:
        """What can be written once this block is there; the encoder keeps a little back."""
        return bytes(self._encoder.encode(pcm_of(block * self._gain).tobytes()))

    def flush(self) -> bytes:
        """What it has kept back."""
        return bytes(self._encoder.flush())


class Mp3Sink:
    """Writes MP3 to a file."""

    def __init__(self, path: Path, encoding: Encoding, metadata: Metadata) -> None:
        self._encoder = Mp3Encoder(channels=encoding.channels, bitrate_kbps=encoding.bitrate_kbps)
        self._file = path.open("wb")

    def write(self, block: Samples) -> None:
        """Encode and append a block."""
        self._file.write(self._encoder.encode(block))

    def close(self) -> None:
        """Write what the encoder still holds, and close."""
        self._file.write(self._encoder.flush())
        self._file.close()
