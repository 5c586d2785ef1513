"""Which command lines want a sound device, told before what reads them is loaded.

Looking for devices takes as long as loading the program, so both are begun at once. But it may
start a sound server, and wait for one that hangs: who asks for help, or mistypes an option, does
not want that.
"""

from collections.abc import Sequence
from itertools import takewhile
from types import MappingProxyType

RESUME = (
    "--device",
    "--preroll",
    "--keep-alive",
    "--no-keep-alive",
    "--plain",
    "--json",
    "--say-as",
)
START = (
    *RESUME,
    "--list-devices",
    "--allow-private",
    "--pace",
    "--pace-holds",
    "--voice",
    "--speech-speed",
    "--loudness",
    "--without",
    "--only",
    "--skip",
    "--level",
    "--coaching",
    "--counting",
    "--language",
    "--music",
    "--music-level",
)
WANTING = MappingProxyType({"start": START, "resume": RESUME})
"""The commands that play live, each with the options that it still plays with."""


def wants_device(arguments: Sequence[str]) -> bool:
    """Whether a command line, without the program's name, plays live as far as its options tell."""
    command, *others = arguments or [""]
    given = {word.partition("=")[0] for word in takewhile("--".__ne__, others) if _is_option(word)}
    return command in WANTING and given.issubset(WANTING[command])


def _is_option(word: str) -> bool:
    """Whether it is an option, and neither `-` nor a number below zero."""
    return word.startswith("-") and word.lstrip("-")[:1].isalpha()
