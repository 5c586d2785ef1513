"""The playhead: what begins as it passes over a take."""

from collections.abc import Iterator

from earcoach.plan.phases import Work
from earcoach.session.events import CueBegan, Event, PaceChanged, Paused, PhaseBegan, Resumed
from earcoach.session.transport import left_of_phase
from earcoach.timeline.cues import Cue, Phrase, Role
from earcoach.timeline.stretches import Stretch
from earcoach.timeline.take import Take

ANNOUNCED = frozenset(Role) - {Role.COUNTDOWN, Role.TIME, Role.REST, Role.HALFWAY, Role.PRAISE}
"""What is worth saying again when it was not understood."""


class Playhead:
    """Passes over every frame once, and remembers what was begun last."""

    def __init__(self) -> None:
        """Stand before the first frame."""
        self.at = 0
        self.index = 0
        self.cue: Cue | None = None
        self.said: tuple[str, ...] = ()
        self.has_spoken = False

    def passed_to(self, take: Take, stop: int) -> Iterator[Event]:
        """Go on to a frame; what begins on the way, in order."""
        start, self.at = self.at, max(self.at, stop)
        for stretch in take.stretches:
            if stretch.opens and start <= stretch.onset < stop:
                yield self._opened(take, stretch)
            for _, cue in stretch.begins(start, stop):
                self._begun(take, stretch, cue)
                yield CueBegan(stretch.index, cue)

    def _opened(self, take: Take, stretch: Stretch) -> Event:
        self.index, self.cue = stretch.index, None
        phase = take.phases[stretch.index]
        if not isinstance(phase, Work):
            self.said = ()
        length = left_of_phase(take, stretch.onset)
        return PhaseBegan(
            index=stretch.index, phase=phase, length=length, before_done=stretch.done_before
        )

    def _begun(self, take: Take, stretch: Stretch, cue: Cue) -> None:
        self.cue = cue
        self.has_spoken = self.has_spoken or cue.spoken
        announces = not isinstance(take.phases[stretch.index], Work) and cue.role in ANNOUNCED
        if announces and isinstance(cue.what, Phrase):
            self.said = (*self.said, cue.what.text)


def changes(before: Take, after: Take) -> Iterator[Event]:
    """What is different in another take, as far as the playhead does not pass over it."""
    if before.scheduler.pacing != after.scheduler.pacing:
        yield PaceChanged(after.scheduler.pacing.pace)
    if (before.paused is None) != (after.paused is None) and not after.closed:
        yield Resumed() if after.paused is None else Paused()
