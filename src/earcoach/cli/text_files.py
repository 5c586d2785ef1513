"""Texts that are written to a new file, whole or not at all."""

from pathlib import Path

from earcoach.errors import UsageError, folder_error


def check_place(path: Path, *, force: bool) -> None:
    """Raises UsageError when a folder is there, or a file that is not to be replaced."""
    if path.is_dir():
        raise folder_error(path)
    if path.exists() and not force:
        raise UsageError(f"`{path}` exists already", cure="add --force to replace it")


def write_text(path: Path, text: str, *, force: bool) -> None:
    """Write a file. Raises UsageError where `check_place` does, or when its folder is missing."""
    from earcoach.output.atomic_write import new_files

    check_place(path, force=force)
    if not path.absolute().parent.is_dir():
        raise UsageError(f"there is no folder `{path.parent}`", cure="make it first")
    with new_files([path], force=force) as [beside]:
        beside.write_text(text, encoding="utf-8")
