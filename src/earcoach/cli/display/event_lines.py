"""A live session as lines on stdout."""

import queue
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from earcoach.cli.streams import write_line
from earcoach.language.words import Words
from earcoach.session.events import (
    Answered,
    CommandsDropped,
    CueBegan,
    DeviceBack,
    DeviceLost,
    Ended,
    Event,
    PaceChanged,
    Paused,
    PhaseBegan,
    Resumed,
    Status,
    VoiceLost,
)
from earcoach.timeline.cues import Phrase
from earcoach.timeline.wording.titles import listed_phase
from earcoach.units import format_clock

PATIENCE_S = 1.0
"""How long the end of a session waits for whoever reads its lines."""


class PlainLines:
    """Says each event in a line, with the time since the first.

    Cues are heard and not said, unless there is no voice any more.
    """

    def __init__(self, routine: str, words: Words, now: Callable[[], float]) -> None:
        """In the words of a session of a routine, given by its title; `now` gives the time in
        seconds."""
        self._routine, self._words, self._now = routine, words, now
        self._began: float | None = None
        self._voiceless = False

    def line(self, event: Event) -> str | None:
        """The line of an event, if it has one."""
        now = self._now()
        self._began = now if self._began is None else self._began
        self._voiceless = self._voiceless or isinstance(event, VoiceLost)
        if self._voiceless and isinstance(event, CueBegan):
            what = _quoted(event)
        else:
            what = _what(event, self._routine, self._words)
        return what and f"{format_clock(now - self._began):>7}  {what}"


def _quoted(event: CueBegan) -> str | None:
    return f'"{event.cue.what.text}"' if isinstance(event.cue.what, Phrase) else None


def _what(event: Event, routine: str, words: Words) -> str | None:
    match event:
        case PhaseBegan(phase=phase):
            return listed_phase(phase, routine, words)
        case Paused():
            return words.label("live_paused")
        case Resumed():
            return words.label("live_resumed")
        case PaceChanged(pace=pace):
            return words.label("live_pace", pace=f"{float(pace):g}")
        case DeviceLost(reason=reason):
            return words.label("live_device_lost", reason=reason)
        case DeviceBack():
            return words.label("live_device_back")
        case VoiceLost(reason=reason):
            return words.label("live_voice_lost", reason=reason)
        case Ended(ending=ending):
            return words.label(f"live_ended_{ending.name.casefold()}")
        case Answered(text=text):
            return text or None
        case CommandsDropped(count=count):
            return words.label("live_dropped", count=count)
        case CueBegan():
            return None


class EventLines:
    """A view that writes a line for each event, on a thread of its own.

    So whoever reads slowly, or no more, does not stop the session.
    """

    def __init__(self, line_of: Callable[[Event], str | None]) -> None:
        """`line_of` gives the line of an event, or None for no line."""
        self._line_of = line_of
        self._lines: queue.SimpleQueue[str | None] = queue.SimpleQueue()
        self.failure: OSError | None = None
        self._writer = threading.Thread(target=self._write, name="lines out", daemon=True)
        self._writer.start()

    def tell(self, event: Event) -> None:
        """Write the event, as long as stdout can be written."""
        self.say(self._line_of(event))

    def say(self, line: str | None) -> None:
        """Write a line, if there is one."""
        if line is not None and self.failure is None:
            self._lines.put(line)

    def follow(self, status: Callable[[], Status]) -> None:
        """Events say all that is written."""

    def close(self) -> None:
        """Wait until everything is written, though not for a reader who has stopped reading."""
        self._lines.put(None)
        self._writer.join(PATIENCE_S)

    def _write(self) -> None:
        while (line := self._lines.get()) is not None:
            try:
                write_line(sys.stdout, line)
            except OSError as error:
                self.failure = error
                return


@contextmanager
def event_lines(
    line_of: Callable[[Event], str | None], *, first: str | None
) -> Iterator[EventLines]:
    """A view that writes a first line, if there is one, and a line for each event."""
    lines = EventLines(line_of)
    try:
        lines.say(first)
        yield lines
    finally:
        lines.close()
    if lines.failure is not None:  # the session is over; now it may be told
        raise lines.failure
