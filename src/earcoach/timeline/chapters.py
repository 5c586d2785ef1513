"""Chapters: the places of a session worth jumping to, one for each section and exercise."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from earcoach.language.words import Words
from earcoach.plan.phases import Address, Bout, Gap, Intro, Work
from earcoach.timeline.cues import PlacedPhase, Role
from earcoach.timeline.wording.titles import joined, turn


@dataclass(frozen=True, slots=True, kw_only=True)
class Chapter:
    """A place worth jumping to."""

    onset: int
    """In frames from the start of the session."""
    title: str
    """What is heard from there on."""
    section: str | None = None
    """The section it lies in, None for the introduction; its own chapter has it as its title."""


def chapters(timeline: Iterable[PlacedPhase], words: Words) -> Iterator[Chapter]:
    """A chapter where each section is announced, and one where each exercise is; sides that are
    a stretch of work each have their own. Onsets always grow, and the first is 0."""
    stretch: Address | None = None
    for placed in timeline:
        match placed.phase:
            case Intro():
                yield Chapter(onset=placed.onset, title=words.label("intro"))
            case Gap(bout=bout) | Work(bout=bout) if _stretch(bout) != stretch:
                stretch = _stretch(bout)
                yield from _opened(placed, bout, words)


def _stretch(bout: Bout) -> Address:
    """What stays the same within a chapter: all but the set."""
    return replace(bout.address, set=1)


def _opened(placed: PlacedPhase, bout: Bout, words: Words) -> Iterator[Chapter]:
    """The chapters that a phase opens: the section's begins first, where it is announced apart."""
    section = bout.section.name
    offset = _section_length(placed)
    if section == bout.exercise.name:  # an AMRAP is announced as one thing
        offset = 0
    if offset:
        yield Chapter(onset=placed.onset, title=section, section=section)
    yield Chapter(onset=placed.onset + offset, title=_title(bout, words), section=section)


def _section_length(placed: PlacedPhase) -> int:
    """Frames until the exercise itself is announced, in a phase that announces a section first."""
    roles = [cue.role for cue in placed.layout.cues]
    if Role.SECTION not in roles or Role.ANNOUNCE not in roles:
        return 0
    return placed.layout.cues[roles.index(Role.ANNOUNCE)].onset


def _title(bout: Bout, words: Words) -> str:
    """`Single-leg bridge, left, set 2 of 3`: a set is named where its sides are chapters."""
    here = turn(bout, words)
    return joined(bout.exercise.name, here.side, here.round, here.set if bout.side else "")
