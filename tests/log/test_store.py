"""The store: what was done is there, and where to go on, whatever happened to its file."""

import gc
import json
import multiprocessing
import os
import random
import sqlite3
import subprocess
import sys
import textwrap
from contextlib import closing
from datetime import datetime, timedelta, timezone
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given, settings, strategies as st
from program import PROGRAM, run_in_terminal
from terminals import new_terminal
from typer.testing import CliRunner

import earcoach
from earcoach.cli.main import app
from earcoach.log.entries import PastSession, SessionProgress, SessionStart, SetRecord
from earcoach.log.store import GLANCES, Store, open_store
from earcoach.paths import state_folder
from earcoach.plan.phases import Side
from earcoach.session.events import Ending

AT = datetime(2025, 3, 1, 18, 30, tzinfo=timezone(timedelta(hours=1)))


def record(exercise: str, **what: Any) -> SetRecord:
    usual: dict[str, Any] = {"section": "Legs", "round": 1, "set": 1, "side": None, "reps": None}
    return SetRecord(exercise=exercise, at=AT, **usual | {"length_ms": None, "done": True} | what)


LEFT = record("Squat", side=Side.LEFT, reps=8)
RIGHT = record("Squat", side=Side.RIGHT, reps=8)
HOLD = record("Plank", round=2, length_ms=30_000)
SKIPPED = record("Bridge", round=2, reps=12, done=False)
WORK = (LEFT, RIGHT, SKIPPED, HOLD)


def start(id_: str = "a", routine: str = "legs", **what: Any) -> SessionStart:
    usual: dict[str, Any] = {"title": "Strong legs", "digest": "d1", "options": ("level=low",)}
    return SessionStart(id=id_, routine=routine, at=AT, **usual | {"phases": 9} | what)


def progress(
    pace: str = "1", ending: Ending | None = Ending.FINISHED, **what: Any
) -> SessionProgress:
    usual: dict[str, Any] = {"trained_s": 90.5, "resume_at": 4, "seen_at": AT}
    return SessionProgress(pace=Fraction(pace), ending=ending, **usual | what)


def keep(
    store: Store,
    begun: SessionStart | None = None,
    came: SessionProgress | None = None,
    work: tuple[SetRecord, ...] = WORK,
) -> None:
    """Keep a session from its start to its end."""
    keeper = store.keeping(begun or start())
    keeper.begin()
    keeper.keep(came or progress(), work)
    keeper.end()


def no_notice(line: str) -> None:
    raise AssertionError(line)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "state" / "earcoach" / "history.sqlite"


@pytest.fixture
def store(path: Path) -> Store:
    return Store(path, notice=no_notice)


def test_a_session_is_read_back(store: Store) -> None:
    keep(store, came=progress("11/10"))
    (session,) = store.sessions()
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
    assert store.session(1) == session
    assert store.work(1) == WORK
    assert store.unfinished() == ()


def test_what_a_resumed_session_adds_adds_up(store: Store) -> None:
    keep(store, came=progress(ending=None))
    (left,) = store.unfinished()
    assert (left.start.trained_s, left.start.sets, left.sets_done) == (90.5, 4, 2)
    again = start(trained_s=left.start.trained_s, sets=left.start.sets)
    keep(store, again, progress("5/4", Ending.QUIT, trained_s=100.5), (HOLD,))
    (session,) = store.sessions()
    assert (session.trained_s, session.sets, session.pace) == (100.5, 3, Fraction(5, 4))
    assert session.ending is Ending.QUIT
    assert store.work(1) == (*WORK, HOLD)


def test_what_is_kept_twice_is_there_once(store: Store) -> None:
    keeper = store.keeping(start())
    keeper.begin()
    keeper.keep(progress(ending=None), WORK[:2])
    keeper.keep(progress(), WORK)
    assert store.work(1) == WORK


def test_the_newest_comes_first_and_each_routine_has_its_last_pace(store: Store) -> None:
    assert (store.sessions(), store.last_pace("legs"), store.last_routine()) == ((), None, None)
    for number, (routine, pace) in enumerate([("legs", "1"), ("legs", "1.2"), ("arms", "0.9")]):
        keep(store, start(str(number), routine), progress(pace))
    assert [session.id for session in store.sessions()] == [3, 2, 1]
    assert store.last_pace("legs") == Fraction(6, 5)
    assert store.last_pace("arms") == Fraction(9, 10)
    assert store.last_pace("back") is None
    assert store.last_routine() == "arms"
    assert store.session(4) is None
    assert store.work(4) == ()


def test_a_path_that_is_no_text_is_kept(store: Store) -> None:
    keep(store, start(routine="/tmp/b\udcffd.yaml"), progress("1.3"))
    assert store.last_pace("/tmp/b\udcffd.yaml") == Fraction(13, 10)


def test_nobody_else_reads_the_folder(store: Store, path: Path) -> None:
    path.parent.mkdir(parents=True, mode=0o755)
    keep(store)
    assert path.parent.stat().st_mode & 0o777 == 0o700


# -- unfinished sessions ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("ending", "resumable"),
    [
        (Ending.FINISHED, False),
        (Ending.QUIT, True),
        (Ending.INTERRUPTED, True),
        (Ending.NO_DEVICE, True),
        (None, True),
    ],
)
def test_every_ending_but_the_good_one_can_be_resumed(
    store: Store, ending: Ending | None, resumable: bool
) -> None:
    keep(store, came=progress("23/20", ending))
    assert [left.start for left in store.unfinished()] == (
        [start(trained_s=90.5, sets=4)] if resumable else []
    )
    for left in store.unfinished():
        assert (left.number, left.index, left.pace, left.when) == (1, 4, Fraction(23, 20), AT)
    (session,) = store.sessions()
    assert session.resumable == resumable


def test_finishing_a_session_forgets_no_other(store: Store) -> None:
    for hour, (id_, ending) in enumerate(
        [("a", Ending.QUIT), ("b", Ending.QUIT), ("c", Ending.FINISHED), ("a", Ending.QUIT)]
    ):
        keep(store, start(id_), progress(ending=ending, seen_at=AT + timedelta(hours=hour)))
    assert [left.start.id for left in store.unfinished()] == ["a", "b"]
    keep(store, start("a"))
    assert [left.start.id for left in store.unfinished()] == ["b"]


def test_when_only_the_good_bye_is_missing_there_is_nothing_to_resume(store: Store) -> None:
    keep(store, came=progress(ending=Ending.QUIT, resume_at=8))
    assert store.unfinished() == ()


def test_a_session_under_way_is_not_unfinished_until_it_is_left(store: Store) -> None:
    keeper = store.keeping(start())
    keeper.begin()
    keeper.keep(progress(ending=None), WORK)
    assert store.unfinished() == ()
    (session,) = store.sessions()
    assert (session.under_way, session.resumable) == (True, False)
    keeper.end()
    assert len(store.unfinished()) == 1


def test_a_glance_is_not_in_the_history_and_old_ones_are_forgotten(store: Store) -> None:
    for number in range(GLANCES + 5):
        keep(store, start(str(number)), progress(ending=None, trained_s=5), ())
    assert store.sessions() == ()
    assert len(store.unfinished()) in (GLANCES, GLANCES + 1)


# -- a store that is locked ------------------------------------------------------------------------


def test_a_locked_store_holds_nothing_back_and_loses_nothing(store: Store, path: Path) -> None:
    keep(store, start("before"))
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        keep(store, came=progress(ending=Ending.QUIT))
    assert [session.sets for session in store.sessions()] == [2, 2]
    (left,) = store.unfinished()
    assert (left.start.id, left.index) == ("a", 4)
    assert store.work(2) == WORK
    assert [file.name for file in path.parent.iterdir()] == [path.name]


def test_what_could_not_be_written_is_written_later(store: Store, path: Path) -> None:
    keeper = store.keeping(start())
    keeper.begin()
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        keeper.keep(progress(ending=None, trained_s=1, resume_at=1), WORK[:1])
    keeper.keep(progress(ending=None, trained_s=70, resume_at=2), WORK[:2])
    assert store.work(1) == WORK[:2]
    del keeper  # killed, with what it once wrote beside the store
    gc.collect()
    (left,) = store.unfinished()
    assert (left.index, left.start.trained_s, left.start.sets) == (2, 70, 2)


def test_without_a_place_beside_it_is_said_that_nothing_is_kept(path: Path) -> None:
    notices: list[str] = []
    path.parent.mkdir(parents=True)
    (path.parent / "a.running").mkdir()
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        keep(Store(path, notice=notices.append))
    assert notices == ["the place in this session cannot be kept: unable to open database file"]


# -- what is forgotten -----------------------------------------------------------------------------


def test_a_session_that_is_forgotten_is_gone(store: Store, path: Path) -> None:
    keep(store, start("a", title="Very private"))
    keep(store, start("b"))
    store.forget(1)
    assert [session.id for session in store.sessions()] == [2]
    assert store.work(1) == ()
    assert b"Very private" not in path.read_bytes()
    with pytest.raises(earcoach.UsageError, match="there is no session 1"):
        store.forget(1)


def test_everything_is_forgotten_but_what_is_under_way(store: Store, path: Path) -> None:
    (path.parent / "history.damaged-1.sqlite").parent.mkdir(parents=True)
    (path.parent / "history.damaged-1.sqlite").touch()
    keep(store, start("a"))
    keeper = store.keeping(start("b"))
    keeper.begin()
    keeper.keep(progress(ending=None), WORK)
    with pytest.raises(earcoach.UsageError, match="session 2 is under way"):
        store.forget(2)
    store.forget_all()
    assert [session.id for session in store.sessions()] == [2]
    assert not (path.parent / "history.damaged-1.sqlite").exists()
    keeper.end()


# -- damage ----------------------------------------------------------------------------------------


READ_ONLY = bytes([*b"SQLite format 3\0", 16, 0, 9, 9])
"""The head of a file that a later SQLite may write, and this one only read."""


@pytest.mark.parametrize(
    "data", [b"not a database at all", b"SQLite format 3\0" + b"\7" * 5000, READ_ONLY]
)
def test_a_damaged_file_is_put_aside_and_a_new_one_begins(
    path: Path, data: bytes, whole: bytes
) -> None:
    path.parent.mkdir(parents=True)
    if data is READ_ONLY:
        data += whole[len(data) :]
    for number in (1, 2):
        path.write_bytes(data)
        notices: list[str] = []
        store = Store(path, notice=notices.append)
        keep(store)
        assert [session.title for session in store.sessions()] == ["Strong legs"]
        (notice,) = notices
        assert f"history.damaged-{number}.sqlite, and a new one begins" in notice
        assert (path.parent / f"history.damaged-{number}.sqlite").read_bytes() == data


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The file of a store."""
    file = tmp_path_factory.mktemp("whole") / "history.sqlite"
    for number in range(20):
        keep(Store(file, notice=no_notice), start(str(number)))
    return file.read_bytes()


@settings(max_examples=20)
@given(at=st.integers(0, 30_000), data=st.binary(min_size=1, max_size=40), cut=st.booleans())
@example(at=3384, data=b"  ", cut=False)  # a column without its name
def test_whatever_is_damaged_nothing_is_raised_and_it_can_be_used_again(
    whole: bytes, tmp_path_factory: pytest.TempPathFactory, at: int, data: bytes, cut: bool
) -> None:
    at %= len(whole)
    file = tmp_path_factory.mktemp("damaged") / "history.sqlite"
    file.write_bytes(whole[:at] + (b"" if cut else data + whole[at + len(data) :]))
    notices: list[str] = []
    store = Store(file, notice=notices.append)
    for session in store.sessions():
        store.work(session.id)
    assert isinstance(store.unfinished(), tuple)
    keep(store, start("new"))
    sessions = store.sessions()
    assert any(session.title == "Strong legs" for session in sessions) or notices


def test_an_empty_file_is_a_new_store(path: Path, store: Store) -> None:
    path.parent.mkdir(parents=True)
    path.touch()
    assert store.sessions() == ()
    keep(store)
    assert len(store.sessions()) == 1


def test_a_store_of_a_newer_version_is_left_alone(path: Path, store: Store) -> None:
    keep(store)
    with closing(sqlite3.connect(path)) as db:
        db.execute("PRAGMA user_version = 99")
    before = path.read_bytes()
    notices: list[str] = []
    store = Store(path, notice=notices.append)
    assert store.sessions() == ()
    keep(store, start("b"))
    assert notices == [f"{path} is of a newer earcoach: it is left alone"]
    assert path.read_bytes() == before


def test_without_a_folder_training_goes_on_and_it_is_said_once(path: Path) -> None:
    path.parent.parent.mkdir()
    path.parent.write_text("a file where the folder should be")
    notices: list[str] = []
    store = Store(path, notice=notices.append)
    keep(store)
    keep(store)
    assert store.sessions() == ()
    assert [notice.split(":")[0] for notice in dict.fromkeys(notices)] == [
        "the place in this session cannot be kept",
        "the history cannot be used",
    ]


def test_a_folder_where_the_file_should_be_stays(path: Path) -> None:
    path.mkdir(parents=True)
    notices: list[str] = []
    store = Store(path, notice=notices.append)
    keep(store)
    assert store.sessions() == ()
    assert notices == ["the history cannot be used: unable to open database file"]
    assert path.is_dir()


# -- two programs ----------------------------------------------------------------------------------


def keep_often(path: Path, name: str, times: int) -> None:
    store = Store(path, notice=no_notice)
    for number in range(times):
        keep(store, start(name, sets=number * len(WORK)))


def test_two_programs_may_write_at_once(path: Path, store: Store) -> None:
    context = multiprocessing.get_context("spawn")
    writers = [context.Process(target=keep_often, args=(path, name, 20)) for name in "ab"]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    assert [writer.exitcode for writer in writers] == [0, 0]
    assert [session.sets for session in store.sessions()] == [40, 40]


# -- kill -9 ---------------------------------------------------------------------------------------

WRITER = """\
    import os, sys
    from datetime import datetime, timezone
    from fractions import Fraction
    from pathlib import Path
    from earcoach.log.entries import SessionProgress, SessionStart
    from earcoach.log.store import Store
    at = datetime.now(timezone.utc)
    store = Store(Path(sys.argv[1]), notice=print)
    start = SessionStart(
        id="x", routine="legs", title="Legs", digest="", options=(), phases=10**9, at=at
    )
    keeper = store.keeping(start)
    keeper.begin()
    for place in range(int(sys.argv[2])):
        progress = SessionProgress(trained_s=place, pace=Fraction(1), resume_at=place, seen_at=at)
        keeper.keep(progress, ())
        os.write(1, b"%d\\n" % place)
    sys.stdin.read()
"""


def test_a_session_in_another_terminal_is_known_to_be_alive(store: Store, path: Path) -> None:
    command = [sys.executable, "-c", textwrap.dedent(WRITER), str(path), "3"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as writer:
        assert writer.stdout is not None
        while writer.stdout.readline() != b"2\n":
            pass
        assert store.unfinished() == ()
        writer.kill()
    (left,) = store.unfinished()
    assert left.index == 2


def test_after_kill_9_at_any_moment_the_last_place_is_there(tmp_path: Path) -> None:
    chance = random.Random(1)
    command = [sys.executable, "-c", textwrap.dedent(WRITER)]
    writers = [
        subprocess.Popen([*command, str(path), "1000000"], stdout=subprocess.PIPE)
        for path in [tmp_path / str(number) / "history.sqlite" for number in range(8)]
    ]
    for number, writer in enumerate(writers):
        assert writer.stdout is not None
        said = b"".join(writer.stdout.readline() for _ in range(chance.randrange(1, 60)))
        writer.kill()
        said += writer.stdout.read()
        writer.wait()
        place = int(said.splitlines()[-1])
        (left,) = Store(tmp_path / str(number) / "history.sqlite", notice=no_notice).unfinished()
        assert left.index in (place, place + 1)


# -- the commands ----------------------------------------------------------------------------------


@pytest.fixture
def kept() -> None:
    """Two sessions in the user's own history."""
    store = open_store(notice=no_notice)
    keep(store, start("a"), progress("11/10"))
    keep(store, start("b"), progress(ending=None))


def run(*words: str) -> tuple[int, str, str]:
    return program("history", *words)


def program(*words: str) -> tuple[int, str, str]:
    result = CliRunner().invoke(app, words, env={"COLUMNS": "120"})
    return result.exit_code, result.stdout, result.stderr


def test_history_without_a_session_says_so() -> None:
    assert run() == (0, "", "no session yet: see `earcoach start --help`\n")
    assert run("--json") == (0, "[]\n", "")


@pytest.mark.usefixtures("kept")
def test_history_lists_sessions_the_newest_first() -> None:
    code, out, _ = run()
    assert code == 0
    head, _, *sessions = [" ".join(line.split()) for line in out.splitlines() if line.strip()]
    assert head == "no date time session"
    assert sessions == [
        "2 2025-03-01 18:30 1:30 Strong legs",
        "2 sets, 16 reps, cut off, can be resumed",
        "skipped: Bridge",
        "1 2025-03-01 18:30 1:30 Strong legs",
        "2 sets, 16 reps at pace 1.1, finished",
        "skipped: Bridge",
    ]


@pytest.mark.parametrize("columns", [60, 80])
def test_history_is_whole_in_any_terminal(columns: int) -> None:
    """No word is cut off, and a date is never broken."""
    title = "Full-body strength, home version with a kettlebell and a band"
    skipped = ("Bulgarian split squat", "Copenhagen plank")
    work = tuple(record(name, done=False) for name in skipped)
    keep(open_store(notice=no_notice), start(title=title), progress(ending=None), work)
    for command in (("history",), ("history", "show", "1")):
        shown, _ = run_in_terminal("stdout", *command, COLUMNS=str(columns), NO_COLOR="1")
        table = shown[shown.index("─") :] if "show" in command else shown
        assert max(map(len, table.splitlines())) <= columns
        assert "2025-03-01 18:30" in shown
        words = set(shown.replace(",", " ").split())
        for text in (title, "can be resumed", *skipped):
            assert set(text.replace(",", " ").split()) <= words


@pytest.mark.usefixtures("kept")
@pytest.mark.parametrize(
    "words",
    [("history",), ("history", "--json"), ("history", "show", "1"), ("history", "forget", "1"),
     ("resume", "--list"), ("resume",)],
)  # fmt: skip
def test_a_history_that_cannot_be_read_is_not_called_empty(words: tuple[str, ...]) -> None:
    path = state_folder("history.sqlite")
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        code, out, err = program(*words)
    assert (code, out) == (1, "")
    assert err.splitlines() == [
        "error: the history cannot be used: database is locked",
        "  help: another program is using it: try again later",
    ]


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
        "under_way": False,
        "resumable": False,
    }


@pytest.mark.usefixtures("kept")
def test_history_show_tells_every_set() -> None:
    code, out, _ = run("show", "1")
    assert code == 0
    lines = [" ".join(line.split()) for line in out.splitlines() if line.strip()]
    assert lines[:2] == [
        "Strong legs, 2025-03-01 18:30, finished",
        "1:30 trained, 2 sets, 16 reps at pace 1.1",
    ]
    assert lines[4:] == [
        "Legs",
        "Squat 1 1 left 8 reps",
        "Squat 1 1 right 8 reps",
        "Bridge 2 1 12 reps skipped",
        "Plank 2 1 30 s",
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
        "breaths": None,
        "calories": None,
        "distance_m": None,
        "rep_hold_s": None,
        "or_more": False,
        "done": True,
        "at": "2025-03-01T18:30:00+01:00",
    }


def test_history_show_tells_breaths_calories_and_distances_as_what_they_are() -> None:
    work = (
        record("Child's pose", breaths=5),
        record("Row", calories=15),
        record("Run", distance_m=400, distance="400 m"),
        record("Jog", distance_m=2414, distance="1.5 mile"),
        record("Bridge", reps=10, rep_hold_ms=5000),
        record("Pull-up", reps=10, or_more=True),
    )
    store = open_store(notice=no_notice)
    keep(store, work=work)
    assert store.work(1) == work
    _, out, _ = run("show", "1")
    lines = [" ".join(line.split()) for line in out.splitlines() if line.strip()]
    assert lines[4:] == [
        "Legs",
        "Child's pose 1 5 breaths",
        "Row 1 15 calories",
        "Run 1 400 metres",
        "Jog 1 1.5 miles",
        "Bridge 1 10 reps, each held for 5 seconds",
        "Pull-up 1 10 or more reps",
    ]
    shown = json.loads(run("show", "1", "--json")[1])["work"]
    keys = ("reps", "seconds", "breaths", "calories", "distance_m")
    assert [[one[key] for key in keys] for one in shown] == [
        [None, None, 5, None, None],
        [None, None, None, 15, None],
        [None, None, None, None, 400],
        [None, None, None, None, 2414],
        [10, None, None, None, None],
        [10, None, None, None, None],
    ]
    assert [(one["rep_hold_s"], one["or_more"]) for one in shown[-2:]] == [(5, False), (None, True)]


def test_history_show_of_a_session_that_is_not_there() -> None:
    code, out, err = run("show", "7")
    assert (code, out) == (2, "")
    assert err == "error: there is no session 7\n  help: see `earcoach history`\n"


@pytest.mark.usefixtures("kept")
def test_history_forget_deletes_what_it_is_told_to() -> None:
    assert run("forget") == (
        2,
        "",
        "error: which session?\n  help: give its number, or --all\n",
    )
    assert run("forget", "2") == (0, "", "")
    assert [session["id"] for session in json.loads(run("--json")[1])] == [1]
    assert run("forget", "2")[0] == 2
    code, _, err = run("forget", "--all")
    assert (code, "add --force" in err) == (2, True)
    assert run("forget", "--all", "--force") == (0, "", "")
    assert run("--json")[1] == "[]\n"
    assert run("forget", "--all", "--force") == (0, "", "there is no session to forget\n")


@pytest.mark.usefixtures("kept")
@pytest.mark.parametrize(("answer", "left"), [("n", 2), ("", 2), ("y", 0)])
def test_before_everything_is_forgotten_a_terminal_is_asked(answer: str, left: int) -> None:
    master, slave = new_terminal()
    with subprocess.Popen(
        [*PROGRAM, "history", "forget", "--all"], stdin=slave, stderr=subprocess.PIPE
    ) as process:
        os.close(slave)
        os.write(master, f"{answer}\n".encode())
        _, told = process.communicate(timeout=60)
    os.close(master)
    assert process.returncode == 0
    assert b"Forget all 2 sessions for good?" in told
    assert len(json.loads(run("--json")[1])) == left


def test_resume_list_shows_what_can_be_resumed() -> None:
    assert program("resume", "--list") == (0, "", "no session was left unfinished\n")
    store = open_store(notice=no_notice)
    for hour, id_ in enumerate("ab"):
        seen_at = AT + timedelta(hours=hour)
        keep(store, start(id_, title=f"Legs {id_}"), progress(ending=None, seen_at=seen_at))
    code, out, _ = program("resume", "--list")
    assert code == 0
    assert [line.split() for line in out.splitlines() if line.strip()][2:] == [
        ["2", "2025-03-01", "19:30", "Legs", "b", "2"],
        ["1", "2025-03-01", "18:30", "Legs", "a", "2"],
    ]
    assert program("resume", "7") == (
        2,
        "",
        "error: session 7 cannot be resumed\n  help: see `earcoach resume --list`\n",
    )
