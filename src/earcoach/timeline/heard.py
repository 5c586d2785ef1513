"""What the mixer, and music under it, have to know of a session: a timeline has it, and a take."""

from collections.abc import Iterator
from typing import Protocol

from earcoach.timeline.cues import PlacedPhase


class Heard(Protocol):
    """A session as it is heard."""

    def over(self, start: int, stop: int) -> Iterator[PlacedPhase]:
        """What sounds in the frames from start to stop."""

    def frames_within(self, start: int, frames: int) -> int:
        """How many of the `frames` frames from `start` on there still are."""
