"""A workout told as a story: `I do ten squats, followed by a dozen press-ups against the wall`."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from earcoach.language.vocabulary.texts import Prose
from earcoach.routine.model import Range, Sides, Timed
from earcoach.routine.prescription import Found
from earcoach.written.about_all import about_all, merged_all, plain
from earcoach.written.exercises import as_times
from earcoach.written.headings import opened
from earcoach.written.names import cleaned, holds_any, starts_like, words_in
from earcoach.written.parts import Part, Tongue, amount_of, doses_in, merged, parts, settings_of
from earcoach.written.pieces import Piece
from earcoach.written.sentences import sentences
from earcoach.written.settings import Setting
from earcoach.written.statements import Kind, Statement

LEAST = 2
"""Exercises of a paragraph; who mentions one only tells of something else."""

LONGEST = 12
"""Words of what is done in a clause."""


@dataclass(slots=True, kw_only=True)
class _Told:
    """What a paragraph tells."""

    members: list[Statement]
    """Exercises, and what is told between them, in order."""
    first: int = 0
    """The place of the first that is done in every round, from 0."""
    rounds: Range | None = None
    """How often; None where that is not told."""
    rest_ms: Range | None = None
    """How long to rest between rounds, in ms; None where that is not told."""


def story(piece: Piece, tongue: Tongue) -> tuple[Statement, ...]:
    """The exercises that a paragraph tells somebody does, in order; () for any other text."""
    several = sentences(piece.text)
    if not any(map(_subject(tongue).search, several)):
        return ()
    told = _Told(members=[])
    for sentence in several:
        _take(told, piece.saying(sentence), tongue)
    if sum(member.kind is Kind.EXERCISE for member in told.members) < LEAST:
        return ()
    if told.rounds is None:
        return tuple(told.members)
    before, inside = told.members[: told.first], told.members[told.first :]
    inside = [one for one in inside if one.kind is not Kind.HEADING or _is_easy(one, tongue.prose)]
    whole = Setting(rounds=told.rounds, round_rest_ms=told.rest_ms)
    return (*before, _heading(piece, whole), *inside, _heading(piece, Setting()))


def _is_easy(head: Statement, prose: Prose) -> bool:
    """Whether a part is no part of what is done in rounds."""
    return not (prose.warm_up | prose.cool_down).isdisjoint(words_in(head.name))


def _take(told: _Told, piece: Piece, tongue: Tongue) -> None:
    prose, asked = tongue.prose, bool(_subject(tongue).search(piece.text))
    begun = opened(piece, tongue)
    if begun and begun[1]:
        told.members.append(begun[0])
        piece = piece.saying(begun[1])
    text = piece.text
    words, found = {*words_in(text)}, parts(text, tongue)
    if words & prose.past or holds_any(text, prose.warnings):
        told.members.append(plain(piece, Kind.PROSE if words & prose.past else Kind.WARNING))
        return
    if words & prose.circuit and not any(map(amount_of, found)):
        told.first = len(told.members)
        return
    setting = settings_of(found)
    if setting.rounds and not setting.repeats:
        told.rounds, told.rest_ms = setting.rounds, _rest(found, text, prose)
    elif any(map(amount_of, found)):
        told.members += _members(piece, setting, tongue) if asked else ()
    else:
        told.members += about_all(piece, found, tongue)


def _members(piece: Piece, setting: Setting, tongue: Tongue) -> Iterator[Statement]:
    """What the clauses of a sentence say is done; a word of how often is that of the last."""
    told: list[Statement] = []
    for clause in _clauses(piece.text, tongue):
        member = _member(piece.saying(clause), tongue)
        if member:
            told.append(member)
        elif told:
            more = merged_all(clause, parts(clause, tongue), tongue)
            told[-1] = replace(told[-1], said=merged(told[-1].said, more))
    if told and setting.repeats:
        told[-1] = replace(told[-1], said=as_times(told[-1].said, setting))
    yield from told


def _clauses(text: str, tongue: Tongue) -> list[str]:
    """The parts of a sentence; `and` or a comma parts them before a number."""
    words = tongue.prose.following.alternatives
    also = tongue.prose.parting.alternatives
    numbers = "|".join(map(re.escape, tongue.words.numbers))
    number = rf"(?=\d|(?:{numbers})\b)"
    split = rf",?\s+(?:(?:{words})\s+|(?:{also})\s+{number})|,\s+{number}"
    out, start = [], 0
    for sign in re.finditer(split, text, re.IGNORECASE):
        before = text[start : sign.start()]
        if any(map(amount_of, parts(before, tongue))):  # not in `the calves, thirty seconds`
            out.append(before)
            start = sign.end()
    return [*out, text[start:]]


def _member(piece: Piece, tongue: Tongue) -> Statement | None:
    """The exercise of a clause: its name stands before its dose, or right after."""
    text, prose = piece.text, tongue.prose
    told = doses_in(parts(text, tongue))
    for dose in filter(amount_of, told):
        who = [match.end() for match in _subject(tongue).finditer(text, 0, dose.start)]
        what = text[who[-1] if who else 0 : dose.start].strip()
        head = cleaned(_less_verb(what, prose), prose.glue)
        goes_on = bool(who) or starts_like(what, prose.verbs)
        if head and (dose.bare or not goes_on):  # `stand on one leg for ten seconds`
            continue
        until = next((part.start for part in told if part.start > dose.start), len(text))
        name = head or cleaned(_less_rest(text[dose.end : until], prose), prose.glue)
        if not 0 < len(words_in(name)) <= LONGEST:
            return None
        own = [part for part in told if part is dose or not part.bare]
        said = merged_all(text, own, tongue)
        if holds_any(text[dose.end :], prose.other_side) and not said.sides:
            said = replace(said, sides=Sides.EACH)
        return plain(piece, Kind.EXERCISE, name=name, said=said)
    return None


def _less_verb(text: str, prose: Prose) -> str:
    """What is done, less the words that only say that it is: `begin with`, `, which is`."""
    text = re.split(r"[,;]", text)[0] + " "
    for verb in prose.verbs:
        if starts_like(text, (verb,)):
            return text[len(verb) :]
    return text


def _less_rest(text: str, prose: Prose) -> str:
    """What stands after a dose as far as it is a name: `lunges is fine`."""
    near = re.split(r"[,;.(]", text)[0]
    telling = next((m for m in re.finditer(r"[\w']+", near) if m[0] in prose.telling), None)
    return near[: telling.start()] if telling else near


def _rest(found: Sequence[Part], text: str, prose: Prose) -> Range | None:
    """The length of a rest that is told in a sentence: `I sit down for a minute`."""
    for part in found:
        if isinstance(part, Found) and part.said.rests_ms:
            return part.said.rests_ms[0]
        match part.said.doses if isinstance(part, Found) else ():
            case (Timed(length_ms=length),) if holds_any(text[: part.start], prose.resting):
                return length
    return None


@cache
def _subject(tongue: Tongue) -> re.Pattern[str]:
    """Who does it: somebody who tells of it, or the reader, who is asked to."""
    prose = tongue.prose
    who = "|".join(map(re.escape, prose.subjects))
    leads = "|".join(re.escape(lead.strip()) for lead in prose.lead_ins)
    numbers = "|".join(map(re.escape, tongue.words.numbers))
    verbs = prose.verbs.alternatives
    told = rf"(?<!\w)(?:{who})(?![\w'\u2019])"
    asked = rf"^(?:(?:{leads}),?\s+)?(?={verbs})"
    goes_on = rf"^(?:{leads}),?\s+(?=(?:\d+|{numbers})\s)"
    return re.compile(f"{told}|{asked}|{goes_on}", re.IGNORECASE)


def _heading(piece: Piece, setting: Setting) -> Statement:
    return replace(plain(piece, Kind.HEADING), setting=setting, level=9, nameless=True)
