"""Every mistake as it is shown to the user, to the character."""

import re
from pathlib import Path
from textwrap import dedent

import pytest

import earcoach.routine
from earcoach import InvalidRoutine, loads
from earcoach.routine.diagnostics import Diagnostic, Place, Report
from earcoach.routine.loading import load_with_advice


def unindented(text: str) -> str:
    return dedent(text).removeprefix("\n")


def cases(name: str) -> dict[str, tuple[str, str]]:
    """Texts by their codes, each with what is shown of it, from a file."""
    found = {}
    text = Path(__file__).with_name(name).read_text(encoding="utf-8")
    for case in text.split("=== ")[1:]:
        code, _, rest = case.partition("\n")
        source, _, told = rest.partition("--- is shown as\n")
        found[code] = source, told
    return found


ADVICE = cases("advice.txt")
"""What is no mistake and still gets advice."""
SHOWN = cases("mistakes.txt") | {
    "R105": (
        "title: Legs\n" + "#" * 1_000_000,
        unindented(
            """
            R105 the file is larger than 1 MB
             --> legs.yaml:1:1
              |
            1 | title: Legs
              | ^
              = help: a routine is a page or two of text: is this the right file?
            """
        ),
    ),
}
"""What is one."""


def shown(source: str) -> str:
    with pytest.raises(InvalidRoutine) as caught:
        loads(source, path="legs.yaml")
    return str(caught.value)


@pytest.mark.parametrize("code", SHOWN)
def test_a_mistake_is_shown_as(code: str) -> None:
    source, expected = SHOWN[code]
    assert shown(source) + "\n" == expected


@pytest.mark.parametrize("code", ADVICE)
def test_advice_is_shown_as(code: str, tmp_path: Path) -> None:
    source, expected = ADVICE[code]
    path = tmp_path / "legs.yaml"
    path.write_text(source, encoding="utf-8")
    _, (advice,) = load_with_advice(path)
    assert str(advice).replace(str(path), "legs.yaml") + "\n" == expected
    cured = source.replace("3s", "6s").replace("-20", "")
    cured = cured.replace("superset: [", "superset: [Lunge: 3 x 8, ")
    cured = cured.replace("1. ", "").replace("2. ", "")
    path.write_text(cured, encoding="utf-8")
    assert load_with_advice(path)[1] == ()


TITLE = "title: T\n"
ITEM = f"{TITLE}exercises:\n  - Squat: 1 x 2\n"
NO_YAML = {
    ITEM.replace("  -", "\t-"): (
        "this line is indented with a tab",
        "indent with spaces, two more for each level",
    ),
    f"{ITEM}\t\tcues: a\n": (
        "this line is indented with a tab",
        "indent with spaces, two more for each level",
    ),
    f"{TITLE}  rest: 90s\n": (
        "this line is indented differently from the others",
        "start it in column 1, below what starts there in line 1",
    ),
    f"{ITEM}    - Lunge: 2 x 2\n": (
        "this line is indented differently from the others",
        "start it in column 3, below what starts there in line 3",
    ),
    f"{ITEM} - Lunge: 2 x 2\n": (
        "this line is indented differently from the others",
        "start it in column 3, below what starts there in line 3",
    ),
    f"{ITEM}   cues: a\n": (
        "this line is indented differently from the others",
        "start it in column 5, below what starts there in line 3",
    ),
    ITEM.replace("- ", "-") + "  - Lunge: 2 x 2\n": (
        "this `-` has no space after it",
        "write `- `",
    ),
    f'{TITLE}exercises:\n  - Squat: "3 x 12\n': (
        'the `"` that stands here has no second one where the text ends',
        'write `"` at the end of the text too, or take this one away',
    ),
    'title: "Legs\nexercises:\n  - name: "Squat"\n': (
        'the `"` that stands here has no second one where the text ends',
        'write `"` at the end of the text too, or take this one away',
    ),
    f"{ITEM}    cues: 'don't lean'\n": (
        "the text ended with the `'` before this",
        "put all of it in quotes (write `''` for a `'` inside)",
    ),
    f"{TITLE}exercises: [Squat: 3 x 12,\n  Lunge: 3 x 12\n": (
        "the `[` that stands here has no `]`",
        "write `]` where it ends, or quotes around a text that begins with `[`",
    ),
    f"{TITLE}exercises:\n  - {{name: Squat, sets: 3\n  - Lunge: 3 x 12\n": (
        "the `{` that stands here has no `}`",
        "write `}` where it ends, or quotes around a text that begins with `{`",
    ),
    f"{TITLE}exercises: [\n  Squat: 3 x 12\n  Lunge: 3 x 12\n]\n": (
        "a `,` is missing before this",
        "put one between two values, or a `]` after the last",
    ),
    f"{TITLE}exercises:\n  - [Squat: 3 x 12]]\n": (
        "there is no `[` that this `]` closes",
        "take it away",
    ),
    ITEM.replace("exercises:", "exercises"): (
        "this is neither `key: value` nor an item of a list",
        "is a `:` missing at its end, or a `- ` at its start?",
    ),
}
"""Texts that are no YAML, and what is told of them."""


@pytest.mark.parametrize("source", NO_YAML)
def test_bad_indentation_is_told_in_plain_words(source: str) -> None:
    message, cure = NO_YAML[source]
    lines = shown(source).splitlines()
    assert (lines[0], lines[-1].strip()) == (f"R101 {message}", f"= help: {cure}")


@pytest.mark.parametrize(
    ("source", "place"),
    [
        ('title: Legs\nexercises:\n  - Squat: "3 x 12\n  - Lunge: 3 x 12\n', "3:12"),
        ('title: "Legs\nexercises:\n  - name: "Squat"\n', "1:8"),
        ("title: Legs\nexercises: [Squat: 3 x 12,\n  Lunge: 3 x 12\n", "2:12"),
        ("title: [Legs]]\n", "1:14"),
    ],
)
def test_what_breaks_off_is_told_where_it_began(source: str, place: str) -> None:
    assert f".yaml:{place}" in shown(source).splitlines()[1]


def test_a_rest_of_hours_is_noticed_like_a_set_of_hours(tmp_path: Path) -> None:
    path = tmp_path / "legs.yaml"
    path.write_text("title: Legs\nexercises:\n  - Squat: 3 x 12, rest 90 s\n", encoding="utf-8")
    assert load_with_advice(path)[1] == ()
    path.write_text("title: Legs\nexercises:\n  - Squat: 3 x 12, rest 2 hours\n", encoding="utf-8")
    _, (advice,) = load_with_advice(path)
    assert str(advice).replace(str(path), "legs.yaml") + "\n" == unindented(
        """
        R403 a rest of `Squat` lasts 2:00:00
         --> legs.yaml:3:12
          |
        3 |   - Squat: 3 x 12, rest 2 hours
          |            ^^^^^^^^^^^^^^^^^^^^
          = help: check its numbers and units
        """
    )


def test_every_code_in_the_source_is_shown_here() -> None:
    folder = Path(earcoach.routine.__file__).parent
    source = "".join(path.read_text(encoding="utf-8") for path in folder.rglob("*.py"))
    assert set(re.findall(r'"(R\d{3})"', source)) == set(SHOWN) | set(ADVICE)


def test_mistakes_are_shown_with_an_empty_line_between() -> None:
    blocks = shown("exercises: [Squat: 3 x]\n").split("\n\n")
    assert [block.partition("\n")[0] for block in blocks] == [
        "R302 `title` is missing",
        "R204 a number of reps or a duration is missing",
    ]


def caret_line(source: str, column: int, *, length: int = 1) -> str:
    text = str(
        Diagnostic(
            code="R999", message="so", path="a.yaml", place=Place(1, column, length), source=source
        )
    )
    return text.splitlines()[-1]


@pytest.mark.parametrize(
    ("source", "column", "expected"),
    [
        ("rest: 90", 7, "  |       ^"),
        ("\trest: 90", 8, "  |           ^"),
        ("a\trest: 90", 9, "  |           ^"),
        ("für: 90", 6, "  |      ^"),
        ("", 1, "  | ^"),
    ],
)
def test_the_caret_stands_under_its_column(source: str, column: int, expected: str) -> None:
    assert caret_line(source, column) == expected


def test_tabs_before_the_caret_are_as_wide_as_in_the_line_above() -> None:
    """The tab is a separator inside the text, where YAML allows one."""
    text = shown("title: T\nexercises:\n  - Squat:\t3 x 12, rest\t90\n")
    line, carets = text.splitlines()[3:5]
    assert "\t" not in text
    assert line.index("90") == carets.index("^^")


def test_carets_end_with_the_line() -> None:
    assert caret_line("rest: 90", 7, length=50) == "  |       ^^"


def test_of_a_long_line_only_the_part_with_the_mistake_is_shown() -> None:
    title = " ".join(f"word{n}" for n in range(60))
    text = shown(f"{{title: {title}, exercises: [Squat: 3 x 12 rest 90]}}")
    line, carets = text.splitlines()[3:5]
    assert len(line) < 250
    assert line[carets.index("^") :].startswith("90]}")


def test_line_numbers_push_the_margin() -> None:
    text = shown("\n" * 99 + "title: Legs\nexercises: []\n")
    assert text.splitlines()[1:] == [
        "   --> legs.yaml:101:12",
        "    |",
        "101 | exercises: []",
        "    |            ^",
    ]


def test_a_report_sorts_its_mistakes_by_place() -> None:
    report = Report(path="a.yaml", lines=["one", "two"])
    for place in (Place(2, 1), Place(1, 3), Place(1, 1)):
        report.add("R999", "so", place)
    with pytest.raises(InvalidRoutine) as caught:
        report.raise_if_any()
    assert [d.place for d in caught.value.diagnostics] == [Place(1, 1), Place(1, 3), Place(2, 1)]


def test_the_exit_code_is_that_of_an_invalid_routine() -> None:
    with pytest.raises(InvalidRoutine) as caught:
        loads("")
    assert caught.value.exit_code == 3
