"""Names in capital letters at the beginning of what is told of them: `WALL SIT Lean on a wall.`"""

import re
from collections.abc import Sequence

from earcoach.written.pieces import Piece

FEWEST = 2
"""Lines of a text that begin so; a single one may begin with an abbreviation."""

LEAST_TOLD = 4
"""Words of what is told after such a name."""

_NAME = re.compile(
    r"^(?P<name>(?=[^a-z]*[A-Z\u00c4\u00d6\u00dc]{4})[A-Z\u00c4\u00d6\u00dc][A-Z\u00c4\u00d6\u00dc'\u2019-]+"
    r"(?:\s[A-Z\u00c4\u00d6\u00dc][A-Z\u00c4\u00d6\u00dc'\u2019-]*){0,4})\s+"
    r"(?P<told>[A-Z\u00c4\u00d6\u00dc](?:[a-z\u00e4\u00f6\u00fc]|\s).*)$"
)


def less_loud(pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    """The pieces; a name in capitals ends where a sentence begins that has others."""
    found = {n: match for n, piece in enumerate(pieces) if (match := _match(piece))}
    if len(found) < FEWEST:
        return tuple(pieces)
    return tuple(
        piece.saying(f"{found[n]['name']}. {found[n]['told']}") if n in found else piece
        for n, piece in enumerate(pieces)
    )


def _match(piece: Piece) -> re.Match[str] | None:
    match = _NAME.match(piece.text) if not (piece.level or piece.cells) else None
    told = match["told"] if match else ""
    sentence = len(told.split()) >= LEAST_TOLD and re.search(r"[a-z]{2}[.!]", told)
    return match if sentence else None
