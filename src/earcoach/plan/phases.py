"""What a plan is: the phases of one session, in order, before anybody knows when each is heard."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import ClassVar, Literal

from earcoach.plan.doses import (
    BreathWork,
    CalorieWork,
    CountedReps,
    DistanceWork,
    Dose,
    HeldWork,
    OpenWork,
    TimedWork,
    nominal_ms,
)
from earcoach.plan.resolving import ResolvedExercise, ResolvedSection
from earcoach.routine.model import Routine

SPOKEN_MS = 5_000
"""A guess at the speech of a phase that has no length of its own, for estimates."""


class PhaseKind(StrEnum):
    """What a phase is, in a word."""

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


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """Where in a routine a stretch of work is: no two of a session have the same."""

    blocks: tuple[int, ...]
    """The number of each block that it lies in, from the section inwards, from 0."""
    rounds: tuple[int, ...]
    """Which round of each of these blocks it is, from 1."""
    exercise: int
    """The number of its exercise in the innermost block, from 0."""
    set: int = 1
    """Which set of its exercise, from 1."""
    side: Side | None = None
    """The side that works, where sides are apart."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bout:
    """One uninterrupted stretch of work: one set, of one side where sides are apart.

    Two of a session are the same when their addresses are.
    """

    address: Address
    """Where it is."""
    blocks: tuple[ResolvedSection, ...] = field(compare=False)
    """The blocks that it lies in, from the section inwards."""
    exercise: ResolvedExercise = field(compare=False)
    """What is done."""
    dose: Dose = field(compare=False)
    """How much."""

    @property
    def section(self) -> ResolvedSection:
        """The section that it lies in."""
        return self.blocks[0]

    @property
    def block(self) -> ResolvedSection:
        """The innermost block that it lies in."""
        return self.blocks[-1]

    @property
    def sets(self) -> int:
        """How many sets its exercise has, in a round."""
        return self.exercise.sets

    @property
    def set(self) -> int:
        """Which set it is, from 1."""
        return self.address.set

    @property
    def round(self) -> int:
        """Which round it is, from 1: of the innermost block that has several."""
        return self.address.rounds[self._innermost]

    @property
    def rounds(self) -> int:
        """How many rounds there are of these."""
        return self.blocks[self._innermost].turns

    @property
    def _innermost(self) -> int:
        """The number of the innermost block that has several rounds, or of the section."""
        several = (n for n, block in enumerate(self.blocks) if block.turns > 1)
        return max(several, default=0)

    @property
    def side(self) -> Side | None:
        """The side that works, where sides are apart."""
        return self.address.side

    @property
    def load(self) -> str:
        """The load as written, effort included; empty where nothing is said."""
        loads = self.exercise.loads
        return loads[self.set - 1] if loads else ""

    @property
    def reps(self) -> int | None:
        """How many reps are counted, None where none are."""
        return self.dose.count if isinstance(self.dose, CountedReps | HeldWork) else None

    @property
    def length_ms(self) -> int | None:
        """How long it lasts by the clock, in ms; None where the clock does not decide."""
        return self.dose.length_ms if isinstance(self.dose, TimedWork) else None

    @property
    def hold(self) -> bool:
        """Whether it is a static hold."""
        return isinstance(self.dose, TimedWork) and self.dose.hold

    @property
    def nominal_ms(self) -> int:
        """How long it lasts at the written pace."""
        return nominal_ms(self.dose, self.exercise.beat_ms)

    @property
    def set_ms(self) -> int:
        """How long its whole set lasts: both sides of it, and the switch."""
        if self.side is None:
            return self.nominal_ms
        return 2 * self.nominal_ms + self.exercise.switch_ms

    @property
    def lasts_until_done(self) -> bool:
        """Whether its length is nothing but an estimate."""
        match self.dose:
            case OpenWork() | DistanceWork() | CalorieWork() | CountedReps(or_more=True):
                return True
            case CountedReps() | HeldWork() | TimedWork() | BreathWork():
                return self.exercise.own_pace

    @property
    def number(self) -> int:
        """Which set of its exercise it is, those of all rounds together, from 0."""
        number = 0
        for block, round_ in zip(self.blocks, self.address.rounds, strict=True):
            number = number * block.turns + round_ - 1
        return number * self.sets + self.set - 1

    @property
    def last(self) -> bool:
        """Whether it belongs to the last set of its exercise."""
        return self.number + 1 == math.prod(block.turns for block in self.blocks) * self.sets

    def same_section(self, other: "Bout") -> bool:
        """Whether both are in one section."""
        return self.address.blocks[0] == other.address.blocks[0]

    def same_exercise(self, other: "Bout") -> bool:
        """Whether both are the same exercise of the routine, in any of its rounds and sets."""
        mine, its = self.address, other.address
        return (mine.blocks, mine.exercise) == (its.blocks, its.exercise)

    def same_block(self, other: "Bout") -> bool:
        """Whether both are in one block, in the same round of all that is around it."""
        mine, its = self.address, other.address
        return (mine.blocks, mine.rounds[:-1]) == (its.blocks, its.rounds[:-1])

    def meets(self, other: "Bout") -> int | None:
        """The number of the innermost block that both are in, in the same round of all around it.

        None for two sections.
        """
        mine, its = self.address, other.address
        common = 0
        for block, its_block in zip(mine.blocks, its.blocks, strict=False):
            if block != its_block or mine.rounds[:common] != its.rounds[:common]:
                break
            common += 1
        return common - 1 if common else None

    def is_other_side_of(self, other: "Bout") -> bool:
        """Whether this is the right side of a set of which the other is the left."""
        return (other.side, self.side) == (Side.LEFT, Side.RIGHT)


@dataclass(frozen=True, slots=True, kw_only=True)
class Intro:
    """The beginning: what the session is."""

    kind: ClassVar[Literal[PhaseKind.INTRO]] = PhaseKind.INTRO
    elastic: ClassVar[bool] = True
    nominal_ms: ClassVar[int] = SPOKEN_MS
    first: Bout
    """The first work to come."""


GapKind = Literal[PhaseKind.PREPARE, PhaseKind.REST, PhaseKind.SWITCH]
"""What a pause is for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """A pause before work: to prepare for it, to rest, or to change sides."""

    kind: GapKind
    """What it is for."""
    bout: Bout
    """The work to come."""
    before: Bout | None = None
    """The work that came before, None at the start of the session."""
    length_ms: int = 0
    """Its prescribed length in ms, 0 where it is as long as what is said in it."""
    ready_ms: int = 0
    """Quiet time after what is said, in ms."""
    exact: bool = False
    """Whether its length is to the clock."""
    interval_ms: int = 0
    """In an EMOM, the milliseconds from the start of the interval to its end; 0 elsewhere."""
    then: tuple[Bout, ...] = ()
    """What follows on the work to come without a pause."""

    @property
    def new_section(self) -> bool:
        """Whether the work to come opens a section."""
        return self.before is None or not self.before.same_section(self.bout)

    @property
    def new_block(self) -> bool:
        """Whether the work to come opens a block within its section."""
        if len(self.bout.blocks) < 2:
            return False
        return self.before is None or not self.before.same_block(self.bout)

    @property
    def new_exercise(self) -> bool:
        """Whether the work to come is another exercise than the work before."""
        return self.before is None or not self.before.same_exercise(self.bout)

    @property
    def new_round(self) -> bool:
        """Whether the work to come is in another round than the work before."""
        return self.before is not None and self.before.address.rounds != self.bout.address.rounds

    @property
    def nominal_ms(self) -> int:
        """About how long it lasts at the written pace."""
        if self.interval_ms and self.before:
            return max(0, self.interval_ms - self.before.set_ms)
        return self.length_ms or SPOKEN_MS + self.ready_ms

    @property
    def elastic(self) -> bool:
        """Whether it may stretch for speech."""
        return not self.exact


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """A stretch of work."""

    kind: ClassVar[Literal[PhaseKind.WORK]] = PhaseKind.WORK
    elastic: ClassVar[bool] = False
    bout: Bout
    """What is done."""
    before: Bout | None = None
    """The work that came before, None for the first."""
    then: tuple[Bout, ...] = ()
    """What follows on it without a pause, at most two stretches of work."""

    @property
    def nominal_ms(self) -> int:
        """About how long it lasts at the written pace."""
        return self.bout.nominal_ms

    @property
    def waits(self) -> bool:
        """Whether only the athlete knows when it is over: own pace, or as many as possible."""
        return self.bout.lasts_until_done

    @property
    def may_be_done(self) -> bool:
        """Whether the athlete can say that it is over before its time is."""
        return self.waits or self.bout.block.open

    @property
    def opens_set(self) -> bool:
        """Whether it is the beginning of a set, and not the other side of one."""
        return self.before is None or not self.bout.is_other_side_of(self.before)


@dataclass(frozen=True, slots=True, kw_only=True)
class Finish:
    """The end: that it is done."""

    kind: ClassVar[Literal[PhaseKind.FINISH]] = PhaseKind.FINISH
    elastic: ClassVar[bool] = True
    nominal_ms: ClassVar[int] = SPOKEN_MS


Phase = Intro | Gap | Work | Finish
"""A stretch of the session; the phases of a plan follow each other without a hole."""


def exercise_starts(phases: Sequence[Phase]) -> Iterator[tuple[int, Bout]]:
    """The numbers of the phases that begin another exercise, and its first work: most are pauses
    that announce it, some the work itself, where it follows at once."""
    before: Bout | None = None
    for number, phase in enumerate(phases):
        if isinstance(phase, Gap | Work):
            if before is None or not phase.bout.same_exercise(before):
                yield number, phase.bout
            before = phase.bout


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What will be done, in order."""

    routine: Routine
    """The routine without the parts that the athlete does not do."""
    phases: tuple[Phase, ...]
    """All of the session, from the introduction to the end."""
    left_out: tuple[str, ...] = ()
    """Names of exercises for which equipment is missing."""
