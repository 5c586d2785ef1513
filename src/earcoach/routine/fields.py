"""The words of the document: typed fields, each with its reader, its JSON Schema and its meaning.

A field is declared once. Reading a mapping, naming an unknown key and generating the schema all
come from that one declaration.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import partial
from typing import Any, Generic, TypeVar

from earcoach.language.texts import LIMBS
from earcoach.routine.characters import forbidden_in
from earcoach.routine.diagnostics import Place, Report
from earcoach.routine.key_names import key_name, meant_by, short
from earcoach.routine.model import Range, Sides, Tempo
from earcoach.routine.paces import ms_per_km_of
from earcoach.routine.prescription import Cursor, Misread, duration_of, sides_of, tempo_of, work_of
from earcoach.routine.reader import Listing, Mapping, Node, Scalar
from earcoach.suggest import did_you_mean, nearest

MAX_TEXT = 500
MAX_TEXTS = 100
"""Of a list that is read out, such as of equipment."""

T = TypeVar("T")
E = TypeVar("E", bound=StrEnum)
Schema = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Field(Generic[T]):
    """A key of a mapping: how its value is read, described and explained."""

    key: str
    """The key in the file, where `_` may be a space or a `-`."""
    read: Callable[[Node, Report], T | None]
    """The value of a node; None where it has mistakes, which the report is told."""
    schema: Schema
    """What a value looks like, as JSON Schema."""
    meaning: str
    """What it says, in a line for people."""


class Values:
    """What a mapping says, by field; None where it says nothing or something wrong."""

    def __init__(self, values: dict[str, Any], places: dict[str, Place]) -> None:
        self._values, self._places = values, places

    def __getitem__(self, field: Field[T]) -> T | None:
        """The value of a field."""
        value: T | None = self._values.get(field.key)
        return value

    def having(self, values: dict[str, Any], place: Place) -> "Values":
        """These, and others that stand at a place."""
        places = dict.fromkeys(values, place)
        return Values(self._values | values, self._places | places)

    def place(self, field: Field[Any]) -> Place | None:
        """Where the value of a field stands, if the mapping has it."""
        return self._places.get(field.key)


def read_fields(
    entries: Sequence[tuple[Scalar, Node]],
    fields: Sequence[Field[Any]],
    report: Report,
    *,
    joint: str = "_",
) -> Values:
    """Read the entries of a mapping by a list of fields; an unknown key is a mistake.

    `joint` is what people write between the words of a key in such a file.
    """
    known = {field.key: field for field in fields}
    values: dict[str, Any] = {}
    places: dict[str, Place] = {}
    for key, node in entries:
        name = key_name(key)
        if name not in known:
            cure = meant_by(key, known, joint)
            report.add("R301", f"unknown key `{short(key.text)}`", key.place, cure=cure)
        elif name in places:
            first = places[name].line
            report.add("R102", f"`{key.text.strip()}` is already set in line {first}", key.place)
        else:
            places[name] = node.place
            values[name] = known[name].read(node, report)
    return Values(values, places)


def text(key: str, meaning: str) -> Field[str]:
    """A line of text."""
    return Field(
        key=key,
        read=read_text,
        schema={"type": "string", "minLength": 1, "maxLength": MAX_TEXT},
        meaning=meaning,
    )


def texts(key: str, meaning: str) -> Field[tuple[str, ...]]:
    """A line of text or a list of them."""
    line = {"type": "string", "minLength": 1, "maxLength": MAX_TEXT}
    return Field(
        key=key,
        read=_read_texts,
        schema={"oneOf": [line, {"type": "array", "items": line}]},
        meaning=meaning,
    )


def duration(key: str, meaning: str, *, least_ms: int = 0) -> Field[int]:
    """A single duration, in ms."""
    schema = {"type": "string", "pattern": DURATION, "examples": ["45s", "1:30", "2 min"]}
    read = _quantity(partial(duration_of, least_ms=least_ms), "R202", "a duration")
    return Field(key=key, read=read, schema=schema, meaning=meaning)


def pace(key: str, meaning: str) -> Field[int]:
    """How fast a distance is covered, as ms for a kilometre."""
    schema = {"type": "string", "examples": ["5:30/km", "9:00 / mile", "2:15 / 500 m", "12 km/h"]}
    return Field(
        key=key,
        read=lambda node, report: read_with(node, report, ms_per_km_of),
        schema=schema,
        meaning=meaning,
    )


def durations(key: str, meaning: str) -> Field[Range]:
    """A duration to work for or a range of them, in ms."""
    schema = {"type": "string", "examples": ["30s", "20-30s", "1:30"]}
    return Field(
        key=key, read=_quantity(work_of, "R202", "a duration"), schema=schema, meaning=meaning
    )


def counts(key: str, meaning: str) -> Field[Range]:
    """A whole number or a range of them."""
    schema: Schema = {
        "oneOf": [
            {"type": "integer", "minimum": 1, "maximum": 1000},
            {"type": "string", "pattern": r"^\s*\d+\s*((-|–|to)\s*\d+\s*)?$"},
        ],
        "examples": [12, "12-15"],
    }
    return Field(
        key=key,
        read=_quantity(Cursor.count_range, "R205", "a number such as `12` or `12-15`"),
        schema=schema,
        meaning=meaning,
    )


def reps(key: str, meaning: str) -> Field[Range | str]:
    """A number of reps, a range, or `max`."""
    inner = counts(key, meaning)

    def read(node: Node, report: Report) -> Range | str | None:
        if isinstance(node, Scalar) and node.text.strip().casefold() == "max":
            return "max"
        return inner.read(node, report)

    return Field(
        key=key,
        read=read,
        schema={"oneOf": [*inner.schema["oneOf"], {"const": "max"}]},
        meaning=meaning,
    )


def tempo(key: str, meaning: str) -> Field[Tempo]:
    """A tempo in four parts, eccentric first."""
    schema: Schema = {"type": ["string", "integer"], "examples": ["3-1-1-0", "30X1"]}
    return Field(
        key=key,
        read=_quantity(tempo_of, "R207", "a tempo such as `3-1-1-0`"),
        schema=schema,
        meaning=meaning,
    )


def sides(key: str, meaning: str) -> Field[tuple[Sides, str]]:
    """How the sides share the work, and what a side is called."""
    forms = [
        "both",
        *(
            f"{word}{end}"
            for word in ("each", "alternating")
            for end in ("", *(f" {x}" for x in LIMBS))
        ),
    ]
    read = _quantity(sides_of, "R206", "`both`, `each`, `each leg` or `alternating`")
    return Field(key=key, read=read, schema={"type": "string", "enum": forms}, meaning=meaning)


def one_of(
    key: str, names: Sequence[str], meaning: str, *, cures: dict[str, str] | None = None
) -> Field[str]:
    """One of some names, however its words are joined; some other words have cures of their own."""
    by_folded = {_folded(name): name for name in names}

    def read(node: Node, report: Report) -> str | None:
        word = read_text(node, report)
        if word is None or _folded(word) in by_folded:
            return word and by_folded[_folded(word)]
        report.add(
            "R206",
            f"`{short(word)}` is not one of: {', '.join(names)}",
            node.place,
            cure=(cures or {}).get(_folded(word))
            or (did_you_mean(_folded(word), names) if nearest(_folded(word), names) else None),
        )
        return None

    return Field(
        key=key, read=read, schema={"type": "string", "enum": list(names)}, meaning=meaning
    )


def _folded(word: str) -> str:
    return " ".join(word.casefold().replace("-", " ").replace("_", " ").split())


def choice(
    key: str, options: type[E], meaning: str, *, cures: dict[str, str] | None = None
) -> Field[E]:
    """One word of a fixed set; some other words have cures of their own."""
    named = one_of(key, [str(option) for option in options], meaning, cures=cures)

    def read(node: Node, report: Report) -> E | None:
        word = named.read(node, report)
        return None if word is None else options(word)

    return Field(key=key, read=read, schema=named.schema, meaning=meaning)


class YesOrNo(StrEnum):
    """What a question of yes or no can be answered with."""

    YES = "yes"
    NO = "no"
    TRUE = "true"
    FALSE = "false"


def flag(key: str, meaning: str) -> Field[bool]:
    """Yes or no."""
    word = choice(key, YesOrNo, meaning)

    def read(node: Node, report: Report) -> bool | None:
        found = word.read(node, report)
        return None if found is None else found in (YesOrNo.TRUE, YesOrNo.YES)

    return Field(key=key, read=read, schema={"enum": [True, False, "yes", "no"]}, meaning=meaning)


def pairs(key: str, meaning: str) -> Field[tuple[tuple[str, str], ...]]:
    """Texts by the texts that they stand for, as a mapping."""

    def read(node: Node, report: Report) -> tuple[tuple[str, str], ...] | None:
        mapping = mapping_of(node, report, f"`{key}`")
        entries = mapping.entries if mapping else ()
        found = ((read_text(name, report), read_text(value, report)) for name, value in entries)
        return tuple((name, value) for name, value in found if name and value)

    line = {"type": "string", "minLength": 1, "maxLength": MAX_TEXT}
    return Field(
        key=key, read=read, schema={"type": "object", "additionalProperties": line}, meaning=meaning
    )


def nested(key: str, schema: Schema, meaning: str) -> Field[Node]:
    """A value with a structure of its own, read by the caller."""
    return Field(key=key, read=lambda node, report: node, schema=schema, meaning=meaning)


DURATION = r"^\s*(\d+(:\d{1,2}){1,2}|(\d+(\.\d+)?\s*[A-Za-z]+\s*)+)$"


def read_text(node: Node, report: Report) -> str | None:
    """A line of text without characters that could steer a terminal or a player."""
    if not isinstance(node, Scalar):
        report.add("R303", "a text is needed here, not a list or a mapping", node.place)
        return None
    line = " ".join(node.text.split())
    forbidden = forbidden_in(node.text)
    if node.empty or not line:
        report.add("R302", "a text is missing here", node.place)
    elif len(line) > MAX_TEXT:
        report.add("R208", _too_long(line), node.place)
    elif forbidden:
        report.add("R209", f"character U+{ord(forbidden):04X} is not allowed here", node.place)
    else:
        return line
    return None


def _too_long(text: str) -> str:
    return f"a text has at most {MAX_TEXT} characters; this has {len(text):,}"


def _read_texts(node: Node, report: Report) -> tuple[str, ...] | None:
    items = node.items if isinstance(node, Listing) else (node,)
    if len(items) > MAX_TEXTS:
        message = f"a list has at most {MAX_TEXTS} texts; this has {len(items):,}"
        report.add("R307", message, node.place, cure="leave out what nobody has to hear")
        return None
    return tuple(line for item in items if (line := read_text(item, report)) is not None)


def read_with(node: Node, report: Report, parse: Callable[[str], T]) -> T | None:
    """Read a scalar with a parser that raises Misread, noting what it misreads at its place."""
    if not isinstance(node, Scalar):
        report.add("R303", "a single value is needed here, not a list or a mapping", node.place)
        return None
    if node.empty:
        report.add("R302", "a value is missing here", node.place)
        return None
    if len(node.text) > MAX_TEXT:
        report.add("R208", _too_long(node.text), node.place)
        return None
    try:
        return parse(node.text)
    except Misread as error:
        report.add(error.code, error.message, _inside(node, error), cure=error.cure)
        return None


def _inside(node: Scalar, error: Misread) -> Place:
    """The place of a mistake inside a scalar, when the scalar stands as written on one line."""
    if node.place.length != len(node.text) + 2 * node.quoted:
        return node.place
    offset = error.offset + node.quoted
    return Place(node.place.line, node.place.column + offset, max(1, error.length))


def _quantity(
    read: Callable[[Cursor], T | None], code: str, what: str
) -> Callable[[Node, Report], T | None]:
    def parse(text: str) -> T:
        cursor = Cursor(text)
        found = read(cursor)
        if found is None or not cursor.at_end:
            raise Misread(f"`{short(text)}` is not {what}", 0, len(text), code=code)
        return found

    return lambda node, report: read_with(node, report, parse)


def mapping_of(node: Node, report: Report, what: str) -> Mapping | None:
    """The node if it is a mapping; else a mistake."""
    if isinstance(node, Mapping):
        return node
    report.add("R303", f"{what} needs `key: value` lines here", node.place)
    return None


def listing_of(node: Node, report: Report, what: str) -> tuple[Node, ...]:
    """The items of a list; else a mistake."""
    if isinstance(node, Listing):
        return node.items
    report.add("R303", f"{what} needs a list of `- ` lines here", node.place)
    return ()


def required(values: Values, field: Field[str], place: Place, report: Report) -> str | None:
    """The value of a field that must be there; when it is not, the report says so."""
    if values.place(field) is None:
        report.add("R302", f"`{field.key}` is missing", place, cure=f"add `{field.key}: ...`")
    return values[field]
