"""Sessions that were left unfinished: what was kept of them becomes a session again."""

import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import typer

import earcoach
from earcoach import EarcoachError
from earcoach.cli.commands.perform import Prepared, notice, now
from earcoach.cli.display.tables import print_table
from earcoach.cli.options import HeardOptions, options_of

if TYPE_CHECKING:
    from earcoach import Store, Unfinished


def offered(say_as: Sequence[str]) -> Prepared | None:
    """The session that was left unfinished, if there is one, it can go on, and it is wanted."""
    store = earcoach.open_store(notice=notice)
    unfinished = next(iter(store.unfinished()), None)
    if unfinished is None or not _is_latest(unfinished, store):
        return None
    try:
        prepared = prepared_again(unfinished, say_as)
    except EarcoachError as error:
        notice(f"{unfinished.start.title} was left unfinished, and cannot go on: {error.message}")
        return None
    return prepared if not sys.stdin.isatty() or _is_wanted(unfinished) else None


def _is_latest(unfinished: "Unfinished", store: "Store") -> bool:
    """Whether nothing was trained since: what was left long ago is not offered for ever."""
    return all(session.started_at <= unfinished.when for session in store.sessions())


def _is_wanted(unfinished: "Unfinished") -> bool:
    when = unfinished.when.strftime("%A %H:%M")
    question = f"Go on with {unfinished.start.title}, left on {when}?"
    return typer.confirm(question, default=True, err=True)


def list_unfinished(left: "Sequence[Unfinished]") -> None:
    """Print the sessions that can be resumed, the latest first."""
    if not left:
        notice("no session was left unfinished")
        return
    rows = [
        (str(one.number), f"{one.when:%Y-%m-%d %H:%M}", one.start.title, str(one.sets_done))
        for one in left
    ]
    print_table(("no", "left", "routine", "sets"), rows)


def prepared_again(unfinished: "Unfinished", say_as: Sequence[str] = ()) -> Prepared:
    """What is left of a session, with the options it was begun with and the pace it had last.

    `say_as` has words that are to be said in another way from now on.
    Raises EarcoachError when its routine or its options are not what they were.
    """
    options = replace(options_of(unfinished.start.options), pace=str(float(unfinished.pace)))
    options = replace(options, say_as=[*(options.say_as or []), *say_as] or None)
    options = _without_lost_music(options)
    routine = unfinished.start.routine
    plan = options.plan(routine)
    again = earcoach.session_start(
        routine, plan, options=options.spelled(), at=now(), resumes=unfinished.start
    )
    if not unfinished.fits(again):
        raise EarcoachError(
            f"`{routine}` is not what it was when the session was left",
            cure=f"begin anew with `earcoach start {routine}`",
        )
    return Prepared(plan, options, again, first=unfinished.index)


def _without_lost_music(options: HeardOptions) -> HeardOptions:
    """Music that is gone does not keep a session from being resumed."""
    if options.music is None or Path(options.music).exists():
        return options
    notice(f"the music `{options.music}` is gone; going on without it")
    return replace(options, music=None)
