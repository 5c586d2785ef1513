"""Doses above the lists that they are for: `3 sets of 12, a minute between sets`, and names."""

import re
from collections.abc import Sequence
from dataclasses import replace

from earcoach.routine.model import Reps, Timed
from earcoach.routine.prescription import Prescription
from earcoach.written.about_all import rest_scope
from earcoach.written.names import names_known, names_movement, words_in
from earcoach.written.parts import Tongue, merged, parts
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
"""Names below a dose that is that of each of them."""

LONGEST = 8
"""Words of such a name."""

LEAST_OF_ALL_MS = 120_000
"""Of a length that all of a list takes together."""

_CLAUSES = re.compile(r"\s*[,;.(\u2013\u2014]\s*|\s+-\s+")
_DOSED = (Kind.DOSE, Kind.EXERCISE, Kind.HEADING)
_NAMED = (Kind.NAME, Kind.EXERCISE, Kind.HEADING)


def with_doses_ahead(said: Lines, tongue: Tongue) -> Lines:
    """The lines; one that is no more than the dose of the names below it is their heading."""
    out = list(said)
    for n, line in enumerate(said):
        before, told = _parted([_counted(one, tongue) for one in line])
        head = _heading(told, tongue)
        if head is None or _is_of_above(said, n, tongue):
            continue
        listed = _listed(said, n, head, tongue)
        names = [_named(said[at], tongue) for at in listed]
        if not _is_list(names, head, tongue):
            continue
        out[n] = [*before, _as_heading(head, told, tongue)]
        for at, one in zip(listed, names, strict=True):
            out[at] = [one]
        end = listed[-1] + 1
        if end < len(said) and said[end][0].kind is Kind.BLANK:
            out[end] = [*said[end], nameless(said[end][0], PLAIN)]
    return out


def _parted(line: list[Statement]) -> tuple[list[Statement], list[Statement]]:
    """What a line says first, and the dose of each that it ends with: `Jog. Then 10 of each:`."""
    *before, last = line
    ends = bool(before) and last.kind is Kind.DOSE and last.for_all and before[-1].said.doses
    headed = len(before) == 1 and before[0].kind is Kind.HEADING and last.kind is Kind.EXERCISE
    return (before, [last]) if ends or headed else ([], line)


def _heading(line: Sequence[Statement], tongue: Tongue) -> Statement | None:
    """What a line says of a list, where it says no more than how much of each thing is done."""
    told = [one for one in line if one.kind in _DOSED and one.said.doses]
    one = told[0] if len(told) == 1 else None
    if one is None or len(line) > len(told) + sum(s.kind is Kind.SETTING for s in line):
        return None
    if (one.level and one.level < UNMARKED) or len(one.said.doses) > 1 or _is_of_all(one):
        return None
    return one if _called(one, tongue) is not None else None


def _counted(one: Statement, tongue: Tongue) -> Statement:
    """A line; how often each of a list is repeated are its reps: `10 reps of the following:`."""
    counts = not tongue.words.reps.by_first.keys().isdisjoint(words_in(one.text))
    if one.kind is not Kind.HEADING or not one.nameless or not counts or one.said.doses:
        return one
    if one.setting != Setting(rounds=one.setting.rounds) or one.setting.rounds is None:
        return one
    return replace(one, said=Prescription(doses=(Reps(one.setting.rounds),)), setting=PLAIN)


def _is_of_all(one: Statement) -> bool:
    """Whether a length is that of a whole section: `Mobility, 5 min`."""
    match one.said.doses:
        case (Timed(length_ms=length),):
            return bool(one.name) and not one.said.sets and length.high >= LEAST_OF_ALL_MS
    return False


def _called(one: Statement, tongue: Tongue) -> str | None:
    """What a line calls the list below it, "" where it does not; None where it names one thing."""
    prose, words = tongue.prose, tongue.words
    loose = prose.little | prose.glue | prose.all_of_them | prose.before | prose.telling
    loose = loose | prose.whole | prose.every_one
    loose = loose | words.hold.by_first.keys() | words.each.by_first.keys()
    resting = words.rest.by_first.keys()
    clauses = [words_in(clause) for clause in _CLAUSES.split(one.name)]
    told = [clause for clause in clauses if clause and clause[0] not in resting]
    if len(told) == 1 and prose.sections.issuperset(told[0]) and not loose.issuperset(told[0]):
        return one.name
    return "" if all(map((loose | prose.naming).issuperset, told)) else None


def _is_of_above(said: Lines, n: int, tongue: Tongue) -> bool:
    """Whether a dose is that of the name right above it, or of one alone in its paragraph."""
    above = said[n - 1][0] if n else None
    if above is None:
        return False
    if above.kind is Kind.BLANK:
        alone = n > 1 and (n == 2 or said[n - 3][0].kind is Kind.BLANK)
        return alone and _is_own(said[n - 2], tongue)
    if above.kind is Kind.NAME and above.marker and not said[n][0].marker:
        return True
    return _is_own(said[n - 1], tongue)


def _is_own(line: Sequence[Statement], tongue: Tongue) -> bool:
    """Whether a line names a movement, and nothing else."""
    one = line[0]
    named = one.kind in (Kind.NAME, Kind.HEADING) and names_movement(one.name, tongue.prose)
    return named and not tongue.prose.sections.issuperset(words_in(one.name))


def _listed(said: Lines, n: int, head: Statement, tongue: Tongue) -> list[int]:
    """The lines below a dose that may be a list: together, or each in a paragraph of its own.

    A line that is such a dose itself ends it.
    """
    gap = n + 1 < len(said) and said[n + 1][0].kind is Kind.BLANK
    apart = gap and n + 3 < len(said) and said[n + 3][0].kind is Kind.BLANK
    if gap and not apart and not (head.name or head.for_all or head.said.sides):
        return []
    step = 2 if apart else 1
    out = []
    for at in range(n + 1 + gap, len(said), step):
        one = said[at][0]
        out_of_list = bool(said[n][0].marker) and one.indent <= said[n][0].indent
        if one.kind not in _NAMED or len(said[at]) > 1 or out_of_list:
            break
        if _heading([_counted(one, tongue)], tongue) is not None:
            break
        out.append(at)
        if apart and at + 1 < len(said) and said[at + 1][0].kind is not Kind.BLANK:
            return []
    return out


def _named(line: Sequence[Statement], tongue: Tongue) -> Statement:
    """What a line names; a movement looks like a heading by a word of it: `Chest press`."""
    one = line[0]
    named = one.kind is Kind.HEADING and _is_own(line, tongue) and one.said == NOTHING
    loose = named and one.level == UNMARKED and not one.setting.says and one.text[-1:] != ":"
    return replace(one, kind=Kind.NAME, level=0) if loose else one


def _is_list(names: Sequence[Statement], head: Statement, tongue: Tongue) -> bool:
    """Whether these are a list, most of it without a dose, and of movements."""
    bare = [one for one in names if one.kind is Kind.NAME]
    if len(bare) < FEWEST or names[0] is not bare[0] or 2 * len(bare) <= len(names):
        return False
    is_known = names_known if head.name or head.for_all else names_movement
    known = sum(is_known(one.name, tongue.prose) for one in bare)
    return 2 * known >= len(bare) and all(len(words_in(one.name)) <= LONGEST for one in bare)


def _as_heading(one: Statement, line: Sequence[Statement], tongue: Tongue) -> Statement:
    """The dose as a heading; what else its line tells of rests is of the same list."""
    said, setting = one.said, replace(one.setting, repeats=None)
    for other in line:
        if other is not one:
            said = merged(said, Prescription(rests_ms=other.said.rests_ms))
            setting = setting.with_more(other.setting)
    if said.rests_ms and not said.sets:  # nothing has sets, so it is none between those
        rest, said = said.rests_ms[0], replace(said, rests_ms=())
        around = rest_scope(one.text, parts(one.text, tongue), tongue) == "rounds"
        of_all = Setting(round_rest_ms=rest) if around else Setting(rest_ms=rest)
        setting = setting.with_more(of_all)
    name = _called(one, tongue) or ""
    return replace(nameless(one, setting), said=said, name=name, nameless=not name, for_all=True)
