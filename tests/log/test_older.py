"""What earlier versions have kept is taken over once, whatever state it is in."""

import json
import os
import sqlite3
import zlib
from collections.abc import Mapping
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given, settings, strategies as st

from earcoach.log.entries import SessionProgress, SessionStart, Unfinished
from earcoach.log.older import MAX_BYTES
from earcoach.log.store import Store
from earcoach.session.events import Ending

VERSION_1 = """
    CREATE TABLE sessions (
        id INTEGER PRIMARY KEY, session TEXT NOT NULL UNIQUE, routine TEXT NOT NULL,
        title TEXT NOT NULL, started_at TEXT NOT NULL, trained_s REAL NOT NULL,
        pace TEXT NOT NULL, ending TEXT);
    CREATE TABLE work (
        id INTEGER PRIMARY KEY, session INTEGER NOT NULL REFERENCES sessions (id),
        exercise TEXT NOT NULL, section TEXT NOT NULL, round INTEGER NOT NULL,
        number INTEGER NOT NULL, side TEXT, reps INTEGER, length_ms INTEGER,
        done INTEGER NOT NULL, at TEXT NOT NULL);
    CREATE INDEX work_of_session ON work (session);
    INSERT INTO sessions VALUES
        (1, 'a', 'legs', 'Legs', '2025-03-01T18:30:00+01:00', 90.5, '11/10', 'finished'),
        (2, 'ab12', 'arms', 'Arms', '2025-03-02T18:30:00+01:00', 70, '1', 'quit');
    INSERT INTO work VALUES
        (1, 1, 'Squat', 'Legs', 1, 1, 'left', 8, NULL, 1, '2025-03-01T18:30:00+01:00'),
        (2, 2, 'Curl', 'Arms', 1, 1, NULL, 8, NULL, 1, '2025-03-02T18:30:00+01:00'),
        (3, 1, 'Squat', 'Legs', 1, 1, 'right', 8, NULL, 1, '2025-03-01T18:30:00+01:00'),
        (4, 1, 'Plank', 'Legs', 2, 1, NULL, NULL, 30000, 0, '2025-03-01T18:31:00+01:00');
    PRAGMA user_version = 1;
"""
BEGUN = {
    "kind": "start",
    "version": 1,
    "id": "ab12",
    "routine": "arms",
    "title": "Arms",
    "digest": "d1",
    "options": ["level=low"],
    "phases": 12,
    "at": "2025-03-02T18:30:00+01:00",
    "pace": [1, 1],
}
PLACES = [{"kind": "place", "resume_at": n, "at": "2025-03-02T18:40:00+01:00"} for n in (1, 2, 3)]


def no_notice(line: str) -> None:
    raise AssertionError(line)


def line_of(entry: object) -> bytes:
    body = json.dumps(entry, separators=(",", ":")).encode("ascii")
    return b"%08x %s\n" % (zlib.crc32(body), body)


def journal_of(*entries: Mapping[str, Any]) -> bytes:
    return b"".join(map(line_of, entries))


SMALL = journal_of(BEGUN, *PLACES)


def left_by(data: bytes, folder: Path) -> Unfinished | None:
    """What can be resumed when a journal is all there is."""
    (folder / "journal").mkdir(exist_ok=True)
    (folder / "journal" / "000001.jsonl").write_bytes(data)
    (folder / "history.sqlite").unlink(missing_ok=True)
    return next(iter(Store(folder / "history.sqlite", notice=no_notice).unfinished()), None)


def place_in(data: bytes, folder: Path) -> int | None:
    found = left_by(data, folder)
    assert found is None or found.start.id == "ab12"
    return found.index if found else None


def test_an_old_history_is_taken_over(tmp_path: Path) -> None:
    path = tmp_path / "history.sqlite"
    with closing(sqlite3.connect(path)) as db:
        db.executescript(VERSION_1)
    store = Store(path, notice=no_notice)
    second, first = store.sessions()
    assert (first.id, first.title, first.trained_s, first.sets) == (1, "Legs", 90.5, 1)
    assert (first.pace, first.ending, first.skipped) == (
        Fraction(11, 10),
        Ending.FINISHED,
        ("Plank",),
    )
    assert [record.exercise for record in store.work(1)] == ["Squat", "Squat", "Plank"]
    assert (second.id, second.ending, second.resumable) == (2, Ending.QUIT, False)


VERSION_2 = """
    CREATE TABLE sessions (
        number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, routine TEXT NOT NULL,
        title TEXT NOT NULL, digest TEXT NOT NULL, options TEXT NOT NULL, phases INTEGER NOT NULL,
        started_at TEXT NOT NULL, trained_s REAL NOT NULL, pace TEXT NOT NULL,
        resume_at INTEGER NOT NULL, seen_at TEXT NOT NULL, ending TEXT);
    CREATE TABLE sets (
        session TEXT NOT NULL, number INTEGER NOT NULL, exercise TEXT NOT NULL,
        section TEXT NOT NULL, round INTEGER NOT NULL, set_number INTEGER NOT NULL, side TEXT,
        reps INTEGER, length_ms INTEGER, done INTEGER NOT NULL, at TEXT NOT NULL,
        PRIMARY KEY (session, number));
    INSERT INTO sessions VALUES (1, 'ab12', 'legs', 'Legs', 'd1', '[]', 12,
        '2025-03-01T18:30:00+01:00', 90.5, '11/10', 3, '2025-03-01T18:31:00+01:00', NULL);
    INSERT INTO sets VALUES
        ('ab12', 0, 'Squat', 'Legs', 1, 1, NULL, 8, NULL, 1, '2025-03-01T18:30:00+01:00'),
        ('ab12', 1, 'Plank', 'Legs', 1, 1, NULL, NULL, 30000, 0, '2025-03-01T18:31:00+01:00');
"""


@pytest.mark.parametrize(
    ("name", "version"), [("history.sqlite", "2"), ("ab12.running", "0")], ids=["store", "beside"]
)
def test_a_history_without_breaths_and_distances_goes_on_with_them(
    tmp_path: Path, name: str, version: str
) -> None:
    with closing(sqlite3.connect(tmp_path / name)) as db:
        db.executescript(f"{VERSION_2} PRAGMA user_version = {version};")
    store = Store(tmp_path / "history.sqlite", notice=no_notice)
    (left,) = store.unfinished()
    assert [(one.reps, one.length_ms) for one in store.work(1)] == [(8, None), (None, 30_000)]
    keeper = store.keeping(left.start)
    keeper.begin()
    way = replace(store.work(1)[0], exercise="Run", reps=None, distance_m=400, distance="400 m")
    now = datetime(2025, 4, 1, tzinfo=UTC)
    keeper.keep(SessionProgress(trained_s=99, pace=Fraction(1), resume_at=9, seen_at=now), (way,))
    keeper.end()
    assert store.work(1)[-1] == way


def test_an_old_journal_is_taken_over_once(tmp_path: Path) -> None:
    path = tmp_path / "history.sqlite"
    with closing(sqlite3.connect(path)) as db:
        db.executescript(VERSION_1)
    (tmp_path / "journal").mkdir()
    paced = {"kind": "pace", "pace": [5, 4], "at": "2025-03-02T18:41:00+01:00"}
    (tmp_path / "journal" / "000001.jsonl").write_bytes(SMALL + line_of(paced))
    store = Store(path, notice=no_notice)
    (left,) = store.unfinished()
    assert (left.number, left.index, left.pace) == (2, 3, Fraction(5, 4))
    assert left.when == datetime(2025, 3, 2, 17, 41, tzinfo=UTC)
    assert (left.start.options, left.start.trained_s, left.start.sets) == (("level=low",), 70, 1)
    assert not (tmp_path / "journal").exists()
    keeper = store.keeping(left.start)
    keeper.begin()
    ended = SessionProgress(
        trained_s=80,
        pace=Fraction(1),
        resume_at=11,
        seen_at=datetime(2025, 4, 1, tzinfo=UTC),
        ending=Ending.FINISHED,
    )
    keeper.keep(ended, ())
    keeper.end()
    assert Store(path, notice=no_notice).unfinished() == ()


def test_of_a_finished_journal_nothing_is_resumed(tmp_path: Path) -> None:
    ended = {"kind": "ended", "ending": "finished", "at": "2025-03-02T18:41:00+01:00"}
    assert left_by(journal_of(BEGUN, *PLACES, ended), tmp_path) is None


def test_cut_at_any_length_the_last_whole_entry_stands(tmp_path: Path) -> None:
    ends = [n for n in range(len(SMALL)) if SMALL[n : n + 1] == b"\n"]
    for length in range(0, len(SMALL) + 1, 7):
        whole = sum(end <= length for end in ends)
        assert place_in(SMALL[:length], tmp_path) == (whole - 1 if whole else None)


@settings(max_examples=20)
@given(data=st.binary(max_size=300), at=st.integers(0, 600))
def test_whatever_is_written_over_it_nothing_is_raised(
    tmp_path_factory: pytest.TempPathFactory, data: bytes, at: int
) -> None:
    folder = tmp_path_factory.mktemp("damaged")
    assert place_in(SMALL[:at] + data + SMALL[at + len(data) :], folder) in (None, 0, 1, 2, 3)


@settings(max_examples=20)
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
@example({"kind": "place", "resume_at": 2**63})
@example({"kind": "place", "resume_at": -1})
def test_a_whole_entry_of_any_content_is_taken_for_what_it_is_worth(
    tmp_path_factory: pytest.TempPathFactory, entry: object
) -> None:
    place = place_in(SMALL + line_of(entry), tmp_path_factory.mktemp("any"))
    assert place is None or 0 <= place < 12


def test_strange_files_are_passed_over(tmp_path: Path) -> None:
    folder = tmp_path / "journal"
    folder.mkdir()
    (folder / "000002.jsonl").write_bytes(b"")
    (folder / "000003.jsonl").mkdir()
    (folder / "000004.jsonl").write_bytes(b"\xff\xfe" * 1000)
    (folder / "000005.jsonl").symlink_to(folder / "gone")
    (folder / "notes.txt").write_text("mine")
    with (folder / "000006.jsonl").open("wb") as huge:
        huge.truncate(MAX_BYTES * 100)
    os.mkfifo(folder / "000007.jsonl")
    (folder / "000008.jsonl").write_bytes(line_of({}) + b"0 " + b"[" * 100_000)
    assert place_in(SMALL, tmp_path) == 3
    assert (folder / "notes.txt").exists()


def test_a_folder_that_is_left_over_is_looked_through_each_time(tmp_path: Path) -> None:
    """What an older version, used again, leaves behind is not lost."""
    store = Store(tmp_path / "history.sqlite", notice=no_notice)
    begun = SessionStart(
        id="x", routine="legs", title="Legs", digest="", options=(), phases=9, at=datetime.now(UTC)
    )
    keeper = store.keeping(begun)
    keeper.begin()
    keeper.end()
    (tmp_path / "journal").mkdir()
    (tmp_path / "journal" / "000009.jsonl").write_bytes(SMALL)
    assert [left.start.id for left in store.unfinished()] == ["ab12"]
