"""Snippets of text: whether any of them stands in a line is told by one look at it."""

import re
from collections.abc import Iterable
from functools import cached_property
from itertools import groupby


class Snippets(tuple[str, ...]):
    """Folded pieces of text, the longest first."""

    def anywhere(self, folded: str) -> bool:
        """Whether one of them stands anywhere in a folded text, be it inside a word."""
        return self._anywhere.search(folded) is not None

    def begin_words(self, folded: str) -> bool:
        """Whether a word of a folded text begins with one of them, after a space."""
        return self._begun.search(folded) is not None

    @cached_property
    def alternatives(self) -> str:
        """The regular expression of any of them, to be put in brackets."""
        return "|".join(map(re.escape, self))

    @cached_property
    def _anywhere(self) -> re.Pattern[str]:
        return re.compile(_any_of(self))

    @cached_property
    def _begun(self) -> re.Pattern[str]:
        return re.compile(f" (?:{_any_of(self)})")


def _any_of(pieces: Iterable[str]) -> str:
    """An expression for any of some pieces, which compares each letter of a text once."""
    rows = sorted(set(pieces))
    if "" in rows:
        return ""  # the end of one of them: whatever follows, it is found
    return "|".join(
        re.escape(letter) + _grouped(_any_of(row[1:] for row in several))
        for letter, several in groupby(rows, key=lambda row: row[0])
    ) or "(?!)"  # fmt: skip


def _grouped(pattern: str) -> str:
    return f"(?:{pattern})" if "|" in pattern else pattern
