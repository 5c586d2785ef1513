"""A new file or folder: written beside its place, renamed when it is whole, never left half."""

import contextlib
import os
import secrets
import shutil
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from earcoach.locks import locked

PART = ".earcoach-part"


@contextlib.contextmanager
def new_files(paths: Sequence[Path], *, force: bool) -> Iterator[list[Path]]:
    """Paths to write to, which take the places of `paths` only when all went well.

    What a killed program has left in a folder is deleted. Raises OSError; without `force`, when
    something is in one of their places by then, FileExistsError, and none of them is new.
    """
    with contextlib.ExitStack() as parts:
        beside = [parts.enter_context(_part(path.parent)) for path in paths]
        yield beside
        if force:
            for new, path in zip(beside, paths, strict=True):
                new.replace(path)
        else:
            _place(beside, paths)


@contextlib.contextmanager
def _part(folder: Path) -> Iterator[Path]:
    """A file beside others that is deleted unless it was moved away."""
    _delete_abandoned(folder)
    beside, hold = _claimed(folder)
    if sys.platform == "win32":
        hold.close()  # what is open cannot take another's place there
    try:
        yield beside
    finally:
        with contextlib.suppress(OSError):
            beside.unlink(missing_ok=True)
        hold.close()  # last: what is not held may be deleted by anybody


def _place(new: Sequence[Path], paths: Sequence[Path]) -> None:
    placed: list[Path] = []
    try:
        for beside, path in zip(new, paths, strict=True):
            _give_name(beside, path)
            placed.append(path)
    except OSError:
        for path in placed:
            path.unlink()
        raise


def _give_name(file: Path, path: Path) -> None:
    """Give a file a name that is free. Raises FileExistsError when it is not."""
    if sys.platform == "win32":
        file.rename(path)  # replaces nothing there
        return
    try:
        os.link(file, path)
    except FileExistsError:
        raise
    except OSError:  # a file system that has no links: replace what is certainly ours
        os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL))
        file.replace(path)


@contextlib.contextmanager
def new_folder(
    path: Path, *, replaceable: Callable[[Path], Iterable[str]] | None = None
) -> Iterator[Path]:
    """A folder to write to, which takes the place of `path` only when all went well.

    `replaceable` gives the names of what is in a folder that is in its place by then, all of which
    may be deleted, or raises what is wrong. Raises OSError; without `replaceable` FileExistsError
    when anything is there.
    """
    _delete_abandoned(path.parent)
    mark, hold = _claimed(path.parent)
    beside = _folder_of(mark)
    try:
        (beside / "new").mkdir(parents=True)
        yield beside / "new"
        if replaceable is not None and os.path.lexists(path):
            _replace(path, beside / "new", old=beside / "old", replaceable=replaceable)
        else:
            _place_folder(beside / "new", path)
    finally:
        _discard(beside)
        hold.close()
        with contextlib.suppress(OSError):
            mark.unlink(missing_ok=True)


def _folder_of(mark: Path) -> Path:
    """A folder cannot be held, so that a file of nearly its name is held instead."""
    return mark.with_name(f"{mark.name}s")


def _replace(
    path: Path, new: Path, *, old: Path, replaceable: Callable[[Path], Iterable[str]]
) -> None:
    """Only what is looked at where nobody else finds it is what will be deleted."""
    path.rename(old)
    try:
        names = tuple(replaceable(old))
        _place_folder(new, path)
    except BaseException:
        _place_folder(old, path)
        raise
    with contextlib.suppress(OSError):  # the new one is in its place
        if old.is_symlink():
            return old.unlink()
        for name in names:
            (old / name).unlink()
        old.rmdir()


def _place_folder(folder: Path, path: Path) -> None:
    """Give a folder a name that is free. Raises FileExistsError when it is not."""
    if sys.platform != "win32":  # where a rename replaces an empty folder, so let that be ours
        path.mkdir()
    try:
        folder.rename(path)
    except OSError:
        if sys.platform != "win32":
            path.rmdir()
        raise


def _discard(beside: Path) -> None:
    """Delete what is new; of what was old, nothing that was not looked at is ever deleted."""
    shutil.rmtree(beside / "new", ignore_errors=True)
    with contextlib.suppress(OSError):
        beside.rmdir()


def _delete_abandoned(folder: Path) -> None:
    for part in folder.glob(f".*{PART}"):
        with contextlib.suppress(OSError), contextlib.ExitStack() as hold:
            handle = os.open(part, os.O_RDWR)
            hold.callback(os.close, handle)
            if locked(handle, wait=False):
                part.unlink()
                _discard(_folder_of(part))


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
