"""From nodes to sections, and to blocks within them: what belongs to each way of going on."""

import re
from collections.abc import Sequence
from dataclasses import replace

from earcoach.routine import fields as f
from earcoach.routine.advice import advise
from earcoach.routine.diagnostics import Place, Report
from earcoach.routine.exercises import read_exercise
from earcoach.routine.fields import Values
from earcoach.routine.inherited import Inherited, usual_rest_ms
from earcoach.routine.key_names import key_name
from earcoach.routine.keys import (
    BELONGS,
    CAP,
    COACHING,
    EQUIPMENT,
    EVERY,
    EXERCISES,
    GUIDED,
    NAME,
    NEEDS,
    NOTE,
    REST,
    ROUND_REST,
    ROUNDS,
    ROUNDS_OF,
    SECTION,
    SECTION_WORK,
    SETUP,
    SUPERSET_OF,
    TYPE,
    WARNING,
)
from earcoach.routine.model import ONCE, Coaching, Exercise, Range, Section, Timing
from earcoach.routine.reader import Listing, Mapping, Node, Scalar
from earcoach.routine.supersets import REST_BETWEEN_MS, by_label, read_labelled, read_superset

DEEPEST = 3
"""Blocks within blocks; nobody follows more."""
WITH_BLOCKS = (Timing.STRAIGHT, Timing.CIRCUIT)

Item = Exercise | Section


def read_section(node: Node, inherited: Inherited, report: Report) -> Section | None:
    """One of the parts under `sections:`, or None; what is wrong is in the report."""
    mapping = f.mapping_of(node, report, "a section")
    if mapping is None:
        return None
    values = f.read_fields(mapping.entries, SECTION, report)
    name = f.required(values, NAME, mapping.place, report)
    return section_of(values, name or "", mapping.place, inherited, report)


def section_of(
    values: Values,
    name: str,
    place: Place,
    inherited: Inherited,
    report: Report,
    *,
    depth: int = 0,
) -> Section:
    """A section, or a block of one, of this name from its keys, wherever they stand."""
    timing = values[TYPE] or _usual_timing(values, depth)
    misspelled = values[TYPE] is None and values.place(TYPE) is not None
    if not misspelled:  # nothing follows from it
        _check_timing(values, timing, place, report)
    inside = replace(
        inherited.under(values),
        timing=timing,
        work_ms=values[SECTION_WORK],
        unclear=misspelled,
        equipment=values[EQUIPMENT] or inherited.equipment,
    )
    told = len(report.found)
    items, last_rest_ms = _items(values, place, inside, report, depth=depth)
    if timing is Timing.INTERVALS and len(report.found) == told:
        _check_times(values, items, place, report)
    usual_ms = inside.nearest(REST, _usual_rest_ms(inside))
    between_ms = usual_ms if last_rest_ms is None else last_rest_ms
    section = Section(
        name=name,
        exercises=items,
        timing=timing,
        rounds=values[ROUNDS] or ONCE,
        rest_between_rounds_ms=_or(values[ROUND_REST], between_ms),
        rest_after_ms=Range(usual_ms, usual_ms) if timing is Timing.SUPERSET else None,
        guided=values[GUIDED] or False,
        interval_ms=_or(values[EVERY], 60_000) if timing is Timing.EMOM else 0,
        cap_ms=values[CAP] or 0,
        setup=values[SETUP],
        coaching=inside.nearest(COACHING, Coaching.STANDARD),
        notes=values[NOTE] or (),
        warnings=values[WARNING] or (),
    )
    if items:
        advised = EVERY if timing is Timing.EMOM else REST
        advise(section, values.place(advised) or values.place(NAME) or place, report)
    return section


def _usual_timing(values: Values, depth: int) -> Timing:
    """A block that has rounds is gone round."""
    rounds = values[ROUNDS]
    return Timing.CIRCUIT if depth and rounds else Timing.STRAIGHT


def _usual_rest_ms(inherited: Inherited) -> int:
    """Intervals whose exercises have times of their own follow each other at once."""
    if inherited.timing is Timing.SUPERSET:
        return REST_BETWEEN_MS
    run = inherited.timing is Timing.INTERVALS and inherited.work_ms is None
    return 0 if run else usual_rest_ms(inherited.timing)


def _check_timing(values: Values, timing: Timing, place: Place, report: Report) -> None:
    needed = NEEDS.get(timing)
    if needed and values[needed[0]] is None and values.place(needed[0]) is None:
        message = f"a section of type `{timing}` needs `{needed[0].key}`"
        report.add("R305", message, place, cure=f"add a line like `{needed[1]}`")
    for field, timings in BELONGS:
        where = values.place(field)
        if where and timing not in timings:
            report.add(
                "R304",
                f"`{field.key}` has no meaning in a section of type `{timing}`",
                where,
                cure=f"it belongs to: {', '.join(timings)}",
            )


def _check_times(values: Values, items: tuple[Item, ...], place: Place, report: Report) -> None:
    """Intervals need a time where an exercise has none of its own, and is none so far."""
    listed = values[EXERCISES]
    nodes = listed.items if isinstance(listed, Listing) else ()
    times = [node for node in nodes if _break(node) is None]
    if values.place(SECTION_WORK) is None and len(items) < len(times):
        message = f"a section of type `{Timing.INTERVALS}` needs `{SECTION_WORK.key}`"
        cure = "add a line like `work: 40s`"
        report.add("R305", message, place, cure=cure)


# -- what is in a section ------------------------------------------------------------------------


def _items(
    values: Values, place: Place, inside: Inherited, report: Report, *, depth: int
) -> tuple[tuple[Item, ...], int | None]:
    """The exercises and blocks of a section, and the rest at the end of its rounds."""
    listed = values[EXERCISES]
    if listed is None:
        report.add("R302", "`exercises` is missing", place)
        return (), None
    nodes = f.listing_of(listed, report, "`exercises`")
    if isinstance(listed, Listing) and not nodes:
        report.add("R306", "`exercises` is empty", listed.place)
    found: list[Item] = []
    rest_ms: int | None = None
    for letter, group in by_label(nodes):
        if letter:
            superset = read_labelled(group, inside, report)
            found += [superset] if superset else []
            rest_ms = None
            continue
        for node in group:
            rest_ms = _next(node, found, inside, report, depth=depth)
    return tuple(found), rest_ms


def _next(
    node: Node, found: list[Item], inside: Inherited, report: Report, *, depth: int
) -> int | None:
    """Add what a node is to what was found before; the length of a break."""
    pause = _break(node)
    if pause is not None and found:
        length_ms = REST.read(pause, report) or 0
        found[-1] = replace(found[-1], rest_after_ms=Range(length_ms, length_ms))
        return length_ms
    block = isinstance(node, Mapping) and _is_block(node)
    if block and isinstance(node, Mapping):
        item: Item | None = _block(node, inside, report, depth=depth + 1)
    else:
        item = read_exercise(node, inside, report)
    found += [item] if item else []
    return None


def _break(node: Node) -> Node | None:
    """The duration node of `- rest: 1 min`, a longer break between two exercises."""
    if isinstance(node, Mapping) and len(node.entries) == 1:
        key, value = node.entries[0]
        return value if key.text.casefold() in ("rest", "break") else None
    return None


def _is_block(mapping: Mapping) -> bool:
    keys = {key_name(key) for key, _ in mapping.entries}
    return not keys.isdisjoint((SUPERSET_OF.key, EXERCISES.key)) or _rounds_of(mapping) is not None


def _rounds_of(mapping: Mapping) -> tuple[Scalar, Node, int] | None:
    """The entry `3 rounds of:` of a block, with its number."""
    for key, value in mapping.entries:
        match = re.fullmatch(ROUNDS_OF, " ".join(key.text.casefold().split()))
        if match and isinstance(value, Listing):
            return key, value, int(match[1])
    return None


def _block(mapping: Mapping, inside: Inherited, report: Report, *, depth: int) -> Section | None:
    if inside.timing not in WITH_BLOCKS:
        message = f"a section of type `{inside.timing}` has no blocks within it"
        report.add("R304", message, mapping.place, cure="give them a section of their own")
        return None
    if depth > DEEPEST:
        message = f"blocks lie at most {DEEPEST} deep in each other"
        report.add("R307", message, mapping.place, cure="take one of them out")
        return None
    if any(key_name(key) == SUPERSET_OF.key for key, _ in mapping.entries):
        return read_superset(mapping, inside, report)
    values = _block_values(mapping, report)
    name = values[NAME] or (str(values[TYPE]).capitalize() if values[CAP] else "")
    return section_of(values, name, mapping.place, inside, report, depth=depth)


def _block_values(mapping: Mapping, report: Report) -> Values:
    opened = _rounds_of(mapping)
    if opened is None:
        return f.read_fields(mapping.entries, SECTION, report)
    key, listed, number = opened
    others = [entry for entry in mapping.entries if entry[0] is not key]
    known: Sequence[f.Field[object]] = [x for x in SECTION if x not in (EXERCISES, ROUNDS)]
    rest = f.read_fields(others, known, report)
    return rest.having({EXERCISES.key: listed, ROUNDS.key: Range(number, number)}, listed.place)


def _or(value: int | None, otherwise: int) -> int:
    return otherwise if value is None else value
