"""Intervals on one line: `6 x (2 min hard / 1 min easy)`, `alternate 1 min run and 2 min walk`."""

from collections.abc import Sequence

from earcoach.routine.model import Range, Timed
from earcoach.routine.prescription import Cursor, Misread, duration_range_of
from earcoach.written.about_all import plain
from earcoach.written.bracketed import FEWEST, MOST_ROUNDS, bracketed
from earcoach.written.names import words_in
from earcoach.written.pairs import pairs
from earcoach.written.parts import Tongue, parts
from earcoach.written.pieces import Piece
from earcoach.written.settings import Setting
from earcoach.written.statements import PLAIN, Kind, Statement, nameless


def intervals(piece: Piece, tongue: Tongue) -> tuple[Statement, ...]:
    """The rounds that a line says, what is done in them, and their end; () for another line."""
    held = bracketed(piece, tongue)
    if held:
        return held
    members, rounds = _alternated(piece, tongue)
    if len(members) < FEWEST or not 1 < rounds <= MOST_ROUNDS:
        return ()
    begun = nameless(plain(piece, Kind.HEADING), Setting(rounds=Range(rounds, rounds)))
    return (begun, *members, nameless(begun, PLAIN))


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
    members = [
        plain(piece, Kind.EXERCISE, name=pair.name, said=pair.said)
        for pair in pairs(text, told, tongue)
    ]
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
