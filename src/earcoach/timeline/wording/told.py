"""What the athlete was told before: so that nothing is explained, or praised, twice alike."""

import math
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import count

from earcoach.plan.phases import Address, Bout, Gap, Kind, Phase, Plan
from earcoach.routine.model import Coaching

LEAST_FOR_HALFWAY_MS = 5 * 60_000
"""In a shorter session nobody needs to hear that half of it is over."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What is said in a pause, or left out, because of all that was said before."""

    familiar: bool = False
    """Whether all about the work to come was told."""
    praise: int | None = None
    """The number of this praise in the session, from 0; None where there is no reason for it."""
    encouragement: int | None = None
    """The number of this encouragement, likewise."""
    halfway: bool = False
    """Whether half of the session is over in it."""


NOTHING = Told()

ToldBefore = Mapping[Address, Told]
"""What was told before each pause, by the address of the work to come."""


def told_before(plan: Plan) -> ToldBefore:
    """What was told before each pause of a session."""
    return dict(_told(plan.phases))


def _told(phases: Sequence[Phase]) -> Iterable[tuple[Address, Told]]:
    explained: set[Hashable] = set()
    praises, encouragements = count(), count()
    estimate_ms = sum(phase.nominal_ms for phase in phases)
    halfway_ms = estimate_ms // 2 if estimate_ms >= LEAST_FOR_HALFWAY_MS else math.inf
    elapsed_ms = 0
    for phase in phases:
        elapsed_ms += phase.nominal_ms
        if not isinstance(phase, Gap):
            continue
        explanation = phase.kind is Kind.SWITCH, *_explanation(phase.bout)
        halfway = _rests(phase) and elapsed_ms > halfway_ms
        halfway_ms = math.inf if halfway else halfway_ms
        yield (
            phase.bout.address,
            Told(
                familiar=explanation in explained,
                praise=next(praises) if _deserves_praise(phase) else None,
                encouragement=next(encouragements) if _needs_encouragement(phase) else None,
                halfway=halfway,
            ),
        )
        explained.add(explanation)


def _explanation(bout: Bout) -> tuple[Hashable, ...]:
    """All that is told about work before it is done the first time."""
    exercise = bout.exercise
    if bout.block.open:
        return (bout.block,)
    sides, remarks = (exercise.sides, exercise.limb), (exercise.notes, exercise.warnings)
    doses = exercise.doses, exercise.loads
    return exercise.name, *doses, exercise.setup, exercise.cues, *sides, *remarks


def _rests(gap: Gap) -> bool:
    return gap.before is not None and gap.kind is not Kind.SWITCH


def _deserves_praise(gap: Gap) -> bool:
    """After the last set of an exercise in full coaching, unless minimal coaching follows."""
    if gap.before is None or not _may_stretch(gap):
        return False
    full = gap.before.exercise.coaching is Coaching.FULL
    return gap.before.last and full and gap.bout.exercise.coaching is not Coaching.MINIMAL


def _needs_encouragement(gap: Gap) -> bool:
    """Before the last of several sets in full coaching."""
    if gap.new_exercise or not _may_stretch(gap):
        return False
    return gap.bout.last and gap.bout.exercise.coaching is Coaching.FULL


def _may_stretch(gap: Gap) -> bool:
    """Whether this is a rest in which nothing is ever left out for want of time.

    Else the next praise could be the one before again.
    """
    return _rests(gap) and not gap.exact
