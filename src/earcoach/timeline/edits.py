"""The edits of a take: what a command of the athlete makes of it, from a frame on.

Each is a pure function from take to take. The take has to be laid out beyond the frame.
"""

from collections.abc import Iterator
from dataclasses import replace

from earcoach.plan.phases import Work
from earcoach.timeline import repacing
from earcoach.timeline.arranging import BREATH
from earcoach.timeline.cues import Content, Cue, Layout, Phrase, Role
from earcoach.timeline.layout import since_interval
from earcoach.timeline.pacing import Pacing
from earcoach.timeline.repacing import Playing
from earcoach.timeline.stretches import FOREVER, UNKNOWN, Aside, Present, Span
from earcoach.timeline.take import (
    Take,
    busy_until,
    faded_by,
    gone_by,
    layout_of_known,
    layout_of_phase,
    present,
    rebuilt,
    speaking_until,
    stilled,
)
from earcoach.units import frames_of_ms

UNHEARD = frames_of_ms(250)
"""What was rendered so shortly before a device died may not have been heard."""
FAREWELL = frames_of_ms(150)
"""What is still heard when the athlete quits: a fade, and the tone that answers."""


def moved_to(
    take: Take, at: int, index: int, *, counted_in: bool = False, done: bool = False
) -> Take:
    """Break off, and go on with another phase, after a 3-2-1 if `counted_in`.

    `done` tells that the phase before was done to its end.
    """
    since = present(take, at).since + gone_by(take, at) - at if take.stretches else 0
    since = since_interval(take.phases[index], since)
    lead = Playing(take.scheduler.countdown()) if counted_in else None
    playing = Playing(layout_of_phase(take, index, since))
    now = Present(
        index=index, playing=playing, since=since, lead=lead, opens=True, done_before=done
    )
    return rebuilt(take, at, now, break_off=True)


def paused(take: Take, at: int) -> Take:
    """Be silent from now on. A phrase of a pause that is broken off will be said again."""
    return take if take.paused else stilled(take, at, _before_what_is_said(take, at))


def lost(take: Take, at: int) -> Take:
    """Be silent, for nothing is heard; what may have been missed will begin again."""
    if take.paused:
        return take
    now = _before_what_is_said(take, at)
    missed = (
        number
        for number, cue in enumerate(now.playing.layout.cues[: now.playing.begun])
        if now.playing.offset - UNHEARD < cue.onset <= now.playing.offset
    )
    number = next(missed, None)
    return stilled(take, at, now if number is None else _gone_back(now, number))


def resumed(take: Take, at: int) -> Take:
    """Go on where it stopped; into work with a 3-2-1."""
    if take.paused is None:
        return take
    is_work = isinstance(take.phases[take.paused.index], Work)
    lead = Playing(take.scheduler.countdown()) if is_work else None
    return rebuilt(take, at, replace(take.paused, lead=lead), break_off=True)


def finished(take: Take, at: int) -> Take:
    """Break off for good: what sounds fades, and the take ends a moment later."""
    return stilled(take, at, present(take, at), frames=FAREWELL)


def stretched(take: Take, at: int, frames: int) -> Take:
    """Make the phase under way longer; what belongs to its end moves with the end."""
    now = present(take, at)
    longer = _lengthened(now.playing.layout, frames)
    begun = sum(cue.onset < now.playing.offset for cue in longer.cues)
    return _going_on(take, at, replace(now, playing=Playing(longer, now.playing.offset, begun)))


def repaced(take: Take, at: int, pacing: Pacing) -> Take:
    """Another pace, at once: what has begun keeps its time, what has not is laid out anew."""
    now = present(take, at)
    slower = take.scheduler.pacing.pace / pacing.pace
    take = replace(take, scheduler=replace(take.scheduler, pacing=pacing))
    if now.playing.layout.length >= UNKNOWN:  # it is laid out when its words are known
        return _going_on(take, at, now)
    playing = repacing.repaced(
        take.phases[now.index],
        now.playing,
        layout_of_known(take, now.index, now.since - now.playing.offset),
        slower=slower,
        speaking_for=speaking_until(take, at) - at,
    )
    return _going_on(take, at, replace(now, playing=playing))


def answered(take: Take, at: int, text: str, *, make_way: int = 0) -> Take:
    """Say something in between, as soon as nothing else is being said.

    A pause that may stretch waits for it; in work tones stand for words. `make_way` is how long it
    waits for music to go down.
    """
    start = busy_until(take, at)
    what = Phrase(text)
    onset = start + (0 if take.paused else make_way)
    cue = Cue(role=Role.ANSWER, onset=onset, length=take.scheduler.sounds.length(what), what=what)
    asides = (*take.asides, Aside(cue=cue, room=(start, cue.end + BREATH)))
    take = replace(take, asides=asides)
    return take if take.paused else rebuilt(take, at, present(take, at))


def told(take: Take, at: int) -> Take:
    """Go on with a phase that has waited for its words, now that they are known or are not to be.

    What it has waited for is silence between its tones and its first word.
    """
    now = present(take, at)
    since = now.since - now.playing.offset
    layout = layout_of_known(take, now.index, since)
    first = next((cue.onset for cue in layout.cues if cue.spoken), layout.length)
    if now.playing.layout.length > UNKNOWN:  # it was made longer while it waited
        layout = _lengthened(layout, now.playing.layout.length - UNKNOWN)
    offset = min(now.playing.offset, first)
    begun = sum(cue.onset < offset for cue in layout.cues)
    playing = Playing(layout, offset, begun)
    return _going_on(take, at, replace(now, playing=playing, since=since + offset))


def acknowledged(take: Take, at: int, tone: Content) -> Take:
    """A tone at once, so that a key is known to have done something.

    Where a tone sounds or begins at that moment, that is enough; what is broken off goes first: so
    they never add up.
    """
    at = faded_by(take, at)
    length = take.scheduler.sounds.length(tone)
    if any(begin < at + length and at < end for begin, end in _tones(take)):
        return take
    cue = Cue(role=Role.ANSWER, onset=at, length=length, what=tone)
    return replace(take, asides=(*take.asides, Aside(cue=cue)))


def _tones(take: Take) -> Iterator[Span]:
    """When a tone sounds that is not broken off."""
    for placed in take.over(0, FOREVER):
        for cue in placed.layout.cues:
            if not cue.spoken and not cue.fade:
                yield placed.onset + cue.onset, placed.onset + cue.end


def without_last_phase(take: Take) -> Take:
    """The same, but for a phase that has not begun: it is laid out again when it is near."""
    index = take.stretches[-1].index
    kept = len(take.stretches)
    while kept > 1 and take.stretches[kept - 1].index == index:
        kept -= 1
    return replace(take, stretches=take.stretches[:kept])


def _lengthened(layout: Layout, frames: int) -> Layout:
    """A layout with its end, and what belongs to that, n frames later."""
    cues = tuple(
        replace(cue, onset=cue.onset + frames) if cue.role in (Role.TIME, Role.COUNTDOWN) else cue
        for cue in layout.cues
    )
    return Layout(length=layout.length + frames, cues=cues)


def _going_on(take: Take, at: int, now: Present) -> Take:
    """The same with another present, paused or not."""
    return replace(take, paused=now) if take.paused else rebuilt(take, at, now)


def _before_what_is_said(take: Take, at: int) -> Present:
    """A present that begins again with the phrase under way, but for work."""
    now = present(take, at)
    if isinstance(take.phases[now.index], Work) or any(a <= at < b for a, b in take.rooms()):
        return now
    for number, cue in enumerate(now.playing.layout.cues[: now.playing.begun]):
        # what began at another pace may have its place later now: nobody goes back to that
        if cue.spoken and cue.onset <= now.playing.offset < cue.end:
            return _gone_back(now, number)
    return now


def _gone_back(now: Present, number: int) -> Present:
    """The same at the onset of a cue that has begun already."""
    layout = now.playing.layout
    onset = layout.cues[number].onset
    since = now.since - (now.playing.offset - onset)
    return replace(now, playing=Playing(layout, onset, number), since=since)
