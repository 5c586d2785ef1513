"""What the columns of a table are by what stands in them, where their titles do not say it."""

import re
from collections.abc import Sequence

from earcoach.routine.prescription import Found
from earcoach.written.names import is_sentence, names_movement, outside_brackets, words_in
from earcoach.written.parts import Part, Tongue, amount_of, left_of, parts

DOSE = "dose"
"""The role of a column whose cells are whole doses, whatever it is called."""

_DOSED = frozenset(("reps", "time", "hold", "distance", DOSE))

FEWEST = 2
"""Cells of a column by which one can tell what it is."""

LONGEST = 7
"""Words of a name."""

MOST_BESIDE = 2
"""Words beside a dose in its cell: `5 min easy`."""


def with_contents(
    roles: Sequence[str], rows: Sequence[Sequence[str]], tongue: Tongue
) -> tuple[str, ...]:
    """The roles of the columns, with those of the doses and of the names by what stands in them.

    A title that tells what stands below it is believed; notes may be doses.
    """
    told = list(roles)
    columns = [[row[n] for row in rows if n < len(row) and row[n]] for n in range(len(roles))]
    free = [n for n, role in enumerate(roles) if role in ("", "note") and len(columns[n]) >= FEWEST]
    plain = {role.partition(":")[0] for role in roles}
    dosed = [n for n in free if _most([is_dose(cell, tongue) for cell in columns[n]])]
    if dosed and plain.isdisjoint(_DOSED):
        told[dosed[0]] = DOSE
        plain.add(DOSE)
    if "name" not in plain and not plain.isdisjoint(_DOSED):
        names = [n for n in free if n not in dosed and _are_names(columns[n], tongue)]
        best = max(names, key=lambda n: (_known(columns[n], tongue), not told[n]), default=None)
        if best is not None and _known(columns[best], tongue):
            told[best] = "name"
    return tuple(told) if any(told) else ()


def is_dose(cell: str, tongue: Tongue) -> bool:
    """Whether a cell is a dose with its unit, and says little beside: `2 x 6 (per side)`."""
    found = parts(cell, tongue)
    if not found or found[0].start > 1 or not _prescribes(found[0]):
        return False
    left = outside_brackets(left_of(cell, found, tongue))
    return len(words_in(left)) <= MOST_BESIDE and not names_movement(left, tongue.prose)


def _prescribes(part: Part) -> bool:
    if isinstance(part, Found):
        return amount_of(part) and not part.bare
    return bool(part.rounds)


def _are_names(cells: Sequence[str], tongue: Tongue) -> bool:
    """Whether most cells are as short as names, and not all the same."""
    several = len(set(cells)) > 1
    return several and _most([
        0 < len(words_in(outside_brackets(cell))) <= LONGEST
        and not is_sentence(cell, tongue.prose)
        and not re.search(r"[.!?]$", cell)
        for cell in cells
    ])  # fmt: skip


def _known(cells: Sequence[str], tongue: Tongue) -> int:
    """How many cells, each counted once, have a word that movements are called by."""
    return sum(names_movement(cell, tongue.prose) for cell in set(cells))


def _most(told: Sequence[bool]) -> bool:
    return 2 * sum(told) > len(told)
