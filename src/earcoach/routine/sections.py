"""From nodes to sections: what belongs to each way in which exercises follow each other."""

from dataclasses import replace

from earcoach.routine import fields as f
from earcoach.routine.advice import advise
from earcoach.routine.diagnostics import Place, Report
from earcoach.routine.exercises import read_exercises
from earcoach.routine.fields import Values
from earcoach.routine.inherited import Inherited, usual_rest_ms
from earcoach.routine.keys import (
    BELONGS,
    CAP,
    COACHING,
    EQUIPMENT,
    EVERY,
    NAME,
    NEEDS,
    REST,
    ROUND_REST,
    ROUNDS,
    SECTION,
    SECTION_WORK,
    SETUP,
    TYPE,
)
from earcoach.routine.model import ONCE, Coaching, Section, Timing
from earcoach.routine.reader import Node


def read_section(node: Node, inherited: Inherited, report: Report) -> Section | None:
    """One of the parts under `sections:`, or None; what is wrong is in the report."""
    mapping = f.mapping_of(node, report, "a section")
    if mapping is None:
        return None
    values = f.read_fields(mapping.entries, SECTION, report)
    name = f.required(values, NAME, mapping.place, report)
    return section_of(values, name or "", mapping.place, inherited, report)


def section_of(
    values: Values, name: str, place: Place, inherited: Inherited, report: Report
) -> Section:
    """A section of this name from its keys, wherever they stand."""
    timing = values[TYPE] or Timing.STRAIGHT
    if values[TYPE] or not values.place(TYPE):  # nothing follows from a type that is misspelled
        _check_timing(values, timing, place, report)
    inside = replace(
        inherited.under(values),
        timing=timing,
        work_ms=values[SECTION_WORK],
        equipment=values[EQUIPMENT] or (),
    )
    exercises = read_exercises(values, place, inside, report)
    section = Section(
        name=name,
        exercises=exercises,
        timing=timing,
        rounds=values[ROUNDS] or ONCE,
        rest_between_rounds_ms=_or(values[ROUND_REST], inside.nearest(REST, usual_rest_ms(timing))),
        interval_ms=_or(values[EVERY], 60_000) if timing is Timing.EMOM else 0,
        cap_ms=values[CAP] or 0,
        setup=values[SETUP],
        coaching=inside.nearest(COACHING, Coaching.STANDARD),
    )
    if exercises:
        advised = EVERY if timing is Timing.EMOM else REST
        advise(section, values.place(advised) or values.place(NAME) or place, report)
    return section


def _check_timing(values: Values, timing: Timing, place: Place, report: Report) -> None:
    needed = NEEDS.get(timing)
    if needed and values[needed[0]] is None and values.place(needed[0]) is None:
        message = f"a section of type `{timing}` needs `{needed[0].key}`"
        report.add("R305", message, place, cure=f"add a line like `{needed[1]}`")
    for field, timings in BELONGS:
        where = values.place(field)
        if where and timing not in timings:
            report.add(
                "R304",
                f"`{field.key}` has no meaning in a section of type `{timing}`",
                where,
                cure=f"it belongs to: {', '.join(timings)}",
            )


def _or(value: int | None, otherwise: int) -> int:
    return otherwise if value is None else value
