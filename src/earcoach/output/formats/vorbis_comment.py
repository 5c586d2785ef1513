"""Vorbis comments: the words that FLAC, Ogg Vorbis and Opus files say about themselves."""

import struct
from collections.abc import Mapping

FRONT_COVER = 3
BITS_A_PIXEL = 24


def extended(block: bytes, comments: Mapping[str, str]) -> bytes:
    """The block that an encoder has written, with more comments after its own."""
    vendor_end = _end_of_text(block, 0)
    (count,) = struct.unpack_from("<I", block, vendor_end)
    end = begin = vendor_end + 4
    for _ in range(count):
        end = _end_of_text(block, end)
    more = b"".join(_text(f"{name}={value}".encode()) for name, value in comments.items())
    total = struct.pack("<I", count + len(comments))
    return block[:vendor_end] + total + block[begin:end] + more


def picture(mime: str, data: bytes, *, width_px: int, height_px: int) -> bytes:
    """The picture that players show, as a block of FLAC and a comment of Ogg have it."""
    size = struct.pack(">4I", width_px, height_px, BITS_A_PIXEL, 0)
    told = struct.pack(">2I", FRONT_COVER, len(mime)) + mime.encode() + struct.pack(">I", 0)
    return told + size + struct.pack(">I", len(data)) + data


def _text(text: bytes) -> bytes:
    return struct.pack("<I", len(text)) + text


def _end_of_text(block: bytes, start: int) -> int:
    (length,) = struct.unpack_from("<I", block, start)
    return start + 4 + int(length)
