"""Texts: what is understood of a pasted or dropped workout, and what is kept of it."""

import os
from pathlib import Path, PurePath
from typing import Any

from earcoach.arguments import bytes_of, text
from earcoach.errors import EarcoachError
from earcoach.paths import user_folder
from earcoach.routine.catalog import list_routines
from earcoach.routine.diagnostics import InvalidRoutine
from earcoach.routine.loading import loads
from earcoach.written.loading import Understood, understood_of
from earcoach.written.reading import Remark
from earcoach.written.report import report_rows
from earcoach.written.sources.original import Original
from earcoach.written.sources.registry import material_of

LONGEST_NAME = 40
MOST_OWN = 1000
"""Routines of one's own that the page adds to."""
PASTED = "<pasted>"


def understood_json(data: bytes | str, file: str) -> dict[str, Any]:
    """What a text or a file says, line by line, and the routine of it with its mistakes.

    Raises EarcoachError when there is no workout in it.
    """
    name, suffix = text("file", file) or PASTED, PurePath(file).suffix.casefold()
    original = Original(data=bytes_of("text", data), name=name, suffix=suffix)
    found = understood_of(material_of(original))
    told: dict[str, Any] = {"document": found.document.strip("\n") + "\n"}
    try:
        routine = loads(found.document)
        told |= {"title": routine.title, "mistakes": ()}
    except InvalidRoutine as error:
        told |= {"title": "", "mistakes": error.diagnostics}
    return told | _reading(found)


def _reading(found: Understood) -> dict[str, Any]:
    reading = found.reading
    if reading is None:  # it is a routine: there was nothing to understand
        return {"rows": [], "assumed": [], "doubts": [], "left_out": [], "warnings": []}
    rows = report_rows(reading, found.source)
    return {
        "rows": [
            {
                "line": row.line,
                "written": row.written,
                "understood": row.understood,
                "origins": row.origins,
            }
            for row in rows
        ],
        "assumed": _remarks(reading.assumed),
        "doubts": _remarks(reading.doubts),
        "left_out": _remarks(reading.left_out),
        "warnings": _remarks(reading.warnings),
    }


def _remarks(remarks: tuple[Remark, ...]) -> list[dict[str, Any]]:
    return [{"text": r.text, "line": r.line, "why": r.why} for r in remarks]


def keep(document: str, name: str) -> str:
    """Keep a routine among one's own under a new name; gives the name that it got.

    Raises InvalidRoutine for one with mistakes. Nothing that is there is replaced, what is kept
    already stays the one that it is, and no name leads out of the folder.
    """
    routine = loads(text("routine", document))
    folder = user_folder("routines")
    stem = safe_name(text("name", name) or routine.title)
    known = {entry.name for entry in list_routines()}
    if len(known) > MOST_OWN:
        raise EarcoachError("there are too many routines", cure=f"delete some in `{folder}`")
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        for number in range(1, MOST_OWN):
            new = stem if number == 1 else f"{stem}-{number}"
            path = folder / f"{new}.yaml"
            if _holds(path, document) or (new not in known and _written(path, document)):
                return new
    except OSError as error:
        raise EarcoachError(f"cannot write into `{folder}`: {error.strerror}") from None
    raise EarcoachError(f"there are too many routines called `{stem}`", cure="choose another name")


def _holds(path: Path, document: str) -> bool:
    """Whether a file has exactly this routine in it."""
    return path.is_file() and path.read_bytes() == _kept(document)


def _kept(document: str) -> bytes:
    return (document.strip("\n") + "\n").encode(errors="replace")


def _written(path: Path, document: str) -> bool:
    """Write a new file; False when there is one, or a link, already."""
    try:
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return False
    with os.fdopen(descriptor, "wb") as file:
        file.write(_kept(document))
    return True


def safe_name(title: str) -> str:
    """A title as the name of a file anywhere: letters and digits, `leg-day`."""
    words = "".join(c if c.isalnum() else " " for c in title.casefold()).split()
    return "-".join(words).encode()[:LONGEST_NAME].decode(errors="ignore").strip("-") or "workout"
