"""From anything that names a workout to a routine: a name, a file of any kind, `-`, an address."""

from dataclasses import dataclass
from functools import cached_property

from earcoach.errors import EarcoachError
from earcoach.routine.catalog import find_routine, routine_file
from earcoach.routine.diagnostics import Diagnostic
from earcoach.routine.loading import load_with_advice, loads_with_advice
from earcoach.routine.model import Routine
from earcoach.written import read
from earcoach.written.assuming import completed
from earcoach.written.reading import Reading
from earcoach.written.short_form import as_yaml
from earcoach.written.source import SourceText
from earcoach.written.sources.given import names_no_file, original_of
from earcoach.written.sources.original import Material, RoutineText
from earcoach.written.sources.registry import material_of

UNDERSTOOD = "<what was understood>"


@dataclass(frozen=True, kw_only=True)
class Understood:
    """What a text of any kind says, as a routine."""

    name: str
    """What diagnostics call the document."""
    reading: Reading | None = None
    """What was understood; None where the text is a routine of the program's own format."""
    source: SourceText | None = None
    """The lines that were understood; None where it said what it means in a format."""
    own_text: str = ""
    """The text of a routine in the program's own format; "" for another text."""

    @cached_property
    def document(self) -> str:
        """The routine as YAML; in somebody's answer it has the lines that it has there."""
        return as_yaml(self.reading) if self.reading else self.own_text


@dataclass(frozen=True, slots=True, kw_only=True)
class Loaded:
    """A routine, and how it was come by."""

    routine: Routine
    """What is prescribed."""
    advice: tuple[Diagnostic, ...] = ()
    """What could be better in it."""
    understood: Understood | None = None
    """The text that it comes from; None where it stands in a routine file."""


def load_any(name: str, *, language: str | None = None, allow_private: bool = False) -> Loaded:
    """The routine of a name, a file of any kind, `-`, `clipboard` or an address.

    Raises InvalidRoutine for a routine with mistakes, UsageError when there is nothing of that
    name, and EarcoachError when it cannot be read or has no workout in it.
    """
    path = routine_file(name)
    if path is not None:
        routine, advice = load_with_advice(path)
        return Loaded(routine=routine, advice=advice)
    return loaded(understand(name, language=language, allow_private=allow_private))


def loaded(understood: Understood) -> Loaded:
    """The routine that was understood. Raises InvalidRoutine when it has mistakes."""
    routine, advice = loads_with_advice(understood.document, path=understood.name)
    own = understood.reading is None
    return Loaded(routine=routine, advice=advice if own else (), understood=understood)


def understand(
    name: str, *, language: str | None = None, allow_private: bool = False
) -> Understood:
    """What a file of any kind, `-`, `clipboard` or an address says. Raises as `load_any`."""
    name = name if names_no_file(name) else str(find_routine(name))
    material = material_of(original_of(name, allow_private=allow_private))
    return understood_of(material, language=language)


def understood_of(material: Material, *, language: str | None = None) -> Understood:
    """What a source says. Raises EarcoachError when it prescribes nothing."""
    if isinstance(material, RoutineText):
        return Understood(name=material.name, own_text=material.text)
    source = material if isinstance(material, SourceText) else None
    reading = read(material, language=language) if isinstance(material, SourceText) else material
    if not any(section.exercises for section in reading.sections):
        raise EarcoachError(
            "no exercise was found in this text",
            cure="write one in a line, with how much of it: `Squat 3 x 12`",
        )
    return Understood(name=UNDERSTOOD, reading=completed(reading), source=source)
