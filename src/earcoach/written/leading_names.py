"""What stands at the beginning of a line before words about it: a label, or a name."""

import re

from earcoach.written.exercises import has_amount
from earcoach.written.names import cleaned, is_sentence, names_movement
from earcoach.written.parts import Tongue, doses_in, parts
from earcoach.written.pieces import Piece


def less_label(piece: Piece, tongue: Tongue) -> Piece:
    """A line less the word that says that an exercise follows: `Exercise: Bridge`."""
    head, colon, rest = piece.text.partition(": ")
    key = head.casefold()
    known = colon and key in tongue.prose.columns["name"] and key not in tongue.prose.sections
    return piece.saying(rest.strip()) if known and rest.strip() else piece


def labelled(piece: Piece, tongue: Tongue) -> str:
    """The name before a sentence that says how a labelled exercise is done; "" for others."""
    if len(piece.label) < 2:
        return ""
    head, dash, rest = re.split(r"(\s[-\u2013\u2014]\s)", f"{piece.text} - ", maxsplit=1)
    if not dash or not is_sentence(rest, tongue.prose) or with_sets(rest, tongue):
        return ""
    return cleaned(head, frozenset())


def led_name(piece: Piece, tongue: Tongue) -> str:
    """What a numbered line names in bold letters, before words about it; "" for others."""
    rest = piece.text[len(piece.lead) :]
    listed = piece.marker[:1].isdigit() or (
        bool(piece.marker) and names_movement(piece.lead, tongue.prose)
    )
    numbered = piece.lead and listed and piece.text.startswith(piece.lead)
    if not numbered or has_amount(parts(piece.text, tongue)) or not re.search(r"\w{2}", rest):
        return ""
    return cleaned(piece.lead, frozenset())


def with_sets(text: str, tongue: Tongue) -> bool:
    """Whether a text has a dose with sets, which no equipment has."""
    return any(p.said.sets and p.said.doses for p in doses_in(parts(text, tongue)))
