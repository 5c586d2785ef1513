"""Any text is understood or refused in words: nothing crashes, and a long line ends."""

import json
import sys
from itertools import product
from types import FrameType

import pytest
from hypothesis import given, settings, strategies as st

from earcoach.errors import EarcoachError
from earcoach.written import explain, read
from earcoach.written.assuming import completed
from earcoach.written.parts import parts, tongue
from earcoach.written.scoring import reading_json
from earcoach.written.short_form import as_yaml
from earcoach.written.source import SourceLine, SourceText, lines_of

WORDS = (
    "squat plank 3 12 x 10-8-6 3x12 30s 1:30 :30 sets of reps each side leg rest between "
    "rounds AMRAP EMOM every minute for time round 4 rounds : - – | , ; ( ) ** # - * 1. A1. "
    "A) [x] @ 60 kg % RPE repeat times hold breaths m 400m 40 metres and then max failure "
    "warm-up cool down tabata on off 21-15-9 10/10 L R left right Stop if it hurts you need "
    "a band same again 5+ ½ 1,5 km 0 99999 Sätze pro Bein Pause je ||| --- === ``` > &nbsp; "
    "<b> \t   \u200b ß ٣ ³ 🏋 a an half dozen twelve"
)
lines = st.lists(st.sampled_from(WORDS.split(" ")), max_size=14).map(" ".join)
texts = st.one_of(st.text(max_size=300), st.lists(lines, max_size=12).map("\n".join))


def understood_or_refused(source: SourceText) -> None:
    try:
        reading = read(source)
    except EarcoachError as error:
        assert error.message
        return
    numbers = {line.number for line in source.lines}
    told = [exercise.name for section in reading.sections for exercise in section.exercises]
    assert {name.line for name in told} <= numbers
    assert all(name.value.strip() for name in told)
    json.dumps(reading_json(reading))


@settings(max_examples=150, deadline=None)
@given(texts)
def test_any_text_is_understood_or_refused(text: str) -> None:
    understood_or_refused(lines_of(text))


@settings(max_examples=50, deadline=None)
@given(st.lists(st.lists(lines, min_size=1, max_size=5).map(tuple), max_size=8))
def test_any_table_is_understood_or_refused(rows: list[tuple[str, ...]]) -> None:
    understood_or_refused(rows_of(*rows))


BEFORE = ("", "5 min row", "12", "12 reps", "10 of", "1:30", "row 5 x", "legs:", "row,", "(", "1,")
ENDS = (
    "each side",
    "a side",
    "on each leg",
    "/leg",
    "r15",
    "twice",
    "2 laps",
    "x 40 m",
    "5 x",
    "234",
)


def test_a_dose_at_the_end_of_a_line_is_what_it_is_in_the_middle() -> None:
    """Equal ends of lines are read only once, and only where what is before them is equal too."""
    for before, end in product(BEFORE, ENDS):
        for text in (f"{before} {end}", f"{before}{end}"):
            assert parts(text, tongue("en")) == parts(text + 100 * " ", tongue("en")), text


def test_a_table_of_nothing_but_numbers_is_read() -> None:
    for head in ("Exercise | Sets | Reps", "Set | Sets | Name", "Sets | Reps | Day"):
        understood_or_refused(lines_of(f"{head}\n5 | 3 | 10\n7 | 3 | 12\n"))
        understood_or_refused(lines_of(head.replace(" | ", ",") + "\n5,3,10\n,,\n"))


def test_a_long_line_of_anything_ends() -> None:
    for piece in (
        "1, 2, ",
        "10-8-",
        "3 x ",
        "each (",
        "1/2 ",
        "rest ",
        "a ",
        "- ",
        "**",
        "|",
        "A1. ",
    ):
        understood_or_refused(lines_of(piece * 5000))


def test_the_stages_of_a_reading_are_shown() -> None:
    shown = explain(lines_of("Legs\n- Squat 3x12"))
    assert "== what each line says" in shown
    assert "exercise: name=Squat (written, line 2)" in shown


LONG = {
    "names under one dose": ("3 x 10 of each:\n", "- Squat {w}\n"),
    "doses": ("", "Squat {w} 3 x {n}\n"),
    "headings with nothing below": ("", "## Part {w}\nSit up straight, {w}.\n"),
    "rounds without exercises": ("Part\n", "{n} rounds\nBreathe calmly, {w}.\n"),
    "names and repeats": ("Part\n", "1. Squat {w}\nRepeat {n} times\n"),
    "rests by name": ("", "Rest 90 s, 3 min on squats {w}\nSquat {w} 3 x {n}\n"),
    "notes": ("Squat 3 x 10\n", "Keep your back straight, {w}.\n"),
    "names at another depth": ("- Squat 3 x 10\n", "  - Squat {w}\n"),
}


@pytest.mark.parametrize("name", LONG)
def test_the_work_of_reading_grows_no_faster_than_the_text(name: str) -> None:
    first, more = LONG[name]
    short, long = (
        calls_of(
            lines_of(first + "".join(more.format(w=word(n), n=n % 20 + 2) for n in range(number)))
        )
        for number in (200, 800)
    )
    assert long < 4.4 * short


def test_no_row_is_read_further_than_a_line() -> None:
    short, long = (
        calls_of(rows_of(("Exercise", *number * ("Set",)), ("Squat", *number * ("3 x 10",))))
        for number in (500, 2000)
    )
    assert long < 1.5 * short


def rows_of(*rows: tuple[str, ...]) -> SourceText:
    numbered = enumerate(rows, start=1)
    made = (SourceLine(number=n, text=" | ".join(cells), cells=cells) for n, cells in numbered)
    return SourceText(lines=tuple(made))


def word(number: int) -> str:
    """A number in letters, which no grammar reads."""
    return "".join("bcdfghjklm"[int(digit)] for digit in f"{number:04}")


def calls_of(source: SourceText) -> int:
    """How many functions are called to read a text, and to make a routine of it."""
    calls = 0

    def count(frame: FrameType, event: str, argument: object) -> None:
        nonlocal calls
        calls += 1

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        as_yaml(completed(read(source)))
    finally:
        sys.setprofile(before)
    return calls
