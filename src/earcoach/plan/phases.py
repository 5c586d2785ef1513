"""What a plan is: the phases of one session, in order, before anybody knows when each is heard."""

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from earcoach.routine.model import Exercise, Routine, Section, Timing

OPEN_SET_MS = 45_000
"""Time given to an open set (`max` reps) where nobody can say that it is done."""

SPOKEN_MS = 5_000
"""A guess at the speech of a phase that has no length of its own, for estimates."""


class Kind(StrEnum):
    """What a phase is."""

    INTRO = "intro"
    PREPARE = "prepare"
    WORK = "work"
    SWITCH = "switch"
    REST = "rest"
    FINISH = "finish"


class Side(StrEnum):
    """Which side works."""

    LEFT = "left"
    RIGHT = "right"


@dataclass(frozen=True, slots=True)
class Bout:
    """One uninterrupted stretch of work: one set, of one side where sides are apart.

    `section` and `exercise` are resolved: their ranges are single numbers.
    `reps` is None for timed and open work; `length_ms` is then how long it lasts.
    """

    section: Section
    exercise: Exercise
    set: int
    sets: int
    round: int
    rounds: int
    side: Side | None
    reps: int | None
    length_ms: int | None
    hold: bool = False

    @property
    def nominal_ms(self) -> int:
        """How long it lasts at the written pace."""
        if self.reps is not None:
            return self.reps * self.exercise.beat_ms
        return self.length_ms or OPEN_SET_MS

    @property
    def set_ms(self) -> int:
        """How long its whole set lasts: both sides of it, and the switch."""
        if self.side is None:
            return self.nominal_ms
        return 2 * self.nominal_ms + self.exercise.switch_ms

    @property
    def lasts_until_done(self) -> bool:
        """Whether its length is nothing but an estimate."""
        open_ = self.reps is None and self.length_ms is None
        return open_ or self.exercise.own_pace

    @property
    def number(self) -> int:
        """Which set of its exercise it is, those of all rounds together, from 0."""
        return (self.round - 1) * self.sets + self.set - 1

    @property
    def last(self) -> bool:
        """Whether it belongs to the last set of its exercise."""
        return self.number + 1 == self.rounds * self.sets


@dataclass(frozen=True, slots=True)
class Memory:
    """What is said in a phase, or left out, because of all that was said before.

    The work to come is `familiar` when all about it was told. `praise` and `encouragement` are
    their numbers, each counted from 0 in a session, and None where there is no reason for them.
    Half of the session is over in the one that is `halfway`.
    """

    familiar: bool = False
    praise: int | None = None
    encouragement: int | None = None
    halfway: bool = False


@dataclass(frozen=True, slots=True)
class Phase:
    """A stretch of the session.

    `bout` is the work of a work phase and the work to come in any other; `before` is the work that
    came before. `length_ms` is the prescribed length of a phase without work. An `exact` phase may
    not stretch for speech; in an EMOM it lasts until `interval_ms` after the interval began.
    `memory` is what the athlete was told before it.
    """

    kind: Kind
    bout: Bout | None = None
    before: Bout | None = None
    length_ms: int = 0
    ready_ms: int = 0
    exact: bool = False
    interval_ms: int = 0
    memory: Memory = Memory()

    @property
    def new_section(self) -> bool:
        """Whether the work to come opens a section."""
        return self.bout is not None and (
            self.before is None or self.before.section is not self.bout.section
        )

    @property
    def new_exercise(self) -> bool:
        """Whether the work to come is another exercise than the work before."""
        return self.bout is not None and (
            self.before is None or self.before.exercise is not self.bout.exercise
        )

    @property
    def nominal_ms(self) -> int:
        """About how long it lasts at the written pace."""
        if self.kind is Kind.WORK and self.bout:
            return self.bout.nominal_ms
        if self.interval_ms and self.before:
            return max(0, self.interval_ms - self.before.set_ms)
        return self.length_ms or SPOKEN_MS + self.ready_ms

    @property
    def paced(self) -> bool:
        """Whether the pace changes its length: all but prescribed times do."""
        if self.kind is Kind.WORK and self.bout:
            return self.bout.reps is not None
        return not self.exact

    @property
    def waits(self) -> bool:
        """Whether only the athlete knows when it is over: own pace, or as many as possible."""
        return self.kind is Kind.WORK and self.bout is not None and self.bout.lasts_until_done

    @property
    def may_be_done(self) -> bool:
        """Whether the athlete can say that it is over before its time is."""
        return self.waits or (
            self.kind is Kind.WORK
            and self.bout is not None
            and self.bout.section.timing in (Timing.AMRAP, Timing.FOR_TIME)
        )

    @property
    def second_side(self) -> bool:
        """Whether the work is the other side of the set before."""
        return (
            self.before is not None
            and self.bout is not None
            and (self.before.side is Side.LEFT and self.bout.side is Side.RIGHT)
        )


@dataclass(frozen=True, slots=True)
class Plan:
    """What will be done, in order.

    `estimate_ms` is the length at the written pace without speech; `left_out` names exercises for
    which equipment is missing.
    """

    routine: Routine
    phases: tuple[Phase, ...]
    estimate_ms: int
    left_out: tuple[str, ...] = ()

    def paced_ms(self, pace: Fraction) -> int:
        """About how long it lasts at a pace."""
        paced = sum(phase.nominal_ms for phase in self.phases if phase.paced)
        return round(paced / pace) + self.estimate_ms - paced
