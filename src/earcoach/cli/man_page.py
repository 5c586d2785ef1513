"""The man page, made from the help of every command."""

from collections.abc import Iterator
from typing import Any

HEAD = '.TH EARCOACH 1 "" "earcoach {version}" "User Commands"'


def man_page(program: Any, context: Any, *, version: str) -> str:
    """The page of a program of click's, with all of its commands, in the language of `man`."""
    lines = [
        HEAD.format(version=version),
        ".SH NAME",
        f"earcoach \\- {_text(program.help.rstrip('.'))}",
        ".SH SYNOPSIS",
        ".B earcoach",
        "COMMAND [OPTIONS] [ARGS]...",
        ".SH COMMANDS",
        *_commands(program, context, "earcoach"),
        ".SH EXIT STATUS",
        "0: all went well; 1: it failed; 2: the call is wrong; 3: the routine has mistakes;",
        "4: no voice, or no sound device; 130: interrupted.",
    ]
    return "\n".join(lines) + "\n"


def _commands(group: Any, context: Any, before: str) -> Iterator[str]:
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        inside = type(context)(command, info_name=name, parent=context)
        yield from _command(command, inside, f"{before} {name}")
        if hasattr(command, "list_commands"):
            yield from _commands(command, inside, f"{before} {name}")


def _command(command: Any, context: Any, name: str) -> Iterator[str]:
    pieces = " ".join(command.collect_usage_pieces(context))
    yield from (f".SS {_text(name)} {_text(pieces)}", *_paragraphs(command.help or ""))
    for parameter in command.get_params(context):
        record = parameter.get_help_record(context)
        if record and record[0] != "--help":
            yield from (".TP", f".B {_text(record[0])}", _text(record[1]))
    if command.epilog:
        yield from (".PP", _text(command.epilog))


def _paragraphs(text: str) -> Iterator[str]:
    for number, paragraph in enumerate(text.split("\n\n")):
        if number:
            yield ".PP"
        yield _text(paragraph)


def _text(text: str) -> str:
    """A text that means nothing else to `man`, on one line."""
    plain = " ".join(text.split()).replace("\\", "\\e").replace("-", "\\-")
    return f"\\&{plain}" if plain.startswith((".", "'")) else plain
