"""What stands beside a workout on its page: the comments below it, and what else one might read."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from earcoach.language.vocabulary.texts import Prose
from earcoach.written.names import holds_any
from earcoach.written.pieces import Piece

LONGEST = 60
"""Characters of a line above what others wrote."""

_TO_THE_END = 99
"""Higher than the level of any heading."""


def without_beside(pieces: Sequence[Piece], prose: Prose) -> Iterator[Piece]:
    """The pieces; what stands under a heading such as `12 comments` is said by others.

    Where that is no heading, all that follows is theirs.
    """
    closed = 0  # the level of the heading that it stands under
    for piece in pieces:
        if piece.level and holds_any(piece.text, prose.beside):
            closed = closed or piece.level
        elif piece.level and piece.level <= closed < _TO_THE_END:
            closed = 0
        elif _counts_answers(piece.text, prose):
            closed = _TO_THE_END
        yield replace(piece, asked=True) if closed and piece.text else piece


def _counts_answers(text: str, prose: Prose) -> bool:
    """Whether a line says how many answers follow: `214 points, 3 comments`."""
    words = prose.answers.alternatives
    counted = rf"\W*(?:\d+\s+\w+\W+)?\d+\s+(?:{words})\b"
    return len(text) < LONGEST and bool(re.match(counted, text, re.IGNORECASE))
