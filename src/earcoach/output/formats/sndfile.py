"""FLAC, Ogg Vorbis and Opus, written by libsndfile."""

from pathlib import Path

import soundfile

from earcoach.audio.clip import Samples, pcm_of
from earcoach.output.formats.encoding import Encoding
from earcoach.output.metadata import Metadata
from earcoach.units import SAMPLE_RATE_HZ

OPUS_LEAST_KBPS, OPUS_MOST_KBPS = 6, 256


class SndfileSink:
    """Writes a file of one of libsndfile's formats."""

    def __init__(
        self,
        path: Path,
        encoding: Encoding,
        *,
        container: str,
        subtype: str,
        compression: float | None = None,
    ) -> None:
        self._file = soundfile.SoundFile(
            path,
            "w",
            SAMPLE_RATE_HZ,
            channels=encoding.channels,
            format=container,
            subtype=subtype,
            compression_level=compression,
        )

    def write(self, block: Samples) -> None:
        """Append a block, as the 16 bits that a live session would play."""
        self._file.write(pcm_of(block))

    def close(self) -> None:
        """Complete the file."""
        self._file.close()


def flac_sink(path: Path, encoding: Encoding, metadata: Metadata) -> SndfileSink:
    """A FLAC file, 16 bits: lossless."""
    return SndfileSink(path, encoding, container="FLAC", subtype="PCM_16")


def ogg_sink(path: Path, encoding: Encoding, metadata: Metadata) -> SndfileSink:
    """An Ogg Vorbis file."""
    return SndfileSink(path, encoding, container="OGG", subtype="VORBIS")


def opus_sink(path: Path, encoding: Encoding, metadata: Metadata) -> SndfileSink:
    """An Ogg Opus file."""
    per_channel_kbps = encoding.bitrate_kbps / encoding.channels
    # libsndfile maps its scale to 6 to 256 kbit/s for each channel, 0 being the most
    level = (OPUS_MOST_KBPS - per_channel_kbps) / (OPUS_MOST_KBPS - OPUS_LEAST_KBPS)
    return SndfileSink(path, encoding, container="OGG", subtype="OPUS", compression=level)
