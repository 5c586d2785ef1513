"""Lines that are sections of their own: `2. EMOM x 5: 5 squats`, `3 RFT: 9 dips, 9 rows`."""

from collections.abc import Sequence
from dataclasses import replace

from earcoach.language.vocabulary.texts import Prose
from earcoach.written.names import words_in
from earcoach.written.statements import PLAIN, Kind, Lines, Statement, first_below, nameless

FEWEST = 2
"""Exercises that take turns."""

_NAMED = (Kind.NAME, Kind.EXERCISE)


def own_sections(said: Lines) -> Lines:
    """The lines; how one of several goes is said of nothing that stands after it."""
    said = [_apart(line) if _is_section(said, n) else line for n, line in enumerate(said)]
    return [_opened(said, n) if _is_paragraph(said, n) else line for n, line in enumerate(said)]


def with_buy_ins(said: Lines, prose: Prose) -> Lines:
    """The lines; a buy-in, or a cash-out, is part of the piece on the clock that it stands in."""
    out: Lines = []
    head: Statement | None = None
    for n, line in enumerate(said):
        below = first_below(said, n)
        goes_on = below is None or below.kind in _NAMED
        inside = head is not None and head.setting.timing and not head.setting.rounds and goes_on
        if inside and line[0].kind is Kind.HEADING and _buys(line, prose):
            out.append(line[1:])
        else:
            head = next((one for one in line if one.kind is Kind.HEADING), head)
            out.append(line)
    return out


def _buys(line: Sequence[Statement], prose: Prose) -> bool:
    words = words_in(line[0].name)
    return len(line) > 1 and bool(prose.buy_ins.intersection(words[:1])) and len(words) < 3


def _is_paragraph(said: Lines, n: int) -> bool:
    """Whether a line that is apart from others has how all its exercises go, and all of them."""
    exercises = [one for one in said[n] if one.kind is Kind.EXERCISE]
    enough = len(exercises) >= FEWEST or bool(exercises and exercises[0].setting.timing)
    whole = enough and len(exercises) == len(said[n]) and _goes(exercises[0])
    return whole and (n == 0 or said[n - 1][0].kind is Kind.BLANK)


def _goes(one: Statement) -> bool:
    """Whether a line says of its exercises that they take turns."""
    return bool(one.setting.rounds and not one.setting.repeats) or one.setting.timing is not None


def _opened(said: Lines, n: int) -> list[Statement]:
    """The section of such a line; an exercise below it that is apart from it ends it."""
    head, *members, end = _apart(said[n])
    below = first_below(said, n)
    own = below is not None and below.kind is Kind.EXERCISE
    ends = below is not None and own and (below.said.sets or said[n + 1][0] is not below)
    return [head, *members, end] if ends else [head, *members]


def _is_section(said: Lines, n: int) -> bool:
    """Whether an item of a list has how it goes and all its exercises in one line."""
    line = said[n]
    exercises = [one for one in line if one.kind is Kind.EXERCISE]
    first = exercises[0] if exercises else None
    if first is None or not first.marker or not _goes(first):
        return False
    numbered = first.setting.timing is not None and first.marker[:1].isalnum()
    several = len(exercises) == len(line) >= FEWEST
    return (numbered or several) and not _goes_on(said[n + 1 : n + 2], first)


def _goes_on(below: Sequence[Sequence[Statement]], one: Statement) -> bool:
    """Whether the next line belongs to the same section: it stands right below, or deeper."""
    next_ = below[0][0] if below else None
    if next_ is None or next_.kind is Kind.BLANK:
        return False
    alike = next_.marker[:1].isalnum() or next_.marker == one.marker
    return next_.indent > one.indent or not alike


def _apart(line: list[Statement]) -> list[Statement]:
    first = next(one for one in line if one.kind is Kind.EXERCISE)
    members = [
        replace(one, setting=PLAIN, marker="") if one.kind is Kind.EXERCISE else one for one in line
    ]
    return [nameless(first, first.setting), *members, nameless(first, PLAIN)]
