"""Exercises that prose names without a dose: `moves like the side plank and the bridge`."""

import re
from collections.abc import Iterator, Sequence

from earcoach.written.names import words_in
from earcoach.written.parts import Tongue
from earcoach.written.statements import Kind, Statement

_AND = re.compile(r"\s*,\s*(?:and|und)\s+|\s*,\s*|\s+(?:and|und)\s+")
MOST = 20


def named_in_prose(statements: Sequence[Statement], tongue: Tongue) -> list[tuple[str, int]]:
    """The names that a text without any dose mentions, each once, with their lines."""
    found: dict[str, tuple[str, int]] = {}
    for statement in statements:
        if statement.kind in (Kind.PROSE, Kind.DOSE, Kind.WARNING, Kind.CHATTER):
            for name in _names(statement.text, tongue):
                found.setdefault(name.casefold(), (name, statement.line))
    return list(found.values())[:MOST]


def _names(text: str, tongue: Tongue) -> Iterator[str]:
    prose = tongue.prose
    like = prose.naming_like.alternatives
    nouns = "|".join(map(re.escape, prose.naming))
    for match in re.finditer(rf"\b(?:{nouns})\s+(?:{like})\s+", text, re.IGNORECASE):
        named = re.split(r"[.;:()\u2013\u2014]", text[match.end() : match.end() + 200])[0]
        for name in _AND.split(named):
            cut, ended = _cut(name, tongue)
            if cut:
                yield cut
            if ended:
                break
    first = re.match(
        r"(?:and\s+|und\s+)?(?:the|die|der|das)\s+(?P<name>[^.,;:()]{5,80})", text, re.IGNORECASE
    )
    if first:
        cut, ended = _cut(first["name"], tongue)
        if cut and ended and len(words_in(cut)) > 2:
            yield cut


def _cut(text: str, tongue: Tongue) -> tuple[str, bool]:
    """A name up to the word that says what it does, and whether such a word came."""
    words = re.sub(r"^\s*(?:the|die|der|das)\s+", "", text, flags=re.IGNORECASE).split()
    doing = tongue.prose.doing - {"with", "to", "for", "mit"}
    for n, word in enumerate(words):
        if word.casefold() in doing:
            return _name(words[:n], tongue), True
    return _name(words, tongue), False


def _name(words: Sequence[str], tongue: Tongue) -> str:
    few = 0 < len(words) <= 7 and not {w.casefold() for w in words} & tongue.prose.telling
    return " ".join(words) if few else ""
