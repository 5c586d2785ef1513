"""A live session on the whole terminal, for a glance from the mat."""

import io
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, redirect_stderr, suppress
from dataclasses import dataclass
from itertools import zip_longest

from rich.console import Console
from rich.control import Control
from rich.segment import ControlType
from rich.text import Text

from earcoach.cli.controls.terminal import PATIENCE_S, Hold, holding
from earcoach.cli.display.screen_layout import page
from earcoach.cli.display.screen_state import ScreenState, screen_state
from earcoach.language.words import Words
from earcoach.plan.phases import Plan
from earcoach.session.events import (
    Answered,
    CueBegan,
    DeviceBack,
    DeviceLost,
    Event,
    PhaseBegan,
    Status,
    VoiceLost,
)
from earcoach.timeline.cues import Role

REFRESH_S = 0.25
ANSWER_DRAWS = 20
"""So often an answer is drawn: five seconds."""
ERASE_LINE = Control((ControlType.ERASE_IN_LINE, 2))


@dataclass(frozen=True)
class Drawn:
    """What is on the terminal."""

    state: ScreenState
    """What it shows."""
    size: tuple[int, int]
    """Columns and rows of the terminal."""
    rows: list[Text]
    """The rows as they were drawn."""


class Screen:
    """A view that redraws the terminal a few times a second, where something has changed."""

    def __init__(
        self, console: Console, terminal: int, plan: Plan, words: Words, hints: tuple[str, ...]
    ) -> None:
        """Draw on a console, which writes to an open terminal, in the words of a session; `hints`
        say what the keys do."""
        self.hold = Hold(terminal, self._take, self._give_back)
        self._console, self._hints = console, hints
        self._plan, self._words = plan, words
        self._status: Callable[[], Status] | None = None
        self._index, self._reps, self._lost = 0, 0, ""
        self._voiceless = False
        self._answer, self._answer_draws = "", 0
        self._drawn: Drawn | None = None

    def tell(self, event: Event) -> None:
        """Remember what is to be shown."""
        match event:
            case PhaseBegan(index=index):
                self._index, self._reps = index, 0
            case CueBegan(cue=cue) if cue.role is Role.COUNT:
                self._reps += 1
            case DeviceLost(reason=reason):
                self._lost = reason
            case DeviceBack():
                self._lost = ""
            case VoiceLost():
                self._voiceless = True
            case Answered(text=text):
                self._answer, self._answer_draws = text, ANSWER_DRAWS

    def follow(self, status: Callable[[], Status]) -> None:
        """From now on there is something to show."""
        self._status = status

    def draw_until(self, ended: threading.Event) -> None:
        """Keep what is shown up to date."""
        with suppress(OSError):  # the terminal is gone, and the session goes on
            while not ended.wait(REFRESH_S):
                self.refresh()

    def refresh(self) -> None:
        """Draw what has changed since the last time."""
        with self.hold.lock:
            if self._status is None or not self.hold.is_ours():
                return
            shown = screen_state(
                self._plan,
                self._words,
                self._status(),
                index=self._index,
                reps=self._reps,
                lost=self._lost,
                voiceless=self._voiceless,
                answer=self._answer if self._answer_draws else "",
            )
            self._answer_draws = max(0, self._answer_draws - 1)
            width, height = self._console.size
            old = self._drawn if self._drawn and self._drawn.size == (width, height) else None
            if old is None or old.state != shown:
                rows = page(shown, self._console, self._hints)
                self._draw(rows, old.rows if old else None)
                self._drawn = Drawn(shown, (width, height), rows)

    def _draw(self, rows: list[Text], old: list[Text] | None) -> None:
        """Draw the rows that are not there yet, in one write."""
        with self._console:
            if old is None:
                self._console.control(Control.clear())
            for number, (before, after) in enumerate(zip_longest(old or [], rows)):
                if before != after:
                    self._console.control(Control.move_to(0, number), ERASE_LINE)
                    self._console.print(after or "", end="", no_wrap=True, crop=True)

    def _take(self) -> None:
        self._drawn = None
        with suppress(OSError):
            self._console.set_alt_screen(True)
            self._console.show_cursor(False)

    def _give_back(self) -> None:
        with suppress(OSError):
            self._console.show_cursor(True)
            self._console.set_alt_screen(False)


@contextmanager
def on_screen(plan: Plan, words: Words, hints: tuple[str, ...]) -> Iterator[Screen]:
    """Show a session on the terminal of stdout; what was there before comes back at the end."""
    screen = Screen(Console(highlight=False), sys.stdout.fileno(), plan, words, hints)
    ended = threading.Event()
    thread = threading.Thread(target=screen.draw_until, args=(ended,), name="screen", daemon=True)
    with _notices_later(), holding(screen.hold):
        thread.start()
        try:
            yield screen
        finally:
            ended.set()
            thread.join(PATIENCE_S)


@contextmanager
def _notices_later() -> Iterator[None]:
    """Keep what is written to stderr for the end, if it would be written over the screen."""
    if sys.stderr is None or not sys.stderr.isatty():
        yield
        return
    kept = io.StringIO()
    try:
        with redirect_stderr(kept):
            yield
    finally:
        sys.stderr.write(kept.getvalue())
