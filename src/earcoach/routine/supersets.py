"""From nodes to supersets: exercises that take turns, told by a key or by their labels."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from earcoach.routine import fields as f
from earcoach.routine.diagnostics import Place, Report
from earcoach.routine.exercises import read_exercise
from earcoach.routine.fields import Values
from earcoach.routine.inherited import Inherited
from earcoach.routine.key_names import key_name
from earcoach.routine.keys import (
    COACHING,
    GET_READY,
    NAME,
    NOTE,
    REST,
    SETS,
    SETUP,
    SUPERSET,
    SUPERSET_OF,
    WARNING,
)
from earcoach.routine.labels import labelled
from earcoach.routine.model import Coaching, Exercise, Range, Section, Timing
from earcoach.routine.reader import Mapping, Node, Scalar

REST_BETWEEN_MS = 60_000
"""The program's own rest after each turn."""
GET_READY_MS = 3000
"""A superset goes on at once: only as long as it takes to stand right."""


def read_superset(mapping: Mapping, inherited: Inherited, report: Report) -> Section | None:
    """A `superset:` with its keys, or None; what is wrong is in the report."""
    values = f.read_fields(mapping.entries, SUPERSET, report)
    listed = values[SUPERSET_OF]
    nodes = f.listing_of(listed, report, "`superset`") if listed is not None else ()
    inside = replace(_inside(inherited.under(values)), sets=values[SETS])
    exercises = [e for node in nodes if (e := read_exercise(node, inside, report))]
    return _superset(exercises, values, inherited, mapping.place, report)


def _inside(inherited: Inherited) -> Inherited:
    return replace(inherited, timing=Timing.SUPERSET)


def _superset(
    exercises: Sequence[Exercise],
    values: Values,
    inherited: Inherited,
    place: Place,
    report: Report,
) -> Section | None:
    if not exercises:
        if not report.found:
            report.add("R306", "`superset` is empty", place)
        return None
    near = inherited.under(values)
    rest_ms = near.nearest(REST, REST_BETWEEN_MS)
    if len(exercises) == 1:
        report.advise("R404", "a superset of one exercise is its sets", place)
    ready_ms = values[GET_READY]
    return Section(
        name=values[NAME] or "",
        exercises=tuple(
            replace(exercise, get_ready_ms=GET_READY_MS if ready_ms is None else ready_ms)
            for exercise in exercises
        ),
        timing=Timing.SUPERSET,
        rest_between_rounds_ms=rest_ms,
        rest_after_ms=Range(rest_ms, rest_ms),
        setup=values[SETUP],
        coaching=near.nearest(COACHING, Coaching.STANDARD),
        notes=values[NOTE] or (),
        warnings=values[WARNING] or (),
    )


# -- labels --------------------------------------------------------------------------------------


def by_label(nodes: Sequence[Node]) -> Iterator[tuple[str, list[Node]]]:
    """The nodes of a list in their order, those that are labelled `A1`, `A2` together."""
    for letter, group in groupby(nodes, key=lambda node: labelled(_name_of(node)).group):
        yield letter, list(group)


def _name_of(node: Node) -> str:
    """The name that an exercise is going to have."""
    match node:
        case Scalar(text=text):
            return text
        case Mapping(entries=entries):
            named = (value for key, value in entries if key_name(key) == NAME.key)
            value = next(named, None)
            if isinstance(value, Scalar):
                return value.text
            return entries[0][0].text if entries else ""
    return ""


def read_labelled(nodes: Sequence[Node], inherited: Inherited, report: Report) -> Section | None:
    """The superset of exercises with labels of one letter, or number."""
    if len(nodes) == 1:
        label = labelled(_name_of(nodes[0])).label
        message = f"`{label}` is a label of a superset, and there is no `{_other(label)}` beside it"
        cure = "leave the label out, or put the exercises it belongs to together"
        report.add("R308", message, nodes[0].place, cure=cure)
        return None
    inside = _inside(inherited)
    exercises = [e for node in nodes if (e := read_exercise(node, inside, report))]
    if not exercises:
        return None
    own = exercises[-1].rests_ms[-1].high
    superset = _superset(exercises, Values({}, {}), inherited, nodes[0].place, report)
    if superset is None or not own:
        return superset
    return replace(superset, rest_between_rounds_ms=own, rest_after_ms=Range(own, own))


def _other(label: str) -> str:
    """A label of the same superset: `A2` for `A1`, `1a` for `1b`."""
    first, last = label[0], label[1]
    others = "12" if last.isdigit() else "AB" if last.isupper() else "ab"
    return first + (others[1] if last == others[0] else others[0])
