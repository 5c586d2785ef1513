"""What a line says of a whole section: rounds, how they follow, times of work and of rest."""

from dataclasses import dataclass, fields, replace

from earcoach.routine.model import Range, Timing


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """What is said of a section, and where; None for what is not said."""

    start: int = 0
    """Where it begins, in characters."""
    end: int = 0
    """Where it ends."""
    rounds: Range | None = None
    """How often the exercises are gone through."""
    repeats: bool | None = None
    """Whether it says `repeat 4 times`, which may be the reps of one exercise."""
    timing: Timing | None = None
    """How they follow each other."""
    work_ms: Range | None = None
    """Work of each exercise, in ms."""
    rest_ms: Range | None = None
    """Rest after each exercise, in ms."""
    round_rest_ms: Range | None = None
    """Rest after each round, in ms."""
    interval_ms: Range | None = None
    """The period of an EMOM, in ms."""
    cap_ms: Range | None = None
    """The time of an AMRAP, the whole of an EMOM, or the limit of work for time, in ms."""

    def moved(self, by: int) -> "Setting":
        """The same, n characters further on."""
        return replace(self, start=self.start + by, end=self.end + by)

    @property
    def says(self) -> bool:
        """Whether it says anything."""
        return any(getattr(self, name) is not None for name in _TOLD)

    def with_more(self, other: "Setting") -> "Setting":
        """This, and what the other says that this does not."""
        more = {
            name: value
            for name in _TOLD
            if (value := getattr(other, name)) is not None and getattr(self, name) is None
        }
        return replace(self, **more) if more else self


_TOLD = tuple(field.name for field in fields(Setting) if field.name not in ("start", "end"))
"""What a setting may say; the rest is where it says so."""
