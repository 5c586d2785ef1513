"""M4A and M4B: AAC in an MP4 file, encoded by FFmpeg through PyAV (the extra `m4a`)."""

from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING

from earcoach.audio.clip import Samples, pcm_of
from earcoach.output.cover import cover
from earcoach.output.formats.encoding import Encoding
from earcoach.output.formats.mp4_cover import lyrics_of_its_length, put_cover
from earcoach.output.metadata import ARTIST, Metadata
from earcoach.units import SAMPLE_RATE_HZ

if TYPE_CHECKING:
    from av.container.core import Chapter as AvChapter

OPTIONS = {"movflags": "+faststart", "fflags": "+bitexact"}
"""The index is in front, so that a player can begin before all is there."""


class M4aSink:
    """Writes an M4A file and what it says about itself, all but its cover."""

    def __init__(self, path: Path, encoding: Encoding, metadata: Metadata) -> None:
        import av  # here: it is an extra, and takes its time

        self._layout = "mono" if encoding.channels == 1 else "stereo"
        self._frame_of = av.AudioFrame.from_ndarray
        self._position = 0
        self._container = av.open(str(path), "w", format="ipod", options=OPTIONS)
        self._stream = self._container.add_stream("aac", rate=SAMPLE_RATE_HZ, layout=self._layout)
        self._stream.bit_rate = 1000 * encoding.bitrate_kbps
        self._stream.metadata["language"] = metadata.language
        self._container.metadata.update(_words(metadata))
        self._container.set_chapters(_chapters(metadata))

    def write(self, block: Samples) -> None:
        """Encode and append a block."""
        frame = self._frame_of(pcm_of(block).reshape(1, -1), format="s16", layout=self._layout)
        frame.sample_rate, frame.pts = SAMPLE_RATE_HZ, self._position
        self._position += len(block)
        self._container.mux(self._stream.encode(frame))

    def close(self) -> None:
        """Write what the encoder still holds, and the index."""
        self._container.mux(self._stream.encode(None))
        self._container.close()


def cover_m4a(path: Path, metadata: Metadata) -> None:
    """Add the cover to an M4A file."""
    put_cover(path, cover(metadata))


def _words(metadata: Metadata) -> dict[str, str]:
    words = {
        "title": metadata.title,
        "album": metadata.album,
        "artist": ARTIST,
        "genre": metadata.genre,
        "date": metadata.date,
        "comment": metadata.comment,
        "lyrics": lyrics_of_its_length(cover(metadata)),
    }
    if metadata.piece:
        words["track"] = f"{metadata.piece.number}/{metadata.piece.of}"
    return words


def _chapters(metadata: Metadata) -> list["AvChapter"]:
    chapters = metadata.chapters()
    ends = [*(chapter.onset for chapter in chapters[1:]), metadata.length]
    return [
        {
            "id": number,
            "start": chapter.onset,
            "end": end,
            "time_base": Fraction(1, SAMPLE_RATE_HZ),
            "metadata": {"title": chapter.title},
        }
        for number, (chapter, end) in enumerate(zip(chapters, ends, strict=True), start=1)
    ]
