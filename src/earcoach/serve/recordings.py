"""Recordings: the sound of a session from a place on, which all who hear it share.

A piece is made when the listener who is furthest has heard what there is, and nothing is made for
nobody.
"""

import asyncio
from collections.abc import AsyncIterator, Callable, Iterator
from itertools import islice

from earcoach.serve.queue import FairQueue
from earcoach.serve.sessions import Place, Session
from earcoach.serve.shelf import Shelf
from earcoach.streaming import BITRATE_KBPS, FRAME_BYTES, Stream

MOST_BYTES = 256_000_000
"""Of sound that is kept: nine hours."""
FIRST_BLOCKS, BLOCKS = 2, 20
"""Half seconds that are made at once: few before the first is heard."""
BYTES_PER_S = BITRATE_KBPS * 125
AHEAD_S = 60.0
"""How far ahead of what can have been heard by now a listener gets sound."""
PART = 64_000
"""Bytes that are sent at once."""


class Recording:
    """A stream that is written down as far as somebody has heard it."""

    def __init__(self, open_stream: Callable[[], Stream]) -> None:
        """Make nothing yet."""
        self.data = bytearray()
        self.whole = False
        self._open = open_stream
        self._pieces: Iterator[bytes] | None = None
        self._more: asyncio.Task[None] | None = None

    async def more(self, queue: FairQueue, client: str) -> None:
        """Make another piece, or wait for the one that is being made for somebody else."""
        if self._more is None or self._more.done():
            self._more = asyncio.create_task(self._make(queue, client))
        await asyncio.shield(self._more)

    async def _make(self, queue: FairQueue, client: str) -> None:
        count = BLOCKS if self.data else FIRST_BLOCKS
        made = await queue.run(client, lambda: self._next(count))
        if made is None:
            self.whole = True
        else:
            self.data += made

    def _next(self, count: int) -> bytes | None:
        if self._pieces is None:
            self._pieces = self._open().mp3()
        made = list(islice(self._pieces, count))
        return b"".join(made) if made else None


class Recordings:
    """All recordings that are kept, by session and place."""

    def __init__(self, queue: FairQueue) -> None:
        """Begin with none."""
        self._queue = queue
        self._kept = Shelf[Recording](most=MOST_BYTES, weight=lambda r: len(r.data) + FRAME_BYTES)

    def recording(self, session: Session, at: Place) -> Recording:
        """The one of a place; it is begun when somebody hears it."""
        key = f"{session.id}/{at.index}/{at.offset}/{at.rest}"

        def opened() -> Stream:
            return Stream(session.opened(), at.index, at.offset, rest=at.rest)

        return self._kept.get(key) or self._kept.put(key, Recording(opened))

    async def heard(
        self, recording: Recording, client: str, *, start: int = 0, stop: int | None = None
    ) -> AsyncIterator[bytes]:
        """The bytes of a recording, not much faster than they can be heard."""
        at, began = start, asyncio.get_running_loop().time()
        while stop is None or at < stop:
            while len(recording.data) <= at and not recording.whole:
                await recording.more(self._queue, client)
            part = bytes(recording.data[at : min(at + PART, stop or at + PART)])
            if not part:
                return
            at += len(part)
            yield part
            passed_s = asyncio.get_running_loop().time() - began
            ahead_s = (at - start) / BYTES_PER_S - passed_s
            if ahead_s > AHEAD_S:
                await asyncio.sleep(ahead_s - AHEAD_S)
