"""The mixer: adds the clips of a timeline into blocks of sound. It has no memory."""

import sys
from bisect import bisect_left
from collections.abc import Iterator
from typing import TYPE_CHECKING

import numpy as np

from earcoach.audio.clip import Samples
from earcoach.audio.music import ducking
from earcoach.audio.music.backing import backed, gains_of, in_the_middle
from earcoach.audio.music.selection import STEREO
from earcoach.audio.sounds import Sounds
from earcoach.timeline.cues import Cue, PlacedPhase
from earcoach.timeline.schedule import Timeline

if TYPE_CHECKING:  # most sessions have none
    from earcoach.audio.music.playlist import Music


class Mixer:
    """Renders any stretch of a session; the same frames give the same bits, however cut."""

    def __init__(
        self,
        timeline: Timeline,
        sounds: Sounds,
        *,
        music: "Music | None" = None,
    ) -> None:
        """Mix what is heard in a timeline, with music under it if there is any."""
        self.timeline = timeline
        self.channels = 1 if music is None else STEREO
        self._sounds, self._music = sounds, music

    def render(self, start: int, frames: int) -> Samples:
        """The sound from frame `start` on, silent after the end.

        A block of shape (frames,), or (frames, 2) where there is music.
        """
        voice = self._voice(start, frames)
        return voice if self._music is None else self._with_music(voice, self._music, start)

    def _with_music(self, voice: Samples, music: "Music", start: int) -> Samples:
        stop = start + len(voice)
        known = self.timeline.frames_within(start, len(voice) + ducking.WHOLE)
        end = start + known if start + known < stop + ducking.WHOLE else None
        fade = ducking.fade_envelope(start, len(voice), end=end)
        if not fade.any():
            return in_the_middle(voice)
        spans = [
            span
            for placed in self.timeline.over(start - ducking.HOLD, stop + ducking.HOLD)
            for span in ducking.speech_spans(placed.layout, placed.onset)
        ]
        gains = gains_of(ducking.duck_envelope(spans, start, len(voice)), fade)
        return backed(voice, music.samples(start, len(voice)), gains)

    def _voice(self, start: int, frames: int) -> Samples:
        block = np.zeros(frames, dtype=np.float32)
        for placed in self.timeline.over(start, start + frames):
            for cue in _sounding(placed, start, start + frames):
                add(block, self._sounds.clip(cue.what).samples, placed.onset + cue.onset - start)
        return block

    def blocks(self, frames: int, *, start: int = 0, stop: int = sys.maxsize) -> Iterator[Samples]:
        """The session from `start` to `stop`, or to its end, in blocks; the last may be shorter."""
        while length := self.timeline.frames_within(start, min(frames, stop - start)):
            yield self.render(start, length)
            start += length


def _sounding(placed: PlacedPhase, start: int, stop: int) -> Iterator[Cue]:
    """The cues of a phase that sound between two frames of the session."""
    cues = placed.layout.cues
    for cue in cues[: bisect_left(cues, stop - placed.onset, key=lambda c: c.onset)]:
        if placed.onset + cue.end > start:
            yield cue


def add(block: Samples, samples: Samples, at: int) -> None:
    """Add samples to a block at a frame that may lie before it; what sticks out is left off."""
    first, last = max(0, at), min(len(block), at + len(samples))
    if first < last:
        block[first:last] += samples[first - at : last - at]
