"""What a live session shows: on screens of any size, as plain lines, and as JSON."""

import io
import json
import os
import re
import subprocess
import sys
from dataclasses import replace
from fractions import Fraction
from typing import IO, Any

import pytest
from conftest import rough_phrase, rough_tone
from heard import Lengths, timeline_in
from hypothesis import example, given, strategies as st
from rich.console import Console
from terminals import new_terminal

import earcoach
from earcoach import Cue, Role
from earcoach.cli.display.digits import GLYPHS, large
from earcoach.cli.display.event_lines import PlainLines, event_lines
from earcoach.cli.display.screen import Screen
from earcoach.cli.display.screen_layout import page
from earcoach.cli.display.screen_state import ScreenState, screen_state
from earcoach.cli.display.views import ViewKind, view, view_kind
from earcoach.language.words import words_in
from earcoach.plan.phases import PhaseKind
from earcoach.plan.planning import make_plan
from earcoach.session.event_json import event_json
from earcoach.session.events import (
    CommandsDropped,
    CueBegan,
    DeviceBack,
    DeviceLost,
    Ended,
    Ending,
    Event,
    PaceChanged,
    Paused,
    PhaseBegan,
    Resumed,
    Status,
)
from earcoach.timeline.cues import Phrase, Tone
from earcoach.timeline.cuesheet import cue_sheet_json

PLAN = make_plan(
    earcoach.loads(
        """\
title: Evening
sections:
  - name: Legs
    exercises:
      - Squat with a band: 2 x 12 each leg, beat 2s, rest 45s
      - Side plank: 1 x 90s hold
"""
    )
)
ENGLISH, GERMAN = words_in("en"), words_in("de")
HINTS = ("space pause", "n next", "p back", "+/- pace", "? help")
SIZES = [(200, 50), (120, 30), (80, 24), (40, 12), (40, 60), (20, 6), (80, 5), (20, 3), (12, 1)]
TIMEOUT_S = 30.0


def number_of(kind: PhaseKind, nth: int = 0) -> int:
    return [n for n, phase in enumerate(PLAN.phases) if phase.kind is kind][nth]


def status(index: int, left_s: float = 20.0, *, paused: bool = False) -> Status:
    return Status(
        phase=PLAN.phases[index],
        cue=None,
        pace=Fraction(11, 10),
        paused=paused,
        left_of_phase_s=left_s,
        left_s=754.0,
        done_share=0.25,
    )


def state_of(index: int, left_s: float = 20.0, *, reps: int = 0, lost: str = "") -> ScreenState:
    return screen_state(PLAN, ENGLISH, status(index, left_s), index=index, reps=reps, lost=lost)


def console_of(width: int, height: int, file: IO[str] | None = None, **environment: str) -> Console:
    """A console of a terminal of this size, whatever the tests run in."""
    return Console(
        width=width,
        height=height,
        file=file or io.StringIO(),
        force_terminal=True,
        highlight=False,
        _environ={"TERM": "xterm-256color"} | environment,
    )


def rows(shown: ScreenState, width: int, height: int, file: IO[str] | None = None) -> list[str]:
    return [row.plain for row in page(shown, console_of(width, height, file), HINTS)]


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


# -- the page -----------------------------------------------------------------------------------


@pytest.mark.parametrize(("width", "height"), SIZES)
@pytest.mark.parametrize("lost", ["", "a reason that is longer than many a terminal is wide"])
def test_a_page_fits_and_shows_the_title(width: int, height: int, lost: str) -> None:
    for index in range(len(PLAN.phases)):
        shown = state_of(index, 83.0, reps=11, lost=lost)
        page_ = rows(shown, width, height)
        assert len(page_) <= height
        assert max(map(len, page_)) <= width
        assert any(shown.title.split()[0] in row for row in page_)


@example(width=1, height=12, number=7)
@given(width=st.integers(1, 250), height=st.integers(1, 80), number=st.integers(0, 9999))
def test_any_size_will_do(width: int, height: int, number: int) -> None:
    shown = replace(state_of(number_of(PhaseKind.WORK)), number=str(number))
    page_ = rows(shown, width, height)
    assert 1 <= len(page_) <= height
    assert max(map(len, page_)) <= width


def test_an_ordinary_terminal_shows_everything() -> None:
    text = "\n".join(rows(state_of(number_of(PhaseKind.WORK), reps=7), 80, 24))
    for part in ("Legs", "Squat with a band", "left, set 1 of 2", "of 12 reps", "next: right"):
        assert part in text
    for part in ("12:34 left", "pace 1.1", "━" * 20 + "─" * 60, *HINTS):
        assert part in text
    for row in large("7", width=80, height=10):
        assert row in text


def test_a_tiny_terminal_keeps_what_matters_and_the_number_large() -> None:
    assert [row.rstrip() for row in rows(state_of(number_of(PhaseKind.WORK), reps=7), 20, 6)] == [
        "        Legs",
        " Squat with a band",
        "left, set 1 of 2, 1…",
        "        ▀▀█",
        "          █",
        "          ▀",
    ]


def test_where_nothing_large_fits_the_number_is_in_words() -> None:
    page_ = rows(state_of(number_of(PhaseKind.WORK), reps=7), 30, 2)
    assert [row.strip() for row in page_] == ["Squat with a band", "7 of 12 reps"]


def test_long_names_are_wrapped_where_there_are_rows_for_it() -> None:
    page_ = [row.strip() for row in rows(state_of(number_of(PhaseKind.WORK)), 12, 40)]
    assert page_[1:4] == ["Squat with a", "band", "left, set 1"]


@pytest.mark.parametrize(("environment", "coloured"), [({}, True), ({"NO_COLOR": "1"}, False)])
def test_without_colours_nothing_is_lost(environment: dict[str, str], coloured: bool) -> None:
    console = console_of(80, 24, **environment)
    for row in page(state_of(number_of(PhaseKind.WORK), reps=7), console, HINTS):
        console.print(row)
    assert isinstance(console.file, io.StringIO)
    written = console.file.getvalue()
    assert bool(re.search(r"\x1b\[[0-9;]*3[0-7]", written)) == coloured
    assert "━━─" in re.sub(r"\x1b\[[0-9;]*m", "", written)


def test_without_unicode_there_are_plain_characters() -> None:
    file = io.TextIOWrapper(io.BytesIO(), encoding="ascii")
    text = "\n".join(rows(state_of(number_of(PhaseKind.WORK), reps=7), 80, 24, file=file))
    assert text.isascii()
    assert "######" in text


@pytest.mark.parametrize("glyph", GLYPHS)
def test_large_digits_are_larger_where_there_is_room(glyph: str) -> None:
    pixels = sum(row.count("#") for row in GLYPHS[glyph])
    halves, once, twice = ("".join(large(glyph, width=80, height=height)) for height in (3, 5, 10))
    assert sum({"█": 2, " ": 0}.get(c, 1) for c in halves) == pixels
    assert once.count("█") == 2 * pixels
    assert twice.count("█") == 8 * pixels


def test_nine_is_as_large_as_ten() -> None:
    for width in range(8, 120):
        nine, ten = (large(number, width=width, height=30) for number in ("9", "10"))
        assert len(nine) == len(ten)


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


# -- lines --------------------------------------------------------------------------------------

WORK = PLAN.phases[number_of(PhaseKind.WORK)]
COUNT = Cue(role=Role.COUNT, onset=24_000, length=19_200, what=Phrase("1"))
EVENTS: list[Event] = [
    PhaseBegan(index=0, phase=PLAN.phases[0], length=96_000),
    PhaseBegan(index=2, phase=WORK, length=24 * 48_000),
    CueBegan(2, COUNT),
    Paused(),
    Resumed(),
    PaceChanged(Fraction(21, 20)),
    DeviceLost("unplugged"),
    DeviceBack(),
    Ended(Ending.QUIT, 2),
]


def test_plain_lines_say_what_happens_and_when(capsys: pytest.CaptureFixture[str]) -> None:
    seconds = iter([100.0, 104.6, 105.0, 106.0, 108.0, 109.0, 110.0, 112.0, 3712.0])
    with event_lines(
        PlainLines("Evening", ENGLISH, lambda: next(seconds)).line, first="keys: q quit"
    ) as shown:
        shown.follow(lambda: status(0))
        for event in EVENTS:
            shown.tell(event)
    assert capsys.readouterr().out == (
        "keys: q quit\n"
        "   0:00  Evening\n"
        "   0:05  Squat with a band, left, set 1 of 2, 12 reps\n"
        "   0:06  paused\n"
        "   0:08  resumed\n"
        "   0:09  pace 1.05\n"
        "   0:10  sound device lost: unplugged\n"
        "   0:12  sound device back\n"
        "1:00:12  end: quit\n"
    )


def test_the_lines_of_a_german_session_are_german() -> None:
    lines = PlainLines("Abend", GERMAN, lambda: 0.0)
    rest = PLAN.phases[number_of(PhaseKind.REST)]
    told = [
        lines.line(event)
        for event in (*EVENTS, PhaseBegan(index=5, phase=rest, length=1), CommandsDropped(40))
    ]
    assert [line.split(maxsplit=1)[1] for line in told if line] == [
        "Abend",
        "Squat with a band, links, Satz 1 von 2, 12 Wiederholungen",
        "angehalten",
        "weiter",
        "Tempo 1.05",
        "Tonausgabe weg: unplugged",
        "Tonausgabe wieder da",
        "Ende: beendet",
        "Pause, dann: Squat with a band, links, Satz 2 von 2",
        "zu viele Befehle auf einmal, 40 ausgelassen: sende sie langsamer",
    ]


def test_json_has_an_object_in_each_line(capsys: pytest.CaptureFixture[str]) -> None:
    with view(ViewKind.JSON, PLAN, ENGLISH) as shown:
        for event in EVENTS:
            shown.tell(event)
    none = dict.fromkeys(
        (
            *("section", "exercise", "set", "sets", "round", "rounds", "side", "reps", "seconds"),
            *("rep_hold_s", "breaths", "distance_m", "calories", "load"),
        )
    )
    intro = {"event": "phase", "index": 0, "kind": "intro", "hold": False, "length_s": 2.0}
    assert [json.loads(line) for line in capsys.readouterr().out.splitlines()] == [
        intro | none,
        {
            "event": "phase",
            "index": 2,
            "kind": "work",
            "section": "Legs",
            "exercise": "Squat with a band",
            "set": 1,
            "sets": 2,
            "round": 1,
            "rounds": 1,
            "side": "left",
            "reps": 12,
            "rep_hold_s": None,
            "seconds": None,
            "hold": False,
            "breaths": None,
            "distance_m": None,
            "calories": None,
            "load": None,
            "length_s": 24.0,
        },
        {
            "event": "cue",
            "index": 2,
            "kind": "speech",
            "role": "count",
            "text": "1",
            "sound": None,
            "length_s": 0.4,
        },
        {"event": "pause"},
        {"event": "resume"},
        {"event": "pace", "pace": 1.05},
        {"event": "device-lost", "reason": "unplugged"},
        {"event": "device-back"},
        {"event": "end", "ending": "quit", "index": 2},
    ]


def test_json_has_the_fields_of_show() -> None:
    timeline = timeline_in(PLAN, Lengths(rough_phrase, rough_tone))
    told = cue_sheet_json(timeline)
    event = {"event", "index"}
    for placed, expected in zip(timeline, told["phases"], strict=True):
        got = event_json(PhaseBegan(index=0, phase=placed.phase, length=placed.length))
        assert {k: v for k, v in got.items() if k not in event} == without_onset(expected)
    cues = [cue for placed in timeline for cue in placed.layout.cues]
    for cue, expected in zip(cues, told["cues"], strict=True):
        got = event_json(CueBegan(0, cue))
        assert {k: v for k, v in got.items() if k not in event} == without_onset(expected)


def without_onset(values: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in values.items() if key != "onset_s"}


TELLING = """\
import sys
from earcoach.session.events import Paused
from earcoach.cli.display.event_lines import event_lines
with event_lines(lambda event: 'x' * 999, first=None) as shown:
    for _ in range(1000):
        shown.tell(Paused())
    print('all is told', file=sys.stderr, flush=True)
"""
"""More than a pipe holds, which is 64 kB."""


def test_who_does_not_read_does_not_stop_the_session() -> None:
    with subprocess.Popen(
        [sys.executable, "-c", TELLING], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stderr is not None
        assert process.stderr.readline() == b"all is told\n"
        written, _ = process.communicate(timeout=TIMEOUT_S)
    assert written.splitlines() == [b"x" * 999] * 1000
    assert process.returncode == 0


def test_who_has_stopped_reading_ends_the_session() -> None:
    unread, stdout = os.pipe()
    os.close(unread)
    with subprocess.Popen(
        [sys.executable, "-c", TELLING], stdout=stdout, stderr=subprocess.PIPE
    ) as process:
        os.close(stdout)
        _, told = process.communicate(timeout=TIMEOUT_S)
    assert b"BrokenPipeError" in told
    assert process.returncode != 0


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
