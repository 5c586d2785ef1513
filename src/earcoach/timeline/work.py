"""The inside of work: everything that is heard from its start tone to its end."""

from dataclasses import dataclass
from functools import lru_cache

from earcoach.language.words import Words
from earcoach.plan.doses import OPEN_SET_MS, CountedReps, Dose, OpenReps, TimedWork
from earcoach.plan.phases import Bout
from earcoach.routine.model import Coaching, Counting
from earcoach.timeline.arranging import layout_of, with_remarks
from earcoach.timeline.calls import Caller
from earcoach.timeline.cues import Cue, Layout, Lengths, Role
from earcoach.timeline.pacing import Pacing
from earcoach.timeline.reps import Beat, CountedSet
from earcoach.timeline.wording.remarks import Remark, remarks_of
from earcoach.units import FRAMES_PER_MS


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkSound:
    """All about a stretch of work that can be heard: equal ones sound the same."""

    dose: Dose
    """How much is done."""
    beat: Beat
    """The time of a rep."""
    coaching: Coaching
    """How much is said."""
    counting: Counting
    """How reps are counted."""
    own_pace: bool
    """Whether the athlete alone decides on the time, so that nothing is counted or called."""
    remarks: tuple[Remark, ...]
    """What is said where there is room, best first."""
    room: int
    """In an EMOM, the frames that there are for its reps; 0 elsewhere."""


def work_sound_of(bout: Bout, words: Words, *, room: int) -> WorkSound:
    """What is heard of a bout: the same on both sides."""
    exercise = bout.exercise
    minimal = exercise.coaching is Coaching.MINIMAL
    return WorkSound(
        dose=bout.dose,
        beat=Beat(period_ms=exercise.beat_ms, tempo=exercise.tempo, starts=exercise.starts),
        coaching=exercise.coaching,
        counting=Counting.SILENT if minimal else exercise.counting,
        own_pace=exercise.own_pace,
        remarks=remarks_of(bout, words),
        room=room,
    )


@dataclass(frozen=True, eq=False, kw_only=True)
class WorkScheduler:
    """Lays out work; equal stretches of it share one layout."""

    pacing: Pacing
    """How fast it goes."""
    words: Words
    """The words of the coach."""
    lengths: Lengths
    """How long they are."""

    @lru_cache(maxsize=256)  # noqa: B019 - it lives as long as its session
    def lay_out(self, work: WorkSound) -> Layout:
        """The layout of a stretch of work."""
        length, cues = self._inside(work)
        remarks = [self.lengths.said(role, 0, text) for role, text in work.remarks]
        return layout_of(length, with_remarks(length, cues, remarks))

    def _inside(self, work: WorkSound) -> tuple[int, list[Cue]]:
        if work.own_pace:
            return self._estimated(work), [self._go]
        match work.dose:
            case CountedReps(count=count):
                reps = self._counted(work, count)
                return reps.length, reps.cues()
            case TimedWork(length_ms=length_ms):
                return self._by_the_clock(work, length_ms)
            case OpenReps():
                return self._by_the_clock(work, OPEN_SET_MS)

    @property
    def _go(self) -> Cue:
        return self.lengths.sounded(Role.GO, 0, "go")

    def _estimated(self, work: WorkSound) -> int:
        """How long a set at one's own pace is expected to take."""
        match work.dose:
            case CountedReps(count=count):
                length = self.pacing.frames(count * work.beat.period_ms)
                return min(length, work.room) if work.room else length
            case TimedWork(length_ms=length_ms):
                return self.pacing.work_frames(length_ms)
            case OpenReps():
                return self.pacing.work_frames(OPEN_SET_MS)

    def _by_the_clock(self, work: WorkSound, length_ms: int) -> tuple[int, list[Cue]]:
        length = self.pacing.work_frames(length_ms)
        caller = Caller(work.coaching, self.words, self.lengths)
        return length, [self._go, *caller.during(length)]

    def _counted(self, work: WorkSound, count: int) -> CountedSet:
        pacing, beat = self.pacing, work.beat
        if work.room and pacing.frames(count * beat.period_ms) > work.room:
            period_ms = work.room // FRAMES_PER_MS // count
            pacing = Pacing()
            beat = Beat(period_ms=period_ms, tempo=beat.tempo, starts=beat.starts)
        return CountedSet(
            count=count,
            beat=beat,
            coaching=work.coaching,
            counting=work.counting,
            pacing=pacing,
            words=self.words,
            lengths=self.lengths,
        )
