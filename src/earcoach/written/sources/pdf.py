"""PDF files that have text in them, by pypdf."""

import io

from earcoach.errors import EarcoachError
from earcoach.written.source import SourceLine, SourceText
from earcoach.written.sources.decoding import clean
from earcoach.written.sources.original import Original

MOST_PAGES = 60
MOST_CHARACTERS = 500_000


def read_pdf(original: Original) -> SourceText:
    """The lines of a PDF. Raises EarcoachError when it has no text, or cannot be read."""
    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    try:
        document = PdfReader(io.BytesIO(original.data))
        if document.is_encrypted and not document.decrypt(""):
            raise EarcoachError(f"`{original.name}` is locked with a password")
        pages = [clean(page.extract_text()) for page in document.pages[:MOST_PAGES]]
        title = document.metadata.title if document.metadata else None
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise EarcoachError(f"`{original.name}` is not a PDF that can be read: {error}") from None
    if not any(page.strip() for page in pages):
        raise EarcoachError(
            f"`{original.name}` has no text in it, only pictures of it",
            cure="have its text recognised (OCR), or type it into a file",
        )
    return SourceText(lines=_lines(pages), title=title, name=original.name)


def _lines(pages: list[str]) -> tuple[SourceLine, ...]:
    found: list[SourceLine] = []
    left = MOST_CHARACTERS
    for page, text in enumerate(pages, start=1):
        for line in text[:left].split("\n"):
            found.append(SourceLine(number=len(found) + 1, text=line.rstrip(), page=page))
        left = max(0, left - len(text))
    return tuple(found)
