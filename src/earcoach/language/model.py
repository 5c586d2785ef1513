"""What a language is: its texts by name, and how it counts."""

from collections.abc import Mapping
from dataclasses import dataclass

from earcoach.language.speech import SpeechRate
from earcoach.language.templates import fields_of
from earcoach.language.texts import COUNT


@dataclass(frozen=True, kw_only=True)
class Language:
    """One language. Every language has texts of the same names, with the same fields."""

    code: str
    """Two letters: `de`."""
    iso_639_2: str
    """Three letters, as files tell it: `deu`."""
    name: str
    """What it is called in English."""
    decimal: str
    """The sign before the parts of a number: `.` in 1.5."""
    plural: str
    """Which form a number takes, as an expression in C, as PO files have it."""
    texts: Mapping[str, str]
    """Templates that are said as they are, by their names."""
    counted: Mapping[str, tuple[str, ...]]
    """Those that have a form for each case of the plural rule."""
    choices: Mapping[str, tuple[str, ...]]
    """Those of which one is said at a time."""
    labels: Mapping[str, str]
    """Those that are read and not said: in files, on pages and on desktops."""
    rate: SpeechRate
    """About how long it takes to say a text."""
    forms: int = 2
    """How many cases the plural rule has."""

    @property
    def names(self) -> tuple[str, ...]:
        """The names of all texts that are said, which can be replaced."""
        return (*self.texts, *self.counted, *self.choices)

    def fields(self, name: str) -> tuple[str, ...]:
        """The fields that a text may use."""
        if name in self.counted:
            return (COUNT, *(f for f in fields_of(self.counted[name]) if f != COUNT))
        return fields_of(self.choices.get(name) or (self.texts[name],))
