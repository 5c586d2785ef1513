"""Intervals on one line: `6 x (2 min hard / 1 min easy)`, `alternate 1 min run and 2 min walk`."""

import re
from collections.abc import Sequence

from earcoach.routine.model import Distance, Range, Timed
from earcoach.routine.prescription import (
    Cursor,
    Misread,
    Prescription,
    duration_range_of,
    longest,
)
from earcoach.written.names import cleaned, words_in
from earcoach.written.pairs import pairs
from earcoach.written.parts import Tongue, doses_in, metres, parts
from earcoach.written.pieces import Piece
from earcoach.written.settings import Setting
from earcoach.written.statements import Kind, Statement

MOST_ROUNDS = 60
"""Of a line; more count something else."""

_ROUNDS = re.compile(
    r"^(?:(?P<head>[^\W\d_]{1,8}\s?\d{0,2}):\s+)?(?P<rounds>\d{1,2})\s*[x\u00d7*]\s*[(\[](?P<inside>[^()\[\]]{5,120})[)\]][\s.;]*$",
    re.IGNORECASE,
)
_SIGNS = r"\s*[/+,;&]\s*|\s+[-\u2013]\s+"


def intervals(piece: Piece, tongue: Tongue) -> tuple[Statement, ...]:
    """The rounds that a line says, what is done in them, and their end; () for another line."""
    members, rounds = _in_brackets(piece, tongue) or _alternated(piece, tongue)
    if len(members) < 2 or not 1 < rounds <= MOST_ROUNDS:
        return ()
    begun = _heading(piece, Setting(rounds=Range(rounds, rounds)))
    return (begun, *members, _heading(piece, Setting()))


def _in_brackets(piece: Piece, tongue: Tongue) -> tuple[list[Statement], int] | None:
    found = _ROUNDS.match(piece.text)
    if not found:
        return None
    words = tongue.prose.parting.alternatives
    told = re.split(rf"{_SIGNS}|\s(?:{words})\s", found["inside"])
    members = [_named_first(piece, text, tongue) or _member(piece, text, tongue) for text in told]
    return [m for m in members if m] if all(members) else [], int(found["rounds"])


def _member(piece: Piece, text: str, tongue: Tongue) -> Statement | None:
    """One of the intervals: how long or how far, and what it is."""
    c = Cursor(text, words=tongue.words, bare_m=metres(piece.text, tongue), strict=False)
    try:
        length = duration_range_of(c)
    except Misread:
        return None
    if length is not None:
        said = Prescription(doses=(Timed(length, hold=False),))
    else:
        c.at = 0
        far = longest(c)
        if far is None or not far.said.doses or not isinstance(far.said.doses[0], Distance):
            return None
        said = far.said
    name = cleaned(text[c.end :], tongue.prose.glue)
    return _exercise(piece, name, said) if name else None


def _named_first(piece: Piece, text: str, tongue: Tongue) -> Statement | None:
    """One of the intervals whose name stands before its length: `run 1 min`."""
    told = [part for part in doses_in(parts(text, tongue)) if part.said.doses]
    if len(told) != 1 or text[told[0].end :].strip():
        return None
    name = cleaned(text[: told[0].start], tongue.prose.glue)
    return _exercise(piece, name, told[0].said) if name else None


def _alternated(piece: Piece, tongue: Tongue) -> tuple[list[Statement], int]:
    """`Alternate 1 minute of running with 2 minutes of walking for a total of 21 minutes`."""
    alternating = tuple(tongue.words.alternating.by_first)
    first = words_in(piece.text)[:1]
    if not first or not first[0].startswith(alternating):
        return [], 0
    text, length = _total(piece.text, tongue)
    first = words_in(text)[:1]
    if length is None or not first or first[0] not in alternating:
        return [], 0
    text = text[text.casefold().find(first[0]) + len(first[0]) :]
    told = parts(text, tongue)
    members = [_exercise(piece, pair.name, pair.said) for pair in pairs(text, told, tongue)]
    once = _once_ms(members)
    return members, length.low // once if once and not length.low % once else 0


def _total(text: str, tongue: Tongue) -> tuple[str, Range | None]:
    """A text before it says how long all of it lasts, and how long that is."""
    for phrase in tongue.prose.in_total:
        at = text.casefold().find(phrase)
        if at >= 0:
            c = Cursor(text[at + len(phrase) :], words=tongue.words)
            try:
                return text[:at], duration_range_of(c)
            except Misread:
                return text, None
    return text, None


def _once_ms(members: Sequence[Statement]) -> int:
    """How long one round lasts; 0 where that is not known."""
    lengths = [dose.length_ms.low for m in members for dose in m.said.doses[:1]
               if isinstance(dose, Timed)]  # fmt: skip
    return sum(lengths) if len(lengths) == len(members) else 0


def _exercise(piece: Piece, name: str, said: Prescription) -> Statement:
    return Statement(
        kind=Kind.EXERCISE, line=piece.number, text=piece.text, name=name, said=said,
        indent=piece.indent,
    )  # fmt: skip


def _heading(piece: Piece, setting: Setting) -> Statement:
    """Where the intervals begin, and where they end: neither is a name."""
    return Statement(
        kind=Kind.HEADING, line=piece.number, text=piece.text, setting=setting, level=9,
        nameless=True,
    )  # fmt: skip
