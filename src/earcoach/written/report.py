"""What was understood of a text, beside its lines: for a table, and in a line or two."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from earcoach.routine.model import Range, Timing
from earcoach.written.dose_text import count_text, dose_text, loads_apart, span_text, time_text
from earcoach.written.reading import Given, Origin, ReadExercise, Reading, ReadSection
from earcoach.written.source import SourceText

MOST_TOLD = 2
"""Assumptions that are told in a line; more are counted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportRow:
    """A row of the table: a line of the text, and what it was taken for."""

    line: int
    """The number of the line; 0 where there is none."""
    written: str
    """The line as it is written."""
    understood: str
    """What it was taken for."""
    origins: str
    """Which values the line itself does not say, and where they come from."""


def report_rows(reading: Reading, source: SourceText | None) -> tuple[ReportRow, ...]:
    """The sections and exercises, each beside its line; one that says several stands once."""
    lines = {line.number: line.text.strip() for line in source.lines} if source else {}
    return tuple(_rows(reading, lines))


def summary(reading: Reading) -> tuple[str, ...]:
    """In a line or two: what was found, what was assumed, and how much is doubted."""
    exercises = sum(len(section.exercises) for section in reading.sections)
    found = f"understood {_counted(exercises, 'exercise')}"
    if len(reading.sections) > 1:
        found += f" in {len(reading.sections)} sections"
    doubts = f"; {_counted(len(reading.doubts), 'doubt')}" if reading.doubts else ""
    told = [remark.text for remark in reading.assumed]
    if len(told) > MOST_TOLD + 1:
        told[MOST_TOLD:] = [f"{len(told) - MOST_TOLD} more"]
    assumed = (f"assumed: {', '.join(told)}",) if told else ()
    return (f"{found}{doubts}", *assumed)


def _counted(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"


def _rows(reading: Reading, lines: dict[int, str]) -> Iterator[ReportRow]:
    """The rows; what stands in one of them is taken from the lines."""
    for section in reading.sections:
        line = section.name.line
        yield ReportRow(
            line=line,
            written=lines.pop(line, ""),
            understood=_section(section),
            origins=_origins(line, _values_of_section(section)),
        )
        for exercise in section.exercises:
            line = exercise.name.line
            yield ReportRow(
                line=line,
                written=lines.pop(line, ""),
                understood=f"  {_exercise(exercise)}",
                origins=_origins(line, _values_of_exercise(exercise)),
            )


def _section(section: ReadSection) -> str:
    timing = section.timing.value if section.timing else Timing.STRAIGHT
    parts = [] if timing is Timing.STRAIGHT else [str(timing)]
    if section.rounds:
        rounds = count_text(section.rounds.value)
        parts.append("1 round" if rounds == "1" else f"{rounds} rounds")
    spans = (
        ("work", section.work_ms), ("rest", section.rest_ms),
        ("rest between rounds", section.rest_between_rounds_ms),
    )  # fmt: skip
    parts += [_span(name, given.value) for name, given in spans if given]
    times = (("every", section.interval_ms), ("at most", section.cap_ms))
    parts += [f"{name} {time_text(given.value)}" for name, given in times if given]
    name = section.name.value.rstrip(":")
    return f"{name}: {', '.join(parts)}" if parts else name


def _span(name: str, length_ms: Range) -> str:
    """`rest 30s`, or `no rest`."""
    return f"{name} {span_text(length_ms)}" if length_ms.high else f"no {name}"


def _exercise(exercise: ReadExercise) -> str:
    dose = dose_text(exercise)
    loads = ", ".join(loads_apart(exercise, dose))
    parts = ", ".join(filter(None, (dose, loads)))
    name = f"{exercise.name.value}: {parts}" if parts else exercise.name.value
    pause = exercise.rest_after_ms
    name += f", then {_span('rest', pause.value)}" if pause else ""
    return "; ".join((name, *(note.text for note in exercise.notes)))


def _values_of_section(section: ReadSection) -> dict[str, Given[Any] | None]:
    return {
        "name": section.name,
        "type": section.timing,
        "rounds": section.rounds,
        "work": section.work_ms,
        "rest": section.rest_ms,
        "rest between rounds": section.rest_between_rounds_ms,
        "every": section.interval_ms,
        "cap": section.cap_ms,
    }


def _values_of_exercise(exercise: ReadExercise) -> dict[str, Given[Any] | None]:
    return {
        "name": exercise.name,
        "sets": exercise.sets,
        "dose": exercise.doses,
        "sides": exercise.sides,
        "tempo": exercise.tempo,
        "rest": exercise.rest_ms,
        "rest after": exercise.rest_after_ms,
        "load": exercise.loads,
    }


def _origins(line: int, values: dict[str, Given[Any] | None]) -> str:
    told = ((name, _origin(line, given)) for name, given in values.items() if given)
    return ", ".join(f"{name} {origin}" for name, origin in told if origin)


def _origin(line: int, given: Given[Any]) -> str:
    """Where a value comes from, where that is not the line itself."""
    elsewhere = f"line {given.line}" if given.line and given.line != line else ""
    if given.origin is Origin.WRITTEN:
        return f"from {elsewhere}" if elsewhere else ""
    return f"{given.origin} ({elsewhere})" if elsewhere else str(given.origin)
