"""A live session is recorded: its place, so that it can be resumed, and what was done."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from fractions import Fraction

from earcoach.log.entries import SessionStart
from earcoach.log.event_thread import EventThread
from earcoach.log.recorder import Recorder
from earcoach.log.store import open_store
from earcoach.plan.phases import Plan
from earcoach.session.events import Event


@contextmanager
def recorded(
    start: SessionStart,
    plan: Plan,
    *,
    pace: Fraction,
    first: int,
    notice: Callable[[str], None],
    now: Callable[[], datetime],
) -> Iterator[Callable[[Event], None]]:
    """Records a session of a plan that begins at the phase `first`; gives an `on_event`.

    It does so on its own thread, as disks are slow and sound does not wait. `notice` is told when
    something cannot be kept.
    """
    store = open_store(notice=notice)
    recorder = Recorder(start, plan, pace=pace, store=store, now=now, first=first)
    thread = EventThread(recorder, at_rest=recorder.keep)
    try:
        yield thread
    finally:
        thread.close()
