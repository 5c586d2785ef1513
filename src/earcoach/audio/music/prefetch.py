"""A thread that decodes music before it is due, so that whoever plays never waits for a file."""

import queue
import threading
from contextlib import suppress
from itertools import count
from typing import TYPE_CHECKING

import numpy as np

from earcoach.audio.clip import Samples
from earcoach.errors import EarcoachError
from earcoach.units import frames_of_ms

if TYPE_CHECKING:
    from earcoach.audio.music.playlist import Music

PIECE = frames_of_ms(500)
PIECES_AHEAD = 16
PATIENCE_S = 20.0
"""How long the beginning is waited for: a folder may be far away."""


class MusicPrefetch:
    """Music from its first frame on, some seconds ahead of who plays it."""

    def __init__(self, music: "Music") -> None:
        self._music = music
        self._pieces: queue.Queue[Samples | EarcoachError] = queue.Queue(PIECES_AHEAD)
        self._patience_s = PATIENCE_S
        self._kept = np.zeros((0, 2), dtype=np.float32)
        self._begin = 0
        self._closed = False
        self._thread = threading.Thread(target=self._run, name="music", daemon=True)
        self._thread.start()

    def at_hand(self, start: int, frames: int) -> Samples | None:
        """The next frames, if they are decoded; only the very first are waited for.

        `start` may not go back. Raises EarcoachError when nothing can be played at all.
        """
        while self._begin + len(self._kept) < start + frames:
            piece = self._next()
            if piece is None:
                return None
            self._kept = np.concatenate([self._kept[start - self._begin :], piece])
            self._begin = start
        first = start - self._begin
        return self._kept[first : first + frames]

    def close(self) -> None:
        """Decode no more."""
        self._closed = True
        with suppress(queue.Empty):
            while True:  # room for a piece that waits to be put
                self._pieces.get_nowait()
        self._thread.join()

    def _next(self) -> Samples | None:
        try:
            piece = self._pieces.get(timeout=self._patience_s)
        except queue.Empty:
            return None
        if isinstance(piece, EarcoachError):
            if self._patience_s:
                raise piece
            return None  # what was playing is gone, and the session goes on without
        self._patience_s = 0.0
        return piece

    def _run(self) -> None:
        try:
            for number in count():
                if self._closed:
                    return
                self._pieces.put(self._music.samples(number * PIECE, PIECE))
        except EarcoachError as error:
            self._pieces.put(error)
