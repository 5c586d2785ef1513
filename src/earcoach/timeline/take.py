"""A take: a session as it is heard, stretch after stretch, with its past as it was.

It is an immutable value. What has been heard never changes; what is to come is laid out as far as
it is near, and every command of the athlete (see `edits`) gives another take.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import takewhile

from earcoach.plan.phases import Phase, Work
from earcoach.timeline.cues import FADE, Content, Layout, Lengths, PlacedPhase, Role
from earcoach.timeline.layout import PhaseScheduler, since_interval
from earcoach.timeline.repacing import Playing
from earcoach.timeline.stretches import (
    FOREVER,
    UNKNOWN,
    Aside,
    Present,
    Span,
    Stretch,
    StretchPart,
)
from earcoach.timeline.waiting import until_done
from earcoach.units import frames_of_ms

KEPT = frames_of_ms(10_000)
"""So much of the past may still sound, or keep music down; nothing before it is kept."""
WORDLESS = {Role.COUNT: "tick", Role.COUNTDOWN: "countdown"}
"""The tones that stand for words while the coach is answering, or has no voice."""


@dataclass(frozen=True, kw_only=True)
class Take:
    """One performance of a plan, so far and on."""

    scheduler: PhaseScheduler
    """Lays out the phases, at the pace of now."""
    stretches: tuple[Stretch, ...] = ()
    """What was heard shortly before, what is heard now, and what comes next."""
    asides: tuple[Aside, ...] = ()
    """What is heard beside, by onset."""
    unsaid: tuple[int, ...] = ()
    """Where words begin that come too late to be said."""
    paused: Present | None = None
    """Where it goes on, while it is paused."""
    closed: bool = False
    """Whether nothing comes after the last stretch."""
    knows: Callable[[Content], bool] = lambda what: True
    """Whether a phrase can be said without anybody waiting for it."""
    how_done: str = "waiting"
    """The text that tells how a set is ended where the session is heard."""

    # -- for the mixer -----------------------------------------------------------------------

    def over(self, start: int, stop: int) -> Iterator[PlacedPhase]:
        """What sounds in the frames from start to stop, as far as it is laid out."""
        for stretch in self.stretches:
            if stretch.onset < stop:
                yield stretch.heard
        if self.asides:
            yield self._beside

    def frames_within(self, start: int, frames: int) -> int:
        """How many of the `frames` frames from `start` on the take still has."""
        return max(0, min(frames, self.end - start)) if self.closed else frames

    @property
    def end(self) -> int:
        """The first frame after what is laid out."""
        return self.stretches[-1].end if self.stretches else 0

    @cached_property
    def _beside(self) -> PlacedPhase:
        cues = tuple(sorted((aside.cue for aside in self.asides), key=lambda cue: cue.onset))
        phase = self.scheduler.plan.phases[0]
        return PlacedPhase(phase=phase, onset=0, layout=Layout(length=self.end, cues=cues))

    # -- for whoever wants to know -----------------------------------------------------------

    @property
    def phases(self) -> tuple[Phase, ...]:
        """All phases of the plan."""
        return self.scheduler.plan.phases

    def rooms(self) -> Iterator[Span]:
        """When the coach answers, and says nothing else, in order."""
        return (aside.room for aside in self.asides if aside.room is not None)


def taken(
    scheduler: PhaseScheduler,
    *,
    knows: Callable[[Content], bool] = lambda what: True,
    how_done: str = "waiting",
) -> Take:
    """A take of which nothing was heard yet."""
    return Take(scheduler=scheduler, knows=knows, how_done=how_done)


def layout_of_phase(take: Take, index: int, since: int) -> Layout:
    """A phase laid out as it is played live.

    Where its words are not known yet and it may wait for them, that is its tones, and silence.
    """
    layout = layout_of_known(take, index, since)
    if not take.phases[index].elastic or all(map(take.knows, (cue.what for cue in layout.cues))):
        return layout
    tones = takewhile(lambda cue: not cue.spoken, layout.cues)
    return Layout(length=UNKNOWN, cues=tuple(tones))


def layout_of_known(take: Take, index: int, since: int) -> Layout:
    """A phase laid out with lengths as they are known; what only the athlete ends has a far end."""
    phase = take.phases[index]
    layout = take.scheduler.lay_out(phase, since_interval=since)
    if isinstance(phase, Work) and phase.waits:
        scheduler = take.scheduler
        return until_done(layout, scheduler.words, scheduler.sounds, how=take.how_done)
    return layout


# -- where it is -----------------------------------------------------------------------------


def present(take: Take, at: int) -> Present:
    """How a take that is laid out beyond a frame stands there."""
    if take.paused is not None:
        return take.paused
    lead: Playing | None = None
    opens = done_before = False
    for stretch in take.stretches:
        if stretch.end <= at:
            continue
        if stretch.onset >= at and stretch.opens:
            opens, done_before = True, stretch.done_before
        if stretch.part is StretchPart.LEAD:
            lead = stretch.at(at)
        if stretch.part is StretchPart.PHASE:
            break
    return Present(
        index=stretch.index,
        playing=stretch.at(at),
        since=stretch.since + max(0, at - stretch.onset),
        lead=lead,
        opens=opens,
        done_before=done_before,
    )


def index_at(take: Take, at: int) -> int:
    """The phase under way at a frame."""
    for stretch in reversed(take.stretches):
        if stretch.onset <= at:
            return stretch.index
    return 0


def speaking_until(take: Take, at: int) -> int:
    """Until when the phrase sounds that sounds at a frame; the frame itself when it is quiet."""
    ends = [end for onset, end in spoken(take) if onset < at < end]
    return max(ends, default=at)


def spoken(take: Take) -> Iterator[Span]:
    """When there is speech, in no order; what is broken off is over at once."""
    for placed in take.over(0, FOREVER):
        for cue in placed.layout.cues:
            if cue.spoken and not cue.fade:
                yield placed.onset + cue.onset, placed.onset + cue.end


def busy_until(take: Take, at: int) -> int:
    """Until when the coach is speaking or answering, or something fades that is broken off."""
    return max([speaking_until(take, at), faded_by(take, at), *(end for _, end in take.rooms())])


def faded_by(take: Take, at: int) -> int:
    """When all is gone that is broken off; the frame itself when nothing is.

    Nothing begins before, so that what goes and what comes never add up.
    """
    return max((end for end, fades in _sounding(take, at) if fades), default=at)


def gone_by(take: Take, at: int) -> int:
    """When all would be gone that sounds at a frame, if it were broken off there."""
    ends = (end if fades else min(end, at + FADE) for end, fades in _sounding(take, at))
    return max(ends, default=at)


def _sounding(take: Take, at: int) -> Iterator[tuple[int, bool]]:
    """The ends of what has begun before a frame and is not over, and whether it is broken off."""
    for placed in take.over(at, at + 1):
        for cue in placed.layout.cues:
            if placed.onset + cue.onset < at < placed.onset + cue.end:
                yield placed.onset + cue.end, cue.fade > 0


# -- how it goes on --------------------------------------------------------------------------


def rebuilt(take: Take, at: int, now: Present, *, break_off: bool = False) -> Take:
    """The same past, and from a frame on what follows from a present.

    With `break_off`, what sounds fades, and what was going to be answered is not.
    """
    past = tuple(_past(take, one, at, break_off) for one in take.stretches if one.onset < at)
    asides = _asides_of_the_past(take.asides, at, break_off)
    base = replace(take, stretches=past, asides=asides, paused=None, closed=False)
    pieces = tuple(_pieces(base, at, now, silent_until=faded_by(base, at)))
    if now.lead is not None and now.playing.offset > 0:  # at its start work has a tone of its own
        go = Lengths(base.scheduler.sounds).sounded(Role.GO, pieces[-1].onset, "go")
        base = replace(base, asides=(*base.asides, Aside(cue=go)))
    return replace(base, stretches=(*past, *pieces))


def stilled(take: Take, at: int, now: Present, *, frames: int | None = None) -> Take:
    """What sounds fades, and then nothing is heard: for ever, or to an end after some frames."""
    over = rebuilt(take, at, now, break_off=True)
    past = tuple(one for one in over.stretches if one.onset < at)
    still = _stretch(
        over, now, StretchPart.STILL, now.playing, at, FOREVER if frames is None else at + frames
    )
    asides = tuple(aside for aside in over.asides if aside.cue.onset <= at)
    return replace(
        over,
        stretches=(*past, still),
        asides=asides,
        paused=replace(now, lead=None, opens=False) if frames is None else None,
        closed=frames is not None,
    )


def extended(take: Take, until: int) -> Take:
    """The same, laid out to a frame or to its end."""
    while not take.closed and take.end < until:
        take = with_next_phase(take)
    return take


def with_next_phase(take: Take) -> Take:
    """The same, laid out for one phase more, or closed."""
    last = take.stretches[-1]
    index = last.index + 1
    if index >= len(take.phases):
        return replace(take, closed=True)
    since = since_interval(take.phases[index], last.since + last.end - last.onset)
    layout = layout_of_phase(take, index, since)
    now = Present(index=index, playing=Playing(layout), since=since, opens=True, done_before=True)
    return replace(take, stretches=(*take.stretches, *_pieces(take, last.end, now)))


def without_the_past(take: Take, at: int) -> Take:
    """The same without what can't be heard any more, so that it does not grow."""
    stretches = tuple(one for one in take.stretches if one.end > at - KEPT)
    asides = tuple(one for one in take.asides if one.cue.end > at - KEPT)
    unsaid = tuple(frame for frame in take.unsaid if frame > at - KEPT)
    if (len(stretches), len(asides), len(unsaid)) == (
        len(take.stretches),
        len(take.asides),
        len(take.unsaid),
    ):
        return take
    return replace(take, stretches=stretches, asides=asides, unsaid=unsaid)


def without_words(take: Take, at: int) -> Take:
    """The same, but for the phrase that begins at a frame: a tone stands for it, or nothing."""
    marked = replace(take, unsaid=(*take.unsaid, at))
    stretches = (
        replace(one, heard=_heard(marked, one.playing, one.onset, one.end, one.heard.phase))
        if one.onset <= at < one.end and one.part is not StretchPart.STILL
        else one
        for one in take.stretches
    )
    asides = tuple(aside for aside in take.asides if aside.cue.onset != at or not aside.cue.spoken)
    return replace(marked, stretches=tuple(stretches), asides=asides)


# -- inside ----------------------------------------------------------------------------------


def _pieces(take: Take, at: int, now: Present, *, silent_until: int = 0) -> Iterator[Stretch]:
    """What is heard from a frame on: a lead and a phase, with room for what is answered."""
    first = True
    if at < silent_until:
        yield _stretch(take, now, StretchPart.STILL, now.playing, at, silent_until)
        at, first = silent_until, False
    leads = [(StretchPart.LEAD, now.lead)] if now.lead is not None else []
    for part, playing in [*leads, (StretchPart.PHASE, now.playing)]:
        may_wait = part is StretchPart.LEAD or take.phases[now.index].elastic
        for piece, played, onset, end in _divided(take.rooms(), part, playing, at, may_wait):
            here = now if first else replace(now, opens=False)
            yield _stretch(take, here, piece, played, onset, end)
            at, first = end, False


def _divided(
    rooms: Iterable[Span], part: StretchPart, playing: Playing, at: int, may_wait: bool
) -> Iterator[tuple[StretchPart, Playing, int, int]]:
    """A lead or a phase, in which time stands still during an answer where it may."""
    for start, end in rooms:
        if not may_wait or end <= at or start >= at + playing.left:
            continue
        if start > at:
            yield part, playing, at, start
            playing, at = playing.after(start - at), start
        yield StretchPart.STILL, playing, at, end
        at = end
    yield part, playing, at, at + playing.left


def _stretch(
    take: Take, now: Present, part: StretchPart, playing: Playing, onset: int, end: int
) -> Stretch:
    phase = take.phases[now.index]
    if part is StretchPart.STILL:
        heard = PlacedPhase(phase=phase, onset=onset, layout=Layout(length=0))
    else:
        heard = _heard(take, playing, onset, end, phase)
    gone = playing.offset - now.playing.offset if part is not StretchPart.LEAD else 0
    return Stretch(
        index=now.index,
        part=part,
        onset=onset,
        end=end,
        playing=playing,
        since=now.since + gone,
        heard=heard,
        opens=now.opens,
        done_before=now.done_before,
    )


def _heard(take: Take, playing: Playing, onset: int, end: int, phase: Phase) -> PlacedPhase:
    """What is heard of a layout: nothing that has begun before, and no word into an answer."""
    origin = onset - playing.offset
    rooms = [*take.rooms(), *((frame, frame + 1) for frame in take.unsaid)]
    lengths, cues = Lengths(take.scheduler.sounds), []
    for cue in playing.upcoming:
        late = max(0, playing.offset - cue.onset)  # what a change of pace has left no time for
        at = origin + cue.onset + late
        if at >= end:
            break
        here = replace(cue, onset=cue.onset + late) if late else cue
        if cue.spoken and any(start <= at < stop for start, stop in rooms):
            if cue.role not in WORDLESS:
                continue
            here = lengths.sounded(cue.role, here.onset, WORDLESS[cue.role])
        cues.append(here)
    layout = Layout(length=playing.layout.length, cues=tuple(cues))
    return PlacedPhase(phase=phase, onset=origin, layout=layout)


def _past(take: Take, one: Stretch, at: int, break_off: bool) -> Stretch:
    """A stretch as it was heard until a frame."""
    if one.end <= at and not (break_off and _lasts(one.heard, at)):
        return one
    cues = [cue for cue in one.heard.layout.cues if one.heard.onset + cue.onset < at]
    if break_off:
        cues = [cue.broken_off(at - one.heard.onset) for cue in cues]
    layout = replace(one.heard.layout, cues=tuple(cues))
    return replace(one, end=min(one.end, at), heard=replace(one.heard, layout=layout))


def _lasts(placed: PlacedPhase, at: int) -> bool:
    """Whether something in it is not over at a frame."""
    return any(placed.onset + cue.end > at for cue in placed.layout.cues)


def _asides_of_the_past(asides: tuple[Aside, ...], at: int, break_off: bool) -> tuple[Aside, ...]:
    """What is still heard beside: all that has begun, and answers that still wait for their time.

    The tone of a lead that is laid out anew comes again with it.
    """
    if not break_off:
        return tuple(a for a in asides if a.cue.onset < at or a.cue.role is not Role.GO)
    kept = []
    for aside in asides:
        if aside.cue.onset < at:
            room = aside.room and (aside.room[0], min(aside.room[1], at))
            kept.append(replace(aside, cue=aside.cue.broken_off(at), room=room))
    return tuple(kept)
