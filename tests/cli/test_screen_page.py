"""The page that a live session shows, in a terminal of any size."""

import io
import re
from dataclasses import replace
from typing import IO

import pytest
from hypothesis import example, given, strategies as st
from screened import PLAN, console_of, number_of, state_of

from earcoach.cli.display.digits import GLYPHS, large
from earcoach.cli.display.screen_layout import page
from earcoach.cli.display.screen_state import ScreenState
from earcoach.plan.phases import PhaseKind

HINTS = ("space pause", "n next", "p back", "+/- pace", "? help")
SIZES = [(200, 50), (120, 30), (80, 24), (40, 12), (40, 60), (20, 6), (80, 5), (20, 3), (12, 1)]


def rows(shown: ScreenState, width: int, height: int, file: IO[str] | None = None) -> list[str]:
    return [row.plain for row in page(shown, console_of(width, height, file), HINTS)]


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
