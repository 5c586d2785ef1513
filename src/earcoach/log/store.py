"""The store: sessions, their sets, and where to go on, in one file of SQLite."""

from collections.abc import Callable
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING

from earcoach.errors import EarcoachError, UsageError, reason_of
from earcoach.log import beside, older, rows
from earcoach.log.beside import Beside
from earcoach.log.database import Database
from earcoach.log.entries import PastSession, SessionProgress, SessionStart, SetRecord, Unfinished
from earcoach.paths import state_folder

if TYPE_CHECKING:  # loaded when it is needed
    from sqlite3 import Connection, Row

VERSION = 4
WORTH_KEEPING_S = 60.0
"""A session without a set is in the history from this time on."""
GLANCES = 10
"""How many of those that are not can still be resumed."""
SHORT_PATIENCE_S = 0.25
"""How long a session under way waits for another program that is writing."""


def open_store(*, notice: Callable[[str], None], strict: bool = False) -> "Store":
    """The user's own store; a `strict` one raises EarcoachError when it cannot be read."""
    return Store(state_folder("history.sqlite"), notice=notice, strict=strict)


class Store:
    """Sessions, kept in a file. When it cannot be used, `notice` is told."""

    def __init__(self, path: Path, *, notice: Callable[[str], None], strict: bool = False) -> None:
        """Use a file, which is made when there is something to keep."""
        self._folder, self._journals = path.parent, path.with_name("journal")
        self._notice = notice
        self._database = Database(
            path, version=VERSION, migrate=_migrate, notice=notice, strict=strict
        )

    def keeping(self, start: SessionStart) -> "Keeper":
        """What keeps a session that begins now, or is resumed."""
        return Keeper(self._database, start, self._notice)

    def sessions(self) -> tuple[PastSession, ...]:
        """The history, the newest session first."""
        busy = self._settle()
        return self._database.read(
            lambda db: tuple(rows.past_sessions(db, WORTH_KEEPING_S, busy)), ()
        )

    def session(self, number: int) -> PastSession | None:
        """A session of the history by its number."""
        return next((session for session in self.sessions() if session.id == number), None)

    def work(self, number: int) -> tuple[SetRecord, ...]:
        """What was done in a session, and what was skipped, in order."""
        return self._database.read(lambda db: tuple(rows.sets_of(db, number)), ())

    def unfinished(self) -> tuple[Unfinished, ...]:
        """The sessions that can be resumed, the one that was left last first."""
        busy = self._settle()
        return self._database.read(lambda db: tuple(rows.unfinished_sessions(db, busy)), ())

    def last_pace(self, routine: str) -> Fraction | None:
        """The pace at the end of the latest session of a routine, by its stable name."""
        name = rows.storable(routine)
        return next((s.pace for s in self.sessions() if s.routine == name), None)

    def last_routine(self) -> str | None:
        """The stable name of the routine that was done last."""
        return next((session.routine for session in self.sessions()), None)

    def forget(self, number: int) -> None:
        """Delete a session. Raises UsageError when there is none, or it is under way."""
        busy = self._settle()
        query = "SELECT id FROM sessions WHERE number = ?"
        row = self._database.read(lambda db: db.execute(query, (number,)).fetchone(), None)
        if row is None:
            raise UsageError(f"there is no session {number}", cure="see `earcoach history`")
        if row["id"] in busy:
            raise UsageError(f"session {number} is under way", cure="end it first")
        self._delete([row["id"]])

    def forget_all(self) -> None:
        """Delete all sessions but those under way, and what was damaged and put aside."""
        busy = self._settle()
        query = "SELECT id FROM sessions"
        every: list[Row] = self._database.read(lambda db: db.execute(query).fetchall(), [])
        self._delete([row["id"] for row in every if row["id"] not in busy])
        for path in self._folder.glob("history.damaged-*"):
            path.unlink()

    def _delete(self, ids: list[str]) -> None:
        def delete(db: "Connection") -> None:
            db.executemany("DELETE FROM sets WHERE session = ?", [(id_,) for id_ in ids])
            db.executemany("DELETE FROM sessions WHERE id = ?", [(id_,) for id_ in ids])

        if ids and not self._database.write(delete):
            raise EarcoachError("nothing was forgotten", cure="try again later")

    def _settle(self) -> set[str]:
        """Take over what is not in the store yet; the sessions that are under way."""
        journals = self._journals
        if older.journal_files(journals) and self._database.write(
            lambda db: older.take_journals(db, journals)
        ):
            older.delete_journals(journals)
        return beside.running(self._folder, self._database.write)


def _migrate(db: "Connection", version: int) -> None:
    if version == 0:
        rows.make_tables(db)
    elif version == 1:
        older.take_history(db)
    else:
        older.add_columns(db)


class Keeper:
    """Keeps one session under way: in the store, or beside it while that is locked."""

    def __init__(
        self, database: Database, start: SessionStart, notice: Callable[[str], None]
    ) -> None:
        self._database, self._start, self._notice = database, start, notice
        self._beside: Beside | None = None
        self._kept = 0
        self._failed, self._all_kept = False, True

    def begin(self) -> None:
        """Let others know that the session is under way."""
        import sqlite3

        folder = self._database.path.parent
        try:
            self._database.make_folder()
            self._beside = Beside(folder, self._start.id, patience_s=SHORT_PATIENCE_S)
        except (OSError, sqlite3.Error) as error:
            self._tell(error)
        self._database.write(_forget_glances, patience_s=SHORT_PATIENCE_S)

    def keep(self, progress: SessionProgress, work: tuple[SetRecord, ...]) -> None:
        """Keep how far the session has come, and all its sets since it was begun or resumed."""
        new, first = work[self._kept :], self._start.sets + self._kept

        def put(db: "Connection") -> None:
            rows.put(db, self._start, progress, new, first=first)

        self._all_kept = self._database.write(put, patience_s=SHORT_PATIENCE_S)
        if self._all_kept:
            self._kept = len(work)
        self._put_beside(None if self._all_kept else put)

    def _put_beside(self, put: Callable[["Connection"], None] | None) -> None:
        import sqlite3

        if self._beside is not None:
            try:
                self._beside.put(put)
            except sqlite3.Error as error:
                self._tell(error)

    def end(self) -> None:
        """The session is over."""
        if self._beside is not None:
            self._beside.close(kept=self._all_kept)
            self._beside = None

    def _tell(self, error: Exception) -> None:
        if not self._failed:
            self._failed = True
            self._notice(f"the place in this session cannot be kept: {reason_of(error)}")


def _forget_glances(db: "Connection") -> None:
    """Sessions that were but looked into are not kept forever."""
    db.execute(
        "DELETE FROM sessions WHERE trained_s < ? AND id NOT IN (SELECT session FROM sets)"
        " AND number NOT IN (SELECT number FROM sessions ORDER BY number DESC LIMIT ?)",
        (WORTH_KEEPING_S, GLANCES),
    )
