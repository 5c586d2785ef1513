"""Leaflets: exercises called `Exercise 2` or `Ankle 3`, each above its steps and its dose."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from earcoach.written.alike import ends_below, names_alike
from earcoach.written.names import words_in
from earcoach.written.parts import Tongue
from earcoach.written.pieces import Piece
from earcoach.written.statements import (
    NOTHING,
    PLAIN,
    UNMARKED,
    Kind,
    Lines,
    Statement,
    first_below,
)

FEWEST = 3
"""Such names in a text; fewer may be anything with a number behind it."""

LEAST_ABOVE = 2
"""Lines above the first number, of which the first is the title."""

LONGEST = 5
"""Words of such a name."""

_NUMBERED = re.compile(r"(?P<name>[^\W\d_][^\d:.,;|]*?)\s*(?P<number>\d{1,2})[.:]?")
_DOSED = (Kind.EXERCISE, Kind.DOSE, Kind.SETTING)


def _names(pieces: Sequence[Piece], tongue: Tongue) -> frozenset[int]:
    """The numbers of the lines that are such names: alone, alike, and counted from one on."""
    alone = [piece for piece in _alone(pieces) if not piece.marker and not piece.cells]
    told = [(piece, match) for piece in alone if (match := _NUMBERED.fullmatch(piece.text))]
    told = [(piece, match) for piece, match in told if _may_name(match["name"], tongue)]
    for _, group in groupby(sorted(told, key=lambda one: _key(one[1])), lambda one: _key(one[1])):
        rows = sorted(group, key=lambda one: one[0].number)
        numbers = [int(match["number"]) for _, match in rows]
        if len(rows) >= FEWEST and numbers == list(range(1, len(rows) + 1)):
            return frozenset(piece.number for piece, _ in rows) | _like(alone, rows[0][0], tongue)
    return frozenset()


def _key(match: re.Match[str]) -> str:
    return match["name"].casefold()


def _may_name(name: str, tongue: Tongue) -> bool:
    """Whether exercises are called so: no days, weeks, rounds, or other sections."""
    words, prose = set(words_in(name)), tongue.prose
    if words <= prose.all_of_them:
        return True
    other = prose.sections | prose.labels | prose.remarks | prose.not_counted | prose.telling
    return 0 < len(words) <= LONGEST and words.isdisjoint(other)


def _alone(pieces: Sequence[Piece]) -> Iterator[Piece]:
    """The pieces with nothing right above and below."""
    padded = [None, *pieces, None]
    for above, piece, below in zip(padded, pieces, padded[2:], strict=False):
        empty = [one is None or not (one.text or one.cells) for one in (above, below)]
        if piece.text and (all(empty) or (empty[0] and piece.level)):
            yield piece


def _like(alone: Sequence[Piece], first: Piece, tongue: Tongue) -> frozenset[int]:
    """The last name above the first one with a number, which may have none: `Hip`, `Ankle 1`."""
    above = [piece for piece in alone if piece.number < first.number and _is_short(piece.text)]
    one = above[-1] if len(above) >= LEAST_ABOVE else None
    if one is None or one.level != first.level or not _may_name(one.text, tongue):
        return frozenset()
    return frozenset((one.number,))


def _is_short(text: str) -> bool:
    return text[-1] not in ".!?:" and 0 < len(words_in(text)) <= LONGEST


def below_names(said: Lines, pieces: Sequence[Piece], tongue: Tongue) -> Iterator[list[Statement]]:
    """The lines; what stands below such a name tells how it is done, and how much of it."""
    numbered = _names(pieces, tongue)
    places = [n for n, line in enumerate(said) if line[0].line in numbered]
    ends = ends_below(said, places, alone=True) if places else names_alike(said, pieces, tongue)
    called = _called(said, ends, tongue)
    naming = frozenset(called.values())
    inside, steps = 0, False
    for n, line in enumerate(said):
        if n in ends:
            inside = ends[n]
            steps = not any(map(_doses, said[n + 1 : inside]))
            name = said[called[n]][0].name if n in called else line[0].text.strip(" .:")
            yield [_as_numbered(line[0], name) if places else _as_head(line[0], name)]
        elif n in naming:
            yield [replace(line[0], kind=Kind.BLANK)]
        else:
            yield [_below(one, steps=steps) for one in line] if n < inside else line


def _as_numbered(one: Statement, name: str) -> Statement:
    """A name, whose number is no dose."""
    head = replace(one, kind=Kind.HEADING, level=one.level or UNMARKED, nameless=False)
    return replace(head, name=name, said=NOTHING, setting=PLAIN, marker="")


def _as_head(one: Statement, name: str) -> Statement:
    """A name that has all that is said below it."""
    if one.said.doses:
        return one
    marked = one.kind is Kind.HEADING or one.marker or one.level
    return _as_numbered(one, name) if marked else replace(one, kind=Kind.NAME, name=name)


def _called(said: Lines, names: Iterable[int], tongue: Tongue) -> dict[int, int]:
    """The lines below names that only number, where they name the exercise: `Exercise 2`."""
    found = {}
    for n in names:
        numbers = set(words_in(re.sub(r"\d", "", said[n][0].text)))
        below = first_below(said, n)
        if numbers and numbers <= tongue.prose.all_of_them and below and below.name:
            told = below.said != NOTHING or below.marker
            if below.kind in (Kind.NAME, Kind.HEADING) and not told:
                found[n] = next(at for at in (n + 1, n + 2) if said[at][0] is below)
    return found


def _doses(line: Sequence[Statement]) -> bool:
    """Whether a line that is no step says how much is done."""
    return any(one.kind in _DOSED and not one.marker[:1].isdigit() for one in line)


def _below(one: Statement, *, steps: bool) -> Statement:
    """What a line says of the exercise that it stands below; with `steps` one may have its dose."""
    if one.kind is Kind.SETTING and one.scope not in ("", "sets"):
        return one
    step = bool(one.marker[:1].isdigit()) and not steps
    if one.kind in _DOSED and not step:
        kind = Kind.DOSE if one.kind is Kind.EXERCISE else one.kind
        return replace(one, kind=kind, name="", for_all=False)
    if one.kind is Kind.HEADING and not one.said.doses:
        return replace(one, kind=Kind.PROSE)
    return replace(one, kind=Kind.PROSE) if one.kind in (Kind.NAME, *_DOSED) else one
