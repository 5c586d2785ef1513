"""Endless music: track after track, each faded into the next, and then from the first."""

from bisect import bisect_right
from collections import deque
from collections.abc import Callable
from functools import cache, lru_cache
from pathlib import Path

import numpy as np

from earcoach.audio.clip import Samples
from earcoach.audio.music import ducking
from earcoach.audio.music.backing import backed, gains_of, in_the_middle
from earcoach.audio.music.level import gain_to
from earcoach.audio.music.selection import Selection
from earcoach.audio.music.sources import Unreadable
from earcoach.audio.music.track import CHUNK, Track
from earcoach.errors import EarcoachError
from earcoach.timeline.heard import Heard
from earcoach.units import SPEECH_LUFS, format_clock, frames_of_ms

CROSSFADE = frames_of_ms(4000)
SHORTEST = frames_of_ms(1000)
OPEN_TRACKS = 3


class Music:
    """The music of a selection. The same frames have the same bits, in whatever order and pieces.

    It is decoded where it is asked for, on one thread at a time. `notice` is told which files are
    left out.
    """

    def __init__(
        self,
        selection: Selection,
        *,
        speech_lufs: float = SPEECH_LUFS,
        late: int = 0,
        notice: Callable[[str], None] = lambda line: None,
    ) -> None:
        """Open nothing yet. The selection's level is against the loudness of speech.

        Under a voice, `late` frames of the music are over at the voice's frame 0.
        """
        target_lufs = speech_lufs + selection.level_db
        self._late, self._notice = late, notice
        self._files = deque(selection.files)
        self._paths: list[Path] = []
        self._begins, self._fade_ins = [0], [0]
        self._gain = cache(lambda path: gain_to(path, target_lufs))
        self._track = lru_cache(maxsize=OPEN_TRACKS)(self._open)

    def samples(self, start: int, frames: int) -> Samples:
        """The music from frame `start` on, shape (frames, 2); silence before frame 0.

        Raises EarcoachError when no file can be played.
        """
        block = np.zeros((frames, 2), dtype=np.float32)
        for at in range(max(0, -start), frames, CHUNK):
            self._fill(block[at : at + CHUNK], start + at)
        return block

    def under(self, voice: Samples, heard: Heard, start: int) -> Samples:
        """A block of a voice, shape (frames,), with this music: shape (frames, 2)."""
        fade = ducking.fade_of(heard, start, len(voice))
        if not fade.any():
            return in_the_middle(voice)
        gains = gains_of(ducking.duck_of(heard, start, len(voice)), fade)
        return backed(voice, self.samples(start + self._late, len(voice)), gains)

    def _fill(self, block: Samples, start: int) -> None:
        """Add the tracks that sound in a block."""
        stop = start + len(block)
        self._find_begins(stop)
        number = bisect_right(self._begins, max(0, start - CROSSFADE)) - 1
        while number < len(self._begins) and self._begins[number] < stop:
            self._add(block, start, number)
            number += 1

    def _find_begins(self, stop: int) -> None:
        """Find where each track begins that does so before a frame."""
        while self._begins[-1] < stop:
            within = stop + CROSSFADE - self._begins[-1]
            length = self._track(len(self._begins) - 1).length_within(within)
            if length is None:
                return
            self._fade_ins.append(_overlap(length))
            self._begins.append(self._begins[-1] + length - _overlap(length))

    def _add(self, block: Samples, start: int, number: int) -> None:
        """Add what a track has to a block, faded in over the one before and out into the next."""
        at = max(0, self._begins[number] - start)
        offset = start + at - self._begins[number]
        track = self._track(number)
        sound = track.samples(offset, len(block) - at)
        sound = _with_fade(sound, -offset, _fade_in(self._fade_ins[number]))
        length = track.length_within(offset + len(block) + CROSSFADE)
        if length is not None:
            fade_out = _fade_in(_overlap(length))[::-1]
            sound = _with_fade(sound, length - len(fade_out) - offset, fade_out)
        block[at : at + len(sound)] += sound

    # -- files -------------------------------------------------------------------------------

    def _open(self, number: int) -> Track:
        if number < len(self._paths):
            path = self._paths[number]
            return Track(path, self._gain(path), lambda second: None)
        track = self._next_playable()
        self._paths.append(self._files[0])
        self._files.rotate(-1)
        return track

    def _next_playable(self) -> Track:
        """The first of the files that can be played; those before it are left out for good."""
        while self._files:
            path = self._files[0]
            try:
                return self._checked(path)
            except Unreadable as error:
                self._notice(f"music: {path.name} is left out: {error.message}")
                self._files.popleft()
        raise EarcoachError("no music can be played", cure="try another file or folder")

    def _checked(self, path: Path) -> Track:
        first = path not in self._paths
        track = Track(path, self._gain(path), self._damage_of(path) if first else _unsaid)
        if track.length_within(SHORTEST) is not None:
            raise Unreadable("it is shorter than a second")
        return track

    def _damage_of(self, path: Path) -> Callable[[float], None]:
        return lambda second: self._notice(
            f"music: {path.name} is damaged after {format_clock(second)};"
            " the rest of it is left out"
        )


def _unsaid(second: float) -> None:
    """What was told before is not told again."""


def _overlap(length: int) -> int:
    """How long a track of a length sounds together with the next."""
    return min(CROSSFADE, length // 2)


@lru_cache(maxsize=8)
def _fade_in(frames: int) -> Samples:
    """Gains from silence to all, at equal power with the same backwards."""
    gains = np.sin((np.arange(frames) + 0.5) * (np.pi / 2 / max(1, frames)))
    return np.asarray(gains, dtype=np.float32)


def _with_fade(sound: Samples, at: int, fade: Samples) -> Samples:
    """Sound with gains for the frames from `at` on, which may lie before or after it."""
    first, last = max(0, at), min(len(sound), at + len(fade))
    if first < last:
        sound = sound.copy()
        sound[first:last] *= fade[first - at : last - at, np.newaxis]
    return sound
