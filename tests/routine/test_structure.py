"""Which keys stand where, and which types of sections need or take what."""

import json
from typing import Any

import pytest
from documented import mistakes, said, section, with_exercises, with_section

from earcoach.routine import keys
from earcoach.routine.fields import Field
from earcoach.routine.model import Timing

# -- structure -------------------------------------------------------------------------------------


STRUCTURES: list[tuple[str, list[str]]] = [
    ("{}", ["R302 `title` is missing", "R302 `sections` is missing"]),
    ("title: T\nsections: []\n", ["R306 `sections` is empty"]),
    ("title: T\nsections: Legs\n", ["R303 `sections` needs a list of `- ` lines here"]),
    ("title: T\nsections: {name: A}\n", ["R303 `sections` needs a list of `- ` lines here"]),
    ("title: T\nsections: [Legs]\n", ["R303 a section needs `key: value` lines here"]),
    ("title: T\nsections:\n  -\n", ["R303 a section needs `key: value` lines here"]),
    ("title: T\nsections: [{}]\n", ["R302 `name` is missing", "R302 `exercises` is missing"]),
    ("title: T\nexercises: Squat\n", ["R303 `exercises` needs a list of `- ` lines here"]),
    ("title: T\nexercises: [[Squat]]\n", ["R303 an exercise needs `key: value` lines here"]),
    (
        "title: T\nsections: [{name: A, exercises: [Squat: 3]}]\nexercises: [Squat: 3]\n",
        ["R304 give `sections` or `exercises`, not both"],
    ),
    (with_exercises("rest: 1 min", "Squat: 3"), ["R302 `name` is missing"]),
    (with_exercises("Squat: 3", "rest: 60"), ["R201 duration `60` has no unit"]),
    (
        with_exercises("Name: Squat\n    reps: 3"),
        ["R302 `name` is missing", "R301 unknown key `Name`"],
    ),
    (
        with_exercises("Squat: 3", head="defaults: 3s\n"),
        ["R303 `defaults` needs `key: value` lines here"],
    ),
    (with_exercises("Squat: 3", head="defaults: {reps: 3}\n"), ["R301 unknown key `reps`"]),
    (with_exercises("Squat: 3", head="rest: 45s\n"), ["R301 unknown key `rest`"]),
]


@pytest.mark.parametrize(("source", "messages"), STRUCTURES)
def test_the_structure_of_a_routine(source: str, messages: list[str]) -> None:
    assert said(source) == messages


EXERCISE_TREE: dict[str, Any] = {"Squat": 3}
SECTION_TREE: dict[str, Any] = {"name": "A", "exercises": [EXERCISE_TREE]}
TREE: dict[str, Any] = {"title": "T", "sections": [SECTION_TREE]}


def tree_with(part: str, key: str, value: Any) -> dict[str, Any]:
    """A routine in one of whose parts a key has this value."""
    match part:
        case "exercise":
            squat = {"name": "A", "exercises": [EXERCISE_TREE | {key: value}]}
            return TREE | {"sections": [squat]}
        case "section":
            return TREE | {"sections": [SECTION_TREE | {key: value}]}
        case "defaults":
            return TREE | {"defaults": {key: value}}
        case _ if key == "exercises":
            return {"title": "T", "exercises": value}
        case _:
            return TREE | {key: value}


PARTS: dict[str, tuple[Field[Any], ...]] = {
    "routine": keys.ROUTINE,
    "defaults": keys.DEFAULTS,
    "section": keys.SECTION,
    "exercise": keys.EXERCISE,
}
EVERY_KEY = [(part, field.key) for part, fields in PARTS.items() for field in fields]
LISTS = (*("equipment", "cues", "sections", "exercises", "note", "warning", "load", "effort"),)
MAPPINGS = ("lexicon", "defaults", "without", "wording")


@pytest.mark.parametrize(("part", "key"), EVERY_KEY)
def test_a_key_without_a_value_is_refused(part: str, key: str) -> None:
    text = json.dumps(tree_with(part, key, None))
    for nothing in ("null", "~", ""):
        found = {mistake.code for mistake in mistakes(text.replace("null", nothing))}
        assert found & {"R302", "R303"}


@pytest.mark.parametrize(("part", "key"), EVERY_KEY)
def test_a_list_or_a_mapping_stands_only_where_it_belongs(part: str, key: str) -> None:
    a_list = key in LISTS or (part, key) == ("exercise", "setup")
    wrong = [] if a_list else [["a", "b"]]
    for value in wrong if key in MAPPINGS else [*wrong, {"a": "b"}]:
        found = {mistake.code for mistake in mistakes(json.dumps(tree_with(part, key, value)))}
        assert "R303" in found, value


# -- types of sections -----------------------------------------------------------------------------

BELONGS = {
    "cap: 10 min": {Timing.AMRAP, Timing.FOR_TIME},
    "every: 2 min": {Timing.EMOM},
    "work: 40s": {Timing.INTERVALS},
    "rounds: 3": {Timing.CIRCUIT, Timing.INTERVALS, Timing.EMOM, Timing.FOR_TIME},
    "rest_between_rounds: 1 min": {Timing.CIRCUIT, Timing.INTERVALS},
}
NEEDS = {Timing.AMRAP: "cap: 10 min", Timing.FOR_TIME: "cap: 10 min"}


@pytest.mark.parametrize("line", BELONGS)
@pytest.mark.parametrize("timing", Timing)
def test_a_key_belongs_to_some_types_of_sections(timing: Timing, line: str) -> None:
    needed = NEEDS.get(timing, line)
    lines = "; ".join(dict.fromkeys([f"type: {timing}", needed, line]))
    text = with_section(lines)
    if timing in BELONGS[line]:
        assert section(text).timing is timing
    else:
        key = line.partition(":")[0]
        assert said(text) == [f"R304 `{key}` has no meaning in a section of type `{timing}`"]


@pytest.mark.parametrize("timing", NEEDS)
def test_a_type_has_what_it_needs(timing: Timing) -> None:
    key = NEEDS[timing].partition(":")[0]
    expected = [f"R305 a section of type `{timing}` needs `{key}`"]
    assert said(with_section(f"type: {timing}")) == expected


def test_intervals_need_a_time_where_an_exercise_has_none() -> None:
    text = with_section("type: intervals", "Run")
    assert said(text) == ["R305 a section of type `intervals` needs `work`"]
    assert section(with_section("type: intervals", "Run: 60s")).timing is Timing.INTERVALS


@pytest.mark.parametrize("written", ["for time", "For-Time", "for_time", "FOR  TIME"])
def test_a_type_may_be_written_as_it_comes(written: str) -> None:
    assert section(with_section(f"type: {written}; cap: 10 min")).timing is Timing.FOR_TIME


@pytest.mark.parametrize(
    ("lines", "items", "message"),
    [
        ("type: cirkuit; rounds: 3", (), "R206"),
        ("type: tabata", ("Burpee", "Jump:"), "R206"),
        ("type: intervals; work: 40", ("Burpee", "Jump:"), "R201"),
        ("type: intervals", ("Burpee", "Jump:"), "R305"),
        ("type: amrap; cap: soon", (), "R202"),
        ("rest: 90", ("Squat: 3", "Lunge: 3"), "R201"),
    ],
)
def test_nothing_follows_from_a_mistake(lines: str, items: tuple[str, ...], message: str) -> None:
    assert [found.code for found in mistakes(with_section(lines, *items))] == [message]


def test_a_type_that_people_have_another_name_for_is_told_how_to_be_written() -> None:
    (wrong,) = mistakes(with_section("type: Tabata", "Hop"))
    assert wrong.cure == "write `type: intervals`, `work: 20s`, `rest: 10s` and `rounds: 8`"
