"""A session from a place on, as the commands of an athlete have made it: nothing has to be live."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from earcoach.plan.phases import Gap, Phase, Work
from earcoach.session.commands import Command
from earcoach.session.transport import obeyed
from earcoach.timeline.cues import PlacedPhase
from earcoach.timeline.layout import PhaseScheduler, since_interval
from earcoach.timeline.repacing import Playing
from earcoach.timeline.stretches import Present
from earcoach.timeline.take import (
    Take,
    extended,
    layout_of_phase,
    rebuilt,
    taken,
    without_the_past,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class GivenCommands:
    """Commands that were given at a frame, one after another."""

    at: int
    """The frame of the take."""
    commands: tuple[Command, ...]
    """What was asked for."""


def begun(scheduler: PhaseScheduler, index: int, *, counted_in: bool = False) -> Take:
    """A take that begins with a phase, after a 3-2-1 if `counted_in`."""
    take = taken(scheduler, how_done="waiting_page")
    since = _since(scheduler, index)
    now = Present(
        index=index,
        playing=Playing(layout_of_phase(take, index, since)),
        since=since,
        lead=Playing(scheduler.countdown()) if counted_in else None,
        opens=True,
    )
    return rebuilt(take, 0, now)


def replayed(take: Take, given: Iterable[GivenCommands]) -> Take:
    """What a take has become by commands, in the order in which they were given."""
    for one in given:
        take = extended(take, one.at + 1)
        if one.at < take.end:
            for command in one.commands:
                take, _ = obeyed(take, one.at, command)
    return take


def _since(scheduler: PhaseScheduler, index: int) -> int:
    """Frames since an EMOM's interval began, at the start of a phase of a session as planned."""
    phases = scheduler.plan.phases
    first, since = _opening(phases, index), 0
    for phase in phases[first:index]:
        since = since_interval(phase, since)
        since += scheduler.lay_out(phase, since_interval=since).length
    return since_interval(phases[index], since)


def _opening(phases: tuple[Phase, ...], index: int) -> int:
    """The phase that opens the interval of another; that itself outside of an EMOM."""
    phase = phases[index]
    if isinstance(phase, Gap | Work) and phase.bout.section.interval_ms:
        for earlier in range(index, -1, -1):
            opening = phases[earlier]
            if isinstance(opening, Work) and opening.opens_set:
                return earlier
    return index


class Unfolding:
    """A take that is laid out as far as somebody wants to hear it."""

    def __init__(self, take: Take) -> None:
        self.take = take

    def over(self, start: int, stop: int) -> Iterator[PlacedPhase]:
        """What sounds in the frames from start to stop."""
        self.take = extended(self.take, stop)
        return self.take.over(start, stop)

    def frames_within(self, start: int, frames: int) -> int:
        """How many of the `frames` frames from `start` on there still are."""
        self.take = extended(self.take, start + frames)
        return self.take.frames_within(start, frames)

    def forget(self, before: int) -> None:
        """Keep nothing that cannot be heard any more from a frame on."""
        self.take = without_the_past(self.take, before)
