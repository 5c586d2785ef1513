"""Brackets over several lines: `2 x (`, what is gone through line by line, and `)` at the end."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from earcoach.written.headings import heading
from earcoach.written.parts import Tongue
from earcoach.written.pieces import Piece

END = ")"
"""The mark of a line that ends what brackets hold together, and says nothing."""

MOST_LINES = 20
"""Between two brackets."""

_OPENED = re.compile(r"^(?P<head>[^(){}\[\]]{0,60}?)[({\[]\s*(?P<first>[^(){}\[\]]*)$")
_CLOSED = re.compile(r"^(?P<last>[^(){}\[\]]*?)\s*[)}\]]\s*(?P<after>[^(){}\[\]]{0,60})$")


def without_brackets(pieces: Sequence[Piece], tongue: Tongue) -> Iterator[Piece]:
    """The pieces; what brackets over several lines hold together stands below its rounds."""
    n = 0
    while n < len(pieces):
        inside = _inside(pieces, n, tongue)
        if inside:
            end, told = inside
            yield from told
            n = end
        else:
            yield pieces[n]
        n += 1


def _inside(pieces: Sequence[Piece], n: int, tongue: Tongue) -> tuple[int, list[Piece]] | None:
    """Where brackets that are opened in a line end, and all lines from there to here without."""
    opened = _OPENED.match(pieces[n].text)
    if not opened:
        return None
    end = next((m for m in range(n + 1, min(n + MOST_LINES, len(pieces)))
                if re.search(r"[)}\]](?!.*[({\[])", pieces[m].text)), 0)  # fmt: skip
    closed = _CLOSED.match(pieces[end].text) if end else None
    if not closed:
        return None
    head, after = opened["head"].rstrip(" :-\u2013"), closed["after"]
    ahead = _of_rounds(pieces[n], head, tongue)
    begun = ahead or _of_rounds(pieces[n], f"{head} {after}" if head else after, tongue)
    if begun is None:
        return None
    told = [begun]
    if opened["first"]:
        told.append(replace(pieces[n], text=opened["first"].strip()))
    told += pieces[n + 1 : end]
    if closed["last"]:
        told.append(replace(pieces[end], text=closed["last"]))
    if ahead and re.search(r"\w", after):
        told.append(replace(pieces[end], text=after.strip(" ,;.")))
    return end, [*told, replace(pieces[end], text=END, marker=END)]


def _of_rounds(piece: Piece, text: str, tongue: Tongue) -> Piece | None:
    """A line as the heading of what brackets hold; None where it tells no rounds."""
    if not re.search(r"\d", text):
        return None
    text = re.sub(r"[x\u00d7*]\s?(\d+)$", r"\1 x", text.strip(" :,;."))
    headed = replace(piece, text=f"{text}:")
    told = heading(headed, tongue)
    goes = told is not None and (told.setting.rounds or told.setting.timing)
    return headed if goes else None
