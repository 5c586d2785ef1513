"""What is wrong with a text that is no YAML, in plain words: most often it is the indentation."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from earcoach.routine.diagnostics import Place

_DASH = re.compile(r"(?:-[ \t]+)+")
_QUOTED_OR_BRACKET = re.compile(r"""(?<!\w)'(?:[^']|'')*'|(?<!\w)"(?:[^"\\]|\\.)*"|[\[\]{}]""")
BRACKETS = {"[": "]", "{": "}"}
"""What closes a list and a mapping, by what opens it."""
_NO_SPACE = re.compile(r"[ ]*(-)[^\s-]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """A mistake as it is told."""

    message: str
    """What is wrong."""
    place: Place
    """Where to look for it, which may be before the place that PyYAML gave up at."""
    cure: str | None
    """How to put it right; None where nobody can tell."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Start:
    """Where something begins that another line could stand below."""

    line: int
    """Its number, from 1."""
    column: int
    """Where it begins in that line, from 1."""
    is_item: bool
    """Whether it is the `-` of a list, and not a key or a text."""


def explained(error: Any, lines: Sequence[str], place: Place) -> Explanation:
    """What to tell of what PyYAML found at this place."""
    problem, line = error.problem or "", lines[place.line - 1] if lines else ""
    indent = len(line) - len(line.lstrip())
    if "\t" in line[:indent]:
        cure = "indent with spaces, two more for each level"
        message = "this line is indented with a tab"
        return Explanation(message=message, place=Place(place.line, 1, indent), cure=cure)
    if "mapping values" in problem and ": " in line[: place.column - 1]:
        value = line[: place.column].partition(": ")[2].strip() + line[place.column :].rstrip()
        cure = f'put it in quotes: "{value}"' if '"' not in value else "put it in quotes"
        return Explanation(message="there is a `:` in this text", place=place, cure=cure)
    if "could not find expected ':'" in problem and error.context_mark:
        start = error.context_mark
        message = "this is neither `key: value` nor an item of a list"
        cure = "is a `:` missing at its end, or a `- ` at its start?"
        written = len(lines[start.line].strip())
        at = Place(start.line + 1, start.column + 1, written)
        return Explanation(message=message, place=at, cure=cure)
    if answer := _open_quote(error) or _open_bracket(error, lines, place):
        return answer
    is_structure = "mapping values" in problem or "<block" in problem
    answer = _after_its_end(problem, lines, place) if is_structure else None
    if is_structure and answer is None:
        answer = _without_space(lines, place) or _indentation(lines, place)
    return answer or _as_told(error, place)


def _open_quote(error: Any) -> Explanation | None:
    """A text in quotes that goes on to the end of the file."""
    start = error.context_mark
    if "quoted scalar" not in (error.context or "") or "end of stream" not in error.problem:
        return None
    return _without_end(start.buffer[start.pointer], Place(start.line + 1, start.column + 1))


def _without_end(quote: str, place: Place) -> Explanation:
    message = f"the `{quote}` that stands here has no second one where the text ends"
    cure = f"write `{quote}` at the end of the text too, or take this one away"
    return Explanation(message=message, place=place, cure=cure)


def _open_bracket(error: Any, lines: Sequence[str], place: Place) -> Explanation | None:
    """A list or a mapping in brackets that breaks off, or has no comma between two of its parts."""
    start = error.context_mark
    if "while parsing a flow" not in (error.context or "") or start is None:
        return None
    bracket = lines[start.line][start.column : start.column + 1]
    if (partner := BRACKETS.get(bracket)) is None:
        return None
    if _is_closed([lines[start.line][start.column :], *lines[start.line + 1 :]]):
        cure = f"put one between two values, or a `{partner}` after the last"
        return Explanation(message="a `,` is missing before this", place=place, cure=cure)
    return Explanation(
        message=f"the `{bracket}` that stands here has no `{partner}`",
        place=Place(start.line + 1, start.column + 1),
        cure=f"write `{partner}` where it ends, or quotes around a text that begins with "
        f"`{bracket}`",
    )


def _is_closed(lines: Sequence[str]) -> bool:
    """Whether the bracket that these lines begin with has a partner; those in quotes are text."""
    depth = 0
    for found in _QUOTED_OR_BRACKET.finditer("\n".join(lines)):
        depth += (found[0] in BRACKETS) - (found[0] in BRACKETS.values())
        if depth == 0 and found[0] in BRACKETS.values():
            return True
    return False


def _after_its_end(problem: str, lines: Sequence[str], place: Place) -> Explanation | None:
    """What stands after a text in quotes or a list in brackets, where nothing may stand."""
    line = lines[place.line - 1]
    before, sign = line[: place.column - 1].rstrip(), line[place.column - 1 : place.column]
    if sign in BRACKETS.values():
        opening = next(opening for opening, closing in BRACKETS.items() if closing == sign)
        message = f"there is no `{opening}` that this `{sign}` closes"
        return Explanation(message=message, place=place, cure="take it away")
    if before[-1:] in ("'", '"') and "scalar" in problem:
        quote, above = before[-1], "\n".join([*lines[: place.line - 1], before])
        quoted = next(
            (q for q in _QUOTED_OR_BRACKET.finditer(above) if q.end() == len(above)), None
        )
        if quoted and "\n" in quoted[0]:  # it was to end in its own line
            begun = above[: quoted.start()].split("\n")
            return _without_end(quote, Place(len(begun), len(begun[-1]) + 1))
        inside = "write `''` for a `'` inside" if quote == "'" else 'write `\\"` for a `"` inside'
        return Explanation(
            message=f"the text ended with the `{quote}` before this",
            place=place,
            cure=f"put all of it in quotes ({inside})",
        )
    return None


def _as_told(error: Any, place: Place) -> Explanation:
    told = ", ".join(part for part in (error.context, error.problem) if part)
    sign = "a text that begins with a sign needs quotes" if "cannot start" in told else None
    return Explanation(message=f"this is not YAML: {told}", place=place, cure=sign)


def _without_space(lines: Sequence[str], place: Place) -> Explanation | None:
    """An item such as `-Squat` just before."""
    for number in range(place.line, max(0, place.line - 3), -1):
        if found := _NO_SPACE.match(lines[number - 1]):
            at = Place(number, found.start(1) + 1)
            return Explanation(
                message="this `-` has no space after it", place=at, cure="write `- `"
            )
    return None


def _indentation(lines: Sequence[str], place: Place) -> Explanation | None:
    """A line that begins in another column than those it belongs to."""
    line = lines[place.line - 1]
    column = len(line) - len(line.lstrip()) + 1
    is_item = bool(_DASH.match(line.lstrip()))
    like = min(
        (start for start in _starts(lines[: place.line - 1]) if start.is_item == is_item),
        key=lambda start: abs(start.column - column),
        default=None,
    )
    if like is None or like.column == column:
        return None
    cure = f"start it in column {like.column}, below what starts there in line {like.line}"
    at = Place(place.line, column, len(line.strip()))
    return Explanation(
        message="this line is indented differently from the others", place=at, cure=cure
    )


def _starts(lines: Sequence[str]) -> Iterator[_Start]:
    """What begins in these lines and is not over yet, the nearest first."""
    left = 1_000
    for number in range(len(lines), 0, -1):
        text = lines[number - 1].lstrip(" ")
        indent = len(lines[number - 1]) - len(text)
        if not text or text.startswith("#") or indent >= left:
            continue
        left = indent
        dash = _DASH.match(text)
        if dash:
            yield _Start(line=number, column=indent + dash.end() + 1, is_item=False)
        yield _Start(line=number, column=indent + 1, is_item=bool(dash))
