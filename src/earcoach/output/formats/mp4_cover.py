"""The cover of an MP4 file, put in the place of lyrics of its length.

FFmpeg writes such texts into this kind of file, but no picture. They differ only in what they are
called, so that nothing else in the file moves when one takes the place of the other.
"""

import os
import struct
from pathlib import Path
from typing import BinaryIO

HEADER = struct.Struct(">I4s")
"""The size of an atom, this included, and its name."""
TEXTS = (b"moov", b"udta", b"meta", b"ilst")
LYRICS, COVER = b"\xa9lyr", b"covr"
BEFORE = {b"meta": 4}
"""Bytes before the atoms in an atom."""
PNG = 14


def lyrics_of_its_length(picture: bytes) -> str:
    """What stands in for a picture until it is put there."""
    return " " * len(picture)


def put_cover(path: Path, picture: bytes) -> None:
    """Put a PNG picture in the place of the lyrics. Raises OSError."""
    with path.open("r+b") as file:
        for name in (*TEXTS, LYRICS):
            _enter(file, name)
        file.seek(-len(LYRICS), os.SEEK_CUR)
        file.write(COVER)
        file.seek(HEADER.size, os.SEEK_CUR)
        file.write(struct.pack(">II", PNG, 0) + picture)


def _enter(file: BinaryIO, name: bytes) -> None:
    """Go into the first atom of this name, among those that begin here."""
    while header := file.read(HEADER.size):
        size, found = HEADER.unpack(header)
        if found == name:
            file.seek(BEFORE.get(name, 0), os.SEEK_CUR)
            return
        file.seek(size - HEADER.size, os.SEEK_CUR)
    raise OSError("it has no place for its cover")
