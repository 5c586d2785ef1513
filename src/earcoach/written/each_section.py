"""How often each of several parts is gone through, told once: `Do each superset 5 times`."""

from dataclasses import replace

from earcoach.written.named_rests import singles
from earcoach.written.parts import Tongue
from earcoach.written.settings import Setting
from earcoach.written.statements import NOTHING, PLAIN, Kind, Lines, Statement

FEWEST = 2
"""Parts of a name; a single one is told of by any other words too."""

_TOLD = (Kind.SETTING, Kind.HEADING, Kind.DOSE)


def with_rounds_of_each(said: Lines, tongue: Tongue) -> Lines:
    """The lines; the parts that such a line calls by their common name have its rounds.

    It may stand above them, below, or among notes at the end.
    """
    out = said
    for n, line in enumerate(said):
        often = _often(line[0]) if len(line) == 1 else PLAIN
        if often.rounds and (parts := _called(said, n, tongue)):
            out = [_told(one) if at == n else one for at, one in enumerate(out)]
            out = [_in_rounds(one, often) if at in parts else one for at, one in enumerate(out)]
    return out


def _often(one: Statement) -> Setting:
    """How often something is done, and the rest between, if a line says no more."""
    said, setting = one.said, one.setting
    if one.kind not in _TOLD or said.doses or setting.work_ms:
        return PLAIN
    rest = setting.round_rest_ms or next(iter(said.rests_ms), None)
    return Setting(rounds=setting.rounds or said.times or said.sets, round_rest_ms=rest)


def _called(said: Lines, n: int, tongue: Tongue) -> frozenset[int]:
    """The lines that head a part which another one tells of by `each` and what it is."""
    told = singles(said[n][0].text)
    if told.isdisjoint(tongue.prose.every_one):
        return frozenset()
    kinds = told & (tongue.prose.circuit | tongue.prose.divisions)
    heads = [at for at, line in enumerate(said) if at != n and line[0].kind is Kind.HEADING]
    called = frozenset(at for at in heads if singles(said[at][0].name) & kinds)
    return called if len(called) >= FEWEST else frozenset()


def _told(line: list[Statement]) -> list[Statement]:
    return [replace(line[0], kind=Kind.CHATTER, name="", said=NOTHING, setting=PLAIN)]


def _in_rounds(line: list[Statement], often: Setting) -> list[Statement]:
    """A part that says nothing of its own rounds."""
    head = line[0]
    if head.setting.rounds or head.said.sets:
        return line
    return [replace(head, setting=head.setting.with_more(often)), *line[1:]]
