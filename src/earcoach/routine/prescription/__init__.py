"""The one grammar of a dose: `2-3 x 12-15 each leg, tempo 3-1-1-0, rest 45s`.

It reads the short form of a routine strictly, and finds doses in the lines of a plain text.
"""

from earcoach.routine.prescription.cursor import BareM, Cursor
from earcoach.routine.prescription.draft import combined_sides
from earcoach.routine.prescription.durations import (
    LEAST_BEAT_MS,
    LEAST_WORK_MS,
    duration as duration_of,
    duration_range as duration_range_of,
    work as work_of,
)
from earcoach.routine.prescription.grammar import longest, parse_prescription, scan
from earcoach.routine.prescription.result import Found, Prescription
from earcoach.routine.prescription.sides import sides as sides_of
from earcoach.routine.prescription.tempos import tempo as tempo_of
from earcoach.routine.prescription.tokens import Misread

__all__ = [
    "LEAST_BEAT_MS",
    "LEAST_WORK_MS",
    "BareM",
    "Cursor",
    "Found",
    "Misread",
    "Prescription",
    "combined_sides",
    "duration_of",
    "duration_range_of",
    "longest",
    "parse_prescription",
    "scan",
    "sides_of",
    "tempo_of",
    "work_of",
]
