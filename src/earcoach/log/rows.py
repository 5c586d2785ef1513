"""The tables of the store, and how sessions become rows and rows become sessions."""

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import datetime
from fractions import Fraction
from typing import TYPE_CHECKING, Any, TypeVar

from earcoach.log.entries import PastSession, SessionProgress, SessionStart, SetRecord, Unfinished
from earcoach.plan.phases import Side
from earcoach.session.events import Ending
from earcoach.timeline.pacing import FASTEST, SLOWEST

if TYPE_CHECKING:  # loaded when it is needed
    from sqlite3 import Connection, Row

TABLES = (
    """CREATE TABLE sessions (
        number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, routine TEXT NOT NULL,
        title TEXT NOT NULL, digest TEXT NOT NULL, options TEXT NOT NULL, phases INTEGER NOT NULL,
        started_at TEXT NOT NULL, trained_s REAL NOT NULL, pace TEXT NOT NULL,
        resume_at INTEGER NOT NULL, seen_at TEXT NOT NULL, ending TEXT)""",
    """CREATE TABLE sets (
        session TEXT NOT NULL, number INTEGER NOT NULL, exercise TEXT NOT NULL,
        section TEXT NOT NULL, round INTEGER NOT NULL, set_number INTEGER NOT NULL, side TEXT,
        reps INTEGER, length_ms INTEGER, done INTEGER NOT NULL, at TEXT NOT NULL,
        breaths INTEGER, calories INTEGER, distance_m INTEGER, distance TEXT,
        rep_hold_ms INTEGER, or_more INTEGER,
        PRIMARY KEY (session, number))""",
)
SESSION = (
    "id, routine, title, digest, options, phases, started_at, trained_s, pace, resume_at, seen_at,"
    " ending"
)
SET = (
    "session, number, exercise, section, round, set_number, side, reps, length_ms, done, at,"
    " breaths, calories, distance_m, distance, rep_hold_ms, or_more"
)
PUT_SESSION = (
    f"INSERT INTO sessions ({SESSION}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
    " ON CONFLICT (id) DO UPDATE SET digest = excluded.digest, options = excluded.options,"
    " phases = excluded.phases, trained_s = excluded.trained_s, pace = excluded.pace,"
    " resume_at = excluded.resume_at, seen_at = excluded.seen_at, ending = excluded.ending"
)
PUT_SET = f"INSERT OR IGNORE INTO sets ({SET}) VALUES ({', '.join(17 * '?')})"
LEFT_OUT = """NOT done AND NOT EXISTS (SELECT 1 FROM sets AS other WHERE other.done
    AND other.session = sets.session AND other.section = sets.section
    AND other.exercise = sets.exercise AND other.round = sets.round
    AND other.set_number = sets.set_number AND other.side IS sets.side)"""
"""Skipped, and not done after all."""
ALL = (
    f"SELECT sessions.number, {SESSION}, count(sets.number) AS records,"
    " count(sets.number) FILTER (WHERE sets.done AND side IS NOT 'left') AS sets,"
    " coalesce(sum(reps) FILTER (WHERE sets.done), 0) AS reps FROM sessions"
    " LEFT JOIN sets ON sets.session = sessions.id GROUP BY sessions.number"
)

T = TypeVar("T")


def make_tables(db: "Connection") -> None:
    """Begin with nothing."""
    for statement in TABLES:
        db.execute(statement)


def put(
    db: "Connection",
    start: SessionStart,
    progress: SessionProgress,
    work: Sequence[SetRecord] = (),
    *,
    first: int = 0,
) -> None:
    """Keep how far a session has come, and sets of it, of which `first` is the first one's number.

    What is kept already stays: to put the same again changes nothing.
    """
    names = map(storable, (start.id, start.routine, start.title, start.digest))
    options = json.dumps(start.options)
    times = start.at.isoformat(), progress.trained_s, str(progress.pace)
    place = progress.resume_at, progress.seen_at.isoformat(), progress.ending
    db.execute(PUT_SESSION, (*names, options, start.phases, *times, *place))
    for number, one in enumerate(work, first):
        names = map(storable, (one.exercise, one.section))
        numbers = one.round, one.set, one.side, one.reps, one.length_ms
        row = start.id, number, *names, *numbers, one.done, one.at.isoformat()
        others = one.breaths, one.calories, one.distance_m, one.distance
        db.execute(PUT_SET, (*row, *others, one.rep_hold_ms, one.or_more))


def copy(source: "Connection", target: "Connection") -> None:
    """Put all sessions and sets of a store into another."""
    target.executemany(PUT_SESSION, map(tuple, source.execute(f"SELECT {SESSION} FROM sessions")))
    target.executemany(PUT_SET, map(tuple, source.execute(f"SELECT {SET} FROM sets")))


def past_sessions(db: "Connection", worth_s: float, running: set[str]) -> Iterator[PastSession]:
    """The sessions in which something was done, or that lasted long enough, the newest first."""
    skipped: dict[str, dict[str, None]] = {}
    for row in db.execute(f"SELECT session, exercise FROM sets WHERE {LEFT_OUT} ORDER BY number"):
        skipped.setdefault(row["session"], {})[str(row["exercise"])] = None
    rows = db.execute(
        f"{ALL} HAVING records OR trained_s >= ?"
        " ORDER BY julianday(started_at) DESC, sessions.number DESC",
        (worth_s,),
    )
    return _readable(rows, lambda row: _past(row, tuple(skipped.get(row["id"], ())), running))


def unfinished_sessions(db: "Connection", running: set[str]) -> Iterator[Unfinished]:
    """The sessions that can be resumed, the one that was left last first."""
    rows = db.execute(f"{ALL} ORDER BY julianday(seen_at) DESC, sessions.number DESC")
    return _readable((row for row in rows if _is_resumable(row, running)), _unfinished)


def sets_of(db: "Connection", number: int) -> Iterator[SetRecord]:
    """What was done in a session, and what was skipped, in order."""
    query = (
        f"SELECT {SET} FROM sets WHERE session = (SELECT id FROM sessions WHERE number = ?)"
        f" AND (done OR {LEFT_OUT}) ORDER BY number"
    )
    return _readable(db.execute(query, (number,)), _set)


def _past(row: "Row", skipped: tuple[str, ...], running: set[str]) -> PastSession:
    return PastSession(
        id=row["number"],
        routine=str(row["routine"]),
        title=str(row["title"]),
        started_at=datetime.fromisoformat(row["started_at"]),
        trained_s=_seconds(row),
        sets=row["sets"],
        reps=int(row["reps"]),
        skipped=skipped,
        pace=Fraction(row["pace"]),
        ending=Ending(row["ending"]) if row["ending"] else None,
        under_way=row["id"] in running,
        resumable=_is_resumable(row, running),
    )


def _is_resumable(row: "Row", running: set[str]) -> bool:
    """Whether more than the good-bye is missing, and nobody is doing it."""
    place, phases = row["resume_at"], row["phases"]
    if not isinstance(place, int) or not isinstance(phases, int):
        return False  # damaged
    over = row["ending"] == Ending.FINISHED or row["id"] in running
    return not over and 0 <= place < phases - 1


def _unfinished(row: "Row") -> Unfinished:
    pace = Fraction(row["pace"])
    if not SLOWEST <= pace <= FASTEST:
        raise ValueError("no pace")
    start = SessionStart(
        id=row["id"],
        routine=str(row["routine"]),
        title=str(row["title"]),
        digest=str(row["digest"]),
        options=tuple(map(str, json.loads(row["options"]))),
        phases=row["phases"],
        at=datetime.fromisoformat(row["started_at"]),
        trained_s=_seconds(row),
        sets=row["records"],
    )
    return Unfinished(
        number=row["number"],
        start=start,
        pace=pace,
        index=row["resume_at"],
        when=datetime.fromisoformat(row["seen_at"]),
        sets_done=row["sets"],
    )


def _seconds(row: "Row") -> float:
    return int(1000 * row["trained_s"]) / 1000  # which no infinity survives


def _set(row: "Row") -> SetRecord:
    return SetRecord(
        exercise=str(row["exercise"]),
        section=str(row["section"]),
        round=int(row["round"]),
        set=int(row["set_number"]),
        side=Side(row["side"]) if row["side"] else None,
        reps=_number(row["reps"]),
        length_ms=_number(row["length_ms"]),
        done=bool(row["done"]),
        at=datetime.fromisoformat(row["at"]),
        breaths=_number(row["breaths"]),
        calories=_number(row["calories"]),
        distance_m=_number(row["distance_m"]),
        distance=None if row["distance"] is None else str(row["distance"]),
        rep_hold_ms=_number(row["rep_hold_ms"]),
        or_more=bool(row["or_more"]),
    )


def _number(found: Any) -> int | None:
    return None if found is None else int(found)


def _readable(rows: Iterable["Row"], made: Callable[["Row"], T]) -> Iterator[T]:
    """What the rows stand for, without those that a damage turned into nonsense."""
    for row in rows:
        try:
            yield made(row)
        except (TypeError, ValueError, ArithmeticError):
            continue


def storable(text: str) -> str:
    """A text as a database can hold it: a path may have bytes that are not characters."""
    return text.encode("utf-8", "backslashreplace").decode()
