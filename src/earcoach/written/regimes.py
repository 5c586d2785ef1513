"""Sentences about how a section goes: `two-minute rounds, and 45 seconds to change gloves`.

Each length of time in such a sentence is that of the work, or of the rest after a set, an exercise
or a round. Which of them it is, the words of its clause say; a length that says nothing of the kind
makes the sentence one about something else.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise

from earcoach.language.vocabulary.texts import Prose
from earcoach.routine.model import Range, Timed
from earcoach.routine.prescription import (
    Cursor,
    Misread,
    Prescription,
    duration_range_of,
)
from earcoach.written.about_all import plain
from earcoach.written.names import in_section_words, names_movement, words_in
from earcoach.written.parts import Tongue, doses_in, left_of, parts, settings_of
from earcoach.written.pieces import Piece
from earcoach.written.settings import Setting
from earcoach.written.statements import Kind, Statement, scope_of

LONGEST_MS = 600_000
"""Of a part of such a sentence; what lasts longer is the whole."""

LEAST_SECONDS = 5
"""Of a number alone; fewer are minutes, if the length before it is one of minutes."""

MINUTE_MS = 60_000
MOST_IN_HEAD = 3
"""Words of a name before a colon."""

WORK, REST, BETWEEN = "work", "rest", "between"


@dataclass(frozen=True, slots=True)
class _Length:
    """A length of time within its clause."""

    length_ms: Range
    """How long, in ms."""
    before: str
    """What its clause says before it."""
    after: str
    """What its clause says after it."""

    @property
    def clause(self) -> str:
        return f"{self.before} | {self.after}"


def regime(piece: Piece, tongue: Tongue) -> tuple[Statement, ...]:
    """What a sentence says of work, of rests and of rounds; () for one about anything else."""
    text = piece.text
    sets = _sets_of_all(text, tongue)
    if not sets and (_prescribes(text, tongue) or _names_first(text, tongue)):
        return ()
    rounds = _visits(text, tongue) or sets
    lengths = _lengths(text, tongue)
    if len(lengths) == 1 and not tongue.words.ease.alone.isdisjoint(words_in(lengths[0].after)[:1]):
        return ()  # `1 min hard`
    roles = [_role(one, tongue) for one in lengths]
    told = settings_of(parts(text, tongue)).rounds or sets
    clear = told or not set(roles) <= {"", "sets"}
    if roles.count("") == 1 and clear:  # `45 s each, 15 s to change`
        only = _of_each_alone(lengths[roles.index("")], tongue)
        roles = [role or (WORK if only else "") for role in roles]
    if "" in roles or not (roles or rounds) or (REST in roles and WORK not in roles):
        return ()
    if told and WORK not in roles:
        return ()
    rounds = rounds or told
    if sets and WORK in roles:
        roles = ["rounds" if role == "sets" else role for role in roles]
    if "rounds" in roles:  # what each of several in a round has, no set has
        roles = ["exercises" if role == "sets" else role for role in roles]
    first, *others = _statements(piece, lengths, roles, rounds)
    if WORK not in roles:
        return (first, *others)
    head = _head(piece, first, tongue, rounds=bool(rounds) or "rounds" in roles)
    return (*head, *others) if head else ()


def _head(piece: Piece, first: Statement, tongue: Tongue, *, rounds: bool) -> tuple[Statement, ...]:
    """The setting, as a heading where a name and a colon stand before it; () for an exercise."""
    name, colon, _ = piece.text.partition(": ")
    words, prose = words_in(name), tongue.prose
    if not colon or not prose.clocks.isdisjoint(words):
        return (first,)
    named = not names_movement(name, prose) and len(words) <= MOST_IN_HEAD
    if not named or not (rounds or in_section_words(name, prose)) or re.search(r"\d", name):
        return ()
    return (replace(first, kind=Kind.HEADING, name=name, level=9),)


def _of_each_alone(one: _Length, tongue: Tongue) -> bool:
    """Whether a clause says that a length is of each, and nothing else."""
    words = set(words_in(one.clause))
    each = set(tongue.words.each.by_first) | tongue.prose.every_one
    return bool(words & each) and words <= each | tongue.prose.little | tongue.prose.glue


def _statements(
    piece: Piece, lengths: Sequence[_Length], roles: Sequence[str], rounds: Range | None
) -> Iterator[Statement]:
    """A setting of all that is worked by, and a line for each other rest."""
    told = list(zip((one.length_ms for one in lengths), roles, strict=True))
    work = next((length for length, role in told if role == WORK), None)
    own = next(
        (n for n, (_, role) in enumerate(told) if work and role in (REST, BETWEEN, "exercises")),
        None,
    )
    if work or rounds:
        rest = told[own][0] if own is not None else None
        whole = Setting(work_ms=work, rest_ms=rest, rounds=rounds)
        yield replace(plain(piece, Kind.SETTING), setting=whole)
    for n, (length, role) in enumerate(told):
        if role != WORK and n != own:
            said = Prescription(rests_ms=(length,))
            scope = "" if role in (REST, BETWEEN) else role
            yield replace(plain(piece, Kind.SETTING), said=said, scope=scope)


def _sets_of_all(text: str, tongue: Tongue) -> Range | None:
    """The sets of a sentence that names nothing: those are rounds, `3 sets, 30 s each`."""
    told = [part.said for part in doses_in(parts(text, tongue))]
    left = left_of(text, parts(text, tongue), tongue)
    if not told or not told[0].sets or not all(map(_timed, told)) or words_in(left):
        return None
    return told[0].sets if not tongue.prose.every_one.isdisjoint(words_in(text)) else None


def _names_first(text: str, tongue: Tongue) -> bool:
    """Whether a sentence begins with an exercise: `ski arms, 45 seconds on, 15 off`."""
    name, comma, _ = text.partition(", ")
    return bool(comma) and names_movement(name, tongue.prose) and not re.search(r"\d", name)


def _prescribes(text: str, tongue: Tongue) -> bool:
    """Whether a text has a dose that is no time."""
    for part in doses_in(parts(text, tongue)):
        counted = part.said.doses and not part.bare and not _timed(part.said)
        listed = len(part.said.doses) > 1 and _timed(part.said)  # `45 s, 15 s`: two lengths
        number = (part.said.sets and not listed) or (part.said.times and not _visits(text, tongue))
        if counted or number or part.said.tempo or part.said.loads:
            return True
    return False


def _timed(said: Prescription) -> bool:
    return all(isinstance(dose, Timed) for dose in said.doses)


def _role(one: _Length, tongue: Tongue) -> str:
    """What a length is that of: `work`, `rest`, or the scope of a rest; "" for anything else."""
    prose, words = tongue.prose, set(words_in(one.clause))
    rounds = set(prose.rounds.by_first)
    left, placed = _less_places(one.clause, tongue)
    resting = bool(words & _resting(tongue))
    parted = bool(words & prose.pausing_at)
    if not parted and words_in(one.after)[:1] and words_in(one.after)[0] in rounds:
        return WORK  # `two-minute rounds`
    if parted and (resting or words & prose.recovery or not names_movement(left, prose)):
        scope = scope_of(one.clause, prose)
        scope = scope if scope in ("", "rounds", "sets", "exercises") else ""
        if scope or placed:
            return scope or "exercises"
        loose = prose.little | prose.glue | prose.clocks
        return REST if resting else BETWEEN if loose.issuperset(words_in(left)) else ""
    if resting:
        return REST
    loose = prose.little | prose.glue | prose.clocks | prose.working | prose.sections
    loose |= prose.on_and_off
    stations = scope_of(one.clause, prose) == "exercises" and bool(words & prose.every_one)
    told = set(words_in(one.after)[:1]) if prose.clocks.isdisjoint(words) else words
    works = bool(words & prose.working or told & prose.on_and_off) or stations
    named = prose.every_one | set(prose.columns["name"]) | rounds
    return WORK if works and set(words_in(left)) <= loose | named else ""


@cache
def _resting(tongue: Tongue) -> frozenset[str]:
    """The words by which a length is one of rest."""
    return tongue.prose.pausing | tongue.words.rest.alone


def _less_places(clause: str, tongue: Tongue) -> tuple[str, bool]:
    """A clause less what a rest is said to be after, and whether that is each of several."""
    places, after = _places(tongue.prose), tongue.prose.pausing_at
    placed = any(match["each"] for match in places.finditer(clause))
    left = (word for word in words_in(places.sub(" ", clause)) if word not in after)
    return " ".join(left), placed


@cache
def _places(prose: Prose) -> re.Pattern[str]:
    """What a rest is said to be after: `after each swim`."""
    after = "|".join(map(re.escape, prose.pausing_at))
    each = "|".join(map(re.escape, prose.every_one))
    return re.compile(rf"\b(?:{after})\s+(?:(?P<each>{each})\s+)?[^\W\d_]+", re.IGNORECASE)


def _visits(text: str, tongue: Tongue) -> Range | None:
    """How often all is gone through: `everybody visits each station twice`."""
    prose, words = tongue.prose, set(words_in(text))
    if scope_of(text, prose) != "exercises" or not words & prose.every_one:
        return None
    c = Cursor(text, words=tongue.words, strict=False)
    while not c.at_end:
        mark = c.at
        often = c.words.often.get(c.here.text, 0)
        number = None if often else c.whole()
        if number and c.said(c.words.times):
            often = number
        if often > 1:
            return Range(often, often)
        c.at = mark + 1
    return None


def _lengths(text: str, tongue: Tongue) -> list[_Length]:
    """All lengths of a text, each with its clause."""
    found = list(_measured(text, tongue))
    first = found[0][1] if found else 0
    last = [sign.end() for sign in _parting(tongue).finditer(text, 0, first)]
    last += [text.rfind(": ", 0, first) + 2] if ": " in text[:first] else []
    marks = [(0, max(last, default=0))]
    for (_, _, end), (_, start, _) in pairwise(found):
        sign = _parting(tongue).search(text, end, start)
        marks.append((sign.start(), sign.end()) if sign else (start, start))
    marks.append((len(text), len(text)))
    return [
        _Length(length, text[opened:start], text[end:closed])
        for (length, start, end), (_, opened), (closed, _) in zip(
            found, marks, marks[1:], strict=False
        )
    ]


def _measured(text: str, tongue: Tongue) -> Iterator[tuple[Range, int, int]]:
    """The lengths of a text with their places; one without a unit has that of the one before."""
    c = Cursor(text, words=tongue.words, strict=False)
    unit_ms = 0
    while not c.at_end:
        mark, start = c.at, c.here.offset
        try:
            length = duration_range_of(c)
        except Misread:
            length = None
        if length is None and unit_ms:
            c.at = mark
            number = c.whole()
            counts = c.sees(c.words.times, c.words.sets, tongue.prose.rounds)
            if number and number > 1 and not counts:  # `after every one`
                unit = 1000 if number >= LEAST_SECONDS else unit_ms
                length = Range(unit * number, unit * number)
        if length is None:
            c.at = mark + 1
            continue
        unit_ms = MINUTE_MS if length.low % MINUTE_MS == 0 else 1000
        yield length, start, c.end


@cache
def _parting(tongue: Tongue) -> re.Pattern[str]:
    """What ends a clause."""
    words = "|".join(map(re.escape, (*tongue.prose.parting, "with", "mit")))
    return re.compile(rf"[,;.|]|\s(?:{words})\s", re.IGNORECASE)
