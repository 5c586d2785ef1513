"""From when to when something is done: `0:00-5:00 march`, `5-15 min: squats`, and rows of a table.

Each window begins where the one before it ends, and what stands beside it lasts as long as it does.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise

from earcoach.written.chapters import LEVEL
from earcoach.written.names import words_in
from earcoach.written.parts import Tongue, amount_of, parts
from earcoach.written.pieces import Piece
from earcoach.written.settings import Setting

FEWEST = 2
"""Windows in a text that tell their unit; one more where only their order tells that."""

HOUR_OF_DAY = 5
"""The first number of a clock that shows no time since the beginning."""

_TIME = r"(?:\d{1,2}:[0-5]\d(?::[0-5]\d)?|\d{1,3})"
_UNIT = r"(?:minutes|minute|mins|min|minuten|m|')\.?(?!\w)"
_TO = r"\s*(?:[-\u2013\u2014\u2192]|to|until|till|bis)\s*"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Window:
    """When a line is done, and what it says else."""

    start: int
    """When it begins, in seconds from the beginning of all."""
    end: int
    """When what is done in it stops, in seconds from there."""
    text: str
    """What its line says beside it."""
    sure: bool
    """Whether a unit or a colon says that these are times."""
    clock: bool
    """Whether both are written as on a clock."""
    label: bool
    """Whether its unit stands before it: `Minutes 1-3`."""

    @property
    def in_minutes(self) -> "_Window":
        """The same, where its clock shows hours and minutes."""
        return replace(self, start=60 * self.start, end=60 * self.end)


def less_windows(pieces: Sequence[Piece], tongue: Tongue) -> list[Piece]:
    """The pieces; a line with a window says how long it lasts, or what stands below is done in it.

    The windows of a text follow each other; other lines with two numbers are left as they are.
    """
    told = [_window(piece) for piece in pieces]
    if _of_day([window for window in told if window]):
        told = [window and window.in_minutes for window in told]
    found = [window for window in told if window]
    sure = len(found) > FEWEST or (len(found) == FEWEST and all(one.sure for one in found))
    follow = all(a.end == b.start for a, b in pairwise(found))
    if sure and _is_talk(found, tongue):
        return [
            replace(piece, text=window.text, cells=()) if window else piece
            for piece, window in zip(pieces, told, strict=True)
        ]
    if sure and _counts_minutes(found):
        return [
            replace(piece, text=window.text, marker="n") if window else piece
            for piece, window in zip(pieces, told, strict=True)
        ]
    if not (sure and follow and all(one.start < one.end for one in found)):
        return list(pieces)
    if not any(one.sure for one in found) and found[0].start:
        return list(pieces)
    return list(_rewritten(pieces, told, tongue))


def _is_talk(found: Sequence[_Window], tongue: Tongue) -> bool:
    """Whether the windows are those of a transcript: most of them hold what somebody says."""
    spoken = sum(not tongue.prose.telling.isdisjoint(words_in(one.text)) for one in found)
    return 2 * spoken > len(found)


def _counts_minutes(found: Sequence[_Window]) -> bool:
    """Whether the minutes of an EMOM are told: `Minutes 1-3: squats`, `Minutes 4-6: rows`."""
    counted = all(b.start == a.end + 60 for a, b in pairwise(found))
    return counted and all(one.label for one in found) and found[0].start == 60


def _of_day(found: Sequence[_Window]) -> bool:
    """Whether the times are those of a day: `18:00-18:10`."""
    first = found[0] if found else None
    return first is not None and first.clock and first.start >= 60 * HOUR_OF_DAY


def _rewritten(
    pieces: Sequence[Piece], told: Sequence[_Window | None], tongue: Tongue
) -> Iterator[Piece]:
    titles: tuple[str, ...] = ()
    machine = _machine(pieces, tongue)
    headed = False
    for n, (piece, window) in enumerate(zip(pieces, told, strict=True)):
        if window is None:
            above = piece.cells and told[_below(pieces, n)]
            titles = piece.cells if above else titles
            yield replace(piece, text="", cells=()) if above else piece
            continue
        text = _row(piece.cells, titles) if piece.cells else window.text
        text = f"{machine} ({text})" if machine and _sets_up(text, tongue) else text
        plain = replace(piece, text=text, cells=(), marker=piece.marker or "#", numbers=0)
        words = set(words_in(text))
        if not words or words & tongue.prose.chapters:  # `Water break`
            yield replace(plain, asked=True)
            continue
        if _tells(text, tongue):
            yield plain
        elif _heads(pieces, told, n):
            yield replace(plain, level=piece.level or LEVEL, marker="")
        else:
            if headed:  # what is done in the window before stands above, and this is no part of it
                yield replace(plain, level=piece.level or LEVEL, marker="")
            yield replace(plain, text=f"{text.rstrip(' .:')} - {_length(window)}")
        headed = _heads(pieces, told, n)


def _below(pieces: Sequence[Piece], n: int) -> int:
    """The next line that says something, or this one."""
    return next((m for m in range(n + 1, len(pieces)) if pieces[m].text), n)


def _tells(text: str, tongue: Tongue) -> bool:
    """Whether a line has doses or times of its own."""
    return any(isinstance(part, Setting) or amount_of(part) for part in parts(text, tongue))


def _heads(pieces: Sequence[Piece], told: Sequence[_Window | None], n: int) -> bool:
    """Whether what is done in a window stands in the lines below it."""
    below = n + 1 < len(pieces) and told[n + 1] is None and bool(pieces[n + 1].text)
    listed = below and bool(pieces[n + 1].marker or pieces[n + 1].indent > pieces[n].indent)
    return listed or (below and bool(re.search(r"\d", pieces[n + 1].text)))


def _length(window: _Window) -> str:
    seconds = window.end - window.start
    return f"{seconds} sec" if seconds % 60 else f"{seconds // 60} min"


def _row(cells: Sequence[str], titles: Sequence[str]) -> str:
    """What a row says beside its window; a number has the title of its column."""
    told = []
    for n, cell in enumerate(cells[1:], start=1):
        title = titles[n] if n < len(titles) else ""
        bare = title and not re.search(r"[^\W\d_]", cell)
        if re.search(r"\w", cell):
            told.append(f"{title} {cell}" if bare else cell)
    what, *how = told or [""]
    if re.search(r"\d", what):
        return ", ".join(told)
    return f"{what} ({', '.join(how)})" if how else what


def _machine(pieces: Sequence[Piece], tongue: Tongue) -> str:
    """What a text is about that says how a machine is set: `treadmill`."""
    known = tongue.prose.lasting & tongue.prose.movements
    words = (word for piece in pieces for word in words_in(piece.text) if word in known)
    return next(words, "").capitalize()


def _sets_up(text: str, tongue: Tongue) -> bool:
    """Whether a text says nothing but how a machine is set: `3.5 mph, 4% incline`."""
    words = [word for word in words_in(text) if re.search(r"[^\W\d_]", word)]
    return bool(words) and (tongue.prose.set_up | tongue.prose.not_counted).issuperset(words)


def _window(piece: Piece) -> _Window | None:
    text = piece.cells[0] if piece.cells else piece.text
    found = _pattern(bool(piece.cells)).match(text)
    if not found:
        return None
    clock = ":" in found["start"] and ":" in found["end"]
    if not clock and ":" in found["start"] + found["end"]:
        return None
    unit = bool(found["before"] or found["between"] or found["after"])
    scale = 1 if clock else 60
    start, end = _seconds(found["start"]) * scale, _seconds(found["end"]) * scale
    return _Window(
        start=start,
        end=end,
        text=found["text"].strip(),
        sure=clock or unit,
        clock=clock,
        label=bool(found["before"]),
    )


@cache
def _pattern(cell: bool) -> re.Pattern[str]:
    rest = r"(?P<text>)$" if cell else r"(?:\s*[:|.)\]\u2013\u2014-]+\s*|\s+)(?P<text>\S.*)$"
    return re.compile(
        rf"^[(\[]?(?P<before>{_UNIT}\s*)?(?P<start>{_TIME})\s*(?P<between>{_UNIT})?{_TO}"
        rf"(?P<end>{_TIME})\s*(?P<after>{_UNIT})?[)\]]?{rest}",
        re.IGNORECASE,
    )


def _seconds(time: str) -> int:
    seconds = 0
    for part in time.split(":"):
        seconds = 60 * seconds + int(part)
    return seconds
