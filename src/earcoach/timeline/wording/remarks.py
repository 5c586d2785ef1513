"""What is said inside the work in full coaching: form cues, and to breathe."""

from collections.abc import Sequence

from earcoach.language.words import Words
from earcoach.plan.phases import Bout
from earcoach.routine.model import Coaching
from earcoach.timeline.cues import Role

SetRemark = tuple[Role, str]


def remarks_of(bout: Bout, cues: Sequence[str], words: Words) -> tuple[SetRemark, ...]:
    """The remarks of one set with these form cues, best first."""
    if bout.exercise.coaching is not Coaching.FULL:
        return ()
    number = bout.number + bout.address.exercise  # another exercise begins with another text
    form = [(Role.CUE, cue) for cue in cues]
    breathing = [(Role.BREATHING, words.choose("breathing", number))] if bout.hold else []
    return (*form[:1], *breathing, *form[1:])
