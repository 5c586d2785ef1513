"""What the command line prints, made harmless in one place.

Titles, names of files and error messages may hold anything, and a terminal obeys some of it.
"""

import re

import typer

_OBEYED = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f"  # control characters, but for tabs and new lines
    "\u200e\u200f\u202a-\u202e\u2066-\u2069]"  # which change the direction of what follows
)


def harmless(text: str) -> str:
    """A text that no terminal obeys: control characters become visible, such as `\\x1b`."""
    return _OBEYED.sub(lambda found: found[0].encode("unicode_escape").decode(), text)


def tell(text: str = "", *, err: bool = False, newline: bool = True) -> None:
    """Print a text to stdout, or to stderr."""
    typer.echo(harmless(text), err=err, nl=newline)
