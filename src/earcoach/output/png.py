"""PNG: pictures of pixels, written as the format's chunks."""

import struct
import zlib

import numpy as np
from numpy.typing import NDArray

SIGNATURE = b"\x89PNG\r\n\x1a\n"
BITS, TRUE_COLOUR = 8, 2


def png(pixels: NDArray[np.uint8]) -> bytes:
    """A picture from its pixels, an array of shape (height, width, 3): red, green and blue."""
    height, width, _ = pixels.shape
    header = struct.pack(">IIBBBBB", width, height, BITS, TRUE_COLOUR, 0, 0, 0)
    unfiltered = np.zeros((height, 1), dtype=np.uint8)  # each row says first how it is filtered
    rows = np.hstack([unfiltered, pixels.reshape(height, -1)])
    data = zlib.compress(rows.tobytes(), level=9)
    return SIGNATURE + _chunk(b"IHDR", header) + _chunk(b"IDAT", data) + _chunk(b"IEND", b"")


def _chunk(name: bytes, data: bytes) -> bytes:
    checksum = zlib.crc32(name + data)
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", checksum)
