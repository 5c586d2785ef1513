"""What each source makes of what it is given, and that nothing hostile hangs or breaks it."""

import json
import zipfile
from datetime import datetime
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given, settings, strategies as st
from sourced import FITNOTES, HEVY, STRONG, material, openpyxl, original, pdf, sheet

from earcoach.errors import EarcoachError, UsageError
from earcoach.written.reading import Reading
from earcoach.written.source import SourceText
from earcoach.written.sources import apart, registry
from earcoach.written.sources.decoding import decoded
from earcoach.written.sources.given import original_of
from earcoach.written.sources.original import Original, RoutineText
from earcoach.written.sources.registry import material_of

pytest.importorskip("pypdf")


def has_nothing(library: str) -> bool:
    """A computer without the extra."""
    return False


def text(data: bytes | str, name: str = "workout", media_type: str = "") -> SourceText:
    found = material(data, name, media_type)
    assert isinstance(found, SourceText)
    return found


def said(source: SourceText) -> list[str]:
    return [line.text for line in source.lines if line.text]


@pytest.mark.parametrize(
    "data",
    [
        "Kniebeuge – 3×12, für Anfänger".encode(encoding)
        for encoding in ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252")
    ],
)
def test_a_text_may_have_any_encoding(data: bytes) -> None:
    assert decoded(data) == "Kniebeuge – 3×12, für Anfänger"


def test_a_server_may_name_the_encoding() -> None:
    assert decoded("Присед 3x12".encode("koi8-r"), "koi8-r") == "Присед 3x12"
    assert decoded(b"Squat", "no-such-encoding") == decoded(b"Squat", "zip") == "Squat"


def test_what_nobody_sees_is_gone_and_every_blank_is_a_space() -> None:
    assert decoded("Squat\u200b\x00 3\u00a0x\u202f12\r\nLunge\r\u202e5\u2028Plank".encode()) == (
        "Squat 3 x 12\nLunge\n5\nPlank"
    )


def test_plain_text_is_lines_with_their_numbers() -> None:
    found = text("Legs\n\nSquat 3x12\n", "leg-day.txt")
    assert [(line.number, line.text) for line in found.lines] == [
        (1, "Legs"),
        (2, ""),
        (3, "Squat 3x12"),
    ]
    assert (found.name, found.title) == ("leg-day.txt", "Leg day")


@pytest.mark.parametrize(
    "answer",
    [
        "Sure! Here it is:\n\n```yaml\n{}```\n\nEnjoy, and stay safe!",
        "~~~\n{}~~~",
        "Of course.\n\n{}\nLet me know if you want more rest!",
        "1. Save this:\n   ```\n{}   ```\n",
        "```yaml\n{}",
        "A list:\n```\nband\n```\nThe routine:\n```yml\n{}```",
    ],
)
def test_a_routine_is_found_in_an_answer(answer: str) -> None:
    routine = "title: Legs\nexercises:\n  - Squat: 3 x 12\n"
    found = material(answer.format(routine))
    assert isinstance(found, RoutineText)
    assert found.text.strip() == routine.strip()
    line = answer.format(routine).split("\n").index("title: Legs")
    assert found.text.split("\n")[line] == "title: Legs"  # so that mistakes have their place


def test_a_workout_with_a_title_is_no_routine_of_ours() -> None:
    assert isinstance(material("title: Legs\nSquat: 3 x 12\nLunge: 2 x 10\n"), SourceText)
    assert isinstance(material("Exercises:\n- Squat 3x12\n"), SourceText)
    assert isinstance(material("```\nSquat 3x12\n```\n"), SourceText)


def test_a_routine_may_be_json() -> None:
    routine = json.dumps({"title": "Legs", "exercises": [{"Squat": "3 x 12"}]})
    assert isinstance(material(routine, "legs.json"), RoutineText)


PAGE = """<!DOCTYPE html>
<html><head><title>Legs &amp; more</title><style>p {color: red}</style></head><body>
<nav><a href="/">Home</a> 3 x 12</nav>
<main>
<h2>Warm-<em>up</em></h2>
<p>Do this<br>three times</p>
<ol start=1><li>Squat &ndash; 3x12<li>Lunge<ul><li>10 each leg</li></ul></ol>
<p><strong>Core</strong></p>
<table><tr><th>Exercise</th><th>Sets</th></tr>
<tr><td><p>Plank</p></td><td> 3 </td></tr></table>
<div style="display: none">Buy 10 bands</div><script>var squat = "5 x 5";</script>
</main><footer>5 x 5 years</footer></body></html>
"""


def test_a_page_is_lines_that_know_what_they_are() -> None:
    found = text(PAGE, "page.html")
    assert found.title == "Legs & more"
    shown = [
        (line.text, line.heading_level, line.list_marker, line.cells, line.emphasized)
        for line in found.lines
        if line.text
    ]
    assert shown == [
        ("Warm-up", 2, "", (), False),
        ("Do this", 0, "", (), False),
        ("three times", 0, "", (), False),
        ("Squat – 3x12", 0, "1.", (), False),
        ("Lunge", 0, "2.", (), False),
        ("10 each leg", 0, "-", (), False),
        ("Core", 0, "", (), True),
        ("Exercise | Sets", 0, "", ("Exercise", "Sets"), False),
        ("Plank | 3", 0, "", ("Plank", "3"), False),
    ]
    assert next(line for line in found.lines if line.text == "10 each leg").indent == 2


def test_a_page_reads_without_the_extra() -> None:
    page = original("<p>Squat &ndash; 3x12", media_type="text/html")
    found = material_of(page, has=has_nothing)
    assert isinstance(found, SourceText)
    assert "Squat – 3x12" in said(found)


BLOG = """<!doctype html><html><head><title>Core in 10 minutes - Fit</title></head><body>
<div role="navigation"><ul><li><a href="/">Home</a></li></ul></div>
<div class="cookie-banner">We use cookies, 24/7 <button>OK</button></div>
<div class="content"><h1>Core in 10 minutes</h1>
<p>This quick workout is for your whole core, and all that you need for it is a mat.</p>
<p>If you feel pain, stop.</p>
<h2>The workout</h2><p>Do 3 rounds, and rest for 60 seconds between the rounds.</p>
<ul><li><strong>Plank</strong>, 30 seconds</li><li><strong>Dead bug</strong>, 10 on each side</li>
<li>Bird dog, 8 on each side</li></ul>
<table><tr><th>Move</th><th>Sets</th></tr><tr><td>Squat</td><td>3</td></tr></table></div>
<div class="related-posts"><h3>Related</h3><ul><li><a href="/a">12 best squats</a></li></ul></div>
<div class="comments"><h3>2 comments</h3><p>I did 100 reps!</p></div>
<footer>123 Main Street</footer></body></html>
"""


def test_of_a_saved_page_the_main_content_is_read() -> None:
    pytest.importorskip("trafilatura")
    assert said(text(BLOG, "blog.html")) == [
        "Core in 10 minutes",
        "This quick workout is for your whole core, and all that you need for it is a mat.",
        "If you feel pain, stop.",
        "The workout",
        "Do 3 rounds, and rest for 60 seconds between the rounds.",
        "Plank, 30 seconds",
        "Dead bug, 10 on each side",
        "Bird dog, 8 on each side",
        "Move | Sets",
        "Squat | 3",
    ]


def test_a_short_page_keeps_its_lines() -> None:
    page = "<html><body><h1>Leg day</h1><ul><li>Squat 3x12</li></ul></body></html>"
    assert said(text(page, "short.html")) == ["Leg day", "Squat 3x12"]


def test_a_table_that_lays_out_a_page_is_no_table() -> None:
    page = "<table><tr><td>Menu</td><td><p>Legs<p>Squat 3x12<p>Lunge 2x10<p>Plank 30 s</td></table>"
    assert said(text(page, "old.htm")) == ["Menu", "Legs", "Squat 3x12", "Lunge 2x10", "Plank 30 s"]


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("legs.csv", 'Exercise,Sets,Reps\n"Squat, deep",3,12\n\nLunge,2\n'),
        ("legs.csv", "Exercise;Sets;Reps\nSquat, deep;3;12\n\nLunge;2;\n"),
        ("legs.tsv", "Exercise\tSets\tReps\nSquat, deep\t3\t12\n\nLunge\t2\n"),
    ],
)
def test_a_table_is_lines_with_cells(name: str, data: str) -> None:
    lines = text(data, name).lines
    assert [(line.number, line.cells) for line in lines if line.cells] == [
        (1, ("Exercise", "Sets", "Reps")),
        (2, ("Squat, deep", "3", "12")),
        (4, ("Lunge", "2")),
    ]


def test_a_sheet_is_lines_with_cells() -> None:
    data = sheet(("Exercise", "Sets", "Rest"), ("Squat", 3, 1.5), ("Plank", 2.0, None))
    assert said(text(data, "legs.xlsx")) == [
        "Exercise | Sets | Rest",
        "Squat | 3 | 1.5",
        "Plank | 2",
    ]
    assert said(text(data))[1] == "Squat | 3 | 1.5"  # by what is in it


def test_sheets_have_their_names_as_headings_and_hidden_ones_are_left_out() -> None:
    book = openpyxl.Workbook()
    book.active.title = "Monday"
    book.active.append(["Squat", 3])
    book.create_sheet("Friday").append(["Lunge", datetime(2024, 5, 6)])
    book.create_sheet("Sums").sheet_state = "hidden"
    written = BytesIO()
    book.save(written)
    found = text(written.getvalue(), "week.xlsx")
    assert said(found) == ["Monday", "Squat | 3", "Friday", "Lunge | 2024-05-06"]
    assert found.lines[0].heading_level == 2


def test_a_pdf_is_its_lines() -> None:
    found = text(pdf("Leg day", "Squat 3x12"), "legs.pdf")
    assert said(found) == ["Leg day", "Squat 3x12"]
    assert {line.page for line in found.lines} == {1}


def test_a_table_in_a_pdf_stays_one() -> None:
    found = text(pdf("Leg day", "Move        Sets    Reps", "Squat       3       12"), "legs.pdf")
    cells = [line.cells for line in found.lines if line.cells]
    assert cells == [("Move", "Sets", "Reps"), ("Squat", "3", "12")]


def test_a_pdf_without_text_says_so() -> None:
    with pytest.raises(EarcoachError, match=r"`scan\.pdf` has no text in it, only pictures of it"):
        material(pdf(), "scan.pdf")


@pytest.mark.parametrize(("name", "library"), [("a.pdf", "pypdf"), ("a.xlsx", "openpyxl")])
def test_a_missing_library_is_named_with_a_cure(name: str, library: str) -> None:
    with pytest.raises(UsageError, match=f"needs `{library}` installed") as raised:
        material_of(original(b"", name), has=has_nothing)
    assert raised.value.cure == (
        "python -m pip install '.[reading]' in earcoach's folder, "
        "or elsewhere openpyxl pypdf trafilatura lxml-html-clean"
    )


def test_the_table_of_sources_cannot_be_changed() -> None:
    with pytest.raises(TypeError):
        registry.SOURCES["mine"] = registry.SOURCES["text"]  # type: ignore[index]


def test_what_is_no_text_is_refused() -> None:
    with pytest.raises(EarcoachError, match=r"`song\.mp3` is not text"):
        material(bytes(range(256)) * 20, "song.mp3")


def test_there_is_no_such_file() -> None:
    with pytest.raises(UsageError, match=r"there is no file `nowhere\.txt`"):
        original_of("nowhere.txt")


def test_a_huge_file_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "huge.txt"
    with path.open("wb") as file:
        file.truncate(50_000_000_000)
    with pytest.raises(EarcoachError, match="is larger than 20 MB"):
        original_of(str(path))


# --- hostile -----------------------------------------------------------------------------------


def test_a_small_sheet_that_unpacks_to_gigabytes_is_refused() -> None:
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as parts:
        parts.writestr("xl/workbook.xml", b"<workbook/>")
        parts.writestr("xl/worksheets/sheet1.xml", b" " * 200_000_000)
    with pytest.raises(EarcoachError, match="is too large when it is unpacked"):
        material(packed.getvalue(), "bomb.xlsx")


@pytest.mark.parametrize("name", ["x.pdf", "x.xlsx", "x.html"])
@pytest.mark.parametrize("data", [b"", b"\0" * 1000, b"%PDF-1.4\n", b"PK\x03\x04xl/workbook.xml"])
def test_a_broken_file_is_an_answer_and_no_traceback(name: str, data: bytes) -> None:
    with pytest.raises(EarcoachError) as raised:
        found = material(data, name)
        raise EarcoachError(f"read as {found}")
    assert "Traceback" not in raised.value.message


def test_what_takes_too_long_is_ended() -> None:
    reader = "earcoach.written.sources.page:read_page"
    endless = original(b"<html>" + b"<!--" * 400_000, "endless.html")
    with pytest.raises(EarcoachError, match="takes longer than 1 s to read"):
        apart.read_apart(reader, endless, limit_s=1)


@pytest.mark.parametrize(
    "page",
    [
        "<div>" * 20_000,
        "<table><tr><td>" * 5_000,
        "<ul><li>" * 5_000,
        "&#x110000; &#99999999999; &amp",
        "<a <b <c " * 300,
        "</td></tr></table></ul></b></main>",
        "<title><title><b><main><td>x",
        "<nav><nav></nav>hidden",
        "<main></main><main></main><p>seen",
    ],
)
def test_a_page_may_be_broken(page: str) -> None:
    """What is asked of a process of its own, asked here: it costs less, and a crash would show."""
    pytest.importorskip("trafilatura")
    reader = "earcoach.written.sources.main_content:read_main_content"
    assert "lines" in apart.answer(reader, original(page, "broken.html"))


@settings(max_examples=150)
@given(st.binary(max_size=300))
def test_any_bytes_are_a_text_or_no_text(data: bytes) -> None:
    try:
        found = material(data)
    except EarcoachError:
        return
    assert not isinstance(found, SourceText) or all("\x00" not in one for one in said(found))


CSV_LIKE = st.text(alphabet="exrcisdatp,;\t\n\"'0123 -:.", max_size=200)


@settings(max_examples=150)
@given(CSV_LIKE, st.sampled_from([HEVY, STRONG, FITNOTES]), st.integers(0, 600))
def test_any_table_is_read_or_refused(inserted: str, table: str, at: int) -> None:
    for data, name in ((inserted, "x.csv"), (table[:at] + inserted + table[at:], "sets.csv")):
        try:
            assert isinstance(material(data, name), SourceText | Reading)
        except EarcoachError as error:
            assert error.message


READERS = (
    ("earcoach.written.sources.pdf:read_pdf", pdf("Squat 3x12")),
    ("earcoach.written.sources.sheet:read_sheet", sheet(("Squat", 3))),
    ("earcoach.written.sources.page:read_page", PAGE.encode()),
)


@settings(max_examples=60)
@given(st.integers(0, 800), st.binary(min_size=1, max_size=40), st.sampled_from(READERS))
def test_a_damaged_file_is_read_or_refused(
    at: int, damage: bytes, known: tuple[str, bytes]
) -> None:
    reader, whole = known
    damaged = whole[:at] + damage + whole[at + len(damage) :]
    found = apart.answer(reader, Original(data=damaged, name="x"))
    assert "lines" in found or found["error"]
