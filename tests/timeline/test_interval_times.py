"""Intervals and EMOM are to the clock, whatever is to be said."""

from collections.abc import Iterator
from itertools import pairwise

import pytest
from heard import bout_of
from hypothesis import given
from strategies import Session, sessions
from timed import PACES, SECOND, many_sessions, of_kind, timeline_of

from earcoach import PlacedPhase
from earcoach.plan.phases import PhaseKind
from earcoach.routine.model import Timing
from earcoach.timeline.pacing import Pacing


def intervals_of(laid_out: list[PlacedPhase]) -> Iterator[list[PlacedPhase]]:
    """The phases of every interval of an EMOM, its rest last; the last of a section has none."""
    interval: list[PlacedPhase] = []
    for placed in laid_out[2:]:
        interval.append(placed)
        if placed.phase.kind is PhaseKind.REST and not placed.phase.elastic:
            yield interval
        if placed.phase.kind in (PhaseKind.REST, PhaseKind.PREPARE):
            interval = []


@many_sessions
@given(sessions(Timing.EMOM))
def test_emom_work_begins_every_interval_whenever_it_fits(session: Session) -> None:
    for *busy, rest in intervals_of(list(session.timeline())):
        bout = bout_of(busy[0].phase)
        assert bout is not None
        interval = bout.section.interval_ms * 48
        taken = sum(placed.length for placed in busy)
        assert rest.length == max(interval - taken, 3 * SECOND)


EMOM = """
title: Demo
sections:
  - name: Engine
    type: emom
    every: 1 min
    rounds: 4
    exercises:
      - Lunge: 1 x {dose}
"""


@pytest.mark.parametrize("pace", PACES)
@pytest.mark.parametrize("dose", ["10", "10 each leg", "30 each leg", "20s each leg", "55s"])
def test_a_minute_of_an_emom_is_a_minute_at_every_pace(dose: str, pace: str) -> None:
    works = of_kind(timeline_of(EMOM.format(dose=dose), pace=Pacing.parse(pace)), PhaseKind.WORK)
    onsets = [placed.onset for placed in works if placed.phase.opens_set]
    assert [after - before for before, after in pairwise(onsets)] == [60 * SECOND] * 3


INTERVALS = """
title: Demo
sections:
  - name: Engine
    type: intervals
    work: {work}
    rest: {rest}
    rounds: 3
    exercises: [Burpee, Mountain climber]
"""


@pytest.mark.parametrize("word_ms", [100, 1000, 8000])
@pytest.mark.parametrize(
    ("work", "rest", "pace", "pace_holds", "expected_s"),
    [
        (40, 20, "1", False, (40, 20)),
        (40, 20, "2", False, (40, 20)),
        (40, 20, "2", True, (20, 10)),
        (20, 10, "0.5", False, (20, 10)),
        (20, 10, "0.5", True, (40, 20)),
        (30, 1, "1", False, (30, 1)),
    ],
)
def test_intervals_are_exact_whatever_is_to_be_said(
    work: int, rest: int, pace: str, pace_holds: bool, expected_s: tuple[int, int], word_ms: int
) -> None:
    text = INTERVALS.format(work=f"{work}s", rest=f"{rest}s")
    timeline = timeline_of(
        text, pace=Pacing.parse(pace, pace_holds=pace_holds), phrase=lambda text: 48 * word_ms
    )
    lengths = [placed.length for placed in timeline][2:-1]
    on, off = (seconds * SECOND for seconds in expected_s)
    assert lengths == [on, off] * 5 + [on]


def test_without_rest_work_follows_work() -> None:
    timeline = timeline_of(INTERVALS.format(work="30s", rest="0s"))
    kinds = "".join(str(placed.phase.kind)[0] for placed in timeline)
    assert kinds == "ipwwwwwwf"
