"""The cover: the session as a ring, every stretch of work an arc in the colour of its section."""

from collections.abc import Iterator
from functools import lru_cache
from io import BytesIO
from itertools import cycle
from typing import TYPE_CHECKING

from earcoach.output.metadata import Metadata
from earcoach.plan.phases import Work
from earcoach.timeline.schedule import Timeline
from earcoach.units import format_clock, seconds_of_frames

if TYPE_CHECKING:
    from PIL.ImageDraw import ImageDraw
    from PIL.ImageFont import FreeTypeFont

MIME = "image/png"
SIZE_PX = 1000
FINER = 2
"""It is drawn so many times larger, because only what is made smaller has smooth edges."""

PAPER, TRACK, INK, FAINT = "#12182b", "#222b45", "#f4f1ea", "#9aa5c4"
COLOURS = ("#ffb14e", "#4fd1b5", "#ff6f61", "#6fa8ff", "#c792ea", "#e6d75a")
MARGIN = 80
TITLE_BOX = (SIZE_PX - 2 * MARGIN, 210)
TITLE_SIZES = range(96, 31, -4)
RING_CENTRE, RING_RADIUS, RING_WIDTH = (500, 640), 270, 62
TURN_DEGREES, TOP_DEGREES = 360, -90
NO_GLYPH = "\uffff"


def cover(recording: Metadata) -> bytes:
    """A square picture as PNG; the same session gives the same picture, and so do its pieces."""
    return _drawn(recording.timeline)


@lru_cache(maxsize=1)
def _drawn(timeline: Timeline) -> bytes:
    from PIL import Image, ImageDraw

    image = Image.new("RGB", (SIZE_PX * FINER, SIZE_PX * FINER), PAPER)
    draw = ImageDraw.Draw(image)
    _draw_title(draw, timeline.plan.routine.title)
    _draw_ring(draw, timeline)
    _draw_length(draw, timeline)
    png = BytesIO()
    small = image.resize((SIZE_PX, SIZE_PX), Image.Resampling.LANCZOS)
    small.quantize(128).save(png, "PNG", optimize=True)
    return png.getvalue()


def _draw_title(draw: "ImageDraw", title: str) -> None:
    """The title as large as it fits, in up to three lines."""
    text, font = _fitted(draw, _drawable(title))
    place = (MARGIN * FINER, MARGIN * FINER)
    draw.multiline_text(place, text, INK, font, spacing=12 * FINER, stroke_width=FINER)


def _fitted(draw: "ImageDraw", title: str) -> tuple[str, "FreeTypeFont"]:
    text = title
    for size in TITLE_SIZES:
        font = _font(size)
        text = _wrapped(font, title)
        left, top, right, bottom = draw.multiline_textbbox((0, 0), text, font, spacing=12 * FINER)
        if right - left <= TITLE_BOX[0] * FINER and bottom - top <= TITLE_BOX[1] * FINER:
            return text, font
    return "\n".join(text.splitlines()[:4]), font


def _wrapped(font: "FreeTypeFont", title: str) -> str:
    lines = [""]
    for word in title.split():
        longer = f"{lines[-1]} {word}".strip()
        if lines[-1] and font.getlength(longer) > TITLE_BOX[0] * FINER:
            lines.append(word)
        else:
            lines[-1] = longer
    return "\n".join(lines)


def _drawable(text: str) -> str:
    """The text without what the font has no shape for."""
    font = _font(40)
    missing = bytes(font.getmask(NO_GLYPH))
    kept = (char for char in text if char.isspace() or bytes(font.getmask(char)) != missing)
    return "".join(kept)


def _draw_ring(draw: "ImageDraw", timeline: Timeline) -> None:
    """The session clockwise from the top."""
    (x, y), radius = RING_CENTRE, RING_RADIUS
    box = tuple(FINER * edge for edge in (x - radius, y - radius, x + radius, y + radius))
    draw.arc(box, 0, TURN_DEGREES, TRACK, RING_WIDTH * FINER)
    for onset, end, colour in _work(timeline):
        first, last = (TOP_DEGREES + TURN_DEGREES * f / timeline.length for f in (onset, end))
        draw.arc(box, first, last, colour, RING_WIDTH * FINER)


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


def _draw_length(draw: "ImageDraw", timeline: Timeline) -> None:
    x, y = (FINER * place for place in RING_CENTRE)
    length = format_clock(seconds_of_frames(timeline.length))
    draw.text((x, y - 12 * FINER), length, INK, _font(104), anchor="mm", stroke_width=FINER)
    draw.text((x, y + 68 * FINER), "earcoach", FAINT, _font(36), anchor="mm")


def _font(size: int) -> "FreeTypeFont":
    """The font that Pillow brings along, so that the picture is the same everywhere."""
    from PIL import ImageFont

    font = ImageFont.load_default(size * FINER)
    assert isinstance(font, ImageFont.FreeTypeFont)
    return font
