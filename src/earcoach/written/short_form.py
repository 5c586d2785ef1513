"""A reading as a routine in the short form: YAML that loads, and that a person likes to edit."""

import json
import re
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import replace

from earcoach.routine.keys import EXERCISE, ROUNDS_OF, SUPERSET_OF
from earcoach.routine.model import Range, Timed, Timing
from earcoach.written.dose_text import count_text, dose_text, loads_apart, time_text
from earcoach.written.reading import Given, Origin, ReadExercise, Reading, ReadSection, Remark
from earcoach.written.supersets import in_turns, rest_after_turn
from earcoach.written.yaml_text import comment, pieces, scalar, told_text

KEYS = re.compile(
    "|".join((*(field.key for field in (*EXERCISE, SUPERSET_OF)), "break", ROUNDS_OF))
)
"""What an exercise cannot be called in the short form."""

WITH_ROUNDS = frozenset((Timing.CIRCUIT, Timing.INTERVALS, Timing.EMOM, Timing.FOR_TIME))
NAMELESS = "Workout"
MOST_CUES = 20


def as_yaml(reading: Reading) -> str:
    """The document of a routine; what is assumed or doubted stands in comments."""
    return "\n".join(_document(reading)) + "\n"


def exercise_items(reading: Reading) -> list[str]:
    """The exercises of a reading as items of a list, each with the lines that belong to it."""
    exercises = (one for section in reading.sections for one in section.exercises)
    return ["\n".join(_exercise(one)) for one in exercises]


def _document(reading: Reading) -> Iterator[str]:
    doubts = _Doubts(reading)
    for remark in reading.assumed:
        yield comment(f"assumed: {remark.text}")
    yield from doubts.until(_first_line(reading) - 1)
    yield f"title: {scalar(told_text(reading.title.value) or NAMELESS)}"
    yield f"language: {reading.language}"
    if reading.equipment:
        yield f"equipment: {_listed(reading.equipment)}"
    yield "sections:"
    warnings = reading.warnings
    for section in reading.sections:
        yield from _section(section, warnings, doubts)
        warnings = ()
    yield from doubts.until(None)


def _first_line(reading: Reading) -> int:
    lines = [one.name.line for section in reading.sections for one in section.exercises]
    return min((line for line in lines if line), default=1)


class _Doubts:
    """The doubts of a reading, each told once, above what it is about."""

    def __init__(self, reading: Reading) -> None:
        self._left = deque(sorted(reading.doubts, key=lambda remark: remark.line))

    def until(self, line: int | None, margin: str = "") -> Iterator[str]:
        """Those about a line and all before it; about all that is left without one."""
        while self._left and (line is None or self._left[0].line <= line):
            remark = self._left.popleft()
            where = f" (line {remark.line})" if remark.line else ""
            yield margin + comment(f"doubt: {remark.text}: {remark.why}{where}")


def _section(section: ReadSection, warnings: Sequence[Remark], doubts: _Doubts) -> Iterator[str]:
    yield f"  - name: {scalar(told_text(section.name.value) or NAMELESS)}"
    for line in _keys(section, _timing(section)):
        yield f"    {line}"
    told = [piece for remark in warnings for piece in pieces(remark.text)]
    yield from (f"    {line}" for line in _texts("warning", told))
    setup, *others = [*pieces(" ".join(remark.text for remark in section.notes))] or [""]
    yield from (f"    {line}" for line in _texts("setup", [setup] if setup else []))
    yield from (f"    {line}" for line in _texts("note", others))
    yield "    exercises:"
    for exercises in _turns(section):
        yield from doubts.until(exercises[-1].name.line, "      ")
        lines = _superset(exercises) if len(exercises) > 1 else _exercise(exercises[0])
        yield from (f"      {line}" for line in lines)
        pause = exercises[-1].rest_after_ms
        if pause is not None:
            yield f"      - rest: {_one_time(pause.value)}"


def _turns(section: ReadSection) -> Iterator[tuple[ReadExercise, ...]]:
    timing = _timing(section)
    exercises = _dosed(section, timing)
    if timing is Timing.STRAIGHT:
        return in_turns(exercises)
    return ((exercise,) for exercise in exercises)


def _superset(exercises: tuple[ReadExercise, ...]) -> Iterator[str]:
    yield "- superset:"
    for exercise in exercises:
        yield from (f"    {line}" for line in _exercise(replace(exercise, rest_ms=None)))
    rest_ms = rest_after_turn(exercises)
    if rest_ms:
        yield f"  rest: {_one_time(rest_ms)}"


def _dosed(section: ReadSection, timing: Timing) -> Iterator[ReadExercise]:
    """The exercises; the work that a section has for all is their own where it is no interval."""
    work = section.work_ms if timing is not Timing.INTERVALS else None
    for exercise in section.exercises:
        if exercise.doses is None and work is not None:
            dose = Timed(work.value, hold=False)
            yield replace(exercise, doses=Given(value=(dose,), origin=work.origin, line=work.line))
        else:
            yield exercise


def _timing(section: ReadSection) -> Timing:
    """How the exercises follow each other; a type that lacks what it needs is a plainer one."""
    timing = section.timing.value if section.timing else Timing.STRAIGHT
    if timing is Timing.INTERVALS and section.work_ms is None:
        return Timing.CIRCUIT
    several = section.rounds is not None and section.rounds.value.high > 1
    return Timing.CIRCUIT if timing is Timing.STRAIGHT and several else timing


def _keys(section: ReadSection, timing: Timing) -> Iterator[str]:
    if timing is not Timing.STRAIGHT:
        yield f"type: {timing}"
    if section.rounds and timing in WITH_ROUNDS:
        yield f"rounds: {count_text(section.rounds.value)}"
    if section.work_ms and timing is Timing.INTERVALS:
        yield f"work: {_one_time(section.work_ms.value)}"
    if section.rest_ms:
        yield f"rest: {_one_time(section.rest_ms.value)}"
    between = section.rest_between_rounds_ms
    if between and timing in (Timing.CIRCUIT, Timing.INTERVALS):
        yield f"rest_between_rounds: {_one_time(between.value)}"
    if section.interval_ms and timing is Timing.EMOM:
        yield f"every: {time_text(section.interval_ms.value)}"
    if section.cap_ms and timing in (Timing.AMRAP, Timing.FOR_TIME):
        yield f"cap: {time_text(section.cap_ms.value)}{_origin(section.cap_ms.origin)}"


def _one_time(length_ms: Range) -> str:
    """A key of a section takes one time: of a range the longer, which is the kinder rest."""
    return time_text(length_ms.high)


def _exercise(exercise: ReadExercise) -> Iterator[str]:
    name = told_text(exercise.name.value) or "Exercise"
    folded = name.casefold()
    if KEYS.fullmatch(folded) or KEYS.fullmatch(folded.replace(" ", "_").replace("-", "_")):
        name = f"{name} exercise"
    dose = dose_text(exercise)
    given = exercise.doses
    yield (
        f"- {scalar(name)}"
        if dose is None
        else (f"- {scalar(name)}: {dose}{_origin(given.origin) if given else ''}")
    )
    yield from (f"  {line}" for line in _told(exercise, dose))


def _told(exercise: ReadExercise, dose: str | None) -> Iterator[str]:
    if exercise.equipment:
        yield f"equipment: {_listed(exercise.equipment)}"
    yield from _texts("load", loads_apart(exercise, dose))
    told = [piece for note in exercise.notes for piece in pieces(note.text)]
    yield from _texts("setup", told[:1])
    yield from _texts("cues", told[1:MOST_CUES])


def _texts(key: str, texts: Sequence[str]) -> Iterator[str]:
    """A key with a text, or with a list of them."""
    if len(texts) == 1:
        yield f"{key}: {scalar(texts[0])}"
    elif texts:
        yield f"{key}:"
        yield from (f"  - {scalar(text)}" for text in texts)


def _origin(origin: Origin) -> str:
    return "" if origin is Origin.WRITTEN else f"  # {origin}"


def _listed(items: Sequence[str]) -> str:
    """A list on one line, in which a comma has to be quoted."""
    return f"[{', '.join(json.dumps(told_text(item), ensure_ascii=False) for item in items)}]"
