"""What is done as often as what stands before it: `wide grip, same again, but only 4`."""

import re
from dataclasses import replace

from earcoach.routine.model import HeldReps, Reps
from earcoach.routine.prescription import Prescription
from earcoach.written.about_all import merged_all, plain
from earcoach.written.believing import believed
from earcoach.written.names import cleaned, starts_like
from earcoach.written.pairs import is_name
from earcoach.written.parts import Tongue, merged, parts
from earcoach.written.pieces import Piece
from earcoach.written.statements import Kind, Statement

_TAIL = re.compile(r"(?:,|:|\s[-\u2013\u2014~=])\s+")


def same_but(piece: Piece, tongue: Tongue) -> Statement | None:
    """The exercise of a line with the dose of the one before it, but for what it says itself."""
    name, sign, tail = _parted(piece.text)
    if not sign or not starts_like(tail, tongue.prose.same_as) or parts(name, tongue):
        return None
    if not is_name(name, tongue):
        return None
    said = merged_all(tail, believed(piece.saying(tail), tongue, in_prose=False), tongue)
    return replace(plain(piece, Kind.SAME), name=cleaned(name, tongue.prose.glue), said=said)


def _parted(text: str) -> tuple[str, str, str]:
    sign = _TAIL.search(text)
    return (text[: sign.start()], sign[0], text[sign.end() :]) if sign else (text, "", "")


def with_same(said: Prescription, other: Prescription) -> Prescription:
    """The dose of another exercise, but for what is said of this one."""
    match said.doses, other.doses:
        case (Reps(count=count),), (HeldReps(hold_ms=length),) if count:
            said = replace(said, doses=(HeldReps(count=count, hold_ms=length),))
    return merged(said, other)
