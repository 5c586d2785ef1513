"""CSV and TSV, whatever separates the cells."""

import csv
from collections.abc import Sequence
from typing import NamedTuple

from earcoach.errors import EarcoachError
from earcoach.written.source import SourceText
from earcoach.written.sources.original import Original
from earcoach.written.sources.plain import text_of, title_of
from earcoach.written.sources.table import row_line

SEPARATORS = ("\t", ";", ",", "|")


class NumberedRow(NamedTuple):
    """A row of a table, and the number of the line where it begins."""

    number: int
    cells: Sequence[str]


def read_delimited(original: Original) -> SourceText:
    """A table as lines with cells. Raises EarcoachError when it is none."""
    lines = tuple(row_line(row.number, row.cells) for row in rows_of(original))
    return SourceText(lines=lines, name=original.name, title=title_of(original))


def rows_of(original: Original) -> list[NumberedRow]:
    """The rows of a table. Raises EarcoachError when it is none."""
    text = text_of(original)
    reader = csv.reader(text.split("\n"), delimiter=separator_of(text), skipinitialspace=True)
    rows, begins = [], 1
    try:
        for cells in reader:
            rows.append(NumberedRow(begins, [cell.strip() for cell in cells]))
            begins = reader.line_num + 1
    except csv.Error as error:
        raise EarcoachError(
            f"`{original.name}` is not a table: {error} (line {reader.line_num})"
        ) from None
    return rows


def separator_of(text: str) -> str:
    """What separates the cells: the sign that most of the first lines have, and the head most."""
    first = [line for line in text.split("\n", 20)[:20] if line.strip()] or [""]
    return max(
        SEPARATORS, key=lambda sign: (sum(sign in line for line in first), first[0].count(sign))
    )
