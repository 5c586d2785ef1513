"""Doses among words that name nothing known: fragments of a sentence, which are no exercises."""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from earcoach.language.vocabulary.texts import Prose
from earcoach.written.exercises import ends_with_dose
from earcoach.written.names import names_known, names_movement, words_in
from earcoach.written.parts import Tongue
from earcoach.written.statements import Kind, Lines, Statement, as_words

LONGEST_LINE = 8
"""Words of a line that may say what it likes beside its dose; a longer one tells something."""

LEAST_SHARE = 3
"""A name is at least this part of the words of a longer line: a third."""


def without_fragments(lines: Lines, tongue: Tongue) -> Lines:
    """The lines; a dose in a tale is that of the name above it, or prose."""
    told: Lines = []
    above: Statement | None = None
    for line in lines:
        told.append([_whole(one, line, above, tongue) for one in line])
        above = above if line[0].kind is Kind.BLANK else told[-1][-1]
    return told


def _whole(
    one: Statement, line: Sequence[Statement], above: Statement | None, tongue: Tongue
) -> Statement:
    if one.kind is not Kind.EXERCISE:
        return one
    words = words_in(one.name)
    unit = bool(words) and _units(tongue).issuperset(words)  # `2 reps / second`
    if not (unit or _is_fragment(one, words)):
        return one
    named = above if above and above.kind is Kind.NAME and above.line + 1 == one.line else None
    alone = len(line) == 1 and not one.marker
    told = alone and named is not None and names_movement(named.name, tongue.prose)
    if _is_known(one, line, tongue.prose) and not told:
        return one
    if unit or named is not None:
        return replace(one, kind=Kind.DOSE, name="")
    return as_words(one)


def _is_known(one: Statement, line: Sequence[Statement], prose: Prose) -> bool:
    """Whether a movement or a part of the body is named, or stands in the same sentence."""
    near = any(names_movement(other.name, prose) for other in line if other.text == one.text)
    return near or names_known(one.name, prose)


@cache
def _units(tongue: Tongue) -> frozenset[str]:
    words = tongue.words
    return words.reps.alone | words.sets.alone | words.seconds.alone | words.minutes.alone


def _is_fragment(one: Statement, words: Sequence[str]) -> bool:
    """Whether a line tells much more than a name and a dose."""
    told = words_in(one.text)
    if one.level or one.label or len(told) <= LONGEST_LINE or one.said.sets:
        return False
    if one.marker and ends_with_dose(one.text):
        return False  # `- push each foot against the end of the bed (hold 5 s)`
    if one.marker and re.match(re.escape(one.name) + r"\s*[.:,(\u2013\u2014]", one.text):
        return False  # `Toy soldier. Arms may reach above the head. 30 seconds.`
    return len(words) * LEAST_SHARE < len(told)
