"""Files as they come: every kind of YAML that is no routine is refused, fast and at its place."""

import time
from pathlib import Path

import pytest
import yaml
from mistaken import LEGS, is_plain

from earcoach import EarcoachError, InvalidRoutine, UsageError, load, loads
from earcoach.routine.diagnostics import Diagnostic


def mistakes(source: str | bytes) -> tuple[Diagnostic, ...]:
    """What is wrong with a routine; a test fails when nothing is."""
    with pytest.raises(InvalidRoutine) as caught:
        loads(source, path="legs.yaml")
    return caught.value.diagnostics


def under_caret(found: Diagnostic, source: str) -> str:
    """The text that the caret of a mistake points at."""
    line = source.splitlines()[found.place.line - 1]
    start = found.place.column - 1
    return line[start : start + found.place.length]


def exercise(item: str) -> str:
    return f"title: T\nexercises:\n  - {item}\n"


# -- all mistakes at once, at their places ---------------------------------------------------------


def test_all_mistakes_of_a_file_are_shown_in_its_order() -> None:
    """
    summary: no title
    defaults: {rest: 90}
    sections:
      - name: Legs
        type: circut
        exercises:
          - Squat: 3 x
            equipmnt: mat
          - Lunge 3 x 12
      - exercises: []
    """
    found = mistakes(test_all_mistakes_of_a_file_are_shown_in_its_order.__doc__ or "")
    assert [(mistake.code, mistake.place.line) for mistake in found] == [
        ("R302", 2),
        ("R201", 3),
        ("R206", 6),
        ("R204", 8),
        ("R301", 9),
        ("R302", 10),
        ("R302", 11),
        ("R306", 11),
    ]


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r", "\x85", "\u2028"])
@pytest.mark.parametrize("start", ["", "\ufeff", "# Knie\u0308beuge 🏋\n\n"])
def test_places_do_not_depend_on_line_ends_marks_and_comments(start: str, line_end: str) -> None:
    before = start.removeprefix("\ufeff").count("\n")
    text = (start + exercise("Squat: 3 x 12, rest 90")).replace("\n", line_end)
    (found,) = mistakes(text)
    assert (found.place.line, found.place.column, found.place.length) == (before + 3, 25, 2)


def test_a_mistake_in_a_last_line_without_its_end() -> None:
    text = exercise("Squat: 3 x 12, rest 90").rstrip("\n")
    (found,) = mistakes(text)
    assert under_caret(found, text) == "90"


@pytest.mark.parametrize(
    ("item", "under"),
    [
        ('Squat: "3 x 12, rest 90"', "90"),
        ("Squat: '3 x 12, rest 90'", "90"),
        ("Kniebeuge für Fortgeschrittene 🏋: 3 x 12, rest 90", "90"),
        ("{Squat: 3 x 12\t, rest: 90 }", "90"),
        ('Squat: "3\\x20x 12, rest 90"', '"3\\x20x 12, rest 90"'),
        ("Squat: '3 x 12 ''wide'''", "'3 x 12 ''wide'''"),
        ("Squat: 3 x 12,\n      rest 90", "3"),
        ("Squat: |\n      3 x 12, rest 90", "|"),
        ("Squat: >-\n      y", ">"),
        ("Squat: ''", "'"),
    ],
)
def test_the_caret_is_under_the_mistake_or_at_the_value_it_is_in(item: str, under: str) -> None:
    text = exercise(item)
    (found,) = mistakes(text)
    assert under_caret(found, text) == under


def test_what_is_not_utf8_is_found_at_its_character() -> None:
    (found,) = mistakes(b"\xef\xbb\xbf" + exercise("Übung ").encode() + b"\xe4: 3\n")
    assert (found.code, found.place.line, found.place.column) == ("R106", 4, 1)
    (found,) = mistakes("title: Für ".encode() + b"\xe4\n")
    assert (found.place.line, found.place.column) == (1, 12)


@pytest.mark.parametrize("before", ["title: ", "title: Für 🏋 ", "# one\r\n# zwei ü\n\rtitle: "])
@pytest.mark.parametrize("character", ["\0", "\x1b", "\x7f", "\x9b", "\x0b", "\ufffe"])
def test_a_character_that_no_yaml_has_is_found_at_its_place(before: str, character: str) -> None:
    text = f"{before}{character}"
    (found,) = mistakes(text)
    assert (found.code, under_caret(found, f"{before}?")) == ("R106", "?")


# -- what is no routine ----------------------------------------------------------------------------

BILLION = "".join(f"{b}: &{b} [{', '.join([f'*{a}'] * 9)}]\n" for a, b in zip("abcde", "bcdef"))  # noqa: B905
DEEP = "".join(" " * depth + "a:\n" for depth in range(1000))
REFUSED: dict[str, tuple[str | bytes, str]] = {
    "nothing": ("", "R107"),
    "only a comment": ("# legs\n", "R107"),
    "only line ends": ("\r\n\n", "R107"),
    "a null": ("~\n", "R107"),
    "an empty document": ("---\n", "R107"),
    "an empty document with a mark": ("---\n\ufeff", "R107 R303"),
    "a list": ("- title: T\n", "R303"),
    "a text": ("Squats, lots of them\n", "R303"),
    "two documents": (LEGS + "---\n" + LEGS, "R108"),
    "an unclosed list": ("title: [Legs\n", "R101"),
    "an unclosed quote": ('title: "Legs\n', "R101"),
    "a tab as indentation": ("title: T\nexercises:\n\t- Squat: 3\n", "R101"),
    "another YAML": ("%YAML 9.9\n---\ntitle: T\n", "R101"),
    "an unknown alias": ("title: *legs\n", "R103"),
    "aliases that multiply": ("a: &a [x]\n" + BILLION, "R103"),
    "an alias of itself": ("title: &t [*t]\n", "R103"),
    "a merged alias": ("defaults: &d {rest: 5s}\nsections:\n  - <<: *d\n", "R103"),
    "an anchored key": ("&a title: T\n", "R103"),
    "a Python object": (exercise("!!python/object/apply:os.system [echo]"), "R103"),
    "a binary": ("title: !!binary aGVsbG8=\n", "R103"),
    "a tag of its own": (exercise("Squat: !dose 3 x 12"), "R103"),
    "an unspecific tag": ("title: ! Legs\n", "R103"),
    "a thousand levels": (DEEP, "R104"),
    "a thousand dashes": ("- " * 1000, "R104"),
    "a hundred thousand brackets": ("title: " + "[" * 100_000, "R104"),
    "a hundred thousand braces": ("title: " + "{a: " * 100_000, "R104"),
    "a hundred thousand levels that end": ("[" * 100_000 + "]" * 100_000, "R104"),
    "a million characters and one": ("#" * 1_000_001, "R105"),
    "UTF-16": (LEGS.encode("utf-16"), "R106"),
    "Latin-1": ("title: Fuß\n".encode("latin-1"), "R106"),
    "a lone surrogate": (exercise("Squat\ud800: 3"), "R106"),
    "overlong UTF-8": (b"title: \xc0\xaf\n", "R106"),
    "a zero byte": (exercise("Squat\0: 3"), "R106"),
    "a terminal's escape": (exercise("Squat \x1b[31m: 3"), "R106"),
    "a surrogate as an escape": (exercise('"Squat\\uD800": 3'), "R101 R209"),
    "a number no character has": (exercise('"Squat\\UFFFFFFFF": 3'), "R101"),
    "a name with an escaped escape": (exercise('"Squat\\x1b[31m": 3'), "R209"),
    "a name with an escaped zero": (exercise('"Squat\\0": 3'), "R209"),
    "a name with an escaped bell": (exercise('{name: "Squat\\a", reps: 3}'), "R209"),
    "a name written backwards": (exercise("Squat \u202etaerg: 3"), "R209"),
    "an escape that writes backwards": (exercise('"Squat \\u202e": 3'), "R209"),
    "a name with an invisible mark": (exercise("Squ\ufeffat: 3"), "R209"),
    "an escape in a list of cues": (exercise('{Squat: 3, cues: [a, "\\x9b2J"]}'), "R209"),
    "a number of many digits": (exercise(f"Squat: {'9' * 400}"), "R203"),
    "a number of very many digits": (exercise(f"Squat: {'9' * 100_000}"), "R208"),
    "a dose of many spaces": (exercise(f'Squat: "3 x 12{" " * 100_000}"'), "R208"),
    "a name of many words": (exercise("3 x " * 1000), "R208"),
    "a long name of doses": (exercise("3 x " * 120), "R302"),
    "an unknown key as long as a book": ("a" * 1000 + ": 1\n" + exercise("Squat: 3"), "R301"),
    "a key that is a list": (exercise("Squat: 3\n    ? [a]\n    : b"), "R303"),
    "a key that is a mapping": ("? {a: b}\n: c\n" + exercise("Squat: 3"), "R303"),
    "a key that is a number": ("1: 2\n" + exercise("Squat: 3"), "R301"),
    "a key that is a truth": ("yes: 2\n" + exercise("Squat: 3"), "R301"),
    "a key that is nothing": ("?\n: 2\n" + exercise("Squat: 3"), "R301"),
    "a merge without an alias": (exercise("Squat: 3\n    <<: {rest: 5s}"), "R301"),
    "two equal keys": ("title: T\n" + exercise("Squat: 3"), "R102"),
    "two equal keys deep inside": (exercise("Squat: 3\n    rest: 5s\n    'rest': 5s"), "R102"),
    "two equal keys written differently": (
        exercise("Squat: 3\n    get ready: 5s\n    get_ready: 6s"),
        "R102",
    ),
}


@pytest.fixture(params=["libyaml", "without libyaml"])
def either_yaml(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """PyYAML as its wheels are, and as it is where libyaml is missing."""
    if request.param != "libyaml":
        monkeypatch.delattr(yaml, "CSafeLoader", raising=False)
    return str(request.param)


@pytest.mark.parametrize("what", REFUSED)
@pytest.mark.usefixtures("either_yaml")
def test_what_is_no_routine_is_refused_fast_and_shown_plainly(what: str) -> None:
    source, code = REFUSED[what]
    started = time.process_time()
    with pytest.raises(InvalidRoutine) as caught:
        loads(source, path="legs.yaml")
    assert time.process_time() - started < 2
    found = {mistake.code for mistake in caught.value.diagnostics}
    assert (found - {"R302"} or found) <= set(code.split())  # what is refused may be missing, too
    assert is_plain(caught.value.message)
    assert len(caught.value.message) < 2000


MALFORMED = (
    "title: Legs: heavy\n",
    "title: T\ntitle: T\nexercises: [Squat: 3\n",
    "title: T\nexercises:\n\t- Squat: 3\n",
    "title: T\n" + "[" * 1500,
)


@pytest.mark.parametrize("text", MALFORMED)
def test_what_is_wrong_is_told_in_the_same_words_whatever_the_parser(
    text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with_libyaml = mistakes(text)
    monkeypatch.delattr(yaml, "CSafeLoader", raising=False)
    assert mistakes(text) == with_libyaml


def test_a_number_that_no_character_has_is_found_at_its_place() -> None:
    text = 'title: T\nexercises:\n  - "Squat\\UFFFFFFFF": 3\n'
    (found,) = mistakes(text)
    assert under_caret(found, text) == "F"


def test_nothing_of_a_file_reaches_the_terminal_raw() -> None:
    """Keys, values and the name of the file are shown with what could steer it made visible."""
    text = exercise(
        '"\\e]0;pwned\\a": "\\e[2J"\n    "\\e[31m": "\\n\\u202e"\n    reps: "\\r\\x9bA"'
    )
    with pytest.raises(InvalidRoutine) as caught:
        loads(text, path="legs\x1b[2J\n.yaml")
    assert "unknown key `�[31m`" in caught.value.message
    assert "--> legs�[2J�.yaml:4:5" in caught.value.message
    assert is_plain(caught.value.message)


@pytest.mark.parametrize("most", [1_000, 90_000])
def test_a_file_full_of_mistakes_is_refused_fast_with_the_first_hundred(most: int) -> None:
    one_line = "{" + ", ".join(f"k{n}: 1" for n in range(most)) + "}"
    started = time.process_time()
    with pytest.raises(InvalidRoutine) as caught:
        loads(one_line)
    assert time.process_time() - started < 5
    assert len(caught.value.diagnostics) == 100
    assert len(caught.value.message) < 100_000


# -- files -----------------------------------------------------------------------------------------


def test_a_file_of_100_mb_is_refused_without_reading_it(tmp_path: Path) -> None:
    path = tmp_path / "huge.yaml"
    with path.open("wb") as file:
        file.truncate(100_000_000)
    with pytest.raises(InvalidRoutine, match="R105 the file is larger than 1 MB") as caught:
        load(path)
    assert len(caught.value.message) < 1000


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="a file that only Unix has")
def test_an_endless_file_is_refused() -> None:
    with pytest.raises(InvalidRoutine, match="R105"):
        load("/dev/zero")


def test_a_folder_is_no_routine(tmp_path: Path) -> None:
    with pytest.raises(EarcoachError, match=r"^`.*` is a folder$"):
        load(tmp_path)


@pytest.mark.parametrize("name", ["none.yaml", "no/such/none.yaml"])
def test_a_file_that_is_not_there_is_a_mistake_of_the_call(tmp_path: Path, name: str) -> None:
    with pytest.raises(UsageError, match=r"^there is no file `.*none.yaml`$"):
        load(tmp_path / name)


def test_a_name_that_no_file_can_have() -> None:
    with pytest.raises(EarcoachError, match="cannot read"):
        load("legs\0.yaml")


def test_a_file_and_its_text_are_the_same_routine(tmp_path: Path) -> None:
    path = tmp_path / "legs.yaml"
    path.write_bytes(b"\xef\xbb\xbf" + LEGS.replace("\n", "\r\n").encode())
    assert load(path) == load(str(path)) == loads(LEGS) == loads(LEGS.encode())
