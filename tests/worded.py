"""What a session says, phase by phase."""

from typing import Any

from conftest import rough_phrase
from heard import Lengths, exercise_of, timeline_in, written
from strategies import tone_length

from earcoach import Coaching, Level, PlacedPhase, Timeline, loads
from earcoach.plan.choices import Choices
from earcoach.plan.phases import PhaseKind
from earcoach.plan.planning import make_plan
from earcoach.timeline.cues import Role

SECOND = 48_000


def session(
    text: str, coaching: Coaching | None = None, level: Level = Level.MIDDLE, **choices: Any
) -> Timeline:
    plan = make_plan(loads(text), Choices(level=level, coaching=coaching, **choices))
    return timeline_in(plan, Lengths(rough_phrase, tone_length))


def heard(placed: PlacedPhase) -> str:
    """Everything that is heard in a phase but the countdown, in order; sounds in brackets."""
    cues = [cue for cue in placed.layout.cues if cue.role is not Role.COUNTDOWN]
    return " ".join(written(cue) for cue in cues)


def phase_before(timeline: Timeline, exercise: str) -> PlacedPhase:
    """The pause in which an exercise is announced."""
    return next(
        placed
        for placed in timeline
        if placed.phase.kind in (PhaseKind.REST, PhaseKind.PREPARE)
        and exercise_of(placed.phase) == exercise
    )
