"""What earlier versions have kept: histories of versions 1 to 3, and journals."""

import json
import re
import zlib
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from datetime import datetime
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING, Any

from earcoach.log import rows
from earcoach.log.entries import SessionProgress, SessionStart
from earcoach.session.events import Ending

if TYPE_CHECKING:
    from sqlite3 import Connection

MAX_BYTES = 4_000_000
"""No journal is longer."""
STORABLE = range(2**63)
"""The numbers of phases that can be kept; damaged data may have others."""

FROM_VERSION_1 = (
    f"""INSERT INTO sessions ({rows.SESSION}) SELECT session, routine, title, '', '[]', 0,
        started_at, trained_s, pace, 0, started_at, ending FROM old_sessions ORDER BY id""",
    f"""INSERT INTO sets ({rows.SET}) SELECT old_sessions.session,
        row_number() OVER (PARTITION BY work.session ORDER BY work.id) - 1, exercise, section,
        round, work.number, side, reps, length_ms, done, at,
        NULL, NULL, NULL, NULL, NULL, NULL
        FROM work JOIN old_sessions ON work.session = old_sessions.id""",
    "DROP TABLE work",
    "DROP TABLE old_sessions",
)


SINCE_VERSION_3 = ("breaths INTEGER", "calories INTEGER", "distance_m INTEGER", "distance TEXT")
SINCE_VERSION_4 = ("rep_hold_ms INTEGER", "or_more INTEGER")


def add_columns(db: "Connection") -> None:
    """Give the tables of versions 2 and 3 the columns that those of today have."""
    there = {row["name"] for row in db.execute("PRAGMA table_info(sets)")}
    for column in (*SINCE_VERSION_3, *SINCE_VERSION_4):
        if column.split()[0] not in there:
            db.execute(f"ALTER TABLE sets ADD COLUMN {column}")


def take_history(db: "Connection") -> None:
    """Turn the tables of version 1 into those of today."""
    db.execute("ALTER TABLE sessions RENAME TO old_sessions")
    rows.make_tables(db)
    for statement in FROM_VERSION_1:
        db.execute(statement)


def take_journals(db: "Connection", folder: Path) -> None:
    """Put where to go on with sessions into the store, as their journals tell it."""
    for path in journal_files(folder):
        if (found := _read(path)) is not None:
            start, progress = found
            old = db.execute("SELECT trained_s FROM sessions WHERE id = ?", (start.id,)).fetchone()
            rows.put(db, start, replace(progress, trained_s=old["trained_s"] if old else 0.0))


def journal_files(folder: Path) -> list[Path]:
    """The journals of a folder, the oldest first."""
    found = []
    with suppress(OSError):
        found = [path for path in folder.iterdir() if re.fullmatch(r"[0-9]+\.jsonl", path.name)]
    return sorted(found, key=lambda path: int(path.stem))


def delete_journals(folder: Path) -> None:
    """Delete what was taken over."""
    for path in journal_files(folder):
        with suppress(OSError):
            path.unlink()
    with suppress(OSError):
        folder.rmdir()


def _read(path: Path) -> tuple[SessionStart, SessionProgress] | None:
    """What the whole entries of a journal add up to."""
    found: tuple[SessionStart, SessionProgress] | None = None
    for entry in _entries(path):
        with suppress(ValueError, ArithmeticError):  # a time, an ending or a pace of damaged data
            found = _begun(entry) if found is None else (found[0], _after(found[1], entry))
    return found


def _entries(path: Path) -> Iterator[Any]:
    try:
        if not path.is_file() or path.stat().st_size > MAX_BYTES:
            return  # not one of our journals
        data = path.read_bytes()
    except OSError:
        return
    for line in data.split(b"\n"):
        checksum, _, body = line.partition(b" ")
        with suppress(ValueError, RecursionError):
            if int(checksum, 16) == zlib.crc32(body):
                yield json.loads(body)


def _begun(entry: Any) -> tuple[SessionStart, SessionProgress] | None:
    match entry:
        case {
            "kind": "start",
            "version": 1,
            "id": str(id_),
            "routine": str(routine),
            "title": str(title),
            "digest": str(digest),
            "options": [*options],
            "phases": int(phases),
            "at": str(at),
            "pace": [int(top), int(bottom)],
        } if phases in STORABLE:
            when = datetime.fromisoformat(at)
            start = SessionStart(
                id=id_,
                routine=routine,
                title=title,
                digest=digest,
                options=tuple(map(str, options)),
                phases=phases,
                at=when,
            )
            pace = Fraction(top, bottom)
            return start, SessionProgress(trained_s=0.0, pace=pace, resume_at=0, seen_at=when)
    return None


def _after(progress: SessionProgress, entry: Any) -> SessionProgress:
    match entry:
        case {"kind": "place", "resume_at": int(index)} if index in STORABLE:
            progress = replace(progress, resume_at=index)
        case {"kind": "pace", "pace": [int(top), int(bottom)]}:
            progress = replace(progress, pace=Fraction(top, bottom))
        case {"kind": "ended", "ending": str(ending)}:
            progress = replace(progress, ending=Ending(ending))
    match entry:
        case {"at": str(at)}:
            progress = replace(progress, seen_at=datetime.fromisoformat(at))
    return progress
