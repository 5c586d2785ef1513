"""What a language is: its texts by name, and how it counts."""

from collections.abc import Mapping
from dataclasses import dataclass

from earcoach.language.speech import SpeechRate
from earcoach.language.templates import fields_of

Replaced = tuple[tuple[str, tuple[str, ...]], ...]
"""Texts in the place of a language's own, by name; each is one or more templates."""

LIMBS = ("side", "leg", "arm", "foot", "hand", "knee", "hip", "shoulder", "ankle", "wrist")
"""What a side can be called; each has texts of its own, since languages decline them."""

COUNT = "count"


@dataclass(frozen=True)
class Language:
    """One language. Every language has texts of the same names, with the same fields.

    `code` has two letters and `iso_639_2`, which files tell, has three. `plural` says in C, as PO
    files do, which form a number takes. `texts` are said as they are, `counted` have a form for
    each case of the plural rule, and of `choices` one is said at a time. `labels` are not said but
    read: in files, on pages and on desktops. `rate` tells about how long it takes to say a text.
    """

    code: str
    iso_639_2: str
    name: str
    plural: str
    texts: Mapping[str, str]
    counted: Mapping[str, tuple[str, ...]]
    choices: Mapping[str, tuple[str, ...]]
    labels: Mapping[str, str]
    rate: SpeechRate
    forms: int = 2

    @property
    def names(self) -> tuple[str, ...]:
        """The names of all texts that are said, which can be replaced."""
        return (*self.texts, *self.counted, *self.choices)

    def fields(self, name: str) -> tuple[str, ...]:
        """The fields that a text may use."""
        if name in self.counted:
            return (COUNT, *(f for f in fields_of(self.counted[name]) if f != COUNT))
        return fields_of(self.choices.get(name) or (self.texts[name],))
