"""Sessions that are kept in a store."""

from datetime import datetime, timedelta, timezone
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from earcoach.log.entries import SessionProgress, SessionStart, SetRecord
from earcoach.log.store import Store
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
def store_path(tmp_path: Path) -> Path:
    return tmp_path / "state" / "earcoach" / "history.sqlite"


@pytest.fixture
def store(store_path: Path) -> Store:
    return Store(store_path, notice=no_notice)
