"""The JSON Schema of a routine file, made from the same fields that read it."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from earcoach.language.registry import DEFAULT_LANGUAGE, LANGUAGES
from earcoach.routine import keys
from earcoach.routine.fields import Field, Schema
from earcoach.routine.model import Timing
from earcoach.routine.wording import wording_schema

SHIPPED = Path(__file__).with_name("routine.schema.json")


def shipped_schema() -> str:
    """The schema as it is shipped with the program."""
    return SHIPPED.read_text(encoding="utf-8")


def routine_schema() -> dict[str, Any]:
    """The schema (draft 2020-12) that editors check and complete routines with."""
    long_form = _object(keys.EXERCISE, required=["name"])
    dose = {
        "type": ["string", "integer", "null"],
        "description": "A dose: `3 x 12`, `2 x 8-10 each leg`, `3 x 30s hold, rest 15s`.",
    }
    known = [field.key for field in keys.EXERCISE]
    short_form = {
        "type": "object",
        "not": {"anyOf": [{"required": ["name"]}, {"propertyNames": {"enum": known}}]},
        "properties": _properties([x for x in keys.EXERCISE if x is not keys.NAME]),
        "patternProperties": {f"^(?!({'|'.join(known)})$)": dose},
        "additionalProperties": False,
    }
    pause = _object([keys.REST], required=["rest"])
    name_only = {"type": "string", "description": "A name alone, where the section has the times."}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "earcoach routine",
        **_object(keys.ROUTINE, required=["title"]),
        "oneOf": [{"required": ["sections"]}, {"required": ["exercises"]}],
        "$defs": {
            "defaults": _object(keys.DEFAULTS, required=[]),
            "section": {
                **_object(keys.SECTION, required=["name", "exercises"]),
                "allOf": _rules_of_types(),
            },
            "exercise": {"anyOf": [long_form, short_form, name_only]},
            "work": {"anyOf": [{"$ref": "#/$defs/exercise"}, *_blocks()]},
            "item": {"anyOf": [{"$ref": "#/$defs/work"}, pause]},
            "wording": wording_schema(LANGUAGES[DEFAULT_LANGUAGE]),
        },
    }


def _blocks() -> list[Schema]:
    """What stands among exercises: a superset, `3 rounds of:`, or a section within the section."""
    within = [x for x in keys.SECTION if x not in (keys.EXERCISES, keys.ROUNDS)]
    rounds = _object(within, required=[])
    rounds["patternProperties"] = {f"^{keys.ROUNDS_OF}$": keys.ITEMS}
    return [
        _object(keys.SUPERSET, required=[keys.SUPERSET_OF.key]),
        _object(keys.SECTION, required=[keys.EXERCISES.key]),
        rounds | {"not": {"propertyNames": {"enum": [field.key for field in within]}}},
    ]


def _rules_of_types() -> list[Schema]:
    """What a section of a type needs, and which types a key belongs to."""
    needs: list[Schema] = [
        {"if": _type_in([timing]), "then": {"required": [field.key]}}
        for timing, (field, _) in keys.NEEDS.items()
    ]
    belongs = [
        {"if": {"required": [field.key]}, "then": _type_in(timings)}
        for field, timings in keys.BELONGS
    ]
    return needs + belongs


def _type_in(timings: Sequence[Timing]) -> Schema:
    words = [str(timing) for timing in timings]
    return {"properties": {"type": {"enum": words}}, "required": ["type"]}


def _object(fields: Sequence[Field[Any]], *, required: list[str]) -> Schema:
    return {
        "type": "object",
        "properties": _properties(fields),
        "required": required,
        "additionalProperties": False,
    }


def _properties(fields: Sequence[Field[Any]]) -> Schema:
    return {field.key: {**field.schema, "description": field.meaning} for field in fields}
