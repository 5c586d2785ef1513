"""The marks of forums: what their tags say, and what in a post is not its author's word."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from earcoach.written.source import SourceLine

_TAG = re.compile(
    r"\[/?(?:b|i|u|s|size|color|font|center|left|right|list|url|img|code|spoiler|quote|h\d)"
    r"(?:=[^\[\]]{0,200})?\]",
    re.IGNORECASE,
)
_BOLD = re.compile(r"^\s*\[b\](.*)\[/b\](:?)\s*$", re.IGNORECASE)
"""A line that is bold as a whole; words in others that are say nothing."""
_ITEM = re.compile(r"^(\s*)\[\*\]\s*", re.IGNORECASE)
_QUOTE = re.compile(r"\[quote(?:=[^\[\]]{0,200})?\]", re.IGNORECASE)
_END_OF_QUOTE = re.compile(r"\[/quote\]", re.IGNORECASE)
_AUTHOR = re.compile(r"^\s*\[b\]", re.IGNORECASE)
_SIGNED = re.compile(r"^\s*(?:_{4,}|-{10,})\s*$")


def less_tags(lines: Sequence[SourceLine]) -> Iterator[tuple[SourceLine, bool]]:
    """Each line less the tags of a forum, and whether somebody else says it.

    That is what is quoted, and what stands below the line above a signature.
    """
    tagged = any(_TAG.search(line.text) for line in lines)
    quoted = signed = False
    for line in lines:
        text = line.text
        if not tagged:
            yield line, False
            continue
        opens, closes = len(_QUOTE.findall(text)), len(_END_OF_QUOTE.findall(text))
        signed = (signed or bool(_SIGNED.match(text))) and not _AUTHOR.match(text)
        yield replace(line, text=_plain(text)), quoted or signed or bool(opens)
        quoted = opens > closes or (quoted and not closes)


def _plain(text: str) -> str:
    bold = _BOLD.match(text)
    plain = _TAG.sub("", _ITEM.sub(r"\1- ", bold[1] if bold else text))
    return f"**{plain.strip()}**{bold[2]}" if bold and plain.strip() else plain
