"""Rests of which some are those of exercises by name: `Rest 90 s, 3 min on squats and rows`."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache, lru_cache

from earcoach.routine.model import Range
from earcoach.routine.prescription import Cursor, Misread, Prescription, duration_range_of
from earcoach.written.about_all import plain
from earcoach.written.names import cleaned, words_in
from earcoach.written.pairs import is_name
from earcoach.written.parts import Tongue
from earcoach.written.pieces import Piece
from earcoach.written.statements import Kind, Statement, scope_of

MOST_BEFORE = 3
"""Words of a line up to the one that says that it is about rests."""

_FEWEST = 2
_ENDS = re.compile(r"[,;.()]")


def named_rests(piece: Piece, tongue: Tongue) -> list[Statement]:
    """The rest of all exercises and those of some by name; [] for another line."""
    words = words_in(piece.text)[:MOST_BEFORE]
    if piece.marker or not any(word in tongue.words.rest.by_first for word in words):
        return []
    lengths = list(_lengths(piece.text, tongue))
    if len(lengths) < _FEWEST or scope_of(piece.text, tongue.prose) not in ("", "others"):
        return []
    ends = [start for _, start, _ in lengths[1:]] + [len(piece.text)]
    out: list[Statement] = []
    at = 0
    for (length, start, end), until in zip(lengths, ends, strict=True):
        name = _named(_ENDS.split(piece.text[end:until])[0], tongue)
        name = name or _named(_ENDS.split(piece.text[at:start])[-1], tongue)
        name = "" if _of_others(name, tongue) else name
        at = end
        told = plain(piece, Kind.SETTING, said=Prescription(rests_ms=(length,)))
        out.append(replace(told, scope="named" if name else "all", name=name))
    names = [one.name for one in out if one.scope == "named"]
    good = len(names) == len(out) - 1 and all(is_name(name, tongue) for name in names)
    return out if good else []


def rest_for(name: str, rests: Sequence[Statement], tongue: Tongue) -> Statement | None:
    """The rest of an exercise, among those that are told by name."""
    words = singles(name)
    return next((rest for rest in rests if _is_of(rest, words, tongue)), None)


def _is_of(rest: Statement, words: frozenset[str], tongue: Tongue) -> bool:
    """Whether a rest by name is that of an exercise with these words."""
    return any(whose <= words for whose in owners(rest.name, tongue.prose.parting.alternatives))


_PLURAL = re.compile(r"(?<=ss|sh|ch)es$|(?<!s)s$|(?<=e)n$")


@lru_cache(maxsize=1024)
def owners(name: str, parting: str) -> tuple[frozenset[str], ...]:
    """The words of each exercise that a rest or a dose is told to be that of."""
    several = _parted(parting).split(name)
    return tuple(singles(one) for one in several if one)


@cache
def _parted(parting: str) -> re.Pattern[str]:
    return re.compile(rf"\s*[,/&+]\s*|\s(?:{parting})\s")


def singles(name: str) -> frozenset[str]:
    """The words of a name, each as one of what it calls."""
    return frozenset(map(_single, words_in(name)))


def without_owner(
    rests: Sequence[Statement], names: Sequence[str], tongue: Tongue
) -> frozenset[int]:
    """The lines with a rest of exercises which none is called: whose the others are is unknown."""
    told = {singles(name) for name in names}
    return frozenset(
        one.line for one in rests if not any(_is_of(one, words, tongue) for words in told)
    )


def _lengths(text: str, tongue: Tongue) -> Iterator[tuple[Range, int, int]]:
    """All lengths of time in a text, and where they stand."""
    c = Cursor(text, words=tongue.words, strict=False)
    while not c.at_end:
        mark, start = c.at, c.here.offset
        found = None
        if c.here.kind in ("number", "clock") or c.here.text in c.words.numbers:
            try:
                found = duration_range_of(c)
            except Misread:
                found = None
        if found is not None:
            yield found, start, c.end
        c.at = c.at if found is not None else mark + 1


def _named(text: str, tongue: Tongue) -> str:
    """What a rest is that of, after its preposition: `on squats`; "" where nothing says it."""
    found = re.search(rf"(?:^|\s)(?:{'|'.join(tongue.prose.resting_on)})\s+(.+)$", text, re.I)
    return cleaned(found[1], tongue.prose.glue) if found else ""


def _of_others(name: str, tongue: Tongue) -> bool:
    """Whether a name is that of all which are not named: `on everything else`, `on the rest`."""
    of_rest = set(words_in(name)) <= set(tongue.words.rest.by_first)
    return of_rest or scope_of(name, tongue.prose) == "others"


@lru_cache(maxsize=4096)
def _single(word: str) -> str:
    return _PLURAL.sub("", word) if word.endswith(("s", "n")) else word
