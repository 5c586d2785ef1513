"""What is planned for the next seconds of a performance, as far as music has to know it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from earcoach.plan.phases import Kind
from earcoach.session.relay import Playing
from earcoach.timeline.cues import Layout
from earcoach.timeline.ducking import Span, speech_spans
from earcoach.timeline.layout import Layouter


@dataclass(frozen=True, slots=True)
class Outlook:
    """From frame `at` of a performance on: where speech is, and the end if it is near.

    `playing` tells that the session is not paused.
    """

    at: int
    spans: tuple[Span, ...]
    end: int | None
    playing: bool


def outlook(
    coming: Iterable[Playing], spoken: Iterable[Span], *, at: int, until: int, playing: bool
) -> Outlook:
    """What is planned between two frames, when the first of what is coming is under way.

    `spoken` is the speech that began before.
    """
    spans, end = [*spoken], at
    for one in coming:
        spans += speech_spans(one.layout, end - one.offset)
        end += one.left
        if end >= until:
            return Outlook(at, tuple(spans), None, playing)
    return Outlook(at, tuple(spans), end, playing)


def layouts_behind(layouter: Layouter, index: int, *, since_interval: int) -> Iterator[Layout]:
    """The phases behind one, laid out as they will be if nothing changes.

    `since_interval` is the time since an EMOM's interval began, at the end of that one.
    """
    phases = layouter.plan.phases
    for number in range(index + 1, len(phases)):
        phase = phases[number]
        if phase.kind is Kind.WORK and not phase.second_side:
            since_interval = 0
        layout = layouter.lay(phase, since_interval=since_interval)
        yield layout
        since_interval += layout.length
