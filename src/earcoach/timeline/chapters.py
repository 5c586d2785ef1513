"""Chapters: the places of a session worth jumping to, one for each section and exercise."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from earcoach.plan.phases import Bout, Kind
from earcoach.timeline.cues import LaidPhase, Role

INTRODUCTION = "Introduction"


@dataclass(frozen=True, slots=True)
class Chapter:
    """A place worth jumping to: `onset` in frames from the start of the session.

    `section` is the section it lies in, None for the introduction; the chapter of the section
    itself has the same title.
    """

    onset: int
    title: str
    section: str | None = None


def chapters(timeline: Iterable[LaidPhase]) -> Iterator[Chapter]:
    """A chapter where each section is announced, and one where each exercise is; sides that are
    a stretch of work each have their own. Onsets always grow, and the first is 0."""
    stretch: object = None
    for laid in timeline:
        bout = laid.phase.bout
        if laid.phase.kind is Kind.INTRO:
            yield Chapter(laid.onset, INTRODUCTION)
        elif bout and _stretch(bout) != stretch:
            stretch = _stretch(bout)
            yield from _opened(laid, bout)


def _stretch(bout: Bout) -> object:
    """What stays the same within a chapter."""
    return id(bout.section), bout.round, id(bout.exercise), bout.side


def _opened(laid: LaidPhase, bout: Bout) -> Iterator[Chapter]:
    """The chapters that a phase opens: the section's begins first, where it is announced apart."""
    section = bout.section.name
    offset = _section_length(laid)
    if section == bout.exercise.name:  # an AMRAP is announced as one thing
        offset = 0
    if offset:
        yield Chapter(laid.onset, section, section)
    yield Chapter(laid.onset + offset, _title(bout), section)


def _section_length(laid: LaidPhase) -> int:
    """Frames until the exercise itself is announced, in a phase that announces a section first."""
    roles = [cue.role for cue in laid.layout.cues]
    if Role.SECTION not in roles or Role.ANNOUNCE not in roles:
        return 0
    return laid.layout.cues[roles.index(Role.ANNOUNCE)].onset


def _title(bout: Bout) -> str:
    """`Single-leg bridge, left, set 2`: a set is named where its sides are chapters."""
    parts = [
        bout.exercise.name,
        *([str(bout.side)] if bout.side else []),
        *([f"round {bout.round}"] if bout.rounds > 1 else []),
        *([f"set {bout.set}"] if bout.side and bout.sets > 1 else []),
    ]
    return ", ".join(parts)
