"""The one grammar of a dose: `2-3 x 12-15 each leg, tempo 3-1-1-0, rest 45s`.

prescription = [sets ("x" | "sets of" | "holds of")] amount {[","] modifier}
amount       = count ["reps"] | duration | "max" ["reps"]
modifier     = "hold" | "each" limb | "alternating" | "rest" duration | "beat" duration
             | "tempo" tempo
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from earcoach.routine.model import ONCE, Dose, Range, Reps, Sides, Tempo, Timed
from earcoach.routine.quantities import LEAST_BEAT_MS, LEAST_WORK_MS, Cursor, Token

EXAMPLE = "write it like `3 x 12`, `2 x 8 each leg` or `3 x 30s hold, rest 15s`"


@dataclass(frozen=True, slots=True)
class Prescription:
    """What a short form says; None where it says nothing."""

    sets: Range
    dose: Dose
    sides: Sides | None = None
    limb: str = "side"
    tempo: Tempo | None = None
    beat_ms: int | None = None
    rest_ms: int | None = None


_VALUES: dict[str, tuple[str, Callable[[Cursor], Any], str]] = {
    "rest": ("rest_ms", Cursor.duration, "a duration such as `45s`"),
    "beat": (
        "beat_ms",
        partial(Cursor.duration, least_ms=LEAST_BEAT_MS),
        "a duration such as `3s`",
    ),
    "tempo": ("tempo", Cursor.tempo, "four parts such as `3-1-1-0`"),
}


def parse_prescription(text: str) -> Prescription:
    """Read a short form, or raise Misread."""
    cursor = Cursor(text)
    start = cursor.here
    sets, unit = _sets(cursor)
    found = Prescription(sets, _amount(cursor))
    if unit == "holds":
        found = _held(found, cursor, start)
    said: set[str] = set()
    while not cursor.at_end:
        cursor.take(",")
        token = cursor.here
        found, word = _with_modifier(found, cursor)
        if word in said:
            raise cursor.misread(f"`{word}` is said twice", since=token)
        said.add(word)
    return found


def combine_sides(dose: Dose, first: Sides | None, second: Sides) -> tuple[Dose, Sides]:
    """Two words about sides: `5 each leg, alternating` is ten reps, left and right in turn."""
    if {first, second} == {Sides.EACH, Sides.ALTERNATING}:
        return _doubled(dose), Sides.ALTERNATING
    return dose, second


def _doubled(dose: Dose) -> Dose:
    match dose:
        case Reps(count=count):
            return Reps(count.scaled(2) if count else None)
        case Timed(length_ms=length_ms):
            return replace(dose, length_ms=length_ms.scaled(2))


def _sets(cursor: Cursor) -> tuple[Range, str]:
    """How many sets, and the word behind the number."""
    mark = cursor.mark()
    timed = cursor.duration_range() is not None
    sets = None if timed else cursor.count_range()
    unit = cursor.take("x", "sets", "set", "holds") if sets else None
    if sets and unit:
        cursor.take("of")
        return sets, unit
    cursor.back_to(mark)
    return ONCE, ""


def _amount(cursor: Cursor) -> Dose:
    if cursor.take("max"):
        cursor.take("reps")
        return Reps(None)
    length = cursor.duration_range(least_ms=LEAST_WORK_MS)
    if length is not None:
        return Timed(length, hold=False)
    count = cursor.count_range()
    if count is None:
        raise cursor.misread("a number of reps or a duration is missing", cure=EXAMPLE)
    cursor.take("reps", "rep")
    return Reps(count)


def _with_modifier(found: Prescription, cursor: Cursor) -> tuple[Prescription, str]:
    """The dose with what the next words say about it, and the first of these words."""
    token = cursor.here
    if cursor.take("hold", "holds"):
        return _held(found, cursor, token), "hold"
    sides = cursor.sides()
    if sides is not None:
        dose, combined = combine_sides(found.dose, found.sides, sides[0])
        limb = sides[1] if sides[1] != "side" else found.limb
        return replace(found, dose=dose, sides=combined, limb=limb), str(sides[0])
    word = cursor.take(*_VALUES)
    if cursor.at_end and word is None:
        raise cursor.misread("something is missing behind the comma")
    if word is None:
        raise cursor.misread(f"`{_rest_of(cursor)}` is not understood here", cure=EXAMPLE)
    name, read, example = _VALUES[word]
    value = read(cursor)
    if value is None:
        raise cursor.misread(f"`{word}` needs {example}")
    return replace(found, **{name: value}), word


def _held(found: Prescription, cursor: Cursor, token: Token) -> Prescription:
    if not isinstance(found.dose, Timed):
        raise cursor.misread(
            "a hold needs a duration", since=token, cure="write it like `3 x 30s hold`"
        )
    return replace(found, dose=Timed(found.dose.length_ms, hold=True))


def _rest_of(cursor: Cursor) -> str:
    return cursor.text[cursor.here.offset :].strip()[:40]
