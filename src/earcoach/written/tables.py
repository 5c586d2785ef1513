"""Tables: a row is read like a line, its cells with the words of their column's head."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from earcoach.written.parts import Tongue, amount_of, left_of, parts
from earcoach.written.pieces import Piece

_UNIT_IN_HEAD = re.compile(r"\((s|sec|secs|seconds|min|mins|minutes|m|kg|lbs?|sek)\.?\)")
ROW = "|"
"""The mark of a line that was a row."""

_FIELD = re.compile(r"^(?P<key>[^\W\d][^:\d]{1,18}):\s*(?P<value>\S.{0,60})$")
_FIELDS = ("sets", "reps", "time", "tempo", "distance")
_NUMBER = re.compile(r"[~\d.,\s/x\u00d7-]+(?:to\s*\d+)?")


def rows_as_lines(pieces: Sequence[Piece], tongue: Tongue) -> list[Piece]:
    """The pieces; every row of a table is a line, its head none."""
    out: list[Piece] = []
    head: tuple[str, ...] = ()
    for piece in map(_columns_of(tongue), pieces):
        if not piece.cells:
            head = head if not piece.text else ()
            out.append(_field(piece, tongue))
            continue
        roles = _roles(piece.cells, tongue)
        if roles or _is_head(piece, out, tongue):
            head = roles
            out.append(replace(piece, text="", cells=()))
        else:
            out += _lines(piece, head, tongue)
    return out


def _is_head(piece: Piece, before: Sequence[Piece], tongue: Tongue) -> bool:
    """Whether a row without a number is the first of its table."""
    inside = bool(before) and before[-1].marker == ROW
    return not inside and not any(re.search(r"\d", cell) for cell in piece.cells)


def _lines(piece: Piece, head: Sequence[str], tongue: Tongue) -> list[Piece]:
    """A row as a line, or as several where more than one cell is an exercise with its dose."""
    whole = [cell for cell in piece.cells if _is_whole(cell, tongue)]
    if len(whole) < 2:
        return [_line(piece, head, tongue)]
    return [replace(piece, text=cell, cells=(), marker=ROW) for cell in whole]


def _is_whole(cell: str, tongue: Tongue) -> bool:
    found = parts(cell, tongue)
    return any(amount_of(part) for part in found) and _is_words(cell, tongue)


def _field(piece: Piece, tongue: Tongue) -> Piece:
    """A line such as `Reps: 10-12`, with the words of its field after its value."""
    match = _FIELD.match(piece.text)
    key = match["key"].casefold() if match else ""
    columns = tongue.prose.columns
    role = next(
        (role for role in _FIELDS if key in columns[role] and key not in tongue.prose.no_field), ""
    )
    if not match or not role:
        return piece
    text = _with_words(match["value"].strip(), role, "", True)
    return replace(piece, text=text, marker="field") if text else piece


def _columns_of(tongue: Tongue) -> Callable[[Piece], Piece]:
    """Cuts lines at wide gaps, from a line that is the head of a table down to an empty one."""
    inside = False

    def cut(piece: Piece) -> Piece:
        nonlocal inside
        cells = tuple(re.split(r"\s{2,}", piece.text)) if not piece.cells else ()
        if len(cells) > 1 and (inside or _roles(cells, tongue)):
            inside = True
            return replace(piece, cells=cells)
        inside = False
        return piece

    return cut


def _roles(cells: Sequence[str], tongue: Tongue) -> tuple[str, ...]:
    """What the columns are, if this row is the head of a table: a role, a unit after it."""
    columns = tongue.prose.columns
    roles = []
    for cell in cells:
        folded = cell.casefold().strip(" :*")
        bare = _UNIT_IN_HEAD.sub("", folded).strip()
        role = next((r for r, names in columns.items() if folded in names or bare in names), "")
        unit = _UNIT_IN_HEAD.search(folded)
        if folded in ("seconds", "secs", "sec", "sekunden", "sek", "time (s)"):
            roles.append("time:s")
        else:
            roles.append(f"{role}:{unit[1]}" if unit and role else role)
    known = [role for role in roles if role]
    plain = [r.partition(":")[0] for r in roles]
    if plain.count("sets") > 1 and "name" not in plain:
        roles[plain.index("sets")] = "name"
    if len(known) < 2 or any(re.search(r"\d", cell) for cell in cells):
        return ()
    if "name" not in plain and "sets" in plain and plain[0] == "sets" and "reps" not in plain:
        roles[0] = "name"
    return tuple(roles)


def _line(piece: Piece, head: Sequence[str], tongue: Tongue) -> Piece:
    """A row as a line: the name, then what its other cells say."""
    cells = list(piece.cells)
    roles = [*head, *[""] * len(cells)][: len(cells)] if head else _guessed(cells)
    named = [n for n, role in enumerate(roles) if role == "name"]
    words = [n for n, cell in enumerate(cells) if _is_words(cell, tongue)]
    at = (named or words or [0])[0]
    name = cells[at]
    own = any(amount_of(part) for part in parts(name, tongue))
    told = [] if own else _told(cells, roles, at, tongue)
    notes = [c for n, c in enumerate(cells) if n != at and roles[n].startswith("note") and c]
    text = f"{name}: {', '.join(told)}" if told else name
    if notes and len(notes[0]) < 200:
        text += f" ({notes[0]})" if not re.search(r"\d", notes[0]) else ""
    return replace(piece, text=text, cells=(), marker=piece.marker or ROW)


def _is_words(cell: str, tongue: Tongue) -> bool:
    """Whether a cell says more than a dose."""
    return len(re.findall(r"[^\W\d_]", left_of(cell, parts(cell, tongue), tongue))) > 2


def _guessed(cells: Sequence[str]) -> list[str]:
    """The roles of a table without a head: what is not a name says itself what it is."""
    return ["" for _ in cells]


def _told(cells: Sequence[str], roles: Sequence[str], at: int, tongue: Tongue) -> list[str]:
    """What the cells beside the name say, each with the words of its column."""
    told = []
    for n, cell in enumerate(cells):
        role, _, unit = roles[n].partition(":")
        if n == at or not cell or role in ("note", "order") or cell in ("-", "\u2013", "\u2014"):
            continue
        told.append(_with_words(cell, role, unit, bool(any(roles))))
    order = [t for t in told if t]
    return sorted(order, key=lambda t: not re.search(r"\bsets?\b", t))


_WORDS = {"sets": "sets", "reps": "reps", "time": "seconds", "distance": "m", "load": ""}


def _with_words(cell: str, role: str, unit: str, headed: bool) -> str:
    """`3` in the column of sets is `3 sets`."""
    bare = re.sub(r"[>*^\u2191\u2193]+$", "", cell).strip()
    if role == "rest":
        number = _NUMBER.fullmatch(bare)
        return f"rest {bare}{' ' + (unit or 's') if number and ':' not in bare else ''}"
    if role == "tempo":
        return f"tempo {bare}"
    if not _NUMBER.fullmatch(bare):
        return bare if role or not headed else ""
    if role == "sides":
        return f"{bare} each side" if re.fullmatch(r"\d+", bare) else ""
    if role == "time":
        return f"{bare} {unit or 'seconds'}" if ":" not in bare else bare
    if role == "distance":
        return f"{bare} {'metres' if unit in ('', 'm') else unit}"
    if role == "load":
        return f"@ {bare} {unit}".strip() if unit else ""
    if role == "reps" and re.search(r"[x\u00d7]", bare):
        return bare
    return f"{bare} {_WORDS[role]}" if role else ""
