"""Headings above what is no part of a workout: notes on how to progress, tips, sources."""

from dataclasses import replace

from earcoach.written.names import words_in
from earcoach.written.parts import Tongue
from earcoach.written.statements import NOTHING, PLAIN, Kind, Statement

_PRESCRIBING = frozenset((Kind.EXERCISE, Kind.NAME, Kind.DOSE, Kind.SAME, Kind.HEADING))
_UNMARKED = 9


def without_asides(lines: list[list[Statement]], tongue: Tongue) -> list[list[Statement]]:
    """The lines; those under such a heading prescribe no exercise, but they warn, and set rests."""
    out: list[list[Statement]] = []
    level = 0  # of the heading that a line stands under
    for line in lines:
        head = line[0]
        if head.kind is Kind.HEADING and (not level or head.level <= level):
            level = head.level if _is_aside(head, tongue) else 0
            line = [replace(head, kind=Kind.BLANK)] if level else line
        elif level == _UNMARKED and head.kind is Kind.BLANK:
            level = 0
        elif level:
            line = [_told(s) if s.kind in _PRESCRIBING else s for s in line]
        out.append(line)
    return out


def _told(statement: Statement) -> Statement:
    return replace(statement, kind=Kind.CHATTER, name="", said=NOTHING, setting=PLAIN)


def _is_aside(heading: Statement, tongue: Tongue) -> bool:
    """Whether a heading stands above what is no part of the workout: `How to progress`."""
    prose, words = tongue.prose, set(words_in(heading.name))
    loose = prose.asides | prose.little | prose.telling | prose.glue
    return bool(words & prose.asides) and words <= loose and not heading.setting.says
