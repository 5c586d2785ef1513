"""The inside of a number of breaths: `In` and `Out` on a calm rhythm that no pace hurries."""

from collections.abc import Iterator
from dataclasses import dataclass

from earcoach.language.words import Words
from earcoach.routine.model import Coaching
from earcoach.timeline.cues import Cue, Lengths, Role
from earcoach.timeline.pacing import Pacing
from earcoach.units import frames_of_ms

AFTER_GO = frames_of_ms(400)
CLEAR = frames_of_ms(20)
PARTS = (("breathe_in", "lift", 0), ("breathe_out", "lower", 2))
"""Text and tone of each part of a breath, and after how many fifths of it: out is longer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Breathing:
    """A number of breaths."""

    count: int
    """How many, in and out being one."""
    breath_ms: int
    """How long each is, in ms."""
    coaching: Coaching
    """How much is said."""
    pacing: Pacing
    """Which leaves them as they are, unless holds have a pace too."""
    words: Words
    """The words of the coach."""
    lengths: Lengths
    """How long they are."""

    @property
    def length(self) -> int:
        """Its length in frames."""
        return self._frame(self.count, 0)

    def cues(self) -> list[Cue]:
        """Everything that is heard but remarks."""
        go = self.lengths.sounded(Role.GO, 0, "go")
        return [go, *(cue for breath in range(self.count) for cue in self._breath(breath))]

    def _breath(self, breath: int) -> Iterator[Cue]:
        ends = (self._frame(breath, PARTS[1][2]), self._frame(breath + 1, 0))
        for (text, tone, fifths), end in zip(PARTS, ends, strict=True):
            onset = self._frame(breath, fifths)
            word = self.lengths.said(Role.BREATH, onset + AFTER_GO, self.words.say(text))
            if self.coaching is Coaching.MINIMAL or word.end + CLEAR > end:
                word = self.lengths.sounded(Role.BREATH, onset + CLEAR, tone)
            yield word

    def _frame(self, breath: int, fifths: int) -> int:
        """A place in a breath, rounded once."""
        return self.pacing.work_frames(breath * self.breath_ms + fifths * self.breath_ms // 5)
