"""What the athlete can ask of a live session, as values: for keys, lines, headsets and programs."""

from dataclasses import dataclass
from enum import StrEnum


class Action(StrEnum):
    """What the athlete can ask for in a word."""

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
    """A number from 0.5 to 2.0, as it was written."""


Command = Action | SetPace
