"""The options that several commands share; those that are settings are in `setting_options`."""

import math
from collections.abc import Callable
from datetime import datetime
from typing import Annotated, Any

import typer

from earcoach.arguments import number, whole_number
from earcoach.cli import completing
from earcoach.errors import UsageError

ROUTINE = (
    "A routine's name (see `list`), or any written workout: a file, an address,"
    " `clipboard`, or `-`."
)
RoutineArgument = Annotated[
    str,
    typer.Argument(
        metavar="ROUTINE",
        help=ROUTINE,
        autocompletion=completing.routines,
    ),
]
RoutinesArgument = Annotated[
    list[str],
    typer.Argument(
        metavar="ROUTINE...",
        help="Routines' names (see `list`), or any written workouts, as `start` takes them.",
        autocompletion=completing.routines,
    ),
]
AllowPrivateOption = Annotated[
    bool, typer.Option("--allow-private", help="Read addresses of private networks too.")
]
ForceOption = Annotated[bool, typer.Option("--force", help="Replace what is there.")]
PrintJsonOption = Annotated[bool, typer.Option("--json", help="Print JSON for other programs.")]


def a_number(name: str, *, lowest: float, highest: float) -> Callable[[Any], float]:
    """What reads a number within limits; typer's own words for that are those of developers."""

    def a_number_within(given: Any) -> float:  # a partial has no name, which old click asks for
        return number(name, given, lowest=lowest, highest=highest)

    return a_number_within


def a_whole_number(
    name: str, *, lowest: float = -math.inf, highest: float = math.inf
) -> Callable[[Any], int]:
    """What reads a whole number within limits."""

    def a_whole_number_within(given: Any) -> int:
        return whole_number(name, given, lowest=lowest, highest=highest)

    return a_whole_number_within


session_number = a_whole_number("session", lowest=1)


def a_date(given: Any) -> datetime:
    """What reads a date as it is written into files. Raises UsageError for another."""
    try:
        return datetime.strptime(str(given), "%Y-%m-%d")
    except ValueError:
        cure = "write it as YYYY-MM-DD"
        raise UsageError(f"`{given}` is not a date", cure=cure) from None
