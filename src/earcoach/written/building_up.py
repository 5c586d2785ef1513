"""Efforts that are as great as they can be: `Build to a heavy 3-rep squat`, `ME push-ups`."""

import re
from collections.abc import Iterator
from functools import cache

from earcoach.language.vocabulary.texts import Prose
from earcoach.routine.model import Range, Reps, Timed
from earcoach.routine.prescription import Found, Prescription
from earcoach.written.about_all import plain
from earcoach.written.names import cleaned, names_movement, words_in
from earcoach.written.parts import Tongue, parts
from earcoach.written.pieces import Piece
from earcoach.written.statements import Kind, Statement

LONGEST = 6
"""Words of the name of what is lifted."""

_REPS = re.compile(r"\b(\d{1,2})[\s-]?(?:rm|reps?)\b", re.IGNORECASE)


def built_up(piece: Piece, tongue: Tongue) -> Iterator[Statement]:
    """The lift that such a line names, with its reps or the time for it; nothing for another."""
    prose = tongue.prose
    clock = _clock(piece.text, tongue)
    text = piece.text[clock.end if clock else 0 :].lstrip(" :-\u2013\u2014")
    begun = _beginning(prose).match(text)
    if not begun:
        return
    rest = re.split(r"[,;.(@]", text[begun.end() :])[0]
    counted = _REPS.search(rest)
    words = _REPS.sub(" ", rest).split()
    heavy = len(words)
    while words and words[0].casefold() in prose.heavy:
        words.pop(0)
    name = cleaned(" ".join(words), prose.glue)
    sure = counted or heavy > len(words)
    if not sure or not 0 < len(words_in(name)) <= LONGEST or not names_movement(name, prose):
        return
    if counted:
        said = Prescription(doses=(Reps(Range(int(counted[1]), int(counted[1]))),))
    else:
        said = clock.said if clock else Prescription()
    yield plain(piece, Kind.EXERCISE if said.doses else Kind.NAME, name=name, said=said)


def spelt_out(piece: Piece, tongue: Tongue) -> Piece:
    """A line that begins with as many as one can, in capitals, in words: `ME push-ups`.

    How reps are counted aloud is left out: `flutter kicks x 20 (4-count)`.
    """
    counted = _counted(tongue.prose)
    if counted.search(piece.text):
        piece = piece.saying(counted.sub(" ", piece.text).rstrip())
    known = piece.text.startswith("ME ") and names_movement(piece.text, tongue.prose)
    return piece.saying(f"max effort {piece.text[3:]}") if known else piece


def _clock(text: str, tongue: Tongue) -> Found | None:
    """The time for all of it, which stands before a colon."""
    first = next(iter(parts(text, tongue)), None)
    timed = isinstance(first, Found) and len(first.said.doses) == 1
    if not timed or not isinstance(first, Found) or first.start or first.said.sets:
        return None
    ahead = text[first.end :].lstrip()[:1] in (":", "-", "\u2013", "\u2014")
    return first if ahead and isinstance(first.said.doses[0], Timed) else None


@cache
def _counted(prose: Prose) -> re.Pattern[str]:
    """How reps are counted, with the sign or the brackets around it, after a number of them."""
    words = prose.cadence.alternatives
    return re.compile(rf"(?<=\d)\s*(?:[x\u00d7,-]\s*)?[(\[]?\b(?:{words})\b[)\]]?", re.IGNORECASE)


@cache
def _beginning(prose: Prose) -> re.Pattern[str]:
    return re.compile(rf"(?:{prose.building.alternatives})\s", re.IGNORECASE)
