"""Rounds that are told below what is gone through: a list, and `4 times, no rest` at its end."""

from collections.abc import Iterator, Sequence

from earcoach.routine.model import Range
from earcoach.written.settings import Setting
from earcoach.written.statements import (
    NOTHING,
    PLAIN,
    UNMARKED,
    Kind,
    Lines,
    Statement,
    nameless,
)

FEWEST = 2
"""Exercises above such a line; what stands below a single one is its own."""

FEWEST_LISTS = 2
"""Lists in a text that end so; the rounds below a single one are those of its section."""


def with_rounds_below(said: Lines) -> Lines:
    """The lines; each list that ends with its rounds becomes a section of its own."""
    lists = [(start, end) for start, end in _paragraphs(said) if _rounds(said[end - 1])]
    lists = [(start, end) for start, end in lists if _is_list(said[start : end - 1])]
    if len(lists) < FEWEST_LISTS:  # `x 5` below several is said of all of them
        lists = [(start, end) for start, end in lists if said[end - 1][0].said.times]
    out = list(said)
    for start, end in lists:
        last = said[end - 1][0]
        rests = [rest for rest in last.said.rests_ms if rest.high]  # `no rest` may be of moves
        whole = Setting(rounds=_rounds(said[end - 1]), round_rest_ms=rests[0] if rests else None)
        first = next(n for n in range(start, end) if said[n][0].kind is Kind.EXERCISE)
        out[first] = [nameless(said[first][0], whole), *said[first]]
        out[end - 1] = [nameless(last, PLAIN)]
    return out


def with_rounds_behind(said: Lines) -> Lines:
    """The lines; one that ends with how often its exercises are done is a section of its own."""
    return [_in_rounds(line) if _ends_with_rounds(line) else line for line in said]


def _ends_with_rounds(line: Sequence[Statement]) -> bool:
    *others, last = _less_openers(line)
    again = last.kind is Kind.SETTING and bool(last.setting.rounds) and not last.setting.work_ms
    exercises = [one for one in others if one.kind is Kind.EXERCISE and one.said.doses]
    plain = len(exercises) == len(others) and not any(one.said.sets for one in exercises)
    return again and plain and len(exercises) >= FEWEST


def _less_openers(line: Sequence[Statement]) -> list[Statement]:
    """What a line says, less the words that open its parts: `finish with a plank`."""
    opens = (one for one in line[1:-1] if one.kind is Kind.HEADING and one.level == UNMARKED)
    plain = [one for one in opens if not one.setting.says and one.said == NOTHING]
    return [one for one in line if not any(one is each for each in plain)]


def _in_rounds(line: Sequence[Statement]) -> list[Statement]:
    *others, last = _less_openers(line)
    rests = last.said.rests_ms
    whole = Setting(rounds=last.setting.rounds, round_rest_ms=rests[0] if rests else None)
    return [nameless(last, whole), *others, nameless(last, PLAIN)]


def _paragraphs(said: Lines) -> Iterator[tuple[int, int]]:
    """Where lines stand together with nothing between, and where they end."""
    start = 0
    for n, line in enumerate([*said, []]):
        if not line or line[0].kind is Kind.BLANK:
            if n > start:
                yield start, n
            start = n + 1


def _is_list(lines: Lines) -> bool:
    exercises = [s for line in lines for s in line if s.kind is Kind.EXERCISE]
    single = all(s.said.doses and not s.said.sets for s in exercises)
    return len(exercises) >= FEWEST and single


def _rounds(line: Sequence[Statement]) -> Range | None:
    """How often all above is done, if a line says no more."""
    one, said = line[0], line[0].said
    if len(line) > 1 or one.name or said.doses or one.kind not in (Kind.DOSE, Kind.SETTING):
        return None
    return said.sets or said.times or one.setting.rounds
