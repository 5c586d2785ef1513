"""The record of a session: what its events add up to, and where it goes on."""

from datetime import UTC, datetime, timedelta
from fractions import Fraction
from pathlib import Path

import pytest
from heard import bout_of
from stage import Stage

import earcoach
from earcoach import Plan
from earcoach.log.entries import SessionStart, Unfinished, session_start, set_record, start_of_set
from earcoach.log.event_thread import EventThread
from earcoach.log.recorder import Recorder
from earcoach.log.store import Store
from earcoach.plan.phases import PhaseKind, Work
from earcoach.plan.planning import make_plan
from earcoach.routine.catalog import stable_name
from earcoach.session.commands import Action
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
from earcoach.timeline.cues import Cue, Role, Tone

ROUTINE = """\
title: Two moves
sections:
  - name: Legs
    exercises:
      - Squat: 2 x 8 each leg, rest 12s
      - Plank: 2 x 30s hold, rest 15s
"""
NO_REST = """\
title: Fast
sections:
  - {name: On, type: intervals, rounds: 2, work: 8s, rest: 0s, exercises: [Hop, Skip]}
"""
AT = datetime(2025, 3, 1, 18, 30, tzinfo=UTC)
START = SessionStart(
    id="ab12",
    routine="legs",
    title="Légs",
    digest="d1",
    options=("level=low",),
    phases=14,
    at=AT,
)
TICK = CueBegan(0, Cue(role=Role.COUNT, onset=0, length=1, what=Tone("tick")))


def plan_of(text: str) -> Plan:
    return make_plan(earcoach.loads(text))


def no_notice(line: str) -> None:
    raise AssertionError(line)


class Clock:
    """A clock that stands still until it is told how many seconds have gone."""

    def __init__(self) -> None:
        self.time = AT

    def __call__(self) -> datetime:
        return self.time

    def go(self, seconds: float) -> None:
        self.time += timedelta(seconds=seconds)


class Athlete:
    """A session whose events a test tells, with a real store."""

    def __init__(self, folder: Path, text: str = ROUTINE, start: SessionStart = START) -> None:
        self.plan = plan_of(text)
        self.clock = Clock()
        self.store = Store(folder / "history.sqlite", notice=no_notice)
        self.recorder = Recorder(
            start,
            self.plan,
            pace=Fraction(11, 10),
            store=self.store,
            now=self.clock,
        )
        self.index = -1

    def tell(self, *events: Event, after_s: float = 0) -> None:
        self.clock.go(after_s)
        for event in events:
            self.recorder(event)
        self.recorder.keep()

    def left(self) -> Unfinished | None:
        """What can be resumed after a power cut."""
        self.recorder.close()
        return next(iter(self.store.unfinished()), None)

    def train_to(self, index: int, *, seconds: float = 10) -> None:
        """Do every phase to its end, each so long, until one begins."""
        while self.index < index:
            self.go_to(self.index + 1, done=self.index >= 0, after_s=seconds)

    def go_to(self, index: int, *, done: bool = False, after_s: float = 10) -> None:
        self.index = index
        self.tell(
            PhaseBegan(index=index, phase=self.plan.phases[index], length=1, before_done=done),
            after_s=after_s,
        )

    def first(self, exercise: str, kind: PhaseKind, set_: int = 1) -> int:
        """The number of the first phase of a kind for a set of an exercise."""
        return next(
            n
            for n, p in enumerate(self.plan.phases)
            if p.kind is kind and (b := bout_of(p)) and (b.exercise.name, b.set) == (exercise, set_)
        )


# -- what is recorded -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("dose", "kept"),
    [
        ("8", (8, None, None, None, None, None, None, False)),
        ("8+", (8, None, None, None, None, None, None, True)),
        ("8, 5s hold", (8, None, None, None, None, None, 5000, False)),
        ("30s hold", (None, 30_000, None, None, None, None, None, False)),
        ("5 breaths", (None, None, 5, None, None, None, None, False)),
        ("15 calories", (None, None, None, 15, None, None, None, False)),
        ("400 m", (None, None, None, None, 400, "400 m", None, False)),
        ("1.5 miles", (None, None, None, None, 2414, "1.5 mile", None, False)),
    ],
)
def test_a_set_is_recorded_as_what_it_is(dose: str, kept: tuple[object, ...]) -> None:
    plan = plan_of(f"title: One\nexercises: [{{Move: '{dose}'}}]\n")
    (work,) = (phase for phase in plan.phases if isinstance(phase, Work))
    made = set_record(work.bout, done=True, at=AT)
    assert kept == (
        made.reps,
        made.length_ms,
        made.breaths,
        made.calories,
        made.distance_m,
        made.distance,
        made.rep_hold_ms,
        made.or_more,
    )


# -- what is resumed ------------------------------------------------------------------------------


def test_a_changed_routine_does_not_fit(tmp_path: Path) -> None:
    file = tmp_path / "legs.yaml"
    file.write_text(ROUTINE, encoding="utf-8")
    plan = plan_of(ROUTINE)
    start = session_start(str(file), plan, options=["level=low"], at=AT)
    athlete = Athlete(tmp_path, start=start)
    athlete.train_to(1)
    found = athlete.left()
    assert found is not None
    assert found.start.routine == str(file)
    again = session_start(str(file), plan, options=[], at=AT, resumes=found.start)
    assert again.id == start.id
    assert found.fits(again)
    file.write_text(f"{ROUTINE}# more\n", encoding="utf-8")
    assert not found.fits(session_start(str(file), plan, options=[], at=AT))


def test_a_bundled_routine_is_kept_by_its_name_and_a_file_by_its_whole_path(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "legs.yaml").write_text(ROUTINE, encoding="utf-8")
    assert stable_name("runners-mini-band") == "runners-mini-band"
    assert stable_name("legs.yaml") == str(tmp_path / "legs.yaml")


# -- where to go on --------------------------------------------------------------------------------


def test_it_goes_on_at_the_announcement_of_the_set_it_was_in() -> None:
    plan = plan_of(ROUTINE)
    places = [start_of_set(plan.phases, index) for index in range(len(plan.phases))]
    kinds = [phase.kind for phase in plan.phases]
    prepare, work, switch, rest = (
        PhaseKind.PREPARE,
        PhaseKind.WORK,
        PhaseKind.SWITCH,
        PhaseKind.REST,
    )
    assert kinds[:7] == [PhaseKind.INTRO, prepare, work, switch, work, rest, work]
    assert places[:7] == [0, 1, 1, 1, 1, 5, 5]
    assert kinds[7:] == [switch, work, rest, work, rest, work, PhaseKind.FINISH]
    assert places[7:] == [5, 5, 9, 9, 11, 11, 13]


def test_where_no_pause_comes_before_it_goes_on_at_the_work_itself() -> None:
    plan = plan_of(NO_REST)
    third = [n for n, phase in enumerate(plan.phases) if phase.kind is PhaseKind.WORK][2]
    assert plan.phases[third - 1].kind is PhaseKind.WORK
    assert start_of_set(plan.phases, third) == third


def test_a_session_told_by_its_events_is_resumed_at_the_start_of_its_set(tmp_path: Path) -> None:
    athlete = Athlete(tmp_path)
    switch = athlete.first("Squat", PhaseKind.SWITCH, set_=2)
    athlete.train_to(switch)
    athlete.tell(PaceChanged(Fraction(5, 4)), Paused())
    found = athlete.left()
    assert found is not None
    assert found.index == athlete.first("Squat", PhaseKind.REST, set_=2)
    assert found.pace == Fraction(5, 4)
    assert found.sets_done == 1  # of the second only the left side
    assert found.when == athlete.clock()


# -- a session's events ----------------------------------------------------------------------------


def test_time_trained_leaves_out_pauses_and_what_was_not_heard(tmp_path: Path) -> None:
    athlete = Athlete(tmp_path)
    athlete.train_to(2)  # 30 s: what comes before the first phase is heard too
    athlete.tell(TICK, after_s=4)
    athlete.tell(Paused(), after_s=3)
    athlete.tell(Resumed(), after_s=1000)
    athlete.tell(TICK, after_s=2)
    athlete.tell(DeviceLost("asleep"), after_s=30_000)
    athlete.tell(Resumed(), after_s=50)  # there is nothing to be heard on
    athlete.tell(DeviceBack(), after_s=60)
    athlete.go_to(3, done=True, after_s=5)
    athlete.tell(Ended(Ending.QUIT, 3), after_s=6)
    (session,) = athlete.store.sessions()
    assert session.trained_s == 30 + 4 + 3 + 2 + 5 + 6


def test_a_clock_that_is_set_is_not_time_trained(tmp_path: Path) -> None:
    athlete = Athlete(tmp_path)
    athlete.train_to(3)
    athlete.tell(TICK, after_s=-86_400)
    athlete.tell(TICK, after_s=86_400 * 365)
    athlete.tell(Ended(Ending.QUIT, 3))
    assert athlete.store.sessions()[0].trained_s == 40 + 3600


def test_what_is_left_by_a_wish_is_skipped_and_what_is_done_after_all_is_not(
    tmp_path: Path,
) -> None:
    athlete = Athlete(tmp_path)
    athlete.train_to(athlete.first("Squat", PhaseKind.WORK))
    athlete.go_to(athlete.first("Plank", PhaseKind.REST))  # next, in the first of the squats
    athlete.train_to(len(athlete.plan.phases) - 1)
    (session,) = athlete.store.sessions()
    assert session.skipped == ("Squat",)
    assert (session.sets, session.reps, session.ending) == (2, 0, None)
    athlete.go_to(athlete.first("Squat", PhaseKind.PREPARE))
    athlete.train_to(len(athlete.plan.phases) - 1)
    athlete.tell(Ended(Ending.FINISHED, athlete.index))
    (session,) = athlete.store.sessions()
    assert session.skipped == ()
    assert (session.sets, session.reps, session.ending) == (6, 32, Ending.FINISHED)
    assert session.pace == Fraction(11, 10)


def test_a_resumed_session_goes_on_in_its_row(tmp_path: Path) -> None:
    athlete = Athlete(tmp_path)
    athlete.train_to(athlete.first("Squat", PhaseKind.REST, set_=2))
    found = athlete.left()
    assert found is not None
    again = Athlete(tmp_path, start=found.start)
    again.go_to(found.index)
    again.train_to(len(again.plan.phases) - 1)
    again.tell(Ended(Ending.FINISHED, again.index))
    (session,) = again.store.sessions()
    assert (session.sets, session.reps, session.skipped) == (4, 32, ())
    assert session.ending is Ending.FINISHED
    assert again.left() is None


@pytest.mark.parametrize(
    ("action", "done"),
    [
        (None, True),
        (Action.DONE, True),
        (Action.NEXT, False),
        (Action.PREVIOUS, False),
        (Action.REPEAT, False),
    ],
)
def test_a_set_is_done_when_it_came_to_its_end_or_the_athlete_says_so(
    action: Action | None, done: bool
) -> None:
    stage = Stage(plan_of(ROUTINE))
    stage.play_to(lambda begun: begun.phase.kind is PhaseKind.WORK)
    if action is not None:
        stage.do(action)
    stage.play_to(lambda begun: begun.cue is None)
    phases = [begun for begun in stage.begun if begun.cue is None]
    assert [begun.before_done for begun in phases[:4]] == [False, True, True, done]


def test_a_glance_is_no_session_and_a_minute_is_one(tmp_path: Path) -> None:
    athlete = Athlete(tmp_path)
    athlete.train_to(1)
    athlete.tell(Ended(Ending.QUIT, 1))
    assert athlete.store.sessions() == ()
    athlete = Athlete(tmp_path / "minute")
    athlete.train_to(1, seconds=40)
    athlete.tell(Ended(Ending.QUIT, 1))
    (session,) = athlete.store.sessions()
    assert (session.trained_s, session.sets) == (80, 0)


def test_events_are_told_in_order_in_the_background_until_it_is_closed() -> None:
    told: list[Event] = []
    background = EventThread(told.append)
    events = [CueBegan(n, TICK.cue) for n in range(1000)]
    for event in events:
        background(event)
    background.close()
    assert told == events
