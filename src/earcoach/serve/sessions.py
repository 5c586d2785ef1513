"""Sessions: coaches by what they were made from, so that the same session is made once."""

import hashlib
import threading
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

from earcoach.coach import Coach
from earcoach.errors import EarcoachError, UsageError
from earcoach.routine.catalog import list_routines
from earcoach.routine.loading import load, loads
from earcoach.routine.model import Routine
from earcoach.serve.answers import Refused
from earcoach.serve.shelf import Shelf
from earcoach.settings import Settings

MOST = 24
"""Sessions that are kept."""
CHOICES = ("pace", "level", "coaching", "counting", "without", "language", "voice", "speech_speed")
"""The settings that the page may choose: none of them names a file."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a stream begins."""

    index: int
    """The number of its phase."""
    offset: int
    """The frames that are over of the phase."""
    rest: int = 0
    """The frames of silence that are heard before."""


@dataclass(frozen=True, kw_only=True)
class Session:
    """A session that can be played."""

    id: str
    """What it is known by: the same for the same routine and settings."""
    coach: Coach
    """Its coach."""
    lengths: list[int] = field(default_factory=list)
    """The exact lengths of its phases in frames, as far as they are measured."""
    _lock: threading.Lock = field(default_factory=threading.Lock)

    @property
    def phases(self) -> int:
        """How many phases it has."""
        return len(self.coach.plan.phases)

    @property
    def measured(self) -> bool:
        """Whether all its lengths are known."""
        return len(self.lengths) == self.phases

    def opened(self) -> Coach:
        """Its coach, with a voice that is open once."""
        with self._lock:
            self.coach.timeline  # noqa: B018 (it is made when it is asked for first)
        return self.coach

    def measure(self, count: int) -> None:
        """Measure some more phases."""
        coach = self.opened()
        with self._lock:
            todo = range(len(self.lengths), self.phases)
            for index in islice(todo, count):
                self.lengths.append(coach.timeline[index].length)

    def known_after(self, at: "Place") -> int:
        """Frames of a stream from a place on, as far as its phases are measured."""
        known = self.lengths[at.index :]
        return at.rest + sum(known) - min(at.offset, known[0]) if known else 0


class Sessions:
    """All sessions that are kept."""

    def __init__(self) -> None:
        """Begin with none."""
        self._kept = Shelf[Session](most=MOST)
        self._lock = threading.Lock()

    def session(self, asked: dict[str, Any]) -> Session:
        """The session of a routine's name or text with some settings. Raises EarcoachError for
        what cannot be."""
        routine = routine_of(asked)
        settings = settings_of(asked)
        made_from = (repr(routine), *settings.written())
        key = hashlib.sha256("\0".join(made_from).encode(errors="replace")).hexdigest()[:24]
        with self._lock:
            kept = self._kept.get(key)
        if kept is None:
            kept = Session(id=key, coach=Coach(routine, settings=settings))
            with self._lock:
                self._kept.put(key, kept)
        return kept

    def known(self, key: str) -> Session:
        """The session of an id. Raises Refused when it is not kept any more."""
        with self._lock:
            kept = self._kept.get(key)
        if kept is None:
            raise Refused(404, "this session is not there any more", "choose it again")
        return kept


def routine_of(asked: dict[str, Any]) -> Routine:
    """The routine of the catalog, or the one whose text is given. A name is never a path."""
    document, name = asked.get("document"), asked.get("routine")
    if isinstance(document, str):
        return loads(document)
    for entry in list_routines():
        if entry.name == name:
            return load(entry.path)
    raise Refused(404, "there is no routine of this name", "choose one of the list")


def settings_of(asked: dict[str, Any]) -> Settings:
    """The settings that are given. Raises UsageError for what they cannot be."""
    given = asked.get("settings") or {}
    if not isinstance(given, dict):
        raise UsageError("`settings` is no object")
    for name, value in given.items():
        if name not in CHOICES:
            raise UsageError(f"the page cannot choose `{name}`")
        if not _plain(name, value):
            raise UsageError(f"{name} is neither a text nor a number")
    try:
        return Settings().changed(given)
    except (TypeError, ValueError, OverflowError):
        raise EarcoachError("a setting cannot be read") from None


def _plain(name: str, value: object) -> bool:
    if name == "without":
        return isinstance(value, list) and all(isinstance(item, str) for item in value)
    return value is None or (isinstance(value, str | int | float) and not isinstance(value, bool))
