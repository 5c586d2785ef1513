"""HTML as lines: headings, list items and table rows as what they are, without the menus."""

from collections.abc import Sequence
from dataclasses import replace
from html.parser import HTMLParser

from earcoach.written.source import SourceLine, SourceText
from earcoach.written.sources.original import Original
from earcoach.written.sources.plain import text_of
from earcoach.written.sources.table import row_line

HEADINGS = {f"h{level}": level for level in range(1, 7)}
BLOCKS = frozenset((
    "address", "article", "blockquote", "body", "center", "dd", "details", "div", "dl", "dt",
    "fieldset", "figcaption", "figure", "form", "header", "hr", "html", "legend", "main", "ol",
    "option", "p", "pre", "section", "summary", "table", "tbody", "tfoot", "thead", "ul",
))  # fmt: skip
UNREAD = frozenset((
    "aside", "audio", "button", "canvas", "datalist", "dialog", "footer", "iframe", "math",
    "nav", "noscript", "object", "script", "select", "style", "svg", "template", "textarea",
    "video",
))  # fmt: skip
"""What is no part of a text; it must have an end tag."""
BESIDE = frozenset(("banner", "contentinfo", "dialog", "navigation", "search"))
"""Roles of what stands beside the text."""
BOLD = frozenset(("b", "strong"))
MOST_CELL_LINES = 3
"""A table with more lines in a cell holds a page, and not values."""


def read_page(original: Original) -> SourceText:
    """A page as lines: those of its `main` or only `article`, if it has one."""
    page = Page(text_of(original))
    return SourceText(lines=page.lines(), title=page.title, name=original.name)


class Page(HTMLParser):
    """The walk through a page, which gathers its lines."""

    def __init__(self, html: str) -> None:
        """Walk through all of it."""
        super().__init__(convert_charrefs=True)
        self.title: str | None = None
        self._found: list[SourceLine] = []
        self._parts: dict[str, list[range]] = {"main": [], "article": []}
        self._begun: list[tuple[str, int]] = []
        self._text: list[str] = []
        self._plain = 0  # characters of the line that are not bold
        self._bold = 0  # how many bold elements are open
        self._level = 0
        self._marker = ""
        self._lists: list[int] = []  # the next number of each open list; 0 has none
        self._rows: list[list[list[str]]] = []  # for each open table the cells of its row
        self._unread = ""
        self._depth = 0
        self._verbatim = 0
        self.feed(html)
        self.close()
        self._end_line()

    def lines(self) -> tuple[SourceLine, ...]:
        """The lines of the main part, numbered."""
        parts = next((parts for parts in self._parts.values() if len(parts) == 1), [])
        inside = self._found[parts[0].start : parts[0].stop] if parts else self._found
        return numbered(inside if any(line.text for line in inside) else self._found)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """An element begins."""
        if self._unread:
            self._depth += tag == self._unread
        elif tag in UNREAD or (tag in BLOCKS and _hidden(dict(attrs))):
            self._unread, self._depth = tag, 1
        elif tag == "br":
            self._break()
        elif tag in BOLD:
            self._bold += 1
        elif tag == "title":
            self._text.clear()
        else:
            self._begin_block(tag)

    def _begin_block(self, tag: str) -> None:
        if tag in HEADINGS or tag in BLOCKS or tag in ("li", "tr", "td", "th"):
            self._break()
        if tag in HEADINGS:
            self._level = HEADINGS[tag]
        elif tag in ("ul", "ol"):
            self._lists.append(1 if tag == "ol" else 0)
        elif tag == "li":
            self._begin_item()
        elif tag == "table":
            self._rows.append([])
        elif tag == "tr" and self._rows:
            self._end_row()
        elif tag in ("td", "th") and self._rows:
            self._rows[-1].append([])
        elif tag == "pre":
            self._verbatim += 1
        elif tag in self._parts:
            self._begun.append((tag, len(self._found)))

    def _begin_item(self) -> None:
        number = self._lists[-1] if self._lists else 0
        self._marker = f"{number}." if number else "-"
        if number:
            self._lists[-1] += 1

    def handle_endtag(self, tag: str) -> None:
        """An element ends."""
        if self._unread:
            self._depth -= tag == self._unread
            self._unread = self._unread if self._depth else ""
        elif tag in BOLD:
            self._bold = max(0, self._bold - 1)
        elif tag == "title":
            self.title = self.title or _squeezed(self._text) or None
            self._text.clear()
        else:
            self._end_block(tag)

    def _end_block(self, tag: str) -> None:
        if tag in HEADINGS or tag in BLOCKS or tag == "li":
            self._break()
        if tag in HEADINGS:
            self._level = 0
        elif tag in ("ul", "ol") and self._lists:
            self._lists.pop()
        elif tag in ("tr", "table") and self._rows:
            self._end_row()
            if tag == "table":
                self._rows.pop()
                self._break()
        elif tag == "pre":
            self._verbatim = max(0, self._verbatim - 1)
        elif self._begun and self._begun[-1][0] == tag:
            self._parts[tag].append(range(self._begun.pop()[1], len(self._found)))
        if tag in HEADINGS or tag in ("p", "ul", "ol", "table", "div", "section"):
            self._part()

    def handle_data(self, data: str) -> None:
        """Some text."""
        if self._unread:
            return
        first, *others = data.split("\n") if self._verbatim else [data]
        self._add(first)
        for line in others:
            self._break()
            self._add(line)

    def _add(self, text: str) -> None:
        self._text.append(text)
        if not self._bold:
            self._plain += len(text.strip())

    def _break(self) -> None:
        """What comes next stands in another line of the page, or of the cell."""
        if self._rows and self._rows[-1]:
            text = _squeezed(self._text)
            self._text.clear()
            self._rows[-1][-1] += [text] if text else []
        else:
            self._end_line()

    def _end_line(self) -> None:
        text = "".join(self._text).rstrip() if self._verbatim else _squeezed(self._text)
        if text.strip():
            self._found.append(
                SourceLine(
                    number=0,
                    text=text,
                    heading_level=self._level,
                    list_marker=self._marker,
                    indent=2 * max(0, len(self._lists) - 1),
                    emphasized=not self._plain,
                )
            )
            self._marker = ""
        self._text.clear()
        self._plain = 0

    def _end_row(self) -> None:
        self._break()
        cells, self._rows[-1] = self._rows[-1], []
        if len(cells) > 1 and max(map(len, cells)) <= MOST_CELL_LINES:
            line = row_line(0, [" ".join(cell) for cell in cells])
            self._found += [line] if line.text else []
        else:
            for text in (text for cell in cells for text in cell):
                self._found.append(SourceLine(number=0, text=text))

    def _part(self) -> None:
        """What comes next does not belong to what was before."""
        if self._found and self._found[-1].text and not (self._rows and self._rows[-1]):
            self._found.append(SourceLine(number=0, text=""))


def numbered(lines: Sequence[SourceLine]) -> tuple[SourceLine, ...]:
    """The lines with numbers from 1."""
    return tuple(replace(line, number=number) for number, line in enumerate(lines, start=1))


def _hidden(attributes: dict[str, str | None]) -> bool:
    style = (attributes.get("style") or "").replace(" ", "").casefold()
    beside = (attributes.get("role") or "").casefold() in BESIDE
    return beside or "hidden" in attributes or "display:none" in style


def _squeezed(parts: Sequence[str]) -> str:
    return " ".join("".join(parts).split())
