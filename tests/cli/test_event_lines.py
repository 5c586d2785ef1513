"""What a session tells line by line: plain lines, and JSON."""

import json
import os
import subprocess
import sys
from fractions import Fraction
from typing import Any

import pytest
from conftest import rough_phrase, rough_tone
from heard import Lengths, timeline_in
from screened import ENGLISH, GERMAN, PLAN, TIMEOUT_S, number_of, status

from earcoach import Cue, Role
from earcoach.cli.display.event_lines import PlainLines, event_lines
from earcoach.cli.display.views import ViewKind, view
from earcoach.plan.phases import PhaseKind
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
)
from earcoach.timeline.cues import Phrase
from earcoach.timeline.cuesheet import cue_sheet_json

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
