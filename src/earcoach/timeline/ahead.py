"""What is named before it begins without a pause: in the last seconds of the work before."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from earcoach.language.words import Words
from earcoach.plan.doses import TimedWork
from earcoach.plan.phases import Bout, Gap
from earcoach.routine.model import Coaching
from earcoach.timeline.arranging import BREATH
from earcoach.timeline.cues import Lengths, Role
from earcoach.timeline.pacing import Pacing
from earcoach.timeline.wording.doses import set_dose, spoken_name
from earcoach.timeline.wording.lines import Line


@dataclass(frozen=True, slots=True, kw_only=True)
class Ahead:
    """Names work that follows without a pause; two stretches of it where the first is too short."""

    words: Words
    """The words of the coach."""
    lengths: Lengths
    """How long they are."""
    pacing: Pacing
    """How fast the session goes."""

    def coming(self, then: Sequence[Bout]) -> tuple[str, ...]:
        """What to say of the work that follows, the longest first."""
        if not then:
            return ()
        bout = then[0]
        name = spoken_name(bout.exercise)
        if len(then) > 1 and not self._can_name(bout, then[1]):
            after = spoken_name(then[1].exercise)
            texts = [self.words.say(key, name=name, after=after) for key in ("next_then", "then")]
            return (*texts, self.words.say("name", name=name))
        short = self.words.say("name", name=name)
        if bout.exercise.coaching is Coaching.MINIMAL:
            return (short,)
        full = self.words.say("next_exercise", name=name, dose=set_dose(bout, self.words))
        return full, self.words.say("next_name", name=name), short

    def unnamed(self, gap: Gap) -> Iterator[Line]:
        """The work after the next, where the next cannot name it."""
        for after in gap.then[:1]:
            if not self._can_name(gap.bout, after):
                text = self.words.say("and_then", name=spoken_name(after.exercise))
                yield Line(Role.ANNOUNCE, (text,))

    def _can_name(self, bout: Bout, after: Bout) -> bool:
        """Whether there is speech inside this work, and room for it: it moves and is uncounted."""
        match bout.dose:
            case TimedWork(length_ms=length_ms, hold=False) if not bout.exercise.own_pace:
                name = self.words.say("name", name=spoken_name(after.exercise))
                needed = self.lengths.tone("go") + 2 * BREATH + self.lengths.phrase(name)
                return self.pacing.work_frames(length_ms) >= needed
        return False
