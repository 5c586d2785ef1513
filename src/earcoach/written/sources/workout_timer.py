"""The JSON of Just Another Workout Timer: sets that are repeated, of exercises in seconds."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from earcoach.errors import EarcoachError
from earcoach.language.registry import DEFAULT_LANGUAGE
from earcoach.routine.model import Range, Timing
from earcoach.written.reading import Given, Origin, ReadExercise, Reading, ReadSection, Remark
from earcoach.written.sources.decoding import clean
from earcoach.written.sources.known_words import is_rest, timed
from earcoach.written.sources.original import Original
from earcoach.written.sources.plain import text_of

LONGEST_S = 86_400


def is_workout_timer(original: Original) -> bool:
    """Whether this is a workout of that program, or its backup of all workouts."""
    start = original.data.lstrip()[:1]
    if start != b"{" or original.suffix not in ("", ".json", ".txt"):
        return False
    return bool(_workouts(_parsed(original)))


def read_workout_timer(original: Original) -> Reading:
    """The workout in a file, or the first of a backup. Raises EarcoachError when it has none."""
    workouts = _workouts(_parsed(original))
    sections = tuple(_sections(workouts[0])) if workouts else ()
    if not sections:
        raise EarcoachError(f"`{original.name}` has no exercises in it")
    title = " ".join(str(workouts[0].get("title")).split()) or "Workout"
    left_out = [
        Remark(text=str(other.get("title")), line=0, why="another workout of the backup")
        for other in workouts[1:]
    ]
    return Reading(
        title=Given(value=title),
        sections=sections,
        language=DEFAULT_LANGUAGE,
        left_out=tuple(left_out),
    )


def _parsed(original: Original) -> Any:
    try:
        return json.loads(text_of(original), object_hook=_clean)
    except (ValueError, RecursionError):  # a number of thousands of digits is a ValueError
        return None


def _clean(value: dict[str, Any]) -> dict[str, Any]:
    """The same with texts that can be shown: an escape may be what nobody sees."""
    return {key: clean(one) if isinstance(one, str) else one for key, one in value.items()}


def _workouts(document: Any) -> list[dict[str, Any]]:
    found = document.get("workouts", [document]) if isinstance(document, dict) else []
    return [one for one in found if _is_workout(one)] if isinstance(found, list) else []


def _is_workout(value: Any) -> bool:
    sets = value.get("sets") if isinstance(value, dict) else None
    return isinstance(sets, list) and bool(sets) and all(map(_is_set, sets))


def _is_set(value: Any) -> bool:
    parts = value.get("exercises") if isinstance(value, dict) else None
    return isinstance(parts, list) and all(
        isinstance(part, dict) and isinstance(part.get("name"), str) and _length_s(part)
        for part in parts
    )


def _length_s(part: dict[str, Any]) -> int:
    """How long it lasts; 0 where that is not said, or nonsense."""
    length = part.get("duration", 30)
    return length if isinstance(length, int) and 0 < length <= LONGEST_S else 0


def _sections(workout: dict[str, Any]) -> Iterator[ReadSection]:
    for number, one in enumerate(workout["sets"], start=1):
        exercises = tuple(_exercises(one["exercises"]))
        if exercises:
            yield _section(one, number, exercises)


def _section(one: dict[str, Any], number: int, exercises: Sequence[ReadExercise]) -> ReadSection:
    rounds = one.get("repetitions", 1)
    rounds = rounds if isinstance(rounds, int) and 0 < rounds <= 1000 else 1
    name = one.get("name")
    last = exercises[-1].rest_ms
    return ReadSection(
        name=Given(value=str(name))
        if name
        else Given(value=f"Set {number}", origin=Origin.ASSUMED),
        exercises=tuple(exercises),
        timing=Given(value=Timing.CIRCUIT),
        rounds=Given(value=Range(rounds, rounds)),
        rest_between_rounds_ms=Given(value=last.value[0] if last else Range(0, 0)),
    )


def _exercises(parts: Sequence[dict[str, Any]]) -> list[ReadExercise]:
    """The exercises, each with the rest after it; without one the next begins at once."""
    found: list[ReadExercise] = []
    for part in parts:
        length_ms = 1000 * _length_s(part)
        length = Range(length_ms, length_ms)
        if found and is_rest(part["name"]):
            found[-1] = replace(found[-1], rest_ms=Given(value=(length,)))
        else:
            name = " ".join(part["name"].split()) or "Exercise"
            found.append(
                ReadExercise(
                    name=Given(value=name),
                    doses=Given(value=(timed(name, length_ms),)),
                    rest_ms=Given(value=(Range(0, 0),)),
                )
            )
    return found
