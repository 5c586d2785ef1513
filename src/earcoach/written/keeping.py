"""A routine file for every workout that is named, so that a session of it can be found again.

What is understood of a text is kept as a routine among what the program remembers: a pipe or a
page on the web is not there any more when the session is to go on.
"""

import hashlib
import os
import shutil
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from earcoach.errors import EarcoachError
from earcoach.paths import state_folder
from earcoach.written.loading import Loaded, loaded, understand
from earcoach.written.report import summary
from earcoach.written.sources.given import names_no_file

LONGEST_NAME = 40
MOST_KEPT = 200
"""Texts that are remembered; those that were not used for longest are forgotten."""


def file_of_text(name: str, *, notice: Callable[[str], None], allow_private: bool = False) -> Path:
    """A routine file of what a file of any kind, `-`, `clipboard` or an address says.

    `notice` is told in a line or two what was understood and assumed. Raises as `load_any`.
    """
    found = loaded(understand(name, allow_private=allow_private))
    for line in told_of(found, name):
        notice(line)
    return kept(found, name)


def told_of(loaded: Loaded, name: str) -> tuple[str, ...]:
    """What is to be said of a routine that was understood; nothing of one that was written."""
    reading = loaded.understood and loaded.understood.reading
    if not reading:
        return ()
    first, *others = summary(reading)
    hint = "" if names_no_file(name) else f" (`earcoach import {name}` shows how)"
    return (f"{first}{hint}", *others)


def kept(loaded: Loaded, name: str) -> Path:
    """The file in which a routine is kept; the same for the same routine."""
    assert loaded.understood is not None
    data = loaded.understood.document.encode()
    stem = loaded.routine.title if names_no_file(name) else Path(name).stem
    folder = state_folder("texts") / hashlib.sha256(data).hexdigest()[:12]
    path = folder / f"{_file_name(stem)}.yaml"
    new = path.with_name(f"{os.getpid()}.new")
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        new.write_bytes(data)
        new.replace(path)
    except OSError as error:
        raise EarcoachError(f"cannot write `{path}`: {error.strerror}") from None
    _forget_others(folder)
    return path


def _forget_others(folder: Path) -> None:
    """Leave the latest texts only; another program may do so at the same time."""
    with suppress(OSError):
        others = [other for other in folder.parent.iterdir() if other != folder]
        others.sort(key=lambda other: other.stat().st_mtime_ns, reverse=True)
        for other in others[MOST_KEPT - 1 :]:
            shutil.rmtree(other, ignore_errors=True)


def _file_name(title: str) -> str:
    """A title as the name of a file anywhere."""
    words = "".join(c if c.isalnum() else " " for c in title).split()
    return "-".join(words)[:LONGEST_NAME].rstrip("-") or "workout"
