"""Intervals on one line: `6 x (2 min hard / 1 min easy)`, `alternate 1 min run and 2 min walk`."""

from collections.abc import Sequence

from earcoach.routine.model import Range, Timed
from earcoach.routine.prescription import Prescription
from earcoach.written.about_all import plain
from earcoach.written.bracketed import FEWEST, MOST_ROUNDS, bracketed
from earcoach.written.names import words_in
from earcoach.written.pairs import pairs
from earcoach.written.parts import (
    Tongue,
    amount_of,
    doses_in,
    left_of,
    parts,
    rests_in,
    settings_of,
)
from earcoach.written.pieces import Piece
from earcoach.written.settings import Setting
from earcoach.written.statements import PLAIN, Kind, Statement, nameless
from earcoach.written.totals import less_total


def intervals(piece: Piece, tongue: Tongue) -> tuple[Statement, ...]:
    """The rounds that a line says, what is done in them, and their end; () for another line."""
    return bracketed(piece, tongue) or _by_total(piece, tongue)


def _by_total(piece: Piece, tongue: Tongue) -> tuple[Statement, ...]:
    """What is done as often as it fits into the whole: `1 min run, 2 min walk, 21 min in total`."""
    text, whole = less_total(piece.text, tongue)
    if whole is None:
        return ()
    text = _less_alternating(text, tongue)
    found = parts(text, tongue)
    setting = settings_of(found)
    if setting.rounds or setting.timing or any(part.said.sets for part in doses_in(found)):
        return ()
    members = [
        plain(piece, Kind.EXERCISE, name=pair.name, said=pair.said)
        for pair in pairs(text, found, tongue)
    ]
    if len(members) >= FEWEST:
        often = _often(whole, [_timed(one.said) for one in members])
        begun = nameless(plain(piece, Kind.HEADING), Setting(rounds=often))
        return (begun, *members, nameless(begun, PLAIN)) if often else ()
    timed = [part for part in doses_in(found) if amount_of(part)]
    rests = [part.said.rests_ms[0] for part in rests_in(found)]
    work = setting.work_ms or (_timed(timed[0].said) if len(timed) == 1 else None)
    rest = setting.rest_ms or (rests[0] if len(rests) == 1 else None)
    often = _often(whole, [work, rest]) if work and rest else None
    name = left_of(text, found, tongue)
    if not (often and rest and work and name):
        return ()
    said = Prescription(sets=often, doses=(Timed(work, hold=False),), rests_ms=(rest,))
    return (plain(piece, Kind.EXERCISE, name=name, said=said),)


def _less_alternating(text: str, tongue: Tongue) -> str:
    """A text less the word that says that its parts take turns: `alternate 1 min run and ..`."""
    first = words_in(text)[:1]
    alternating = tongue.words.alternating.by_first
    if not first or first[0] not in alternating:
        return text
    return text[text.casefold().find(first[0]) + len(first[0]) :].strip()


def _timed(said: Prescription) -> Range | None:
    """How long a dose lasts, with the rest after it; None where that is not known."""
    match said.doses:
        case (Timed(length_ms=length),):
            rest = said.rests_ms[0] if said.rests_ms else Range(0, 0)
            return Range(length.low + rest.low, length.high + rest.high)
    return None


def _often(whole: Range, lengths: Sequence[Range | None]) -> Range | None:
    """How often all of these fit into the whole; None where they do not."""
    known = [length.low for length in lengths if length]
    once = sum(known)
    fits = len(known) == len(lengths) and once and not whole.low % once
    return Range(n, n) if fits and 1 < (n := whole.low // once) <= MOST_ROUNDS else None
