"""Loads and efforts as they are written: announced, and never computed with."""

import re

from earcoach.routine.prescription.cursor import Cursor

SCALES = ("rpe", "rir")
"""What efforts are told on."""

MOST_LISTED = 20


def loads(c: Cursor, *, shared: bool) -> tuple[str, ...] | None:
    """`24 kg`, `2 x 10 kg`, `60, 65, 70 kg`, `70 %`, `bodyweight`, if they stand here.

    Where it cannot be reps that stand before the first comma, a unit may be `shared`.
    """
    mark, token = c.at, c.here
    if c.said(c.words.bodyweight):
        if (
            not c.strict
            and c.here.kind == "letters"
            and c.here.text != "x"
            and not c.sees(c.words.conjunction, c.words.each)
        ):
            c.at = mark  # `bodyweight squats`
            return None
        plus = c.take("+")
        extra = (_weight(c) or (not c.strict and _numbers(c))) if plus else None
        if plus and not extra:
            c.at -= 1
        return (c.written(token),)
    found = _listed(c, shared)
    if found is None:
        c.at = mark
    return found


def efforts(c: Cursor) -> tuple[str, ...] | None:
    """`RPE 8`, `RIR 2`, `2 RIR`, `RPE 7-8`, `24-26 spm`, if they stand here."""
    mark, token = c.at, c.here
    if c.take(*SCALES):
        c.take("of") or c.take(":")
        if _numbers(c):
            return (c.written(token),)
    elif _numbers(c) and (c.take(*SCALES) or c.said(c.words.rates)):
        return (c.written(token),)
    c.at = mark
    return None


def pace(c: Cursor) -> str | None:
    """`4:30/km`, `5:00 /km pace`, if it stands here."""
    mark, token = c.at, c.here
    c.said(c.words.about)
    if c.here.kind == "clock":
        c.at += 1
        if c.take("-") and c.here.kind == "clock":
            c.at += 1
        w = c.words
        if c.take("/", "per", "min") and (c.take("/") or True):
            c.number()
            if c.said(w.kilometres) or c.said(w.miles) or c.take("m"):
                c.take("pace")
                return c.written(token)
    c.at = mark
    c.number() if c.here.kind == "number" else None
    c.take("k")
    c.said(c.words.race)
    if c.end > token.offset and c.take("pace", "effort"):
        return c.written(token)
    c.at = mark
    if c.strict and c.said(c.words.ease):
        return c.written(token)
    return None


def one_load(c: Cursor, *, bare: bool = False) -> bool:
    """One load with its unit, or a number alone where that is enough; it is taken."""
    return _weight(c) or (bare and _numbers(c))


def _weight(c: Cursor) -> bool:
    """One number or range with its unit; it is taken."""
    mark = c.at
    if _numbers(c) and _unit(c):
        return True
    c.at = mark
    return False


def _numbers(c: Cursor) -> bool:
    if c.here.kind != "number":
        return False
    c.at += 1
    mark = c.at
    if c.take("-", "to") and c.here.kind == "number":
        c.at += 1
    else:
        c.at = mark
    return True


def _unit(c: Cursor) -> bool:
    w = c.words
    mark = c.at
    if c.here.text == "-" and c.glued():
        c.at += 1
    if c.said(w.kilograms) or c.said(w.pounds):
        c.said(w.implements) if c.strict else None
        return True
    c.at = mark
    if not c.take("%"):
        return False
    c.take("of")
    c.take("1")
    c.take("rm", "1rm", "max", "tm", "e")
    return True


def _listed(c: Cursor, shared: bool) -> tuple[str, ...] | None:
    """One load, or several for a set each; the unit may come after the last alone."""
    spans: list[tuple[int, int]] = []
    sign, signs = "", ""
    start = c.at
    pair = _pair(c)
    while len(spans) < MOST_LISTED and (pair or _numbers(c)):
        token = c.tokens[start]
        had_unit = bool(pair) or _unit(c)
        if not had_unit and not shared and c.here.text != "/":
            return None
        spans.append((token.offset, c.end))
        pair, mark = False, c.at
        signs = sign
        sign = c.take(sign) or "" if sign else c.take(",", "/", "-") or ""
        start = c.at
        if not sign or c.here.kind != "number" or not _another(c, had_unit):
            c.at = mark
            if signs == "/" and len(spans) == 2:  # 45/25 lb: for one or for another person
                spans = [(spans[0][0], spans[1][1])]
            return _texts(c, spans) if had_unit else None
    return None


def _another(c: Cursor, had_unit: bool) -> bool:
    """Whether the number here is a load too: of reps after a comma it is not."""
    mark = c.at
    found = False
    for _ in range(MOST_LISTED):
        if not _numbers(c):
            break
        if _unit(c):
            found = True
            break
        if had_unit or not c.take(",", "/", "-"):
            break
    c.at = mark
    return found


def _pair(c: Cursor) -> bool:
    """Two weights of one kind: `2 x 10 kg`."""
    mark = c.at
    if c.here.kind == "number" and c.here.text in ("1", "2"):
        c.at += 1
        if c.take("x") and _weight(c):
            return True
    c.at = mark
    return False


def _texts(c: Cursor, spans: list[tuple[int, int]]) -> tuple[str, ...]:
    texts = [c.text[start:end].strip() for start, end in spans]
    unit = re.sub(r"^[\d.,\s½¼¾x×–-]+(to\s*\d+)?", "", texts[-1])
    return tuple(
        text if re.search(r"[^\d.,\s½¼¾–-]", text) else f"{text} {unit}".strip() for text in texts
    )
