"""How music makes way for speech: a pure function of when there is speech, counted in frames.

Both envelopes are whole numbers, one for each frame. The duck envelope is 0 under speech and OPEN
where there is none: it falls by FALL a frame before a word, and rises by one a frame after it. The
fade envelope is 0 where there is no music at all, and WHOLE where there is all of it.
"""

from collections.abc import Iterable, Iterator, Sequence

import numpy as np
import numpy.typing as npt

from earcoach.timeline.cues import Cue, Layout, Role
from earcoach.timeline.heard import Heard
from earcoach.timeline.stretches import Span
from earcoach.units import frames_of_ms

Counts = npt.NDArray[np.int64]

LEAD = frames_of_ms(50)
"""How long before a word music is already down."""
TAIL = frames_of_ms(200)
"""How long after the last word it begins to rise."""
OPEN = frames_of_ms(1200)
FALL = 4
"""Down in 0.3 s, up in 1.2 s."""
MAKE_WAY = LEAD + OPEN // FALL
"""How long before a word music begins to fall."""
HOLD = frames_of_ms(2500)
"""In a shorter silence between words music stays down."""

WHOLE = frames_of_ms(4000)
"""The fade at the end of a session takes as many frames."""
FADE_IN = 2
"""Music comes twice as fast as it goes."""


def duck_of(heard: Heard, start: int, frames: int) -> Counts:
    """The duck envelope of a session in the frames from `start` on."""
    spans = (
        span
        for placed in heard.over(start - HOLD, start + frames + HOLD)
        for span in speech_spans(placed.layout, placed.onset)
    )
    return duck_envelope(spans, start, frames)


def fade_of(heard: Heard, start: int, frames: int) -> Counts:
    """The fade envelope of a session in the frames from `start` on."""
    known = heard.frames_within(start, frames + WHOLE)
    end = start + known if known < frames + WHOLE else None
    return fade_envelope(start, frames, end=end)


def speech_spans(layout: Layout, at: int) -> Iterator[Span]:
    """Where there is speech in a layout that begins at frame `at`; the counts of a set are one."""
    counts = [cue for cue in _spoken(layout) if cue.role is Role.COUNT]
    if counts:
        yield at + counts[0].onset, at + counts[-1].end
    for cue in _spoken(layout):
        if cue.role is not Role.COUNT:
            yield at + cue.onset, at + cue.end


def _spoken(layout: Layout) -> Iterator[Cue]:
    return (cue for cue in layout.cues if cue.spoken)


def duck_envelope(spans: Iterable[Span], start: int, frames: int) -> Counts:
    """The duck envelope of the frames from `start` on, when there is speech in the spans.

    All spans that lie within HOLD of these frames, before or after, have to be there.
    """
    at = np.arange(start, start + frames)
    found = np.full(frames, OPEN)
    for first, stop in _joined(sorted(spans)):
        if first - MAKE_WAY < start + frames and stop + TAIL + OPEN > start:
            np.minimum(found, np.maximum(FALL * (first - LEAD - at), at - stop - TAIL), out=found)
    return np.asarray(np.maximum(found, 0))


def _joined(spans: Sequence[Span]) -> list[Span]:
    """Spans by their first frames, with those that follow soon made one."""
    joined: list[Span] = []
    for first, stop in spans:
        if joined and first - joined[-1][1] < HOLD:
            joined[-1] = joined[-1][0], max(joined[-1][1], stop)
        else:
            joined.append((first, stop))
    return joined


def fade_envelope(start: int, frames: int, *, end: int | None) -> Counts:
    """The fade envelope of a session that begins with frame 0 and ends at `end`, once known."""
    at = np.arange(start, start + frames)
    left = np.full(frames, WHOLE) if end is None else end - at
    return np.asarray(np.clip(np.minimum(FADE_IN * (at + 1), left), 0, WHOLE))


def slewed(wanted: Counts, before: int, *, down: int, up: int) -> Counts:
    """What is wanted, as far as it can be reached from the count before at these steps a frame."""
    steps = np.arange(1, len(wanted) + 1)
    return np.asarray(np.clip(wanted, before - down * steps, before + up * steps))
