"""Tables in plain text: lines cut into cells, from the head of a table down to its end."""

import csv
import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import zip_longest

from earcoach.written.parts import Tongue
from earcoach.written.pieces import Piece

FEWEST_INSIDE = 2
"""Cells of the line below another in a table; one more is needed."""

SEPARATORS = (",", ";")
"""Between the values of a table that a program wrote; bars and tabs are cut before."""

WEEK = "week"
"""The role of a column that tells of one of several weeks."""

UNIT_IN_HEAD = re.compile(
    r"\((s|sec|secs|seconds|min|mins|minutes|m|kg|lbs?|sek|sekunden|minuten)\.?\)"
)
_SECONDS = ("seconds", "secs", "sec", "sekunden", "sek", "time (s)")
_JOINT = re.compile(r"\s*(?:[/&+,\u00d7]|\b(?:x|or|and|oder|und)\b)\s*")
_DOSING = {"name", "sets", "reps", "time", "hold", "distance"}
"""What the words of a title may tell together; a set is called like an exercise."""
_NUMBERED_SET = re.compile(r"(?:set|satz)\s?\d{1,2}")
_NUMBERED_WEEK = re.compile(r"(?:week|wk|w|woche|phase|cycle)\s?\.?\s?\d{1,2}\b(?!.*\d).{0,12}")
_GAP = re.compile(r"\s{2,}")

Cutter = Callable[[str], tuple[str, ...]]


def cut_columns(pieces: Sequence[Piece], tongue: Tongue) -> list[Piece]:
    """The pieces; those below a line that reads like the head of a table have cells."""
    out: list[Piece] = []
    cut: Cutter | None = None
    for piece, after in zip_longest(pieces, pieces[1:]):
        cut = (cut or _head_cut(piece, tongue)) if piece.text and not piece.cells else None
        cells = cut(piece.text) if cut else ()
        if len(cells) > 1:
            out.append(replace(piece, cells=cells))
            continue
        inside = cut is not None and after is not None and len(cut(after.text)) > FEWEST_INSIDE
        inside = inside and not re.search(r"\d", piece.text)
        cut = cut if inside else None  # a line between two rows is a heading in its table
        out.append(piece)
    return out


def _head_cut(piece: Piece, tongue: Tongue) -> Cutter | None:
    """How a line is cut, if its cells are what columns are called."""
    if _GAP.search(piece.text) and roles_of(_at_gaps(piece.text), tongue):
        return _at_gaps
    for sign in SEPARATORS:
        if piece.text.count(sign) > 1 and _of_values(_at_sign(sign)(piece.text), tongue):
            return _at_sign(sign)
    return None


def _of_values(cells: Sequence[str], tongue: Tongue) -> bool:
    """Whether cells are a head, and no list of words: one of them names the exercises."""
    return any(role == "name" for role in roles_of(cells, tongue))


def _at_gaps(text: str) -> tuple[str, ...]:
    return tuple(_GAP.split(text))


def _at_sign(sign: str) -> Cutter:
    """Cuts at a sign, but not inside quotes."""

    def cut(text: str) -> tuple[str, ...]:
        return tuple(
            cell.strip()
            for row in csv.reader([text], delimiter=sign, skipinitialspace=True)
            for cell in row
        )

    return cut


def roles_of(cells: Sequence[str], tongue: Tongue) -> tuple[str, ...]:
    """What the columns are, if this row is the head of a table: a role, a unit after it."""
    roles = [
        WEEK if _NUMBERED_WEEK.fullmatch(cell.casefold().strip()) else role_of(cell, tongue)
        for cell in cells
    ]
    numbered = [
        n for n, cell in enumerate(cells) if _NUMBERED_SET.fullmatch(cell.casefold().strip())
    ]
    if "name" in roles and len(numbered) > 1:
        return tuple("set" if n in numbered else role for n, role in enumerate(roles))
    known = [role for role in roles if role]
    plain = [r.partition(":")[0] for r in roles]
    if plain.count("sets") > 1 and "name" not in plain:
        roles[plain.index("sets")] = "name"
    told = [cell for cell, role in zip(cells, roles, strict=True) if role != WEEK]
    if len(known) < 2 or len(set(cells)) < 2 or any(re.search(r"\d", cell) for cell in told):
        return ()
    if "name" not in plain and "sets" in plain and plain[0] == "sets" and "reps" not in plain:
        roles[0] = "name"
    return tuple(roles)


def role_of(title: str, tongue: Tongue) -> str:
    """What a title says that stands below it, a unit after it; "" for one that is not known."""
    folded = title.casefold().strip(" :*")
    if folded in _SECONDS:
        return "time:s"
    bare = UNIT_IN_HEAD.sub("", folded).strip()
    role = _known(folded, tongue) or _known(bare, tongue)
    several = [_known(word, tongue) for word in _JOINT.split(bare)]
    if not role and len(several) > 1 and set(several) <= _DOSING:  # `Hold/Reps`
        role = "hold" if set(several) <= {"time", "hold"} else "reps"
    unit = UNIT_IN_HEAD.search(folded)
    return f"{role}:{unit[1]}" if unit and role else role


def _known(title: str, tongue: Tongue) -> str:
    columns = tongue.prose.columns.items()
    return next((role for role, names in columns if title in names), "")
