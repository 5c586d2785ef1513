"""Chapters: the places of a session worth jumping to, one for each section and exercise."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from earcoach.language.words import Words
from earcoach.plan.phases import Bout, Kind
from earcoach.timeline.cues import PlacedPhase, Role
from earcoach.timeline.wording.titles import joined, place


@dataclass(frozen=True, slots=True)
class Chapter:
    """A place worth jumping to: `onset` in frames from the start of the session.

    `section` is the section it lies in, None for the introduction; the chapter of the section
    itself has the same title.
    """

    onset: int
    title: str
    section: str | None = None


def chapters(timeline: Iterable[PlacedPhase], words: Words) -> Iterator[Chapter]:
    """A chapter where each section is announced, and one where each exercise is; sides that are
    a stretch of work each have their own. Onsets always grow, and the first is 0."""
    stretch: object = None
    for placed in timeline:
        bout = placed.phase.bout
        if placed.phase.kind is Kind.INTRO:
            yield Chapter(placed.onset, words.label("intro"))
        elif bout and _stretch(bout) != stretch:
            stretch = _stretch(bout)
            yield from _opened(placed, bout, words)


def _stretch(bout: Bout) -> object:
    """What stays the same within a chapter."""
    return id(bout.section), bout.round, id(bout.exercise), bout.side


def _opened(placed: PlacedPhase, bout: Bout, words: Words) -> Iterator[Chapter]:
    """The chapters that a phase opens: the section's begins first, where it is announced apart."""
    section = bout.section.name
    offset = _section_length(placed)
    if section == bout.exercise.name:  # an AMRAP is announced as one thing
        offset = 0
    if offset:
        yield Chapter(placed.onset, section, section)
    yield Chapter(placed.onset + offset, _title(bout, words), section)


def _section_length(placed: PlacedPhase) -> int:
    """Frames until the exercise itself is announced, in a phase that announces a section first."""
    roles = [cue.role for cue in placed.layout.cues]
    if Role.SECTION not in roles or Role.ANNOUNCE not in roles:
        return 0
    return placed.layout.cues[roles.index(Role.ANNOUNCE)].onset


def _title(bout: Bout, words: Words) -> str:
    """`Single-leg bridge, left, set 2 of 3`: a set is named where its sides are chapters."""
    here = place(bout, words)
    return joined(bout.exercise.name, here.side, here.round, here.set if bout.side else "")
