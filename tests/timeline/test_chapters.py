"""Chapters: one where each section and each exercise is announced, with its side."""

from conftest import rough_phrase
from heard import Lengths, timeline_in
from hypothesis import given, settings
from program import CIRCUIT
from strategies import Session, sessions, tone_length

from earcoach import Chapter, Timeline, loads
from earcoach.plan.phases import PhaseKind
from earcoach.plan.planning import make_plan
from earcoach.timeline.chapters import chapters
from earcoach.timeline.cues import Role

INTERVALS = """
title: Demo
sections:
  - name: Engine
    type: intervals
    work: 30s
    rest: 0s
    rounds: 3
    exercises: [Burpee, Mountain climber]
"""
AMRAP = """
title: Demo
sections:
  - name: Finisher
    type: amrap
    cap: 5 min
    exercises:
      - Squat: 1 x 10
"""


def timeline_of(text: str) -> Timeline:
    return timeline_in(make_plan(loads(text)), Lengths(rough_phrase, tone_length))


def chapters_of(timeline: Timeline) -> tuple[Chapter, ...]:
    return tuple(chapters(timeline, timeline.words))


def titles(text: str) -> list[str]:
    return [chapter.title for chapter in chapters_of(timeline_of(text))]


def announced(timeline: Timeline) -> set[int]:
    return {
        placed.onset + cue.onset
        for placed in timeline
        for cue in placed.layout.cues
        if cue.role is Role.ANNOUNCE
    }


def test_every_section_and_exercise_has_one_with_its_side() -> None:
    assert [(chapter.title, chapter.section) for chapter in chapters_of(timeline_of(CIRCUIT))] == [
        ("Introduction", None),
        ("Warm-up", "Warm-up"),
        ("March", "Warm-up"),
        ("Strength", "Strength"),
        ("Split squat, left, round 1 of 2", "Strength"),
        ("Split squat, right, round 1 of 2", "Strength"),
        ("Push-up, round 1 of 2", "Strength"),
        ("Split squat, left, round 2 of 2", "Strength"),
        ("Split squat, right, round 2 of 2", "Strength"),
        ("Push-up, round 2 of 2", "Strength"),
    ]


def test_sets_are_told_apart_where_each_of_their_sides_has_one() -> None:
    text = "title: Demo\nexercises:\n  - Bridge: 2 x 8 each leg\n  - Squat: 2 x 8\n"
    assert titles(text)[-5:] == [
        "Bridge, left, set 1 of 2",
        "Bridge, right, set 1 of 2",
        "Bridge, left, set 2 of 2",
        "Bridge, right, set 2 of 2",
        "Squat",
    ]


def test_they_are_in_the_language_of_the_session() -> None:
    text = "title: Demo\nlanguage: de\nexercises:\n  - Brücke: 2 x 8 each leg\n"
    assert titles(text) == [
        "Einleitung",
        "Training",
        "Brücke, links, Satz 1 von 2",
        "Brücke, rechts, Satz 1 von 2",
        "Brücke, links, Satz 2 von 2",
        "Brücke, rechts, Satz 2 von 2",
    ]


def test_work_that_follows_work_has_one() -> None:
    timeline = timeline_of(INTERVALS)
    work = {placed.onset for placed in timeline if placed.phase.kind is PhaseKind.WORK}
    assert (
        len(work - {chapter.onset for chapter in chapters_of(timeline)}) == 1
    )  # after the get-ready


def test_a_section_that_is_one_piece_of_work_has_one() -> None:
    assert titles(AMRAP) == ["Introduction", "Finisher"]


@settings(max_examples=10)
@given(sessions())
def test_they_follow_each_other_and_begin_where_something_begins(session: Session) -> None:
    timeline = session.timeline()
    onsets = [chapter.onset for chapter in chapters_of(timeline)]
    assert onsets[0] == 0
    assert onsets == sorted(set(onsets))
    assert set(onsets) <= {placed.onset for placed in timeline} | announced(timeline)
