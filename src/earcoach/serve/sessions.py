"""Sessions: coaches by what they were made from, so that the same session is made once."""

import hashlib
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

from earcoach import Coach, EarcoachError, UsageError, list_routines, streaming
from earcoach.serve.answers import Refused
from earcoach.serve.shelf import Shelf

MOST, MOST_VOICES = 24, 6
"""Sessions and voices that are kept."""
CHOICES = ("pace", "level", "coaching", "counting", "without", "language", "speech_speed")
"""The settings that the page may choose: none of them names a file, as a voice or music may."""
NO_MUSIC = {"music": None}
Make = Callable[..., Coach]
"""Makes the coach of a routine, with `notice` and settings."""


class Voices:
    """Voices that are open: a session at another pace has the voice of the one before."""

    def __init__(self) -> None:
        self._kept = Shelf[tuple[Coach, list[str]]](most=MOST_VOICES)
        self._lock = threading.Lock()

    def give(self, coach: Coach, notices: list[str]) -> list[str]:
        """Open the voice of a coach, or let it have one that is; gives where that tells trouble."""
        with self._lock:
            key = repr(coach.voice)
            first, told = self._kept.get(key, owner="") or (coach, notices)
            coach.sounds = first.sounds
            self._kept.put(key, (first, told), owner="")
        return told


@dataclass(kw_only=True)
class Session:
    """A session that can be played."""

    id: str
    """What it is known by: the same for the same routine and settings."""
    coach: Coach
    """Who planned it, and speaks."""
    told: list[str]
    """What had to be done otherwise for it."""
    voices: Voices
    """Where its voice comes from."""
    lengths: list[streaming.Length] = field(default_factory=list)
    """The exact lengths of its phases, as far as they are measured."""
    _told_of_voice: list[str] | None = None
    _measuring: Iterator[streaming.Length] | None = None
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
            if self._told_of_voice is None:
                self._told_of_voice = self.voices.give(self.coach, self.told)
                self.coach.timeline  # noqa: B018 (it is made when it is asked for first)
        return self.coach

    @property
    def notices(self) -> list[str]:
        """What had to be done otherwise, such as a voice that takes over."""
        return [*dict.fromkeys((*self.told, *(self._told_of_voice or ())))]

    def measure(self, count: int) -> None:
        """Measure some more phases."""
        coach = self.opened()
        with self._lock:
            self._measuring = self._measuring or streaming.lengths(coach)
            self.lengths.extend(islice(self._measuring, count))


class Sessions:
    """All sessions that are kept."""

    def __init__(self) -> None:
        self._kept = Shelf[Session](most=MOST)
        self._voices = Voices()
        self._lock = threading.Lock()

    def session(self, asked: dict[str, Any], *, client: str) -> Session:
        """The session of a routine's name or text with some settings, under what is usual for the
        user. Raises EarcoachError for what cannot be."""
        make, settings = _maker(asked), _settings_in(asked)
        notices: list[str] = []
        coach = _playable(make, settings, notices)
        made_from = (repr(coach.routine), *coach.settings.written())
        key = hashlib.sha256("\0".join(made_from).encode(errors="replace")).hexdigest()[:24]
        with self._lock:
            kept = self._kept.get(key, owner=client)
            if kept is None:
                kept = Session(id=key, coach=coach, told=notices, voices=self._voices)
                self._kept.put(key, kept, owner=client)
        return kept

    def known(self, key: str, *, client: str) -> Session:
        """The session of an id. Raises Refused when it is not kept any more."""
        with self._lock:
            kept = self._kept.get(key, owner=client)
        if kept is None:
            raise Refused(404, "this session is not there any more", "choose it again")
        return kept


def _playable(make: Make, settings: dict[str, Any], notices: list[str]) -> Coach:
    """The coach; without the user's music where that is gone, which is no reason not to train."""
    try:
        coach = make(notice=notices.append, **settings)
        try:
            coach.check()
        except UsageError:
            if (music := coach.settings.music) is None:
                raise
            coach = make(notice=notices.append, **settings | NO_MUSIC)
            coach.check()
            notices.append(f"the music `{music.name}` cannot be played; going on without it")
    except (TypeError, ValueError, OverflowError):
        raise EarcoachError("a setting cannot be read") from None
    return coach


def _maker(asked: dict[str, Any]) -> Make:
    """What makes the coach of the routine of the catalog, or of the text that is given. A name is
    never a path."""
    document, name = asked.get("document"), asked.get("routine")
    if isinstance(document, str):
        return lambda **given: Coach.of_text(document, **given)
    for entry in list_routines():
        if entry.name == name:
            path = entry.path
            return lambda **given: Coach(path, **given)
    raise Refused(404, "there is no routine of this name", "choose one of the list")


def _settings_in(asked: dict[str, Any]) -> dict[str, Any]:
    """The settings that are given. Raises UsageError for what the page cannot choose."""
    given = asked.get("settings") or {}
    if not isinstance(given, dict):
        raise UsageError("`settings` is not an object")
    chosen: dict[str, Any] = {}
    for name, value in given.items():
        if name == "music" and isinstance(value, bool):
            chosen |= {} if value else NO_MUSIC  # the user's own music, or none
        elif name not in CHOICES:
            raise UsageError(f"the page cannot choose `{name}`")
        elif not _plain(name, value):
            raise UsageError(f"{name} is neither a text nor a number")
        else:
            chosen[name] = value
    return chosen


def _plain(name: str, value: object) -> bool:
    if name == "without":
        return isinstance(value, list) and all(isinstance(item, str) for item in value)
    return value is None or (isinstance(value, str | int | float) and not isinstance(value, bool))
