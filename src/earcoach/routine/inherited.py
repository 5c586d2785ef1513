"""How defaults flow: from the program to the routine, its sections and their exercises."""

from dataclasses import dataclass, replace
from typing import Any, TypeVar

from earcoach.routine.fields import Field, Values
from earcoach.routine.model import Range, Timing

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Inherited:
    """What an exercise takes from its section, the routine and the program, nearest first."""

    layers: tuple[Values, ...] = ()
    """What is said by the section, around it, and by the routine: the nearest first."""
    timing: Timing = Timing.STRAIGHT
    """How the exercises of the section follow each other."""
    unclear: bool = False
    """Whether the type of the section is misspelled: then what has no dose may need none."""
    work_ms: int | None = None
    """How long each of them is worked at, in ms, where the section sets that."""
    equipment: tuple[str, ...] = ()
    """What those need that name nothing themselves."""
    sets: Range | None = None
    """How many sets those of a superset have that name no number."""

    def under(self, values: Values) -> "Inherited":
        """The same with a nearer layer in front."""
        return replace(self, layers=(values, *self.layers))

    def nearest(self, field: Field[T], otherwise: T) -> T:
        """The nearest value of a field, or the program's own."""
        found = (layer[field] for layer in self.layers)
        return next((value for value in found if value is not None), otherwise)

    def nearest_of(self, first: Field[Any], second: Field[Any]) -> Any:
        """The nearest value of either field; the first wins within a layer."""
        for layer in self.layers:
            for field in (first, second):
                if layer[field] is not None:
                    return layer[field]
        return None


def usual_rest_ms(timing: Timing) -> int:
    """The program's own rest: in intervals long enough to hear what comes next."""
    usual_ms = {Timing.INTERVALS: 10_000, Timing.EMOM: 0, Timing.SUPERSET: 0}
    return usual_ms.get(timing, 30_000)
