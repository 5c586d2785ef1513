"""Sets with a load of their own: `60 kg x 5, 70 kg x 3`, `2x8 @ 60, 1x5 @ 80`, `12 @ 20 kg`."""

from dataclasses import dataclass

from earcoach.routine.model import Range, Reps
from earcoach.routine.prescription.counts import MOST_LISTED, Counted, one_count, rep_counts
from earcoach.routine.prescription.cursor import Cursor
from earcoach.routine.prescription.draft import Draft
from earcoach.routine.prescription.groups import LEAST_LOAD
from earcoach.routine.prescription.loads import SCALES, efforts, one_load

FEWEST_BARE = 3
"""Loads without any unit that are known by their numbers."""

ROUND = (10, 25)
"""What all ways of a list are multiples of."""


@dataclass(frozen=True, slots=True)
class Weighted:
    """The reps of one set with its load, or of several alike."""

    dose: Counted
    """What is counted."""
    load: str
    """The weight, the percentage or the effort, as written."""
    sets: int = 0
    """How many sets; 0 where it does not say, and is one."""


def weighted(c: Cursor, draft: Draft) -> str | None:
    """`65% x 5, 75% x 5, 85% x 5+`, `8 x 60 kg, 6 x 70 kg`, `2x8 @ 60, 1x3 @ 80`."""
    if draft.doses:
        return None
    if _own_weight(c, draft):
        return "sets"
    if not c.strict and (bare := _bare_loads(c)):
        _add(draft, bare)
        return "sets"
    start = mark = c.at
    found: list[Weighted] = []
    while len(found) < MOST_LISTED:
        several = bool(found)
        one = _sets_first(c) or _load_first(c) or _reps_first(c, several=several)
        if one is None:
            break
        found.append(one)
        mark = c.at
        if not (c.take(",", ";", "/") or c.said(c.words.conjunction)):
            break
    c.at = mark
    alone = len(found) == 1 and (found[0].sets or "@" in (t.text for t in c.tokens[start:mark]))
    if not found or alone or sum(one.sets or 1 for one in found) > MOST_LISTED:
        c.at = start
        return None
    _add(draft, [one for one in found for _ in range(one.sets or 1)])
    return "sets"


def _add(draft: Draft, sets: list[Weighted]) -> None:
    """Take all sets, one by one; what all of them have stands once."""
    doses = tuple(one.dose for one in sets)
    texts = tuple(one.load for one in sets)
    draft.doses = doses[:1] if len(set(doses)) == 1 else doses
    draft.sets = Range(len(sets), len(sets)) if len(sets) > 1 else None
    texts = texts[:1] if len(set(texts)) == 1 else texts
    if all("%" in text or text.casefold().startswith(SCALES) for text in texts):
        draft.efforts = texts
    else:
        draft.loads = texts


def _sets_first(c: Cursor) -> Weighted | None:
    """`2x8 @ 60`, `2 x 8 60 kg`."""
    mark = c.at
    sets = c.whole() if c.here.kind == "number" else None
    dose = one_count(c) if sets and sets < LEAST_LOAD and c.take("x") else None
    if sets and dose is not None:
        sign = c.said(c.words.with_load)
        token = c.here
        if one_load(c, bare=sign is not None) or efforts(c):
            return Weighted(dose, c.written(token), sets)
    c.at = mark
    return None


def _load_first(c: Cursor) -> Weighted | None:
    """`60 kg x 5`, `60 kg 3x5`."""
    mark, token = c.at, c.here
    if _added(c) or one_load(c) or (not c.strict and _large(c)):
        if c.take("(") and one_load(c, bare=True):
            c.take(")")
        load = c.written(token)
        joined = c.take("x", ":") or c.said(c.words.of)
        dose = one_count(c) if joined or not c.strict else None
        goes_on = c.here.text in ("x", "-") or c.sees(c.words.sets)  # `60 kg x 3 sets x 8-10`
        if joined and joined != ":" and dose is not None and not goes_on:
            return Weighted(dose, load)
        match dose:
            case Reps(count=Range() as sets) if joined != "x" and c.take("x"):
                reps = one_count(c)
                if reps is not None:
                    return Weighted(reps, load, sets.low)
    c.at = mark
    return None


def _large(c: Cursor) -> bool:
    """A number without a unit that is too large for sets: `135 x 8`; it is taken."""
    mark = c.at
    number = c.whole() if c.here.kind == "number" else None
    if number and number >= 2 * LEAST_LOAD and c.here.text == "x":
        return True
    c.at = mark
    return False


def _added(c: Cursor) -> bool:
    """One's own weight and what is added to it, or that alone: `BW`, `BW + 10 kg`, `+10 kg`."""
    mark = c.at
    own = c.said(c.words.bodyweight)
    if c.take("+") and one_load(c, bare=own is not None):
        return True
    c.at = mark
    return c.said(c.words.bodyweight) is not None


def _bare_loads(c: Cursor) -> list[Weighted]:
    """`8x135, 5x185, 3x225, 1x245`: nobody does so many reps, and no ways are as long as that."""
    mark = c.at
    found: list[tuple[int, int]] = []
    while len(found) < MOST_LISTED and (pair := _two(c)):
        found.append(pair)
        ends = c.at
        if not c.take(",", ";", "/"):
            break
    odd = all(any(load % round_ for _, load in found) for round_ in ROUND)
    heavy = all(reps <= LEAST_LOAD and load >= 2 * LEAST_LOAD for reps, load in found)
    if len(found) < FEWEST_BARE or not (odd and heavy) or c.here.kind == "letters":
        c.at = mark
        return []
    c.at = ends
    return [Weighted(Reps(Range(reps, reps)), str(load)) for reps, load in found]


def _two(c: Cursor) -> tuple[int, int] | None:
    """Two numbers with an `x` between."""
    mark = c.at
    first = c.whole() if c.here.kind == "number" else None
    second = c.whole() if first and c.take("x") and c.here.kind == "number" else None
    if first and second and c.here.text != "x":
        return first, second
    c.at = mark
    return None


def _own_weight(c: Cursor, draft: Draft) -> bool:
    """`BW x 8, 7, 6`."""
    mark, token = c.at, c.here
    if c.said(c.words.bodyweight):
        load = c.written(token)
        found = rep_counts(c) if c.take("x") else None
        if found and len(found[0]) > 1:
            draft.doses, draft.loads = found[0], (load,)
            return True
    c.at = mark
    return False


def _reps_first(c: Cursor, *, several: bool) -> Weighted | None:
    """`5 x 60 kg`, `5 @ 60 kg`."""
    mark = c.at
    dose = one_count(c)
    if dose is not None and (c.take("x", "@") or c.said(c.words.with_load)):
        token = c.here
        if one_load(c) or (several and one_load(c, bare=True)):
            return Weighted(dose, c.written(token))
    c.at = mark
    return None
