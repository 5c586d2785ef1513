"""Lines of a list that are sections of their own: `2. EMOM x 5: 5 squats`."""

from collections.abc import Sequence
from dataclasses import replace

from earcoach.written.statements import NOTHING, PLAIN, Kind, Lines, Statement


def own_sections(said: Lines) -> Lines:
    """The lines; how one of a list goes on the clock is said of nothing that stands after it."""
    return [_apart(line) if _is_section(said, n) else line for n, line in enumerate(said)]


def _is_section(said: Lines, n: int) -> bool:
    """Whether an item has its timing and all its exercises in one line."""
    line = said[n]
    exercises = [one for one in line if one.kind is Kind.EXERCISE]
    timed = bool(exercises) and exercises[0].setting.timing is not None
    numbered = timed and exercises[0].marker[:1].isalnum()
    return numbered and not _goes_on(said[n + 1 : n + 2], exercises[0])


def _goes_on(below: Sequence[Sequence[Statement]], one: Statement) -> bool:
    """Whether the next line belongs to the same section: it stands right below, or deeper."""
    next_ = below[0][0] if below else None
    if next_ is None or next_.kind is Kind.BLANK:
        return False
    return next_.indent > one.indent or not next_.marker[:1].isalnum()


def _apart(line: list[Statement]) -> list[Statement]:
    first = next(one for one in line if one.kind is Kind.EXERCISE)
    begun = replace(
        first, kind=Kind.HEADING, said=NOTHING, level=9, nameless=True, name="", marker=""
    )
    members = [
        replace(one, setting=PLAIN, marker="") if one.kind is Kind.EXERCISE else one for one in line
    ]
    return [begun, *members, replace(begun, setting=PLAIN)]
