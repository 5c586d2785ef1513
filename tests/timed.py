"""Timelines of short routines, and what is heard in them when."""

from collections.abc import Callable
from fractions import Fraction

from conftest import rough_phrase
from heard import Lengths, timeline_in, written
from hypothesis import settings
from strategies import tone_length

from earcoach import Cue, PlacedPhase, Timeline, loads
from earcoach.plan.phases import PhaseKind
from earcoach.plan.planning import make_plan
from earcoach.timeline.cues import Role
from earcoach.timeline.pacing import Pacing

SECOND = 48_000
PACES = ("0.5", "1", "1.37", "2")
many_sessions = settings(max_examples=35)


def timeline_of(
    text: str, *, pace: Pacing | None = None, phrase: Callable[[str], int] = rough_phrase
) -> Timeline:
    """The timeline of a routine's text, with a voice of known lengths."""
    return timeline_in(make_plan(loads(text)), Lengths(phrase, tone_length), pacing=pace)


def one_exercise(dose: str) -> str:
    return f"title: Demo\nexercises:\n  - Split squat: {dose}\n"


def of_kind(timeline: Timeline, kind: PhaseKind) -> list[PlacedPhase]:
    return [placed for placed in timeline if placed.phase.kind is kind]


def heard(placed: PlacedPhase, *roles: Role) -> list[Cue]:
    return [cue for cue in placed.layout.cues if cue.role in roles]


def what(cue: Cue) -> str:
    return written(cue)


def off_by(frames: int, exact: Fraction) -> Fraction:
    return abs(frames - exact)
