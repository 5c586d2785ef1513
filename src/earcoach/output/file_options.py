"""How a session is written to a file, or to a folder of files."""

import re
from dataclasses import dataclass
from datetime import date as Date
from pathlib import Path
from typing import TypedDict

from earcoach.arguments import flag, text
from earcoach.errors import UsageError

EDITION = "2026"
"""The date of a file when nobody gives one: the year of this version, so that the same session
gives the same bytes on any day."""

CAPTIONS = (".vtt", ".lrc")
"""What is said, when."""
CUE_SHEET = ".json"
"""Everything that is heard, in the form of `cue_sheet_json`; always of the whole session."""

FLAGS = ("split", "captions", "cue_sheet", "force")
_DATE = re.compile(r"\d{4}(-\d\d(-\d\d)?)?", re.ASCII)


@dataclass(frozen=True, kw_only=True)
class FileOptions:
    """How a session is written: every field is an option of `earcoach export`."""

    format: str | None = None
    """The name of the format, such as `mp3`; where there is none, the file's suffix says it."""
    bitrate: int | None = None
    """The bit rate in kbit/s; where there is none, the format's usual one."""
    split: bool = False
    """Whether a folder is written, with a file for each exercise."""
    captions: bool = False
    """Whether what is said is written too, as WebVTT and LRC."""
    cue_sheet: bool = False
    """Whether all that is heard is written too, as JSON."""
    date: str | Date | None = None
    """The date that is written into the file: YYYY, YYYY-MM or YYYY-MM-DD; else the edition's."""
    force: bool = False
    """Whether what is there is replaced."""

    def __post_init__(self) -> None:
        """Raises UsageError for what an option cannot be."""
        for name in FLAGS:
            flag(name.replace("_", " "), getattr(self, name))
        if self.format is not None:
            text("format", self.format)
        if not isinstance(self.date, Date):
            text("date", self.written_date)
        if not _DATE.fullmatch(self.written_date):
            raise UsageError(f"`{self.date}` is not a date", cure="write YYYY-MM-DD")

    @property
    def written_date(self) -> str:
        """The date as a file has it."""
        return f"{self.date:%Y-%m-%d}" if isinstance(self.date, Date) else self.date or EDITION

    @property
    def sidecars(self) -> tuple[str, ...]:
        """The suffixes of the files that are written beside the sound."""
        return (*(CAPTIONS if self.captions else ()), *((CUE_SHEET,) if self.cue_sheet else ()))


class FileKeywords(TypedDict, total=False):
    """The same as keywords."""

    format: str | None
    bitrate: int | None
    split: bool
    captions: bool
    cue_sheet: bool
    date: str | Date | None
    force: bool


USUAL = FileOptions()


def beside(path: Path, options: FileOptions) -> tuple[Path, ...]:
    """A file and all that are written beside it."""
    return (path, *map(path.with_suffix, options.sidecars))


FILE_OPTIONS = tuple(FileKeywords.__annotations__)
"""Their names."""
