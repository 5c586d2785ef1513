"""The table of file formats, by suffix."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from importlib.util import find_spec
from pathlib import Path
from types import MappingProxyType

from earcoach.errors import UsageError
from earcoach.extras import how_to_install
from earcoach.output.formats.encoding import Encoding
from earcoach.output.formats.m4a import M4aSink, cover_m4a
from earcoach.output.formats.mp3 import Mp3Sink
from earcoach.output.formats.page import write_page
from earcoach.output.formats.riff import append_chunks
from earcoach.output.formats.sndfile import flac_sink, ogg_sink, opus_sink
from earcoach.output.formats.tags import tag_flac, tag_mp3, tag_opus, tag_vorbis
from earcoach.output.formats.wav import WavSink
from earcoach.output.metadata import Metadata
from earcoach.output.sink import Sink
from earcoach.suggest import nearest


@dataclass(frozen=True, slots=True)
class Bitrates:
    """The bit rates that an encoder can be given."""

    kbps: Sequence[int]
    """All of them, in kbit/s."""
    mono_kbps: int
    """What one channel gets when nobody asks for another."""
    stereo_kbps: int
    """What two channels get when nobody asks for another."""

    def usual(self, channels: int) -> int:
        """The bit rate when nobody asks for one."""
        return self.mono_kbps if channels == 1 else self.stereo_kbps

    def __str__(self) -> str:
        """What there is, in words."""
        if isinstance(self.kbps, range):
            return f"choose {self.kbps[0]} to {self.kbps[-1]}"
        return f"choose one of {', '.join(map(str, self.kbps))}"


@dataclass(frozen=True, slots=True)
class Extra:
    """A part of earcoach that is installed on request."""

    name: str
    """What it is called in pyproject.toml."""
    library: str
    """The module that it brings."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """A file format."""

    name: str
    """What it is called in messages."""
    open: Callable[[Path, Encoding, Metadata], Sink]
    """Makes a sink that writes a new file of it."""
    finish: Callable[[Path, Metadata], None] = lambda path, metadata: None
    """Adds to a complete file what its sink has not written."""
    has_cover: bool = True
    """Whether that is a picture, too."""
    bitrates: Bitrates | None = None
    """None where there is nothing to choose."""
    extra: Extra | None = None
    """None where nothing more needs to be installed."""
    for_playlists: bool = True
    """Whether players take such files in a playlist."""

    @property
    def installed(self) -> bool:
        """Whether what it needs is there."""
        return self.extra is None or find_spec(self.extra.library) is not None


# below the least of each, speech is quieter than it should be, or peaks overshoot
MP3_BITRATES = Bitrates((64, 80, 96, 112, 128, 160, 192, 224, 256, 320), 64, 128)
OPUS_BITRATES = Bitrates(range(32, 257), 64, 128)
AAC_BITRATES = Bitrates(range(48, 257), 64, 128)
M4A = Format(
    name="M4A", open=M4aSink, finish=cover_m4a, bitrates=AAC_BITRATES, extra=Extra("m4a", "av")
)

FORMATS: Mapping[str, Format] = MappingProxyType(
    {
        ".mp3": Format(name="MP3", open=Mp3Sink, finish=tag_mp3, bitrates=MP3_BITRATES),
        ".m4a": M4A,
        ".m4b": replace(M4A, name="M4B"),
        ".opus": Format(name="Opus", open=opus_sink, finish=tag_opus, bitrates=OPUS_BITRATES),
        ".ogg": Format(name="Ogg Vorbis", open=ogg_sink, finish=tag_vorbis),
        ".flac": Format(name="FLAC", open=flac_sink, finish=tag_flac),
        ".wav": Format(name="WAV", open=WavSink, finish=append_chunks, has_cover=False),
        ".html": Format(
            name="page", open=Mp3Sink, finish=write_page, bitrates=MP3_BITRATES, for_playlists=False
        ),
    }
)


OTHER_NAMES: Mapping[str, str] = MappingProxyType(
    {".mp4": ".m4a", ".aac": ".m4a", ".oga": ".ogg", ".vorbis": ".ogg", ".htm": ".html"}
)
"""What people also call a format, where the name that is most alike is another's."""


def format_of(path: Path, name: str | None = None) -> Format:
    """The format that is named, or else the one of a path's suffix.

    Raises UsageError for one that is unknown, or that needs an extra that is not installed.
    """
    suffix = suffix_of(path, name)
    found = FORMATS.get(suffix)
    if found is None:
        raise UsageError(_unknown(path, name), cure=_known(suffix))
    if found.extra and not found.installed:
        cure = how_to_install(found.extra.name)
        raise UsageError(f"{found.name} needs `{found.extra.library}` installed", cure=cure)
    return found


def suffix_of(path: Path, name: str | None = None) -> str:
    """The suffix of the format that is named, or else of a path, whether it is known or not."""
    return (path.suffix if name is None else f".{name.removeprefix('.')}").lower()


def _unknown(path: Path, name: str | None) -> str:
    if name is None:
        return f"`{path.name}` has no suffix of a known format"
    return f"there is no format `{name}`"


def _known(suffix: str) -> str:
    known = ", ".join(f"{suffix} ({format_.name})" for suffix, format_ in FORMATS.items())
    close = OTHER_NAMES.get(suffix) or nearest(suffix, FORMATS)
    return f"did you mean `{close}`? known: {known}" if close else f"use one of {known}"


def encoding_of(format_: Format, *, channels: int, bitrate_kbps: int | None = None) -> Encoding:
    """The settings of a new file. Raises UsageError for a bit rate that the format cannot have."""
    if format_.bitrates is None:
        if bitrate_kbps is not None:
            raise UsageError(
                f"{format_.name} files have no bit rate to choose",
                cure=f"leave --bitrate out, or choose {_with_bitrates()}",
            )
        return Encoding(channels)
    if bitrate_kbps is None:
        return Encoding(channels, format_.bitrates.usual(channels))
    if bitrate_kbps not in format_.bitrates.kbps:
        raise UsageError(
            f"{format_.name} cannot have {bitrate_kbps} kbit/s", cure=f"{format_.bitrates}"
        )
    return Encoding(channels, bitrate_kbps)


def _with_bitrates() -> str:
    *most, last = (suffix for suffix, format_ in FORMATS.items() if format_.bitrates)
    return f"{', '.join(most)} or {last}" if most else last
