"""How often each of several parts is gone through, told once: `Do each superset 5 times`."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import replace

from earcoach.written.named_rests import singles
from earcoach.written.parts import Tongue
from earcoach.written.settings import Setting
from earcoach.written.statements import PLAIN, Kind, Lines, Statement, as_words

FEWEST = 2
"""Parts of a name; a single one is told of by any other words too."""

_TOLD = (Kind.SETTING, Kind.HEADING, Kind.DOSE)


def with_rounds_of_each(said: Lines, tongue: Tongue) -> Lines:
    """The lines; the parts that such a line calls by their common name have its rounds.

    It may stand above them, below, or among notes at the end; the first that tells of one counts.
    """
    heads = _heads(said, tongue)
    told: set[int] = set()
    often_by_kind: dict[str, Setting] = {}
    for n, line in enumerate(said):
        often = _often(line[0]) if len(line) == 1 else PLAIN
        kinds = _told_of(line[0], tongue) if often.rounds else frozenset()
        parts = {at for kind in kinds for at in heads[kind][: FEWEST + 1]} - {n}
        if len(parts) >= FEWEST:
            told.add(n)
            often_by_kind |= dict.fromkeys(kinds - often_by_kind.keys(), often)
    if not told:
        return said
    return [
        [as_words(line[0], Kind.CHATTER)] if n in told else _in_rounds(line, often_by_kind, tongue)
        for n, line in enumerate(said)
    ]


def _heads(said: Lines, tongue: Tongue) -> defaultdict[str, list[int]]:
    """The lines that head a part, by what it may be told of as."""
    heads: defaultdict[str, list[int]] = defaultdict(list)
    for n, line in enumerate(said):
        for kind in _kinds(line[0], tongue):
            heads[kind].append(n)
    return heads


def _kinds(one: Statement, tongue: Tongue) -> frozenset[str]:
    """What a heading calls its part: `Superset 2`; nothing for another line."""
    if one.kind is not Kind.HEADING:
        return frozenset()
    return singles(one.name) & (tongue.prose.circuit | tongue.prose.divisions)


def _often(one: Statement) -> Setting:
    """How often something is done, and the rest between, if a line says no more."""
    said, setting = one.said, one.setting
    if one.kind not in _TOLD or said.doses or setting.work_ms:
        return PLAIN
    rest = setting.round_rest_ms or next(iter(said.rests_ms), None)
    return Setting(rounds=setting.rounds or said.times or said.sets, round_rest_ms=rest)


def _told_of(one: Statement, tongue: Tongue) -> frozenset[str]:
    """What a line calls the parts that it tells of by `each`."""
    told = singles(one.text)
    if told.isdisjoint(tongue.prose.every_one):
        return frozenset()
    return told & (tongue.prose.circuit | tongue.prose.divisions)


def _in_rounds(
    line: list[Statement], often_by_kind: Mapping[str, Setting], tongue: Tongue
) -> list[Statement]:
    """A line; one that heads such a part, and says nothing of its own rounds, has those."""
    head = line[0]
    kinds = _kinds(head, tongue)
    often = next((often for kind, often in often_by_kind.items() if kind in kinds), None)
    if often is None or head.setting.rounds or head.said.sets:
        return line
    return [replace(head, setting=head.setting.with_more(often)), *line[1:]]
