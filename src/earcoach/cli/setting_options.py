"""The options of a session, made from its settings."""

import inspect
from collections.abc import Callable
from dataclasses import fields
from types import NoneType
from typing import Annotated, Any, TypeVar

import typer

from earcoach.cli import completing
from earcoach.settings import USUAL, Settings, choices_of, options as options_of_settings

Result = TypeVar("Result")


SETTINGS = tuple(f.name for f in fields(Settings) if not f.name.startswith("usual_"))
"""The settings of a session that is heard."""
SETTINGS_WITHOUT_MUSIC = tuple(name for name in SETTINGS if "music" not in name)
"""Those of a session that is only looked at."""


def with_settings(*names: str) -> Callable[[Callable[..., Result]], Callable[..., Result]]:
    """A command whose parameter `settings` becomes an option for each of these settings; it is
    called with what was given for them, by their names; for the others the defaults count."""

    def decorated(command: Callable[..., Result]) -> Callable[..., Result]:
        def wrapper(*args: Any, **given: Any) -> Result:
            settings = {name: given.pop(name) for name in names}
            asked = {name: value for name, value in settings.items() if _is_asked(value)}
            return command(*args, **given, settings=asked)

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


def _is_asked(value: object) -> bool:
    return value is not None and value is not False and value != []


def _parameter(name: str) -> inspect.Parameter:
    """A setting as a parameter that typer makes an option of."""
    option, kind = options_of_settings()[name], _for_typer(name)
    is_flag, choices = kind is bool, choices_of(name)
    metavar = option.metavar or "|".join(choices) or None
    flag = [f"--{name.replace('_', '-')}"] if is_flag else []
    made = typer.Option(
        *flag,
        help=_with_usual(name, option.help),
        metavar=metavar,
        autocompletion=completing.one_of(choices) if choices else completing.OF_SETTINGS.get(name),
    )
    return inspect.Parameter(
        name,
        inspect.Parameter.KEYWORD_ONLY,
        default=False if is_flag else None,
        annotation=Annotated[kind, made],
    )


def _for_typer(name: str) -> Any:
    """The type of a setting on the command line; its reader does the rest."""
    match getattr(USUAL, name):
        case bool():
            return bool
        case tuple():
            return list[str] | None
    return str | None


def _with_usual(name: str, text: str) -> str:
    """A help with the value that a setting has where nobody sets it."""
    usual = getattr(USUAL, name)
    if isinstance(usual, (bool, tuple, NoneType)):
        return text
    shown = usual if isinstance(usual, str) else f"{float(usual):g}"
    return f"{text} Usually {shown}."
