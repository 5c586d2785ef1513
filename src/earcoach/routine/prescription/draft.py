"""A dose while it is read: what has been said of it so far, and what goes together."""

from dataclasses import dataclass, field, replace

from earcoach.routine.model import (
    Breaths,
    Calories,
    Distance,
    HeldReps,
    OpenReps,
    Prescribed,
    Range,
    Reps,
    Sides,
    Tempo,
    Timed,
)
from earcoach.routine.prescription.counts import MOST_LISTED
from earcoach.routine.prescription.result import Prescription

STANDING_HOLD_MS = 15_000
"""A hold this long stands alone: it is a set of its own, and not a rep that is held."""


@dataclass(slots=True, kw_only=True)
class Draft:
    """What has been said; the readers of the grammar add to it."""

    sets: Range | None = None
    """How many sets; None while nothing says so."""
    doses: tuple[Prescribed, ...] = ()
    """The dose of all sets, or one for each; empty while there is none."""
    bare: bool = False
    """Whether the dose is a number and nothing else, which may count anything."""
    sets_alone: bool = False
    """Whether a number of sets was said without what is done in them."""
    hold_ms: Range | None = None
    """How long each rep is held, in ms; None where none is."""
    pause_ms: Range | None = None
    """How long a pause is that may be one in each rep, in ms; None where there is none."""
    pause: str = ""
    """The same as written."""
    total: bool = False
    """Whether the dose is said to be that of both sides together."""
    times: Range | None = None
    """How often to do what no dose stands with: `repeat 10 times`."""
    sides: Sides | None = None
    """How the sides share the work; None while nothing says so."""
    limb: str = "side"
    """What a side is called."""
    loads: tuple[str, ...] = ()
    """The load of all sets, or of each, as written."""
    efforts: tuple[str, ...] = ()
    """The effort of all sets, or of each, as written."""
    tempo: Tempo | None = None
    """Seconds of each part of a rep; None while nothing says so."""
    beat_ms: int | None = None
    """The time of one rep, in ms; None while nothing says so."""
    rest_after_ms: Range | None = None
    """The rest after the last set, in ms; None while nothing says so."""
    rests_ms: tuple[Range, ...] = ()
    """The rest after all sets, or after each, in ms."""
    notes: tuple[str, ...] = ()
    """What is told and not done."""
    said: set[str] = field(default_factory=set)
    """The kinds of what was said, as none is said twice: `dose`, `rest`."""

    def hold(self, length_ms: Range | None) -> bool:
        """Hold what is timed, or each rep for that long; False if there is nothing to hold."""
        if length_ms is None:
            if len(self.doses) == 0 or not all(isinstance(dose, Timed) for dose in self.doses):
                return False
            timed = (dose for dose in self.doses if isinstance(dose, Timed))
            self.doses = tuple(replace(dose, hold=True) for dose in timed)
        elif self.doses:
            if not all(isinstance(dose, Reps) for dose in self.doses):
                return False
            self.hold_ms = length_ms
        else:
            self.doses = (Timed(length_ms, hold=True),)
        return True

    def add(self, doses: tuple[Prescribed, ...]) -> bool:
        """Take a dose; reps after a hold are held. False if there is a dose already."""
        first = self.doses[0] if len(self.doses) == 1 else None
        if not self.doses:
            self.doses = doses
        elif isinstance(first, Timed) and first.hold and all(isinstance(d, Reps) for d in doses):
            if self.sets is not None and "holds" in self.said:
                return False
            self.doses, self.hold_ms = doses, first.length_ms
        else:
            return False
        return True

    def group(self, sets: Range, doses: tuple[Prescribed, ...]) -> bool:
        """`2 x 10, 2 x 6`: more sets, of another dose."""
        if self.sets is None or len(doses) != 1 or not self.doses:
            return False
        number = self.sets.low + sets.low
        exact = self.sets.low == self.sets.high and sets.low == sets.high
        if not exact or number > MOST_LISTED or len(self.doses) not in (1, self.sets.low):
            return False
        before = self.doses * (self.sets.low if len(self.doses) == 1 else 1)
        self.doses, self.sets = (*before, *doses * sets.low), Range(number, number)
        return True

    def turn(self, sides: Sides, limb: str) -> None:
        """Share the work between the sides."""
        self.doses, self.sides = combined_sides(self.doses, self.sides, sides)
        self.limb = limb if limb != "side" else self.limb

    def result(self) -> Prescription:
        """What has been said, with what goes together joined."""
        doses, sets, times = self.doses, self.sets, self.times
        hold_ms, rests_ms, notes = self.hold_ms, self.rests_ms, self.notes
        if self.pause_ms and _reps(doses) and hold_ms is None:
            hold_ms = self.pause_ms
        elif self.pause_ms and (rests_ms or _counts(doses)):
            notes = (*notes, self.pause)
        elif self.pause_ms:
            rests_ms = (self.pause_ms,)
        if hold_ms is not None:
            doses = tuple(
                HeldReps(count=dose.count, hold_ms=hold_ms)
                for dose in doses
                if isinstance(dose, Reps) and dose.count
            )
        elif times and len(doses) == 1 and isinstance(doses[0], Timed) and doses[0].hold:
            doses, times = (HeldReps(count=times, hold_ms=doses[0].length_ms),), None
        elif times and doses and sets is None:
            sets, times = times, None
        if sets is None and len(doses) > 1:
            sets = Range(len(doses), len(doses))
        return Prescription(
            sets=sets,
            doses=doses,
            times=times,
            sides=self.sides,
            limb=self.limb,
            loads=self.loads,
            efforts=self.efforts,
            tempo=self.tempo,
            beat_ms=self.beat_ms,
            rests_ms=rests_ms,
            rest_after_ms=self.rest_after_ms,
            notes=notes,
        )


def _reps(doses: tuple[Prescribed, ...]) -> bool:
    """Whether all of them are reps, so that each can be held."""
    return bool(doses) and all(isinstance(dose, Reps) and dose.count for dose in doses)


def _counts(doses: tuple[Prescribed, ...]) -> bool:
    """Whether they are reps of any kind, which a short pause is in and not between."""
    return any(isinstance(dose, Reps | OpenReps | HeldReps) for dose in doses)


def combined_sides(
    doses: tuple[Prescribed, ...], first: Sides | None, second: Sides
) -> tuple[tuple[Prescribed, ...], Sides]:
    """Two words about sides: `5 each leg, alternating` is ten reps, left and right in turn."""
    if {first, second} == {Sides.EACH, Sides.ALTERNATING}:
        return tuple(doubled(dose) for dose in doses), Sides.ALTERNATING
    return doses, second


def doubled(dose: Prescribed) -> Prescribed:
    """The dose of both sides together."""
    match dose:
        case Reps(count=count):
            return Reps(count.scaled(2) if count else None)
        case Timed(length_ms=length_ms):
            return replace(dose, length_ms=length_ms.scaled(2))
        case HeldReps(count=count) | Breaths(count=count) | Calories(count=count):
            return replace(dose, count=count.scaled(2))
        case OpenReps() | Distance():
            return dose


def standing(found: Prescription) -> Prescription:
    """Reps that are held long are sets of one hold: `hold 30 s, repeat 3 times`."""
    dose = found.doses[0] if len(found.doses) == 1 else None
    if not isinstance(dose, HeldReps) or dose.hold_ms.low < STANDING_HOLD_MS:
        return found
    sets = found.sets or Range(1, 1)
    times = Range(sets.low * dose.count.low, sets.high * dose.count.high)
    return replace(found, sets=times, doses=(Timed(dose.hold_ms, hold=True),))
