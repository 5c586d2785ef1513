"""Slips of the fingers: a letter that is missing inside a word, or two that changed places."""

from collections.abc import Iterator
from functools import cache

LEAST = 5
"""Letters of a word; the slips of a shorter one are other words."""

_VOWELS = frozenset("aeiouäöüy")


@cache
def slips(words: frozenset[str]) -> frozenset[str]:
    """What these words become by a slip; their first letter and the last stay."""
    found = {slip for word in words if len(word) >= LEAST for slip in _slips(word)}
    return frozenset(found - words)


def _slips(word: str) -> Iterator[str]:
    for n in range(1, len(word) - 1):
        if len(word) > LEAST or word[n] in _VOWELS:  # `stand` is never `sand`
            yield word[:n] + word[n + 1 :]
        if n < len(word) - 2:
            yield word[:n] + word[n + 1] + word[n] + word[n + 2 :]
