"""The options that several commands share; those that are settings are in `setting_options`."""

from collections.abc import Callable
from typing import Annotated

import typer

from earcoach.arguments import number
from earcoach.cli import completing

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


def within(name: str, *, lowest: float, highest: float) -> Callable[[float], float]:
    """What refuses a number outside of limits; the help of typer's own ranges is for developers."""

    def checked(value: float) -> float:
        number(name, value, lowest=lowest, highest=highest)
        return value

    return checked
