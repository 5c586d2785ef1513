"""Calls at fixed times: 3-2-1, ten seconds, the minutes that are left, half-way."""

from collections.abc import Iterator
from dataclasses import dataclass

from earcoach.language.words import Words
from earcoach.routine.model import Coaching
from earcoach.timeline.cues import Cue, Lengths, Role
from earcoach.timeline.wording.answers import COUNTDOWN
from earcoach.timeline.wording.doses import duration
from earcoach.units import FRAMES_PER_MS, frames_of_ms

SECOND = frames_of_ms(1000)
MINUTE = 60 * SECOND
CLEAR = frames_of_ms(20)
COUNTDOWN_LENGTH = len(COUNTDOWN) * SECOND
LONGEST_SILENCE = 25 * SECOND
"""After more of it in a pause one doubts whether the coach is still there."""
LEAST_BEFORE_SIGN = 5 * SECOND
LEAST_FOR_HALFWAY = 20 * SECOND
LEAST_FOR_ESTIMATED_HALF = 40 * SECOND
LEAST_FOR_TEN_SECONDS = 30 * SECOND
LEAST_FOR_COUNTDOWN = 6 * SECOND


@dataclass(frozen=True, slots=True)
class Caller:
    """Calls out the time; in minimal coaching with tones alone."""

    coaching: Coaching
    """How much is said."""
    words: Words
    """What each call says."""
    lengths: Lengths
    """What measures them, and tones."""

    def countdown(self, end: int, *, not_before: int) -> Iterator[Cue]:
        """3-2-1 before `end`; tones where words are not wanted or too long for a second."""
        for left, name in zip(range(len(COUNTDOWN), 0, -1), COUNTDOWN, strict=True):
            onset = end - left * SECOND
            if onset < not_before:
                continue
            word = self.lengths.said(Role.COUNTDOWN, onset, self.words.say(name))
            if self._wordless or word.length > SECOND - CLEAR:
                word = self.lengths.sounded(Role.COUNTDOWN, onset, "countdown")
            yield word

    def ten_seconds(self, end: int) -> Iterator[Cue]:
        """The call ten seconds before `end`; a tone where it would last into the 3-2-1."""
        if self._wordless:
            return
        call = self.lengths.said(Role.TIME, end - 10 * SECOND, self.words.say("ten_seconds"))
        if call.end > end - COUNTDOWN_LENGTH:
            call = self.lengths.sounded(Role.TIME, call.onset, "tick")
        yield call

    def in_silence(self, start: int, end: int) -> Iterator[Cue]:
        """Signs that a pause goes on, where nothing is heard up to the call ten seconds before its
        `end`: how much of it is left, and soft tones where even that leaves a long silence."""
        until = end - 10 * SECOND
        if self._wordless or until - start <= LONGEST_SILENCE:
            return
        whole_minutes = [minutes * MINUTE for minutes in range((end - start) // MINUTE, 0, -1)]
        for left in (*whole_minutes, 30 * SECOND):
            if end - left >= start + LEAST_BEFORE_SIGN:
                text = duration(left // FRAMES_PER_MS, self.words)
                cue = self.lengths.said(Role.TIME, end - left, text)
                yield from self._ticks(start, cue.onset)
                yield cue
                start = cue.end
        yield from self._ticks(start, until)

    def _ticks(self, start: int, end: int) -> Iterator[Cue]:
        """Soft tones that part a silence into some that are short enough."""
        parts = -((start - end) // LONGEST_SILENCE)
        for number in range(1, parts):
            onset = start + (end - start) * number // parts
            yield self.lengths.sounded(Role.TIME, onset, "tick")

    def during(self, length: int) -> Iterator[Cue]:
        """All calls of a hold, or of moving for a time."""
        if length >= LEAST_FOR_HALFWAY:
            yield from self._halfway(length // 2)
        if length >= LEAST_FOR_TEN_SECONDS:
            yield from self.ten_seconds(length)
        if not self._wordless:
            yield from self._minutes_left(length)
        if length >= LEAST_FOR_COUNTDOWN:
            yield from self.countdown(length, not_before=0)

    def estimated(self, length: int) -> Iterator[Cue]:
        """The calls of work that nobody knows the end of: about its half, and about its end."""
        if length >= LEAST_FOR_ESTIMATED_HALF:
            yield from self._halfway(length // 2, "about_halfway")
        if length >= LEAST_FOR_HALFWAY and not self._wordless:
            text = self.words.say("about_there")
            onset = length - CLEAR - self.lengths.phrase(text)
            yield self.lengths.said(Role.TIME, onset, text)

    def _halfway(self, middle: int, text: str = "halfway") -> Iterator[Cue]:
        tone = self.lengths.sounded(Role.HALFWAY, middle, "halfway")
        yield tone
        if not self._wordless:
            yield self.lengths.said(Role.HALFWAY, tone.end + CLEAR, self.words.say(text))

    def _minutes_left(self, length: int) -> Iterator[Cue]:
        for minutes in range(1, length // MINUTE):
            onset = length - minutes * MINUTE
            if abs(onset - length // 2) > 4 * SECOND:
                text = self.words.count("minutes_left", minutes)
                yield self.lengths.said(Role.TIME, onset, text)

    @property
    def _wordless(self) -> bool:
        return self.coaching is Coaching.MINIMAL
