"""What was understood of a text: values that know whether they were written, and in which line."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

from earcoach.routine.model import Prescribed, Range, Sides, Tempo, Timing

T_co = TypeVar("T_co", covariant=True)


class Origin(StrEnum):
    """Where a value comes from: the text says it, hints at it, or says nothing of it."""

    WRITTEN = "written"
    SUGGESTED = "suggested"
    ASSUMED = "assumed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Given(Generic[T_co]):
    """A value with its origin."""

    value: T_co
    """The value itself."""
    origin: Origin = Origin.WRITTEN
    """Whether the text says so."""
    line: int = 0
    """The number of the source line that says so; 0 where none does."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """Words of the text that are told, doubted or left out."""

    text: str
    """The words."""
    line: int
    """The number of their source line; 0 where there is none."""
    why: str = ""
    """Why they were left out, or what is doubted; "" for a note."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadExercise:
    """One exercise as the text has it; None where it says nothing."""

    name: Given[str]
    """What it is called, less markup, numbers and loads."""
    sets: Given[Range] | None = None
    """How many sets."""
    doses: Given[tuple[Prescribed, ...]] | None = None
    """The dose of all sets, or one for each set."""
    sides: Given[Sides] | None = None
    """How the sides share the work."""
    limb: str = "side"
    """What a side is called."""
    tempo: Given[Tempo] | None = None
    """Seconds of each part of a rep."""
    rest_ms: Given[tuple[Range, ...]] | None = None
    """Rest after all sets, or after each set, in ms."""
    rest_after_ms: Given[Range] | None = None
    """A longer rest before what comes next, in ms."""
    loads: Given[tuple[str, ...]] | None = None
    """Loads and efforts as written, of all sets or of each set."""
    superset: str | None = None
    """The label of its superset (`A`), None where it is in none."""
    notes: tuple[Remark, ...] = ()
    """What is told of it: set-ups, cues, `3 x/day`."""
    equipment: tuple[str, ...] = ()
    """What it needs."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadSection:
    """Exercises that belong together; None where the text says nothing."""

    name: Given[str]
    """What it is called, as written; one that nobody named has a name that is assumed."""
    exercises: tuple[ReadExercise, ...]
    """Its exercises in order."""
    timing: Given[Timing] | None = None
    """How they follow each other."""
    rounds: Given[Range] | None = None
    """How often they are gone through."""
    rest_between_rounds_ms: Given[Range] | None = None
    """Rest after each round but the last, in ms."""
    work_ms: Given[Range] | None = None
    """Work of each exercise that has no dose of its own, in ms."""
    rest_ms: Given[Range] | None = None
    """Rest after each exercise that has none of its own, in ms."""
    interval_ms: Given[int] | None = None
    """The period of an EMOM in ms."""
    cap_ms: Given[int] | None = None
    """The time of an AMRAP, or the limit of a section for time, in ms."""
    notes: tuple[Remark, ...] = ()
    """What is told of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """All that was understood of a text, what was left out, and what was doubted."""

    title: Given[str]
    """What the workout is called."""
    sections: tuple[ReadSection, ...]
    """Its parts in order."""
    language: str
    """The code of the language that it was read in."""
    equipment: tuple[str, ...] = ()
    """What is needed, as the text lists it."""
    warnings: tuple[Remark, ...] = ()
    """What must always be told: `stop if it hurts`."""
    left_out: tuple[Remark, ...] = ()
    """Lines that are no part of the workout, with why."""
    doubts: tuple[Remark, ...] = ()
    """What may be meant otherwise, with why."""
    assumed: tuple[Remark, ...] = ()
    """What the text does not say and the session needs, as sentences for people."""
