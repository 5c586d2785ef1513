"""What a session needs and a text does not say: filled in by stated defaults, and told."""

from dataclasses import replace
from typing import TypeVar

from earcoach.routine.inherited import usual_rest_ms
from earcoach.routine.model import Range, Reps, Timing
from earcoach.written.dose_text import time_text
from earcoach.written.reading import Given, Origin, ReadExercise, Reading, ReadSection, Remark

T = TypeVar("T")

REPS = 10
CAP_MS = {Timing.AMRAP: 600_000, Timing.FOR_TIME: 1_200_000}
INTERVAL_MS = 60_000


def completed(reading: Reading) -> Reading:
    """The reading with all that a session needs, and a sentence for each kind of assumption."""
    sections = tuple(_section(section) for section in reading.sections)
    told = {remark.text for remark in reading.assumed}
    new = tuple(Remark(text=text, line=0) for text in _told(reading, sections) if text not in told)
    return replace(reading, sections=sections, assumed=(*reading.assumed, *new))


def _section(section: ReadSection) -> ReadSection:
    timing = section.timing.value if section.timing else Timing.STRAIGHT
    cap = section.cap_ms or (_assumed(CAP_MS[timing]) if timing in CAP_MS else None)
    every = _assumed(INTERVAL_MS) if timing is Timing.EMOM else None
    exercises = tuple(_exercise(exercise, section) for exercise in section.exercises)
    return replace(
        section, exercises=exercises, cap_ms=cap, interval_ms=section.interval_ms or every
    )


def _exercise(exercise: ReadExercise, section: ReadSection) -> ReadExercise:
    if exercise.doses is None and section.work_ms is None:
        return replace(exercise, doses=_assumed((Reps(Range(REPS, REPS)),)))
    return exercise


def _assumed(value: T) -> Given[T]:
    return Given(value=value, origin=Origin.ASSUMED)


def _told(reading: Reading, sections: tuple[ReadSection, ...]) -> list[str]:
    """What was filled in, in sentences for people."""
    exercises = [exercise for section in sections for exercise in section.exercises]
    before = [exercise for section in reading.sections for exercise in section.exercises]
    found = [
        f"{REPS} reps of {new.name.value}"
        for old, new in zip(before, exercises, strict=True)
        if old.doses is None and new.doses is not None
    ]
    for old, new in zip(reading.sections, sections, strict=True):
        if old.cap_ms is None and new.cap_ms is not None:
            found.append(f"{time_text(new.cap_ms.value)} for {new.name.value}")
    return [*found, *_rests(sections)]


def _rests(sections: tuple[ReadSection, ...]) -> list[str]:
    """The program's own rests, where the text gives none."""
    lengths = {
        usual_rest_ms(section.timing.value if section.timing else Timing.STRAIGHT)
        for section in sections
        if section.rest_ms is None and any(one.rest_ms is None for one in section.exercises)
    }
    told = " or ".join(time_text(length) for length in sorted(lengths) if length)
    return [f"{told} of rest where none is given"] if told else []
