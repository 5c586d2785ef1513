"""The queue: so much work at once, and each client in its turn, however much one asks for."""

import asyncio
import threading
from collections import Counter, OrderedDict, deque
from collections.abc import Callable
from contextlib import suppress
from typing import Any, TypeVar

from earcoach.serve.answers import Refused

T = TypeVar("T")
MOST_WAITING = 32
"""Pieces of work of one client that may wait."""


class FairQueue:
    """Runs pieces of work in threads, at most `at_once` of them, one client after another.

    One client's never take all threads: however long they last, there is one for another's.
    """

    def __init__(self, *, at_once: int, name: str) -> None:
        self._free, self._name, self._of_one = at_once, name, max(1, at_once - 1)
        self._running: Counter[str] = Counter()
        self._waiting: OrderedDict[str, deque[tuple[Callable[[], Any], asyncio.Future[Any]]]]
        self._waiting = OrderedDict()

    async def run(self, client: str, work: Callable[[], T]) -> T:
        """Do a piece of work when it is this client's turn. Raises Refused when too much waits."""
        waiting = self._waiting.setdefault(client, deque())
        if len(waiting) >= MOST_WAITING:
            raise Refused(503, "too much is asked for at once", "wait a moment, and try again")
        future: asyncio.Future[T] = asyncio.get_running_loop().create_future()
        waiting.append((work, future))
        self._start()
        return await future

    def _start(self) -> None:
        while self._free and (client := self._next_client()) is not None:
            waiting = self._waiting.pop(client)
            work, future = waiting.popleft()
            if waiting:
                self._waiting[client] = waiting  # at the end of the line
            if not future.cancelled():  # else whoever asked has gone, and nobody needs it
                self._free -= 1
                self._running[client] += 1
                self._in_a_thread(client, work, future)

    def _next_client(self) -> str | None:
        return next((c for c in self._waiting if self._running[c] < self._of_one), None)

    def _in_a_thread(
        self, client: str, work: Callable[[], Any], future: asyncio.Future[Any]
    ) -> None:
        """A thread that the program does not wait for when it ends, unlike those of a pool."""
        loop = asyncio.get_running_loop()

        def worked() -> None:
            result, error = None, None
            try:
                result = work()
            except BaseException as raised:  # told to whoever waits for it
                error = raised
            with suppress(RuntimeError):  # the loop has ended
                loop.call_soon_threadsafe(self._done, client, future, result, error)

        threading.Thread(target=worked, name=self._name, daemon=True).start()

    def _done(
        self,
        client: str,
        future: asyncio.Future[Any],
        result: object,
        error: BaseException | None,
    ) -> None:
        self._free += 1
        self._running -= Counter([client])  # and nothing is kept of who has nothing running
        if not future.cancelled():
            if error is not None:
                future.set_exception(error)
            else:
                future.set_result(result)
        self._start()
