"""A mailbox: events on their way from the thread that plays to one that must not hold it up."""

import threading
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import suppress

from earcoach.session.events import CueBegan, Event


class Mailbox:
    """Where events lie until they are taken."""

    def __init__(self) -> None:
        self.first_sound = threading.Event()
        self.closed = False
        self._events: deque[Event] = deque()
        self._wake: Callable[[], object] | None = None

    def put(self, event: Event) -> None:
        """Put an event in, on any thread; never waits, never fails."""
        self._events.append(event)
        if isinstance(event, CueBegan):
            self.first_sound.set()
        self._ring()

    def close(self) -> None:
        """Nothing more will come."""
        self.closed = True
        self.first_sound.set()
        self._ring()

    def on_put(self, wake: Callable[[], object]) -> None:
        """Have this called, on the thread that puts, whenever there is something new."""
        self._wake = wake

    def take(self) -> Iterator[Event]:
        """All there is."""
        with suppress(IndexError):
            while True:
                yield self._events.popleft()

    def _ring(self) -> None:
        with suppress(RuntimeError):  # whoever listened has stopped
            if self._wake is not None:
                self._wake()
