"""Recordings: the sound of a session from a place on, which all who hear it share.

A piece is made when the listener who is furthest has heard what there is, and nothing is made for
nobody.
"""

import asyncio
from collections.abc import AsyncIterator, Callable, Iterator
from dataclasses import asdict, dataclass
from itertools import islice

from earcoach.serve.queue import FairQueue
from earcoach.serve.sessions import Session
from earcoach.serve.shelf import Shelf
from earcoach.streaming import Stream

MOST_BYTES = 256_000_000
"""Of sound that is kept: nine hours."""
UNMADE = 4096
"""What a recording weighs of which there is no sound yet."""
FIRST_BLOCKS, BLOCKS = 2, 20
"""Half seconds that are made at once: few before the first is heard."""
AHEAD_S = 60.0
"""How far ahead of what can have been heard by now a listener gets sound."""
PART = 64_000
"""Bytes that are sent at once."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StreamStart:
    """Where a stream begins, and what has been asked for on the way there: see `Stream`."""

    phase: int
    """The number of the phase that it begins with, from 0."""
    start_s: float = 0.0
    """Seconds since that phase began."""
    counted_in: bool = False
    """Whether a 3-2-1 is heard before."""
    pace: str | None = None
    """The pace that it begins at, as a factor; None for the session's own."""
    commands: tuple[str, ...] = ()
    """What the athlete asked for, each with its second: `more@5.2`."""
    music_s: float = 0.0
    """Seconds of the music that are over."""


class Recording:
    """A stream that is written down as far as somebody has heard it."""

    def __init__(self, open_stream: Callable[[], Stream]) -> None:
        self.data = bytearray()
        self.whole = False
        self._open = open_stream
        self._stream: Stream | None = None
        self._opening: asyncio.Task[Stream] | None = None
        self._pieces: Iterator[bytes] | None = None
        self._more: asyncio.Task[None] | None = None

    async def stream(self, queue: FairQueue, client: str) -> Stream:
        """What is recorded; all who ask wait for the same. Raises EarcoachError for what cannot
        be."""
        if self._stream is None:
            if self._opening is None or self._opening.done():
                self._opening = asyncio.create_task(queue.run(client, self._open))
            self._stream = await asyncio.shield(self._opening)
        return self._stream

    async def more(self, queue: FairQueue, client: str) -> None:
        """Make another piece, or wait for the one that is being made for somebody else."""
        if self._more is None or self._more.done():
            self._more = asyncio.create_task(self._make(queue, client))
        await asyncio.shield(self._more)

    async def _make(self, queue: FairQueue, client: str) -> None:
        if self._pieces is None:
            self._pieces = (await self.stream(queue, client)).mp3()
        pieces, count = self._pieces, BLOCKS if self.data else FIRST_BLOCKS
        made = await queue.run(client, lambda: [*islice(pieces, count)])
        self.whole = not made
        self.data += b"".join(made)


class Recordings:
    """All recordings that are kept, by session and place."""

    def __init__(self, queue: FairQueue) -> None:
        self._queue = queue
        self._kept = Shelf[Recording](most=MOST_BYTES, weight=lambda r: len(r.data) + UNMADE)

    async def recording(
        self, session: Session, at: StreamStart, client: str
    ) -> tuple[Recording, Stream]:
        """The one of a place, and what is recorded; it is begun when somebody hears it."""
        key = f"{session.id} {at}"

        def opened() -> Stream:
            return Stream(session.opened(), **asdict(at))

        kept = self._kept.get(key, owner=client)
        kept = kept or self._kept.put(key, Recording(opened), owner=client)
        return kept, await kept.stream(self._queue, client)

    async def heard(
        self, recording: Recording, client: str, *, start: int = 0, stop: int | None = None
    ) -> AsyncIterator[bytes]:
        """The bytes of a recording, not much faster than they can be heard."""
        at, began = start, asyncio.get_running_loop().time()
        per_s = (await recording.stream(self._queue, client)).bytes_per_s
        while stop is None or at < stop:
            while len(recording.data) <= at and not recording.whole:
                await recording.more(self._queue, client)
            part = bytes(recording.data[at : min(at + PART, stop or at + PART)])
            if not part:
                return
            at += len(part)
            yield part
            passed_s = asyncio.get_running_loop().time() - began
            ahead_s = (at - start) / per_s - passed_s
            if ahead_s > AHEAD_S:
                await asyncio.sleep(ahead_s - AHEAD_S)
