"""The table of the commands: each is loaded when it is asked for, or when all are listed."""

from collections.abc import Iterator, MutableMapping
from importlib import import_module
from types import MappingProxyType
from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup
from typer.main import get_group

MODULES = MappingProxyType(
    {
        "start": "start",
        "resume": "start",
        "show": "show",
        "export": "export",
        "list": "routines",
        "check": "routines",
        "schema": "routines",
        "prompt": "routines",
        "wording": "routines",
        "new": "new",
        "import": "import_text",
        "voices": "voices",
        "serve": "serve",
        "completion": "shell",
        "man": "shell",
        "history": "history",
        "config": "config",
    }
)
"""The module of this package that adds each command, in the order of the help."""


LONGEST_SENTENCE = 1000


class Commands(MutableMapping[str, Any]):
    """Every command by its name, as typer wants them, loaded with its module."""

    def __init__(self) -> None:
        self._loaded: dict[str, Any] = {}

    def __getitem__(self, name: str) -> Any:
        """A command. Raises KeyError when there is none of that name."""
        if name not in self._loaded:
            self._loaded |= commands_of(MODULES[name])
        return self._loaded[name]

    def __setitem__(self, name: str, command: Any) -> None:
        """Have another command by a name."""
        self._loaded[name] = command

    def __delitem__(self, name: str) -> None:
        """Forget what was loaded."""
        del self._loaded[name]

    def __iter__(self) -> Iterator[str]:
        """The names, in the order of the help; none is loaded for that."""
        return iter(MODULES)

    def __len__(self) -> int:
        """How many there are."""
        return len(MODULES)


def commands_of(module: str) -> dict[str, Any]:
    """The commands that a module of this package adds, by their names."""
    app = typer.Typer(rich_markup_mode=None, pretty_exceptions_enable=False)
    import_module(f"{__package__}.{module}").register(app)
    _in_plain_words(app)
    return dict(get_group(app).commands)


class _Whole:
    """What is listed with all of its first sentence, however narrow the terminal is."""

    def get_short_help_str(self, limit: int = 0) -> str:
        return super().get_short_help_str(LONGEST_SENTENCE)  # type: ignore[misc, no-any-return]


class _Plain(_Whole, TyperCommand):
    """A command whose usage names what it needs without braces around it."""

    def collect_usage_pieces(self, ctx: Any) -> list[str]:
        return [piece.strip("{}") for piece in super().collect_usage_pieces(ctx)]


class _Group(_Whole, TyperGroup):
    """A command that does something by itself, and has others."""


def _in_plain_words(program: typer.Typer) -> None:
    for command in program.registered_commands:
        command.cls = _Plain
    for group in program.registered_groups:
        assert group.typer_instance is not None
        group.cls, group.subcommand_metavar = _Group, "[COMMAND]"
        _in_plain_words(group.typer_instance)
