"""The mixer: adds the clips of what is heard into blocks of sound. It has no memory."""

import sys
from bisect import bisect_left
from collections.abc import Iterator
from typing import Generic, Protocol, TypeVar

import numpy as np

from earcoach.audio.clip import Samples
from earcoach.timeline.cues import Content, Cue, PlacedPhase
from earcoach.timeline.heard import Heard
from earcoach.units import STEREO


class Clips(Protocol):
    """Who has the sound of what is heard."""

    def clip(self, what: Content) -> "HasSamples":
        """A phrase or a tone."""


class HasSamples(Protocol):
    """A piece of sound."""

    @property
    def samples(self) -> Samples:
        """Its samples."""


class Bed(Protocol):
    """Music under a voice."""

    def under(self, voice: Samples, heard: Heard, start: int) -> Samples:
        """A block of the voice from a frame on, with music: shape (frames, 2)."""


T = TypeVar("T", bound=Heard)


class Mixer(Generic[T]):
    """Renders any stretch of a session; the same frames give the same bits, however cut."""

    def __init__(self, timeline: T, sounds: Clips, *, music: Bed | None = None) -> None:
        """Mix what is heard in a timeline or a take, with music under it if there is any."""
        self.timeline = timeline
        self.channels = 1 if music is None else STEREO
        self._sounds, self._music = sounds, music

    def render(self, start: int, frames: int) -> Samples:
        """The sound from frame `start` on, silent after the end.

        A block of shape (frames,), or (frames, 2) where there is music.
        """
        voice = self._voice(start, frames)
        return voice if self._music is None else self._music.under(voice, self.timeline, start)

    def _voice(self, start: int, frames: int) -> Samples:
        block = np.zeros(frames, dtype=np.float32)
        for placed in self.timeline.over(start, start + frames):
            for cue in _sounding(placed, start, start + frames):
                add(block, self._samples(cue), placed.onset + cue.onset - start)
        return block

    def blocks(self, frames: int, *, start: int = 0, stop: int = sys.maxsize) -> Iterator[Samples]:
        """The session from `start` to `stop`, or to its end, in blocks; the last may be shorter."""
        while length := self.timeline.frames_within(start, min(frames, stop - start)):
            yield self.render(start, length)
            start += length

    def _samples(self, cue: Cue) -> Samples:
        """The samples of a cue; they fade where it is broken off."""
        samples = self._sounds.clip(cue.what).samples
        if not cue.fade:
            return samples
        kept = np.zeros(cue.length, dtype=np.float32)
        add(kept, samples, 0)
        kept[-cue.fade :] *= np.cos(np.linspace(0, np.pi / 2, cue.fade, dtype=np.float32)) ** 2
        return kept


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
