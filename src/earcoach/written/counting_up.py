"""Lists whose numbers have no sign of a list: `1  Bridge`, `Rounds 1-3: skipping`."""

import re
from collections.abc import Sequence
from dataclasses import replace

from earcoach.written.pieces import Piece

FEWEST = 4
"""Lines that begin with a bare number; fewer may begin with doses."""

FEWEST_ROUNDS = 3
"""Lines that say in which rounds something is done."""

_BARE = re.compile(
    r"^(?P<first>\d{1,2})(?P<last>)\s+(?=[^\W\d_]{2})"
    r"(?!(?:mins?|minutes?|minuten?|secs?|seconds?|sek|sekunden|rounds?|runden|sets?|reps?|km)\b)"
)
_ROUNDS = re.compile(
    r"^(?:rounds?|runden?)\s+(?P<first>\d{1,2})(?:\s*(?:-|\u2013|&|to|and|bis|und)\s*(?P<last>\d{1,2}))?"
    r"\s*(?::|\s[-\u2013\u2014]\s)\s*(?=[^\W\d_])",
    re.IGNORECASE,
)


def counting_up(pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    """The pieces; numbers that count up from 1, line by line, are the marks of a list."""
    return _marked(_marked(pieces, _BARE, FEWEST), _ROUNDS, FEWEST_ROUNDS)


def _marked(pieces: Sequence[Piece], pattern: re.Pattern[str], fewest: int) -> tuple[Piece, ...]:
    found = {
        n: match
        for n, piece in enumerate(pieces)
        if not (piece.marker or piece.cells or piece.level)
        if (match := pattern.match(piece.text))
    }
    at = 1
    for match in found.values():
        if int(match["first"]) != at:
            return tuple(pieces)
        at = int(match["last"] or match["first"]) + 1
    if len(found) < fewest:
        return tuple(pieces)
    return tuple(_less(p, found[n]) if n in found else p for n, p in enumerate(pieces))


def _less(piece: Piece, mark: re.Match[str]) -> Piece:
    first = int(mark["first"])
    rounds = int(mark["last"] or first) - first + 1 if mark.re is _ROUNDS else 0
    return replace(piece, marker=f"{first}.", text=piece.text[mark.end() :], rounds=rounds)
