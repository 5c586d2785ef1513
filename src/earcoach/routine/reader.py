"""YAML as nodes that keep their raw text, line and column: the only module that knows PyYAML.

YAML 1.1 would turn `1:30` into 90 and `no` into False, so no scalar is resolved here; and it would
keep the last of two equal keys without a word, so equal keys are mistakes. Anchors and aliases are
refused: no routine needs them, and they are how a small file becomes a huge one. So are tags, which
would change what a value is.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from earcoach.routine.diagnostics import Place, Report

MAX_BYTES = 1_000_000
MAX_DEPTH = 16
START = Place(1, 1)


@dataclass(frozen=True, slots=True)
class Scalar:
    """A piece of text as written."""

    text: str
    """Its characters, without quotes."""
    place: Place
    """Where it stands."""
    quoted: bool = False
    """Whether it stands in quotes: a deliberate text, and no bare word."""

    @property
    def empty(self) -> bool:
        """Whether nothing was written: `key:` with no value."""
        return not self.quoted and self.text in ("", "~", "null")


@dataclass(frozen=True, slots=True)
class Listing:
    """A YAML sequence."""

    items: tuple["Node", ...]
    """Its items, in the order of the file."""
    place: Place
    """Where the first of them begins."""


@dataclass(frozen=True, slots=True)
class Mapping:
    """A YAML mapping, in the order of the file."""

    entries: tuple[tuple[Scalar, "Node"], ...]
    """Keys and their values, in the order of the file; no two keys are equal."""
    place: Place
    """Where the first of them begins."""


Node = Scalar | Listing | Mapping


def decode(data: bytes, report: Report) -> str:
    """The text of a file, or Fatal when it is too large or not UTF-8."""
    if len(data) > MAX_BYTES:
        raise report.fatal(
            "R105",
            f"the file is larger than {MAX_BYTES // 1_000_000} MB",
            START,
            cure="a routine is a page or two of text: is this the right file?",
        )
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        place = _place_after(error.object[: error.start].decode())
        raise report.fatal(
            "R106", "the file is not UTF-8 text", place, cure="save it as UTF-8"
        ) from None


def parse(text: str, report: Report) -> Node:
    """The single document in a text; mistakes go to the report, and Fatal ends it."""
    import yaml

    forbidden = yaml.reader.Reader.NON_PRINTABLE.search(text)
    if forbidden:
        place = _place_after(text[: forbidden.start()])
        raise report.fatal("R106", "this character is not allowed in a routine", place)
    fast = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    told_before = len(report.found)
    try:
        return _Builder(yaml.parse(text, Loader=fast), report).document()
    except (yaml.MarkedYAMLError, ValueError, OverflowError):  # every libyaml has its own words
        del report.found[told_before:]
        return _told_by_pyyaml(text, report)


def _told_by_pyyaml(text: str, report: Report) -> Node:
    """What PyYAML's own parser reads, which has the last word: it is the same everywhere."""
    import yaml

    loader = yaml.SafeLoader(text)
    try:
        return _Builder(iter(loader.get_event, None), report).document()
    except yaml.MarkedYAMLError as error:
        from earcoach.routine.not_yaml import explained  # no routine that is right waits for it

        found = explained(error, report.lines, _place(error, len(report.lines)))
        raise report.fatal("R101", found.message, found.place, cure=found.cure) from None
    except (ValueError, OverflowError):  # on "\\UFFFFFFFF"
        place = Place(loader.line + 1, loader.column + 1)
        raise report.fatal(
            "R101", "this is not YAML: an escape is not a character", place
        ) from None


def _place_after(text: str) -> Place:
    """The place of what follows a text."""
    lines = f"{text}.".splitlines()
    return Place(len(lines), len(lines[-1]))


def _place(error: Any, lines: int) -> Place:
    """Where it goes wrong; for what is missing at the end of the file, where that was opened."""
    marks = [m for m in (error.problem_mark, error.context_mark) if m and m.line < lines]
    return Place(marks[0].line + 1, marks[0].column + 1) if marks else START


class _Builder:
    """Builds nodes from PyYAML's events. Recursion is bounded by MAX_DEPTH."""

    def __init__(self, events: Iterator[Any], report: Report) -> None:
        self.events = events
        self.report = report

    def document(self) -> Node:
        next(self.events)  # stream start
        start = next(self.events)
        nothing = self._kind(start) == "StreamEndEvent"
        node = None if nothing else self.node(next(self.events), depth=0)
        if node is None or (isinstance(node, Scalar) and node.empty):
            raise self.report.fatal("R107", "the file is empty", START)
        next(self.events)  # document end
        after = next(self.events)
        if self._kind(after) != "StreamEndEvent":
            raise self.report.fatal(
                "R108",
                "a file holds one routine, and a second document starts here",
                self._at(after),
                cure="put it in a file of its own",
            )
        return node

    def node(self, event: Any, *, depth: int) -> Node:
        place = self._at(event)
        if depth > MAX_DEPTH:
            raise self.report.fatal("R104", f"nested deeper than {MAX_DEPTH} levels", place)
        if event.anchor or getattr(event, "tag", None):
            message = "anchors, aliases and tags are not supported"
            raise self.report.fatal("R103", message, place, cure="write the value out")
        match self._kind(event):
            case "ScalarEvent":
                return Scalar(event.value, place, quoted=bool(event.style))
            case "SequenceStartEvent":
                items = (self.node(e, depth=depth + 1) for e in self._until("SequenceEndEvent"))
                return Listing(tuple(items), place)
            case _:
                return Mapping(self._entries(depth), place)

    def _entries(self, depth: int) -> tuple[tuple[Scalar, Node], ...]:
        entries: dict[str, tuple[Scalar, Node]] = {}
        for event in self._until("MappingEndEvent"):
            key = self.node(event, depth=depth + 1)
            value = self.node(next(self.events), depth=depth + 1)
            if not isinstance(key, Scalar):
                self.report.add("R303", "a key must be plain text", key.place)
            elif key.text in entries:
                first = entries[key.text][0].place.line
                self.report.add(
                    "R102", f"`{key.text[:40]}` is already set in line {first}", key.place
                )
            else:
                entries[key.text] = (key, value)
        return tuple(entries.values())

    def _until(self, end: str) -> Iterator[Any]:
        for event in self.events:
            if self._kind(event) == end:
                return
            yield event

    @staticmethod
    def _kind(event: Any) -> str:
        return type(event).__name__

    @staticmethod
    def _at(event: Any) -> Place:
        start, end = event.start_mark, event.end_mark
        length = end.column - start.column if end.line == start.line else 1
        return Place(start.line + 1, start.column + 1, max(1, length))
