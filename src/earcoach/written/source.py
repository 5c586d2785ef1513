"""The text to be understood, as lines: what every source (a file, a page, a table) makes."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceLine:
    """One line of a text, less the marks by which its source says what it is."""

    number: int
    """Its number in the source, from 1, as it is shown to people."""
    text: str
    """What it says; of a table row the cells with ` | ` between."""
    cells: tuple[str, ...] = ()
    """The cells of a table row, empty ones too; () where it is none."""
    heading_level: int = 0
    """1 for the title down to 6; 0 where the source does not say that it is a heading."""
    list_marker: str = ""
    """What a list item begins with: `-`, `*`, `1.`, `A1)`; "" where it is none."""
    indent: int = 0
    """How deep it stands, in columns; a nested list stands deeper than the item above it."""
    emphasized: bool = False
    """Whether all of it is bold, as headings often are."""
    page: int = 0
    """The page of a paged source, from 1; 0 elsewhere."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceText:
    """A whole text. Empty lines are lines too: they keep things apart."""

    lines: tuple[SourceLine, ...]
    """All lines in order."""
    title: str | None = None
    """What the source itself calls the text (the title of a page, a file's name), if it does."""
    name: str = ""
    """The source as people know it: a path or an address."""


def lines_of(text: str, *, name: str = "", title: str | None = None) -> SourceText:
    """Plain text as lines, each as it stands; the marks of Markdown are read where they are met."""
    numbered = enumerate(text.splitlines(), start=1)
    lines = tuple(SourceLine(number=number, text=line) for number, line in numbered)
    return SourceText(lines=lines, name=name, title=title)
