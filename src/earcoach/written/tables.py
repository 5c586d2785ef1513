"""Tables: a row is read like a line, its cells with the words of their column's head."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from earcoach.routine.model import Timed
from earcoach.routine.prescription import Found
from earcoach.written.column_contents import DOSE, with_contents
from earcoach.written.columns import WEEK, cut_columns, role_of, roles_of
from earcoach.written.names import names_movement
from earcoach.written.parts import Part, Tongue, amount_of, doses_in, left_of, parts, rests_in
from earcoach.written.pieces import MOST_CHARACTERS, Piece, label_of
from earcoach.written.table_shapes import usual

ROW = "|"
"""The mark of a line that was a row."""

MOST_ROWS = 60
"""Of a table, by which its columns are told."""

LEVEL = 6
"""Of a heading that stands in a column of its own."""

_FIELD = re.compile(
    r"^(?P<key>[^\W\d][^:\d]{1,28})(?::\s*|\s(?=[\d\s\u2013-]+$))(?P<value>\S.{0,60})$"
)
_FIELDS = ("sets", "reps", "time", "hold", "tempo", "distance", "per day")
_BESIDE = ("rest", "load")
"""Fields that say something of an exercise where another stands beside them."""
_BETWEEN = re.compile(r"\s{2,}|\s*[|;]\s*")
_BEFORE_KEY = re.compile(r"\s*[|;,\u00b7\u2022]?\s+(?=[^\W\d_]{3,12}:(?:\s|$))")
"""What parts the fields of a line, of which each has its name and a colon."""
_SUPERSET = re.compile(r"[A-H]\d")
"""A label in a column of its own."""

_WORD = re.compile(r"[^\W\d_]+")
_NO_DOSE = ("note", "order", "section", WEEK)
"""The columns that say nothing of the dose."""
_EMPTY = ("-", "\u2013", "\u2014", "N/A", "n/a", "x", "X")
_FOR_EACH = re.compile(r"\d\s*\w*\s(?:each|ea|je|jeweils)\.?$", re.IGNORECASE)
_NUMBER = re.compile(r"[~\d.,\s/x\u00d7\u2013-]+(?:to\s*\d+)?")


def rows_as_lines(pieces: Sequence[Piece], tongue: Tongue) -> list[Piece]:
    """The pieces; every row of a table is a line, its head none."""
    out: list[Piece] = []
    head: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()
    foreign = False
    section = ""
    shaped = usual(cut_columns(pieces, tongue), tongue)
    for n, piece in enumerate(shaped):
        fields = _as_fields(piece, tongue)
        if fields or not piece.cells:
            inside = n + 1 < len(shaped) and bool(shaped[n + 1].cells) and len(head) > 1
            head = head if inside or not piece.text else ()
            out.append(fields or piece)
            continue
        roles = roles_of(piece.cells, tongue)
        if roles or _is_head(piece, out):
            titles, section = piece.cells, ""
            head = with_contents(roles or ("",) * len(titles), _rows(shaped[n + 1 :]), tongue)
            foreign = not head and all(role_of(cell, tongue) != "name" for cell in titles)
            out.append(replace(piece, text="", cells=()))
        else:
            before, section = section, _section(piece.cells, head, titles) or section
            if section != before:
                out.append(replace(piece, text=section, cells=(), level=LEVEL))
            told = foreign and _tells_nothing(piece, tongue)
            out += [replace(piece, text="", cells=())] if told else _lines(piece, head, tongue)
    return out


def _rows(pieces: Sequence[Piece]) -> list[tuple[str, ...]]:
    """The rows of a table whose head stands right above these pieces."""
    inside = takewhile(lambda piece: piece.cells or not piece.text, pieces[:MOST_ROWS])
    return [piece.cells for piece in inside if piece.cells]


def _is_head(piece: Piece, before: Sequence[Piece]) -> bool:
    """Whether a row without a number is the first of its table."""
    inside = bool(before) and before[-1].marker == ROW
    return not inside and not any(re.search(r"\d", cell) for cell in piece.cells)


def _tells_nothing(piece: Piece, tongue: Tongue) -> bool:
    """Whether a row below a head that is not known is of something else than exercises."""
    named = names_movement(" ".join(piece.cells), tongue.prose)
    return not named and not any(_is_whole(cell, tongue) for cell in piece.cells)


def _section(cells: Sequence[str], head: Sequence[str], titles: Sequence[str]) -> str:
    """What a row says of the section that it is in: `Mon`, `Day 2`; "" where it says nothing."""
    if "section" not in head or "name" not in head or len(cells) <= head.index("section"):
        return ""
    cell, title = (each[head.index("section")] for each in (cells, titles))
    return f"{title} {cell}" if len(cell) < 3 and cell else cell


def _lines(piece: Piece, head: Sequence[str], tongue: Tongue) -> list[Piece]:
    """A row as a line, or as several where more than one cell is an exercise with its dose."""
    whole = [cell for cell in piece.cells if _is_whole(cell, tongue)]
    if len(whole) < 2 or DOSE in head:
        return [_line(piece, head, tongue)]
    return [replace(piece, text=cell, cells=(), marker=ROW) for cell in whole]


def _is_whole(cell: str, tongue: Tongue) -> bool:
    found = parts(cell, tongue)
    return any(amount_of(part) for part in found) and _is_words(cell, tongue)


def _as_fields(piece: Piece, tongue: Tongue) -> Piece | None:
    """A line such as `Reps: 10-12  Sets: 3` as a dose, the words of a field after its value."""
    if piece.marker and piece.text.endswith(":") and not piece.cells:
        whole = role_of(piece.text, tongue) == "reps" and len(_WORD.findall(piece.text)) > 1
        return replace(piece, text="") if whole else None
    keyed = () if piece.cells or "  " in piece.text else _BEFORE_KEY.split(piece.text)
    told = _told_fields(keyed, tongue) if len(keyed) > 1 else []
    told = told or _told_fields(piece.cells or _BETWEEN.split(piece.text), tongue)
    order = sorted(filter(None, told), key=lambda text: not re.search(r"\bsets?\b", text))
    return replace(piece, text=", ".join(order), cells=(), marker="field") if order else None


def _told_fields(cells: Sequence[str], tongue: Tongue) -> list[str]:
    """What fields say; nothing where one of them is none, but for a remark at their end."""
    told = [_told_field(cell, tongue, alone=len(cells) == 1) for cell in cells]
    known = [text for text in told if text is not None]
    remark = len(known) > 1 and len(known) + 1 == len(told) and told[-1] is None
    remark = remark and bool(re.match(r"[^\W\d_]+:\s", cells[-1]))
    return known if remark or len(known) == len(told) else []


def _told_field(text: str, tongue: Tongue, *, alone: bool) -> str | None:
    """What a field says, `10 reps`; "" for one that is empty, None where none stands."""
    match = _FIELD.match(text)
    key = match["key"].casefold().strip() if match else ""
    counted = {*tongue.words.sets.alone, *tongue.words.reps.alone} - tongue.prose.no_field
    known = match is not None and (":" in text or key in counted)
    known = known and not (alone and key in tongue.prose.no_field)
    role = role_of(key, tongue).partition(":")[0] if known else ""
    if not match or role not in (*_FIELDS, *(() if alone else _BESIDE)):
        return None
    value = match["value"].strip()
    if value in _EMPTY:
        return ""
    return _held(_with_words(value, role, "", True), role, tongue)


def _line(piece: Piece, head: Sequence[str], tongue: Tongue) -> Piece:
    """A row as a line: the name, then what its other cells say."""
    cells = list(piece.cells)
    roles = [*head, *[""] * len(cells)][: len(cells)]
    named = [n for n, role in enumerate(roles) if role == "name"]
    words = [n for n, cell in enumerate(cells) if _is_words(cell, tongue)]
    if not words and not any(head):  # nothing but a dose
        told = _told(cells, roles, -1, tongue)
        return replace(piece, text=", ".join(told), cells=(), marker=piece.marker or ROW)
    at = (named or words or [0])[0]
    label, name = label_of(cells[at])
    label = label or next((c for c in cells[:at] if _SUPERSET.fullmatch(c)), "")
    told = _told(cells, roles, at, tongue)
    own = any(amount_of(part) and not _is_word(part, name) for part in parts(name, tongue))
    told = [] if own and DOSE not in roles else told
    notes = [c for n, c in enumerate(cells) if n != at and roles[n].startswith("note") and c]
    text = f"{name}: {', '.join(told)}" if told else name
    if notes and len(notes[0]) < 200:
        text += f" ({notes[0]})" if not re.search(r"\d", notes[0]) else ""
        rests = rests_in(parts(notes[0], tongue))
        text += "".join(f", {notes[0][p.start : p.end]}" for p in rests[:1] if told)
    told_piece = replace(piece, text=text[:MOST_CHARACTERS], cells=(), label=piece.label or label)
    return replace(told_piece, marker=piece.marker or ROW)


def _is_word(part: Part, text: str) -> bool:
    """Whether a part is a number in a word, and counts nothing: `Figure four`."""
    return isinstance(part, Found) and part.bare and not text[part.start].isdigit()


def _is_words(cell: str, tongue: Tongue) -> bool:
    """Whether a cell says more than a dose."""
    return len(re.findall(r"[^\W\d_]", left_of(cell, parts(cell, tongue), tongue))) > 2


def _told(cells: Sequence[str], roles: Sequence[str], at: int, tongue: Tongue) -> list[str]:
    """What the cells beside the name say, each with the words of its column."""
    told = []
    for n, cell in enumerate(cells):
        role, _, unit = roles[n].partition(":")
        if n == at or not cell or role in _NO_DOSE or cell in _EMPTY:
            continue
        text = _held(_with_words(cell, role, unit, bool(any(roles))), role, tongue)
        told.append((not _SETS.fullmatch(text), role == "load", text))
    return _joined([text for *_, text in sorted(told, key=lambda one: one[:2]) if text])


def _held(told: str, role: str, tongue: Tongue) -> str:
    """A dose with the word that it is a hold, where it is a time in such a column."""
    found = parts(told, tongue) if role == "hold" else ()
    doses = [dose for part in doses_in(found) for dose in part.said.doses]
    timed = bool(doses) and all(isinstance(dose, Timed) for dose in doses)
    return f"{told} hold" if timed else told


def _joined(told: list[str]) -> list[str]:
    """The dose of a set right after the number of sets, as `each` is said of what it has."""
    sets = _SETS.fullmatch(told[0]) if len(told) > 1 else None
    if sets and re.match(r"\d", told[1]) and not re.search(r"\dx|\dx\d|[x\u00d7]\s?\d", told[1]):
        return [f"{sets['number']} x {told[1]}", *told[2:]]
    return told


_SETS = re.compile(r"(?P<number>\d+(?:\s?[-\u2013]\s?\d+)?) sets")
_WORDS = {
    "sets": "sets",
    "reps": "reps",
    DOSE: "reps",
    "time": "seconds",
    "distance": "m",
    "load": "",
}


def _with_words(cell: str, role: str, unit: str, headed: bool) -> str:
    """`3` in the column of sets is `3 sets`."""
    bare = re.sub(r"[>*^\u2191\u2193]+$", "", cell).strip()
    if role == "rest":
        number = _NUMBER.fullmatch(bare)
        return f"rest {bare}{' ' + (unit or 's') if number and ':' not in bare else ''}"
    if role == "tempo":
        return f"tempo {bare}"
    if role == "per day":
        return f"{bare} x per day" if bare.isdigit() else bare
    if _FOR_EACH.search(bare) and role in ("reps", "time", "hold"):
        return f"{bare} side"
    if not _NUMBER.fullmatch(bare):
        return bare if role or not headed else ""
    if role == "sides":
        return f"{bare} each side" if re.fullmatch(r"\d+", bare) else ""
    if role in ("time", "hold"):
        return f"{bare} {unit or 'seconds'}" if ":" not in bare else bare
    if role == "distance":
        return f"{bare} {'metres' if unit in ('', 'm') else unit}"
    if role == "load":
        return f"@ {bare} {unit}".strip() if unit else ""
    if role == "set" or (role in ("reps", DOSE) and re.search(r"[x\u00d7]", bare)):
        return bare
    return f"{bare} {_WORDS[role]}" if role in _WORDS else ""
