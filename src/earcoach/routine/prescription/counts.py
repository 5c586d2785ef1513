"""Bare numbers of reps: `12`, `12-15`, `10, 8, 6`, `10-8-6`, `12/10/8`, `10+`."""

import operator
import re
from functools import cache, reduce

from earcoach.language.vocabulary import Phrases, Vocabulary
from earcoach.routine.model import ONCE, OpenReps, Range, Reps, Until
from earcoach.routine.prescription.cursor import Cursor

MOST_LISTED = 20
"""Sets with an amount of their own; no list of numbers is read further."""

_TEMPO = re.compile(r"[0-9x](?:-[0-9x]){3}(?![\d-])")
"""Four parts of a rep, which are no sets of a row: `3x8, 4-1-1-0 tempo`."""

Counted = Reps | OpenReps


def rep_counts(c: Cursor) -> tuple[tuple[Counted, ...], bool] | None:
    """The reps of all sets, or of each, and whether the word for reps comes after them."""
    mark = c.at
    c.said(c.words.about)
    least = bool(c.said(c.words.at_least))
    if c.here.kind not in ("number", "letters"):
        c.at = mark
        return None
    found = _dashed(c)
    if found is None:
        c.at = mark
        return None
    if not c.strict and found == (Reps(ONCE),) and c.here.text in ("of", "von"):
        c.at = mark
        return None  # `one of these`
    if c.lists:
        found = _row(c, found)
    end = _open_end(c) if len(found) > 1 else ()
    found += end
    named = bool(end) or _reps_word(c)
    if least or c.said(c.words.or_more):
        found = tuple(_open(dose) for dose in found)
        named = _reps_word(c) or named
    return found, named


def _open_end(c: Cursor) -> tuple[OpenReps, ...]:
    """`8, 8, max`: the last of several sets has no number."""
    mark, w = c.at, c.words
    if c.take(",", "/", "-"):
        c.said(w.conjunction)
        most = c.said(w.most)
        if most or c.said(w.failure):
            c.said(w.reps)
            ends = c.here.kind == "mark" or c.at_end or c.sees(w.rest, w.each, w.with_load)
            if ends or (c.strict and c.here.kind == "letters"):
                return (OpenReps(until=Until.MAX if most else Until.FAILURE),)
    c.at = mark
    return ()


def one_count(c: Cursor) -> Counted | None:
    """The reps of a single set (`5`, `5+`, `5 reps`), without complaint about anything else."""
    mark = c.at
    number = c.whole() if c.here.kind == "number" else None
    if number is None:
        c.at = mark
        return None
    if c.here.text == "+" and c.glued() and c.tokens[c.at + 1].kind != "number":
        c.at += 1
        return OpenReps(at_least=number)
    _reps_word(c)
    return Reps(Range(number, number))


def _open(dose: Counted) -> Counted:
    return OpenReps(at_least=dose.count.low) if isinstance(dose, Reps) and dose.count else dose


def _reps_word(c: Cursor) -> bool:
    mark = c.at
    if c.here.text == "-" and c.glued():
        c.at += 1
    if c.said(c.words.reps):
        return True
    c.at = mark
    return False


def _dashed(c: Cursor) -> tuple[Counted, ...] | None:
    """One number or several with dashes: two that rise are a range, others are one per set."""
    token = c.here
    first = c.count()
    if first is None:
        return None
    if c.here.text == "+" and c.glued() and c.tokens[c.at + 1].kind != "number":
        c.at += 1
        return (OpenReps(at_least=first),)
    mark = c.at
    if c.said(c.words.to):
        second = c.count() if c.here.kind in ("number", "letters") else None
        if second is not None:
            return (Reps(c.ordered(Range(first, second), token)),)
        c.at = mark
    numbers = [first, *_chain(c, "-")]
    if len(numbers) > 2 and c.here.text == "+" and c.glued():
        c.at += 1
        fixed = tuple(Reps(Range(number, number)) for number in numbers[:-1])
        return (*fixed, OpenReps(at_least=numbers[-1]))
    if len(numbers) == 2 and first <= numbers[1]:
        return (Reps(Range(first, numbers[1])),)
    return tuple(Reps(Range(number, number)) for number in numbers)


def _chain(c: Cursor, sign: str) -> list[int]:
    found: list[int] = []
    mark = c.at
    while len(found) < MOST_LISTED and c.take(sign):
        if c.at_end:
            raise c.misread("a range needs a second number", cure="write it like `12-15`")
        number = c.count() if c.here.kind == "number" else None
        if number is None:
            break
        found.append(number)
        mark = c.at
    c.at = mark
    return found


def _row(c: Cursor, found: tuple[Counted, ...]) -> tuple[Counted, ...]:
    """More numbers after commas or slashes, as long as they are numbers of reps."""
    sign = c.here.text if c.here.text in (",", "/") else ""
    mark = c.at
    while sign and len(found) < MOST_LISTED and c.take(sign):
        c.take("and") if sign == "," else None
        if len(found) > 1 and c.said(c.words.failure):
            return (*found, OpenReps(until=Until.FAILURE))
        more = _dashed(c) if c.here.kind == "number" and _plain_count(c) else None
        if more and not _pure(c) and sign == "/":
            more = _before_dash(c, mark)
        if more is None or not _pure(c):
            break
        found, mark = found + more, c.at
    c.at = mark
    return found


def _before_dash(c: Cursor, mark: int) -> tuple[Counted, ...] | None:
    """The last of a row where a dash parts it from what follows: `15 / 12 / 10 - 18 kg`."""
    c.at = mark + 1
    number = c.whole()
    if number is None or c.here.text != "-" or c.glued():
        return None
    return (Reps(Range(number, number)),)


def _plain_count(c: Cursor) -> bool:
    text = c.here.text
    short = text.isdecimal() and len(text) < 5 and 1 <= int(text) <= 1000
    return short and not _TEMPO.match(c.text, c.here.offset)


def _pure(c: Cursor) -> bool:
    """Whether the number before is one of reps, going by what comes after it."""
    if c.here.text == "-" and c.glued() and c.tokens[c.at + 1].kind == "letters":
        return False
    if c.here.kind in ("number", "clock") or c.here.text in ("x", "m", "rpe", "rir", "rm"):
        return False
    return c.here.text not in "%\"'" if c.here.kind == "mark" else not c.sees(_others(c.words))


@cache
def _others(w: Vocabulary) -> Phrases:
    """What numbers count that are none of reps."""
    several = (
        w.seconds, w.minutes, w.hours, w.metres, w.kilometres, w.miles, w.yards, w.feet,
        w.calories, w.breaths, w.times, w.sets, w.holds, w.hold, w.kilograms, w.pounds, w.per_day,
        w.rates,
    )  # fmt: skip
    return reduce(operator.add, several)
