"""What `show` prints: a table, a cue sheet, and JSON that keeps its contract."""

import json
import re
from decimal import Decimal
from pathlib import Path

import pytest
from called import assert_shape, told
from program import run

pytestmark = pytest.mark.usefixtures("quiet_environment")

OPTIONAL_TEXT, OPTIONAL_NUMBER = (str, type(None)), (int, float, type(None))
OPTIONAL_COUNT = (int, type(None))
SHEET = {
    "schema": int,
    "title": str,
    "length_s": float,
    "equipment": list,
    "phases": list,
    "cues": list,
    "chapters": list,
}
PHASE = {
    "kind": str,
    "section": OPTIONAL_TEXT,
    "exercise": OPTIONAL_TEXT,
    "set": OPTIONAL_COUNT,
    "sets": OPTIONAL_COUNT,
    "round": OPTIONAL_COUNT,
    "rounds": OPTIONAL_COUNT,
    "side": OPTIONAL_TEXT,
    "reps": OPTIONAL_COUNT,
    "rep_hold_s": OPTIONAL_NUMBER,
    "seconds": OPTIONAL_NUMBER,
    "hold": bool,
    "breaths": OPTIONAL_COUNT,
    "distance_m": OPTIONAL_COUNT,
    "calories": OPTIONAL_COUNT,
    "load": OPTIONAL_TEXT,
    "onset_s": float,
    "length_s": float,
}
CUE = {
    "kind": str,
    "role": str,
    "text": OPTIONAL_TEXT,
    "sound": OPTIONAL_TEXT,
    "onset_s": float,
    "length_s": float,
}
CHAPTER = {"onset_s": float, "title": str}


def test_show_is_a_table(short: Path) -> None:
    done = run("show", short)
    assert done.stderr == ""
    head, equipment, _, columns, _, *rows = done.stdout.splitlines()
    assert re.fullmatch(r"Short, \d:\d\d", head)
    assert equipment == "equipment: band"
    assert columns.split() == ["at", "section", "exercise", "dose", "time"]
    assert [re.split(r"\s{2,}", row.strip())[1:-1] for row in rows] == [
        ["Legs", "Squat", "2 sets of 2 on each side"],
        ["Core", "Plank", "6 seconds, 2 rounds"],
        ["Bug", "5 seconds, 2 rounds"],
    ]


def test_show_is_german_where_the_coach_is(short: Path) -> None:
    rows = told("show", short, "--language", "de").splitlines()
    doses = [re.split(r"\s{2,}", row.strip())[-2] for row in rows[-3:]]
    assert doses == [
        "2 Sätze mit je 2 pro Seite",
        "6 Sekunden, 2 Runden",
        "5 Sekunden, 2 Runden",
    ]


def test_show_cues_has_a_line_for_everything_that_is_heard(short: Path) -> None:
    lines = told("show", short, "--cues").splitlines()
    sheet = json.loads(told("show", short, "--json"))
    assert sum(not line.startswith(" ") for line in lines) == len(sheet["phases"])
    assert sum(line.startswith("  ") for line in lines) == len(sheet["cues"])
    assert lines[1] == "  0:00.000  chime     [chime]"


def test_show_json_keeps_its_contract(short: Path) -> None:
    sheet = json.loads(told("show", short, "--json"))
    assert_shape(sheet, SHEET)
    assert (sheet["schema"], sheet["title"], sheet["equipment"]) == (2, "Short", ["band"])
    for key, shape in (("phases", PHASE), ("cues", CUE), ("chapters", CHAPTER)):
        assert sheet[key]
        for item in sheet[key]:
            assert_shape(item, shape)
    assert all((cue["text"] is None) == (cue["kind"] == "tone") for cue in sheet["cues"])
    assert all((cue["sound"] is None) == (cue["kind"] == "speech") for cue in sheet["cues"])


def test_show_json_tells_the_work(short: Path) -> None:
    keys = ("section", "exercise", "set", "sets", "round", "rounds", "side", "reps", "seconds")
    phases = json.loads(told("show", short, "--json"))["phases"]
    work = [phase for phase in phases if phase["kind"] == "work"]
    assert [tuple(phase[key] for key in keys) for phase in work] == [
        ("Legs", "Squat", 1, 2, 1, 1, "left", 2, None),
        ("Legs", "Squat", 1, 2, 1, 1, "right", 2, None),
        ("Legs", "Squat", 2, 2, 1, 1, "left", 2, None),
        ("Legs", "Squat", 2, 2, 1, 1, "right", 2, None),
        ("Core", "Plank", 1, 1, 1, 2, None, None, 6),
        ("Core", "Bug", 1, 1, 1, 2, None, None, 5),
        ("Core", "Plank", 1, 1, 2, 2, None, None, 6),
        ("Core", "Bug", 1, 1, 2, 2, None, None, 5),
    ]
    assert [phase["hold"] for phase in work] == [False] * 4 + [True, False] * 2
    assert [phase["length_s"] for phase in work] == [2.0] * 4 + [6.0, 5.0] * 2


def test_show_json_times_tile_the_session(short: Path) -> None:
    sheet = json.loads(told("show", short, "--json"))
    end = 0
    for phase in sheet["phases"]:
        assert frames(phase["onset_s"]) == end
        end += frames(phase["length_s"])
    assert end == frames(sheet["length_s"])
    assert all(0 <= cue["onset_s"] < sheet["length_s"] for cue in sheet["cues"])
    assert sheet["chapters"][0] == {"onset_s": 0.0, "title": "Introduction"}


def test_show_json_times_have_six_decimals_at_most(short: Path) -> None:
    times: list[Decimal] = []
    json.loads(
        told("show", short, "--json", "--pace", "1.37"),
        parse_float=lambda text: times.append(Decimal(text)),
    )
    assert times
    assert all(-int(time.as_tuple().exponent) <= 6 for time in times)


def frames(seconds: float) -> int:
    return round(seconds * 48_000)
