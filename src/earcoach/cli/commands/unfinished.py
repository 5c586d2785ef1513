"""Sessions that were left unfinished: what was kept of them becomes a session again."""

import sys
from collections.abc import Sequence

import typer

from earcoach.cli.display.tables import print_table
from earcoach.cli.messages import notice, tell_left_out
from earcoach.coach import Coach
from earcoach.errors import EarcoachError
from earcoach.log.entries import Unfinished
from earcoach.log.store import Store, open_store
from earcoach.settings import SettingKeywords


def offered(settings: SettingKeywords) -> Coach | None:
    """The session that was left unfinished, if there is one, it can go on, and it is wanted."""
    store = open_store(notice=notice)
    unfinished = next(iter(store.unfinished()), None)
    if unfinished is None or not _is_latest(unfinished, store):
        return None
    try:
        coach = resumed(unfinished, settings)
    except EarcoachError as error:
        notice(f"{unfinished.start.title} was left unfinished, and cannot go on: {error.message}")
        return None
    if sys.stdin.isatty():
        return coach if _is_wanted(unfinished) else None
    notice(f"going on with {unfinished.start.title}, left on {_when(unfinished)}")
    return coach


def _is_latest(unfinished: Unfinished, store: Store) -> bool:
    """Whether nothing was trained since: what was left long ago stops being offered."""
    return all(session.started_at <= unfinished.when for session in store.sessions())


def _is_wanted(unfinished: Unfinished) -> bool:
    question = f"Go on with {unfinished.start.title}, left on {_when(unfinished)}?"
    return typer.confirm(question, default=True, err=True)


def _when(unfinished: Unfinished) -> str:
    return unfinished.when.strftime("%A %H:%M")


def list_unfinished(left: Sequence[Unfinished]) -> None:
    """Print the sessions that can be resumed, the latest first."""
    if not left:
        notice("no session was left unfinished")
        return
    rows = [
        (str(one.number), f"{one.when:%Y-%m-%d %H:%M}", one.start.title, str(one.sets_done))
        for one in left
    ]
    print_table(("no", "left", "routine", "sets"), rows)


def resumed(unfinished: Unfinished, settings: SettingKeywords) -> Coach:
    """What is left of a session, with words that are to be said in another way from now on.

    Raises EarcoachError when it cannot go on.
    """
    coach = Coach.resume(unfinished, say_as=settings.get("say_as"), notice=notice)
    tell_left_out(coach.left_out)
    return coach
