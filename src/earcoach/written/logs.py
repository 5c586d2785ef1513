"""Logs: the sets that were done, each on a line with its load, below the name of the exercise."""

import re
from collections.abc import Iterator
from dataclasses import replace

from earcoach.routine.model import ONCE, OpenReps, Range, Reps
from earcoach.written.names import names_movement, words_in
from earcoach.written.parts import Tongue
from earcoach.written.statements import NOTHING, PLAIN, Kind, Lines, Statement

FEWEST = 2
"""Sets below a name; a single one may be anything with a load."""

LEAST_LOAD = 40
"""After `1 x`; nobody does one set of so many reps."""

_BEGUN = re.compile(r"[+\d]|bw\b|bodyweight\b", re.IGNORECASE)


def with_logged_sets(said: Lines, tongue: Tongue) -> Lines:
    """The lines; sets that stand one by one below a name are those of its exercise.

    What is said beside them is a remark, and where a goal was told before, they only tell of it.
    """
    out = list(said)
    for n, line in enumerate(said):
        sets = list(_sets_below(said, n, tongue)) if _may_name(line, tongue) else []
        label = _is_label(line[0], tongue)
        if not sets or (len(sets) < FEWEST and not label):
            continue
        told = label and (_warms_up(line[0], tongue) or _has_goal(out[:n], line[0]))
        if label:
            out[n] = [replace(line[0], kind=Kind.BLANK, setting=PLAIN, said=NOTHING)]
        elif line[0].kind is Kind.HEADING:
            out[n] = [replace(line[0], kind=Kind.NAME, named=True)]
        for at in sets:
            out[at] = [_told(said[at][0]) if told else _as_set(said[at][0])]
    return out


def _may_name(line: list[Statement], tongue: Tongue) -> bool:
    """Whether a line names what the sets below it are of, or only that they are sets."""
    one = line[0]
    if len(line) > 1 or one.kind not in (Kind.NAME, Kind.HEADING):
        return False
    plain = bool(one.name) and one.said == NOTHING and not one.setting.says
    return plain and (_is_label(one, tongue) or not _is_section(one, tongue))


def _is_section(one: Statement, tongue: Tongue) -> bool:
    return tongue.prose.sections.issuperset(words_in(one.name))


def _is_label(one: Statement, tongue: Tongue) -> bool:
    """Whether a heading says which sets stand below it: `Working sets`, `Warm-up`."""
    words = set(words_in(one.name))
    known = tongue.prose.warm_up | tongue.prose.logging | set(tongue.words.sets.by_first)
    return one.kind is Kind.HEADING and bool(words) and words <= known


def _warms_up(one: Statement, tongue: Tongue) -> bool:
    return not tongue.prose.warm_up.isdisjoint(words_in(one.name))


def _has_goal(above: Lines, label: Statement) -> bool:
    """Whether the exercise that such a heading stands below has sets already."""
    for line in reversed(above):
        if any(one.said.sets and one.said.doses for one in line):
            return True
        if line[0].kind is Kind.HEADING and line[0].level < label.level:
            return False
    return False


def _sets_below(said: Lines, n: int, tongue: Tongue) -> Iterator[int]:
    """Where the sets stand that follow a line, be it after an empty one."""
    first = n + 1
    if first < len(said) and said[first][0].kind is Kind.BLANK and said[n][0].level:
        first += 1
    for at in range(first, len(said)):
        if len(said[at]) > 1 or not _is_set(said[at][0], tongue):
            return
        yield at


def _is_set(one: Statement, tongue: Tongue) -> bool:
    """Whether a line is one set with its load, and names no other exercise."""
    said = one.said
    if one.kind not in (Kind.DOSE, Kind.EXERCISE) or not _BEGUN.match(one.text):
        return False
    single = len(said.doses) == 1 and isinstance(said.doses[0], Reps | OpenReps)
    alone = said.sets in (None, ONCE)
    return single and alone and bool(_load(one)) and not names_movement(one.name, tongue.prose)


def _load(one: Statement) -> tuple[str, ...]:
    """The load of a set; after `1 x` it may be a number without a unit."""
    match one.said.doses:
        case (Reps(count=Range(low=low)),) if one.said.sets == ONCE and low >= LEAST_LOAD:
            return (str(low),)
    return one.said.loads


def _as_set(one: Statement) -> Statement:
    """A line as one set of what stands above it."""
    load = _load(one)
    doses = one.said.doses if load == one.said.loads else (Reps(ONCE),)
    said = replace(one.said, sets=None, doses=doses, loads=load[:1])
    return replace(one, kind=Kind.DOSE, marker="set", name="", said=said)


def _told(one: Statement) -> Statement:
    return replace(one, kind=Kind.PROSE, name="", said=NOTHING)
