"""Letters before the parts of a session: `B) AMRAP 10`, and its exercises below."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from earcoach.written.names import words_in
from earcoach.written.parts import Tongue, left_of, parts
from earcoach.written.pieces import Piece

_LETTER = re.compile(r"[A-Ha-h][.):]?")


def without_letters(pieces: Sequence[Piece], tongue: Tongue) -> Iterator[Piece]:
    """The pieces; a letter that stands before a part, and before no exercise, is left out."""
    before = ""
    for n, piece in enumerate(pieces):
        letter = piece.marker[:1].upper() if _lettered(piece) else ""
        above = bool(n and pieces[n - 1].text) and not _follows(letter, before)
        opens = not above and bool(letter) and _is_list(pieces[n + 1 : n + 2])
        before = letter or before
        apart = opens and _is_part(piece.text, tongue)
        yield replace(piece, marker="", label="") if apart else piece


def _lettered(piece: Piece) -> bool:
    return bool(piece.text and _LETTER.fullmatch(piece.marker))


def _follows(letter: str, before: str) -> bool:
    """Whether a letter is the next in the alphabet after the one above."""
    return bool(letter and before) and ord(letter) == ord(before) + 1


def _is_list(below: Sequence[Piece]) -> bool:
    """Whether the next line belongs to the same part."""
    return bool(below) and bool(below[0].text) and not _lettered(below[0])


def _is_part(text: str, tongue: Tongue) -> bool:
    """Whether a text says how a part goes, or what it is called, and names no exercise."""
    words = words_in(left_of(text, parts(text, tongue), tongue))
    return tongue.prose.sections.issuperset(words)
