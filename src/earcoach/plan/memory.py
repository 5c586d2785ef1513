"""What the athlete was told before: so that nothing is explained, or praised, twice alike."""

import math
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import count

from earcoach.plan.phases import Bout, Kind, Memory, Phase
from earcoach.routine.model import Coaching, Timing

LEAST_FOR_HALFWAY_MS = 5 * 60_000
"""In a shorter session nobody needs to hear that half of it is over."""

GAPS = (Kind.PREPARE, Kind.REST, Kind.SWITCH)


def remembered(phases: Iterable[Phase], estimate_ms: int) -> Iterator[Phase]:
    """The phases of a session of about this length, those without work with their memory."""
    told: set[object] = set()
    praises, encouragements = count(), count()
    halfway_ms = estimate_ms // 2 if estimate_ms >= LEAST_FOR_HALFWAY_MS else math.inf
    elapsed_ms = 0
    for phase in phases:
        elapsed_ms += phase.nominal_ms
        if phase.kind not in GAPS or phase.bout is None:
            yield phase
            continue
        explained = phase.kind is Kind.SWITCH, *_explained(phase.bout)
        halfway = _rests(phase) and elapsed_ms > halfway_ms
        halfway_ms = math.inf if halfway else halfway_ms
        memory = Memory(
            explained in told,
            next(praises) if _deserves_praise(phase) else None,
            next(encouragements) if _needs_encouragement(phase) else None,
            halfway,
        )
        told.add(explained)
        yield replace(phase, memory=memory)


def _explained(bout: Bout) -> tuple[object, ...]:
    """All that is told about work before it is done the first time."""
    section, exercise = bout.section, bout.exercise
    if section.timing in (Timing.AMRAP, Timing.FOR_TIME):
        return (section,)
    sides = exercise.sides, exercise.limb
    return exercise.name, exercise.sets, exercise.dose, exercise.setup, exercise.cues, *sides


def _rests(phase: Phase) -> bool:
    return phase.before is not None and phase.kind is not Kind.SWITCH


def _deserves_praise(phase: Phase) -> bool:
    """After the last set of an exercise in full coaching, unless minimal coaching follows."""
    done, bout = phase.before, phase.bout
    if done is None or bout is None or not _may_stretch(phase):
        return False
    full = done.exercise.coaching is Coaching.FULL
    return done.last and full and bout.exercise.coaching is not Coaching.MINIMAL


def _needs_encouragement(phase: Phase) -> bool:
    """Before the last of several sets in full coaching."""
    bout = phase.bout
    if bout is None or phase.new_exercise or not _may_stretch(phase):
        return False
    return bout.last and bout.exercise.coaching is Coaching.FULL


def _may_stretch(phase: Phase) -> bool:
    """Whether this is a rest in which nothing is ever left out for want of time.

    Else the next praise could be the one before again.
    """
    return _rests(phase) and not phase.exact
