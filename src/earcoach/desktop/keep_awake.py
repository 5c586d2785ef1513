"""The display is kept awake while a session is heard, by wakepy, and let go afterwards."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress

from earcoach.session.events import CueBegan, Event

PATIENCE_S = 1.0
"""How long the end of a session waits for the display to be let go; the desktop also does that
automatically when a program is gone."""


@contextmanager
def kept_awake() -> Iterator[Callable[[Event], None]]:
    """Keeps the display and the computer awake from the first sound on; gives an `on_event`.

    It does so on its own thread, as the library takes its time to load, and quietly does nothing
    where the desktop has no way to be asked.
    """
    first_sound, over = threading.Event(), threading.Event()

    def on_event(event: Event) -> None:
        if isinstance(event, CueBegan):
            first_sound.set()

    thread = threading.Thread(target=_keep, args=(first_sound, over), name="awake", daemon=True)
    thread.start()
    try:
        yield on_event
    finally:
        over.set()
        first_sound.set()
        thread.join(PATIENCE_S)


def _keep(first_sound: threading.Event, over: threading.Event) -> None:
    first_sound.wait()
    if over.is_set():
        return
    from wakepy import keep

    # It ends with a RuntimeError when the desktop has gone meanwhile.
    with suppress(RuntimeError), keep.presenting(on_fail="pass"):
        over.wait()
