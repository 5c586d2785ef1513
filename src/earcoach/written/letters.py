"""Exercises that a letter asks for: `The first one is the clam. Lift the knee, ten times.`"""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from earcoach.language.vocabulary.texts import Prose
from earcoach.routine.prescription import Found
from earcoach.written.about_all import about_all, merged_all, plain
from earcoach.written.described import described
from earcoach.written.exercises import as_times, tells_all
from earcoach.written.headings import opened
from earcoach.written.names import (
    bare_leads,
    cleaned,
    holds_any,
    is_sentence,
    lead_in,
    names_movement,
    starts_like,
    words_in,
)
from earcoach.written.parts import Part, Tongue, amount_of, parts, settings_of
from earcoach.written.pieces import Piece
from earcoach.written.sentences import sentences
from earcoach.written.statements import Kind, Statement

LEAST = 2
"""Exercises of a paragraph, where none is asked for by a verb."""

LONGEST = 6
"""Words of a name in a letter."""

_CLAUSES = re.compile(r"\s*[,;(\u2013\u2014]\s*")


def letter(piece: Piece, tongue: Tongue) -> tuple[Statement, ...]:
    """The exercises that a paragraph asks for, in order; () for any other text."""
    prose = tongue.prose
    if piece.marker or piece.level or not is_sentence(piece.text, prose):
        return ()
    if holds_any(piece.text, prose.same):
        return ()
    several = sentences(piece.text)
    titled = len(several) > 1 and not opened(piece, tongue)
    if titled and described(piece, several, tongue):
        return ()
    told: list[Statement] = []
    for sentence in several:
        for one in _said(piece.saying(sentence), tongue):
            told.append(_of_named(one, told, tongue))
    named = [s for s in told if s.kind in (Kind.EXERCISE, Kind.NAME)]
    about_all_of_them = (tells_all(words_in(one.name), prose) for one in named)
    if any(about_all_of_them) or any(s.name.casefold() in prose.columns["name"] for s in named):
        return ()  # `do each move for 45 seconds`
    dosed = [s for s in told if s.kind in (Kind.EXERCISE, Kind.DOSE)]
    asked = any(s.kind is Kind.NAME or _asked(s.text, tongue) for s in named)
    enough = min(len(named), len(dosed)) >= LEAST or (asked and named)
    return tuple(told) if enough and dosed else ()


def _of_named(one: Statement, told: list[Statement], tongue: Tongue) -> Statement:
    """A dose that is said of what the sentence before has introduced, however it begins."""
    introduced = bool(told) and told[-1].kind is Kind.NAME
    if one.kind is Kind.EXERCISE and introduced and not _asked(one.text, tongue):
        return replace(one, kind=Kind.DOSE)
    return one


def _said(piece: Piece, tongue: Tongue) -> Iterator[Statement]:
    """What one sentence says."""
    begun = opened(piece, tongue)
    if begun and begun[1]:
        yield begun[0]
        piece = piece.saying(begun[1])
    text, prose = piece.text, tongue.prose
    found = parts(text, tongue)
    amounts = [part for part in found if isinstance(part, Found) and _asks(part)]
    if holds_any(text, prose.warnings):
        yield plain(piece, Kind.WARNING)
    elif set(words_in(text)) & prose.past:
        yield plain(piece, Kind.PROSE)
    elif amounts:
        yield _dosed(piece, found, amounts[0], tongue)
    elif (name := _introduced(text, tongue)) != "":
        yield plain(piece, Kind.NAME, name=name)
    else:
        for one in about_all(piece, found, tongue):
            yield replace(one, kind=Kind.PROSE) if one.kind is Kind.NAME else one


def _asks(part: Found) -> bool:
    return amount_of(part) and not (part.bare and len(part.said.doses) == 1)


def _dosed(piece: Piece, found: tuple[Part, ...], first: Found, tongue: Tongue) -> Statement:
    """A sentence with a dose: of what it names before, or of what was named above."""
    told = [part for part in found if not isinstance(part, Found) or not part.bare]
    said = as_times(merged_all(piece.text, told, tongue), settings_of(told))
    name = _name(piece.text[: first.start], tongue) or _led(piece.text[: first.start], tongue)
    kind = Kind.EXERCISE if name else Kind.DOSE
    return plain(piece, kind, name=name, said=said)


def _name(head: str, tongue: Tongue) -> str:
    """What a sentence names before its dose: after a verb, before a colon, or at its beginning."""
    asked = _asked(head, tongue)
    if asked:
        return _cleaned(asked[len(_verb(asked, tongue)) :], tongue)
    clauses = [clause for clause in _CLAUSES.split(head) if clause.strip()]
    before, colon, _ = head.partition(":")
    if colon:
        return _cleaned(before, tongue)
    return _cleaned(_less_lead(clauses, tongue), tongue)


def _led(head: str, tongue: Tongue) -> str:
    """What a sentence names that goes on: `then stand up and sit down again`."""
    lead = lead_in(head, tongue.prose)
    name = cleaned(head[len(lead) :], tongue.prose.glue) if lead else ""
    clear = len(words_in(name)) <= LONGEST + 1 and not set(words_in(name)) & tongue.prose.telling
    return name if clear and names_movement(name, tongue.prose) else ""


def _asked(text: str, tongue: Tongue) -> str:
    """The last clause that asks for something; "" where none does."""
    return next((c for c in reversed(_CLAUSES.split(text)) if _verb(c, tongue)), "")


def _less_lead(clauses: list[str], tongue: Tongue) -> str:
    """The first clause that is no more than when something is done: `after those, walk`."""
    for clause in clauses:
        if not starts_like(clause, bare_leads(tongue.prose)):
            return clause
    return ""


def _verb(text: str, tongue: Tongue) -> str:
    """The words by which something is asked for: `then please do `."""
    match = _asking(tongue.prose).match(text)
    return match[0] if match else ""


@cache
def _asking(prose: Prose) -> re.Pattern[str]:
    leads = "|".join(re.escape(lead.strip()) for lead in prose.lead_ins)
    asking = prose.asking.alternatives
    return re.compile(rf"\s*(?:(?:{leads}),?\s+)*(?:{asking})\s+", re.IGNORECASE)


def _introduced(text: str, tongue: Tongue) -> str:
    """What a sentence introduces that has no dose itself: `The last one is the bridge.`"""
    verbs = tongue.prose.introducing.alternatives
    match = re.match(
        rf"(?P<what>[^,.:;]{{3,40}}?)\s(?:{verbs})\s(?P<name>[^,.:;]{{3,60}})[.:]?$",
        text,
        re.IGNORECASE,
    )
    ranked = match and set(words_in(match["what"])) & tongue.prose.ranks
    return _cleaned(match["name"], tongue) if match and ranked else ""


def _cleaned(text: str, tongue: Tongue) -> str:
    """A piece of a sentence as a name; "" where it is none."""
    prose = tongue.prose
    name = cleaned(re.split(r"\s(?:with|mit)\s", text)[0], prose.glue)
    words = words_in(name)
    if not 0 < len(words) <= LONGEST or words[0] in prose.how_to | prose.little | prose.before:
        return ""
    little = sum(word in prose.little for word in words)
    return "" if set(words) & (prose.telling - prose.own) or 2 * little > len(words) else name
