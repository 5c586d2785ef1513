"""What is remembered about a session: where it comes from, and what was done in it."""

import hashlib
import os
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime

from earcoach.plan.phases import Bout, Finish, Gap, Intro, Kind, Phase, Plan, Side, Work
from earcoach.routine.catalog import find_routine, stable_name


@dataclass(frozen=True, slots=True)
class SessionStart:
    """What a session was begun with.

    `id` stays the same when the session is resumed. `routine` is a name of the catalog or a whole
    path, `digest` tells one content of that file from another, `options` are the words of the
    command line, `phases` is how many phases the plan has.
    """

    id: str
    routine: str
    title: str
    digest: str
    options: tuple[str, ...]
    phases: int
    at: datetime


@dataclass(frozen=True, slots=True)
class SetRecord:
    """One set, or one side of it, that was done or skipped; `length_ms` where it is timed."""

    exercise: str
    section: str
    round: int
    set: int
    side: Side | None
    reps: int | None
    length_ms: int | None
    done: bool
    at: datetime


def session_start(
    routine: str,
    plan: Plan,
    *,
    options: Sequence[str],
    at: datetime,
    id: str | None = None,
) -> SessionStart:
    """The start of a session of a plan; `id` is that of the session it goes on with.

    Raises UsageError when there is no such routine.
    """
    return SessionStart(
        id or os.urandom(8).hex(),
        stable_name(routine),
        plan.routine.title,
        _digest(routine),
        tuple(options),
        len(plan.phases),
        at,
    )


def _digest(routine: str) -> str:
    with suppress(OSError):
        return hashlib.sha256(find_routine(routine).read_bytes()).hexdigest()
    return ""


def set_record(bout: Bout, *, done: bool, at: datetime) -> SetRecord:
    """The record of a stretch of work."""
    name, section = bout.exercise.name, bout.section.name
    reps, length_ms = bout.reps, bout.length_ms
    return SetRecord(name, section, bout.round, bout.set, bout.side, reps, length_ms, done, at)


def start_of_set(phases: Sequence[Phase], index: int) -> int:
    """Where to go on with a session that ended in a phase: at the pause that announces its set.

    It is the work itself where no pause comes before, as in intervals without rest.
    """
    while _on_second_side(phases[index]):
        index -= 1
    announced = phases[index].kind is Kind.WORK and isinstance(phases[index - 1], Gap)
    return index - 1 if announced else index


def _on_second_side(phase: Phase) -> bool:
    """The change of sides, or the work after it."""
    match phase:
        case Gap(kind=kind):
            return kind is Kind.SWITCH
        case Work(opens_set=opens_set):
            return not opens_set
        case Intro() | Finish():
            return False
