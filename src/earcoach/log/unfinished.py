"""The session that was left unfinished: what its journal still tells."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from fractions import Fraction
from pathlib import Path
from typing import Any

from earcoach.locks import held
from earcoach.log.entries import SessionStart
from earcoach.log.journal import (
    MAX_BYTES,
    VERSION,
    entry_of,
    journal_files,
    journal_folder,
)
from earcoach.session.events import Ending
from earcoach.timeline.pacing import FASTEST, SLOWEST


@dataclass(frozen=True, slots=True)
class Unfinished:
    """A session that can be resumed.

    `index` is the phase to go on with, `pace` the last one, `when` the last sign of it, and
    `sets_done` counts what was done since it was begun or resumed.
    """

    start: SessionStart
    pace: Fraction
    index: int
    when: datetime
    sets_done: int = 0

    def fits(self, start: SessionStart) -> bool:
        """Whether its place still means the same: the routine's file and the plan's length do."""
        return (start.digest, start.phases) == (self.start.digest, self.start.phases)


def unfinished_session(folder: Path | None = None) -> Unfinished | None:
    """The latest session whose journal can be read, if it was left before its end."""
    for path in reversed(journal_files(folder or journal_folder())):
        if held(path):
            return None  # it is under way, in another terminal
        found, ending = _read(path)
        if found is not None:
            return None if ending is Ending.FINISHED or _at_the_end(found) else found
    return None


def _at_the_end(found: Unfinished) -> bool:
    """Whether only the good-bye is missing."""
    return found.index >= found.start.phases - 1


def _read(path: Path) -> tuple[Unfinished | None, Ending | None]:
    """What the whole entries of a journal add up to."""
    found: Unfinished | None = None
    ending: Ending | None = None
    for entry in _entries(path):
        try:
            if found is None:
                found = _begun(entry)
            else:
                found = _after(found, entry)
                ending = _ending(entry) or ending
        except ValueError:  # a time or an ending that this version does not know
            continue
    return found, ending


def _entries(path: Path) -> Iterator[Any]:
    try:
        if not path.is_file() or path.stat().st_size > MAX_BYTES:
            return  # no journal of ours
        data = path.read_bytes()
    except OSError:
        return
    for line in data.split(b"\n"):
        if (entry := entry_of(line)) is not None:
            yield entry


def _begun(entry: Any) -> Unfinished | None:
    match entry:
        case {
            "kind": "start",
            "version": int(version),
            "id": str(id_),
            "routine": str(routine),
            "title": str(title),
            "digest": str(digest),
            "options": [*options],
            "phases": int(phases),
            "at": str(at),
            "pace": pair,
        } if version == VERSION and all(isinstance(option, str) for option in options):
            when = datetime.fromisoformat(at)
            start = SessionStart(id_, routine, title, digest, tuple(options), phases, when)
            return Unfinished(start, _pace(pair) or Fraction(1), 0, when)
    return None


def _after(found: Unfinished, entry: Any) -> Unfinished:
    match entry:
        case {"kind": "place", "resume_at": int(index)} if 0 <= index < found.start.phases:
            found = replace(found, index=index)
        case {"kind": "pace", "pace": pair}:
            found = replace(found, pace=_pace(pair) or found.pace)
        case {"kind": "work", "done": True, "side": "right" | None}:
            found = replace(found, sets_done=found.sets_done + 1)
    match entry:
        case {"at": str(at)}:
            found = replace(found, when=datetime.fromisoformat(at))
    return found


def _ending(entry: Any) -> Ending | None:
    match entry:
        case {"kind": "ended", "ending": str(ending)}:
            return Ending(ending)
    return None


def _pace(pair: Any) -> Fraction | None:
    match pair:
        case [int(top), int(bottom)] if bottom > 0 and SLOWEST <= Fraction(top, bottom) <= FASTEST:
            return Fraction(top, bottom)
    return None
