"""Lines on stdin that steer a live session, for pipes and other programs."""

import queue
import threading
from contextlib import suppress

from earcoach.cli.printing import tell
from earcoach.errors import UsageError
from earcoach.session.commands import Action, Command, SetPace
from earcoach.suggest import did_you_mean
from earcoach.timeline.pacing import Pacing

LONGEST = 200
"""Bytes of a line; anything longer is not a command."""


def read_lines(commands: queue.SimpleQueue[Command], stream: int) -> threading.Thread:
    """Put a command for each line of a stream, given by its file descriptor, until it ends.

    The thread that does so ends with the stream, or with the program.
    """
    thread = threading.Thread(target=_read, args=(commands, stream), name="lines", daemon=True)
    thread.start()
    return thread


def _read(commands: queue.SimpleQueue[Command], stream: int) -> None:
    # not sys.stdin, whose lock a waiting thread would still hold when the program ends
    with suppress(OSError), open(stream, "rb", closefd=False) as lines:
        while line := lines.readline(LONGEST):
            try:
                command = command_of(line.decode(errors="replace"))
            except UsageError as error:
                tell(f"{error.message}: {error.cure}", err=True)
                continue
            if command is not None:
                commands.put(command)


def command_of(line: str) -> Command | None:
    """The command that a line says, None for a blank line. Raises UsageError for any other."""
    words = line.casefold().split()
    match words:
        case []:
            return None
        case ["pace", *number]:
            Pacing.parse(" ".join(number))
            return SetPace(*number)
    text = " ".join(words)
    if text in set(Action):
        return Action(text)
    shown = "".join(c if c.isprintable() else "?" for c in line.strip())
    known = [*Action, "pace 1.0"]
    raise UsageError(f"`{shown}` is not an action", cure=did_you_mean(text, known))
