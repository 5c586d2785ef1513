"""The record of a session: what its events add up to, kept in the store."""

from collections.abc import Callable
from datetime import datetime, timedelta
from fractions import Fraction

from earcoach.log.entries import SessionProgress, SessionStart, SetRecord, set_record, start_of_set
from earcoach.log.store import Store
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
        store: Store,
        now: Callable[[], datetime],
        first: int = 0,
    ) -> None:
        """Know nothing yet but where the session begins: at the phase `first`."""
        self._start, self._phases, self._pace = start, plan.phases, pace
        self._keeper, self._now = store.keeping(start), now
        self._index: int | None = None
        self._resume_at = first
        self._paused = self._lost = False
        self._heard_until = self._seen_at = now()
        self._trained = timedelta(seconds=start.trained_s)
        self._work: list[SetRecord] = []
        self._ending: Ending | None = None
        self._began, self._is_new = False, True

    def __call__(self, event: Event) -> None:
        """Take in what an event tells."""
        at = self._now()
        match event:
            case PhaseBegan():
                self._trained_until(at)
                self._phase(event, at)
            case CueBegan():
                self._trained_until(at)
                self._paused = self._lost = False  # nothing begins while nothing is heard
                return
            case Paused():
                self._trained_until(at)
                self._paused = True
            case Resumed():
                self._trained_until(at)
                self._paused = False
            case PaceChanged(pace):
                self._pace = pace
            case DeviceLost():
                self._heard_until = at  # what came last may not have been heard: it comes again
                self._lost = True
            case DeviceBack():
                self._trained_until(at)
                self._lost = False
            case Ended(ending):
                self._trained_until(at)
                self._ending = ending
        self._seen_at, self._is_new = at, True

    def keep(self) -> None:
        """Keep what is new, on the disk: that may take a while."""
        if not self._began:
            self._began = True
            self._keeper.begin()
        if self._is_new:
            self._is_new = False
            self._keeper.keep(self._progress(), tuple(self._work))
        if self._ending is not None:
            self.close()

    def close(self) -> None:
        """Let the session be resumed by whoever wants to."""
        self._keeper.end()

    def _progress(self) -> SessionProgress:
        return SessionProgress(
            trained_s=self._trained.total_seconds(),
            pace=self._pace,
            resume_at=self._resume_at,
            seen_at=self._seen_at,
            ending=self._ending,
        )

    def _trained_until(self, at: datetime) -> None:
        if not self._paused and not self._lost:
            gap = at - self._heard_until
            self._trained += min(max(gap, timedelta()), LONGEST_SILENCE)
        self._heard_until = at

    def _phase(self, event: PhaseBegan, at: datetime) -> None:
        last, self._index = self._index, event.index
        if last is not None:
            self._passed(last, event, at)
        self._resume_at = start_of_set(self._phases, event.index)

    def _passed(self, last: int, event: PhaseBegan, at: datetime) -> None:
        """Keep what became of the work from the last phase to this one."""
        for index in range(last, event.index):
            phase = self._phases[index]
            if isinstance(phase, Work):
                done = event.before_done and index == last
                self._work.append(set_record(phase.bout, done=done, at=at))
