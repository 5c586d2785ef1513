"""What is said inside the work in full coaching: form cues, and to breathe."""

from earcoach.language.templates import sentence
from earcoach.language.words import Words
from earcoach.plan.phases import Bout
from earcoach.routine.model import Coaching
from earcoach.timeline.cues import Role

Remark = tuple[Role, str]


def remarks_of(bout: Bout, words: Words) -> tuple[Remark, ...]:
    """The remarks of one set, best first; another set begins with another form cue."""
    exercise, number = bout.exercise, bout.number
    if exercise.coaching is not Coaching.FULL:
        return ()
    cues = [(Role.CUE, sentence(cue)) for cue in exercise.cues]
    first = number % max(1, len(cues))
    turned = [*cues[first:], *cues[:first]]
    breathing = [(Role.BREATHING, words.choose("breathing", number))] if bout.hold else []
    return (*turned[:1], *breathing, *turned[1:])
