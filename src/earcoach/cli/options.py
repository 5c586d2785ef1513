"""The options that several commands share; those of a session are made from its settings."""

import inspect
from collections.abc import Callable
from dataclasses import fields
from enum import StrEnum
from typing import Annotated, Any, TypeVar, get_args, get_type_hints

import typer

from earcoach.settings import USUAL, Settings, options as options_of_settings

RoutineArgument = Annotated[
    str,
    typer.Argument(metavar="ROUTINE", help="A routine's name (see `list`) or a path to a file."),
]
RoutinesArgument = Annotated[
    list[str],
    typer.Argument(metavar="ROUTINE...", help="Names (see `list`) or paths to files."),
]
AllowPrivateOption = Annotated[
    bool, typer.Option("--allow-private", help="Read addresses of private networks too.")
]
Result = TypeVar("Result")

SETTINGS = tuple(field.name for field in fields(Settings))
"""The settings of a session that is heard."""
SETTINGS_WITHOUT_MUSIC = tuple(name for name in SETTINGS if "music" not in name)
"""Those of a session that is only looked at."""


def with_settings(*names: str) -> Callable[[Callable[..., Result]], Callable[..., Result]]:
    """A command whose parameter `settings` becomes an option for each of these settings; it is
    called with what was given for them, by their names."""

    def decorated(command: Callable[..., Result]) -> Callable[..., Result]:
        def wrapper(*args: Any, **given: Any) -> Result:
            settings = {name: given.pop(name) for name in names}
            return command(*args, **given, settings=settings)

        signature = inspect.signature(command)
        kept = [p for p in signature.parameters.values() if p.name != "settings"]
        parameters = [*kept, *map(_parameter, names)]
        wrapper.__name__, wrapper.__doc__ = command.__name__, command.__doc__
        wrapper.__signature__ = signature.replace(  # type: ignore[attr-defined]
            parameters=parameters
        )
        wrapper.__annotations__ = {p.name: p.annotation for p in parameters}
        return wrapper

    return decorated


def _parameter(name: str) -> inspect.Parameter:
    """A setting as a parameter that typer makes an option of."""
    option, (kind, usual) = options_of_settings()[name], _for_typer(name)
    flag = [f"--{name.replace('_', '-')}"] if kind is bool else []
    option = typer.Option(*flag, help=option.help, metavar=option.metavar)
    return inspect.Parameter(
        name, inspect.Parameter.KEYWORD_ONLY, default=usual, annotation=Annotated[kind, option]
    )


def _for_typer(name: str) -> tuple[Any, Any]:
    """The type of a setting on the command line, and its usual value; its reader does the rest."""
    kind, usual = get_type_hints(Settings)[name], getattr(USUAL, name)
    choice = next((k for k in (kind, *get_args(kind)) if inspect.isclass(k)), None)
    match usual:
        case bool() | float():
            return kind, usual
        case tuple():
            return list[str] | None, None
        case _ if choice and issubclass(choice, StrEnum):
            return kind, usual
        case None:
            return str | None, None
    return str, str(float(usual))
