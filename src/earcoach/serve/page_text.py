"""The page's one document, in the language that a browser asks for."""

import html
import json
from importlib.resources import files
from string import Template

from earcoach.language.words import DEFAULT_LANGUAGE, LANGUAGES, words_in
from earcoach.output.formats.registry import FORMATS

PAGE = files("earcoach.serve") / "page"
KINDS = {
    ".html": "text/html",
    ".css": "text/css",
    ".js": "text/javascript",
    ".svg": "image/svg+xml",
}


def language_for(accepted: str) -> str:
    """The first language of an Accept-Language header that the coach speaks."""
    for part in accepted.split(","):
        code = part.partition(";")[0].strip().partition("-")[0].casefold()
        if code in LANGUAGES:
            return code
    return DEFAULT_LANGUAGE


def document(accepted: str, *, begin: list[dict[str, str]], secure: bool) -> str:
    """The page; `begin` is what it opens with, `secure` whether browsers trust the connection."""
    words = words_in(language_for(accepted))
    labels = dict(words.language.labels)
    data = {
        "words": labels,
        "formats": {suffix.removeprefix("."): made.name for suffix, made in FORMATS.items()},
        "begin": begin,
        "secure": secure,
    }
    told = json.dumps(data, separators=(",", ":")).replace("<", r"\u003c")
    values = {name: html.escape(text) for name, text in labels.items()}
    source = (PAGE / "index.html").read_text(encoding="utf-8")
    return Template(source).safe_substitute(values, code=words.language.code, data=told)


def part(name: str) -> tuple[bytes, str] | None:
    """A file of the page with its media type; None where there is none of that name."""
    for file in PAGE.iterdir():
        kind = KINDS.get(f".{name.rpartition('.')[2]}")
        if file.name == name and kind and name != "index.html":
            return file.read_bytes(), kind
    return None
