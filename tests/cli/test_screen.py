"""What a live session shows: on screens of any size, as plain lines, and as JSON."""

import io
import os
import re
import subprocess
import sys
from dataclasses import replace
from typing import Any

import pytest
from screened import ENGLISH, GERMAN, PLAN, TIMEOUT_S, console_of, number_of, state_of, status
from terminals import new_terminal

from earcoach import Cue, Role
from earcoach.cli.display.screen import Screen
from earcoach.cli.display.screen_state import ScreenState, screen_state
from earcoach.cli.display.views import ViewKind, view_kind
from earcoach.plan.phases import PhaseKind
from earcoach.session.events import (
    CueBegan,
    DeviceBack,
    DeviceLost,
    PhaseBegan,
)
from earcoach.timeline.cues import Tone

# -- the state -----------------------------------------------------------------------------------


def test_a_set_shows_the_rep_under_way_of_all() -> None:
    shown = state_of(number_of(PhaseKind.WORK), reps=7)
    assert shown == ScreenState(
        kind=PhaseKind.WORK,
        alarm="",
        section="Legs",
        title="Squat with a band",
        place="left, set 1 of 2, 12 reps",
        number="7",
        unit="of 12 reps",
        upcoming="next: right, set 1 of 2, 12 reps",
        done_percent=25,
        left="12:34 left",
        pace="pace 1.1",
    )


def test_the_first_rep_is_under_way_before_it_is_counted() -> None:
    assert state_of(number_of(PhaseKind.WORK), reps=0).number == "1"


@pytest.mark.parametrize(
    ("left_s", "number", "unit"),
    [
        (90.0, "1:30", "left"),
        (59.2, "1:00", "left"),
        (59.0, "59", "seconds"),
        (0.1, "1", "seconds"),
    ],
)
def test_a_hold_shows_the_seconds_that_have_begun(left_s: float, number: str, unit: str) -> None:
    hold = number_of(PhaseKind.WORK, -1)
    shown = state_of(hold, left_s)
    assert (shown.title, shown.place) == ("Side plank", "1:30 hold")
    assert (shown.number, shown.unit, shown.upcoming) == (number, unit, "")


def test_a_rest_shows_all_about_the_work_to_come() -> None:
    shown = state_of(number_of(PhaseKind.REST), 41.5)
    assert (shown.title, shown.place, shown.number) == ("Rest", "", "42")
    assert shown.upcoming == "next: Squat with a band, left, set 2 of 2, 12 reps"


@pytest.mark.parametrize(
    ("kind", "title"),
    [
        (PhaseKind.INTRO, "Evening"),
        (PhaseKind.PREPARE, "Get ready"),
        (PhaseKind.SWITCH, "Switch sides"),
        (PhaseKind.FINISH, "Finished"),
    ],
)
def test_other_phases_have_a_title_too(kind: PhaseKind, title: str) -> None:
    assert state_of(number_of(kind)).title == title


def test_an_answer_is_shown_where_nothing_is_wrong() -> None:
    index = number_of(PhaseKind.WORK)
    now = status(index)
    shown = screen_state(
        PLAN, ENGLISH, now, index=index, reps=1, lost="", answer="About 1 minute left."
    )
    assert shown.alarm == "About 1 minute left."
    lost = screen_state(PLAN, ENGLISH, now, index=index, reps=1, lost="unplugged", answer="Here.")
    assert lost.alarm == "sound device lost: unplugged"


def test_a_pause_and_a_lost_device_are_alarms_and_the_device_is_the_greater() -> None:
    index = number_of(PhaseKind.WORK)
    paused = status(index, paused=True)
    assert screen_state(PLAN, ENGLISH, paused, index=index, reps=1, lost="").alarm == "paused"
    alarm = screen_state(PLAN, ENGLISH, paused, index=index, reps=1, lost="unplugged").alarm
    assert alarm == "sound device lost: unplugged"


def test_a_german_session_is_shown_in_german() -> None:
    index = number_of(PhaseKind.WORK)
    shown = screen_state(PLAN, GERMAN, status(index), index=index, reps=7, lost="")
    assert shown == ScreenState(
        kind=PhaseKind.WORK,
        alarm="",
        section="Legs",
        title="Squat with a band",
        place="links, Satz 1 von 2, 12 Wiederholungen",
        number="7",
        unit="von 12 Wiederholungen",
        upcoming="als Nächstes: rechts, Satz 1 von 2, 12 Wiederholungen",
        done_percent=25,
        left="noch 12:34",
        pace="Tempo 1.1",
    )
    rest = number_of(PhaseKind.REST)
    paused = status(rest, 12.0, paused=True)
    shown = screen_state(PLAN, GERMAN, paused, index=rest, reps=0, lost="")
    assert (shown.title, shown.unit, shown.alarm) == ("Pause", "Sekunden", "angehalten")


# -- the screen ---------------------------------------------------------------------------------


class Glass:
    """What is seen on a terminal that knows what the screen writes: places, and clearing."""

    CONTROL = re.compile(r"\x1b\[(\??[0-9;]*)([A-Za-z])")

    def __init__(self) -> None:
        self.file = io.StringIO()
        self.rows: dict[int, str] = {}
        self.written = 0

    def look(self) -> list[str]:
        """The rows that are seen now; `written` is how much was written since the last look."""
        text = self.file.getvalue()
        self.file.seek(0)
        self.file.truncate()
        self.written, row, at = len(text), 0, 0
        for control in [*self.CONTROL.finditer(text), None]:
            printed = text[at : control.start() if control else None]
            assert "\n" not in printed
            self.rows[row] = self.rows.get(row, "") + printed
            if control is None:
                break
            at = control.end()
            if control[2] == "J":
                self.rows.clear()
            elif control[2] == "H":
                row = int((control[1] or "1").split(";")[0]) - 1
            elif control[2] == "K":
                self.rows[row] = ""
        return [self.rows.get(number, "") for number in range(max(self.rows) + 1)]


class Stage:
    """A screen with a session behind it that stands where it is put."""

    def __init__(self, width: int = 40, height: int = 12) -> None:
        self.glass = Glass()
        self.console = console_of(width, height, self.glass.file)
        self.screen = Screen(self.console, -1, PLAN, ENGLISH, ())
        self.screen.hold.take()
        self.status = status(number_of(PhaseKind.WORK))
        self.begin(PhaseKind.WORK)

    def begin(self, kind: PhaseKind) -> None:
        index = number_of(kind)
        self.status = status(index)
        self.screen.tell(PhaseBegan(index=index, phase=PLAN.phases[index], length=48_000))

    def count(self) -> None:
        self.screen.tell(CueBegan(0, Cue(role=Role.COUNT, onset=0, length=10, what=Tone("tick"))))

    def seen(self) -> str:
        self.screen.refresh()
        return "\n".join(self.glass.look())


def test_nothing_is_drawn_before_there_is_a_session_nor_when_nothing_changed() -> None:
    stage = Stage()
    stage.seen()
    assert stage.seen() == ""
    stage.screen.follow(lambda: stage.status)
    first = stage.seen()
    assert "Squat with a band" in first
    assert stage.seen() == first
    assert stage.glass.written == 0


def test_what_changes_is_drawn_and_the_rest_stays() -> None:
    stage = Stage()
    stage.screen.follow(lambda: stage.status)
    whole = stage.seen()
    written = stage.glass.written
    stage.status = replace(stage.status, left_s=753.0)
    assert stage.seen() == whole.replace("12:34 left", "12:33 left")
    assert stage.glass.written < written / 4
    stage.begin(PhaseKind.REST)
    assert "Rest" in stage.seen()
    assert "Squat" not in stage.seen().split("next:")[0]


def test_reps_are_counted_by_their_cues() -> None:
    stage = Stage(20, 3)
    stage.screen.follow(lambda: stage.status)
    for _ in range(5):
        stage.count()
    assert "5 of 12 reps" in stage.seen()
    stage.begin(PhaseKind.WORK)
    assert "1 of 12 reps" in stage.seen()


def test_a_lost_device_is_shown_until_it_is_back() -> None:
    stage = Stage()
    stage.screen.follow(lambda: stage.status)
    stage.screen.tell(DeviceLost("unplugged"))
    assert "sound device lost: unplugged" in stage.seen()
    stage.screen.tell(DeviceBack())
    assert "unplugged" not in stage.seen()


def test_a_terminal_of_another_size_is_drawn_anew() -> None:
    stage = Stage(80, 24)
    stage.screen.follow(lambda: stage.status)
    stage.seen()
    stage.console.size = (20, 6)  # type: ignore[assignment]
    rows_ = stage.seen().split("\n")
    assert len(rows_) <= 6
    assert max(map(len, rows_)) <= 20


def test_a_terminal_that_was_given_back_is_not_drawn_on() -> None:
    stage = Stage()
    stage.screen.follow(lambda: stage.status)
    stage.seen()
    stage.screen.hold.give_back()
    stage.glass.look()
    stage.begin(PhaseKind.REST)
    stage.seen()
    assert stage.glass.written == 0
    stage.screen.hold.take()
    assert "Rest" in stage.seen()


SHOWN = """\
import os, signal, sys, threading
import earcoach
from earcoach.plan.planning import make_plan
from earcoach.session.events import Status
from earcoach.cli.display.views import ViewKind, view
from earcoach.language.words import words_in
signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
plan = make_plan(earcoach.loads("title: Go\\nexercises: [{Hop: 1 x 2}]"))
followed = threading.Event()
def status():
    followed.set()
    return Status(
        phase=plan.phases[0], cue=None, pace=1, paused=False,
        left_of_phase_s=5.0, left_s=5.0, done_share=0.0,
    )
with view(ViewKind.SCREEN, plan, words_in()) as shown:
    shown.follow(status)
    followed.wait()
    print("a notice", file=sys.stderr)
    ENDING
"""


@pytest.mark.parametrize(
    ("ending", "code"),
    [
        ("pass", 0),
        ("raise RuntimeError", 1),
        ("os.kill(os.getpid(), signal.SIGTERM)", 143),
        ("signal.default_int_handler(2, None)", -2),
    ],
)
def test_the_terminal_is_as_before_and_notices_come_afterwards(ending: str, code: int) -> None:
    seen, terminal = new_terminal()
    with subprocess.Popen(
        [sys.executable, "-c", SHOWN.replace("ENDING", ending)],
        env=os.environ | {"TERM": "xterm", "COLUMNS": "40", "LINES": "12"},
        stdin=subprocess.DEVNULL,
        stdout=terminal,
        stderr=terminal,
    ) as process:
        os.close(terminal)
        text = b""
        with os.fdopen(seen, "rb", buffering=0) as reader:
            while chunk := _read(reader):
                text += chunk
        assert process.wait(TIMEOUT_S) == code
    before, screen, after = re.split(rb"\x1b\[\?1049[hl]", text)
    assert before == b""
    assert b"Go" in screen
    assert screen.count(b"\x1b[?25l") == screen.count(b"\x1b[?25h") == 1
    assert b"a notice" not in screen
    assert after.startswith(b"a notice")


def _read(reader: Any) -> bytes:
    try:
        return bytes(reader.read(4096))
    except OSError:  # how Linux says that the last program has left the terminal
        return b""


# -- which way ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("terminal", "term", "plain", "as_json", "kind"),
    [
        (True, "xterm", False, False, ViewKind.SCREEN),
        (True, "xterm", True, False, ViewKind.PLAIN),
        (True, "xterm", True, True, ViewKind.JSON),
        (True, "dumb", False, False, ViewKind.PLAIN),
        (False, "xterm", False, False, ViewKind.PLAIN),
        (False, "xterm", False, True, ViewKind.JSON),
    ],
)
def test_the_way_fits_the_terminal_and_the_options(
    terminal: bool,
    term: str,
    plain: bool,
    as_json: bool,
    kind: ViewKind,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(sys.stdout, "isatty", lambda: terminal)
    monkeypatch.setenv("TERM", term)
    assert view_kind(plain=plain, as_json=as_json) is kind
