"""Tables as lines: what CSV, sheets and pages make of a row."""

from collections.abc import Iterable

from earcoach.written.source import SourceLine


def row_line(number: int, cells: Iterable[str], *, page: int = 0) -> SourceLine:
    """A row as a line; one with a single cell that says something is plain text."""
    told = tuple(" ".join(cell.split()) for cell in cells)
    while told and not told[-1]:
        told = told[:-1]
    if sum(map(bool, told)) < 2:
        return SourceLine(number=number, text="".join(told), page=page)
    return SourceLine(number=number, text=" | ".join(told), cells=told, page=page)
