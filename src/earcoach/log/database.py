"""A small database that is never in the way: whatever is wrong with it, the program goes on.

Every call opens it for itself, so that any thread and any number of programs may use it.
"""

from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from earcoach.errors import EarcoachError

if TYPE_CHECKING:  # loaded when it is needed
    from sqlite3 import Connection

PATIENCE_S = 1.0
"""How long a call waits for another program that is writing."""
ONLY_OURS = 0o700
"""Nobody else reads what was trained, and when."""

T = TypeVar("T")


def connected(path: Path, *, patience_s: float) -> "Connection":
    """An open file of SQLite, in which what was committed outlasts a power cut."""
    import sqlite3

    db = sqlite3.connect(path, timeout=patience_s, isolation_level=None, check_same_thread=False)
    db.row_factory = sqlite3.Row
    db.text_factory = lambda data: data.decode("utf-8", "replace")
    db.execute("PRAGMA synchronous = FULL")
    db.execute("PRAGMA secure_delete = ON")  # what is forgotten is gone
    return db


class Database:
    """A file of SQLite with tables of one version."""

    def __init__(
        self,
        path: Path,
        *,
        version: int,
        migrate: Callable[["Connection", int], None],
        notice: Callable[[str], None],
        strict: bool = False,
    ) -> None:
        """Use a file; `migrate` makes the tables, from none (0) or those of an older version.

        `notice` is told trouble; when it is `strict`, what cannot be read is an error.
        """
        self.path = path
        self._version = version
        self._migrate = migrate
        self._notice = notice
        self._strict = strict
        self._told: set[str] = set()

    def read(self, work: Callable[["Connection"], T], otherwise: T) -> T:
        """Read from it; `otherwise` when there is nothing yet, or that is not possible.

        Raises EarcoachError when it is not possible and that is not to be passed over.
        """
        if not self.path.exists():
            return otherwise

        def attempt() -> T:
            with self._transaction(PATIENCE_S, "DEFERRED") as db:
                return work(db)

        try:
            return self._twice(attempt)
        except _UnusableError as error:
            if self._strict:
                raise EarcoachError(str(error), cure=error.cure) from None
            self._tell(str(error))
            return otherwise

    def write(
        self, work: Callable[["Connection"], None], *, patience_s: float = PATIENCE_S
    ) -> bool:
        """Change it, wholly or not at all; whether that was possible.

        That another program keeps it locked is not told: it is not a fault.
        """

        def attempt() -> bool:
            self.make_folder()
            with self._transaction(patience_s, "IMMEDIATE") as db:
                work(db)
                return True

        try:
            return self._twice(attempt)
        except _UnusableError as error:
            if not error.locked:
                self._tell(str(error))
            return False

    def make_folder(self) -> None:
        """Make the folder of the file, for its owner only."""
        self.path.parent.mkdir(parents=True, exist_ok=True)
        with suppress(OSError):  # a folder of somebody else's may still be used
            self.path.parent.chmod(ONLY_OURS)

    def _twice(self, attempt: Callable[[], T]) -> T:
        """Try, and when the file is damaged try again without it. Raises _UnusableError."""
        import sqlite3

        for _ in range(2):
            try:
                return attempt()
            except (OSError, sqlite3.Error, UnicodeDecodeError) as error:
                trouble = error
                if is_locked(error) or not _is_damage(error) or not self._put_aside(error):
                    break
        raise _UnusableError(f"the history cannot be used: {trouble}", locked=is_locked(trouble))

    @contextmanager
    def _transaction(self, patience_s: float, kind: str) -> Iterator["Connection"]:
        with closing(connected(self.path, patience_s=patience_s)) as db:
            if self._version_of(db) != self._version:
                kind = "IMMEDIATE"
            db.execute(f"BEGIN {kind}")
            if (version := self._version_of(db)) != self._version:  # another may have been faster
                self._migrate(db, version)
                db.execute(f"PRAGMA user_version = {self._version}")
            yield db
            db.execute("COMMIT")  # what was not committed is undone when it is closed

    def _version_of(self, db: "Connection") -> int:
        version = int(db.execute("PRAGMA user_version").fetchone()[0])
        if not 0 <= version <= self._version:
            raise _UnusableError(f"{self.path} is of a newer earcoach: it is left alone")
        return version

    def _put_aside(self, error: Exception) -> bool:
        """Rename a damaged file, with its journal, which must not meet the next one."""
        number = 1
        while (aside := self.path.with_suffix(f".damaged-{number}{self.path.suffix}")).exists():
            number += 1
        try:
            self.path.rename(aside)
            with suppress(FileNotFoundError):
                journal = self.path.with_name(f"{self.path.name}-journal")
                journal.rename(aside.with_name(f"{aside.name}-journal"))
        except OSError:
            return False
        self._tell(f"the history was damaged ({error}): it is now {aside}, and a new one begins")
        return True

    def _tell(self, line: str) -> None:
        if line not in self._told:
            self._told.add(line)
            self._notice(line)


class _UnusableError(Exception):
    """The file cannot be used, for a reason that can be told."""

    def __init__(self, reason: str, *, locked: bool = False) -> None:
        super().__init__(reason)
        self.locked = locked
        self.cure = "another program is using it: try again later" if locked else None


def is_locked(error: Exception) -> bool:
    """Whether another program keeps a file to itself at this time."""
    import sqlite3

    return getattr(error, "sqlite_errorcode", 0) & 0xFF == sqlite3.SQLITE_BUSY


def _is_damage(error: Exception) -> bool:
    """Whether the file itself is broken or has other tables: not locked, or full.

    One broken byte makes SQLite take the file for one that may only be read.
    """
    import sqlite3

    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    names = isinstance(error, UnicodeDecodeError)  # of columns: other texts are never refused
    broken = sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_ERROR
    return names or code in (*broken, sqlite3.SQLITE_READONLY)
