"""The inside of work: everything that is heard from its start tone to its end."""

from dataclasses import dataclass
from functools import lru_cache

from earcoach.language.words import Words
from earcoach.plan.phases import Bout
from earcoach.routine.model import Coaching, Counting
from earcoach.timeline.arranging import layout_of, with_remarks
from earcoach.timeline.calls import Caller
from earcoach.timeline.cues import Cue, Layout, Lengths, Role
from earcoach.timeline.pacing import Pacing
from earcoach.timeline.reps import Beat, Reps
from earcoach.timeline.wording.remarks import Remark, remarks_of
from earcoach.units import FRAMES_PER_MS


@dataclass(frozen=True, slots=True)
class WorkSound:
    """All about a stretch of work that can be heard: equal efforts sound the same.

    `reps` is None for work by the clock, which lasts `length_ms`. An EMOM has only `room` frames
    for its reps; elsewhere it is 0. At one's own pace nothing is counted or called.
    """

    reps: int | None
    length_ms: int
    beat: Beat
    coaching: Coaching
    counting: Counting
    own_pace: bool
    remarks: tuple[Remark, ...]
    room: int


def work_sound_of(bout: Bout, words: Words, *, room: int) -> WorkSound:
    """What is heard of a bout: the same on both sides."""
    exercise = bout.exercise
    minimal = exercise.coaching is Coaching.MINIMAL
    return WorkSound(
        bout.reps,
        bout.nominal_ms,
        Beat(exercise.beat_ms, exercise.tempo, exercise.starts),
        exercise.coaching,
        Counting.SILENT if minimal else exercise.counting,
        exercise.own_pace,
        remarks_of(bout, words),
        room,
    )


@dataclass(frozen=True, eq=False)
class WorkScheduler:
    """Lays out work; equal efforts share one layout."""

    pacing: Pacing
    words: Words
    lengths: Lengths

    @lru_cache(maxsize=256)  # noqa: B019 - it lives as long as its session
    def lay_out(self, effort: WorkSound) -> Layout:
        """The layout of a stretch of work."""
        length, cues = self._inside(effort)
        remarks = [self.lengths.said(role, 0, text) for role, text in effort.remarks]
        return layout_of(length, with_remarks(length, cues, remarks))

    def _inside(self, effort: WorkSound) -> tuple[int, list[Cue]]:
        if effort.reps is not None and not effort.own_pace:
            reps = self._reps(effort, effort.reps)
            return reps.length, reps.cues()
        go = self.lengths.sounded(Role.GO, 0, "go")
        if effort.own_pace:
            return self._estimated(effort), [go]
        length = self.pacing.work_frames(effort.length_ms)
        caller = Caller(effort.coaching, self.words, self.lengths)
        return length, [go, *caller.during(length)]

    def _estimated(self, effort: WorkSound) -> int:
        """How long a set at one's own pace is expected to take."""
        if effort.reps is None:
            return self.pacing.work_frames(effort.length_ms)
        length = self.pacing.frames(effort.length_ms)
        return min(length, effort.room) if effort.room else length

    def _reps(self, effort: WorkSound, count: int) -> Reps:
        pacing, beat = self.pacing, effort.beat
        if effort.room and pacing.frames(effort.length_ms) > effort.room:
            period_ms = effort.room // FRAMES_PER_MS // count
            pacing, beat = Pacing(), Beat(period_ms, beat.tempo, beat.starts)
        return Reps(count, beat, effort.coaching, effort.counting, pacing, self.words, self.lengths)
