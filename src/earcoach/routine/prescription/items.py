"""The parts of a dose, each read by one function: it takes its words, or leaves all as it was.

Every reader returns the word it is known by (for "said twice"), or None if it does not stand here.
"""

from collections.abc import Callable

from earcoach.routine.model import Breaths, OpenReps, Range, Reps, Sides, Timed
from earcoach.routine.prescription.amounts import amount
from earcoach.routine.prescription.cursor import Cursor
from earcoach.routine.prescription.draft import Draft
from earcoach.routine.prescription.durations import LEAST_BEAT_MS, duration, duration_range
from earcoach.routine.prescription.loads import efforts, loads, pace
from earcoach.routine.prescription.sides import sides
from earcoach.routine.prescription.tempos import tempo, usual_tempo

MOST_BEAT_MS = 6_000
"""Of a rep that is not held."""

ItemReader = Callable[[Cursor, Draft], str | None]


def per_day(c: Cursor, draft: Draft) -> str | None:
    """`3 x/day`, `twice a day`: told, and not done."""
    mark, token = c.at, c.here
    several = c.said(c.words.several_a_day)
    if not several and c.here.kind in ("number", "letters") and len(c.here.text) < 9:
        number = c.number()
        if number is not None and c.dash():
            c.number()
        several = c.said(c.words.per_day) if number is not None else None
    if not several:
        c.at = mark
        return None
    draft.notes = (*draft.notes, c.written(token))
    return "per day"


def beat(c: Cursor, draft: Draft) -> str | None:
    """`beat 3s`."""
    word = c.said(c.words.beat)
    if word is None:
        return None
    c.take(":")
    found = duration(c, least_ms=LEAST_BEAT_MS)
    if found is None:
        raise c.misread(f"`{word}` needs a duration such as `3s`")
    draft.beat_ms = found
    return "beat"


def per_rep(c: Cursor, draft: Draft) -> str | None:
    """`2 s per rep`, `at 1-2s/rep`: a beat, as long as a rep without a hold may be."""
    mark = c.at
    c.take("at", "@")
    found = duration_range(c, walk=True)
    counted = found is not None and (c.take("/") or c.said(c.words.each)) and c.said(c.words.reps)
    if found is None or not counted or not LEAST_BEAT_MS <= found.low <= found.high <= MOST_BEAT_MS:
        c.at = mark
        return None
    draft.beat_ms = (found.low + found.high) // 2
    return "beat"


def tempos(c: Cursor, draft: Draft) -> str | None:
    """`tempo 3-1-1-0`, `@ 30X1`, `(30X1)`, `3-1-1-0 tempo`."""
    mark = c.at
    word = c.said(c.words.tempo)
    if word:
        c.take(":", "=")
        found = tempo(c)
        if found is None:
            raise c.misread(f"`{word}` needs four parts such as `3-1-1-0`")
    else:
        bare = not c.take("@")
        in_sets = draft.sets is not None and bool(draft.doses)
        found = usual_tempo(c, bare=bare, in_sets=in_sets) if draft.doses or not bare else None
    if found is None:
        c.at = mark
        return None
    draft.tempo = found
    return "tempo"


def held(c: Cursor, draft: Draft) -> str | None:
    """`hold`, `hold for 5s`, `5s hold`, `hold for 5 breaths`."""
    mark, token = c.at, c.here
    length = _before_hold(c)
    if length is None:
        if not c.said(c.words.hold):
            return None
        c.take(":")
        c.said(c.words.filler)
        if not draft.doses and _held_long(c, draft):
            return "hold"
        length = duration_range(c) or _counted(c)
    if not draft.hold(length):
        c.at = max(c.at, mark + 1)
        message = "a hold needs a duration"
        raise c.misread(message, since=token, cure="write it like `3 x 30s hold`")
    c.said(c.words.within)
    return "hold"


def total(c: Cursor, draft: Draft) -> str | None:
    """`20 reps total`: that of both sides together."""
    if not c.strict or not draft.doses or not c.said(c.words.in_total):
        return None
    draft.total = True
    return "total"


def _counted(c: Cursor) -> Range | None:
    """`(for) a count of six`, `for 5 counts`: as many seconds."""
    mark = c.at
    of = c.said(c.words.count_of)
    low = c.whole()
    if low and (of or c.said(c.words.count)):
        return Range(1000 * low, 1000 * low)
    c.at = mark
    return None


def _before_hold(c: Cursor) -> Range | None:
    """`5s hold`, `a 5-second hold`."""
    mark = c.at
    c.said(c.words.article) if c.tokens[c.at + 1 :][:1] and c.here.kind == "letters" else None
    starts = c.here.kind in ("number", "clock") or c.here.text in c.words.numbers
    found = duration_range(c, walk=True) if starts else None
    if found is not None and c.said(c.words.hold):
        return found
    c.at = mark
    return None


def _held_long(c: Cursor, draft: Draft) -> bool:
    """A hold by breaths, or for as long as one can."""
    mark = c.at
    found = amount(c) if c.here.kind in ("number", "letters") else None
    if found and isinstance(found.doses[0], Breaths | OpenReps):
        draft.doses = found.doses
        return True
    c.at = mark
    return False


def turns(c: Cursor, draft: Draft) -> str | None:
    """`each leg`, `alternating`, `both`."""
    found = sides(c)
    if found is None:
        return None
    named = c.tokens[c.at - 1].text in c.words.limbs
    if (
        draft.sets_alone and found == (Sides.EACH, "side") and not named
    ):  # `2 sets (3 reps each)`: each set
        return "each set"
    draft.turn(*found)
    return str(found[0])


def effort(c: Cursor, draft: Draft) -> str | None:
    """`@ 24 kg`, `with 60 kg`, `RPE 8`, `bodyweight`, `@ 4:30/km`."""
    mark = c.at
    by = bool(draft.sets and draft.doses and c.take("x"))  # `3 x 10 x 50 kg`
    sign = c.said(c.words.with_load)
    weights = loads(c, shared=sign is not None)
    if by and not weights:
        c.at = mark
        return None
    if weights:
        _less_sign(c)
        percent = all("%" in text for text in weights)
        if percent:
            draft.efforts = (*draft.efforts, *weights)
            return "%"
        draft.loads = weights
        return "load"
    scaled = efforts(c)
    if scaled:
        _less_sign(c)
    if scaled is None:
        c.said(c.words.article) if sign else None
        at_pace = pace(c)
        scaled = (at_pace,) if at_pace else None
    if scaled is None and sign == "@" and not c.strict and c.here.kind == "number":
        token = c.here
        c.at += 1
        draft.loads = (c.written(token),)
        return "load"
    if scaled is None:
        c.at = mark
        return None
    draft.efforts = (*draft.efforts, *scaled)
    return "effort"


def _less_sign(c: Cursor) -> None:
    """Pass the sign between a load and the sets that have it: `60 kg x 3 sets of 8`."""
    mark = c.at
    counted = c.take("x") and c.whole_range() and (c.said(c.words.reps) or True)
    goes_on = counted and (c.here.text == "x" or c.sees(c.words.sets))
    c.at = mark + 1 if goes_on else mark


def again(c: Cursor, draft: Draft) -> str | None:
    """`repeat 3 times`, `5 times`; after an amount `x 3`, `x 3 sets`, `x 5s`."""
    mark = c.at
    often = _often(c)
    if often:
        draft.times = Range(often, often)
        return "times"
    by = bool(not draft.sets and c.take("x"))
    length = duration_range(c) if by and draft.doses else None
    if length is not None and draft.hold(length):
        return "hold"
    word = by or c.said(c.words.repeat)
    number = None if c.sees(c.words.sets) else _times(c)
    if number and not by and c.sees(c.words.sets, c.words.holds):  # `do 3 sets`
        c.at = mark
        return None
    first = draft.times if by and not draft.doses and not draft.sets else None
    if first and number:  # `x 10 each side, x 3`
        draft.doses, draft.times, draft.said = (Reps(first),), None, draft.said - {"times"}
    if number and by and _holds_alone(draft) and c.take("x"):  # `hold 5s x 10 x 3`
        draft.sets, draft.times = _times(c), number
        return "times"
    named = bool(number and (c.take("x") or c.said(c.words.times)))
    if number is None or not (word or named) or _goes_on(c):
        c.at = mark
        return None
    if by and c.said(c.words.sets):
        draft.sets = number
        return "sets"
    draft.times = number
    return "times"


def _holds_alone(draft: Draft) -> bool:
    return all(isinstance(dose, Timed) and dose.hold for dose in draft.doses) and bool(draft.doses)


def _often(c: Cursor) -> int:
    """`twice with each foot`; without a side only where nothing but a field stands before it."""
    mark, w = c.at, c.words
    often = w.often.get(c.here.text, 0) if not c.strict else 0
    first = mark == 0 or c.tokens[mark - 1].text == ":"
    c.at += bool(often)
    c.take("round", "around", "through") if often else None
    sided = c.sees(w.each, w.each_limb, w.each_whole)
    first = first and (often > 1 or c.at_end)  # `once you can`
    ends = often > 1 and (c.at_end or c.here.text in (",", ";", ".", ")"))
    if often and (first or sided or ends) and not c.sees(w.per_day):
        return often
    c.at = mark
    return 0


def _times(c: Cursor) -> Range | None:
    c.said(c.words.about)
    return c.whole_range()


def _goes_on(c: Cursor) -> bool:
    """Whether an `x` just read was no end but stands before an amount."""
    return c.tokens[c.at - 1].text == "x" and c.here.kind in ("number", "clock")
