"""The table of file formats, by suffix."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from earcoach.output.formats.encoding import Encoding
from earcoach.output.formats.mp3 import Mp3Sink
from earcoach.output.formats.sndfile import flac_sink, ogg_sink
from earcoach.output.formats.wav import WavSink
from earcoach.output.sink import Sink


@dataclass(frozen=True, slots=True)
class Format:
    """A file format: how it is called, and a sink that writes a new file of it."""

    name: str
    open: Callable[[Path, Encoding], Sink]


FORMATS: dict[str, Format] = {
    ".wav": Format("WAV", WavSink),
    ".flac": Format("FLAC", flac_sink),
    ".ogg": Format("Ogg Vorbis", ogg_sink),
    ".mp3": Format("MP3", Mp3Sink),
}
