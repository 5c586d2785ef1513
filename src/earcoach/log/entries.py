"""What is remembered about a session: where it comes from, how far it came, what was done in it."""

import hashlib
import os
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from fractions import Fraction

from earcoach.plan.doses import BreathWork, CalorieWork, CountedReps, DistanceWork, HeldWork
from earcoach.plan.phases import Bout, Finish, Gap, Intro, Phase, PhaseKind, Plan, Side, Work
from earcoach.routine.catalog import find_routine, stable_name
from earcoach.session.events import Ending


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionStart:
    """What a session was begun with, or is resumed with."""

    id: str
    """Stays the same when the session is resumed."""
    routine: str
    """A name of the catalog, or a whole path."""
    title: str
    """The routine's title."""
    digest: str
    """Tells one content of the routine's file from another."""
    options: tuple[str, ...]
    """The words of the settings, as they write and read themselves."""
    phases: int
    """How many phases the plan has."""
    at: datetime
    """When it was begun first."""
    trained_s: float = 0.0
    """Seconds trained before it was resumed."""
    sets: int = 0
    """Records of sets that were kept before it was resumed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionProgress:
    """How far a session has come."""

    trained_s: float
    """Seconds from its start, without pauses."""
    pace: Fraction
    """The pace as it stands."""
    resume_at: int
    """The phase to go on with if nothing more is known."""
    seen_at: datetime
    """The last sign of it."""
    ending: Ending | None = None
    """How it ended, None while it runs."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SetRecord:
    """One set, or one side of it, that was done or skipped."""

    exercise: str
    """The exercise's name."""
    section: str
    """The name of its section, empty where that has none."""
    round: int
    """Which round of the section, from 1."""
    set: int
    """Which set of the round, from 1."""
    side: Side | None
    """The side, None where both work at once."""
    reps: int | None
    """How many reps were planned, None where none are counted."""
    length_ms: int | None
    """How long a timed set was planned, in milliseconds; None for others."""
    done: bool
    """Whether it came to its end; else it was skipped."""
    at: datetime
    """When it ended, with the offset of that place."""
    breaths: int | None = None
    """Where it is a number of breaths."""
    calories: int | None = None
    """Where it is a number of calories."""
    distance_m: int | None = None
    """Where it is a way to cover: in whole metres."""
    distance: str | None = None
    """The same as it was written: `1.5 mile`."""
    rep_hold_ms: int | None = None
    """Where each rep is held: how long, in milliseconds."""
    or_more: bool = False
    """Whether as many reps were to be done as one can, but that many at least."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Unfinished:
    """A session that can be resumed."""

    number: int
    """Its number in the history."""
    start: SessionStart
    """What it was begun with."""
    pace: Fraction
    """The last one."""
    index: int
    """The phase to go on with."""
    when: datetime
    """The last sign of it."""
    sets_done: int
    """A set of two sides is one set."""

    def fits(self, start: SessionStart) -> bool:
        """Whether its place still means the same: the routine's file and the plan's length do."""
        return (start.digest, start.phases) == (self.start.digest, self.start.phases)


@dataclass(frozen=True, slots=True, kw_only=True)
class PastSession:
    """A session of the history."""

    id: int
    """Its number."""
    routine: str
    """A name of the catalog, or a whole path."""
    title: str
    """The routine's title."""
    started_at: datetime
    """When it was begun, with the offset of that place."""
    trained_s: float
    """Seconds, without pauses."""
    sets: int
    """How many sets were done; one of two sides is one set."""
    reps: int
    """How many reps they had."""
    skipped: tuple[str, ...]
    """Exercises with a set that was left out."""
    pace: Fraction
    """The last one."""
    ending: Ending | None
    """How it ended; None while it runs, or when it was cut off."""
    under_way: bool = False
    """Whether it runs, in another terminal."""
    resumable: bool = False
    """Whether it can be gone on with."""


def session_start(
    routine: str,
    plan: Plan,
    *,
    options: Sequence[str],
    at: datetime,
    resumes: SessionStart | None = None,
) -> SessionStart:
    """The start of a session of a plan; `resumes` is the session it goes on with.

    Raises UsageError when there is no such routine.
    """
    return SessionStart(
        id=resumes.id if resumes else os.urandom(8).hex(),
        routine=stable_name(routine),
        title=plan.routine.title,
        digest=_digest(routine),
        options=tuple(options),
        phases=len(plan.phases),
        at=resumes.at if resumes else at,
        trained_s=resumes.trained_s if resumes else 0.0,
        sets=resumes.sets if resumes else 0,
    )


def _digest(routine: str) -> str:
    with suppress(OSError):
        return hashlib.sha256(find_routine(routine).read_bytes()).hexdigest()
    return ""


def set_record(bout: Bout, *, done: bool, at: datetime) -> SetRecord:
    """The record of a stretch of work."""
    dose = bout.dose
    way = dose if isinstance(dose, DistanceWork) else None
    return SetRecord(
        exercise=bout.exercise.name,
        section=bout.section.name,
        round=bout.round,
        set=bout.set,
        side=bout.side,
        reps=bout.reps,
        length_ms=bout.length_ms,
        done=done,
        at=at,
        breaths=dose.count if isinstance(dose, BreathWork) else None,
        calories=dose.count if isinstance(dose, CalorieWork) else None,
        distance_m=way.metres if way else None,
        distance=f"{way.amount} {way.unit}" if way else None,
        rep_hold_ms=dose.hold_ms if isinstance(dose, HeldWork) else None,
        or_more=isinstance(dose, CountedReps) and dose.or_more,
    )


def start_of_set(phases: Sequence[Phase], index: int) -> int:
    """Where to go on with a session that ended in a phase: at the pause that announces its set.

    It is the work itself where no pause comes before, as in intervals without rest.
    """
    while _on_second_side(phases[index]):
        index -= 1
    announced = phases[index].kind is PhaseKind.WORK and isinstance(phases[index - 1], Gap)
    return index - 1 if announced else index


def _on_second_side(phase: Phase) -> bool:
    """The change of sides, or the work after it."""
    match phase:
        case Gap(kind=kind):
            return kind is PhaseKind.SWITCH
        case Work(opens_set=opens_set):
            return not opens_set
        case Intro() | Finish():
            return False
