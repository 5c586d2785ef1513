"""How the sides share the work, and what a side is called."""

from earcoach.routine.model import Sides
from earcoach.routine.prescription.cursor import Cursor


def sides(c: Cursor) -> tuple[Sides, str] | None:
    """`each leg`, `e/s`, `alternating`, `both`, if it stands here."""
    mark = c.at
    w = c.words
    if c.said(w.alternating):
        return Sides.ALTERNATING, limb(c) or "side"
    of = c.at > 0 and c.tokens[c.at - 1].text in ("of", "von")
    if c.said(w.each):
        if (
            of
            or c.sees(w.left, w.right, w.sets, w.reps, w.other)
            or c.here.kind in ("number", "clock")
        ):
            c.at = mark  # `each left` is each_whole, `each set` and `every 60 s` are no sides
        else:
            return Sides.EACH, _limbs(c) or "side"
    loose = c.here.text in ("a", "an", "/", "on")
    if c.said(w.each_limb):
        found = _limbs(c)
        if found and not (loose and not _after_count(c, mark)):
            return Sides.EACH, found
        c.at = mark
    mark = c.at
    whole = c.said(w.each_whole)
    short = whole in ("e", "es") and (c.here.text == "-" or not _after_count(c, mark))
    if whole and not short:
        together = c.take("together", "zusammen")  # `both arms together`
        return (Sides.BOTH if together else Sides.EACH), "side"
    c.at = mark
    if c.said(w.both):
        return Sides.BOTH, "side"
    return None


def _after_count(c: Cursor, at: int) -> bool:
    """Whether a number, or a word after one, stands before a place: `10 a side`, `30 s/leg`."""
    before = c.tokens[at - 1] if at else c.here
    w = c.words
    units = (w.reps, w.seconds, w.minutes, w.metres, w.yards, w.breaths)
    amount = before.kind in ("number", "clock") or before.text in ("'", '"')
    return amount or any(before.text in u.by_first for u in units)


def limb(c: Cursor) -> str | None:
    """What a side is called, if its name stands here."""
    found = c.words.limbs.get(c.here.text)
    if found:
        c.at += 1
    return found


def _limbs(c: Cursor) -> str | None:
    """A limb, or two for one exercise: `each direction, each leg`, `each arm/leg`."""
    found = limb(c)
    mark = c.at
    if found and c.take("/", "and", "&"):
        second = limb(c)
        if second:
            return found
    c.at = mark
    return found
