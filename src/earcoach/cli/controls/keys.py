"""The keys that steer a live session."""

import queue
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from earcoach.session.commands import Action, Command

if sys.platform == "win32":
    from earcoach.cli.controls.windows_keys import key_presses
else:
    from earcoach.cli.controls.posix_keys import key_presses

RIGHT, LEFT = "\x1b[C", "\x1b[D"
RIGHT_IN_APPLICATION_MODE, LEFT_IN_APPLICATION_MODE = "\x1bOC", "\x1bOD"

KEYS: dict[str, Action] = {
    " ": Action.TOGGLE,
    "n": Action.NEXT,
    RIGHT: Action.NEXT,
    RIGHT_IN_APPLICATION_MODE: Action.NEXT,
    "p": Action.PREVIOUS,
    LEFT: Action.PREVIOUS,
    LEFT_IN_APPLICATION_MODE: Action.PREVIOUS,
    "r": Action.REPEAT,
    "a": Action.AGAIN,
    "w": Action.WHERE,
    "+": Action.FASTER,
    "=": Action.FASTER,
    "-": Action.SLOWER,
    "t": Action.MORE_REST,
    "d": Action.DONE,
    "q": Action.QUIT,
    "?": Action.HELP,
}


@contextmanager
def reading_keys(commands: queue.SimpleQueue[Command], terminal: int) -> Iterator[None]:
    """Put a command for each key that is pressed in a terminal, given by its file descriptor.

    The terminal is given back as it was: at the end, after an error or a signal, and while the
    program is stopped.
    """

    def press(key: str) -> None:
        action = KEYS.get(key) or KEYS.get(key.casefold())  # Caps Lock may be on
        if action is not None:
            commands.put(action)

    with key_presses(press, terminal):
        yield
