"""Every mistake as it is shown to the user, to the character."""

import re
from pathlib import Path
from textwrap import dedent

import pytest

import earcoach.routine
from earcoach import InvalidRoutine, loads
from earcoach.routine.diagnostics import Diagnostic, Place, Report
from earcoach.routine.loading import load_with_advice

SHOWN = {
    "R101": (
        """
        title: Legs: the heavy day
        """,
        """
        R101 there is a `:` in this text
         --> legs.yaml:1:12
          |
        1 | title: Legs: the heavy day
          |            ^
          = help: put it in quotes: "Legs: the heavy day"
        """,
    ),
    "R102": (
        """
        title: Legs
        exercises:
          - Squat: 3 x 12
        title: Arms
        """,
        """
        R102 `title` is already set in line 1
         --> legs.yaml:4:1
          |
        4 | title: Arms
          | ^^^^^
        """,
    ),
    "R103": (
        """
        title: Legs
        defaults: &usual
          rest: 45s
        """,
        """
        R103 anchors, aliases and tags are not supported
         --> legs.yaml:2:11
          |
        2 | defaults: &usual
          |           ^
          = help: write the value out
        """,
    ),
    "R104": (
        """
        title: Legs
        exercises: [[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]
        """,
        """
        R104 nested deeper than 16 levels
         --> legs.yaml:2:28
          |
        2 | exercises: [[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]
          |                            ^
        """,
    ),
    "R105": (
        "title: Legs\n" + "#" * 1_000_000,
        """
        R105 the file is larger than 1 MB
         --> legs.yaml:1:1
          |
        1 | title: Legs
          | ^
          = help: a routine is a page or two of text: is this the right file?
        """,
    ),
    "R106": (
        """
        title: Legs \x1b[31m
        """,
        """
        R106 this character is not allowed in a routine
         --> legs.yaml:1:13
          |
        1 | title: Legs �[31m
          |             ^
        """,
    ),
    "R107": (
        """
        # legs, some day
        """,
        """
        R107 the file is empty
         --> legs.yaml:1:1
          |
        1 | # legs, some day
          | ^
        """,
    ),
    "R108": (
        """
        title: Legs
        exercises:
          - Squat: 3 x 12
        ---
        title: Arms
        """,
        """
        R108 a file holds one routine, and a second document starts here
         --> legs.yaml:4:1
          |
        4 | ---
          | ^^^
          = help: put it in a file of its own
        """,
    ),
    "R201": (
        """
        title: Legs
        exercises:
          - Squat: 3 x 12
            rest: 90
        """,
        """
        R201 duration `90` has no unit
         --> legs.yaml:4:11
          |
        4 |     rest: 90
          |           ^^
          = help: did you mean `90s`?
        """,
    ),
    "R202": (
        """
        title: Legs
        exercises:
          - Squat: 3 x 12
            rest: a while
        """,
        """
        R202 `a while` is not a duration
         --> legs.yaml:4:11
          |
        4 |     rest: a while
          |           ^^^^^^^
        """,
    ),
    "R203": (
        """
        title: Legs
        exercises:
          - Squat: 3 x 1200
        """,
        """
        R203 `1200` is not a whole number from 1 to 1000
         --> legs.yaml:3:16
          |
        3 |   - Squat: 3 x 1200
          |                ^^^^
          = help: 1000 are the most at once: make it several sets
        """,
    ),
    "R204": (
        """
        title: Legs
        exercises:
          - Squat: 3 x 12 each flipper
        """,
        """
        R204 `flipper` is not understood here
         --> legs.yaml:3:24
          |
        3 |   - Squat: 3 x 12 each flipper
          |                        ^^^^^^^
          = help: write it like `3 x 12`, `2 x 8 each leg` or `3 x 30s hold, rest 15s`
        """,
    ),
    "R205": (
        """
        title: Legs
        exercises:
          - name: Squat
            sets: some
            reps: 12
        """,
        """
        R205 `some` is not a number such as `12` or `12-15`
         --> legs.yaml:4:11
          |
        4 |     sets: some
          |           ^^^^
        """,
    ),
    "R206": (
        """
        title: Legs
        exercises:
          - Squat: 3 x 12
            position: standin
        """,
        """
        R206 `standin` is not one of: standing, seated, kneeling, all fours, lying
         --> legs.yaml:4:15
          |
        4 |     position: standin
          |               ^^^^^^^
          = help: did you mean `standing`?
        """,
    ),
    "R207": (
        """
        title: Legs
        exercises:
          - Squat: 3 x 12, tempo 3-1, rest 45s
        """,
        """
        R207 `3-1` is not a tempo
         --> legs.yaml:3:26
          |
        3 |   - Squat: 3 x 12, tempo 3-1, rest 45s
          |                          ^^^
          = help: write the seconds of lowering, pause, lifting, pause: `3-1-1-0`
        """,
    ),
    "R208": (
        f"""
        title: Legs
        exercises:
          - Squat: 3 x 12
            setup:
              {"very " * 100}long
        """,
        f"""
        R208 a text has at most 500 characters; this has 504
         --> legs.yaml:5:7
          |
        5 |       {"very " * 38}very
          |       {"^" * 194}
        """,
    ),
    "R209": (
        """
        title: Legs \u202eraed
        exercises:
          - Squat: 3 x 12
        """,
        """
        R209 character U+202E is not allowed here
         --> legs.yaml:1:8
          |
        1 | title: Legs �raed
          |        ^^^^^^^^^^
        """,
    ),
    "R210": (
        """
        title: Legs
        wording: {next_set: "Set {numbr} next"}
        exercises: [Squat: 3 x 12]
        """,
        """
        R210 there is no field `{numbr}` here
         --> legs.yaml:2:26
          |
        2 | wording: {next_set: "Set {numbr} next"}
          |                          ^^^^^^^
          = help: did you mean `number`?
        """,
    ),
    "R211": (
        """
        title: Legs
        wording: {praise: [Good]}
        exercises: [Squat: 3 x 12]
        """,
        """
        R211 there is more than one text to choose from, so that none is said twice in a row
         --> legs.yaml:2:19
          |
        2 | wording: {praise: [Good]}
          |                   ^
          = help: add another one
        """,
    ),
    "R212": (
        """
        title: Legs
        exercises: [Walk: 30 m]
        """,
        """
        R212 `30 m` may be metres or minutes
         --> legs.yaml:2:19
          |
        2 | exercises: [Walk: 30 m]
          |                   ^^^^
          = help: write `30 metres` or `30 min`
        """,
    ),
    "R214": (
        """
        title: Legs
        defaults: {run_pace: fast}
        exercises: [Run: 400 m]
        """,
        """
        R214 `fast` is not a pace
         --> legs.yaml:2:22
          |
        2 | defaults: {run_pace: fast}
          |                      ^^^^
          = help: write it like `5:30/km`
        """,
    ),
    "R301": (
        """
        title: Legs
        exercises:
          - Squat: 3 x 12
            equipmnt: loop band
        """,
        """
        R301 unknown key `equipmnt`
         --> legs.yaml:4:5
          |
        4 |     equipmnt: loop band
          |     ^^^^^^^^
          = help: did you mean `equipment`?
        """,
    ),
    "R302": (
        """
        title: Legs
        exercises:
          - Squat 3 x 12
        """,
        """
        R302 this exercise has no dose
         --> legs.yaml:3:5
          |
        3 |   - Squat 3 x 12
          |     ^^^^^^^^^^^^
          = help: did you mean `Squat: 3 x 12`?
        """,
    ),
    "R303": (
        """
        title: Legs
        exercises:
          - Squat: [3, 12]
        """,
        """
        R303 a single value is needed here, not a list or a mapping
         --> legs.yaml:3:12
          |
        3 |   - Squat: [3, 12]
          |            ^
        """,
    ),
    "R304": (
        """
        title: Legs
        exercises:
          - Squat: 3 x 12
            hold: 30s
        """,
        """
        R304 one dose too many: give reps, a hold or work, once
         --> legs.yaml:4:11
          |
        4 |     hold: 30s
          |           ^^^
        """,
    ),
    "R305": (
        """
        title: Legs
        sections:
          - name: Finisher
            type: amrap
            exercises:
              - Squat: 12
        """,
        """
        R305 a section of type `amrap` needs `cap`
         --> legs.yaml:3:5
          |
        3 |   - name: Finisher
          |     ^
          = help: add a line like `cap: 10 min`
        """,
    ),
    "R306": (
        """
        title: Legs
        exercises: []
        """,
        """
        R306 `exercises` is empty
         --> legs.yaml:2:12
          |
        2 | exercises: []
          |            ^
        """,
    ),
    "R307": (
        """
        title: Legs
        sections:
          - name: Forever
            type: circuit
            rounds: 1000
            exercises:
              - Squat: 7 x 12
              - Lunge: 7 x 8 each leg
        """,
        """
        R307 21,000 sets are more than the 20,000 of a session
         --> legs.yaml:1:1
          |
        1 | title: Legs
          | ^
          = help: check the numbers, and the rounds around them
        """,
    ),
    "R308": (
        """
        title: Legs
        exercises:
          - A1. Squat: 3 x 12
          - Plank: 30s hold
        """,
        """
        R308 `A1` is a label of a superset, and there is no `A2` beside it
         --> legs.yaml:3:5
          |
        3 |   - A1. Squat: 3 x 12
          |     ^
          = help: leave the label out, or put the exercises it belongs to together
        """,
    ),
}
"""For every code: a routine with that one mistake, and all that is shown of it."""

ADVICE = {
    "R401": (
        """
        title: Legs
        sections:
          - name: Finisher
            type: intervals
            work: 20s
            rest: 3s
            exercises: [Squat, Burpee]
        """,
        """
        R401 a rest of 3 s is too short to say `Burpee`
         --> legs.yaml:6:11
          |
        6 |     rest: 3s
          |           ^^
          = help: at least `5s` are needed to hear what comes next
        """,
    ),
    "R402": (
        """
        title: Legs
        sections:
          - name: Finisher
            type: emom
            every: 1 min
            exercises:
              - Squat: 10-20
        """,
        """
        R402 `Squat` takes 60 s and has 55 s of its interval: it will be counted faster
         --> legs.yaml:5:12
          |
        5 |     every: 1 min
          |            ^^^^^
          = help: fewer reps, a faster beat, or a longer `every`
        """,
    ),
    "R403": (
        """
        title: Legs
        exercises:
          - Plank: 1-200 min hold
        """,
        """
        R403 a set of `Plank` lasts 3:20:00
         --> legs.yaml:3:12
          |
        3 |   - Plank: 1-200 min hold
          |            ^^^^^^^^^^^^^^
          = help: check its numbers and units
        """,
    ),
    "R404": (
        """
        title: Legs
        exercises:
          - superset: [Squat: 3 x 12]
        """,
        """
        R404 a superset of one exercise is its sets
         --> legs.yaml:3:5
          |
        3 |   - superset: [Squat: 3 x 12]
          |     ^
        """,
    ),
    "R405": (
        """
        title: Legs
        exercises:
          - Squat: 12, tempo 4-1-1-0, beat 3s
        """,
        """
        R405 the tempo takes 6 s, so the beat of 3 s is not used
         --> legs.yaml:3:12
          |
        3 |   - Squat: 12, tempo 4-1-1-0, beat 3s
          |            ^^^^^^^^^^^^^^^^^^^^^^^^^^
          = help: leave one of them out
        """,
    ),
    "R406": (
        """
        title: Legs
        exercises:
          - 1. Squat: 3 x 12
          - 2. Lunge: 3 x 12
        """,
        """
        R406 `1.` before a name is not said
         --> legs.yaml:3:5
          |
        3 |   - 1. Squat: 3 x 12
          |     ^^^^^^^^
          = help: leave it out; exercises that take turns have labels like `A1.` and `A2.`
        """,
    ),
}
"""Likewise for what is no mistake."""


def unindented(text: str) -> str:
    return dedent(text).removeprefix("\n")


def shown(source: str) -> str:
    with pytest.raises(InvalidRoutine) as caught:
        loads(source, path="legs.yaml")
    return str(caught.value)


@pytest.mark.parametrize("code", SHOWN)
def test_a_mistake_is_shown_as(code: str) -> None:
    source, expected = SHOWN[code]
    assert shown(unindented(source)) + "\n" == unindented(expected)


@pytest.mark.parametrize("code", ADVICE)
def test_advice_is_shown_as(code: str, tmp_path: Path) -> None:
    source, expected = ADVICE[code]
    path = tmp_path / "legs.yaml"
    path.write_text(unindented(source), encoding="utf-8")
    _, (advice,) = load_with_advice(path)
    assert str(advice).replace(str(path), "legs.yaml") + "\n" == unindented(expected)
    cured = unindented(source).replace("3s", "6s").replace("-20", "")
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
