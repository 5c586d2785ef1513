"""What the library of the command line refuses, as an error of ours with its cure."""

import re
from typing import Any

import typer

from earcoach.errors import UsageError
from earcoach.suggest import did_you_mean, nearest

Refusal: type[Exception] = typer.BadParameter.__bases__[0]
"""What it raises whenever a command cannot be read."""
_UNKNOWN_COMMAND = re.compile(r"no such command '(?P<name>.*?)'")
_TOO_MANY = re.compile(r"got unexpected extra arguments?(?:\(s\))? \((?P<words>.*)\)")


def is_refusal(error: Exception) -> bool:
    """Whether it says that a command cannot be read, and does not just show the help."""
    return isinstance(error, Refusal) and type(error).__name__ != "NoArgsIsHelpError"


def in_our_words(refused: Any) -> UsageError:
    """The error to tell for one that `is_refusal`."""
    said, kind = _message(refused), type(refused).__name__
    if kind == "BadOptionUsage":
        need = "takes no" if "not take" in said else "needs a"
        return UsageError(f"`{refused.option_name}` {need} value")
    if refused.ctx is None:
        return UsageError(said)
    called, command = refused.ctx.command_path, refused.ctx.command
    see = f"`{called} --help` tells all of them"
    match kind:
        case "NoSuchOption":
            close = nearest(refused.option_name, _options(command))
            guess = f"did you mean `{close}`?" if close else see
            return UsageError(f"`{called}` has no option `{refused.option_name}`", cure=guess)
        case "MissingParameter":
            needed = refused.param.metavar or refused.param.name
            return UsageError(f"`{called}` needs {needed}", cure=_example(command) or see)
    if unknown := _UNKNOWN_COMMAND.match(said):
        cure = did_you_mean(unknown["name"], command.commands)
        return UsageError(f"there is no command `{unknown['name']}`", cure=cure)
    if extra := _TOO_MANY.match(said):
        said = f"`{called}` takes no `{extra['words']}` after that"
    return UsageError(said, cure=_example(command))


def _message(refused: Any) -> str:
    """What the library says, as a part of a sentence."""
    said = str(refused.format_message()).rstrip(".")
    return said[:1].lower() + said[1:]


def _options(command: Any) -> list[str]:
    return [
        name for p in command.params for name in (*p.opts, *p.secondary_opts) if name[:1] == "-"
    ]


def _example(command: Any) -> str | None:
    """The example at the end of a command's help, as a cure."""
    _, said, example = (command.epilog or "").partition("Example: ")
    return f"such as `{example}`" if said else None
