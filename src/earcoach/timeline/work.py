"""The inside of work: everything that is heard from its start tone to its end."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from earcoach.language.words import Words
from earcoach.plan.doses import (
    OPEN_SET_MS,
    BreathWork,
    CalorieWork,
    CountedReps,
    DistanceWork,
    Dose,
    HeldWork,
    OpenWork,
    TimedWork,
)
from earcoach.plan.phases import Bout
from earcoach.routine.model import Coaching, Counting
from earcoach.timeline.arranging import BREATH, layout_of, moved, with_remarks
from earcoach.timeline.breaths import Breathing
from earcoach.timeline.calls import COUNTDOWN_LENGTH, Caller
from earcoach.timeline.cues import Cue, Layout, Lengths, Role
from earcoach.timeline.guided import Guide, GuidedWork, guide_of
from earcoach.timeline.held import HeldSet
from earcoach.timeline.pacing import Pacing
from earcoach.timeline.reps import Beat, CountedSet
from earcoach.timeline.wording.remarks import SetRemark, remarks_of
from earcoach.units import FRAMES_PER_MS

KEPT_SOUNDS = 256
"""How many different stretches of work are kept laid out."""


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
    remarks: tuple[SetRemark, ...]
    """What is said where there is room, best first."""
    coming: tuple[str, ...]
    """What names the work that follows without a pause, the longest first."""
    guide: Guide | None
    """What leads through it, where anything does."""
    room: int
    """In an EMOM, the frames that there are for its reps; 0 elsewhere."""


def work_sound_of(
    bout: Bout,
    words: Words,
    *,
    room: int,
    cues: Sequence[str] = (),
    coming: tuple[str, ...] = (),
) -> WorkSound:
    """What is heard of a bout, with these form cues."""
    exercise = bout.exercise
    minimal = exercise.coaching is Coaching.MINIMAL
    return WorkSound(
        dose=bout.dose,
        beat=Beat(period_ms=exercise.beat_ms, tempo=exercise.tempo, starts=exercise.starts),
        coaching=exercise.coaching,
        counting=Counting.SILENT if minimal else exercise.counting,
        own_pace=exercise.own_pace,
        remarks=remarks_of(bout, cues, words),
        coming=coming,
        guide=guide_of(bout, words),
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

    @cached_property
    def lay_out(self) -> Callable[[WorkSound], Layout]:
        """Gives the layout of a stretch of work. It is kept no longer than the session."""
        return lru_cache(KEPT_SOUNDS)(self._laid_out)

    def _laid_out(self, work: WorkSound) -> Layout:
        length, cues = self._inside(work)
        remarks = [self.lengths.said(role, 0, text) for role, text in work.remarks]
        return layout_of(length, with_remarks(length, cues, remarks))

    def _inside(self, work: WorkSound) -> tuple[int, list[Cue]]:
        if work.own_pace:
            return self._estimated(work), [self._go]
        match work.dose:
            case CountedReps(count=count, or_more=or_more):
                reps = self._counted(work, count, or_more=or_more)
                return reps.length, reps.cues()
            case HeldWork(count=count, hold_ms=hold_ms):
                held = self._held(work, count, hold_ms)
                return held.length, held.cues()
            case BreathWork(count=count, breath_ms=breath_ms):
                breathing = self._breathing(work, count, breath_ms)
                return breathing.length, breathing.cues()
            case TimedWork(length_ms=length_ms) if work.guide:
                return self._guided(work, work.guide, self.pacing.work_frames(length_ms))
            case TimedWork(length_ms=length_ms, hold=hold):
                return self._by_the_clock(work, length_ms, () if hold else work.coming)
            case OpenWork():
                return self._by_the_clock(work, OPEN_SET_MS, ())
            case DistanceWork() | CalorieWork():
                length = self._estimated(work)
                return length, [self._go, *self._caller(work).estimated(length)]

    @property
    def _go(self) -> Cue:
        return self.lengths.sounded(Role.GO, 0, "go")

    def _caller(self, work: WorkSound) -> Caller:
        return Caller(work.coaching, self.words, self.lengths)

    def _estimated(self, work: WorkSound) -> int:
        """How long a set is expected to take that the athlete ends."""
        match work.dose:
            case CountedReps(count=count):
                length = self.pacing.frames(count * work.beat.period_ms)
                return min(length, work.room) if work.room else length
            case HeldWork(count=count, hold_ms=hold_ms):
                return self._held(work, count, hold_ms).length
            case BreathWork(count=count, breath_ms=breath_ms):
                return self.pacing.work_frames(count * breath_ms)
            case TimedWork(length_ms=length_ms):
                return self.pacing.work_frames(length_ms)
            case DistanceWork(estimate_ms=estimate_ms) | CalorieWork(estimate_ms=estimate_ms):
                return self.pacing.work_frames(estimate_ms)
            case OpenWork():
                return self.pacing.work_frames(OPEN_SET_MS)

    def _by_the_clock(
        self, work: WorkSound, length_ms: int, coming: tuple[str, ...]
    ) -> tuple[int, list[Cue]]:
        length = self.pacing.work_frames(length_ms)
        cues = [self._go, *self._caller(work).during(length)]
        return length, self._with_coming(cues, coming, length)

    def _guided(self, work: WorkSound, guide: Guide, limit: int) -> tuple[int, list[Cue]]:
        led = GuidedWork(
            guide=guide, limit=limit, pacing=self.pacing, words=self.words, lengths=self.lengths
        )
        cues, done = led.cues()
        calls = self._caller(work).during(limit) if done == limit else ()
        return done, [self._go, *cues, *calls]

    def _with_coming(self, cues: list[Cue], coming: tuple[str, ...], length: int) -> list[Cue]:
        """The cues with the name of what follows, clear of the countdown or in its place."""
        earliest = cues[0].end + BREATH
        rest = [cue for cue in cues if cue.role is not Role.COUNTDOWN]
        clear = length - (COUNTDOWN_LENGTH if len(rest) < len(cues) else 0) - BREATH
        for texts, others, end in ((coming, cues, clear), (coming[-1:], rest, length - BREATH)):
            for text in texts:
                name = self.lengths.said(Role.ANNOUNCE, 0, text)
                if end - name.length >= earliest:
                    return [*others, moved(name, end - name.length)]
        return cues

    def _held(self, work: WorkSound, count: int, hold_ms: int) -> HeldSet:
        return HeldSet(
            count=count,
            hold_ms=hold_ms,
            beat_ms=work.beat.period_ms,
            coaching=work.coaching,
            counting=work.counting,
            pacing=self.pacing,
            words=self.words,
            lengths=self.lengths,
        )

    def _breathing(self, work: WorkSound, count: int, breath_ms: int) -> Breathing:
        return Breathing(
            count=count,
            breath_ms=breath_ms,
            coaching=work.coaching,
            pacing=self.pacing,
            words=self.words,
            lengths=self.lengths,
        )

    def _counted(self, work: WorkSound, count: int, *, or_more: bool) -> CountedSet:
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
            or_more=or_more,
            pacing=pacing,
            words=self.words,
            lengths=self.lengths,
        )
