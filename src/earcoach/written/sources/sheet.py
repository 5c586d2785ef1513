"""XLSX files, by openpyxl: the cells of every sheet that is shown."""

import datetime
import io
import zipfile
from collections.abc import Iterator
from typing import Any

from earcoach.errors import EarcoachError
from earcoach.written.source import SourceLine, SourceText
from earcoach.written.sources.original import Original
from earcoach.written.sources.page import numbered
from earcoach.written.sources.plain import title_of
from earcoach.written.sources.table import row_line

MOST_ROWS = 10_000
MOST_COLUMNS = 60
MOST_BYTES = 60_000_000
"""Of all parts of a file when they are unpacked; a small file can hold gigabytes of nothing."""
MOST_PARTS = 2_000


def read_sheet(original: Original) -> SourceText:
    """The rows of all sheets. Raises EarcoachError when the file cannot be read."""
    import openpyxl

    try:
        _check_size(original)
        book = openpyxl.load_workbook(io.BytesIO(original.data), read_only=True, data_only=True)
        lines = list(_lines(book))
    except (zipfile.BadZipFile, ValueError, KeyError, TypeError, AttributeError, OSError) as error:
        raise EarcoachError(
            f"`{original.name}` is not a spreadsheet that can be read: {error}"
        ) from None
    return SourceText(lines=numbered(lines), name=original.name, title=title_of(original))


def _check_size(original: Original) -> None:
    with zipfile.ZipFile(io.BytesIO(original.data)) as parts:
        sizes = [part.file_size for part in parts.infolist()]
    if sum(sizes) > MOST_BYTES or len(sizes) > MOST_PARTS:
        raise EarcoachError(
            f"`{original.name}` is too large when it is unpacked",
            cure="save the one sheet with the workout as CSV",
        )


def _lines(book: Any) -> Iterator[SourceLine]:
    shown = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
    for sheet in shown:
        if len(shown) > 1:
            yield SourceLine(number=0, text=sheet.title, heading_level=2)
        rows = sheet.iter_rows(max_row=MOST_ROWS, max_col=MOST_COLUMNS, values_only=True)
        for row in rows:
            yield row_line(0, map(_written, row))
        yield SourceLine(number=0, text="")


def _written(value: Any) -> str:
    """The value of a cell as it is usually shown."""
    match value:
        case None:
            return ""
        case bool():
            return str(value).upper()
        case float():
            return f"{value:g}"
        case datetime.time(second=0):
            return f"{value.hour}:{value.minute:02}"
        case datetime.time():
            return f"{60 * value.hour + value.minute}:{value.second:02}"
        case datetime.datetime():
            return value.date().isoformat()
        case _:
            return str(value)
