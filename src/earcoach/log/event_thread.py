"""A thread in which a listener is told what happens, so that a slow disk never holds up sound."""

import queue
import threading
from collections.abc import Callable

from earcoach.session.events import Event

PATIENCE_S = 2.0
"""How long the end of a session waits for what is still to be written."""


class EventThread:
    """Passes events on, in order, in a thread of its own; `close` waits for the last."""

    def __init__(
        self, listener: Callable[[Event], None], *, at_rest: Callable[[], None] = lambda: None
    ) -> None:
        """Begin to wait for events; `at_rest` is called whenever all were passed on."""
        self._listener, self._at_rest = listener, at_rest
        self._events: queue.SimpleQueue[Event | None] = queue.SimpleQueue()
        self._thread = threading.Thread(target=self._run, name="record", daemon=True)
        self._thread.start()

    def __call__(self, event: Event) -> None:
        """Pass an event on, some time soon."""
        self._events.put(event)

    def close(self) -> None:
        """Wait until all events were passed on, though not forever."""
        self._events.put(None)
        self._thread.join(PATIENCE_S)

    def _run(self) -> None:
        self._at_rest()
        while (event := self._events.get()) is not None:
            self._listener(event)
            if self._events.empty():
                self._at_rest()
        self._at_rest()
