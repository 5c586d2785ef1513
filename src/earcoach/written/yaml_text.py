"""Texts as scalars of YAML: bare where that is safe, and never more than a routine takes."""

import json
import re
import unicodedata
from collections.abc import Iterator

from earcoach.routine.fields import MAX_TEXT

BARE = re.compile(r"[^\W\d_][\w .,()'’/&+–—-]*(?<![ :])")
RESERVED = frozenset(["true", "false", "yes", "no", "on", "off", "null", "y", "n"])


def scalar(text: str) -> str:
    """A text as it stands in YAML."""
    told = told_text(text)
    if BARE.fullmatch(told) and told.casefold() not in RESERVED:
        return told
    return json.dumps(told, ensure_ascii=False)


def comment(text: str) -> str:
    """A text as a comment."""
    return f"# {told_text(text)}"


def told_text(text: str) -> str:
    """A text on one line, without what a routine does not take."""
    return _on_one_line(text)[:MAX_TEXT].rstrip()


def pieces(text: str) -> Iterator[str]:
    """A text in parts that are short enough, cut between sentences, or else between words."""
    left = _on_one_line(text)
    while len(left) > MAX_TEXT:
        cut = max(left.rfind(end, 0, MAX_TEXT) for end in (". ", "! ", "? "))
        cut = cut + 1 if cut > 0 else left.rfind(" ", 0, MAX_TEXT)
        cut = cut if cut > 0 else MAX_TEXT
        yield left[:cut]
        left = left[cut:].strip()
    if left:
        yield left


def _on_one_line(text: str) -> str:
    return " ".join("".join(c for c in text if c == "\u200d" or not _unseen(c)).split())


def _unseen(character: str) -> bool:
    """What YAML or a routine refuses; a line end becomes a space later."""
    if character in "\n\t":
        return False
    return unicodedata.category(character) in ("Cc", "Cf", "Cs") or character in "\ufffe\uffff"
