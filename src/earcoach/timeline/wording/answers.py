"""What the coach answers in a live session."""

from fractions import Fraction

from earcoach.language.words import Words
from earcoach.plan.phases import Bout, Finish, Gap, Intro, Phase, Work
from earcoach.timeline.wording.doses import minutes, spoken_name
from earcoach.timeline.wording.titles import joined, turn

COUNTDOWN = ("countdown_3", "countdown_2", "countdown_1")
"""The names of the three words before work."""


def countdown(words: Words) -> tuple[str, ...]:
    """The words before work: `Three`, `Two`, `One`."""
    return tuple(words.say(name) for name in COUNTDOWN)


def pace_is(pace: Fraction, words: Words) -> str:
    """The answer to a change of pace."""
    return words.say("pace", percent=round(pace * 100))


def name(work: Work, words: Words) -> str:
    """The answer to a move into work that no pause announces."""
    return words.say("name", name=spoken_name(work.bout.exercise))


def where(phase: Phase, left_s: float, words: Words) -> str:
    """The answer to "where am I": exercise, side, set, and the time that is left."""
    left = words.count("session_left", minutes(left_s))
    match phase:
        case Work(bout=bout):
            place = words.say("where_work", place=_place(bout, words))
        case Gap(bout=bout) | Intro(first=bout):
            place = words.say("where_next", place=_place(bout, words))
        case Finish():
            return left
    return f"{place} {left}"


def _place(bout: Bout, words: Words) -> str:
    side = words.say(f"{bout.side}_{bout.exercise.limb}") if bout.side else ""
    here = turn(bout, words)
    return joined(spoken_name(bout.exercise), side, here.round, here.set)
