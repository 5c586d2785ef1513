"""The inside of a set of reps: numbers on a steady beat, the parts of a tempo, calls between."""

from collections.abc import Iterator
from dataclasses import dataclass

from earcoach.language.words import Words
from earcoach.routine.model import Coaching, Counting, Direction, Tempo
from earcoach.timeline.arranging import BREATH, moved
from earcoach.timeline.counts import numbers
from earcoach.timeline.cues import Cue, Lengths, Role
from earcoach.timeline.pacing import Pacing
from earcoach.timeline.tempo import WORDS, RepPart, parts_of
from earcoach.units import frames_of_ms

AFTER_GO = frames_of_ms(400)
CLEAR = frames_of_ms(20)
LEAST_FOR_LAST_ONE = 3
LEAST_FOR_HALFWAY = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Beat:
    """The time of a rep, and how it is divided."""

    period_ms: int
    """From one rep to the next, in ms."""
    tempo: Tempo | None
    """Its parts, which need not be as long together."""
    starts: Direction
    """Which of them is first."""

    def parts(self) -> list[RepPart]:
        """The parts of a rep as they are done, drawn out or squeezed to its period."""
        if self.tempo is None:
            return []
        factor = self.period_ms / self.tempo.beat_ms
        return [
            RepPart(part.sound, round(part.onset_ms * factor), round(part.end_ms * factor))
            for part in parts_of(self.tempo, self.starts)
        ]


@dataclass(frozen=True, slots=True, kw_only=True)
class CountedSet:
    """A set of reps that are counted for the athlete."""

    count: int
    """How many."""
    beat: Beat
    """The time of each."""
    coaching: Coaching
    """How much is said."""
    counting: Counting
    """Which of them are counted."""
    or_more: bool
    """Whether the athlete goes on after them, so that none is the last."""
    pacing: Pacing
    """How fast they go."""
    words: Words
    """The words of the coach."""
    lengths: Lengths
    """How long they are."""

    @property
    def length(self) -> int:
        """Its length in frames."""
        return self._beat(self.count)

    def cues(self) -> list[Cue]:
        """Everything that is heard but remarks."""
        counts = list(self._counts())
        calls = list(self._calls(counts)) if self.coaching is not Coaching.MINIMAL else []
        cues = [self.lengths.sounded(Role.GO, 0, "go"), *counts, *calls, *self._ticks()]
        return [*cues, *self._tempo_words(cues)] if self.coaching is Coaching.FULL else cues

    def _beat(self, rep: int, part_ms: int = 0) -> int:
        """The frame at which a rep begins, or a place in it, rounded once."""
        return self.pacing.frames(rep * self.beat.period_ms + part_ms)

    # -- numbers ---------------------------------------------------------------------------------

    def _counts(self) -> Iterator[Cue]:
        said = numbers(self.counting, self.count, self._fits)
        after_go = self._after_go(said)
        for rep in range(self.count):
            onset = self._beat(rep) + after_go
            if rep in said:
                yield self.lengths.said(Role.COUNT, onset, said[rep])
            else:
                yield self.lengths.sounded(Role.COUNT, onset, "tick")

    def _fits(self, number: str, step: int) -> bool:
        return self.lengths.phrase(number) + 2 * CLEAR <= step * self._beat(1)

    def _after_go(self, said: dict[int, str]) -> int:
        """How long after its beat a number is said: after the start tone, but within its reps."""
        following = dict(zip(said, [*list(said)[1:], self.count], strict=False))
        room = [
            (following[rep] - rep) * self._beat(1) - self.lengths.phrase(number)
            for rep, number in said.items()
        ]
        tick = self._beat(1) - self.lengths.tone("tick")
        return max(CLEAR, min(AFTER_GO, min([*room, tick]) - CLEAR))

    def _calls(self, counts: list[Cue]) -> Iterator[Cue]:
        """`Halfway` and `Last one`, each before the next number, if it fits there whole."""
        for name, role, number, least in (
            ("last_one", Role.LAST, self.count - 1, LEAST_FOR_LAST_ONE),
            ("halfway", Role.HALFWAY, (self.count + 1) // 2, LEAST_FOR_HALFWAY),
        ):
            if self.count < least or self.or_more:
                continue
            before, after = counts[number - 1 : number + 1]
            call = self.lengths.said(role, 0, self.words.say(name))
            latest = after.onset - BREATH - call.length
            if latest >= before.end + BREATH // 2:
                yield moved(call, latest)

    # -- tempo -----------------------------------------------------------------------------------

    def _ticks(self) -> Iterator[Cue]:
        """A soft tone at the beginning of each part; the start tone is that of the first."""
        for rep, part in self._parts():
            onset = self._beat(rep, part.onset_ms)
            if onset:
                yield self.lengths.sounded(Role.TEMPO, onset, part.sound)

    def _tempo_words(self, cues: list[Cue]) -> Iterator[Cue]:
        """`Down`, `Hold`, `Up`, where the part is long enough to say it between the numbers."""
        speech = [cue for cue in cues if cue.spoken]
        for rep, part in self._parts():
            onset, end = (self._beat(rep, ms) for ms in (part.onset_ms, part.end_ms))
            inside = [cue for cue in speech if cue.onset < end and cue.end > onset]
            onset = max([onset + CLEAR, *(cue.end + BREATH // 2 for cue in inside)])
            word = self.lengths.said(Role.TEMPO, onset, self.words.say(WORDS[part.sound]))
            if word.end + CLEAR <= end:
                yield word

    def _parts(self) -> Iterator[tuple[int, RepPart]]:
        parts = self.beat.parts()
        return ((rep, part) for rep in range(self.count) for part in parts)
