"""Paragraphs that were broken at the width of a page: their lines are joined again."""

from collections.abc import Sequence

from earcoach.language.vocabulary.texts import Prose
from earcoach.written.names import words_in
from earcoach.written.pieces import MOST_CHARACTERS, Piece

WIDTHS = range(60, 101)
"""Characters at which texts are broken; one with a longer line was not."""

LOOSE = 12
"""Characters that the first word of the next line may have left free."""

FEWEST = 3
"""Places where a text is broken; fewer are chance."""


def unwrapped(pieces: Sequence[Piece], prose: Prose) -> tuple[Piece, ...]:
    """The pieces; a line as long as all go on in the next one, where that begins small.

    So does one that ends with a word after which something has to follow.
    """
    width = max((len(piece.text) + piece.indent for piece in pieces), default=0)
    broken = {n for n in range(1, len(pieces)) if _breaks(pieces[n - 1], pieces[n], width)}
    if width not in WIDTHS or len(broken) < FEWEST:
        broken = set()
    broken |= {n for n in range(1, len(pieces)) if _unfinished(pieces[n - 1], pieces[n], prose)}
    out = list(pieces[:1])
    for n, piece in enumerate(pieces[1:], start=1):
        last = out[-1]
        if n in broken and len(last.text) + len(piece.text) < MOST_CHARACTERS:
            out[-1] = last.saying(f"{last.text} {piece.text}")
        else:
            out.append(piece)
    return tuple(out)


def _breaks(last: Piece, piece: Piece, width: int) -> bool:
    """Whether a line goes on in the next one, whose first word had no room any more."""
    if not _may_go_on(last, piece):
        return False
    word = piece.text.split(maxsplit=1)[0]
    return len(last.text) + last.indent + len(word) > width - LOOSE


def _unfinished(last: Piece, piece: Piece, prose: Prose) -> bool:
    words = words_in(last.text)
    return _may_go_on(last, piece) and len(words) > 2 and words[-1] in prose.unfinished


def _may_go_on(last: Piece, piece: Piece) -> bool:
    plain = not (piece.marker or piece.level or piece.cells or piece.bold or piece.label)
    open_ = not (last.cells or last.level or last.asked) and last.text[-1:] not in ".:!?;"
    return plain and open_ and not piece.spoken and piece.text[:1].islower()
