"""The words that open a section: `finish with`, `warm up by`."""

from functools import cache

from earcoach.written.misspelt import slips
from earcoach.written.parts import Tongue


@cache
def _single_words(phrases: tuple[str, ...]) -> frozenset[str]:
    return frozenset(phrase for phrase in phrases if " " not in phrase)


def opener(text: str, tongue: Tongue) -> int:
    """Where the words end that open a section, 0 where there are none."""
    folded = text.casefold()
    first = (folded.split(maxsplit=1) or [""])[0]
    if first in slips(_single_words(tongue.prose.openers)):
        return len(first)
    if not folded.startswith(tongue.prose.openers):
        return 0
    for row in tongue.prose.openers:
        if folded.startswith(row) and not folded[len(row) : len(row) + 1].isalnum():
            return len(row)
    return 0
