"""The cover: the session as a ring, every stretch of work an arc in the colour of its section.

It is drawn pixel by pixel: what is nearer to a line than half its width is inked, and the pixels
at its edge in part.
"""

from collections.abc import Iterator
from functools import lru_cache
from itertools import cycle

import numpy as np
from numpy.typing import NDArray

from earcoach.output.metadata import Metadata
from earcoach.output.png import png
from earcoach.plan.phases import Work
from earcoach.timeline.schedule import Timeline
from earcoach.units import format_clock, seconds_of_frames

MIME = "image/png"
SIZE_PX = 1000

PAPER, TRACK, INK = "#12182b", "#222b45", "#f4f1ea"
COLOURS = ("#ffb14e", "#4fd1b5", "#ff6f61", "#6fa8ff", "#c792ea", "#e6d75a")
CENTRE, RADIUS, WIDTH = SIZE_PX / 2, 385.0, 90.0
STEPS_A_PIXEL = 3
STEPS = round(2 * np.pi * RADIUS) * STEPS_A_PIXEL
SHADES = 8
"""Steps from paper to ink at an edge: more are not seen, and make a larger file."""

DIGIT_WIDTH, DIGIT_HEIGHT, STROKE, SPACING = 68.0, 124.0, 17.0, 40.0
CORNERS = {
    "a": (0.0, 0.0),
    "b": (1.0, 0.0),
    "c": (0.0, 0.5),
    "d": (1.0, 0.5),
    "e": (0.0, 1.0),
    "f": (1.0, 1.0),
    "g": (0.0, 0.3),
    "h": (0.0, 0.7),
}
"""Where the lines of a digit meet, in parts of its width and height; the dots of a colon."""

SHAPES = {
    "0": "ab bf fe ea",
    "1": "ae",
    "2": "ab bd dc ce ef",
    "3": "ab bf fe cd",
    "4": "ac cd bf",
    "5": "ba ac cd df fe",
    "6": "ba ae ef fd dc",
    "7": "ab bf",
    "8": "ab bf fe ea cd",
    "9": "dc ca ab bf fe",
    ":": "gg hh",
}
"""The lines of each digit, from corner to corner."""

NARROW = (SHAPES["1"], SHAPES[":"])

Picture = NDArray[np.float32]
"""Red, green and blue of each pixel, 0 to 255."""

Coverage = NDArray[np.float32]
"""How much of each pixel is inked, 0 to 1, or a distance from each, in pixels."""

Stroke = tuple[tuple[float, float], tuple[float, float]]
"""Its two ends, in pixels."""


def cover(metadata: Metadata) -> bytes:
    """A square picture as PNG; the same session gives the same picture, and so do its pieces."""
    return _drawn(metadata.timeline)


@lru_cache(maxsize=1)
def _drawn(timeline: Timeline) -> bytes:
    picture = np.empty((SIZE_PX, SIZE_PX, 3), dtype=np.float32)
    picture[:] = _rgb(PAPER)
    y, x = np.mgrid[:SIZE_PX, :SIZE_PX].astype(np.float32) + 0.5
    from_centre = np.hypot(x - CENTRE, y - CENTRE)
    turned = np.arctan2(x - CENTRE, CENTRE - y) / (2 * np.pi) % 1  # clockwise from the top
    place = (turned * STEPS).astype(np.int32) % STEPS
    _paint(picture, _inked(np.abs(from_centre - RADIUS), WIDTH), _around(timeline)[place])
    for line in _lines_of(format_clock(seconds_of_frames(timeline.length))):
        _draw(picture, line)
    return png(np.rint(picture).astype(np.uint8))


def _paint(picture: Picture, coverage: Coverage, colour: Picture) -> None:
    picture += coverage[..., np.newaxis] * (colour - picture)


def _inked(distance: Coverage, width: float) -> Coverage:
    coverage = np.clip(width / 2 - distance + 0.5, 0, 1)
    return np.asarray(np.rint(SHADES * coverage) / SHADES, dtype=np.float32)


def _rgb(colour: str) -> Picture:
    return np.array([*bytes.fromhex(colour[1:])], dtype=np.float32)


def _around(timeline: Timeline) -> Picture:
    """The colour of the ring at each of `STEPS` places around it."""
    colours = np.empty((STEPS, 3), dtype=np.float32)
    colours[:] = _rgb(TRACK)
    step = np.arange(STEPS, dtype=np.float32) + 0.5
    for onset, end, colour in _work(timeline):
        first, last = (STEPS * frame / timeline.length for frame in (onset, end))
        near = slice(max(0, int(first) - STEPS_A_PIXEL), int(last) + STEPS_A_PIXEL)
        inside = np.minimum(step[near] - first, last - step[near]) / STEPS_A_PIXEL + 0.5
        _paint(colours[near], np.clip(inside, 0, 1), _rgb(colour))
    return colours


def _work(timeline: Timeline) -> Iterator[tuple[int, int, str]]:
    """Onset, end and colour of each stretch of work."""
    colours = cycle(COLOURS)
    colour, before = "", None
    for placed in timeline:
        if isinstance(placed.phase, Work):
            bout = placed.phase.bout
            if before is None or not bout.same_section(before):
                colour = next(colours)
            yield placed.onset, placed.end, colour
            before = bout


def _lines_of(clock: str) -> Iterator[Stroke]:
    """Each line and dot of a time, `20:12`, in the middle of the picture."""
    widths = [DIGIT_WIDTH if SHAPES[character] not in NARROW else 0.0 for character in clock]
    left = CENTRE - (sum(widths) + SPACING * (len(clock) - 1)) / 2
    top = CENTRE - DIGIT_HEIGHT / 2
    for character, width in zip(clock, widths, strict=True):
        for line in SHAPES[character].split():
            start, end = (CORNERS[corner] for corner in line)
            yield (
                (left + start[0] * DIGIT_WIDTH, top + start[1] * DIGIT_HEIGHT),
                (left + end[0] * DIGIT_WIDTH, top + end[1] * DIGIT_HEIGHT),
            )
        left += width + SPACING


def _draw(picture: Picture, line: Stroke) -> None:
    """Ink the pixels that a line covers."""
    (x1, y1), (x2, y2) = line
    (left, right), (upper, lower) = sorted((x1, x2)), sorted((y1, y2))
    rows = slice(int(upper - STROKE), int(lower + STROKE))
    around = rows, slice(int(left - STROKE), int(right + STROKE))
    y, x = np.mgrid[around].astype(np.float32) + 0.5
    along_x, along_y = x2 - x1, y2 - y1
    length = along_x**2 + along_y**2 or 1.0  # a dot has none
    place = np.clip(((x - x1) * along_x + (y - y1) * along_y) / length, 0, 1)
    distance = np.hypot(x - x1 - place * along_x, y - y1 - place * along_y)
    _paint(picture[around], _inked(distance, STROKE), _rgb(INK))
