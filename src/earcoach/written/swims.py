"""Swims: where most of what is done is swum, the bare numbers of the rest are metres too."""

from collections.abc import Sequence
from dataclasses import replace

from earcoach.language.vocabulary.texts import Prose
from earcoach.routine.model import Distance, LengthUnit, Range, Reps
from earcoach.routine.prescription import Prescription
from earcoach.written.names import words_in
from earcoach.written.statements import Kind, Statement

LENGTH = 25
"""Metres of a short pool, which all ways in it are multiples of."""


def as_swum(said: Prescription) -> Prescription:
    """A dose whose bare number is one of metres."""
    match said.doses:
        case (Reps(count=Range() as count),) if not (count.low % LENGTH or count.high % LENGTH):
            return replace(said, doses=(metres_of(count),))
    return said


def metres_of(count: Range) -> Distance:
    """A way of so many metres, as it is written."""
    text = str(count.low) if count.low == count.high else f"{count.low}-{count.high}"
    return Distance(metres=count, amount=text, unit=LengthUnit.METRE)


def in_the_pool(statements: Sequence[Statement], prose: Prose) -> list[Statement]:
    """The statements of a text; in one about a swim bare numbers are metres."""
    doses = [s.said.doses[0] for s in statements if s.kind is Kind.EXERCISE and s.said.doses]
    swum = sum(isinstance(dose, Distance) for dose in doses)
    may_be = sum(as_swum(Prescription(doses=(dose,))).doses != (dose,) for dose in doses)
    if (
        not swum
        or 4 * (swum + may_be) < 3 * len(doses)
        or not any(prose.pool & {*words_in(s.text)} for s in statements)
    ):
        return list(statements)
    return [replace(s, said=as_swum(s.said)) if s.kind is Kind.EXERCISE else s for s in statements]
