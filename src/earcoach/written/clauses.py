"""Exercises that a sentence names in its clauses: `we begin with shrugs (10), then rows, 8 a side`.

A clause with a movement in it is an exercise, and what the clauses after it say of a dose is its
own; movements that only commas part have the dose of each that ends their list.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise

from earcoach.language.vocabulary.texts import Prose
from earcoach.routine.prescription import Found, Prescription
from earcoach.written.about_all import merged_all, plain
from earcoach.written.believing import believed
from earcoach.written.names import cleaned, names_movement, words_in
from earcoach.written.parts import (
    Part,
    Tongue,
    amount_of,
    doses_in,
    left_of,
    merged,
    parts,
    segments,
)
from earcoach.written.pieces import Piece
from earcoach.written.settings import Setting
from earcoach.written.statements import NOTHING, Kind, Statement

LONGEST = 7
"""Words of a name."""

MOST_MAYBE = 3
"""Words of what is not known, in a list of names."""

MOST_LEFT = 2
"""Words beside a dose that name nothing."""

_BRACKETS = re.compile(r"\([^()]*\)")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Clause:
    """A piece of a sentence, the sign or word before it, and the doses in it."""

    sign: str
    """The word before it, such as `and`; empty after a comma."""
    text: str
    """All of it."""
    found: tuple[Found, ...]
    """The doses in it, with their places there."""


@dataclass(slots=True, kw_only=True)
class _Member:
    """An exercise while its clauses are read."""

    name: str
    """What is done."""
    sign: str = ""
    """The word between it and the one before."""
    said: Prescription = NOTHING
    """How much of it."""
    known: bool = True
    """Whether its name has a movement in it."""

    @property
    def dosed(self) -> bool:
        return bool(self.said.doses or self.said.times)


def in_clauses(piece: Piece, tongue: Tongue) -> tuple[Statement, ...]:
    """The exercises of a sentence, in order; () where one of them has no dose."""
    found = _found(piece, tongue)
    past = not tongue.prose.past.isdisjoint(words_in(piece.text))
    if past or any(isinstance(part, Setting) for part in found):
        return ()
    told: list[_Member] = []
    for clause in _clauses(piece.text, doses_in(found), tongue):
        name = _name(clause, tongue)
        said = merged_all(clause.text, clause.found, tongue)
        if name:
            told.append(_Member(name=name, sign=clause.sign))
        elif not clause.found and (maybe := _maybe(clause, tongue)):
            told.append(_Member(name=maybe, sign=clause.sign, known=False))
        elif any(map(amount_of, clause.found)) and _names_unknown(clause, tongue):
            return ()
        if not told or said == NOTHING:
            continue
        waiting = _waiting(told)
        if len(waiting) > 1 and _is_of_each(clause, tongue):
            for member in waiting:
                member.said = replace(said, sides=None if said.limb == "side" else said.sides)
        elif name or not waiting:
            told[-1].said = merged(told[-1].said, said)
        else:
            known = [member for member in waiting if member.known]
            told[-len(waiting) :] = [_joined(known, said)] if known else []
            if not known and told:
                told[-1].said = merged(told[-1].said, said)
    told = [member for member in told if member.known or member.dosed]
    if not told or not all(member.dosed for member in told):
        return ()
    return tuple(plain(piece, Kind.EXERCISE, name=m.name, said=m.said) for m in told)


def _found(piece: Piece, tongue: Tongue) -> list[Part]:
    """What is believed of a sentence, and its numbers alone, which the clauses tell of."""
    told = list(believed(piece, tongue, in_prose=False))
    alone = [p for p in doses_in(parts(piece.text, tongue)) if p.bare]
    free = [p for p in alone if not any(p.start < t.end and t.start < p.end for t in told)]
    return sorted([*told, *free], key=lambda part: part.start)


def credible(statements: Iterable[Statement], prose: Prose) -> int:
    """How many exercises of a line have a dose, and a name with a movement in it."""
    return sum(
        one.kind is Kind.EXERCISE
        and bool(one.said.doses or one.said.times)
        and names_movement(one.name, prose)
        and words_in(one.name)[0] not in prose.how_to | prose.placing
        for one in statements
    )


def _waiting(told: Sequence[_Member]) -> list[_Member]:
    """The last exercises, as far as they have no dose."""
    at = next((n for n in range(len(told), 0, -1) if told[n - 1].dosed), 0)
    return list(told[at:])


def _joined(waiting: Sequence[_Member], said: Prescription) -> _Member:
    """What `and` holds together, as one exercise; what stands before a comma is no part of it."""
    name = waiting[0].name
    for member in waiting[1:]:
        name = f"{name} {member.sign} {member.name}" if member.sign else name
    return _Member(name=name, sign=waiting[0].sign, said=merged(waiting[-1].said, said))


def _clauses(text: str, found: Sequence[Found], tongue: Tongue) -> Iterator[_Clause]:
    """The clauses of a sentence; nothing parts a dose, or what stands in brackets."""
    closed = [(match.start(), match.end()) for match in _BRACKETS.finditer(text)]
    closed += [(part.start, part.end) for part in found]
    signs = [
        (match.start(), match.end(), (match["word"] or "").strip())
        for match in _signs(tongue).finditer(text)
        if not any(start <= match.start() and match.end() <= end for start, end in closed)
    ]
    bounds = [(0, 0, ""), *signs, (len(text), len(text), "")]
    for (_, start, sign), (end, _, _) in pairwise(bounds):
        inside = [part for part in found if start <= part.start and part.end <= end]
        moved = [replace(part, start=part.start - start, end=part.end - start) for part in inside]
        clause = text[start:end]
        counted = tuple(part for part in moved if _counts(part, clause, tongue))
        titles = tongue.prose.sections | tongue.prose.glue
        heads = text[end : end + 1] == ":" and titles.issuperset(words_in(clause))
        if not heads:
            yield _Clause(sign=sign.casefold(), text=clause, found=counted)


@cache
def _signs(tongue: Tongue) -> re.Pattern[str]:
    words = "|".join(map(re.escape, (*tongue.prose.parting, *tongue.prose.following)))
    return re.compile(rf"[,;:]\s|\s[-\u2013\u2014]\s|\s(?P<word>{words})\s", re.IGNORECASE)


def _counts(part: Found, clause: str, tongue: Tongue) -> bool:
    """Whether a number alone is a dose: at an end of its clause, or alone in brackets."""
    before, after = clause[: part.start].rstrip(), clause[part.end :].strip(" .!")
    led = cleaned(_less_lead(before, tongue), tongue.prose.glue) if part.bare else before
    return not part.bare or not led or not after or (before[-1] == "(" and after[0] == ")")


def _name(clause: _Clause, tongue: Tongue) -> str:
    """What a clause names, less what leads to it: `we always start with`; "" for nothing."""
    prose = tongue.prose
    text = _BRACKETS.sub(" ", " ".join(segments(clause.text, clause.found)))
    name = cleaned(_less_lead(text, tongue), prose.glue)
    words = words_in(name)
    if not 0 < len(words) <= LONGEST or not names_movement(name, prose):
        return ""
    asks = len(words) > 1 and words[1] in prose.articles
    asks = asks and not any(amount_of(part) and not part.bare for part in clause.found)
    how = words[0] in prose.how_to or words[0] in prose.placing
    if asks or how or set(words) & (prose.telling - prose.own) or prose.recovery.issuperset(words):
        return ""
    return name


def _maybe(clause: _Clause, tongue: Tongue) -> str:
    """What a clause may name, whose dose is told for each of a list; "" for nothing."""
    prose, name = tongue.prose, cleaned(clause.text, tongue.prose.glue)
    words = words_in(name)
    short = 0 < len(words) <= MOST_MAYBE and words[0] not in prose.how_to
    return name if short and not set(words) & (prose.telling | prose.little) else ""


def _less_lead(text: str, tongue: Tongue) -> str:
    """A text less what leads to the first thing that is done."""
    lead = _leads(tongue).match(f"{text} ")
    return text[lead.end() :] if lead else text


@cache
def _leads(tongue: Tongue) -> re.Pattern[str]:
    """What stands before the first thing that is done."""
    prose = tongue.prose
    verbs = (*prose.verbs, *prose.asking, *prose.lead_ins, *prose.openers)
    several = "|".join(re.escape(verb.strip()) for verb in sorted(verbs, key=len, reverse=True))
    return re.compile(rf"^(?:.*?\b)?(?:{several})\b[\s,]*", re.IGNORECASE)


def _names_unknown(clause: _Clause, tongue: Tongue) -> bool:
    """Whether words stand beside a dose that may be a name, as far as one knows."""
    prose = tongue.prose
    loose = prose.little | prose.glue | prose.side_words | prose.before | prose.swapping
    left = left_of(_BRACKETS.sub(" ", clause.text), clause.found, tongue)
    return len(set(words_in(left)) - loose) > MOST_LEFT


def _is_of_each(clause: _Clause, tongue: Tongue) -> bool:
    """Whether a dose is that of each thing in a list."""
    return not tongue.prose.every_one.isdisjoint(words_in(clause.text))
