"""The record of a session: its events become entries of the journal and rows of the history."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from fractions import Fraction

from earcoach.log.entries import SessionStart, SetRecord, set_record, start_of_set
from earcoach.log.history import Change, History
from earcoach.log.journal import Journal
from earcoach.plan.phases import Plan, Work
from earcoach.session.events import (
    CueBegan,
    DeviceBack,
    DeviceLost,
    Ended,
    Ending,
    Event,
    PaceChanged,
    Paused,
    PhaseBegan,
    Resumed,
)

LONGEST_SILENCE = timedelta(hours=1)
"""No two events of a session are further apart; a clock that was set is not time trained."""


@dataclass
class _Pending:
    """What the history has not been told yet."""

    trained: timedelta = timedelta()
    work: list[SetRecord] = field(default_factory=list)


class Recorder:
    """A listener that keeps the place, and what was done and skipped.

    A set counts as done when its work came to its end. `now` gives the local time with its offset.
    """

    def __init__(
        self,
        start: SessionStart,
        plan: Plan,
        *,
        pace: Fraction,
        journal: Journal,
        history: History,
        now: Callable[[], datetime],
    ) -> None:
        """Begin the journal."""
        self._start, self._phases, self._pace = start, plan.phases, pace
        self._journal, self._history, self._now = journal, history, now
        self._index: int | None = None
        self._paused = self._lost = False
        self._heard_until = now()
        self._pending = _Pending()
        journal.begin(start, pace)

    def __call__(self, event: Event) -> None:
        """Keep what an event tells."""
        at = self._now()
        match event:
            case PhaseBegan():
                self._trained_until(at)
                self._phase(event, at)
            case CueBegan():
                self._trained_until(at)
                self._paused = self._lost = False  # nothing begins while nothing is heard
            case Paused():
                self._trained_until(at)
                self._paused = True
                self._journal.paused(at)
            case Resumed():
                self._trained_until(at)
                self._paused = False
            case PaceChanged(pace):
                self._pace = pace
                self._journal.pace(pace, at)
            case DeviceLost():
                self._heard_until = at  # what came last may not have been heard: it comes again
                self._lost = True
            case DeviceBack():
                self._trained_until(at)
                self._lost = False
            case Ended(ending):
                self._trained_until(at)
                self._journal.ended(ending, at)
                self._tell(ending)

    def _trained_until(self, at: datetime) -> None:
        if not self._paused and not self._lost:
            gap = at - self._heard_until
            self._pending.trained += min(max(gap, timedelta()), LONGEST_SILENCE)
        self._heard_until = at

    def _phase(self, event: PhaseBegan, at: datetime) -> None:
        last, self._index = self._index, event.index
        if last is not None:
            self._passed(last, event, at)
        self._journal.place(event.index, start_of_set(self._phases, event.index), at)
        if any(record.done for record in self._pending.work):
            self._tell(None)

    def _passed(self, last: int, event: PhaseBegan, at: datetime) -> None:
        """Keep what became of the work from the last phase to this one."""
        for index in range(last, event.index):
            phase = self._phases[index]
            if isinstance(phase, Work):
                done = event.before_done and index == last
                record = set_record(phase.bout, done=done, at=at)
                self._journal.work(record)
                self._pending.work.append(record)

    def _tell(self, ending: Ending | None) -> None:
        pending = self._pending
        trained_s = pending.trained.total_seconds()
        change = Change(trained_s, self._pace, ending, tuple(pending.work))
        if self._history.add(self._start, change):
            self._pending = _Pending()
