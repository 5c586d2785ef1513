"""The words of a session: one language, with the texts that somebody has replaced."""

import gettext
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from earcoach.language.model import Language
from earcoach.language.registry import DEFAULT_LANGUAGE, LANGUAGES, code_of
from earcoach.language.templates import filled
from earcoach.language.texts import COUNT, Replaced

_DECIMAL = re.compile(r"(?<![\d.,])(\d+)[.,](\d{1,2})(?![.,]?\d)")
"""A number with at most hundredths: three digits may be a thousand, and `8,10,12` is a list."""


@dataclass(frozen=True, eq=False)
class Words:
    """What the coach says in a session."""

    language: Language
    """Whose texts are said where none is replaced."""
    replaced: Mapping[str, tuple[str, ...]]
    """Templates that are said instead of the language's own, by the names of those."""

    def say(self, name: str, /, **fields: object) -> str:
        """A text with its fields filled in."""
        own = self.replaced.get(name)
        return filled(own[0] if own else self.language.texts[name], fields)

    def count(self, name: str, count: int, /, **fields: object) -> str:
        """A text in the form that a number takes."""
        forms = self.replaced.get(name) or self.language.counted[name]
        form = forms[min(self._form(count), len(forms) - 1)]
        return filled(form, {COUNT: count, **fields})

    def with_decimals(self, text: str) -> str:
        """A text whose numbers such as `1,5` or `1.5` have the sign of this language."""
        return _DECIMAL.sub(rf"\1{self.language.decimal}\2", text)

    def label(self, name: str, /, **fields: object) -> str:
        """A text that is read and not said, with its fields filled in."""
        return filled(self.language.labels[name], fields)

    def choices(self, name: str) -> tuple[str, ...]:
        """Several texts, of which one is said at a time."""
        return self.replaced.get(name) or self.language.choices[name]

    def choose(self, name: str, number: int) -> str:
        """One of several texts; the next number has another."""
        texts = self.choices(name)
        return texts[number % len(texts)]

    def templates(self) -> Iterator[tuple[str, tuple[str, ...]]]:
        """Every text by its name, as it is before its fields are filled in."""
        language = self.language
        single = ((name, (text,)) for name, text in language.texts.items())
        usual = [*single, *language.counted.items(), *language.choices.items()]
        return ((name, self.replaced.get(name, texts)) for name, texts in usual)

    @cached_property
    def _form(self) -> Callable[[int], int]:
        # the standard library's, and not Babel's: that is 33 MB, and 70 ms before the first word
        return gettext.c2py(self.language.plural)


def words_in(code: str | None = None, *replaced: Replaced) -> Words:
    """The words of a language, or of the default; of replaced texts, a later one wins.

    Raises UsageError when nobody has taught the coach this language.
    """
    language = LANGUAGES[DEFAULT_LANGUAGE if code is None else code_of(code)]
    return Words(language, {name: texts for each in replaced for name, texts in each})
