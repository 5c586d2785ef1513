"""The store: what was done is there, and where to go on, whatever happened to its file."""

from datetime import timedelta
from fractions import Fraction
from pathlib import Path

import pytest
from kept import AT, HOLD, WORK, keep, progress, start

import earcoach
from earcoach.log.entries import PastSession
from earcoach.log.store import GLANCES, Store
from earcoach.session.events import Ending


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


def test_nobody_else_reads_the_folder(store: Store, store_path: Path) -> None:
    store_path.parent.mkdir(parents=True, mode=0o755)
    keep(store)
    assert store_path.parent.stat().st_mode & 0o777 == 0o700


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


# -- what is forgotten -----------------------------------------------------------------------------


def test_a_session_that_is_forgotten_is_gone(store: Store, store_path: Path) -> None:
    keep(store, start("a", title="Very private"))
    keep(store, start("b"))
    store.forget(1)
    assert [session.id for session in store.sessions()] == [2]
    assert store.work(1) == ()
    assert b"Very private" not in store_path.read_bytes()
    with pytest.raises(earcoach.UsageError, match="there is no session 1"):
        store.forget(1)


def test_everything_is_forgotten_but_what_is_under_way(store: Store, store_path: Path) -> None:
    (store_path.parent / "history.damaged-1.sqlite").parent.mkdir(parents=True)
    (store_path.parent / "history.damaged-1.sqlite").touch()
    keep(store, start("a"))
    keeper = store.keeping(start("b"))
    keeper.begin()
    keeper.keep(progress(ending=None), WORK)
    with pytest.raises(earcoach.UsageError, match="session 2 is under way"):
        store.forget(2)
    store.forget_all()
    assert [session.id for session in store.sessions()] == [2]
    assert not (store_path.parent / "history.damaged-1.sqlite").exists()
    keeper.end()
