"""A thread in which a listener is told what happens, so that a slow disk never holds up sound."""

import queue
import threading
from collections.abc import Callable

from earcoach.session.events import Event

PATIENCE_S = 10.0
"""How long the end of a session waits for what is still to be written."""


class EventThread:
    """Passes events on, in order, in a thread of its own; `close` waits for the last."""

    def __init__(self, listener: Callable[[Event], None]) -> None:
        """Begin to wait for events."""
        self._listener = listener
        self._events: queue.SimpleQueue[Event | None] = queue.SimpleQueue()
        self._thread = threading.Thread(target=self._run, name="record", daemon=True)
        self._thread.start()

    def __call__(self, event: Event) -> None:
        """Pass an event on, some time soon."""
        self._events.put(event)

    def close(self) -> None:
        """Wait until all events were passed on, though not for ever."""
        self._events.put(None)
        self._thread.join(PATIENCE_S)

    def _run(self) -> None:
        while (event := self._events.get()) is not None:
            self._listener(event)
