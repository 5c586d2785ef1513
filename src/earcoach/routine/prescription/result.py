"""What a dose says, as far as it says anything."""

from dataclasses import dataclass

from earcoach.routine.model import Prescribed, Range, Sides, Tempo


@dataclass(frozen=True, slots=True, kw_only=True)
class Prescription:
    """What a short form says; None or empty where it says nothing."""

    sets: Range | None = None
    """How many sets."""
    doses: tuple[Prescribed, ...] = ()
    """The dose of all sets, or one for each set."""
    times: Range | None = None
    """How often to do what no dose stands with: `repeat 10 times`, `5x`."""
    sides: Sides | None = None
    """How the sides share the work."""
    limb: str = "side"
    """What a side is called."""
    loads: tuple[str, ...] = ()
    """The load of all sets, or of each, as written."""
    efforts: tuple[str, ...] = ()
    """The effort of all sets, or of each, as written: `RPE 8`, `70 %`, a pace."""
    tempo: Tempo | None = None
    """Seconds of each part of a rep."""
    beat_ms: int | None = None
    """The time of one rep, in ms."""
    rests_ms: tuple[Range, ...] = ()
    """The rest after all sets, or after each, in ms."""
    rest_after_ms: Range | None = None
    """The rest before what comes next, in ms; None where it is as long as the others."""
    notes: tuple[str, ...] = ()
    """What is told and not done: `3 x/day`, `to failure` after a number."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A dose within a longer line."""

    said: Prescription
    """What it says."""
    start: int
    """Where it begins, in characters."""
    end: int
    """Where it ends."""
    bare: bool
    """Whether it is a number and nothing else, which may count anything."""

    def moved(self, by: int) -> "Found":
        """The same, n characters further on."""
        start, end = self.start + by, self.end + by
        return Found(said=self.said, start=start, end=end, bare=self.bare)
