"""What can be coached of all that can be read: the plan knows reps, times and open sets."""

from earcoach.routine.diagnostics import Place, Report
from earcoach.routine.model import Dose, OpenReps, Prescribed, Reps, Timed
from earcoach.routine.prescription import Prescription


def coached_dose(said: Prescription, place: Place, report: Report) -> Dose | None:
    """The dose as the plan knows it, or a mistake where it does not yet."""
    dose = _coached(said.doses[0])
    extra = (
        said.loads or said.efforts or said.notes or len(set(said.doses)) > 1
        or any(rest.low != rest.high for rest in said.rests_ms) or len(said.rests_ms) > 1
    )  # fmt: skip
    if dose is None or extra:
        report.add("R213", "this can be read, but it cannot be coached yet", place)
        return None
    return dose


def _coached(dose: Prescribed) -> Dose | None:
    match dose:
        case Reps() | Timed():
            return dose
        case OpenReps(at_least=0):
            return Reps(None)
    return None
