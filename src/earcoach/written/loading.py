"""From anything that names a workout to a routine: a name, a file of any kind, `-`, an address."""

from dataclasses import dataclass

from earcoach.errors import EarcoachError
from earcoach.routine.catalog import SUFFIXES, find_routine
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Loaded:
    """A routine, and how it was come by."""

    routine: Routine
    """The routine."""
    advice: tuple[Diagnostic, ...] = ()
    """What could be better in a routine of the program's own format."""
    reading: Reading | None = None
    """What was understood of a text; None for a routine of the program's own format."""
    document: str | None = None
    """The routine as YAML, where it does not stand in a file of that format."""


def load_any(name: str, *, language: str | None = None, allow_private: bool = False) -> Loaded:
    """The routine of a name, a file of any kind, `-`, `clipboard` or an address.

    Raises InvalidRoutine for a routine with mistakes, UsageError when there is nothing of that
    name, and EarcoachError when it cannot be read or has no workout in it.
    """
    if not names_no_file(name):
        path = find_routine(name)
        if path.suffix in SUFFIXES:
            routine, advice = load_with_advice(path)
            return Loaded(routine=routine, advice=advice)
        name = str(path)
    return loaded(material_of(original_of(name, allow_private=allow_private)), language=language)


def loaded(material: Material, *, language: str | None = None) -> Loaded:
    """The routine in what a source has. Raises as `load_any`."""
    if isinstance(material, RoutineText):
        routine, advice = loads_with_advice(material.text, path=material.name)
        return Loaded(routine=routine, advice=advice, document=material.text)
    reading = understood(material, language=language)
    document = as_yaml(reading)
    routine, _ = loads_with_advice(document, path="<what was understood>")
    return Loaded(routine=routine, reading=reading, document=document)


def understood(material: SourceText | Reading, *, language: str | None = None) -> Reading:
    """What a text prescribes, complete. Raises EarcoachError when it prescribes nothing."""
    reading = read(material, language=language) if isinstance(material, SourceText) else material
    if not any(section.exercises for section in reading.sections):
        raise EarcoachError(
            "no exercise was found in this text",
            cure="write one in a line, with how much of it: `Squat 3 x 12`",
        )
    return completed(reading)
