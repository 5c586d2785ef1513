"""The plan: the phases of one session, in order, before anybody knows when each is heard."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from fractions import Fraction

from earcoach.plan.choices import Choices, choose
from earcoach.routine.model import (
    Dose,
    Exercise,
    Level,
    Range,
    Reps,
    Routine,
    Section,
    Sides,
    Timed,
    Timing,
)

OPEN_SET_MS = 45_000
"""Time given to an open set (`max` reps) where nobody can say that it is done."""

LEAST_FOR_HALFWAY_MS = 5 * 60_000
"""In a shorter session nobody needs to hear that half of it is over."""

NEW_EQUIPMENT_MS = 10_000
NEW_POSITION_MS = 5_000
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


@dataclass(frozen=True, slots=True)
class Phase:
    """A stretch of the session.

    `bout` is the work of a work phase and the work to come in any other; `before` is the work that
    came before. `length_ms` is the prescribed length of a phase without work. An `exact` phase may
    not stretch for speech; in an EMOM it lasts until `interval_ms` after the interval began.
    """

    kind: Kind
    bout: Bout | None = None
    before: Bout | None = None
    length_ms: int = 0
    ready_ms: int = 0
    exact: bool = False
    interval_ms: int = 0
    halfway: bool = False

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
            return max(0, self.interval_ms - _worked_ms(self.before))
        return self.length_ms or SPOKEN_MS + self.ready_ms

    @property
    def paced(self) -> bool:
        """Whether the pace changes its length: all but prescribed times do."""
        if self.kind is Kind.WORK and self.bout:
            return self.bout.reps is not None
        return not self.exact

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


def make_plan(routine: Routine, choices: Choices | None = None) -> Plan:
    """The phases of a session of this routine. Raises UsageError as `choose` does."""
    choices = choices or Choices()
    routine, left_out = choose(routine, choices)
    bouts = list(_bouts(routine, choices.level))
    estimate_ms = sum(phase.nominal_ms for phase in _phases(bouts, halfway_ms=None))
    halfway_ms = estimate_ms // 2 if estimate_ms >= LEAST_FOR_HALFWAY_MS else None
    phases = tuple(_phases(bouts, halfway_ms=halfway_ms))
    return Plan(routine, phases, estimate_ms, left_out)


def _bouts(routine: Routine, level: Level) -> Iterator[Bout]:
    for section in routine.sections:
        if section.timing in (Timing.AMRAP, Timing.FOR_TIME):
            yield _open_bout(section)
            continue
        rounds = section.rounds.at(level)
        for round_ in range(1, rounds + 1):
            for exercise in section.exercises:
                yield from _sets(section, exercise, round_, rounds, level)


def _open_bout(section: Section) -> Bout:
    """An AMRAP or a section for time is one stretch of work at the athlete's own speed."""
    whole = Exercise(
        section.name,
        Range(1, 1),
        Timed(Range(section.cap_ms, section.cap_ms), hold=False),
        rest_after_ms=section.exercises[-1].rest_after_ms,
        get_ready_ms=section.exercises[0].get_ready_ms,
        equipment=tuple(dict.fromkeys(i for e in section.exercises for i in e.equipment)),
    )
    return Bout(section, whole, 1, 1, 1, 1, None, None, section.cap_ms)


def _sets(
    section: Section, exercise: Exercise, round_: int, rounds: int, level: Level
) -> Iterator[Bout]:
    sets = exercise.sets.at(level)
    reps, length_ms, hold = _amount(exercise.dose, level)
    sides = tuple(Side) if exercise.sides is Sides.EACH else (None,)
    for set_ in range(1, sets + 1):
        for side in sides:
            yield Bout(section, exercise, set_, sets, round_, rounds, side, reps, length_ms, hold)


def _amount(dose: Dose, level: Level) -> tuple[int | None, int | None, bool]:
    match dose:
        case Reps(count=count):
            return count.at(level) if count else None, None, False
        case Timed(length_ms=length, hold=hold):
            return None, _length_ms(length, level), hold


def _length_ms(length: Range, level: Level) -> int:
    """The middle of a range of times is a whole second, rounded up, as it is said."""
    ms = length.at(level)
    return ms if ms in (length.low, length.high) else min(length.high, -(-ms // 1000) * 1000)


def _phases(bouts: Sequence[Bout], *, halfway_ms: int | None) -> Iterator[Phase]:
    """All phases; `halfway` is set on the first rest that ends behind that time."""
    intro = Phase(Kind.INTRO, bouts[0])
    yield intro
    elapsed_ms = intro.nominal_ms
    before: Bout | None = None
    for bout in bouts:
        gap = _gap(before, bout)
        if gap:
            elapsed_ms += gap.nominal_ms
            resting = before is not None and gap.kind is not Kind.SWITCH
            if resting and halfway_ms is not None and elapsed_ms > halfway_ms:
                gap, halfway_ms = replace(gap, halfway=True), None
            yield gap
        yield Phase(Kind.WORK, bout, before)
        elapsed_ms += bout.nominal_ms
        before = bout
    yield Phase(Kind.FINISH, before=before)


def _worked_ms(last: Bout) -> int:
    """How long a set took that ended with this work: both sides of it, and the switch."""
    if last.side is None:
        return last.nominal_ms
    return 2 * last.nominal_ms + last.exercise.switch_ms


def _gap(before: Bout | None, bout: Bout) -> Phase | None:
    """The phase between two stretches of work, or before the first."""
    if before is None:
        return Phase(Kind.PREPARE, bout, ready_ms=_ready_ms(None, bout))
    switch = Phase(Kind.SWITCH, bout, before, bout.exercise.switch_ms)
    if switch.second_side:
        return switch
    exact = before.section is bout.section and bout.section.timing in (
        Timing.INTERVALS,
        Timing.EMOM,
    )
    if exact and bout.section.timing is Timing.EMOM:
        interval_ms = bout.section.interval_ms
        return Phase(Kind.REST, bout, before, exact=True, interval_ms=interval_ms)
    length_ms = _rest_ms(before, bout)
    if exact:
        rest = Phase(Kind.REST, bout, before, length_ms, exact=True)
        return rest if length_ms else None
    kind = Kind.REST if length_ms else Kind.PREPARE
    ready_ms = _ready_ms(before, bout)
    return Phase(kind, bout, before, length_ms, ready_ms)


def _rest_ms(before: Bout, bout: Bout) -> int:
    if before.section is not bout.section:
        return before.exercise.rest_after_ms
    if before.round != bout.round:
        return bout.section.rest_between_rounds_ms
    same_exercise = before.exercise is bout.exercise
    return before.exercise.rest_ms if same_exercise else before.exercise.rest_after_ms


def _ready_ms(before: Bout | None, bout: Bout) -> int:
    """Quiet time that is needed after the announcement: more to fetch things or lie down."""
    if before is not None and before.exercise is bout.exercise:
        return 0
    exercise, last = bout.exercise, before.exercise if before else None
    ready_ms = exercise.get_ready_ms
    if set(exercise.equipment) - set(last.equipment if last else ()):
        ready_ms += NEW_EQUIPMENT_MS
    if last and last.position and exercise.position and last.position != exercise.position:
        ready_ms += NEW_POSITION_MS
    return ready_ms
