"""What stands around a letter or a post: when it was written, and who signs it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from earcoach.language.vocabulary.texts import Prose
from earcoach.written.names import words_in
from earcoach.written.pieces import Piece

MOST_SIGNING = 6
"""Lines from the closing formula of a letter to its end."""

MOST_NAMES = 3
"""Words of a name."""

LONGEST = 4
"""Words of a closing formula."""

_MONTH = (
    r"(?:jan|feb|m[a\u00e4]r|apr|ma[iy]|jun|jul|aug|sep|o[ck]t|nov|de[cz])(?:[^\W\d_]{0,6}|\b)\.?"
)
_WEEKDAY = (
    r"(?:(?:mon|tue|wed|thu|fri|sat|sun|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag)"
    r"[^\W\d_]{0,6}\.?,?\s+)"
)
_DATE = re.compile(
    rf"^\W*{_WEEKDAY}?(?:the\s+)?(?:\d{{1,2}}(?:st|nd|rd|th|\.)?\s+(?:of\s+)?{_MONTH}|"
    rf"{_MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?),?\s+(?:19|20)\d\d\b.{{0,24}}$",
    re.IGNORECASE,
)
_POSTED = re.compile(r"^\W*(?:by\s+)?\S{1,30}\s\u00bb\s.*\d{1,2}:\d{2}", re.IGNORECASE)
"""`by somebody \u00bb Tue 9:14 pm`: the head of a post."""

_FORM = re.compile(
    r"^\W*(?:patient(?:in)?|client|klient(?:in)?|therapist|physio(?:therapist)?|therapeut(?:in)?|"
    r"d\.?o\.?b\.?|date of birth|geburtsdatum|geb\.|date|datum)\s*:\s+(?=\S)",
    re.IGNORECASE,
)
"""A field of a practice's form, above what it prescribes."""
_PHONE = re.compile(r"(?<![\d.])(?:\+[1-9]|\(?0)\d[\d ()]{6,}\d(?!\d)")


def without_letterheads(pieces: Sequence[Piece], prose: Prose) -> Iterator[Piece]:
    """The pieces; what is dated, signed or of a form is no one's exercise."""
    signed = _signed(pieces, prose)
    for n, piece in enumerate(pieces):
        dated = any(form.match(piece.text) for form in (_DATE, _POSTED, _FORM))
        dated = dated or bool(_PHONE.search(piece.text))
        apart = bool(piece.text) and (dated or n >= signed)
        yield replace(piece, asked=True, level=0) if apart else piece


def signs(text: str, prose: Prose) -> bool:
    """Whether a text is nothing but a closing formula and a name: `LG Anja`."""
    first, *names = text.split() or [""]
    capital = 0 < len(names) <= MOST_NAMES and all(name[:1].isupper() for name in names)
    return capital and first.casefold().strip(",") in prose.signing


def _signed(pieces: Sequence[Piece], prose: Prose) -> int:
    """Where the closing formula of a letter stands; the end where there is none."""
    told = [n for n, piece in enumerate(pieces) if piece.text][-MOST_SIGNING:]
    for n in told:
        piece, words = pieces[n], words_in(pieces[n].text)
        closes = 0 < len(words) <= LONGEST and prose.closing.issuperset(words)
        closes = closes and not re.search(r"\d", piece.text)
        closes = closes or (n == told[-1] and signs(piece.text, prose))
        short = all(len(words_in(pieces[m].text)) <= 2 * LONGEST for m in told if m > n)
        if closes and short and not piece.marker and not piece.cells and not piece.level:
            return n
    return len(pieces)
