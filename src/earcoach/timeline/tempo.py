"""The parts of a rep in a tempo: how long one goes down, holds and goes up, and in which order."""

from collections.abc import Iterator
from dataclasses import dataclass

from earcoach.routine.model import Direction, Tempo

LOWER, HOLD, LIFT = "lower", "hold", "lift"
"""The soft tone of each part."""

WORDS = {LOWER: "down", HOLD: "hold", LIFT: "up"}
"""The name of the text that says each part."""


@dataclass(frozen=True, slots=True)
class RepPart:
    """A part of a rep."""

    sound: str
    """The name of its tone."""
    onset_ms: int
    """When it begins, in ms since the rep did."""
    end_ms: int
    """When it ends, likewise."""


def parts_of(tempo: Tempo, starts: Direction) -> Iterator[RepPart]:
    """The parts of a rep that last, in the order in which they are done.

    A tempo is always written with the eccentric first; a rep that starts up, as a deadlift from
    the floor, begins with its other half.
    """
    down = (LOWER, tempo.eccentric_s), (HOLD, tempo.bottom_s)
    up = (LIFT, tempo.concentric_s), (HOLD, tempo.top_s)
    onset_ms = 0
    for sound, seconds in (*down, *up) if starts is Direction.DOWN else (*up, *down):
        if seconds:
            yield RepPart(sound, onset_ms, onset_ms + 1000 * seconds)
        onset_ms += 1000 * seconds
