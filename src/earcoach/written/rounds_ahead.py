"""Rounds before a colon, and behind it what is gone through: `Superset x3: 8 dips, 8 rows`."""

import re
from dataclasses import replace

from earcoach.written.headings import heading
from earcoach.written.names import in_section_words, words_in
from earcoach.written.parts import Tongue, amount_of, parts
from earcoach.written.pieces import Piece
from earcoach.written.settings import Setting
from earcoach.written.statements import (
    NOTHING,
    PLAIN,
    Kind,
    Lines,
    Statement,
    first_below,
    nameless,
)

FEWEST = 2
"""Exercises that take turns."""

_COLON = re.compile(r"^(?P<head>[^:|]{3,90}):\s+(?P<rest>\S.*)$")


def rounds_ahead(piece: Piece, tongue: Tongue) -> tuple[Statement, str] | None:
    """A heading that is a section and its rounds, and the exercises that follow it."""
    match = _COLON.match(piece.text)
    if not match or not parts(match["head"], tongue):
        return None
    head = heading(piece.saying(f"{match['head']}:"), tongue)
    words = words_in(head.name) if head else ()
    if head is None or not in_section_words(head.name, tongue.prose):
        return None
    sets = None if head.said.doses else head.said.sets
    if not (head.setting.rounds or sets) or not tongue.prose.sections.issuperset(words):
        return None
    if sets and not tongue.prose.circuit.isdisjoint(words):  # the sets of several are rounds
        head = replace(head, said=NOTHING, setting=Setting(rounds=sets))
    several = sum(map(amount_of, parts(match["rest"], tongue))) >= FEWEST
    return (head, match["rest"]) if several else None


def less_rounds_ahead(said: Lines) -> Lines:
    """The lines; what has sets of its own below a line of rounds is no part of those."""
    return [
        [*line, nameless(line[0], PLAIN)] if _ends(said, n) else line for n, line in enumerate(said)
    ]


def _ends(said: Lines, n: int) -> bool:
    line, below = said[n], first_below(said, n)
    members = sum(one.kind is Kind.EXERCISE for one in line)
    told = line[0].kind is Kind.HEADING and line[0].setting.rounds
    own = below is not None and below.kind is Kind.EXERCISE and below.said.sets
    return bool(told and own) and members >= FEWEST
