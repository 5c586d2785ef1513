"""A new file or folder: written beside its place, renamed when it is whole, never left half."""

import contextlib
import os
import secrets
import shutil
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
    if sys.platform == "win32":
        hold.close()  # what is open cannot take another's place there
    try:
        yield beside
        beside.replace(path)
    finally:
        with contextlib.suppress(OSError):
            beside.unlink(missing_ok=True)
        hold.close()  # last: what is not held may be deleted by anybody


@contextlib.contextmanager
def new_folder(path: Path) -> Iterator[Path]:
    """A folder to write to, which takes the place of `path` only when all went well.

    A folder that is there already is deleted then. Raises OSError.
    """
    _delete_abandoned(path.parent)
    mark, hold = _claimed(path.parent)
    beside = _folder_of(mark)
    try:
        (beside / "new").mkdir(parents=True)
        yield beside / "new"
        _replace(path, beside / "new", old=beside / "old")
    finally:
        shutil.rmtree(beside, ignore_errors=True)
        hold.close()
        with contextlib.suppress(OSError):
            mark.unlink(missing_ok=True)


def _folder_of(mark: Path) -> Path:
    """A folder cannot be held, so that a file of nearly its name is held instead."""
    return mark.with_name(f"{mark.name}s")


def _replace(path: Path, new: Path, *, old: Path) -> None:
    try:
        if path.exists():
            path.rename(old)
        new.rename(path)
    except BaseException:
        if old.exists() and not path.exists():
            old.rename(path)
        raise


def _delete_abandoned(folder: Path) -> None:
    for part in folder.glob(f".*{PART}"):
        with contextlib.suppress(OSError), contextlib.ExitStack() as hold:
            handle = os.open(part, os.O_RDWR)
            hold.callback(os.close, handle)
            if locked(handle, wait=False):
                part.unlink()
                shutil.rmtree(_folder_of(part), ignore_errors=True)


def _claimed(folder: Path) -> tuple[Path, contextlib.ExitStack]:
    """A new file of a name that nobody else has, and the hold on it."""
    while True:
        path = folder / f".{secrets.token_hex(8)}{PART}"
        with contextlib.ExitStack() as hold:
            handle = os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o666)
            hold.callback(os.close, handle)
            locked(handle, wait=True)
            if path.exists():  # or else somebody has found it before it was locked
                return path, hold.pop_all()
