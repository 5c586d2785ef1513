"""What is planned for the next seconds of a performance, as far as music has to know it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from earcoach.audio.music.ducking import Span, speech_spans
from earcoach.plan.phases import Work
from earcoach.session.repacing import Playing
from earcoach.timeline.cues import Layout
from earcoach.timeline.layout import PhaseScheduler


@dataclass(frozen=True, slots=True)
class Upcoming:
    """From frame `at` of a performance on: where speech is, and the end if it is near.

    `playing` tells that the session is not paused.
    """

    at: int
    spans: tuple[Span, ...]
    end: int | None
    playing: bool


def upcoming(
    coming: Iterable[Playing], spoken: Iterable[Span], *, at: int, until: int, playing: bool
) -> Upcoming:
    """What is planned between two frames, when the first of what is coming is under way.

    `spoken` is the speech that began before.
    """
    spans, end = [*spoken], at
    for one in coming:
        spans += speech_spans(one.layout, end - one.offset)
        end += one.left
        if end >= until:
            return Upcoming(at, tuple(spans), None, playing)
    return Upcoming(at, tuple(spans), end, playing)


def layouts_after(
    scheduler: PhaseScheduler, index: int, *, since_interval: int
) -> Iterator[Layout]:
    """The phases after one, laid out as they will be if nothing changes.

    `since_interval` is the time since an EMOM's interval began, at the end of that one.
    """
    phases = scheduler.plan.phases
    for number in range(index + 1, len(phases)):
        phase = phases[number]
        if isinstance(phase, Work) and phase.opens_set:
            since_interval = 0
        layout = scheduler.lay_out(phase, since_interval=since_interval)
        yield layout
        since_interval += layout.length
