"""The history: what was done is there, whatever happened to its file."""

import json
import multiprocessing
import sqlite3
from datetime import datetime, timedelta, timezone
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given, settings, strategies as st
from typer.testing import CliRunner

from earcoach.cli.main import app
from earcoach.log.entries import SessionStart, SetRecord
from earcoach.log.history import Change, History, PastSession, open_history
from earcoach.plan.phases import Side
from earcoach.session.events import Ending

AT = datetime(2025, 3, 1, 18, 30, tzinfo=timezone(timedelta(hours=1)))
LEFT = SetRecord("Squat", "Legs", 1, 1, Side.LEFT, 8, None, True, AT)
RIGHT = SetRecord("Squat", "Legs", 1, 1, Side.RIGHT, 8, None, True, AT)
HOLD = SetRecord("Plank", "Legs", 2, 1, None, None, 30_000, True, AT)
SKIPPED = SetRecord("Bridge", "Legs", 2, 1, None, 12, None, False, AT)
WORK = (LEFT, RIGHT, SKIPPED, HOLD)


def start(id_: str = "a", routine: str = "legs") -> SessionStart:
    return SessionStart(id_, routine, "Strong legs", "", (), 9, AT)


def change(pace: str = "1", ending: Ending | None = Ending.FINISHED) -> Change:
    return Change(90.5, Fraction(pace), ending, WORK)


def no_notice(line: str) -> None:
    raise AssertionError(line)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "state" / "earcoach" / "history.sqlite"


@pytest.fixture
def history(path: Path) -> History:
    return History(path, notice=no_notice)


def test_a_session_is_read_back(history: History) -> None:
    assert history.add(start(), change("11/10"))
    (session,) = history.sessions()
    assert session == PastSession(
        id=1,
        routine="legs",
        title="Strong legs",
        started_at=AT,
        trained_s=90.5,
        sets=2,
        reps=16,
        skipped=("Bridge",),
        pace=Fraction(11, 10),
        ending=Ending.FINISHED,
    )
    assert session.started_at.utcoffset() == timedelta(hours=1)
    assert history.session(1) == session
    assert history.work(1) == WORK


def test_what_is_added_to_a_session_adds_up(history: History) -> None:
    history.add(start(), change(ending=None))
    history.add(start(), Change(10, Fraction(5, 4), Ending.QUIT, (HOLD,)))
    (session,) = history.sessions()
    assert (session.trained_s, session.sets, session.pace) == (100.5, 3, Fraction(5, 4))
    assert session.ending is Ending.QUIT


def test_the_newest_comes_first_and_each_routine_has_its_last_pace(history: History) -> None:
    assert (history.sessions(), history.last_pace("legs"), history.last_routine()) == (
        (),
        None,
        None,
    )
    for number, (routine, pace) in enumerate([("legs", "1"), ("legs", "1.2"), ("arms", "0.9")]):
        history.add(start(str(number), routine), change(pace))
    assert [session.id for session in history.sessions()] == [3, 2, 1]
    assert history.last_pace("legs") == Fraction(6, 5)
    assert history.last_pace("arms") == Fraction(9, 10)
    assert history.last_pace("back") is None
    assert history.last_routine() == "arms"
    assert history.session(4) is None
    assert history.work(4) == ()


def test_a_path_that_is_no_text_is_kept(history: History) -> None:
    history.add(start(routine="/tmp/b\udcffd.yaml"), change("1.3"))
    assert history.last_pace("/tmp/b\udcffd.yaml") == Fraction(13, 10)


# -- damage ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("data", [b"not a database at all", b"SQLite format 3\0" + b"\7" * 5000])
def test_a_damaged_file_is_put_aside_and_a_new_one_begins(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True)
    for number in (1, 2):
        path.write_bytes(data)
        notices: list[str] = []
        history = History(path, notice=notices.append)
        assert history.sessions() == ()
        assert history.add(start(), change())
        assert len(history.sessions()) == 1
        (notice,) = notices
        assert f"history.damaged-{number}.sqlite, and a new one begins" in notice
        assert (path.parent / f"history.damaged-{number}.sqlite").read_bytes() == data


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The file of a history."""
    file = tmp_path_factory.mktemp("whole") / "history.sqlite"
    for number in range(20):
        assert History(file, notice=no_notice).add(start(str(number)), change())
    return file.read_bytes()


@settings(deadline=None, max_examples=20)
@given(at=st.integers(0, 30_000), data=st.binary(min_size=1, max_size=40), cut=st.booleans())
def test_whatever_is_damaged_nothing_is_raised_and_it_can_be_used_again(
    whole: bytes, tmp_path_factory: pytest.TempPathFactory, at: int, data: bytes, cut: bool
) -> None:
    at %= len(whole)
    file = tmp_path_factory.mktemp("damaged") / "history.sqlite"
    file.write_bytes(whole[:at] + (b"" if cut else data + whole[at + len(data) :]))
    notices: list[str] = []
    history = History(file, notice=notices.append)
    for session in history.sessions():
        history.work(session.id)
    added = history.add(start("new"), change())
    sessions = history.sessions()
    assert not added or any(session.title == "Strong legs" for session in sessions) or notices
    assert added or notices


def test_an_empty_file_is_a_new_history(path: Path, history: History) -> None:
    path.parent.mkdir(parents=True)
    path.touch()
    assert history.sessions() == ()
    assert history.add(start(), change())
    assert len(history.sessions()) == 1


def test_a_history_of_a_newer_version_is_left_alone(path: Path, history: History) -> None:
    history.add(start(), change())
    with sqlite3.connect(path) as db:
        db.execute("PRAGMA user_version = 2")
    before = path.read_bytes()
    notices: list[str] = []
    history = History(path, notice=notices.append)
    assert history.sessions() == ()
    assert not history.add(start("b"), change())
    assert notices == [f"{path} is of a newer earcoach: it is left alone"]
    assert path.read_bytes() == before


def test_without_a_folder_training_goes_on_and_it_is_said_once(path: Path) -> None:
    path.parent.parent.mkdir()
    path.parent.write_text("a file where the folder should be")
    notices: list[str] = []
    history = History(path, notice=notices.append)
    assert not history.add(start(), change())
    assert not history.add(start(), change())
    assert history.sessions() == ()
    (notice,) = notices
    assert notice.startswith("the history cannot be used: ")


def test_a_folder_where_the_file_should_be_stays(path: Path) -> None:
    path.mkdir(parents=True)
    notices: list[str] = []
    history = History(path, notice=notices.append)
    assert not history.add(start(), change())
    assert history.sessions() == ()
    assert notices == ["the history cannot be used: unable to open database file"]
    assert path.is_dir()


# -- two programs ----------------------------------------------------------------------------------


def write_often(path: Path, name: str, times: int) -> None:
    history = History(path, notice=no_notice)
    for _ in range(times):
        assert history.add(start(name), change())


def test_two_programs_may_write_at_once(path: Path, history: History) -> None:
    context = multiprocessing.get_context("spawn")
    writers = [context.Process(target=write_often, args=(path, name, 20)) for name in "ab"]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    assert [writer.exitcode for writer in writers] == [0, 0]
    assert [session.sets for session in history.sessions()] == [40, 40]


# -- the commands ----------------------------------------------------------------------------------


@pytest.fixture
def kept() -> None:
    """Two sessions in the user's own history."""
    history = open_history(notice=no_notice)
    history.add(start("a"), change("11/10"))
    history.add(start("b"), change(ending=None))


def run(*words: str) -> tuple[int, str, str]:
    result = CliRunner().invoke(app, ["history", *words], env={"COLUMNS": "120"})
    return result.exit_code, result.stdout, result.stderr


def test_history_without_a_session_says_so() -> None:
    assert run() == (0, "", "no session yet: see `earcoach start --help`\n")
    assert run("--json") == (0, "[]\n", "")


@pytest.mark.usefixtures("kept")
def test_history_lists_sessions_the_newest_first() -> None:
    code, out, _ = run()
    assert code == 0
    head, _, second, first = [line.split() for line in out.splitlines() if line.strip()]
    assert head == ["no", "date", "routine", "time", "sets", "reps", "pace", "skipped", "ending"]
    words = ["2025-03-01", "18:30", "Strong", "legs", "1:30", "2", "16"]
    assert second == ["2", *words, "1.00", "Bridge", "cut", "off"]
    assert first == ["1", *words, "1.10", "Bridge", "finished"]


@pytest.mark.usefixtures("kept")
def test_history_as_json() -> None:
    code, out, _ = run("--json")
    assert code == 0
    assert json.loads(out)[1] == {
        "id": 1,
        "routine": "legs",
        "title": "Strong legs",
        "started_at": "2025-03-01T18:30:00+01:00",
        "trained_s": 90.5,
        "sets": 2,
        "reps": 16,
        "skipped": ["Bridge"],
        "pace": 1.1,
        "ending": "finished",
    }


@pytest.mark.usefixtures("kept")
def test_history_show_tells_every_set() -> None:
    code, out, _ = run("show", "1")
    assert code == 0
    lines = [" ".join(line.split()) for line in out.splitlines() if line.strip()]
    assert lines[:2] == [
        "Strong legs, 2025-03-01 18:30, finished",
        "1:30 trained, 2 sets, 16 reps, pace 1.10",
    ]
    assert lines[4:] == [
        "Legs Squat 1 left 8 reps",
        "Legs Squat 1 right 8 reps",
        "Legs Bridge 2.1 12 reps skipped",
        "Legs Plank 2.1 0:30",
    ]


@pytest.mark.usefixtures("kept")
def test_history_show_as_json() -> None:
    code, out, _ = run("show", "2", "--json")
    assert code == 0
    shown = json.loads(out)
    assert (shown["id"], shown["ending"], len(shown["work"])) == (2, None, 4)
    assert shown["work"][0] == {
        "exercise": "Squat",
        "section": "Legs",
        "round": 1,
        "set": 1,
        "side": "left",
        "reps": 8,
        "seconds": None,
        "done": True,
        "at": "2025-03-01T18:30:00+01:00",
    }


def test_history_show_of_a_session_that_is_not_there() -> None:
    code, out, err = run("show", "7")
    assert (code, out) == (2, "")
    assert err == "error: there is no session 7\n  help: see `earcoach history`\n"
