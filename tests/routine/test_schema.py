"""The JSON Schema that editors use: it is the shipped one, and agrees with the reader."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from conftest import ROUTINES, CheckGolden
from documents import Documents, as_yaml, styles
from hypothesis import given, settings
from jsonschema import Draft202012Validator
from mistaken import LEGS

from earcoach import InvalidRoutine, loads
from earcoach.routine.schema import SHIPPED, routine_schema, shipped_schema

VALIDATOR = Draft202012Validator(routine_schema())


def as_an_editor_reads(text: str) -> Any:
    """A document as YAML 1.2 has it: 1:30 and no are texts, and 0310 is a number."""
    return value_of(yaml.compose(text, Loader=yaml.SafeLoader))


def value_of(node: Any) -> Any:
    match node:
        case yaml.MappingNode():
            return {str(value_of(key)): value_of(value) for key, value in node.value}
        case yaml.SequenceNode():
            return [value_of(item) for item in node.value]
        case yaml.ScalarNode(style=str()):
            return node.value
    words: dict[str, Any] = {"": None, "~": None, "null": None, "true": True, "false": False}
    if node.value in words:
        return words[node.value]
    if re.fullmatch(r"[-+]?\d+", node.value):
        return int(node.value)
    return float(node.value) if re.fullmatch(r"[-+]?\d+\.\d+", node.value) else node.value


def schema_mistakes(text: str) -> list[str]:
    return [error.message for error in VALIDATOR.iter_errors(as_an_editor_reads(text))]


def test_the_shipped_schema_is_the_one_that_the_fields_make(check_golden: CheckGolden) -> None:
    check_golden(SHIPPED, json.dumps(routine_schema(), indent=2, ensure_ascii=False) + "\n")
    assert shipped_schema() == SHIPPED.read_text(encoding="utf-8")


def test_it_is_a_schema_of_draft_2020_12() -> None:
    schema = json.loads(shipped_schema())
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    Draft202012Validator.check_schema(schema)


def test_every_key_is_explained() -> None:
    schema = routine_schema()
    long_form, short_form, _ = schema["$defs"]["exercise"]["anyOf"]
    parts = [schema, schema["$defs"]["section"], schema["$defs"]["defaults"], long_form, short_form]
    for part in parts:
        for key, value in part["properties"].items():
            assert value["description"].endswith("."), key


@pytest.mark.parametrize("path", sorted(ROUTINES.glob("*.yaml")), ids=lambda path: path.stem)
def test_a_bundled_routine_is_valid(path: Path) -> None:
    assert schema_mistakes(path.read_text(encoding="utf-8")) == []


SECTION = "title: T\nsections:\n  - name: A\n    {}\n    exercises:\n      - Squat: 12\n"

VALID = {
    "everything": LEGS.replace("rest between rounds", "rest_between_rounds"),
    "short forms": "title: T\nexercises:\n  - Squat: 3 x 12\n  - Lunge: 8 each leg\n    rest: 5s\n",
    "a number as a dose": "title: T\nexercises:\n  - Squat: 12\n",
    "a break": "title: T\nexercises:\n  - Squat: 12\n  - rest: 1:30\n  - Lunge: 12\n",
    "a tempo of digits": "title: T\ndefaults: {tempo: 0310}\nexercises: [Squat: 12]\n",
    "a clock time": "title: T\ndefaults: {rest: 1:30}\nexercises: [Squat: 12]\n",
    "names alone": SECTION.format("type: intervals\n    work: 40s")
    + "      - Jump\n      - Hop:\n",
    "an amrap": SECTION.format("type: amrap\n    cap: 10 min"),
    "for time": SECTION.format("type: for time\n    cap: 10 min\n    rounds: 3"),
    "an emom": SECTION.format("type: emom\n    every: 90s\n    rounds: 10"),
    "a circuit": SECTION.format("type: circuit\n    rounds: 2-3\n    rest_between_rounds: 1 min"),
}


@pytest.mark.parametrize("what", VALID)
def test_what_the_reader_takes_the_schema_takes(what: str) -> None:
    loads(VALID[what])
    assert schema_mistakes(VALID[what]) == []


@settings(max_examples=35)
@given(Documents(per_noise=0).routines(), styles)
def test_the_schema_takes_any_routine_that_the_reader_takes(tree: Any, style: str) -> None:
    text = as_yaml(tree, style)
    try:
        loads(text)
    except InvalidRoutine:
        return
    assert schema_mistakes(text) == []


INVALID = {
    "nothing": "{}",
    "a list": "- Squat: 12\n",
    "no title": "exercises: [Squat: 12]\n",
    "an empty title": "title: ''\nexercises: [Squat: 12]\n",
    "a title that is a list": "title: [T]\nexercises: [Squat: 12]\n",
    "a long title": f"title: {'long ' * 101}\nexercises: [Squat: 12]\n",
    "no exercises": "title: T\n",
    "both kinds of exercises": LEGS + "exercises: [Squat: 12]\n",
    "an empty list of exercises": "title: T\nexercises: []\n",
    "an empty list of sections": "title: T\nsections: []\n",
    "exercises that are a mapping": "title: T\nexercises: {Squat: 12}\n",
    "an unknown key": "title: T\nauthor: me\nexercises: [Squat: 12]\n",
    "an unknown key in a section": SECTION.format("colour: red"),
    "an unknown key in the defaults": "title: T\ndefaults: {reps: 3}\nexercises: [Squat: 12]\n",
    "a section without a name": "title: T\nsections: [{exercises: [Squat: 12]}]\n",
    "a section without exercises": "title: T\nsections: [{name: A}]\n",
    "a type that is none": SECTION.format("type: cirkuit"),
    "an amrap without an end": SECTION.format("type: amrap"),
    "rounds of straight sets": SECTION.format("rounds: 3"),
    "a cap of a circuit": SECTION.format("type: circuit\n    cap: 10 min"),
    "no rounds at all": SECTION.format("type: circuit\n    rounds: 0"),
    "a break before all": "title: T\nexercises:\n  - rest: 1 min\n  - Squat: 12\n",
    "an exercise without a name": "title: T\nexercises: [{sets: 3, reps: 12}]\n",
    "a dose that is a list": "title: T\nexercises: [Squat: [3, 12]]\n",
    "a dose that is a truth": "title: T\nexercises: [Squat: true]\n",
    "two names": "title: T\nexercises: [{name: Squat, Lunge: 12}]\n",
    "a rest without a unit": "title: T\nexercises: [{Squat: 12, rest: 90}]\n",
    "a rest in words": "title: T\nexercises: [{Squat: 12, rest: a while}]\n",
    "a hold without a unit": "title: T\nexercises: [{name: Plank, hold: 30}]\n",
    "sets in words": "title: T\nexercises: [{name: Squat, sets: many, reps: 12}]\n",
    "half a set": "title: T\nexercises: [{name: Squat, sets: 0.5, reps: 12}]\n",
    "too many reps": "title: T\nexercises: [{name: Squat, reps: 1001}]\n",
    "sides that are a truth": "title: T\nexercises: [{Squat: 12, sides: true}]\n",
    "sides of no body": "title: T\nexercises: [{Squat: 12, sides: each flipper}]\n",
    "a position of no body": "title: T\nexercises: [{Squat: 12, position: flying}]\n",
    "cues in cues": "title: T\nexercises: [{Squat: 12, cues: [[Slowly]]}]\n",
    "an empty alternative": "title: T\nexercises: [{Squat: 12, equipment: a, without: {a: {}}}]\n",
}


@pytest.mark.parametrize("what", INVALID)
def test_what_the_reader_refuses_the_schema_refuses(what: str) -> None:
    with pytest.raises(InvalidRoutine):
        loads(INVALID[what])
    assert schema_mistakes(INVALID[what])
