"""WAV: 16 bits, mono, 48 kHz; the same samples that a live session sends to the sound card."""

import wave
from pathlib import Path

from earcoach.audio.clip import Samples, pcm_of
from earcoach.errors import EarcoachError
from earcoach.output.formats.encoding import Encoding
from earcoach.output.metadata import Metadata
from earcoach.units import SAMPLE_RATE_HZ

MOST_BYTES = 2**32 - 2**22
"""A little less than the format can count: the metadata comes after the sound."""


class WavSink:
    """Writes a WAV file."""

    def __init__(self, path: Path, encoding: Encoding, metadata: Metadata) -> None:
        self._bytes = 0
        self._file = wave.open(str(path), "wb")  # noqa: SIM115 - closed by close()
        self._file.setnchannels(encoding.channels)
        self._file.setsampwidth(2)
        self._file.setframerate(SAMPLE_RATE_HZ)

    def write(self, block: Samples) -> None:
        """Append a block. Raises EarcoachError when the format can hold no more."""
        pcm = pcm_of(block).astype("<i2").tobytes()
        self._bytes += len(pcm)
        if self._bytes > MOST_BYTES:
            raise EarcoachError(
                "a WAV file holds at most 4 gigabytes", cure="export to .flac or .mp3"
            )
        self._file.writeframesraw(pcm)

    def close(self) -> None:
        """Complete the header and close."""
        self._file.close()
