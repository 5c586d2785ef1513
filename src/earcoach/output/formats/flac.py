"""FLAC: the blocks of metadata at the head of a file."""

import struct
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import BinaryIO

from earcoach.output.formats.head import replace_head
from earcoach.output.formats.vorbis_comment import extended

MAGIC = b"fLaC"
COMMENT, PICTURE = 4, 6
LAST = 0x80
HEADER = struct.Struct("B3s")


def add_to_flac(path: Path, comments: Mapping[str, str], picture: bytes | None = None) -> None:
    """Add comments and a picture to what an encoder has written. Raises OSError."""
    with path.open("r+b") as file:
        blocks = [
            (kind, extended(body, comments) if kind == COMMENT else body)
            for kind, body in _blocks(file)
        ]
        size = file.tell()
        if picture is not None:
            blocks.append((PICTURE, picture))
        last = len(blocks) - 1
        packed = (_block(kind | LAST * (n == last), body) for n, (kind, body) in enumerate(blocks))
        replace_head(file, size, MAGIC + b"".join(packed))


def _blocks(file: BinaryIO) -> Iterator[tuple[int, bytes]]:
    """The kind and the content of each block."""
    if file.read(len(MAGIC)) != MAGIC:
        raise OSError("it is not FLAC")
    kind = 0
    while not kind & LAST:
        kind, size = HEADER.unpack(file.read(HEADER.size))
        yield kind & ~LAST, file.read(int.from_bytes(size))


def _block(kind: int, body: bytes) -> bytes:
    return HEADER.pack(kind, len(body).to_bytes(3)) + body
