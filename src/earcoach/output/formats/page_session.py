"""A session as a page's player has it: JSON in which every word that it shows is finished."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from earcoach.language.words import Words
from earcoach.output.metadata import Metadata, Said
from earcoach.plan.doses import CountedReps, HeldWork
from earcoach.plan.phases import Bout, Finish, Gap, Intro, Phase, Work, exercise_starts
from earcoach.routine.model import Counting
from earcoach.timeline.cues import Role
from earcoach.timeline.cuesheet import laid_json, rounded_s
from earcoach.timeline.wording.doses import dose
from earcoach.timeline.wording.titles import heading, joined, shown_amount, turn
from earcoach.units import SAMPLE_RATE_HZ

LABELS = ("play", "pause", "cannot_play")
"""What the player says by itself."""


def session_json(metadata: Metadata) -> str:
    """What the player shows, without what could end the element it is in."""
    words, phases = metadata.words, metadata.timeline.plan.phases
    session = {
        "title": metadata.title,
        "length_s": rounded_s(metadata.length),
        "phases": [
            laid_json(placed) | shown
            for placed, shown in zip(metadata.timeline, shown_phases(phases, words), strict=True)
        ],
        "exercises": [number for number, _ in exercise_starts(phases)],
        "said": [[rounded_s(said.onset), _shown(said, words)] for said in metadata.said()],
        "words": {name: words.label(name) for name in LABELS},
    }
    return json.dumps(session, separators=(",", ":")).replace("<", r"\u003c")


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedExercise:
    """An exercise of the list."""

    section: str
    """The section it is in."""
    name: str
    """What it is called."""
    onset_s: float
    """Where it is announced."""
    dose: str
    """How much of it is done."""


def listed_exercises(metadata: Metadata) -> Iterator[ListedExercise]:
    """The exercises in order, and where each is announced."""
    for number, bout in exercise_starts(metadata.timeline.plan.phases):
        yield ListedExercise(
            section=bout.section.name,
            name=bout.exercise.name,
            onset_s=metadata.timeline.onset(number) / SAMPLE_RATE_HZ,
            dose=_dose_of_all(bout, metadata.words),
        )


def shown_phases(phases: Sequence[Phase], words: Words) -> list[dict[str, Any]]:
    """What is shown while each phase lasts, in words."""
    coming = reversed([*_coming(phases, words)])
    return [_shown_phase(phase, then, words) for phase, then in zip(phases, coming, strict=True)]


def _shown_phase(phase: Phase, then: str, words: Words) -> dict[str, Any]:
    now = heading(phase, words)
    shown = {"heading": now, "side_name": "", "detail": "", "subtitle": now, "next": then}
    if isinstance(phase, Gap | Work):
        here = turn(phase.bout, words)
        shown |= {
            "side_name": here.side,
            "detail": joined(here.round, here.set, shown_amount(phase.bout, words)),
            "subtitle": joined(now, str(here)),
        }
    return shown


def _coming(phases: Sequence[Phase], words: Words) -> Iterator[str]:
    """For each phase from the last to the first, the work that comes next."""
    after: Bout | None = None
    for phase in reversed(phases):
        match phase:
            case Finish():
                yield ""
            case Work(bout=bout):
                yield _then(after, bout, words)
                after = bout
            case Gap() | Intro():
                yield _then(after, None, words)


def _then(bout: Bout | None, before: Bout | None, words: Words) -> str:
    """Work to come: all about it, or only what is new."""
    if bout is None:
        return words.label("the_end")
    here, name = str(turn(bout, words)), bout.exercise.name
    same = before is not None and before.exercise.name == name
    return here if same and here else joined(name, here)


def _shown(said: Said, words: Words) -> str:
    """A phrase as the page shows it: a counted rep with how many there are."""
    match said.phase:
        case Work(bout=Bout(dose=CountedReps(count=count) | HeldWork(count=count) as dose) as bout):
            counts_up = bout.exercise.counting is not Counting.DOWN
            if said.role is Role.COUNT and said.text.isdigit() and counts_up:
                or_more = isinstance(dose, CountedReps) and dose.or_more
                total = words.say("or_more", number=count) if or_more else count
                return words.label("rep", number=said.text, total=total)
    return said.text


def shown_exercises(phases: Sequence[Phase], words: Words) -> Iterator[dict[str, Any]]:
    """The number of each phase that announces another exercise, and how much of it is done."""
    for number, bout in exercise_starts(phases):
        yield {"phase": number, "dose": _dose_of_all(bout, words)}


def _dose_of_all(bout: Bout, words: Words) -> str:
    return joined(turn(bout, words).round, dose(bout, words))
