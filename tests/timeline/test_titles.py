"""Titles: what work and phases are called in files, on pages and on screens."""

import pytest

from earcoach import loads
from earcoach.language.words import words_in
from earcoach.plan.phases import Bout, Work
from earcoach.plan.planning import make_plan
from earcoach.timeline.wording.titles import (
    heading,
    phase_title,
    shown_amount,
    shown_amount_of,
    work_title,
)

ROUTINE = """
title: Demo
sections:
  - name: Legs
    type: circuit
    rounds: 2
    exercises:
      - Squat: 3 x 12 each leg
      - Plank: 1 x 30s hold
      - Run: 1 x 90s
      - Push-up: 1 x max
"""
PHASES = make_plan(loads(ROUTINE)).phases
ENGLISH, GERMAN = words_in("en"), words_in("de")


def test_numbers_are_shown_in_the_language_of_the_coach() -> None:
    text = "title: T\nexercises:\n  - Swing: 3 x 5 @ 12,5 kg\n"
    [first, *_] = (p for p in make_plan(loads(text)).phases if isinstance(p, Work))
    assert shown_amount(first.bout, ENGLISH) == "5 reps, 12.5 kg"
    assert shown_amount(first.bout, GERMAN) == "5 Wiederholungen, 12,5 kg"


def work(exercise: str) -> Work:
    return next(
        phase
        for phase in PHASES
        if isinstance(phase, Work) and phase.bout.exercise.name == exercise
    )


def bout(exercise: str) -> Bout:
    return work(exercise).bout


@pytest.mark.parametrize(
    ("exercise", "english", "german"),
    [
        (
            "Squat",
            "Squat, left, round 1 of 2, set 1 of 3: 12 reps",
            "Squat, links, Runde 1 von 2, Satz 1 von 3: 12 Wiederholungen",
        ),
        ("Plank", "Plank, round 1 of 2: 30 s hold", "Plank, Runde 1 von 2: 30 s halten"),
        ("Run", "Run, round 1 of 2: 1:30", "Run, Runde 1 von 2: 1:30"),
        (
            "Push-up",
            "Push-up, round 1 of 2: as many reps as you can",
            "Push-up, Runde 1 von 2: so viele Wiederholungen wie möglich",
        ),
    ],
)
def test_work_has_a_title_and_an_amount(exercise: str, english: str, german: str) -> None:
    told = bout(exercise)
    for words, title in ((ENGLISH, english), (GERMAN, german)):
        assert f"{work_title(told, words)}: {shown_amount(told, words)}" == title


def test_an_amount_is_in_the_singular_too() -> None:
    assert shown_amount_of(1, None, ENGLISH) == "1 rep"
    assert shown_amount_of(None, 2500, ENGLISH) == "2.5 s"


def test_every_phase_has_a_heading_and_a_title_in_the_language() -> None:
    found = {heading(phase, GERMAN): phase_title(phase, "Demo", GERMAN) for phase in PHASES[:6]}
    assert found == {
        "Einleitung": "Demo",
        "Mach dich bereit": "Als Nächstes: Squat, links, Runde 1 von 2, Satz 1 von 3",
        "Arbeit": "Squat, rechts, Runde 1 von 2, Satz 1 von 3",
        "Seite wechseln": "Seitenwechsel: rechts",
        "Pause": "Pause, dann: Squat, links, Runde 1 von 2, Satz 2 von 3",
    }
    assert heading(work("Plank"), GERMAN) == "Halten"
    assert phase_title(PHASES[-1], "Demo", GERMAN) == "Geschafft"
