"""A track: one music file in stereo at 48 kHz, decoded as a stream, heard from any frame.

It is always decoded from its start, in the same steps, so every frame has the same bits whenever
it is asked for. Chunks that were decoded are kept for a while; to go back further, decoding starts
again.
"""

from collections import OrderedDict
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np

from earcoach.audio.clip import Samples
from earcoach.audio.music.level import CEILING_DB
from earcoach.audio.music.sources import MusicFile, Unreadable, open_source
from earcoach.audio.music.stereo import SILENCE, at_48_khz, in_pieces
from earcoach.units import SAMPLE_RATE_HZ, gain_of_db, seconds_of_frames

CHUNK = SAMPLE_RATE_HZ
KEPT_CHUNKS = 8
_CEILING = np.float32(gain_of_db(CEILING_DB))


class Track:
    """A music file at a gain."""

    def __init__(self, path: Path, gain: float, on_damage: Callable[[float], None]) -> None:
        """Begin to read it; `on_damage` is told the second from which on it cannot be read.

        Raises Unreadable when there is nothing in it.
        """
        self._path, self._gain, self._on_damage = path, np.float32(gain), on_damage
        self._chunks: OrderedDict[int, Samples] = OrderedDict()
        self._next, self._stream = 0, self._from_start()
        self._length: int | None = None
        if self.length_within(1) == 0:
            raise Unreadable("it is damaged, or empty")

    def length_within(self, frames: int) -> int | None:
        """Its length in frames if it is at most `frames`, else None."""
        self._decode_through(frames // CHUNK)  # the first that ends after them
        return None if self._length is None or self._length > frames else self._length

    def samples(self, start: int, frames: int) -> Samples:
        """Its frames from `start` on, shape (frames, 2); fewer at its end."""
        stop = start + frames
        parts = [
            self._chunk(number)[max(0, start - number * CHUNK) : stop - number * CHUNK]
            for number in range(start // CHUNK, -(-stop // CHUNK))
        ]
        return np.concatenate([SILENCE, *parts])

    def _chunk(self, number: int) -> Samples:
        """A second of it, or what it has of that."""
        if number not in self._chunks and number < self._next:  # it is not kept any more
            self._next, self._stream = 0, self._from_start()
        self._decode_through(number)
        return self._chunks.get(number, SILENCE)

    def _decode_through(self, number: int) -> None:
        while self._next <= number and (self._length is None or self._next * CHUNK < self._length):
            self._decode_next()

    def _decode_next(self) -> None:
        chunk = next(self._stream, SILENCE)
        self._chunks[self._next] = chunk
        if len(chunk) < CHUNK:
            self._length = self._next * CHUNK + len(chunk)
        self._next += 1
        while len(self._chunks) > KEPT_CHUNKS:
            self._chunks.popitem(last=False)

    def _from_start(self) -> Iterator[Samples]:
        self._chunks.clear()
        source = open_source(self._path)
        return map(self._levelled, in_pieces(self._until_damage(source), CHUNK))

    def _levelled(self, chunk: Samples) -> Samples:
        return np.asarray(np.clip(chunk * self._gain, -_CEILING, _CEILING))

    def _until_damage(self, source: MusicFile) -> Iterator[Samples]:
        """What can be read; what cannot is the end."""
        frames = 0
        try:
            for block in at_48_khz(source.blocks, source.rate_hz):
                frames += len(block)
                yield block
        except Unreadable:
            if frames and self._length is None:  # told once, and not when it is read again
                self._on_damage(seconds_of_frames(frames))
