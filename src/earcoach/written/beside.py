"""What stands beside a workout on its page: the comments below it, and what else one might read."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from earcoach.language.vocabulary.texts import Prose
from earcoach.written.names import holds_any
from earcoach.written.pieces import Piece


def without_beside(pieces: Sequence[Piece], prose: Prose) -> Iterator[Piece]:
    """The pieces; what stands under a heading such as `12 comments` is said by others."""
    closed = 0  # the level of the heading that it stands under
    for piece in pieces:
        if piece.level and holds_any(piece.text, prose.beside):
            closed = piece.level
        elif piece.level and piece.level <= closed:
            closed = 0
        yield replace(piece, asked=True) if closed and piece.text else piece
