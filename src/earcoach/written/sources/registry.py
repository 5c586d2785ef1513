"""The table of sources: how each is known, and what reads it. A new one is a file and a line."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from importlib.util import find_spec
from types import MappingProxyType

from earcoach.errors import UsageError
from earcoach.extras import how_to_install
from earcoach.written.sources.apart import read_apart
from earcoach.written.sources.delimited import read_delimited
from earcoach.written.sources.original import Material, Original
from earcoach.written.sources.own_format import is_routine, read_routine_text
from earcoach.written.sources.plain import is_json, read_plain, refuse_json
from earcoach.written.sources.set_rows import is_set_rows, read_set_rows
from earcoach.written.sources.workout_timer import is_workout_timer, read_workout_timer

EXTRA = "reading"
INSTALL = how_to_install(EXTRA)


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A kind of source."""

    name: str
    """What people call it."""
    recognizes: Callable[[Original], bool]
    """Whether something is of this kind."""
    read: Callable[[Original], Material]
    """What it says. Raises EarcoachError when it says nothing."""
    library: str | None = None
    """What of the extra it is read with; None where nothing is needed."""
    without: Callable[[Original], Material] | None = None
    """Says less of it where that is not installed; None where nothing can."""


def _called(
    *suffixes: str, media: tuple[str, ...] = (), start: bytes = b""
) -> Callable[[Original], bool]:
    """A test by suffix, by what a server says, or by the first bytes."""

    def recognizes(original: Original) -> bool:
        by_start = bool(start) and original.data.startswith(start)
        return by_start or original.suffix in suffixes or original.media_type in media

    return recognizes


def _is_sheet(original: Original) -> bool:
    inside = original.data.startswith(b"PK\x03\x04") and b"xl/workbook.xml" in original.data
    return inside or _called(".xlsx", ".xlsm", media=(SHEET,))(original)


def _is_page(original: Original) -> bool:
    start = original.data[:2000].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    by_start = start.startswith((b"<!doctype html", b"<html", b"<head", b"<body"))
    return by_start or _called(".html", ".htm", ".xhtml", media=PAGES)(original)


PAGES = ("text/html", "application/xhtml+xml")
SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
TABLES = ("text/csv", "text/tab-separated-values")

SOURCES: Mapping[str, Source] = MappingProxyType(
    {
        "pdf": Source(
            name="PDF",
            recognizes=_called(".pdf", media=("application/pdf",), start=b"%PDF-"),
            read=partial(read_apart, "earcoach.written.sources.pdf:read_pdf"),
            library="pypdf",
        ),
        "xlsx": Source(
            name="XLSX",
            recognizes=_is_sheet,
            read=partial(read_apart, "earcoach.written.sources.sheet:read_sheet"),
            library="openpyxl",
        ),
        "routine": Source(name="a routine", recognizes=is_routine, read=read_routine_text),
        "workout timer": Source(
            name="Just Another Workout Timer",
            recognizes=is_workout_timer,
            read=read_workout_timer,
        ),
        "json": Source(name="JSON", recognizes=is_json, read=refuse_json),
        "page": Source(
            name="HTML",
            recognizes=_is_page,
            read=partial(read_apart, "earcoach.written.sources.main_content:read_main_content"),
            library="trafilatura",
            without=partial(read_apart, "earcoach.written.sources.page:read_page"),
        ),
        "sets": Source(name="a table of sets", recognizes=is_set_rows, read=read_set_rows),
        "table": Source(
            name="CSV",
            recognizes=_called(".csv", ".tsv", ".tab", media=TABLES),
            read=read_delimited,
        ),
        "text": Source(name="text", recognizes=lambda original: True, read=read_plain),
    }
)
"""Asked in this order; the last takes what no other knows."""


def is_installed(library: str) -> bool:
    """Whether a library can be imported."""
    return find_spec(library) is not None


def material_of(original: Original, *, has: Callable[[str], bool] = is_installed) -> Material:
    """What is in a source, read with the libraries there are.

    Raises EarcoachError when nothing can be read.
    """
    source = next(source for source in SOURCES.values() if source.recognizes(original))
    if source.library is None or has(source.library):
        return source.read(original)
    if source.without is None:
        raise UsageError(f"{source.name} needs `{source.library}` installed", cure=INSTALL)
    return source.without(original)
