"""Cards of exercises: a name on a line of its own, and below it nothing but its dose."""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from earcoach.written.names import words_in
from earcoach.written.parts import Tongue
from earcoach.written.statements import Kind, Lines, Statement, as_dose

FEWEST = 2
"""Cards in a text; a single one may be a section and the dose of all that follow."""

FEWEST_TOLD = 3
"""The same, where the line below the name says how it is done."""

LONGEST = 8
"""Words of the name on a card."""

_BRACKETS = re.compile(r"\([^()]*\)")

_DOSED = {Kind.DOSE, Kind.EXERCISE, Kind.SETTING}
_TELLING = _DOSED | {Kind.PROSE, Kind.NAME}


def cards(said: Lines, tongue: Tongue) -> Lines:
    """The lines; where several are written so, a name is an exercise, and its dose no other."""
    dosed = [n for n, (head, below) in enumerate(pairwise(said)) if _is_card(head, below, tongue)]
    told = list(_leaflet(said, tongue))
    heads = {*(dosed if len(dosed) >= FEWEST else ()), *(told if len(told) >= FEWEST_TOLD else ())}
    out = list(said)
    for n in heads:
        out[n] = [replace(out[n][0], kind=Kind.NAME)]
        out[n + 1] = [as_dose(one) for one in out[n + 1]]
    return out


def _is_card(head: list[Statement], below: list[Statement], tongue: Tongue) -> bool:
    return _is_name(head, tongue) and len(below) == 1 and _is_only_dose(below[0], tongue)


def _is_name(line: list[Statement], tongue: Tongue) -> bool:
    """Whether a line may be the name on a card: it says no more, and is no section."""
    one = line[0]
    loose = one.kind is Kind.HEADING and one.level == 9 and not one.setting.says
    if len(line) > 1 or not (one.kind is Kind.NAME or loose) or one.marker:
        return False
    words = words_in(one.text)
    section = tongue.prose.sections.issuperset(words) or one.text.rstrip().endswith(":")
    return 0 < len(words) <= LONGEST and not section


def _is_only_dose(one: Statement, tongue: Tongue) -> bool:
    """Whether a line names no exercise, but at most how a machine is set."""
    if one.kind not in (Kind.DOSE, Kind.EXERCISE) or not one.said.doses or one.marker:
        return False
    own = set(words_in(one.name)) & set(words_in(_BRACKETS.sub("", one.text)))
    return bool(re.match(r"[^\w]*\d", one.text)) and own <= tongue.prose.set_up


def _leaflet(said: Lines, tongue: Tongue) -> Iterator[int]:
    """Where a name stands above the sentence that says how it is done, and nothing else."""
    blank = [True, *(line[0].kind is Kind.BLANK for line in said), True]
    for n, (head, below) in enumerate(pairwise(said)):
        alone = blank[n] and not blank[n + 2] and blank[n + 3]
        if alone and _is_name(head, tongue) and _tells(below):
            yield n


def _tells(line: list[Statement]) -> bool:
    """Whether a line is a sentence, or several, with a dose in it."""
    kinds = {one.kind for one in line}
    sentence = line[0].text.rstrip().endswith(".") or len(line) > 1
    return sentence and not line[0].marker and bool(kinds & _DOSED) and kinds <= _TELLING
