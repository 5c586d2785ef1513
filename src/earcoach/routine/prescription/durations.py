"""Durations as they are written, in ms: `90s`, `1:30`, `1 min 30 s`, `30-45 sec`, `a minute`."""

from decimal import Decimal

from earcoach.routine.model import Range
from earcoach.routine.prescription.cursor import BareM, Cursor
from earcoach.routine.prescription.tokens import Token

MAX_DURATION_MS = 12 * 3600 * 1000
LEAST_WORK_MS = 1000
LEAST_BEAT_MS = 500
SECOND, MINUTE, HOUR = 1000, 60_000, 3_600_000


def duration(c: Cursor, *, least_ms: int = 0) -> int | None:
    """A single duration, if one stands here."""
    token = c.here
    ranged = duration_range(c, least_ms=least_ms)
    if ranged is None:
        refuse_number(c)
    elif ranged.low != ranged.high:
        message = "a single duration is needed here, not a range"
        raise c.misread(message, since=token, code="R202")
    return None if ranged is None else ranged.low


def durations(c: Cursor) -> Range | None:
    """A duration or a range of them, if one stands here."""
    found = duration_range(c)
    if found is None:
        refuse_number(c)
    return found


def work(c: Cursor) -> Range | None:
    """A duration to work for, or a range of them, if one stands here."""
    found = duration_range(c, least_ms=LEAST_WORK_MS)
    if found is None:
        refuse_number(c)
    return found


def duration_range(c: Cursor, *, least_ms: int = 0, walk: bool = False) -> Range | None:
    """A duration or a range of them (`20-30s`); None if no duration stands here.

    Where one may `walk` it, a bare `m` is not a duration from 100 up.
    """
    token, mark = c.here, c.at
    ends = _ends_walked if walk else _ends_timed
    about = c.said(c.words.about)
    found = c.once(ends)
    if found is None and about:  # `a full minute`, where `a full 60 s` has no unit of its own
        c.at = mark
        found = c.once(ends)
    if found is None:
        c.at = mark
        return None
    low, high = found
    if low != int(low) or high != int(high):
        message = "a duration is a whole number of milliseconds"
        raise c.misread(message, since=token, code="R202")
    return _checked(c, Range(int(low), int(high)), token, least_ms)


def _ends_walked(c: Cursor) -> tuple[Decimal, Decimal] | None:
    return _ends(c, walk=True)


def _ends_timed(c: Cursor) -> tuple[Decimal, Decimal] | None:
    return _ends(c, walk=False)


def _ends(c: Cursor, walk: bool) -> tuple[Decimal, Decimal] | None:
    """Both ends of a duration; the unit of the second is that of the first where it has none."""
    mark = c.at
    if c.here.kind == "letters" and not _may_begin(c):
        return None
    first = c.number()
    if first is not None and c.dash():
        second = c.number()
        unit = _unit(c, second, walk) if second is not None else None
        if second is not None and unit:
            return first * unit, second * unit
        c.at = mark
    elif first is not None:
        c.at = mark
    low = single(c, walk)
    if low is None:
        return None
    mark = c.at
    high = single(c, walk) if c.dash() else None
    if high is None:
        c.at = mark
        return low, low
    return low, high


def _may_begin(c: Cursor) -> bool:
    """Whether a word can be the first of a duration."""
    word, w = c.here.text, c.words
    return word in w.numbers or word in w.article.by_first or word in w.half.by_first


def single(c: Cursor, walk: bool = False) -> Decimal | None:
    """One duration in ms, with all its parts: `1 min 30 s`."""
    clock = _clock(c)
    if clock is not None:
        c.said(c.words.minutes) or c.said(c.words.seconds)
        return clock
    mark = c.at
    half = bool(c.said(c.words.half))
    one = half or bool(c.said(c.words.article))
    c.said(c.words.added) if one else None  # `an extra minute`
    number = (Decimal("0.5") if half else Decimal(1)) if one else c.number()
    slash = None if one else _halved(c, number)
    number = number if slash is None else slash
    letter = c.here.text in ("m", "s", "h")
    unit = _unit(c, number, walk) if number is not None and not (one and letter) else None
    if number is None or unit is None:
        c.at = mark
        return None
    return number * unit + _smaller_parts(c, unit)


def _halved(c: Cursor, number: Decimal | None) -> Decimal | None:
    """`1/2` or `1 1/2` of a unit."""
    mark = c.at
    whole = Decimal(0)
    if number is not None and c.here.kind == "number":
        whole, number = number, c.number()
    if number is not None and c.take("/"):
        below = c.number() if c.here.kind == "number" else None
        if below in (2, 4) and number < below:
            return whole + number / below
    c.at = mark
    return None


def _smaller_parts(c: Cursor, unit: int) -> Decimal:
    total = Decimal(0)
    while unit > 1:
        mark = c.at
        if c.take("and"):
            half = c.said(c.words.half)
            if half and not c.sees(c.words.hours, c.words.minutes, c.words.seconds):
                return total + Decimal(unit) / 2
        number = c.number()
        smaller = _unit(c, number, walk=False, after=unit) if number is not None else None
        if number is None or smaller is None or smaller >= unit:
            c.at = mark
            break
        total, unit = total + number * smaller, smaller
    return total


def _clock(c: Cursor) -> Decimal | None:
    token = c.here
    if token.kind != "clock":
        return None
    c.at += 1
    parts = [int(part or 0) for part in token.text.split(":")]
    if any(part >= 60 for part in parts[1:]):
        raise c.misread(f"`{token.text}` is not a time", since=token, code="R202")
    seconds = 0
    for part in parts:
        seconds = seconds * 60 + part
    return Decimal(seconds * 1000)


def _unit(c: Cursor, number: Decimal | None, walk: bool, after: int = 0) -> int | None:
    """The length of the unit that stands here; a hyphen may lead to it (`30-second`)."""
    mark = c.at
    token = c.tokens[c.at - 1]
    if c.here.text == "-" and c.glued():
        c.at += 1
    w = c.words
    for length, phrases in ((SECOND, w.seconds), (MINUTE, w.minutes), (HOUR, w.hours)):
        if c.said(phrases):
            if c.here.text == "." and c.glued():
                c.at += 1
            elif c.here.text == "'" and c.glued():  # `a minute's rest`, `two minutes' rest`
                c.at += 1
                c.take("s") if c.glued() else None
            return length
    prime = _prime(c)
    if prime is not None:
        return prime
    if c.take("ms"):
        return 1
    if c.here.text == "m":
        return _bare_m(c, number or Decimal(0), token, walk, after)
    c.at = mark
    return None


def _prime(c: Cursor) -> int | None:
    """The unit that primes are: `1'` and `30"`, or `30''`; not `18's`."""
    mark = c.at
    if c.glued() and c.take('"'):
        return SECOND
    if c.glued() and c.take("'"):
        if c.glued() and c.take("'"):
            return SECOND
        if c.here.kind != "letters" or not c.glued():
            return MINUTE
    c.at = mark
    return None


def _bare_m(c: Cursor, number: Decimal, token: Token, walk: bool, after: int) -> int | None:
    """Minutes if nothing else can be meant, None for metres, Misread where both can."""
    c.at += 1
    mark = c.at
    seconds_follow = c.here.kind == "number" and c.number() is not None and c.said(c.words.seconds)
    c.at = mark
    if after == HOUR or seconds_follow or (c.bare_m is BareM.MINUTES and number < 100):
        return MINUTE
    far = max(number, token.counted) if token.kind == "number" else number  # not in `a dozen m`
    if walk and (far >= 100 or c.bare_m is BareM.METRES):
        return None
    amount = token.text
    raise c.misread(
        f"`{amount} m` may be metres or minutes",
        since=token,
        code="R212",
        cure=f"write `{amount} metres` or `{amount} min`" if walk else f"write `{amount} min`",
    )


def refuse_number(c: Cursor) -> None:
    """Misread if a number without a unit stands here."""
    token = c.here
    if token.kind == "letters" or c.number() is None:
        return
    if c.dash():
        c.number()
    text = c.written(token)
    unit = c.here.text if c.here.kind == "letters" and c.glued() else ""
    raise c.misread(
        f"duration `{text}` has no unit",
        since=token,
        code="R201",
        cure=f"did you mean `{text}s`?" if not unit else None,
    )


def _checked(c: Cursor, found: Range, token: Token, least_ms: int) -> Range:
    if found.low < least_ms:
        raise c.misread(f"this is at least `{least_ms / 1000:g}s`", since=token, code="R203")
    if found.high > MAX_DURATION_MS:
        raise c.misread("a duration is at most 12 hours", since=token, code="R203")
    return c.ordered(found, token)
