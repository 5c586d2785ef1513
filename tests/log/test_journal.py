"""The journal: whatever happens to it nothing is raised, and the place is kept if it can be."""

import os
import random
import shutil
import subprocess
import sys
import tempfile
import textwrap
from datetime import UTC, datetime, timedelta
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given, settings, strategies as st
from stage import Stage

import earcoach
from earcoach import EarcoachError, Plan
from earcoach.log.entries import SessionStart, session_start, start_of_set
from earcoach.log.event_thread import EventThread
from earcoach.log.history import History
from earcoach.log.journal import KEPT, MAX_BYTES, Journal, entry_of, journal_files, line_of
from earcoach.log.recorder import Recorder
from earcoach.log.unfinished import Unfinished, unfinished_session
from earcoach.plan.phases import Kind
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
from earcoach.settings import Settings
from earcoach.timeline.cues import Cue, Role

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
START = SessionStart("ab12", "legs", "Légs", "d1", ("--level", "low"), 12, AT)
TICK = CueBegan(0, Cue(Role.COUNT, 0, 1, sound="tick"))


def plan_of(text: str) -> Plan:
    return make_plan(earcoach.loads(text))


def no_notice(line: str) -> None:
    raise AssertionError(line)


def after_a_power_cut(folder: Path) -> Unfinished | None:
    """What is found when nobody writes into the folder any more."""
    with tempfile.TemporaryDirectory() as copy:
        shutil.copytree(folder, copy, dirs_exist_ok=True)
        return unfinished_session(Path(copy))


class Clock:
    """A clock that stands still until it is told how many seconds have gone."""

    def __init__(self) -> None:
        self.time = AT

    def __call__(self) -> datetime:
        return self.time

    def go(self, seconds: float) -> None:
        self.time += timedelta(seconds=seconds)


class Athlete:
    """A session whose events a test tells, with a real journal and a real history."""

    def __init__(self, folder: Path, text: str = ROUTINE, start: SessionStart = START) -> None:
        self.plan = plan_of(text)
        self.clock = Clock()
        self.history = History(folder / "history.sqlite", notice=no_notice)
        self.folder = folder / "journal"
        self.recorder = Recorder(
            start,
            self.plan,
            pace=Fraction(11, 10),
            journal=Journal(self.folder, notice=no_notice),
            history=self.history,
            now=self.clock,
        )
        self.index = -1

    def tell(self, *events: Event, after_s: float = 0) -> None:
        self.clock.go(after_s)
        for event in events:
            self.recorder(event)

    def train_to(self, index: int, *, seconds: float = 10) -> None:
        """Do every phase to its end, each so long, until one begins."""
        while self.index < index:
            self.go_to(self.index + 1, done=self.index >= 0, after_s=seconds)

    def go_to(self, index: int, *, done: bool = False, after_s: float = 10) -> None:
        self.index = index
        self.tell(PhaseBegan(index, self.plan.phases[index], 1, done), after_s=after_s)

    def first(self, exercise: str, kind: Kind, set_: int = 1) -> int:
        """The number of the first phase of a kind for a set of an exercise."""
        return next(
            n
            for n, p in enumerate(self.plan.phases)
            if p.kind is kind and p.bout and p.bout.exercise.name == exercise and p.bout.set == set_
        )


# -- round trips -----------------------------------------------------------------------------------


def test_an_unfinished_session_is_read_back(tmp_path: Path) -> None:
    journal = Journal(tmp_path, notice=no_notice)
    journal.begin(START, Fraction(11, 10))
    journal.place(3, 2, AT + timedelta(seconds=30))
    journal.pace(Fraction(23, 20), AT + timedelta(seconds=40))
    journal.paused(AT + timedelta(seconds=50))
    found = after_a_power_cut(tmp_path)
    assert found is not None
    assert found.start == START
    assert (found.pace, found.index) == (Fraction(23, 20), 2)
    assert found.when == AT + timedelta(seconds=50)


@pytest.mark.parametrize(
    ("ending", "resumable"),
    [
        (Ending.FINISHED, False),
        (Ending.QUIT, True),
        (Ending.INTERRUPTED, True),
        (Ending.NO_DEVICE, True),
    ],
)
def test_every_ending_but_the_good_one_can_be_resumed(
    tmp_path: Path, ending: Ending, resumable: bool
) -> None:
    journal = Journal(tmp_path, notice=no_notice)
    journal.begin(START, Fraction(1))
    journal.place(3, 2, AT)
    journal.ended(ending, AT)
    assert (unfinished_session(tmp_path) is not None) == resumable


def test_only_the_latest_session_counts_and_old_journals_go(tmp_path: Path) -> None:
    for number in range(6):
        journal = Journal(tmp_path, notice=no_notice)
        journal.begin(START, Fraction(1))
        journal.place(number, number, AT)
        found = after_a_power_cut(tmp_path)
        assert found and found.index == number
        journal.ended(Ending.QUIT if number < 5 else Ending.FINISHED, AT)
    assert after_a_power_cut(tmp_path) is None
    assert len(journal_files(tmp_path)) == KEPT


def test_a_session_under_way_is_not_unfinished(tmp_path: Path) -> None:
    journal = Journal(tmp_path, notice=no_notice)
    journal.begin(START, Fraction(1))
    journal.place(3, 2, AT)
    assert unfinished_session(tmp_path) is None
    assert after_a_power_cut(tmp_path) is not None


def test_without_any_journal_there_is_nothing_to_resume(tmp_path: Path) -> None:
    assert unfinished_session(tmp_path / "none") is None
    assert unfinished_session() is None


def test_a_changed_routine_does_not_fit(tmp_path: Path) -> None:
    file = tmp_path / "legs.yaml"
    file.write_text(ROUTINE, encoding="utf-8")
    plan = plan_of(ROUTINE)
    start = session_start(str(file), plan, options=["--level", "low"], at=AT)
    Journal(tmp_path, notice=no_notice).begin(start, Fraction(1))
    found = after_a_power_cut(tmp_path)
    assert found is not None
    assert found.start.routine == str(file)
    again = session_start(str(file), plan, options=[], at=AT, id=found.start.id)
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
    prepare, work, switch, rest = Kind.PREPARE, Kind.WORK, Kind.SWITCH, Kind.REST
    assert kinds[:7] == [Kind.INTRO, prepare, work, switch, work, rest, work]
    assert places[:7] == [0, 1, 1, 1, 1, 5, 5]
    assert kinds[7:] == [switch, work, rest, work, rest, work, Kind.FINISH]
    assert places[7:] == [5, 5, 9, 9, 11, 11, 13]


def test_where_no_pause_comes_before_it_goes_on_at_the_work_itself() -> None:
    plan = plan_of(NO_REST)
    third = [n for n, phase in enumerate(plan.phases) if phase.kind is Kind.WORK][2]
    assert plan.phases[third - 1].kind is Kind.WORK
    assert start_of_set(plan.phases, third) == third


def test_a_session_told_by_its_events_is_resumed_at_the_start_of_its_set(tmp_path: Path) -> None:
    athlete = Athlete(tmp_path)
    switch = athlete.first("Squat", Kind.SWITCH, set_=2)
    athlete.train_to(switch)
    athlete.tell(PaceChanged(Fraction(5, 4)), Paused())
    found = after_a_power_cut(athlete.folder)
    assert found is not None
    assert found.index == athlete.first("Squat", Kind.REST, set_=2)
    assert found.pace == Fraction(5, 4)
    assert found.sets_done == 1  # of the second only the left side
    assert found.when == athlete.clock()


def test_when_only_the_good_bye_is_missing_there_is_nothing_to_resume(tmp_path: Path) -> None:
    athlete = Athlete(tmp_path, start=start_of(ROUTINE))
    athlete.train_to(len(athlete.plan.phases) - 2)
    assert after_a_power_cut(athlete.folder) is not None
    athlete.train_to(len(athlete.plan.phases) - 1)
    assert after_a_power_cut(athlete.folder) is None


def start_of(text: str) -> SessionStart:
    phases = len(plan_of(text).phases)
    return SessionStart("ab12", "legs", "Legs", "d1", (), phases, AT)


# -- damage ----------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A small journal with the places 1, 2 and 3."""
    folder = tmp_path_factory.mktemp("small")
    journal = Journal(folder, notice=no_notice)
    journal.begin(START, Fraction(1))
    for place in (1, 2, 3):
        journal.place(place, place, AT)
    (path,) = journal_files(folder)
    return path.read_bytes()


def place_in(data: bytes, folder: Path) -> int | None:
    (folder / "000001.jsonl").write_bytes(data)
    found = unfinished_session(folder)
    assert found is None or found.start == START
    return found.index if found else None


def test_cut_at_any_length_the_last_whole_entry_stands(small: bytes, tmp_path: Path) -> None:
    ends = [n for n in range(len(small)) if small[n : n + 1] == b"\n"]
    for length in range(len(small) + 1):
        whole = sum(end <= length for end in ends)
        assert place_in(small[:length], tmp_path) == (whole - 1 if whole else None)


def test_any_byte_changed_loses_no_more_than_its_entry(small: bytes, tmp_path: Path) -> None:
    for at in range(len(small)):
        data = bytes([*small[:at], small[at] ^ 1 << at % 8, *small[at + 1 :]])
        place = place_in(data, tmp_path)
        in_start = at <= small.index(b"\n")
        assert place in ((None, 3) if in_start else (1, 2, 3))


@settings(deadline=None, max_examples=20)
@given(data=st.binary(max_size=300), at=st.integers(0, 600))
def test_whatever_is_written_over_it_nothing_is_raised(
    small: bytes, tmp_path_factory: pytest.TempPathFactory, data: bytes, at: int
) -> None:
    folder = tmp_path_factory.getbasetemp()
    assert place_in(small[:at] + data + small[at + len(data) :], folder) in (None, 0, 1, 2, 3)


@settings(deadline=None, max_examples=20)
@given(
    entry=st.recursive(
        st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
        lambda inner: st.lists(inner) | st.dictionaries(st.text(max_size=5), inner),
        max_leaves=8,
    )
    | st.fixed_dictionaries(
        {"kind": st.sampled_from(["start", "place", "pace", "work", "ended"])},
        optional={
            name: st.none() | st.integers() | st.text(max_size=9) | st.lists(st.integers())
            for name in ("resume_at", "pace", "at", "ending", "version", "done", "side")
        },
    )
)
def test_a_whole_entry_of_any_content_is_taken_for_what_it_is_worth(
    small: bytes, tmp_path_factory: pytest.TempPathFactory, entry: object
) -> None:
    line = line_of(entry)  # type: ignore[arg-type]
    place = place_in(small + line, tmp_path_factory.getbasetemp())
    assert place is None or 0 <= place < START.phases


def test_a_journal_of_a_newer_version_is_passed_over(tmp_path: Path) -> None:
    journal = Journal(tmp_path, notice=no_notice)
    journal.begin(START, Fraction(1))
    journal.place(2, 2, AT)
    newer = line_of(
        {**entry_of(journal_files(tmp_path)[0].read_bytes().split(b"\n")[0]), "version": 2}
    )
    (tmp_path / "000002.jsonl").write_bytes(newer)
    found = after_a_power_cut(tmp_path)
    assert found and found.index == 2


def test_strange_files_are_passed_over(small: bytes, tmp_path: Path) -> None:
    (tmp_path / "000001.jsonl").write_bytes(small)
    (tmp_path / "000002.jsonl").write_bytes(b"")
    (tmp_path / "000003.jsonl").mkdir()
    (tmp_path / "000004.jsonl").write_bytes(b"\xff\xfe" * 1000)
    (tmp_path / "000005.jsonl").symlink_to(tmp_path / "gone")
    (tmp_path / "notes.txt").write_text("mine")
    with (tmp_path / "000006.jsonl").open("wb") as huge:
        huge.truncate(MAX_BYTES * 100)
    os.mkfifo(tmp_path / "000007.jsonl")
    (tmp_path / "000008.jsonl").write_bytes(line_of({}) + b"0 " + b"[" * 100_000)
    found = unfinished_session(tmp_path)
    assert found and found.index == 3


def test_without_a_folder_the_session_goes_on_and_says_so_once(tmp_path: Path) -> None:
    (tmp_path / "journal").write_text("a file where the folder should be")
    notices: list[str] = []
    journal = Journal(tmp_path / "journal", notice=notices.append)
    journal.begin(START, Fraction(1))
    journal.place(1, 1, AT)
    journal.ended(Ending.QUIT, AT)
    (notice,) = notices
    assert notice.startswith("the place in this session cannot be kept: ")
    assert unfinished_session(tmp_path / "journal") is None


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a full disk")
def test_on_a_full_disk_the_session_goes_on_and_says_so_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    notices: list[str] = []
    journal = Journal(tmp_path, notice=notices.append)
    monkeypatch.setattr(Journal, "_created", lambda self: os.open("/dev/full", os.O_WRONLY))
    journal.begin(START, Fraction(1))
    journal.place(1, 1, AT)
    assert len(notices) == 1
    assert "No space left" in notices[0]


def test_a_journal_stays_small_whatever_is_written(tmp_path: Path) -> None:
    journal = Journal(tmp_path, notice=no_notice)
    journal.begin(SessionStart("a", "b", "c" * 3_900_000, "", (), 9, AT), Fraction(1))
    for _ in range(3000):
        journal.pace(Fraction(1), AT)
    assert journal_files(tmp_path)[0].stat().st_size <= MAX_BYTES
    assert after_a_power_cut(tmp_path) is not None


# -- kill -9 ---------------------------------------------------------------------------------------

WRITER = """\
    import os, sys
    from datetime import datetime, timezone
    from fractions import Fraction
    from pathlib import Path
    from earcoach.log.entries import SessionStart
    from earcoach.log.journal import Journal
    at = datetime.now(timezone.utc)
    folder = Path(sys.argv[1])
    for number in range(1, 10**9):
        journal = Journal(folder, notice=print)
        journal.begin(SessionStart("x", "legs", "Legs", "", (), 10**9, at), Fraction(1))
        os.write(1, b"%d 0\\n" % number)
        for place in range(1, 40):
            journal.pace(Fraction(place, 39) / 2 + Fraction(1, 2), at)
            journal.place(place, place, at)
            os.write(1, b"%d %d\\n" % (number, place))
"""


@pytest.mark.parametrize("group", range(2))
def test_after_kill_9_at_any_moment_the_last_place_is_there(tmp_path: Path, group: int) -> None:
    chance = random.Random(group)
    writers = []
    for number in range(10):
        command = [sys.executable, "-c", textwrap.dedent(WRITER), str(tmp_path / str(number))]
        writers.append(subprocess.Popen(command, stdout=subprocess.PIPE))
    for number, writer in enumerate(writers):
        assert writer.stdout is not None
        said = b"".join(writer.stdout.readline() for _ in range(chance.randrange(1, 60)))
        writer.kill()
        said += writer.stdout.read()
        writer.wait()
        session, place = map(int, said.splitlines()[-1].split())
        found = unfinished_session(tmp_path / str(number))
        assert found is not None
        newest = int(journal_files(tmp_path / str(number))[-1].stem)
        if newest == session:
            assert found.index in (place, place + 1)
        else:  # killed between the next session's file and its first word
            assert (newest, place) == (session + 1, 39)
            assert found.index in (0, 39)


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
    (session,) = athlete.history.sessions()
    assert session.trained_s == 30 + 4 + 3 + 2 + 5 + 6


def test_a_clock_that_is_set_is_not_time_trained(tmp_path: Path) -> None:
    athlete = Athlete(tmp_path)
    athlete.train_to(3)
    athlete.tell(TICK, after_s=-86_400)
    athlete.tell(TICK, after_s=86_400 * 365)
    athlete.tell(Ended(Ending.QUIT, 3))
    assert athlete.history.sessions()[0].trained_s == 40 + 3600


def test_what_is_left_by_a_wish_is_skipped_and_what_is_done_after_all_is_not(
    tmp_path: Path,
) -> None:
    athlete = Athlete(tmp_path)
    athlete.train_to(athlete.first("Squat", Kind.WORK))
    athlete.go_to(athlete.first("Plank", Kind.REST))  # next, in the first of the squats
    athlete.train_to(len(athlete.plan.phases) - 1)
    (session,) = athlete.history.sessions()
    assert session.skipped == ("Squat",)
    assert (session.sets, session.reps, session.ending) == (2, 0, None)
    athlete.go_to(athlete.first("Squat", Kind.PREPARE))
    athlete.train_to(len(athlete.plan.phases) - 1)
    athlete.tell(Ended(Ending.FINISHED, athlete.index))
    (session,) = athlete.history.sessions()
    assert session.skipped == ()
    assert (session.sets, session.reps, session.ending) == (6, 32, Ending.FINISHED)
    assert session.pace == Fraction(11, 10)


def test_a_resumed_session_goes_on_in_its_row(tmp_path: Path) -> None:
    athlete = Athlete(tmp_path)
    athlete.train_to(athlete.first("Squat", Kind.REST, set_=2))
    found = after_a_power_cut(athlete.folder)
    assert found is not None
    again = Athlete(tmp_path, start=found.start)
    again.go_to(found.index)
    again.train_to(len(again.plan.phases) - 1)
    again.tell(Ended(Ending.FINISHED, again.index))
    (session,) = again.history.sessions()
    assert (session.sets, session.reps, session.skipped) == (4, 32, ())
    assert session.ending is Ending.FINISHED
    assert after_a_power_cut(again.folder) is None


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
    stage.play_to(lambda begun: begun.phase.kind is Kind.WORK)
    if action is not None:
        stage.transport.do(action)
    stage.play_to(lambda begun: begun.cue is None)
    phases = [begun for begun in stage.begun if begun.cue is None]
    assert [begun.before_done for begun in phases[:4]] == [False, True, True, done]


def test_a_glance_is_no_session_and_a_minute_is_one(tmp_path: Path) -> None:
    athlete = Athlete(tmp_path)
    athlete.train_to(1)
    athlete.tell(Ended(Ending.QUIT, 1))
    assert athlete.history.sessions() == ()
    athlete = Athlete(tmp_path)
    athlete.train_to(1, seconds=40)
    athlete.tell(Ended(Ending.QUIT, 1))
    (session,) = athlete.history.sessions()
    assert (session.trained_s, session.sets) == (80, 0)


def test_events_are_told_in_order_in_the_background_until_it_is_closed() -> None:
    told: list[Event] = []
    background = EventThread(told.append)
    events = [CueBegan(n, TICK.cue) for n in range(1000)]
    for event in events:
        background(event)
    background.close()
    assert told == events


@pytest.mark.parametrize("option", ["bogus=1", "level=zz", "speech_speed=x"])
def test_options_of_another_version_are_no_traceback(tmp_path: Path, option: str) -> None:
    with pytest.raises(EarcoachError, match="another version"):
        Settings.read([option])
