"""Which forms can stand at a place: told by its first word, and by the word after its numbers.

Most words begin nothing, and most numbers are followed by what only few forms go on with: nobody
has to try the others.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

from earcoach.language.vocabulary import Phrases, Vocabulary
from earcoach.routine.prescription.cursor import Cursor

R = TypeVar("R")

CLOCK = ":"
"""Stands for a clock time, as the first word of a form."""

NONE: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Form(Generic[R]):
    """A reader, and where it is worth a try."""

    read: R
    """What reads the form."""
    first: frozenset[str] = NONE
    """The words and signs that it can begin with."""
    after_number: frozenset[str] | None = NONE
    """The words that follow a number that it begins with; None where any may."""


class Forms(Generic[R]):
    """Several forms, in the order in which they are tried."""

    def __init__(self, *forms: Form[R]) -> None:
        """Keep the words by which they are told."""
        self._forms = forms
        self._first = NONE.union(*(form.first for form in forms))
        self._after = NONE.union(*(form.after_number or NONE for form in forms))
        self._known: dict[tuple[str, str | None], tuple[R, ...]] = {}

    def at(self, c: Cursor) -> tuple[R, ...]:
        """What may read something at the next token."""
        token = c.here
        word = CLOCK if token.kind == "clock" else token.text
        after = c.after_numbers()
        if word not in self._first:
            if after is None:
                return ()
            word = ""
        key = (word, after if after is None or after in self._after else "")
        found = self._known.get(key)
        if found is None:
            found = self._known[key] = tuple(f.read for f in self._forms if _fits(f, *key))
        return found


def _fits(form: Form[R], word: str, after: str | None) -> bool:
    if word in form.first:
        return True
    return after is not None and (form.after_number is None or after in form.after_number)


def firsts(*several: Phrases | Iterable[str] | str) -> frozenset[str]:
    """The first words of phrases, words themselves, and those of a text with spaces between."""
    words = (
        each.by_first if isinstance(each, Phrases)
        else each.split() if isinstance(each, str)
        else each
        for each in several
    )  # fmt: skip
    return NONE.union(*words)


def length_units(w: Vocabulary) -> frozenset[str]:
    """What follows the number of a duration: its unit, or an article between (`1/2 a minute`)."""
    return firsts(w.seconds, w.minutes, w.hours, w.article, "m ms \" '")


def length_openers(w: Vocabulary) -> frozenset[str]:
    """What a duration begins with, where that is no number."""
    return firsts(w.about, w.article, w.half, CLOCK)
