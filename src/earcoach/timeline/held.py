"""The inside of a set of held reps: `One`, `Hold`, and after exactly its time `Relax`."""

from collections.abc import Iterator
from dataclasses import dataclass

from earcoach.language.words import Words
from earcoach.routine.model import Coaching, Counting
from earcoach.timeline.counts import numbers
from earcoach.timeline.cues import Cue, Lengths, Role
from earcoach.timeline.pacing import Pacing
from earcoach.units import frames_of_ms

AFTER_GO = frames_of_ms(400)
CLEAR = frames_of_ms(20)


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldSet:
    """Reps that are moved into, held and left again: only the moving has a pace."""

    count: int
    """How many."""
    hold_ms: int
    """How long each is held, in ms."""
    beat_ms: int
    """The time of moving in and out again, in ms."""
    coaching: Coaching
    """How much is said."""
    counting: Counting
    """Which of them are counted."""
    pacing: Pacing
    """How fast they go."""
    words: Words
    """The words of the coach."""
    lengths: Lengths
    """How long they are."""

    @property
    def length(self) -> int:
        """Its length in frames."""
        return self._onset(self.count)

    def cues(self) -> list[Cue]:
        """Everything that is heard but remarks."""
        said = numbers(self.counting, self.count, self._fits)
        cues = [self.lengths.sounded(Role.GO, 0, "go")]
        for rep in range(self.count):
            cues += self._rep(rep, said.get(rep))
        return cues

    def _rep(self, rep: int, number: str | None) -> Iterator[Cue]:
        onset, hold, relax = self._onset(rep), self._hold_onset(rep), self._hold_end(rep)
        counted = onset + self._after_go
        if number is None:
            yield self.lengths.sounded(Role.COUNT, counted, "tick")
        else:
            yield self.lengths.said(Role.COUNT, counted, number)
        yield from self._part("hold", "hold", hold, until=relax)
        yield from self._part("lower", "relax", relax, until=self._onset(rep + 1))

    def _part(self, tone: str, word: str, onset: int, *, until: int) -> Iterator[Cue]:
        """The exact beginning of a part of a rep as a tone, and its name if there is room."""
        yield self.lengths.sounded(Role.TEMPO, onset, tone)
        said = self.lengths.said(Role.TEMPO, onset + CLEAR, self.words.say(word))
        if self.coaching is not Coaching.MINIMAL and said.end + CLEAR <= until:
            yield said

    def _onset(self, rep: int) -> int:
        """The frame at which a rep begins, rounded once."""
        return self.pacing.frames(rep * self.beat_ms) + rep * self._hold

    def _hold_onset(self, rep: int) -> int:
        moved = self.pacing.frames(rep * self.beat_ms + self.beat_ms // 2)
        return moved + rep * self._hold

    def _hold_end(self, rep: int) -> int:
        return self._hold_onset(rep) + self._hold

    @property
    def _hold(self) -> int:
        return self.pacing.work_frames(self.hold_ms)

    @property
    def _after_go(self) -> int:
        """How long after its rep begins a number is said: in words it ends before the hold."""
        longest = max(
            (self.lengths.phrase(str(rep + 1)) for rep in range(self.count)),
            default=0,
        )
        tick = self.lengths.tone("tick")
        return max(CLEAR, min(AFTER_GO, self._moving_in - max(longest, tick) - CLEAR))

    @property
    def _moving_in(self) -> int:
        """The shortest time there is from the beginning of a rep to its hold."""
        return self.pacing.frames(self.beat_ms // 2) - 1

    def _fits(self, number: str, step: int) -> bool:
        return self.lengths.phrase(number) + 2 * CLEAR <= self._moving_in
