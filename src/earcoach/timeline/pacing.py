"""Pace: a factor on everything the athlete's own speed decides, exact to the frame."""

from dataclasses import dataclass
from fractions import Fraction

from earcoach.errors import UsageError
from earcoach.units import FRAMES_PER_MS

SLOWEST, FASTEST = Fraction(1, 2), Fraction(2)


@dataclass(frozen=True, slots=True, kw_only=True)
class Pacing:
    """How fast a session goes."""

    pace: Fraction = Fraction(1)
    """Divides reps, rests, switches and get-ready times: 0.5 to 2.0, higher is faster."""
    pace_holds: bool = False
    """Whether it divides prescribed seconds of work too, which keep their length else."""

    @classmethod
    def parse(cls, pace: str | float, *, pace_holds: bool = False) -> "Pacing":
        """From a number such as `1.37`, taken as written. Raises UsageError out of range."""
        text = str(pace)
        try:  # a float first: as a fraction, `1e99999999` would take minutes
            near = "/" in text or SLOWEST <= float(text) <= FASTEST
            exact = Fraction(text) if near else Fraction(0)
        except (ValueError, ZeroDivisionError):
            raise UsageError(f"`{pace}` is not a pace", cure="a number from 0.5 to 2.0") from None
        if not SLOWEST <= exact <= FASTEST:
            raise UsageError(f"pace {pace} is out of range", cure="choose a pace from 0.5 to 2.0")
        return cls(pace=exact.limit_denominator(10_000), pace_holds=pace_holds)

    def frames(self, ms: int) -> int:
        """Frames that a time in ms takes at this pace."""
        return self.beat(ms, 1)

    def beat(self, period_ms: int, number: int) -> int:
        """The frame of a beat, rounded once from its absolute place."""
        scaled = number * period_ms * FRAMES_PER_MS * self.pace.denominator
        return (2 * scaled + self.pace.numerator) // (2 * self.pace.numerator)

    def work_frames(self, ms: int) -> int:
        """Frames of prescribed seconds of work."""
        return self.frames(ms) if self.pace_holds else ms * FRAMES_PER_MS
