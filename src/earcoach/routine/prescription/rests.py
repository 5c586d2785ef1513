"""Rests between sets and after them, and the pause within a rep, which English calls so too."""

from earcoach.routine.model import Range
from earcoach.routine.prescription.amounts import spent
from earcoach.routine.prescription.cursor import Cursor
from earcoach.routine.prescription.draft import Draft
from earcoach.routine.prescription.durations import MINUTE, SECOND, duration_range, durations

MOST_RESTS = 20
MOST_ALONE_MIN = 4
"""Of a rest without a unit; more are seconds."""
LEAST_REST_MS = 10_000
"""A shorter pause among reps is one in each of them."""
LEAST_SECTION_MS = 300_000
"""What lasts longer after a dash is a section: `Recovery - 10 min`."""


def paused(c: Cursor, draft: Draft) -> str | None:
    """`2-second pause`, `pause 2 s at the bottom`: as long as it is short, in each rep."""
    mark, w = c.at, c.words
    c.said(w.article)
    length = _pause_last(c) or _pause_first(c)
    within = c.said(w.within) if length else None
    if length is None or c.sees(w.between) or (length.high >= LEAST_REST_MS and not within):
        c.at = mark
        return None
    draft.pause_ms, draft.pause = length, c.written(c.tokens[mark])
    return "pause"


def _pause_last(c: Cursor) -> Range | None:
    mark = c.at
    begins = c.here.kind == "number" or c.here.text in c.words.numbers
    found = duration_range(c, walk=True) if begins else None
    if found and c.said(c.words.stop):
        return found
    c.at = mark
    return None


def _pause_first(c: Cursor) -> Range | None:
    mark = c.at
    if c.said(c.words.stop):
        c.take(":") or c.said(c.words.filler)
        found = duration_range(c)
        if found:
            return found
    c.at = mark
    return None


def rest(c: Cursor, draft: Draft) -> str | None:
    """`rest 90s`, `90s rest`, `rest 1-2 min between sets`, `in between 90s`, `no rest`."""
    found = _rest_first(c) or _rest_sign(c, draft) or _rest_last(c, draft)
    if not found:
        return None
    between = c.said(c.words.between)
    if c.strict and not between and len(found) == 1 and c.said(c.words.rest_after):
        draft.rest_after_ms = found[0]
        return "rest after"
    draft.rests_ms = found
    return "rest"


def _rest_first(c: Cursor) -> tuple[Range, ...]:
    mark, token = c.at, c.here
    if c.said(c.words.no) and c.said(c.words.rest):
        return (Range(0, 0),)
    c.at = mark
    word = c.said(c.words.rest)
    if word is None:
        return ()
    c.said(c.words.between)
    apart = _apart(c)
    if apart is not None:
        return (apart,)
    c.take(":", "=") or c.said(c.words.filler)
    found = duration_range(c) or _alone(c) or durations(c)
    if found is None:
        raise c.misread(f"`{c.written(token)}` needs a duration such as `45s`")
    return (found, *_more_rests(c, "/"))


def _apart(c: Cursor) -> Range | None:
    """`Rest - 0:30`: a short length and nothing else, after a dash."""
    mark = c.at
    found = duration_range(c) if not c.strict and c.take("-") else None
    if found and found.high < LEAST_SECTION_MS and (c.at_end or c.here.kind == "mark"):
        return found
    c.at = mark
    return None


def _rest_sign(c: Cursor, draft: Draft) -> tuple[Range, ...]:
    """`, r15`, `(R:30)`, `- r 2 min`: swimmers write no more than a letter."""
    mark, gap = c.at, c.text[: c.here.offset].endswith("  ")
    apart = c.at > 0 and c.tokens[c.at - 1].text in (",", "(", ";", "+", "/", "|", "-")
    apart = apart or bool(draft.doses) or gap
    rated = c.at > 0 and c.tokens[c.at - 1].text == "@"  # `4 min @ r20`, a rate
    sign = c.said(c.words.rest_sign) if not (c.strict or rated) and c.at > 0 else None
    if sign and (apart or c.glued() or len(sign) > 1):
        joined = c.take(":", "=") or c.glued() or len(sign) > 1 or gap
        found = duration_range(c) or (_alone(c) if joined else None)
        if found is not None:
            return (found,)
    c.at = mark
    return ()


def _alone(c: Cursor) -> Range | None:
    """A rest without its unit, which a longer line may leave out: `rest 90`, `rest 2-3`."""
    mark = c.at
    found = c.whole_range() if not c.strict else None
    ends = c.at_end or c.here.kind not in ("letters", "number", "clock") or c.sees(c.words.between)
    if found and ends:
        unit = MINUTE if found.high <= MOST_ALONE_MIN else SECOND
        if unit == MINUTE or found.low % 5 == found.high % 5 == 0:
            return found.scaled(unit)
    c.at = mark
    return None


def _more_rests(c: Cursor, *signs: str) -> tuple[Range, ...]:
    found: list[Range] = []
    mark = c.at
    while len(found) < MOST_RESTS and c.take(*signs):
        more = duration_range(c)
        if more is None:
            break
        found.append(more)
        mark = c.at
    c.at = mark
    return tuple(found)


def _rest_last(c: Cursor, draft: Draft) -> tuple[Range, ...]:
    mark = c.at
    w = c.words
    between = c.said(w.between)
    articled = c.sees(w.article) and c.tokens[c.at + 1].kind == "number"
    c.at += articled  # `a 90 s rest`
    begins = c.here.kind in ("number", "clock") or c.here.text in w.numbers
    if not begins and not c.sees(w.article, w.half, w.about):
        c.at = mark
        return ()
    found = duration_range(c, walk=True)
    several = (found, *_more_rests(c, ",", "/")) if found is not None else ()
    c.take("of")
    if len(several) == 2 and not draft.doses:  # `40 s / 10 s rest` is work and rest
        several = ()
    c.said(w.added)
    if several and draft.doses and not c.sees(w.rest) and spent(c):
        return several
    if several and c.said(c.words.rest) and not _length_here(c):
        return several
    if len(several) == 1 and not between and c.sees(w.between):  # `60 s between sets`
        return several
    if len(several) == 1 and between not in (None, "between"):  # `after each set 1 minute`
        return several
    c.at = mark
    return ()


def _length_here(c: Cursor) -> bool:
    """Whether the rest's own length follows: `30s rest 45s`."""
    mark = c.at
    found = c.here.kind in ("number", "clock") and duration_range(c, walk=True) is not None
    c.at = mark
    return found
