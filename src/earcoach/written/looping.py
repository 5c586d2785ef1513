"""Lists of timers, in which lines are repeated between a beginning and an end."""

import re
from collections.abc import Sequence

from earcoach.language.vocabulary.texts import Prose
from earcoach.routine.model import Range
from earcoach.written.settings import Setting
from earcoach.written.statements import PLAIN, Kind, Statement

MOST_WORDS = 4
"""Of a line that begins or ends what is repeated."""

_WORD = re.compile(r"[^\W\d_]+")
_NUMBER = re.compile(r"\d+")


def looped(statements: Sequence[Statement], prose: Prose) -> list[Statement]:
    """The statements; what stands between `[repeat 3]` and `[end]` is a section of 3 rounds."""
    out = list(statements)
    begun: tuple[int, int] | None = None
    for n, statement in enumerate(out):
        words = _WORD.findall(statement.text.casefold())
        if not 0 < len(words) <= MOST_WORDS or not prose.looping | prose.loop_ends >= set(words):
            continue
        numbers = _NUMBER.findall(statement.text)
        ends = not prose.loop_ends.isdisjoint(words)
        if ends and not numbers and begun is not None:
            first, rounds = begun
            out[first] = _heading(out[first], Setting(rounds=Range(rounds, rounds)))
            out[n] = _heading(statement, PLAIN)
            begun = None
        elif not ends and len(numbers) == 1 and int(numbers[0]) > 1:
            begun = n, int(numbers[0])
    return out


def _heading(statement: Statement, setting: Setting) -> Statement:
    return Statement(
        kind=Kind.HEADING, line=statement.line, text=statement.text, setting=setting, level=9,
        nameless=True,
    )  # fmt: skip
