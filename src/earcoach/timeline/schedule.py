"""The timeline: phases laid out one after another, lazily, each from what came before."""

import sys
from bisect import bisect_right
from collections.abc import Iterator
from functools import lru_cache
from threading import RLock

from earcoach.language.words import Words
from earcoach.plan.phases import Plan
from earcoach.timeline.cues import Measure, PlacedPhase
from earcoach.timeline.estimate import Estimate, GuessedSounds
from earcoach.timeline.layout import PhaseScheduler, since_interval
from earcoach.timeline.pacing import Pacing
from earcoach.timeline.wording.told import told_before

KEPT_LAYOUTS = 128

WHOLE = range(sys.maxsize)
"""All frames that a session may have, so that it need not be laid out to its end first."""


class Timeline:
    """When each thing of a plan is heard. Iterating gives the laid-out phases in order.

    Only the onsets of phases are kept; the inside of a phase is laid out again when it is asked
    for again, so memory does not grow with the session.
    """

    def __init__(self, plan: Plan, scheduler: PhaseScheduler) -> None:
        self.plan = plan
        self.scheduler = scheduler
        self._onsets = [0]
        self._since = [0]
        self._lock = RLock()  # an export lays out ahead in a second thread
        self._lay = lru_cache(maxsize=KEPT_LAYOUTS)(self._lay_afresh)

    def __len__(self) -> int:
        """The number of phases."""
        return len(self.plan.phases)

    def __iter__(self) -> Iterator[PlacedPhase]:
        """All phases from the first."""
        return (self[index] for index in range(len(self)))

    def __getitem__(self, index: int) -> PlacedPhase:
        """One phase; everything before it gets its place first."""
        index = range(len(self))[index]
        self.onset(index)
        return self._lay(index)

    def onset(self, index: int) -> int:
        """Where a phase begins; the phases before it are laid out for that, it is not."""
        if index >= len(self._onsets):
            with self._lock:
                for earlier in range(len(self._onsets) - 1, index):
                    self._extend(self._lay(earlier))
        return self._onsets[index]

    def index_at(self, frame: int) -> int:
        """The phase that a frame lies in, or the last one whose place is known."""
        return max(0, bisect_right(self._onsets, frame) - 1)

    def over(self, start: int, stop: int) -> Iterator[PlacedPhase]:
        """The phases that sound in the frames from start to stop."""
        index = self.index_at(start)
        while index < len(self) and self.onset(index) < stop:
            placed = self[index]
            if placed.end > start:
                yield placed
            index += 1

    def frames_within(self, start: int, frames: int) -> int:
        """How many of the `frames` frames from `start` on the session still has."""
        end = start
        for placed in self.over(start, start + frames):
            end = min(placed.end, start + frames)
        return end - start

    @property
    def words(self) -> Words:
        """The words of the coach."""
        return self.scheduler.words

    @property
    def length(self) -> int:
        """The length of the session in frames; lays out all of it."""
        return self[len(self) - 1].end

    def _extend(self, placed: PlacedPhase) -> None:
        later = self.plan.phases[len(self._onsets) : len(self._onsets) + 1]
        since = self._since[-1] + placed.length
        self._since += [since_interval(phase, since) for phase in later]
        self._onsets.append(placed.end)  # last: it is what readers without the lock look at

    def _lay_afresh(self, index: int) -> PlacedPhase:
        onset, phase = self._onsets[index], self.plan.phases[index]
        layout = self.scheduler.lay_out(phase, since_interval=self._since[index])
        return PlacedPhase(phase=phase, onset=onset, layout=layout)


def schedule(
    plan: Plan,
    sounds: Measure,
    *,
    words: Words,
    pacing: Pacing | None = None,
    speech_speed: float = 1.0,
) -> Timeline:
    """The timeline of a plan, in these words; `sounds` knows how long everything is.

    `speech_speed` is how fast it is spoken, for what is estimated before it is known.
    """
    return Timeline(plan, _scheduler(plan, sounds, words, pacing, speech_speed))


def estimate(
    plan: Plan, *, words: Words, pacing: Pacing | None = None, speech_speed: float = 1.0
) -> Estimate:
    """About how long the phases of a plan last, always the same, and no voice is asked."""
    return _scheduler(plan, None, words, pacing, speech_speed).estimate


def _scheduler(
    plan: Plan, sounds: Measure | None, words: Words, pacing: Pacing | None, speech_speed: float
) -> PhaseScheduler:
    guessed = GuessedSounds(words.language.rate, speech_speed)
    return PhaseScheduler(
        plan=plan,
        pacing=pacing or Pacing(),
        words=words,
        sounds=sounds or guessed,
        guessed=guessed,
        told=told_before(plan, words),
    )
