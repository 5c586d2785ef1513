"""The amount of one set, or of each: reps, times, breaths, distances, calories, and open ones."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from functools import cache, partial

from earcoach.language.vocabulary import Phrases, Vocabulary
from earcoach.routine.model import (
    Breaths,
    Calories,
    Distance,
    LengthUnit,
    OpenReps,
    Prescribed,
    Range,
    Reps,
    Timed,
    Until,
)
from earcoach.routine.prescription.counts import MOST_LISTED, rep_counts
from earcoach.routine.prescription.cursor import BareM, Cursor
from earcoach.routine.prescription.durations import LEAST_WORK_MS, MINUTE, SECOND, duration_range
from earcoach.routine.prescription.forms import (
    Form,
    Forms,
    firsts,
    length_openers,
    length_units,
)
from earcoach.routine.prescription.tokens import Token

MAX_METRES = 200_000
_METRES = {
    LengthUnit.METRE: Decimal(1),
    LengthUnit.KILOMETRE: Decimal(1000),
    LengthUnit.MILE: Decimal("1609.344"),
    LengthUnit.YARD: Decimal("0.9144"),
    LengthUnit.FOOT: Decimal("0.3048"),
}
_COUNTED = (LengthUnit.METRE, LengthUnit.YARD, LengthUnit.FOOT)
"""Nobody writes thousandths of these: `1.500 m` are 1500, where `1.500 km` are one and a half."""
_THOUSANDS = re.compile(r"(?<=\d)[.,](?=\d{3}(?!\d))")
_DECIMAL = re.compile(r"\d+\.\d+")
"""Said without zeros at its end, with which `1.500 km` sounds like more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Amount:
    """What one set asks for, or each of several."""

    doses: tuple[Prescribed, ...]
    """One for all sets, or one for each."""
    each_side: bool = False
    """Whether it was written for left and right: `10/10`, `10 R + 10 L`."""
    bare: bool = False
    """Whether it is a number (or a list of them) and nothing else."""


def amount(c: Cursor) -> Amount | None:
    """The amount that stands here."""
    for read in _amounts(c.words).at(c):
        found = read(c)
        if found is not None:
            return found
    return None


@cache
def _amounts(w: Vocabulary) -> Forms[Callable[[Cursor], Amount | None]]:
    way = firsts(w.metres, w.kilometres, w.miles, w.yards, w.feet, "m", w.article)
    about, units = firsts(w.about), length_units(w)
    return Forms(
        Form(_least, firsts(w.at_least)),
        Form(_open, firsts(w.most, w.failure)),
        Form(
            of_both_sides,
            after_number=units | firsts(w.left, w.right, w.reps, w.times, w.breaths, "x"),
        ),
        Form(_equal_halves, after_number=None),
        Form(partial(_listed, _distance), about | firsts(w.half, w.article), way),
        Form(partial(_listed, _breaths), about, firsts(w.breaths)),
        Form(partial(_listed, _calories), about, firsts(w.calories)),
        Form(_times, length_openers(w), units),
        Form(_counts, about | firsts(w.at_least), after_number=None),
    )


def _least(c: Cursor) -> Amount | None:
    """`at least 1 mile`: the least of what has a unit is what is done."""
    mark = c.at
    c.said(c.words.at_least)
    for read in (_distance, _breaths, _calories, _timed):
        found = read(c)
        if found is not None:
            return Amount(doses=(found,))
    c.at = mark
    return None


def _open(c: Cursor) -> Amount | None:
    mark = c.at
    w = c.words
    most = c.said(w.most)
    if most is None and c.said(w.failure) is None:
        return None
    c.said(w.reps)
    within = _within(c) if most and not c.strict else None
    if within is not None:
        return Amount(doses=(Timed(within, hold=False),))
    if most and c.here.kind == "number":  # `max 10` and `max. weight` are something else
        c.at = mark
        return None
    until = Until.MAX if most else Until.FAILURE
    if most and c.said(w.failure):
        until = Until.FAILURE
    return Amount(doses=(OpenReps(until=until),))


def _within(c: Cursor) -> Range | None:
    """`(as many as you can) in forty seconds`: the time is what is done."""
    mark = c.at
    found = duration_range(c) if c.take("in") else None
    if found is None:
        c.at = mark
    return found


def of_both_sides(c: Cursor) -> Amount | None:
    """`10 R + 10 L`, `ten with the right, ten with the left`, `5 breaths R, 5 breaths L`."""
    mark, token = c.at, c.here
    sides = (c.words.left, c.words.right)
    first = _of_one_side(c)
    one = _side(c, sides) if first else -1
    if first is None or one < 0:
        c.at = mark
        return None
    c.take("+", "/", ",", "&", ";") or c.said(c.words.conjunction)
    c.said(c.words.conjunction)
    second = _of_one_side(c)
    if second and not isinstance(first, Reps) and isinstance(second, Reps):
        second = first if second.count == _number_of(first) else second  # `30 s left, 30 right`
    other = _side(c, sides) if second else -1
    if other in (-1, one) or type(first) is not type(second):
        c.at = mark
        return None
    if first != second:
        message = "left and right get the same; write two exercises for two doses"
        raise c.misread(message, since=token)
    return Amount(doses=(first,), each_side=True)


def _of_one_side(c: Cursor) -> Reps | Timed | Breaths | None:
    """A whole number, of reps or with a unit, without complaint about anything else."""
    breaths = _breaths(c)
    number = None if breaths else c.whole()
    if number is None:
        return breaths
    unit = next((ms for ms, words in ((SECOND, c.words.seconds), (MINUTE, c.words.minutes))
                 if c.said(words)), 0)  # fmt: skip
    if unit:
        return Timed(Range(unit * number, unit * number), hold=False)
    c.take("x") or c.said(c.words.times) or c.said(c.words.reps)
    return Reps(Range(number, number))


def _number_of(dose: Timed | Breaths) -> Range:
    """The number that stands before the unit of a dose."""
    if isinstance(dose, Breaths):
        return dose.count
    unit = MINUTE if dose.length_ms.low % MINUTE == 0 else SECOND
    return Range(dose.length_ms.low // unit, dose.length_ms.high // unit)


def _equal_halves(c: Cursor) -> Amount | None:
    """`10/10`, and no third number."""
    mark = c.at
    first = c.whole() if c.tokens[c.at + 1 :][:1] and c.tokens[c.at + 1].text == "/" else None
    if first and c.take("/") and c.whole() == first and c.here.text not in ("/", ",", "-"):
        bare = not c.said(c.words.reps)
        return Amount(doses=(Reps(Range(first, first)),), each_side=True, bare=bare)
    c.at = mark
    return None


def _side(c: Cursor, sides: tuple[Phrases, Phrases]) -> int:
    return next((n for n, phrases in enumerate(sides) if c.said(phrases)), -1)


def _listed(read: Callable[[Cursor], Prescribed | None], c: Cursor) -> Amount | None:
    """An amount with a unit, or a list of them."""
    first = read(c)
    doses = _shared_unit(c, read) if first is None else _with_more(c, first, read)
    return Amount(doses=doses) if doses else None


def _with_more(
    c: Cursor, first: Prescribed, read: Callable[[Cursor], Prescribed | None]
) -> tuple[Prescribed, ...]:
    found, mark = [first], c.at
    while len(found) < MOST_LISTED and c.take(",", "/"):
        more = read(c)
        w = c.words
        if more is None or c.sees(w.rest, w.hold, w.work, w.between) or spent(c):
            break
        found.append(more)
        mark = c.at
    c.at = mark
    return tuple(found)


def spent(c: Cursor) -> bool:
    """Whether a rest is called by how it is spent: `20 second wiggle break`; it is taken."""
    mark = c.at
    if not c.strict and c.here.kind == "letters":
        c.at += 1
        if c.said(c.words.pause) and c.here.kind not in ("number", "clock"):
            return True
    c.at = mark
    return False


def _shared_unit(c: Cursor, read: Callable[[Cursor], Prescribed | None]) -> tuple[Prescribed, ...]:
    """`30, 45, 60 s`: three numbers or more, whose unit comes after the last."""
    mark = c.at
    if c.here.kind != "number" or c.tokens[mark + 1].text not in (",", "/", "-"):
        return ()
    numbers: list[Token] = []
    sign = ""
    while len(numbers) < MOST_LISTED and c.here.kind == "number":
        numbers.append(c.here)
        last = c.at
        c.at += 1
        sign = c.take(sign) or "" if sign else c.take(",", "/", "-") or ""
        if not sign:
            break
    if len(numbers) < 3 or sign or c.dash():
        c.at = mark
        return ()
    c.at = last
    one = read(c)
    if one is None or c.sees(c.words.hold, c.words.rest):
        c.at = mark
        return ()
    after = c.at
    unit = c.text[numbers[-1].end : c.end]
    each = [read(Cursor(c.text[n.offset : n.end] + unit, words=c.words)) for n in numbers]
    c.at = after
    return tuple(dose for dose in each if dose is not None)


def worked(c: Cursor, found: Amount) -> None:
    """Take the word for work after a time, where it can be nothing else: `45s work`."""
    mark = c.at
    timed = isinstance(found.doses[-1], Timed) and c.said(c.words.work)
    if not timed or (c.here.kind == "letters" and not c.strict):
        c.at = mark


def _times(c: Cursor) -> Amount | None:
    """Times, but for two of them with a slash, which may be this and that."""
    token = c.here
    found = _listed(_timed, c)
    text = c.written(token)
    if c.strict and found and len(found.doses) == 2 and "/" in text and "1/2" not in text:
        first, second = (part.strip() for part in text.split("/"))
        alike = found.doses[0] == found.doses[1]
        other = f"{first} each side" if alike else f"{first}, {second}"
        raise c.misread(
            f"`{text}` may be work and rest, or {'two sides' if alike else 'two sets'}",
            since=token,
            cure=f"write `{first} work, {second} rest` or `{other}`",
        )
    return found


def _timed(c: Cursor) -> Timed | None:
    found = duration_range(c, least_ms=LEAST_WORK_MS, walk=True)
    return None if found is None else Timed(found, hold=False)


def _breaths(c: Cursor) -> Breaths | None:
    count = _counted(c, c.words.breaths)
    return None if count is None else Breaths(count=count)


def _calories(c: Cursor) -> Calories | None:
    count = _counted(c, c.words.calories)
    return None if count is None else Calories(count=count)


def _counted(c: Cursor, unit: Phrases) -> Range | None:
    """A whole number or a range of them before a unit; nothing is said of any other number."""
    mark = c.at
    c.said(c.words.about)
    low = c.whole()
    last = c.at
    high = c.whole() if low and c.dash() else low
    if low and not high:  # `60-calorie row`
        c.at, high = last, low
    if low and high:
        if c.here.text == "-" and c.glued():
            c.at += 1
        if c.said(unit):
            return c.ordered(Range(low, high), c.tokens[mark])
    c.at = mark
    return None


def _distance(c: Cursor) -> Distance | None:
    mark = c.at
    c.said(c.words.about)
    start = c.at
    low = high = _length(c)
    last = c.at
    if low is not None and c.dash():
        high = _length(c)
        if high is None:
            c.at, high = last, low
        last = c.at
    unit = _length_unit(c, low) if low is not None and high is not None else None
    if low is None or high is None or unit is None:
        c.at = mark
        return None
    metres = Range(*(round(number * _METRES[unit]) for number in (low, high)))
    if metres.low < 1 or metres.high > MAX_METRES:
        raise c.misread("a distance is from 1 m to 200 km", since=c.tokens[start], code="R203")
    amount = c.text[c.tokens[start].offset : c.tokens[last - 1].end]
    if unit in _COUNTED:
        amount = _THOUSANDS.sub("", amount)
    amount = _DECIMAL.sub(lambda number: f"{Decimal(number[0]).normalize():f}", amount)
    return Distance(metres=c.ordered(metres, c.tokens[start]), amount=amount, unit=unit)


def _length(c: Cursor) -> Decimal | None:
    """A number before a unit of length: in digits, in words, `1/2`, `a`, `half a`."""
    mark = c.at
    if c.said(c.words.half):
        return Decimal("0.5")
    if c.said(c.words.article):
        return Decimal(1)
    if c.here.kind not in ("number", "letters") or len(c.here.text) > 9:
        return None
    number = c.number(counted=c.after_numbers() in _counted_units(c.words))
    whole = c.at
    below = c.take("2", "4") if number == 1 and c.take("/") else None
    if below:
        return Decimal(1) / int(below)
    c.at = mark if number is None else whole
    return number


@cache
def _counted_units(w: Vocabulary) -> frozenset[str]:
    return firsts(w.metres, w.yards, w.feet, "m")


def _length_unit(c: Cursor, number: Decimal | None) -> LengthUnit | None:
    mark = c.at
    if c.here.text == "-" and c.glued():
        c.at += 1
    w = c.words
    several = {
        LengthUnit.METRE: w.metres,
        LengthUnit.KILOMETRE: w.kilometres,
        LengthUnit.MILE: w.miles,
        LengthUnit.YARD: w.yards,
        LengthUnit.FOOT: w.feet,
    }
    for unit, phrases in several.items():
        if c.said(phrases):
            return unit
    metres = number is not None and (number >= 100 or c.bare_m is BareM.METRES)
    if c.here.text == "m" and metres and not _minutes_follow(c):
        c.at += 1
        return LengthUnit.METRE
    c.at = mark
    return None


def _minutes_follow(c: Cursor) -> bool:
    """Whether the `m` here is followed by seconds, and so means minutes."""
    mark = c.at
    c.at += 1
    found = c.here.kind == "number" and c.number() is not None and bool(c.said(c.words.seconds))
    c.at = mark
    return found


def _counts(c: Cursor) -> Amount | None:
    found = rep_counts(c)
    return None if found is None else Amount(doses=found[0], bare=not found[1])
