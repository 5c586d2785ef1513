"""PDF files that have text in them, by pypdf: as it is laid out, so that tables stay tables."""

import io
import re
from collections.abc import Iterator, Sequence
from typing import Any

from earcoach.errors import EarcoachError
from earcoach.written.source import SourceLine, SourceText
from earcoach.written.sources.decoding import clean
from earcoach.written.sources.original import Original
from earcoach.written.sources.table import row_line

MOST_PAGES = 60
MOST_CHARACTERS = 500_000
GAP = re.compile(r" {2,}")
LONGEST_CELL = 40
"""Characters; what is longer on both sides of a gap is a column of prose."""


def read_pdf(original: Original) -> SourceText:
    """The lines of a PDF. Raises EarcoachError when it has no text, or cannot be read."""
    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    try:
        document = PdfReader(io.BytesIO(original.data))
        if document.is_encrypted and not document.decrypt(""):
            raise EarcoachError(f"`{original.name}` is locked with a password")
        pages = [_lines_of(page) for page in document.pages[:MOST_PAGES]]
        title = document.metadata.title if document.metadata else None
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise EarcoachError(f"`{original.name}` is not a PDF that can be read: {error}") from None
    if not any(line.strip() for page in pages for line in page):
        raise EarcoachError(
            f"`{original.name}` has no text in it, only pictures of it",
            cure="have its text recognised (OCR), or type it into a file",
        )
    return SourceText(lines=tuple(_numbered(pages)), title=title, name=original.name)


def _lines_of(page: Any) -> list[str]:
    """The lines of a page as they are laid out, but one column of prose after the other."""
    laid_out = clean(page.extract_text(extraction_mode="layout"))[:MOST_CHARACTERS].split("\n")
    columns = [line for line in laid_out if _is_prose(_cells(line))]
    if len(columns) <= len(laid_out) / 4:
        return laid_out
    return clean(page.extract_text())[:MOST_CHARACTERS].split("\n")


def _cells(line: str) -> list[str]:
    return GAP.split(line.strip())


def _is_prose(cells: Sequence[str]) -> bool:
    return sum(len(cell) > LONGEST_CELL for cell in cells) > 1


def _numbered(pages: Sequence[Sequence[str]]) -> Iterator[SourceLine]:
    number, left = 0, MOST_CHARACTERS
    for page, lines in enumerate(pages, start=1):
        widths = [len(_cells(line)) for line in lines]
        for at, line in enumerate(lines):
            number, left = number + 1, left - len(line)
            if left < 0:
                return
            beside = widths[max(0, at - 1) : at] + widths[at + 1 : at + 2]
            if widths[at] > 1 and widths[at] in beside:
                yield row_line(number, _cells(line), page=page)
            else:
                text = " ".join(line.split())
                indent = len(line) - len(line.lstrip()) if text else 0
                yield SourceLine(number=number, text=text, indent=indent, page=page)
