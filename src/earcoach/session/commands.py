"""What the athlete can ask for, and what of it is granted at a time."""

import queue
from collections import deque
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from enum import StrEnum


class Action(StrEnum):
    """What the athlete can ask for."""

    PAUSE = "pause"
    RESUME = "resume"
    TOGGLE = "toggle"
    NEXT = "next"
    PREVIOUS = "previous"
    REPEAT = "repeat"
    AGAIN = "again"
    WHERE = "where"
    MORE_REST = "more rest"
    FASTER = "faster"
    SLOWER = "slower"
    DONE = "done"
    HELP = "help"
    QUIT = "quit"


@dataclass(frozen=True, slots=True)
class SetPace:
    """The command for a certain pace."""

    pace: str
    """As it was written."""


Command = Action | SetPace

AT_ONCE = 4
"""How many commands are granted in a block of sound."""
WAITING = 60
"""How many commands may wait; nobody's fingers send more."""


class Inbox:
    """The commands that wait; quitting comes before all others."""

    def __init__(self, commands: "queue.SimpleQueue[Command]") -> None:
        """Take commands from a queue that any thread may fill."""
        self._commands = commands
        self._waiting: deque[Command] = deque()

    def next_ones(self, wait_s: float = 0.0) -> tuple[Sequence[Command], int]:
        """What to grant now, and how many commands were dropped, as too many waited.

        Where nothing waits, the first command is waited for up to `wait_s` seconds.
        """
        dropped = 0
        for command in self._arrived(wait_s):
            if command is Action.QUIT:
                self._waiting.clear()  # whoever quits wants none of them
                return [Action.QUIT], dropped
            if len(self._waiting) < WAITING:
                self._waiting.append(command)
            else:
                dropped += 1
        count = min(AT_ONCE, len(self._waiting))
        return [self._waiting.popleft() for _ in range(count)], dropped

    def _arrived(self, wait_s: float) -> list[Command]:
        found: list[Command] = []
        with suppress(queue.Empty):
            if wait_s and not self._waiting:
                found.append(self._commands.get(timeout=wait_s))
            for _ in range(self._commands.qsize()):
                found.append(self._commands.get_nowait())
        return found
