"""The history: what was done in past sessions, kept in a small database."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from earcoach.log.database import Database
from earcoach.log.entries import SessionStart, SetRecord
from earcoach.paths import state_folder
from earcoach.plan.phases import Side
from earcoach.session.events import Ending

if TYPE_CHECKING:  # loaded when it is needed
    from sqlite3 import Connection, Row

VERSION = 1
WORTH_KEEPING_S = 60.0
"""A session without a set counts from this time on."""

TABLES = (
    """CREATE TABLE sessions (
        id INTEGER PRIMARY KEY, session TEXT NOT NULL UNIQUE, routine TEXT NOT NULL,
        title TEXT NOT NULL, started_at TEXT NOT NULL, trained_s REAL NOT NULL,
        pace TEXT NOT NULL, ending TEXT)""",
    """CREATE TABLE work (
        id INTEGER PRIMARY KEY, session INTEGER NOT NULL REFERENCES sessions (id),
        exercise TEXT NOT NULL, section TEXT NOT NULL, round INTEGER NOT NULL,
        number INTEGER NOT NULL, side TEXT, reps INTEGER, length_ms INTEGER,
        done INTEGER NOT NULL, at TEXT NOT NULL)""",
    "CREATE INDEX work_of_session ON work (session)",
)
LEFT_OUT = """NOT done AND NOT EXISTS (SELECT 1 FROM work AS other WHERE other.done
    AND other.session = work.session AND other.section = work.section
    AND other.exercise = work.exercise AND other.round = work.round
    AND other.number = work.number AND other.side IS work.side)"""
"""Skipped, and not done after all."""

SESSION = ", ".join(
    f"sessions.{name}"
    for name in ("id", "routine", "title", "started_at", "trained_s", "pace", "ending")
)
SET = "exercise, section, round, number, side, reps, length_ms, done, at"

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class PastSession:
    """A session of the history.

    `trained_s` leaves out paused time; a set of two sides is one set; `ending` is None while the
    session runs, or when it was cut off.
    """

    id: int
    routine: str
    title: str
    started_at: datetime
    trained_s: float
    sets: int
    reps: int
    skipped: tuple[str, ...]
    pace: Fraction
    ending: Ending | None


@dataclass(frozen=True, slots=True)
class Change:
    """What is new about a session: time and work to add, and its pace and ending as of now."""

    trained_s: float
    pace: Fraction
    ending: Ending | None = None
    work: tuple[SetRecord, ...] = ()


def open_history(*, notice: Callable[[str], None]) -> "History":
    """The user's own history."""
    return History(state_folder("history.sqlite"), notice=notice)


class History:
    """Past sessions, kept in a file. When it cannot be used, `notice` is told."""

    def __init__(self, path: Path, *, notice: Callable[[str], None]) -> None:
        """Use a file, which is made when there is something to keep."""
        self._database = Database(path, TABLES, version=VERSION, notice=notice)

    def add(self, start: SessionStart, change: Change) -> bool:
        """Add to a session, a new one or one that is resumed; whether that was possible."""

        def write(db: "Connection") -> None:
            if change.work or change.trained_s >= WORTH_KEEPING_S:
                _begin(db, start)
            _add(db, start, change)

        return self._database.write(write)

    def sessions(self) -> tuple[PastSession, ...]:
        """All sessions, the newest first."""
        return self._database.read(lambda db: tuple(_sessions(db)), ())

    def session(self, id_: int) -> PastSession | None:
        """A session by its number."""
        return next((session for session in self.sessions() if session.id == id_), None)

    def work(self, id_: int) -> tuple[SetRecord, ...]:
        """What was done in a session, and what was skipped, in order."""
        return self._database.read(lambda db: tuple(_work(db, id_)), ())

    def last_pace(self, routine: str) -> Fraction | None:
        """The pace at the end of the latest session of a routine, by its lasting name."""
        name = _storable(routine)
        return next((s.pace for s in self.sessions() if s.routine == name), None)

    def last_routine(self) -> str | None:
        """The lasting name of the routine that was done last."""
        return next((session.routine for session in self.sessions()), None)


def _begin(db: "Connection", start: SessionStart) -> None:
    texts = (start.id, start.routine, start.title, start.at.isoformat())
    db.execute(
        "INSERT OR IGNORE INTO sessions (session, routine, title, started_at, trained_s, pace)"
        " VALUES (?, ?, ?, ?, 0, '1')",
        [_storable(text) for text in texts],
    )


def _add(db: "Connection", start: SessionStart, change: Change) -> None:
    db.execute(
        "UPDATE sessions SET trained_s = trained_s + ?, pace = ?, ending = ? WHERE session = ?",
        (change.trained_s, str(change.pace), change.ending, start.id),
    )
    for record in change.work:
        names = _storable(record.exercise), _storable(record.section)
        numbers = record.round, record.set, record.side, record.reps, record.length_ms
        db.execute(
            "INSERT INTO work (session, exercise, section, round, number, side, reps, length_ms,"
            " done, at) SELECT id, ?, ?, ?, ?, ?, ?, ?, ?, ? FROM sessions WHERE session = ?",
            (*names, *numbers, record.done, record.at.isoformat(), start.id),
        )


def _sessions(db: "Connection") -> Iterator[PastSession]:
    skipped: dict[int, dict[str, None]] = {}
    for row in db.execute(f"SELECT session, exercise FROM work WHERE {LEFT_OUT} ORDER BY id"):
        skipped.setdefault(row["session"], {})[str(row["exercise"])] = None
    rows = db.execute(
        f"SELECT {SESSION}, count(work.id) FILTER (WHERE side IS NOT 'left') AS sets,"
        " coalesce(sum(reps), 0) AS reps FROM sessions"
        " LEFT JOIN work ON work.session = sessions.id AND work.done"
        " GROUP BY sessions.id ORDER BY sessions.id DESC"
    )
    return _readable(rows, lambda row: _session(row, tuple(skipped.get(row["id"], ()))))


def _session(row: "Row", skipped: tuple[str, ...]) -> PastSession:
    return PastSession(
        row["id"],
        str(row["routine"]),
        str(row["title"]),
        datetime.fromisoformat(row["started_at"]),
        int(1000 * row["trained_s"]) / 1000,  # which no infinity survives
        row["sets"],
        int(row["reps"]),
        skipped,
        Fraction(row["pace"]),
        Ending(row["ending"]) if row["ending"] else None,
    )


def _work(db: "Connection", id_: int) -> Iterator[SetRecord]:
    query = f"SELECT {SET} FROM work WHERE session = ? AND (done OR {LEFT_OUT}) ORDER BY id"
    return _readable(db.execute(query, (id_,)), _set)


def _set(row: "Row") -> SetRecord:
    return SetRecord(
        str(row["exercise"]),
        str(row["section"]),
        int(row["round"]),
        int(row["number"]),
        Side(row["side"]) if row["side"] else None,
        None if row["reps"] is None else int(row["reps"]),
        None if row["length_ms"] is None else int(row["length_ms"]),
        bool(row["done"]),
        datetime.fromisoformat(row["at"]),
    )


def _readable(rows: Iterable["Row"], made: Callable[["Row"], T]) -> Iterator[T]:
    """What the rows stand for, without those that a damage turned into nonsense."""
    for row in rows:
        try:
            yield made(row)
        except (TypeError, ValueError, ArithmeticError):
            continue


def _storable(text: str) -> str:
    """A text as a database can hold it: a path may have bytes that are no characters."""
    return text.encode("utf-8", "backslashreplace").decode()
