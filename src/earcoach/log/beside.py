"""A file beside the store that a session holds as long as it runs.

It is locked, so that others know the session to be under way, and the lock goes with the process,
however that dies, on every system. It takes what the store can't while another program keeps that
to itself, and whoever opens the store next moves it there.
"""

from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from earcoach.log import older, rows
from earcoach.log.database import connected, is_locked

if TYPE_CHECKING:
    from sqlite3 import Connection

SUFFIX = ".running"


class Beside:
    """The file of one session under way."""

    def __init__(self, folder: Path, id_: str, *, patience_s: float) -> None:
        """Lock the file. Raises OSError or sqlite3.Error when that is not possible."""
        self._path = folder / f"{id_}{SUFFIX}"
        self._db = connected(self._path, patience_s=patience_s)
        self._holds_work = False
        self._db.execute("PRAGMA locking_mode = EXCLUSIVE")  # until it is closed
        self._db.execute("BEGIN EXCLUSIVE")
        self._db.execute("COMMIT")

    def put(self, put: Callable[["Connection"], None] | None) -> None:
        """Keep what the store does not take, or nothing any more: it has everything.

        Raises sqlite3.Error when that is not possible.
        """
        if put is None and not self._holds_work:
            return
        self._db.execute("BEGIN")
        if self._holds_work:
            self._db.execute("DELETE FROM sessions")
            self._db.execute("DELETE FROM sets")
        else:
            rows.make_tables(self._db)
        if put is not None:
            put(self._db)
        self._db.execute("COMMIT")
        self._holds_work = True

    def close(self, *, kept: bool) -> None:
        """Let go of the file, and delete it if the store has kept everything."""
        self._db.close()
        if kept:
            with suppress(OSError):
                self._path.unlink()


def running(folder: Path, move: Callable[[Callable[["Connection"], None]], bool]) -> set[str]:
    """The sessions that are under way; what others have left behind is moved into the store.

    `move` changes the store, and tells whether it did.
    """
    return {path.stem for path in sorted(folder.glob(f"*{SUFFIX}")) if _is_running(path, move)}


def _is_running(path: Path, move: Callable[[Callable[["Connection"], None]], bool]) -> bool:
    import sqlite3

    try:
        with closing(connected(path, patience_s=0)) as left:
            left.execute("BEGIN IMMEDIATE")
            has_work = left.execute("SELECT 1 FROM sqlite_master").fetchone() is not None
            if has_work:
                older.add_columns(left)  # an earlier version may have left it
            moved = not has_work or move(lambda db: rows.copy(left, db))
    except sqlite3.Error as error:
        return is_locked(error)
    if moved:
        with suppress(OSError):
            path.unlink()
    return False
