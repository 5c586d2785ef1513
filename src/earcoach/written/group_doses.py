"""Doses of which each is that of a group: `Big muscles (chest, back) 4 x 8`, `all else 3 x 10`.

A group is what a heading or a label below is called (`Back: rows`), some exercises by name, or
all that are in no other group. What is in one has its dose, where it has none of its own.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from earcoach.routine.prescription import Prescription
from earcoach.written.named_rests import owners, singles
from earcoach.written.names import cleaned, names_movement, words_in
from earcoach.written.parts import Tongue, left_of, parts
from earcoach.written.statements import NOTHING, PLAIN, UNMARKED, Kind, Statement, scope_of

FEWEST = 2
"""Groups that have a dose; a single one may be an exercise that is explained below."""

LONGEST_LABEL = 4
"""Words before a colon that may be a group."""

_LABEL = re.compile(r"^(?P<label>[^:\d]{2,40}?)\s*:\s+(?P<names>\S.*)$")

_Owner = frozenset[str]


@dataclass(frozen=True, slots=True)
class _Group:
    """A dose, and whose it is."""

    told: Statement
    """Where the dose is told."""
    owners: frozenset[_Owner]
    """The words of each group or exercise that has it; none for all others."""


def with_group_doses(statements: Sequence[Statement], tongue: Tongue) -> list[Statement]:
    """The statements; what is in a group is an exercise with its dose, and the group is none."""
    groups = [group for one in statements for group in _groups(one, tongue)]
    called = [group for group in groups if _is_called(group, statements, tongue)]
    listed = [group for group in groups if _lists(group, statements, tongue)]
    others = [group for group in groups if not group.owners]
    sure = len(called) >= FEWEST or any(_is_section(group, tongue) for group in called)
    called = called if sure else []
    listed = listed if others or len(listed) >= FEWEST else []
    if not (called or listed or others):
        return list(statements)
    return list(_dosed(statements, called, listed, others, tongue))


def _groups(one: Statement, tongue: Tongue) -> Iterator[_Group]:
    """What a line may tell of a group."""
    if one.kind in (Kind.EXERCISE, Kind.HEADING) and one.said.sets and one.said.doses:
        told = _in_brackets(one)
        loose = left_of(one.name, parts(one.name, tongue), tongue)
        if scope_of(loose, tongue.prose) == "others" and not told and _names_all(loose, tongue):
            yield _Group(one, frozenset())
        elif named := _owners(loose, tongue) | _owners(told, tongue):
            yield _Group(one, named)


def _in_brackets(one: Statement) -> str:
    """What the brackets after the name of a group list."""
    name = re.escape(one.name.partition("(")[0].strip())
    found = re.search(rf"{name}\s*\(([^()]*)\)", one.text)
    return found[1] if found and name else ""


def _names_all(name: str, tongue: Tongue) -> bool:
    """Whether a name says that all the others are meant: `everything else`, `other lifts`."""
    words = set(words_in(name))
    return not words.isdisjoint(tongue.prose.remaining)


def _owners(text: str, tongue: Tongue) -> frozenset[_Owner]:
    """What a text names, each thing less the words that any group may have."""
    prose = tongue.prose
    loose = singles(" ".join(prose.all_of_them | prose.divisions)) | prose.glue
    told = owners(text.partition("(")[0], prose.parting.alternatives)
    return frozenset(less for whose in told if (less := whose - loose))


def _is_called(group: _Group, statements: Sequence[Statement], tongue: Tongue) -> bool:
    """Whether a heading or a label below is called like a group, which is no movement itself."""
    if names_movement(group.told.name.partition("(")[0], tongue.prose):
        return False
    after = [n for n, one in enumerate(statements) if one.line > group.told.line]
    for n in after:
        label, names = _labelled(statements[n], tongue)
        if names and _match(group, label, tongue):
            return True
        if _may_head(statements[n]) and _match(group, statements[n].name, tongue):
            below = list(_below(statements, n))
            moving = sum(names_movement(one.name, tongue.prose) for one in below)
            return bool(below) and 2 * moving >= len(below)
    return False


def _may_head(one: Statement) -> bool:
    return one.kind is Kind.HEADING or (one.kind is Kind.NAME and not one.marker)


def _below(statements: Sequence[Statement], n: int) -> Iterator[Statement]:
    """The names without a dose below a heading."""
    for one in statements[n + 1 :]:
        if one.kind is Kind.HEADING or (one.kind is Kind.NAME and one.marker == statements[n].marker
                                        and statements[n].kind is Kind.NAME):  # fmt: skip
            return
        if one.kind is Kind.NAME:
            yield one


def _match(group: _Group, text: str, tongue: Tongue) -> bool:
    return not group.owners.isdisjoint(_owners(text, tongue))


def _labelled(one: Statement, tongue: Tongue) -> tuple[str, str]:
    """The label of a line without a dose, and the names after it; none where it has no label."""
    kinds = (Kind.NAME, Kind.HEADING, Kind.EXERCISE)
    found = _LABEL.match(one.text) if one.kind in kinds else None
    told = one.kind is not Kind.EXERCISE and one.said != NOTHING
    if not found or told or len(words_in(found["label"])) > LONGEST_LABEL:
        return "", ""
    return found["label"], found["names"]


def _lists(group: _Group, statements: Sequence[Statement], tongue: Tongue) -> bool:
    """Whether a group is a list of exercises, each of which stands below without a dose."""
    names = [
        singles(one.name)
        for one in statements
        if one.kind is Kind.NAME and one.line > group.told.line
    ]
    return bool(group.owners) and all(
        any(whose <= words for words in names) for whose in group.owners
    )


def _is_section(group: _Group, tongue: Tongue) -> bool:
    """Whether nothing but a section is called so: `Accessories`."""
    words = words_in(group.told.name)
    return tongue.prose.sections.issuperset(words) and group.told.kind is Kind.EXERCISE


def _dosed(
    statements: Sequence[Statement],
    called: Sequence[_Group],
    listed: Sequence[_Group],
    others: Sequence[_Group],
    tongue: Tongue,
) -> Iterator[Statement]:
    told = [group.told for group in (*called, *listed, *others)]
    first = min(one.line for one in told)
    heading: _Group | None = None
    for n, one in enumerate(statements):
        if any(one is each for each in told):
            yield replace(one, kind=Kind.SETTING, name="", said=NOTHING, setting=PLAIN, scope="")
            continue
        if one.line < first or one.kind not in (Kind.NAME, Kind.HEADING, Kind.EXERCISE):
            yield one
            continue
        label, names = _labelled(one, tongue)
        own = next((group for group in called if names and _match(group, label, tongue)), None)
        headed = _may_head(one) and (one.kind is Kind.HEADING or any(_below(statements, n)))
        over = next((group for group in called if _match(group, one.name, tongue)), None)
        if own is not None:
            yield from _exercises(one, names, own, tongue)
        elif headed and over is not None:
            heading = over
            yield replace(one, kind=Kind.HEADING, level=one.level or UNMARKED)
        elif one.kind is Kind.HEADING:
            heading = None
            yield one
        else:
            words = singles(one.name)
            by_name = (g for g in listed if any(whose <= words for whose in g.owners))
            moving = bool(one.marker) or names_movement(one.name, tongue.prose)
            group = heading or next(by_name, None) or (others[0] if others and moving else None)
            yield _with(one, group.told.said) if group else one


def _with(one: Statement, said: Prescription) -> Statement:
    """A name with the dose of its group; an exercise with reps of its own has its sets."""
    own = one.said
    if own.sets:
        return one
    if own.doses or own.times:
        said = replace(own, sets=said.sets, rests_ms=own.rests_ms or said.rests_ms)
    return replace(one, kind=Kind.EXERCISE, said=said)


def _exercises(one: Statement, names: str, group: _Group, tongue: Tongue) -> Iterator[Statement]:
    """What stands after the label of a group."""
    if one.kind is Kind.EXERCISE:
        yield _with(one, group.told.said)
        return
    for name in re.split(r"\s*[,;]\s*", names):
        called = cleaned(name, tongue.prose.glue)
        if called:
            plain = replace(one, kind=Kind.EXERCISE, name=called, level=0, nameless=False)
            yield _with(plain, group.told.said)
