"""Files beside an audio file, by suffix: captions for people, the cue sheet for programs."""

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType

from earcoach.output.captions import lrc, webvtt
from earcoach.output.file_options import CUE_SHEET
from earcoach.output.metadata import Metadata
from earcoach.timeline.cuesheet import cue_sheet_json


def _cue_sheet(metadata: Metadata) -> str:
    return json.dumps(cue_sheet_json(metadata.timeline), ensure_ascii=False) + "\n"


SIDECARS: Mapping[str, Callable[[Metadata], str]] = MappingProxyType(
    {
        ".vtt": webvtt,
        ".lrc": lrc,
        CUE_SHEET: _cue_sheet,
    }
)


def write_sidecar(path: Path, suffix: str, metadata: Metadata) -> None:
    """Write the sidecar of a suffix, whatever the path is called. Raises OSError."""
    write_text(path, SIDECARS[suffix](metadata))


def write_text(path: Path, text: str) -> None:
    """Write UTF-8 that has the same bytes on every system. Raises OSError."""
    path.write_text(text, encoding="utf-8", errors="replace", newline="\n")
