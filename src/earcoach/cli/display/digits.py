"""Large digits for a screen, made of blocks."""

from itertools import zip_longest

ROWS = 5
GLYPHS = {
    "0": ("###", "# #", "# #", "# #", "###"),
    "1": (" # ", "## ", " # ", " # ", "###"),
    "2": ("###", "  #", "###", "#  ", "###"),
    "3": ("###", "  #", "###", "  #", "###"),
    "4": ("# #", "# #", "###", "  #", "  #"),
    "5": ("###", "#  ", "###", "  #", "###"),
    "6": ("###", "#  ", "###", "# #", "###"),
    "7": ("###", "  #", "  #", "  #", "  #"),
    "8": ("###", "# #", "###", "# #", "###"),
    "9": ("###", "# #", "###", "  #", "###"),
    ":": (" ", "#", " ", "#", " "),
}
STEADY_COLUMNS = 7
"""As wide as two digits: so that 9 is as large as 10."""

HALVES = {(False, False): " ", (True, False): "▀", (False, True): "▄", (True, True): "█"}
BLOCK, ASCII_BLOCK = "█", "#"


def large(text: str, *, width: int, height: int, ascii_only: bool = False) -> list[str]:
    """Digits and colons as large as they fit; as they are where nothing larger does."""
    pixels = [" ".join(row) for row in zip(*(GLYPHS[c] for c in text), strict=True)]
    columns = max(len(pixels[0]), STEADY_COLUMNS)
    scale = min(height // ROWS, width // (2 * columns))
    if scale >= 1:
        return _scaled(pixels, scale, ASCII_BLOCK if ascii_only else BLOCK)
    if height >= (ROWS + 1) // 2 and width >= columns and not ascii_only:
        return _halved(pixels)
    return [text]


def _scaled(pixels: list[str], scale: int, block: str) -> list[str]:
    """A pixel is two columns wide, as a character is about twice as high as wide."""
    wide = ["".join(c.replace("#", block) * 2 * scale for c in row) for row in pixels]
    return [row for row in wide for _ in range(scale)]


def _halved(pixels: list[str]) -> list[str]:
    """Two rows of pixels in one of characters."""
    pairs = zip_longest(pixels[::2], pixels[1::2], fillvalue=" " * len(pixels[0]))
    return [
        "".join(HALVES[a == "#", b == "#"] for a, b in zip(upper, lower, strict=True))
        for upper, lower in pairs
    ]
