"""The stretches of a take: each of a phase, of a 3-2-1, or of time standing still. They tile it."""

import sys
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from itertools import islice

from earcoach.timeline.cues import Cue, PlacedPhase
from earcoach.timeline.repacing import Playing

FOREVER = sys.maxsize
"""The end of what only the athlete ends."""
UNKNOWN = FOREVER // 2
"""The length of a phase that waits for its words."""
Span = tuple[int, int]
"""A stretch of frames, half open: its first, and the first after it."""


class StretchPart(Enum):
    """What a stretch is of its phase."""

    PHASE = "phase"
    """A part of the phase itself."""
    LEAD = "lead"
    """A 3-2-1 before it goes on."""
    STILL = "still"
    """Time stands still: in a pause, or while the coach answers."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """A stretch of a take; stretches tile it."""

    index: int
    """The number of its phase in the plan."""
    part: StretchPart
    """What it is of the phase."""
    onset: int
    """Where it begins, in frames of the take."""
    end: int
    """The first frame after it."""
    playing: Playing
    """What is played in it, as it stands at its onset."""
    since: int
    """Frames since an EMOM's interval began, at its onset."""
    heard: PlacedPhase
    """What of it is heard, and how."""
    opens: bool = False
    """Whether the phase begins with it."""
    done_before: bool = False
    """Whether the phase before was done to its end."""

    def at(self, frame: int) -> Playing:
        """What is played in it, as it stands at a frame."""
        gone = 0 if self.part is StretchPart.STILL else max(0, frame - self.onset)
        return self.playing.after(gone)

    def begins(self, start: int, stop: int) -> Iterator[tuple[int, Cue]]:
        """The cues that begin between two frames, as they were laid out, and where they do so."""
        if self.part is StretchPart.STILL or start >= self.end:
            return
        origin, stop = self.onset - self.playing.offset, min(stop, self.end)
        cues, first = self.playing.layout.cues, self.playing.begun
        if start > self.onset:  # asked for every block: what has begun is not looked at again
            first = bisect_left(cues, start - origin, first, key=lambda cue: cue.onset)
        for cue in islice(cues, first, None):
            at = max(self.onset, origin + cue.onset)
            if at >= stop:
                return
            yield at, cue


@dataclass(frozen=True, slots=True, kw_only=True)
class Aside:
    """Something that is heard beside the session: an answer, or the tone that acknowledges it."""

    cue: Cue
    """What is heard; its onset counts frames of the take."""
    room: Span | None = None
    """For an answer: when nothing else is said."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Present:
    """How a take stands at a frame, and goes on from there."""

    index: int
    """The phase under way."""
    playing: Playing
    """How far it is."""
    since: int
    """Frames since an EMOM's interval began."""
    lead: Playing | None = None
    """A 3-2-1 that comes first."""
    opens: bool = False
    """Whether the phase begins now."""
    done_before: bool = False
    """Whether the phase before was done to its end."""
