"""The page's one document, in the language that a browser asks for."""

import html
import json
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files
from string import Template

from earcoach import FORMATS

PAGE = files("earcoach.serve") / "page"
KINDS = {
    ".html": "text/html",
    ".css": "text/css",
    ".js": "text/javascript",
    ".svg": "image/svg+xml",
}
Labels = Mapping[str, str]
"""What is read, by its names."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PageText:
    """What the page says, and what it opens with."""

    languages: Mapping[str, Labels]
    """What is read in each language, by its code; the first for whoever reads none of them."""
    begin: list[dict[str, str]]
    """Routines that the page opens with."""
    secure: bool
    """Whether browsers trust the connection."""

    def document(self, accepted: str) -> str:
        """The page for an Accept-Language header."""
        code = self._code_for(accepted)
        labels = dict(self.languages[code])
        data = {
            "words": labels,
            "formats": {
                suffix.removeprefix("."): made.name
                for suffix, made in FORMATS.items()
                if made.installed
            },
            "begin": self.begin,
            "secure": self.secure,
        }
        told = json.dumps(data, separators=(",", ":")).replace("<", r"\u003c")
        values = {name: html.escape(text) for name, text in labels.items()}
        source = (PAGE / "index.html").read_text(encoding="utf-8")
        return Template(source).safe_substitute(values, code=code, data=told)

    def _code_for(self, accepted: str) -> str:
        for part in accepted.split(","):
            code = part.partition(";")[0].strip().partition("-")[0].casefold()
            if code in self.languages:
                return code
        return next(iter(self.languages))


def part_of_page(name: str) -> tuple[bytes, str] | None:
    """A file of the page with its media type; None where there is none of that name."""
    for file in PAGE.iterdir():
        kind = KINDS.get(f".{name.rpartition('.')[2]}")
        if file.name == name and kind and name != "index.html":
            return file.read_bytes(), kind
    return None
