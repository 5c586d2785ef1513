"""A dose in words that the grammar reads back: `3 x 10, 8, 6 each leg @ 60 kg, rest 90s`."""

from collections.abc import Sequence

from earcoach.routine.model import (
    Breaths,
    Calories,
    Distance,
    HeldReps,
    OpenReps,
    Prescribed,
    Range,
    Reps,
    Sides,
    Timed,
    Until,
)
from earcoach.routine.prescription import Misread, parse_prescription
from earcoach.written.reading import ReadExercise


def dose_text(exercise: ReadExercise) -> str | None:
    """The dose of an exercise, None where nothing is said of its amount."""
    if exercise.doses is None:
        return None
    sets = exercise.sets.value if exercise.sets else None
    parts = [_amount(sets, exercise.doses.value), *_sides(exercise)]
    loads = exercise.loads.value if exercise.loads else ()
    more = [*_tempo(exercise), *_rest(exercise)]
    for load in (_load(loads), ""):
        text = ", ".join([" ".join(filter(None, (*parts, load))), *more])
        if not loads or not load or _reads_as(text, loads):
            return text
    return None


def loads_apart(exercise: ReadExercise, text: str | None) -> tuple[str, ...]:
    """The loads of an exercise where its dose could not take them; none where it has."""
    loads = exercise.loads.value if exercise.loads else ()
    return () if text and _load(loads) in text else loads


def time_text(length_ms: int) -> str:
    """A time as people write it: `45s`, `2 min`, `1.5s`."""
    if length_ms and length_ms % 60_000 == 0:
        return f"{length_ms // 60_000} min"
    return f"{length_ms / 1000:g}s"


def span_text(length_ms: Range) -> str:
    """A time or a range of them: `20-30s`, `1-2 min`."""
    low, high = length_ms.low, length_ms.high
    if low == high:
        return time_text(low)
    if low % 60_000 == high % 60_000 == 0:
        return f"{low // 60_000}-{high // 60_000} min"
    return f"{low / 1000:g}-{high / 1000:g}s"


def count_text(count: Range) -> str:
    """A number or a range of them."""
    return f"{count.low}" if count.low == count.high else f"{count.low}-{count.high}"


def _amount(sets: Range | None, doses: Sequence[Prescribed]) -> str:
    held = [span_text(d.length_ms) for d in doses if isinstance(d, Timed) and d.hold]
    if len(doses) > 1 and len(held) == len(doses):
        return f"{', '.join(held)}, hold"
    if len(doses) > 1:
        return ", ".join(map(one_dose, doses))
    (dose,) = doses
    once = sets is None or sets == Range(1, 1)
    match dose:
        case OpenReps(until=Until.FAILURE) if not once:
            return f"{count_text(sets or Range(1, 1))} sets to failure"
    return one_dose(dose) if sets is None else f"{count_text(sets)} x {one_dose(dose)}"


def one_dose(dose: Prescribed) -> str:
    """The amount of one set."""
    match dose:
        case OpenReps(until=Until.FAILURE):
            return "to failure"
        case Reps(count=None) | OpenReps(at_least=0):
            return "max"
        case Reps(count=Range() as count):
            return count_text(count)
        case OpenReps(at_least=least):
            return f"{least}+"
        case Timed(length_ms=length_ms, hold=hold):
            return f"{span_text(length_ms)} hold" if hold else span_text(length_ms)
        case HeldReps(count=count, hold_ms=hold_ms):
            return f"{count_text(count)}, {span_text(hold_ms)} hold"
        case Breaths(count=count):
            return f"{count_text(count)} breaths"
        case Calories(count=count):
            return f"{count_text(count)} calories"
        case Distance(amount=amount, unit=unit):
            return f"{amount} {_unit(amount, str(unit), dose.metres.low)}"
    raise AssertionError(dose)


def _unit(amount: str, unit: str, metres: int) -> str:
    """A bare `m` of few metres could be minutes."""
    if unit == "m" and metres < 100:
        return "metres"
    return f"{unit}s" if unit == "mile" and amount != "1" else unit


def _sides(exercise: ReadExercise) -> list[str]:
    match exercise.sides.value if exercise.sides else None:
        case Sides.EACH:
            return [f"each {exercise.limb}"]
        case Sides.ALTERNATING:
            return ["alternating" if exercise.limb == "side" else f"alternating {exercise.limb}"]
    return []


def _load(loads: Sequence[str]) -> str:
    if not loads:
        return ""
    joined = ", ".join(loads)
    return joined if joined[:1].isalpha() else f"@ {joined}"


def _reads_as(text: str, loads: Sequence[str]) -> bool:
    """Whether the grammar finds these loads in a text."""
    try:
        found = parse_prescription(text)
    except Misread:
        return False
    return (found.loads or found.efforts) == tuple(loads)


def _tempo(exercise: ReadExercise) -> list[str]:
    return [f"tempo {exercise.tempo.value.text}"] if exercise.tempo else []


def _rest(exercise: ReadExercise) -> list[str]:
    if exercise.rest_ms is None:
        return []
    rests = exercise.rest_ms.value
    if not any(rest.high for rest in rests):
        return ["no rest"]
    return [f"rest {'/'.join(map(span_text, rests))}"]
