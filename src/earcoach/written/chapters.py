"""The chapters of a video: a name after each time, where that time is no dose."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from earcoach.written.names import in_section_words, words_in
from earcoach.written.parts import Tongue
from earcoach.written.pieces import Piece

FEWEST = 4
"""Chapters of a video; fewer times are rather doses."""

LEVEL = 6
"""Of the line above the chapters, which says what they are."""

_STAMP = re.compile(
    r"^[(\[]?(?P<time>(?:\d{1,2}:)?\d{1,2}:[0-5]\d)[)\]]?\s*[-\u2013\u2014|:\u2022]?\s*"
    r"(?P<name>[^\W\d].*)$"
)
_NUMBERED = re.compile(r"^[^\W\d_]+ \d{1,2}$")


def without_stamps(pieces: Sequence[Piece], tongue: Tongue) -> Iterator[Piece]:
    """The pieces; chapters less their times, and those without an exercise as no one's word.

    Chapters begin with the video, and every one is later than the one before.
    """
    stamps = [_STAMP.match(piece.text) for piece in pieces]
    times = [_seconds(stamp["time"]) for stamp in stamps if stamp]
    rising = all(a < b for a, b in pairwise(times))
    if len(times) < FEWEST or times[0] or not rising:
        yield from pieces
        return
    first = next(n for n, stamp in enumerate(stamps) if stamp)
    above = next((n for n in range(first - 1, -1, -1) if pieces[n].text), -1)
    for n, (piece, stamp) in enumerate(zip(pieces, stamps, strict=True)):
        if not stamp:
            short = n == above and len(words_in(piece.text)) < 4 and not piece.cells
            yield replace(piece, level=LEVEL) if short else piece
        elif _between(stamp["name"], tongue):
            yield replace(piece, text=stamp["name"], asked=True)
        else:
            yield replace(piece, text=stamp["name"], marker=piece.marker or "#")


def _seconds(time: str) -> int:
    seconds = 0
    for part in time.split(":"):
        seconds = 60 * seconds + int(part)
    return seconds


def _between(name: str, tongue: Tongue) -> bool:
    """Whether a chapter has no exercise: `Intro`, `Water break`, `Round 2`, `Warm up`."""
    prose, words = tongue.prose, set(words_in(name))
    whole = words <= prose.sections | prose.glue and in_section_words(name, prose)
    again = bool(_NUMBERED.match(name)) and bool(words & set(prose.rounds.by_first))
    return bool(words & prose.chapters) or again or whole or name.rstrip()[-1:] in "!?"
