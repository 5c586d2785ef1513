"""A session at a glance: a row for every exercise, with its dose, its place and its time."""

from dataclasses import dataclass, replace

from earcoach.plan.phases import Kind
from earcoach.timeline.schedule import Timeline
from earcoach.timeline.wording.doses import dose


@dataclass(frozen=True, slots=True)
class Row:
    """An exercise of a session. `onset` is where it is announced first; both are in frames."""

    section: str
    exercise: str
    dose: str
    rounds: int
    onset: int
    length: int


def overview(timeline: Timeline) -> list[Row]:
    """The exercises of a session in order; the rounds of a circuit are in one row."""
    rows: dict[tuple[int, int], Row] = {}
    for placed in timeline:
        bout = placed.phase.bout
        if bout is None or placed.phase.kind is Kind.INTRO:
            continue
        key = id(bout.section), id(bout.exercise)
        row = rows.get(key)
        if row is None:
            section, exercise = bout.section.name, bout.exercise.name
            row = Row(
                section,
                exercise,
                dose(bout, timeline.scheduler.words),
                bout.rounds,
                placed.onset,
                0,
            )
        rows[key] = replace(row, length=row.length + placed.length)
    return list(rows.values())
