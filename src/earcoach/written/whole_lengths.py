"""Minutes that an exercise takes with all its sets, which are told beside its dose."""

from earcoach.routine.model import HeldReps, Reps, Timed
from earcoach.routine.prescription import Prescription
from earcoach.written.statements import Statement

LEAST_OF_ALL_MS = 120_000
"""Of an exercise with all its sets and rests."""


def is_length_of_all(said: Prescription, field: Statement) -> bool:
    """Whether minutes of an exercise are those of all its sets, which a field tells after them."""
    match said.doses:
        case (Timed(length_ms=length, hold=False),) if (
            not said.sets and length.low >= LEAST_OF_ALL_MS
        ):
            if field.marker != "field":
                return False
            counted = any(isinstance(dose, Reps | HeldReps) for dose in field.said.doses)
            return bool(field.said.doses) and (counted or bool(field.said.sets))
    return False
