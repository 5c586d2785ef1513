"""A reading as the JSON that is scored: written and suggested values, and none that are assumed."""

from collections.abc import Sequence
from typing import Any, TypeVar

from earcoach.routine.model import (
    Breaths,
    Distance,
    HeldReps,
    OpenReps,
    Prescribed,
    Range,
    Reps,
    Sides,
    Timed,
    Timing,
)
from earcoach.written.reading import Given, Origin, ReadExercise, Reading, ReadSection

T = TypeVar("T")

TABATA_MS = (20_000, 10_000)
"""Work and rest of a Tabata."""

TIMINGS = {
    Timing.STRAIGHT: "straight",
    Timing.CIRCUIT: "circuit",
    Timing.INTERVALS: "circuit",
    Timing.EMOM: "emom",
    Timing.AMRAP: "amrap",
    Timing.FOR_TIME: "for_time",
}


def reading_json(reading: Reading) -> dict[str, Any]:
    """The sections and exercises of a reading, as the corpus of written workouts has them."""
    return {
        "title": said(reading.title),
        "sections": [_section(section) for section in reading.sections],
        "equipment": list(reading.equipment),
    }


def said(given: Given[T] | None) -> T | None:
    """A value that the text says or suggests; None for one that is assumed."""
    return None if given is None or given.origin is Origin.ASSUMED else given.value


def _section(section: ReadSection) -> dict[str, Any]:
    timing = said(section.timing) or Timing.STRAIGHT
    rounds = None if timing is Timing.AMRAP else said(section.rounds)
    interval_ms, cap_ms = said(section.interval_ms), said(section.cap_ms)
    return {
        "name": said(section.name) or "",
        "rounds": _count(rounds),
        "rest_between_rounds_s": _seconds(said(section.rest_between_rounds_ms)),
        "timing": "tabata" if _is_tabata(section, timing) else TIMINGS[timing],
        "work_s": _seconds(said(section.work_ms)),
        "rest_s": _seconds(said(section.rest_ms)),
        "cap_s": cap_ms and cap_ms / 1000,
        "interval_s": interval_ms and interval_ms / 1000,
        "exercises": [_exercise(exercise) for exercise in section.exercises],
    }


def _is_tabata(section: ReadSection, timing: Timing) -> bool:
    work, rest = said(section.work_ms), said(section.rest_ms)
    if timing is not Timing.INTERVALS or work is None or rest is None:
        return False
    return (work.high, rest.high) == TABATA_MS


def _exercise(exercise: ReadExercise) -> dict[str, Any]:
    doses = said(exercise.doses) or ()
    sides, tempo, loads = said(exercise.sides), said(exercise.tempo), said(exercise.loads)
    rests = said(exercise.rest_ms)
    breaths = [f"{_range(dose.count)} breaths" for dose in doses if isinstance(dose, Breaths)]
    notes = [*dict.fromkeys(breaths), *(note.text for note in exercise.notes)]
    return {
        "name": exercise.name.value,
        "sets": _count(said(exercise.sets)),
        "reps": _per_set([_reps(dose) for dose in doses]),
        "seconds": _per_set([_length(dose) for dose in doses]),
        "distance_m": _per_set([_metres(dose) for dose in doses]),
        "sides": None if sides in (None, Sides.BOTH) else str(sides),
        "hold": any(_is_held(dose) for dose in doses),
        "rest_s": _per_set([_seconds(rest) for rest in rests]) if rests else None,
        "tempo": tempo and tempo.text,
        "load": ", ".join(loads) if loads else None,
        "superset": exercise.superset,
        "note": "; ".join(notes) or None,
    }


def _per_set(values: Sequence[Any]) -> Any:
    """One value for all sets, or one for each."""
    if all(value == values[0] for value in values):
        return values[0] if values else None
    return {"per_set": list(values)}


def _reps(dose: Prescribed) -> Any:
    match dose:
        case Reps(count=None) | OpenReps(at_least=0):
            return "max"
        case Reps(count=Range() as count) | HeldReps(count=count):
            return _count(count)
        case OpenReps(at_least=least):
            return least
    return None


def _length(dose: Prescribed) -> Any:
    match dose:
        case Timed(length_ms=length_ms) | HeldReps(hold_ms=length_ms):
            return _seconds(length_ms)
    return None


def _metres(dose: Prescribed) -> Any:
    return _count(dose.metres) if isinstance(dose, Distance) else None


def _is_held(dose: Prescribed) -> bool:
    return isinstance(dose, HeldReps | Breaths) or (isinstance(dose, Timed) and dose.hold)


def _count(count: Range | None) -> Any:
    if count is None:
        return None
    return count.low if count.low == count.high else [count.low, count.high]


def _seconds(length_ms: Range | None) -> Any:
    if length_ms is None:
        return None
    low, high = (end / 1000 for end in (length_ms.low, length_ms.high))
    return low if low == high else [low, high]


def _range(count: Range) -> str:
    return f"{count.low}" if count.low == count.high else f"{count.low}-{count.high}"
