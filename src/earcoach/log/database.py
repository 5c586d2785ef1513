"""A small database that is never in the way: whatever is wrong with it, the program goes on.

Every call opens it for itself, so that any thread and any number of programs may use it.
"""

from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:  # loaded when it is needed
    from sqlite3 import Connection

PATIENCE_S = 5.0
"""How long a call waits for another program that is writing."""

T = TypeVar("T")


class Database:
    """A file of SQLite with tables of one version."""

    def __init__(
        self, path: Path, tables: tuple[str, ...], *, version: int, notice: Callable[[str], None]
    ) -> None:
        """Use a file; `tables` are the statements that make a new one, `notice` is told trouble."""
        self._path = path
        self._tables = tables
        self._version = version
        self._notice = notice
        self._told: set[str] = set()

    def read(self, work: Callable[["Connection"], T], otherwise: T) -> T:
        """Read from it; `otherwise` when that is not possible, or there is nothing yet."""
        if not self._path.exists():
            return otherwise

        def attempt() -> T:
            with self._transaction("DEFERRED") as db:
                return work(db) if self._version_of(db) else otherwise

        return self._twice(attempt, otherwise)

    def write(self, work: Callable[["Connection"], None]) -> bool:
        """Change it, wholly or not at all; whether that was possible."""

        def attempt() -> bool:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            with self._transaction("IMMEDIATE") as db:
                if not self._version_of(db):
                    for statement in self._tables:
                        db.execute(statement)
                    db.execute(f"PRAGMA user_version = {self._version}")
                work(db)
                return True

        return self._twice(attempt, False)

    def _twice(self, attempt: Callable[[], T], otherwise: T) -> T:
        """Try, and when the file is damaged try again without it."""
        import sqlite3

        for _ in range(2):
            try:
                return attempt()
            except _TooNewError:
                self._tell(f"{self._path} is of a newer earcoach: it is left alone")
                break
            except (OSError, sqlite3.Error, UnicodeDecodeError) as error:
                if not _is_damage(error) or not self._put_aside(error):
                    self._tell(f"the history cannot be used: {error}")
                    break
        return otherwise

    @contextmanager
    def _transaction(self, kind: str) -> Iterator["Connection"]:
        import sqlite3

        with closing(sqlite3.connect(self._path, timeout=PATIENCE_S, isolation_level=None)) as db:
            db.row_factory = sqlite3.Row
            db.text_factory = lambda data: data.decode("utf-8", "replace")
            db.execute(f"BEGIN {kind}")
            yield db
            db.execute("COMMIT")  # what was not committed is undone when it is closed

    def _version_of(self, db: "Connection") -> int:
        version = int(db.execute("PRAGMA user_version").fetchone()[0])
        if version not in (0, self._version):
            raise _TooNewError
        return version

    def _put_aside(self, error: Exception) -> bool:
        """Rename a damaged file, with its journal, which must not meet the next one."""
        number = 1
        while (aside := self._path.with_suffix(f".damaged-{number}{self._path.suffix}")).exists():
            number += 1
        try:
            self._path.rename(aside)
            with suppress(FileNotFoundError):
                journal = self._path.with_name(f"{self._path.name}-journal")
                journal.rename(aside.with_name(f"{aside.name}-journal"))
        except OSError:
            return False
        self._tell(f"the history was damaged ({error}): it is now {aside}, and a new one begins")
        return True

    def _tell(self, line: str) -> None:
        if line not in self._told:
            self._told.add(line)
            self._notice(line)


class _TooNewError(Exception):
    """The file has tables of another version."""


def _is_damage(error: Exception) -> bool:
    """Whether the file itself is broken or has other tables: not locked, full, or read-only."""
    import sqlite3

    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    names = isinstance(error, UnicodeDecodeError)  # of columns: other texts are never refused
    return names or code in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_ERROR)
