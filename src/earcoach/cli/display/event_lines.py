"""A live session as lines on stdout."""

import queue
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from earcoach.cli.streams import write_line
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
from earcoach.timeline.cuesheet import phase_line
from earcoach.units import format_clock

PATIENCE_S = 1.0
"""How long the end of a session waits for whoever reads its lines."""


class PlainLines:
    """Says each event in a line, with the time since the first.

    Cues are heard and not said, unless there is no voice any more.
    """

    def __init__(self, now: Callable[[], float]) -> None:
        """`now` gives the time in seconds."""
        self._now = now
        self._began: float | None = None
        self._voiceless = False

    def line(self, event: Event) -> str | None:
        """The line of an event, if it has one."""
        now = self._now()
        self._began = now if self._began is None else self._began
        self._voiceless = self._voiceless or isinstance(event, VoiceLost)
        what = _words_of(event) if self._voiceless and isinstance(event, CueBegan) else _what(event)
        return what and f"{format_clock(now - self._began):>7}  {what}"


def _words_of(event: CueBegan) -> str | None:
    return f'"{event.cue.what.text}"' if isinstance(event.cue.what, Phrase) else None


def _what(event: Event) -> str | None:
    match event:
        case PhaseBegan(phase=phase):
            return phase_line(phase)
        case Paused():
            return "paused"
        case Resumed():
            return "resumed"
        case PaceChanged(pace=pace):
            return f"pace {float(pace):g}"
        case DeviceLost(reason=reason):
            return f"sound device lost: {reason}"
        case DeviceBack():
            return "sound device back"
        case VoiceLost(reason=reason):
            return f"{reason}; the tones go on"
        case Ended(ending=ending):
            return f"end: {ending}"
        case Answered(text=text):
            return text or None
        case CommandsDropped(count=count):
            return f"too many commands: {count} were not granted"
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
