"""Sessions that were left unfinished: what their journal tells becomes a session again."""

import sys

import typer

from earcoach.cli.messages import notice, tell_left_out
from earcoach.coach import Coach
from earcoach.errors import EarcoachError
from earcoach.log.unfinished import Unfinished, unfinished_session
from earcoach.settings import SettingKeywords


def offered(settings: SettingKeywords) -> Coach | None:
    """The session that was left unfinished, if there is one, it can go on, and it is wanted."""
    unfinished = unfinished_session()
    if unfinished is None:
        return None
    try:
        coach = resumed(unfinished, settings)
    except EarcoachError as error:
        notice(f"{unfinished.start.title} was left unfinished, and cannot go on: {error.message}")
        return None
    return coach if not sys.stdin.isatty() or _is_wanted(unfinished) else None


def _is_wanted(unfinished: Unfinished) -> bool:
    when = unfinished.when.strftime("%A %H:%M")
    question = f"Go on with {unfinished.start.title}, left on {when}?"
    return typer.confirm(question, default=True, err=True)


def resumed(unfinished: Unfinished, settings: SettingKeywords) -> Coach:
    """What is left of a session, with words that are to be said in another way from now on.

    Raises EarcoachError when it cannot go on.
    """
    coach = Coach.resume(unfinished, say_as=settings.get("say_as"), notice=notice)
    tell_left_out(coach.plan)
    return coach
