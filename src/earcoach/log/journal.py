"""The journal: what happens in the session under way, kept so that a power cut takes nothing.

A file for each session, a line for each entry: a checksum and the entry as JSON. Lines are only
ever added, so that whatever is torn or damaged, the lines before it still stand.
"""

import json
import os
import re
import zlib
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import asdict
from datetime import datetime
from fractions import Fraction
from pathlib import Path
from typing import Any

from earcoach.locks import locked
from earcoach.log.entries import SessionStart, SetRecord
from earcoach.paths import state_folder
from earcoach.session.events import Ending

VERSION = 1
MAX_BYTES = 4_000_000
"""A day of training fills a tenth of it."""

KEPT = 3
"""How many journals stay: only the newest whole one counts, so that is enough and to spare."""


def journal_folder() -> Path:
    """Where the journals are."""
    return state_folder("journal")


def open_journal(*, notice: Callable[[str], None]) -> "Journal":
    """A journal for the session that is about to begin."""
    return Journal(journal_folder(), notice=notice)


def journal_files(folder: Path) -> list[Path]:
    """The journals of a folder, the oldest first."""
    numbered = {}
    with suppress(OSError):
        for path in folder.iterdir():
            if re.fullmatch(r"[0-9]+\.jsonl", path.name):
                numbered[int(path.stem)] = path
    return [numbered[number] for number in sorted(numbered)]


def line_of(entry: Mapping[str, Any]) -> bytes:
    """An entry as a line of a journal."""
    body = json.dumps(entry, separators=(",", ":")).encode("ascii")
    return b"%08x %s\n" % (zlib.crc32(body), body)


def entry_of(line: bytes) -> Any:
    """The entry in a line, or None when it is not whole."""
    checksum, _, body = line.rstrip(b"\n").partition(b" ")
    try:
        return json.loads(body) if int(checksum, 16) == zlib.crc32(body) else None
    except (ValueError, RecursionError):
        return None


class Journal:
    """Writes the journal of one session.

    When it cannot be written the session goes on without: `notice` is told, once.
    """

    def __init__(self, folder: Path, *, notice: Callable[[str], None]) -> None:
        """Use a folder, which is made when the session begins."""
        self._folder = folder
        self._notice = notice
        self._file: int | None = None
        self._size = 0
        self._failed = False

    def begin(self, start: SessionStart, pace: Fraction) -> None:
        """Begin the file of a session, and delete those of sessions long ago."""
        try:
            self._file = self._created()
            locked(self._file, wait=False)  # so that nobody takes it for unfinished while it runs
        except OSError as error:
            self._told(error)
            return
        entry = {"kind": "start", "version": VERSION, **asdict(start), "pace": _pair(pace)}
        self._write({**entry, "at": start.at.isoformat()}, sync=True)
        _sync_folder(self._folder)
        for old in journal_files(self._folder)[:-KEPT]:
            with suppress(OSError):
                old.unlink()

    def place(self, index: int, resume_at: int, at: datetime) -> None:
        """A phase began; `resume_at` is the one to go on with if this is the last that is known."""
        entry = {"kind": "place", "index": index, "resume_at": resume_at}
        self._write({**entry, "at": at.isoformat()}, sync=True)

    def pace(self, pace: Fraction, at: datetime) -> None:
        """The pace is another."""
        self._write({"kind": "pace", "pace": _pair(pace), "at": at.isoformat()})

    def paused(self, at: datetime) -> None:
        """The athlete paused."""
        self._write({"kind": "paused", "at": at.isoformat()})

    def work(self, record: SetRecord) -> None:
        """A set, or one side of it, was done or skipped."""
        self._write({"kind": "work", **asdict(record), "at": record.at.isoformat()})

    def ended(self, ending: Ending, at: datetime) -> None:
        """The session is over."""
        self._write({"kind": "ended", "ending": ending, "at": at.isoformat()}, sync=True)
        if self._file is not None:
            os.close(self._file)
            self._file = None

    def _created(self) -> int:
        self._folder.mkdir(parents=True, exist_ok=True)
        flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_APPEND | getattr(os, "O_BINARY", 0)
        while True:
            newest = [int(path.stem) for path in journal_files(self._folder)[-1:]]
            with suppress(FileExistsError):  # another program was faster
                return os.open(self._folder / f"{sum(newest) + 1:06}.jsonl", flags, 0o600)

    def _write(self, entry: Mapping[str, Any], *, sync: bool = False) -> None:
        line = line_of(entry)
        if self._file is None or self._size + len(line) > MAX_BYTES:
            return
        try:
            written = os.write(self._file, line)
            self._size += written
            if written < len(line):
                os.write(self._file, b"\n")  # or the next line would be damaged too
            if sync:
                os.fsync(self._file)
        except OSError as error:
            self._told(error)  # and try again with the next entry: disks get room again

    def _told(self, error: OSError) -> None:
        if not self._failed:
            self._failed = True
            self._notice(f"the place in this session cannot be kept: {error}")


def _pair(pace: Fraction) -> list[int]:
    return [pace.numerator, pace.denominator]


def _sync_folder(folder: Path) -> None:
    """Make sure of a new file's name, where folders can be synced."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
