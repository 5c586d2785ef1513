"""What stands beside a workout: notes on how to progress, and what others wrote below it."""

import re
from dataclasses import replace

from earcoach.written.names import words_in
from earcoach.written.parts import Tongue
from earcoach.written.statements import NOTHING, PLAIN, Kind, Statement

LONGEST_ANSWERS = 60
"""Characters of a line above what others wrote."""

_PRESCRIBING = frozenset((Kind.EXERCISE, Kind.NAME, Kind.DOSE, Kind.SAME, Kind.HEADING))
_UNMARKED = 9


def without_asides(lines: list[list[Statement]], tongue: Tongue) -> list[list[Statement]]:
    """The lines; those of an aside prescribe no exercise, and those of others nothing at all."""
    out: list[list[Statement]] = []
    level, answers = 0, False
    for line in lines:
        head = line[0]
        answers = answers or _opens_answers(head, tongue)
        if head.kind is Kind.HEADING and (not level or head.level <= level):
            level = head.level if _is_aside(head, tongue) else 0
            line = [replace(head, kind=Kind.BLANK)] if level else line
        elif level == _UNMARKED and head.kind is Kind.BLANK:
            level = 0
        if answers:
            line = [_told(s) if s.kind is not Kind.BLANK else s for s in line]
        elif level:
            line = [_told(s) if s.kind in _PRESCRIBING else s for s in line]
        out.append(line)
    return out


def _told(statement: Statement) -> Statement:
    if statement.kind is Kind.WARNING:
        return statement
    return replace(statement, kind=Kind.CHATTER, name="", said=NOTHING, setting=PLAIN)


def _is_aside(heading: Statement, tongue: Tongue) -> bool:
    """Whether a heading stands above what is no part of the workout: `How to progress`."""
    prose, words = tongue.prose, set(words_in(heading.name))
    loose = prose.asides | prose.little | prose.telling | prose.glue
    return bool(words & prose.asides) and words <= loose and not heading.setting.says


def _opens_answers(statement: Statement, tongue: Tongue) -> bool:
    """Whether a line stands above what others wrote: `214 points, 3 comments`."""
    text = statement.text.casefold()
    words = "|".join(map(re.escape, tongue.prose.answers))
    counted = rf"\W*(?:\d+\s+\w+\W+)?\d+\s+(?:{words})\b"
    return len(text) < LONGEST_ANSWERS and bool(re.match(counted, text))
