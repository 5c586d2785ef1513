"""Tables that have no row for each exercise, as if they had: by sets, or with two side by side."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import takewhile

from earcoach.written.column_contents import is_dose
from earcoach.written.columns import WEEK, roles_of
from earcoach.written.names import in_section_words, names_movement, words_in
from earcoach.written.parts import Tongue
from earcoach.written.pieces import Piece

LEVEL = 6
"""Of a heading that stands in the head of a table."""

_DOSED = frozenset(("sets", "reps", "time", "hold", "distance"))
_AMOUNT = re.compile(r"(\d{1,3})(?:\s*(s|sec|secs|seconds|sek|sekunden|min|minutes)\b)?", re.I)
_TWO_DOSES = re.compile(r"(?P<sets>\d+)\s?[x\u00d7]\s?(?P<one>\d+)/(?P<other>\d+\D*)")
_LETTERED = re.compile(r"(?P<title>[^\W\d_]+)\s?(?:[A-Da-d]|[1-4])")
_BEFORE_NUMBER = re.compile(r"[\s#]*(?:no\.?|nr\.?|number|nummer)?$", re.I)

Row = tuple[str, ...]


def usual(pieces: Sequence[Piece], tongue: Tongue) -> list[Piece]:
    """The pieces; such a table has a row for each exercise, below a head that says so."""
    out: list[Piece] = []
    at = 0
    while at < len(pieces):
        head = pieces[at]
        roles = _plain(roles_of(head.cells, tongue)) if head.cells else ()
        end = _end(pieces, at, tongue) if roles else at + 1
        rows = [piece for piece in pieces[at + 1 : end] if piece.cells]
        table = _headed_by_exercise(head, roles, rows, tongue) if rows else ()
        table = table or (_by_sets(head, roles, rows, tongue) if rows else ())
        table = table or (_paired(head, roles, rows, tongue) if rows else ())
        table = table or (_by_weeks(head, roles, rows, tongue) if rows else ())
        out += table or pieces[at:end]
        at = end
    return out


def _end(pieces: Sequence[Piece], at: int, tongue: Tongue) -> int:
    """Where a table ends: before the next head, or before a line of text."""
    end = at + 1
    while end < len(pieces):
        piece = pieces[end]
        if (piece.text and not piece.cells) or (piece.cells and roles_of(piece.cells, tongue)):
            break
        end += 1
    return end


def _plain(roles: Sequence[str]) -> tuple[str, ...]:
    return tuple(role.partition(":")[0] for role in roles)


def _headed_by_exercise(
    head: Piece, roles: Row, rows: Sequence[Piece], tongue: Tongue
) -> list[Piece]:
    """`Squat | Weight | Sets | Reps`: what the rows below have is all of one exercise."""
    if roles[0] or "name" in roles or "reps" not in roles:
        return []
    body = list(takewhile(lambda row: _has_number(row.cells), rows))  # and no sums below them
    told = [head.cells[0], *(row.cells[0] for row in body)]
    if [names_movement(name, tongue.prose) for name in told] != [True, *[False] * len(body)]:
        return []
    doses: list[str] = []
    for row in body:
        if len(row.cells) < len(roles):
            break
        sets = _AMOUNT.match(row.cells[roles.index("sets")]) if "sets" in roles else None
        doses += [row.cells[roles.index("reps")]] * (int(sets[1]) if sets else 1)
    return _as_table(head, [(rows[0], head.cells[0], _joined(doses))], tongue) if doses else []


def _has_number(cells: Row) -> bool:
    return any(re.search(r"\d", cell) for cell in cells)


def _by_sets(head: Piece, roles: Row, rows: Sequence[Piece], tongue: Tongue) -> list[Piece]:
    """`Set 2 | 8 | Row`: a row for each set, whose exercise stands in all of them, or above."""
    at = next((n for n, title in enumerate(head.cells) if _numbers_sets(title, tongue)), None)
    what = [n for n, role in enumerate(roles) if role == "name" and n != at]
    dose = next((n for n, role in enumerate(roles) if role in ("reps", "time", "hold")), None)
    if at is None or len(what) != 1 or dose is None:
        return []
    groups: list[tuple[Piece, str, list[Row]]] = []
    for row in rows:
        if len(row.cells) <= max(at, what[0], dose):
            return []
        name = row.cells[what[0]]
        if set(words_in(name)) & set(tongue.words.rest.by_first):
            continue
        if groups and name in ("", groups[-1][1]):
            groups[-1][2].append(row.cells)
        else:
            groups.append((row, name, [row.cells]))
    if not any(len(cells) > 1 for *_, cells in groups):
        return []
    if not all(_in_order([row[at] for row in cells]) for *_, cells in groups):
        return []
    told = [(row, name, _joined([cell[dose] for cell in cells])) for row, name, cells in groups]
    return _as_table(head, told, tongue)


def _by_weeks(head: Piece, roles: Row, rows: Sequence[Piece], tongue: Tongue) -> list[Piece]:
    """`Exercise | Week 1 | Week 2`: a table for each week, where its cells are doses."""
    weeks = [n for n, role in enumerate(roles) if role == WEEK]
    cells = [row.cells[n] for row in rows for n in weeks if n < len(row.cells) and row.cells[n]]
    if not weeks or "name" not in roles or not cells or not _DOSED.isdisjoint(roles):
        return []
    if 2 * sum(is_dose(cell, tongue) for cell in cells) <= len(cells):
        return []
    others = [n for n, role in enumerate(roles) if role not in ("name", WEEK)]
    out: list[Piece] = []
    for n in weeks:
        kept = [roles.index("name"), n, *others]
        out.append(replace(head, text=head.cells[n], cells=(), level=LEVEL))
        out.append(_headed(head, (_dose_title(tongue), *(head.cells[m] for m in others)), tongue))
        for row in rows:
            if n < len(row.cells) and row.cells[n]:
                out.append(
                    replace(row, cells=tuple((*row.cells, *[""] * len(roles))[m] for m in kept))
                )
    return out


def _numbers_sets(title: str, tongue: Tongue) -> bool:
    """Whether a column says which set a row is."""
    word = (words_in(title) or ("",))[0]
    alone = bool(_BEFORE_NUMBER.fullmatch(title.casefold().strip(" #").removeprefix(word)))
    return alone and (word,) in tongue.words.sets.by_first.get(word, ())


def _in_order(cells: Sequence[str]) -> bool:
    """Whether what stands in such a column counts the sets of an exercise, or names each."""
    numbers = [int(cell) for cell in cells if cell.isdigit()]
    counted = numbers == list(range(1, len(cells) + 1))
    return counted or not numbers


def _joined(doses: Sequence[str]) -> str:
    """The doses of all sets as one: `3 x 8`, `10/8/6`."""
    found = [_AMOUNT.match(dose) for dose in doses]
    told = [f"{one[1]} {one[2] or ''}".strip() for one in found if one]
    if len(told) < len(doses):
        return f"{len(doses)} x {doses[0]}"
    return f"{len(told)} x {told[0]}" if len(set(told)) == 1 else "/".join(told)


def _paired(head: Piece, roles: Row, rows: Sequence[Piece], tongue: Tongue) -> list[Piece]:
    """`Lower body | Upper body | Sets x reps`: two exercises in each row, which share a dose."""
    titles = enumerate(zip(head.cells, roles, strict=True))
    at = [n for n, (title, role) in titles if not role and _names_half(title, tongue)]
    doses = [n for n, role in enumerate(roles) if role in ("sets", "reps", "time", "hold", "rest")]
    if len(at) < 2 or not doses or any(len(row.cells) < len(roles) for row in rows):
        return []
    out = [_headed(head, (head.cells[n] for n in doses), tongue)]
    for row in rows:
        for n, column in enumerate(at):
            if words_in(row.cells[column]):
                told = (_share(row.cells[dose], n) for dose in doses)
                out.append(replace(row, cells=(row.cells[column], *told)))
    return out


def _names_half(title: str, tongue: Tongue) -> bool:
    """Whether a column has the exercises of one part of the body, or the first of each pair."""
    lettered = _LETTERED.fullmatch(title)
    numbered = lettered is not None and lettered["title"].casefold() in tongue.prose.columns["name"]
    return numbered or in_section_words(title, tongue.prose)


def _share(dose: str, n: int) -> str:
    """What the first or the second of two exercises has of a dose: `3x8/10` is `3x8` and `3x10`."""
    two = _TWO_DOSES.fullmatch(dose)
    return f"{two['sets']}x{two['other' if n else 'one']}" if two else dose


def _as_table(head: Piece, told: Sequence[tuple[Piece, str, str]], tongue: Tongue) -> list[Piece]:
    rows = [replace(row, cells=(name, amount)) for row, name, amount in told]
    return [_headed(head, (_dose_title(tongue),), tongue), *rows]


def _dose_title(tongue: Tongue) -> str:
    return tongue.prose.columns["reps"][0]


def _headed(head: Piece, titles: Iterable[str], tongue: Tongue) -> Piece:
    return replace(head, cells=(tongue.prose.columns["name"][0], *titles))
