"""MP3, encoded by LAME."""

from pathlib import Path
from typing import Protocol

import lameenc
import numpy as np

from earcoach.audio.clip import Samples, pcm_of
from earcoach.output.formats.encoding import Encoding
from earcoach.output.formats.tags import write_id3
from earcoach.output.metadata import Metadata
from earcoach.units import SAMPLE_RATE_HZ

QUALITY = 5
"""LAME's own scale from 0 (best) to 9 (fastest); for speech there is nothing to hear below 5."""

LAME_SCALE = 0.95
LAME_SCALES = {192: 0.97, 224: 0.98, 256: 1.0, 320: 1.0}
"""LAME makes everything a little quieter, by the bit rate; here it gets that much more."""


class ByteFile(Protocol):
    """What takes bytes, as an open file does."""

    def write(self, data: bytes, /) -> object:
        """Append some bytes."""

    def close(self) -> None:
        """Complete and close the file."""


def mp3_sink(path: Path, encoding: Encoding, recording: Metadata) -> "Mp3Sink":
    """A new MP3 file, which begins with all that it tells."""
    write_id3(path, recording)
    return Mp3Sink(path.open("ab"), encoding)


class Mp3Sink:
    """Writes MP3 with a constant bit rate."""

    def __init__(self, file: ByteFile, encoding: Encoding) -> None:
        """Append to an open file, which is closed in the end."""
        self._gain = np.float32(1 / LAME_SCALES.get(encoding.bitrate_kbps, LAME_SCALE))
        self._encoder = lameenc.Encoder()
        self._encoder.set_bit_rate(encoding.bitrate_kbps)
        self._encoder.set_in_sample_rate(SAMPLE_RATE_HZ)
        self._encoder.set_channels(encoding.channels)
        self._encoder.set_quality(QUALITY)
        self._encoder.silence()
        self._file = file

    def write(self, block: Samples) -> None:
        """Encode and append a block."""
        self._file.write(self._encoder.encode(pcm_of(block * self._gain).tobytes()))

    def close(self) -> None:
        """Write what the encoder still holds, and close."""
        self._file.write(self._encoder.flush())
        self._file.close()
