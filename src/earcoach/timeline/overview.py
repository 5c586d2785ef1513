"""A session at a glance: a row for every exercise, with its dose, its place and its time."""

from dataclasses import dataclass, replace

from earcoach.language.words import Words
from earcoach.plan.phases import Bout, Finish, Gap, Intro, Work
from earcoach.timeline.schedule import Timeline
from earcoach.timeline.wording.doses import dose, move


@dataclass(frozen=True, slots=True, kw_only=True)
class OverviewRow:
    """An exercise of a session."""

    section: str
    """The name of its section."""
    exercise: str
    """Its name; of a section that is done as a whole, its moves."""
    dose: str
    """How much of it is done, as it is said."""
    rounds: int
    """How often all of that is done."""
    onset: int
    """Where it is announced first, in frames from the start of the session."""
    length: int
    """All that belongs to it, in frames."""


def overview(timeline: Timeline) -> list[OverviewRow]:
    """The exercises of a session in order; the rounds of a circuit are in one row."""
    rows: dict[tuple[tuple[int, ...], int], OverviewRow] = {}
    for placed in timeline:
        match placed.phase:
            case Gap(bout=bout) | Work(bout=bout):
                key = bout.address.blocks, bout.address.exercise
                row = rows.get(key) or _row(bout, placed.onset, timeline.words)
                rows[key] = replace(row, length=row.length + placed.length)
            case Intro() | Finish():
                pass
    return list(rows.values())


def _name(bout: Bout, words: Words) -> str:
    if not bout.block.open:
        return bout.exercise.name
    return ", ".join(move(exercise, words) for exercise in bout.block.exercises)


def _row(bout: Bout, onset: int, words: Words) -> OverviewRow:
    return OverviewRow(
        section=bout.section.name,
        exercise=_name(bout, words),
        dose=dose(bout, words),
        rounds=bout.rounds,
        onset=onset,
        length=0,
    )
