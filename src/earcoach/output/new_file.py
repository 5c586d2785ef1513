"""A new file: written beside its place, renamed when it is whole, and never left half."""

import contextlib
import os
import secrets
import sys
from collections.abc import Iterator
from pathlib import Path

from earcoach.locks import locked

PART = ".earcoach-part"


@contextlib.contextmanager
def new_file(path: Path) -> Iterator[Path]:
    """A path to write to, which takes the place of `path` only when all went well.

    What a killed program has left in the folder is deleted. Raises OSError.
    """
    _delete_abandoned(path.parent)
    beside, hold = _claimed(path.parent)
    try:
        yield beside
        beside.replace(path)
    finally:
        with contextlib.suppress(OSError):
            beside.unlink(missing_ok=True)
        hold.close()  # last: what is not held may be deleted by anybody


def _delete_abandoned(folder: Path) -> None:
    for part in folder.glob(f".*{PART}"):
        with contextlib.suppress(OSError), contextlib.ExitStack() as hold:
            handle = os.open(part, os.O_RDWR)
            hold.callback(os.close, handle)
            if locked(handle, wait=False):
                part.unlink()


def _claimed(folder: Path) -> tuple[Path, contextlib.ExitStack]:
    """A new file of a name that nobody else has, and the hold on it."""
    while True:
        path = folder / f".{secrets.token_hex(8)}{PART}"
        with contextlib.ExitStack() as hold:
            handle = os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o666)
            hold.callback(os.close, handle)
            locked(handle, wait=True)
            if sys.platform == "win32":
                hold.close()  # what is open cannot take another's place there
            if path.exists():  # or else somebody has found it before it was locked
                return path, hold.pop_all()
