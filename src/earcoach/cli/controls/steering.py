"""How a live session is steered: by keys in a terminal, by lines on stdin elsewhere."""

import os
import queue
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # what reads keys pulls in numpy with the commands
    from earcoach.language.words import Words
    from earcoach.session.commands import Command

TERMINAL = "CONIN$" if sys.platform == "win32" else "/dev/tty"
"""What the keys of this program's own terminal come from, whatever its stdin is."""

KEY_HINTS = (
    (" ", "key_pause"),
    ("n", "key_next"),
    ("p", "key_back"),
    ("r", "key_repeat"),
    ("a", "key_again"),
    ("w", "key_where"),
    ("+/-", "key_pace"),
    ("t", "key_more_rest"),
    ("d", "key_done"),
    ("q", "key_quit"),
    ("?", "key_help"),
)
"""Keys, and the labels that say what they do."""


def key_hints(words: "Words") -> tuple[str, ...]:
    """What the keys do, where there are keys: `n next`."""
    if not _has_keys():
        return ()
    shown = ((key if key != " " else words.label("key_space"), label) for key, label in KEY_HINTS)
    return tuple(f"{key} {words.label(label)}" for key, label in shown)


def steer_by_terminal() -> None:
    """Let the terminal be stdin from now on, where there is one: what was piped in is read."""
    with suppress(OSError, ValueError):
        sys.stdin = Path(TERMINAL).open(encoding="utf-8")  # noqa: SIM115 - open to the end


@contextmanager
def steering(commands: "queue.SimpleQueue[Command]") -> Iterator[None]:
    """Put into `commands` what is asked for on stdin."""
    from earcoach.cli.controls.keys import reading_keys
    from earcoach.cli.controls.line_commands import read_lines

    if sys.stdin is None:  # it was closed by whoever started us
        yield
    elif _has_keys():
        with reading_keys(commands, sys.stdin.fileno()):
            yield
    else:
        read_lines(commands, sys.stdin.fileno())
        yield


def _has_keys() -> bool:
    """Whether stdin is a terminal; a dumb one sends whole lines."""
    return sys.stdin is not None and sys.stdin.isatty() and os.environ.get("TERM") != "dumb"
