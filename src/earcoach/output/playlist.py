"""A playlist: the files of a session in order, so that a player's next and previous skip."""

from collections.abc import Iterable, Mapping

from earcoach.output.captions import on_one_line
from earcoach.output.metadata import Metadata
from earcoach.units import seconds_of_frames

SUFFIX = ".m3u8"
"""M3U in UTF-8."""


def playlist(title: str, files: Mapping[str, Metadata]) -> str:
    """The text of a playlist: files by name, in order."""
    lines = ["#EXTM3U", f"#PLAYLIST:{on_one_line(title)}"]
    for name, metadata in files.items():
        seconds = seconds_of_frames(metadata.length)
        lines += [f"#EXTINF:{seconds:.3f},{on_one_line(metadata.title)}", name]
    return "".join(f"{line}\n" for line in lines)


def names_in(text: str) -> Iterable[str]:
    """The files that a playlist names."""
    return (line for line in text.splitlines() if line and not line.startswith("#"))
