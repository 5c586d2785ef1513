"""Doses of which each is that of a group: `Big muscles (chest, back) 4 x 8`, `all else 3 x 10`.

A group is what a heading or a label below is called (`Back: rows`), some exercises by name, or
all that are in no other group. What is in one has its dose, where it has none of its own.
"""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from earcoach.language.vocabulary.texts import Prose
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

_BRACKETS = re.compile(r"\s*\(([^()]*)\)")

_Owner = frozenset[str]


@dataclass(frozen=True, slots=True)
class _Group:
    """A dose, and whose it is."""

    told: Statement
    """Where the dose is told."""
    at: int
    """The place of that among all statements."""
    owners: frozenset[_Owner]
    """The words of each group or exercise that has it; none for all others."""


def with_group_doses(statements: Sequence[Statement], tongue: Tongue) -> list[Statement]:
    """The statements; what is in a group is an exercise with its dose, and the group is none."""
    groups = [group for n, one in enumerate(statements) for group in _groups(one, n, tongue)]
    if not groups:
        return list(statements)
    called = _called(groups, statements, tongue)
    listed = _listed(groups, statements)
    others = [group for group in groups if not group.owners]
    sure = len(called) >= FEWEST or any(_is_section(group, tongue) for group in called)
    called = called if sure else []
    listed = listed if others or len(listed) >= FEWEST else []
    if not (called or listed or others):
        return list(statements)
    return list(_dosed(statements, called, listed, others, tongue))


def _groups(one: Statement, at: int, tongue: Tongue) -> Iterator[_Group]:
    """What a line may tell of a group."""
    if one.kind in (Kind.EXERCISE, Kind.HEADING) and one.said.sets and one.said.doses:
        told = _in_brackets(one)
        loose = left_of(one.name, parts(one.name, tongue), tongue)
        if scope_of(loose, tongue.prose) == "others" and not told and _names_all(loose, tongue):
            yield _Group(one, at, frozenset())
        elif named := _owners(loose, tongue) | _owners(told, tongue):
            yield _Group(one, at, named)


def _in_brackets(one: Statement) -> str:
    """What the brackets after the name of a group list."""
    name = one.name.partition("(")[0].strip()
    at = one.text.find(name) if name and "(" in one.text else -1
    found = _BRACKETS.match(one.text, at + len(name)) if at >= 0 else None
    return found[1] if found else ""


def _names_all(name: str, tongue: Tongue) -> bool:
    """Whether a name says that all the others are meant: `everything else`, `other lifts`."""
    words = set(words_in(name))
    return not words.isdisjoint(tongue.prose.remaining)


def _owners(text: str, tongue: Tongue) -> frozenset[_Owner]:
    """What a text names, each thing less the words that any group may have."""
    if not text:
        return frozenset()
    told = owners(text.partition("(")[0], tongue.prose.parting.alternatives)
    return frozenset(less for whose in told if (less := whose - _loose(tongue.prose)))


@cache
def _loose(prose: Prose) -> frozenset[str]:
    """The words that any group may have."""
    return singles(" ".join(prose.all_of_them | prose.divisions)) | prose.glue


def _called(
    groups: Sequence[_Group], statements: Sequence[Statement], tongue: Tongue
) -> list[_Group]:
    """The groups that a heading or a label below is called like, and that are no movements."""
    places: defaultdict[_Owner, list[int]] = defaultdict(list)
    labels: set[int] = set()
    for n, one in enumerate(statements):
        label, names = _labelled(one, tongue)
        if names:
            labels.add(n)
        if names or _may_head(one):
            for owner in _owners(label, tongue) | (
                _owners(one.name, tongue) if _may_head(one) else frozenset()
            ):
                places[owner].append(n)
    heads: dict[int, bool] = {}
    out = []
    for group in groups:
        if names_movement(group.told.name.partition("(")[0], tongue.prose):
            continue
        found = [
            rows[at]
            for owner in group.owners
            if (rows := places.get(owner)) and (at := bisect_right(rows, group.at)) < len(rows)
        ]
        first = min(found, default=None)
        if first is None:
            continue
        if first not in labels and first not in heads:
            heads[first] = _heads_movements(statements, first, tongue)
        if first in labels or heads[first]:
            out.append(group)
    return out


def _heads_movements(statements: Sequence[Statement], n: int, tongue: Tongue) -> bool:
    below = list(_below(statements, n))
    moving = sum(names_movement(one.name, tongue.prose) for one in below)
    return bool(below) and 2 * moving >= len(below)


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


def _labelled(one: Statement, tongue: Tongue) -> tuple[str, str]:
    """The label of a line without a dose, and the names after it; none where it has no label."""
    kinds = (Kind.NAME, Kind.HEADING, Kind.EXERCISE)
    found = _LABEL.match(one.text) if one.kind in kinds else None
    told = one.kind is not Kind.EXERCISE and one.said != NOTHING
    if not found or told or len(words_in(found["label"])) > LONGEST_LABEL:
        return "", ""
    return found["label"], found["names"]


def _listed(groups: Sequence[_Group], statements: Sequence[Statement]) -> list[_Group]:
    """The groups that list exercises, each of which stands below without a dose."""
    names = {n: singles(one.name) for n, one in enumerate(statements) if one.kind is Kind.NAME}
    places: defaultdict[str, list[int]] = defaultdict(list)
    for n, words in names.items():
        for word in words:
            places[word].append(n)

    def stands_below(whose: _Owner, at: int) -> bool:
        rows = min((places.get(word, []) for word in whose), key=len)
        return any(whose <= names[n] for n in rows[bisect_right(rows, at) :])

    return [
        group
        for group in groups
        if group.owners and all(stands_below(whose, group.at) for whose in group.owners)
    ]


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
    told = {group.at for group in (*called, *listed, *others)}
    by_name = {owner: group for group in reversed(called) for owner in group.owners}
    by_word: defaultdict[str, list[tuple[_Owner, _Group]]] = defaultdict(list)
    for group in listed:
        for whose in group.owners:
            by_word[min(whose)].append((whose, group))
    heading: _Group | None = None
    first = min(told)
    for n, one in enumerate(statements):
        if n in told:
            yield replace(one, kind=Kind.SETTING, name="", said=NOTHING, setting=PLAIN, scope="")
            continue
        if n < first or one.kind not in (Kind.NAME, Kind.HEADING, Kind.EXERCISE):
            yield one
            continue
        label, names = _labelled(one, tongue)
        own = _first(by_name, label, tongue) if names else None
        headed = _may_head(one) and (one.kind is Kind.HEADING or any(_below(statements, n)))
        over = _first(by_name, one.name, tongue)
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
            lists = (g for word in words for whose, g in by_word.get(word, ()) if whose <= words)
            moving = bool(one.marker) or names_movement(one.name, tongue.prose)
            group_ = heading or min(lists, key=lambda g: g.at, default=None)
            group_ = group_ or (others[0] if others and moving else None)
            yield _with(one, group_.told.said) if group_ else one


def _first(by_name: Mapping[_Owner, _Group], text: str, tongue: Tongue) -> _Group | None:
    """The first of the groups that a text is called like."""
    if not by_name:
        return None
    found = [group for owner in _owners(text, tongue) if (group := by_name.get(owner))]
    return min(found, key=lambda group: group.at, default=None)


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
