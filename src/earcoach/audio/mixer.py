"""The mixer: adds the clips of a timeline into blocks of sound. It has no memory."""

from bisect import bisect_left
from collections.abc import Callable, Iterator

import numpy as np

from earcoach.audio.clip import Clip, Samples
from earcoach.timeline.cues import Cue, LaidPhase
from earcoach.timeline.schedule import Timeline


class Mixer:
    """Renders any stretch of a session; the same frames give the same bits, however cut."""

    channels = 1

    def __init__(
        self, timeline: Timeline, speak: Callable[[str], Clip], tone: Callable[[str], Clip]
    ) -> None:
        """Take speech from `speak(text)` and sounds from `tone(name)`."""
        self.timeline = timeline
        self._speak, self._tone = speak, tone

    def render(self, start: int, frames: int) -> Samples:
        """The sound from frame `start` on: a block of shape (frames,), silent behind the end."""
        block = np.zeros(frames, dtype=np.float32)
        for laid in self.timeline.over(start, start + frames):
            for cue in _sounding(laid, start, start + frames):
                add(block, self._clip(cue).samples, laid.onset + cue.onset - start)
        return block

    def blocks(self, frames: int, *, start: int = 0) -> Iterator[Samples]:
        """The session from `start` to its end in blocks; the last may be shorter."""
        while length := self.timeline.frames_within(start, frames):
            yield self.render(start, length)
            start += length

    def _clip(self, cue: Cue) -> Clip:
        return self._tone(cue.sound or "") if cue.text is None else self._speak(cue.text)


def _sounding(laid: LaidPhase, start: int, stop: int) -> Iterator[Cue]:
    """The cues of a phase that sound between two frames of the session."""
    cues = laid.layout.cues
    for cue in cues[: bisect_left(cues, stop - laid.onset, key=lambda c: c.onset)]:
        if laid.onset + cue.end > start:
            yield cue


def add(block: Samples, samples: Samples, at: int) -> None:
    """Add samples to a block at a frame that may lie before it; what sticks out is left off."""
    first, last = max(0, at), min(len(block), at + len(samples))
    if first < last:
        block[first:last] += samples[first - at : last - at]
