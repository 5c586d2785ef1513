"""Sets with their dose: `3 x 12`, `3 sets of 12`, `12 x 3 sets`, `2 x 10, 2 x 6`."""

from earcoach.routine.model import HeldReps, Range, Reps, Sides, Timed
from earcoach.routine.prescription.amounts import Amount, amount, worked
from earcoach.routine.prescription.cursor import Cursor
from earcoach.routine.prescription.draft import Draft
from earcoach.routine.prescription.durations import LEAST_WORK_MS, duration_range
from earcoach.routine.prescription.loads import one_load

LEAST_LOAD = 20
"""Of three numbers with `x` between, one from here up is a load."""

EXAMPLE = "write it like `3 x 12`, `2 x 8 each leg` or `3 x 30s hold, rest 15s`"


def groups(c: Cursor, draft: Draft) -> str | None:
    """`3 x 12`, `3 sets of 12`, `12 x 3 sets`, `3 holds of 30s`, `3 sets`."""
    mark = c.at
    sets, unit, joined = _sets(c)
    if sets is None or (draft.sets is not None and unit != "x") or _weight_here(c):
        c.at = mark
        return None
    after = c.at
    c.take("(") if unit == "x" and not c.strict else None
    found = (_work_and_rest(c, sets, draft) if unit == "x" else None) or _amount(c, sets)
    if found is None and unit == "x" and not c.strict:
        c.at = mark
        return None
    if found is None and unit == "x":
        raise c.misread("a number of reps or a duration is missing", cure=EXAMPLE)
    if found is None or (unit != "x" and found.bare and not joined):
        c.at = after
        draft.sets, draft.sets_alone = sets, True
        return "sets"
    if unit == "x" and (held := _held_each(c, found)):
        found = held
    worked(c, found)
    if unit == "x" and not c.strict and (three := _three(c, sets, found)):
        sets, found, draft.loads = three
    if unit == "x" and (c.said(c.words.sets) or _reps_before(c, mark, sets, found)):
        sets, found = _turned(c, sets, found)
    if not _add(draft, sets, found):
        c.at = mark
        return None
    if unit == "holds" and not draft.hold(None):
        cure = "write it like `3 holds of 30s`"
        raise c.misread("a hold needs a duration", since=c.tokens[mark], cure=cure)
    if found.each_side:
        draft.turn(Sides.EACH, "side")
    return "sets"


def _sets(c: Cursor) -> tuple[Range | None, str, bool]:
    """How many sets, the word after the number, and whether a sign joins it to what follows."""
    number = c.whole_range()
    if number is None:
        return None, "", False
    w = c.words
    if c.said(w.holds):
        unit = "holds"
    elif c.said(w.sets) or (c.here.text == "-" and c.glued() and _hyphened(c)):
        unit = "sets"
    elif c.take("x"):
        unit = "sets" if c.said(w.sets) else "x"
    else:
        return None, "", False
    joined = unit == "holds" or (unit != "x" and bool(c.take(":")) | bool(c.said(w.of)))
    return number, unit, joined


def _hyphened(c: Cursor) -> bool:
    c.at += 1
    if c.said(c.words.sets):
        return True
    c.at -= 1
    return False


def _weight_here(c: Cursor) -> bool:
    mark = c.at
    found = one_load(c)
    c.at = mark
    return found


def _work_and_rest(c: Cursor, sets: Range, draft: Draft) -> Amount | None:
    """`8 x 20s/10s`: two times that are not one for each set are of work and of rest."""
    mark = c.at
    if all(token.text != "/" for token in c.tokens[mark + 1 : mark + 4]):
        return None
    work = duration_range(c, least_ms=LEAST_WORK_MS, walk=True)
    pause = duration_range(c) if work and c.take("/") else None
    alone = c.here.text not in ("/", ",") and not c.sees(c.words.rest, c.words.hold)
    if work and pause and alone and work != pause and sets.low > 2:
        draft.rests_ms, draft.said = (pause,), draft.said | {"rest"}
        return Amount(doses=(Timed(length_ms=work, hold=False),))
    c.at = mark
    return None


def _amount(c: Cursor, sets: Range) -> Amount | None:
    """The dose of the sets; a list of doses has one for each of them."""
    mark = c.at
    found = amount(c)
    if found is None or len(found.doses) == 1 or sets.low <= len(found.doses) <= sets.high:
        return found
    if c.strict and sets.low == sets.high:
        message = f"{sets.low} sets have {len(found.doses)} doses here"
        raise c.misread(
            message, since=c.tokens[mark], cure="give one for all sets, or one for each"
        )
    c.at = mark
    c.lists = False
    found = amount(c)
    c.lists = True
    return found


def _three(c: Cursor, sets: Range, found: Amount) -> tuple[Range, Amount, tuple[str, ...]] | None:
    """`100x5x3`, `3x5x100`: the number that is too large for sets and reps is the load."""
    mark = c.at
    dose = found.doses[0]
    third = c.whole() if c.take("x") and not _weight_here(c) else None
    if third is None or not isinstance(dose, Reps) or dose.count is None or len(found.doses) > 1:
        c.at = mark
        return None
    if sets.low >= LEAST_LOAD:
        return Range(third, third), found, (str(sets.low),)
    return sets, found, (str(third),)


def _held_each(c: Cursor, found: Amount) -> Amount | None:
    """`3 x 5 x 15 s`: each rep is held."""
    mark = c.at
    match found.doses:
        case (Reps(count=Range() as count),) if c.take("x"):
            length = duration_range(c)
            if length is not None:
                c.said(c.words.hold)
                return Amount(doses=(HeldReps(count=count, hold_ms=length),))
    c.at = mark
    return None


def _turned(c: Cursor, sets: Range, found: Amount) -> tuple[Range, Amount]:
    """`12 x 3 sets`: the first number was that of the reps."""
    dose = found.doses[0]
    if len(found.doses) != 1 or not isinstance(dose, Reps) or dose.count is None:
        raise c.misread("it is said twice how many sets", cure=EXAMPLE)
    return dose.count, Amount(doses=(Reps(sets),))


def _reps_before(c: Cursor, mark: int, sets: Range, found: Amount) -> bool:
    """Whether the reps stand before the sets: `bridge x 12 x 3`."""
    match found.doses:
        case (Reps(count=Range(high=high)),) if mark and c.tokens[mark - 1].text == "x":
            return not c.strict and sets.low > high
    return False


def _add(draft: Draft, sets: Range, found: Amount) -> bool:
    if draft.sets is not None:
        return draft.group(sets, found.doses)
    if not draft.add(found.doses):
        return False
    draft.sets = sets
    return True
