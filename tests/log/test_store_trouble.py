"""A store that is locked, damaged, shared or left at any moment: training goes on."""

import gc
import multiprocessing
import random
import sqlite3
import subprocess
import sys
import textwrap
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import example, given, settings, strategies as st
from kept import WORK, keep, no_notice, progress, start

from earcoach.log.store import Store
from earcoach.session.events import Ending

# -- a store that is locked ------------------------------------------------------------------------


def test_a_locked_store_holds_nothing_back_and_loses_nothing(
    store: Store, store_path: Path
) -> None:
    keep(store, start("before"))
    with closing(sqlite3.connect(store_path, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        keep(store, came=progress(ending=Ending.QUIT))
    assert [session.sets for session in store.sessions()] == [2, 2]
    (left,) = store.unfinished()
    assert (left.start.id, left.index) == ("a", 4)
    assert store.work(2) == WORK
    assert [file.name for file in store_path.parent.iterdir()] == [store_path.name]


def test_what_could_not_be_written_is_written_later(store: Store, store_path: Path) -> None:
    keeper = store.keeping(start())
    keeper.begin()
    with closing(sqlite3.connect(store_path, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        keeper.keep(progress(ending=None, trained_s=1, resume_at=1), WORK[:1])
    keeper.keep(progress(ending=None, trained_s=70, resume_at=2), WORK[:2])
    assert store.work(1) == WORK[:2]
    del keeper  # killed, with what it once wrote beside the store
    gc.collect()
    (left,) = store.unfinished()
    assert (left.index, left.start.trained_s, left.start.sets) == (2, 70, 2)


def test_without_a_place_beside_it_is_said_that_nothing_is_kept(store_path: Path) -> None:
    notices: list[str] = []
    store_path.parent.mkdir(parents=True)
    (store_path.parent / "a.running").mkdir()
    with closing(sqlite3.connect(store_path, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        keep(Store(store_path, notice=notices.append))
    assert notices == ["the place in this session cannot be kept: unable to open database file"]


# -- damage ----------------------------------------------------------------------------------------


READ_ONLY = bytes([*b"SQLite format 3\0", 16, 0, 9, 9])
"""The head of a file that a later SQLite may write, and this one only read."""


@pytest.mark.parametrize(
    "data", [b"not a database at all", b"SQLite format 3\0" + b"\7" * 5000, READ_ONLY]
)
def test_a_damaged_file_is_put_aside_and_a_new_one_begins(
    store_path: Path, data: bytes, whole: bytes
) -> None:
    store_path.parent.mkdir(parents=True)
    if data is READ_ONLY:
        data += whole[len(data) :]
    for number in (1, 2):
        store_path.write_bytes(data)
        notices: list[str] = []
        store = Store(store_path, notice=notices.append)
        keep(store)
        assert [session.title for session in store.sessions()] == ["Strong legs"]
        (notice,) = notices
        assert f"history.damaged-{number}.sqlite, and a new one begins" in notice
        assert (store_path.parent / f"history.damaged-{number}.sqlite").read_bytes() == data


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


def test_an_empty_file_is_a_new_store(store_path: Path, store: Store) -> None:
    store_path.parent.mkdir(parents=True)
    store_path.touch()
    assert store.sessions() == ()
    keep(store)
    assert len(store.sessions()) == 1


def test_a_store_of_a_newer_version_is_left_alone(store_path: Path, store: Store) -> None:
    keep(store)
    with closing(sqlite3.connect(store_path)) as db:
        db.execute("PRAGMA user_version = 99")
    before = store_path.read_bytes()
    notices: list[str] = []
    store = Store(store_path, notice=notices.append)
    assert store.sessions() == ()
    keep(store, start("b"))
    assert notices == [f"{store_path} is of a newer earcoach: it is left alone"]
    assert store_path.read_bytes() == before


def test_without_a_folder_training_goes_on_and_it_is_said_once(store_path: Path) -> None:
    store_path.parent.parent.mkdir()
    store_path.parent.write_text("a file where the folder should be")
    notices: list[str] = []
    store = Store(store_path, notice=notices.append)
    keep(store)
    keep(store)
    assert store.sessions() == ()
    assert [notice.split(":")[0] for notice in dict.fromkeys(notices)] == [
        "the place in this session cannot be kept",
        "the history cannot be used",
    ]


def test_a_folder_where_the_file_should_be_stays(store_path: Path) -> None:
    store_path.mkdir(parents=True)
    notices: list[str] = []
    store = Store(store_path, notice=notices.append)
    keep(store)
    assert store.sessions() == ()
    assert notices == ["the history cannot be used: unable to open database file"]
    assert store_path.is_dir()


# -- two programs ----------------------------------------------------------------------------------


def keep_often(store_path: Path, name: str, times: int) -> None:
    store = Store(store_path, notice=no_notice)
    for number in range(times):
        keep(store, start(name, sets=number * len(WORK)))


def test_two_programs_may_write_at_once(store_path: Path, store: Store) -> None:
    context = multiprocessing.get_context("spawn")
    writers = [context.Process(target=keep_often, args=(store_path, name, 20)) for name in "ab"]
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


def test_a_session_in_another_terminal_is_known_to_be_alive(store: Store, store_path: Path) -> None:
    command = [sys.executable, "-c", textwrap.dedent(WRITER), str(store_path), "3"]
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
        subprocess.Popen([*command, str(store_path), "1000000"], stdout=subprocess.PIPE)
        for store_path in [tmp_path / str(number) / "history.sqlite" for number in range(8)]
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
