"""What a WAV file says about itself: chunks of cue points with labels, and of words."""

import struct
from collections.abc import Iterator
from pathlib import Path

from earcoach.output.metadata import ARTIST, Metadata


def append_chunks(path: Path, metadata: Metadata) -> None:
    """Add the chapters and the words to a complete WAV file."""
    with path.open("r+b") as file:
        file.seek(0, 2)
        for chunk in _chunks(metadata):
            file.write(chunk)
        size = file.tell() - 8
        file.seek(4)
        file.write(struct.pack("<I", size))


def _chunks(metadata: Metadata) -> Iterator[bytes]:
    chapters = tuple(enumerate(metadata.chapters(), start=1))
    points = (
        struct.pack("<II4sIII", number, chapter.onset, b"data", 0, 0, chapter.onset)
        for number, chapter in chapters
    )
    yield _chunk(b"cue ", struct.pack("<I", len(chapters)) + b"".join(points))
    yield _list(
        b"adtl",
        (
            _chunk(b"labl", struct.pack("<I", number) + _text(chapter.title))
            for number, chapter in chapters
        ),
    )
    yield _list(b"INFO", (_chunk(key, _text(text)) for key, text in _words(metadata) if text))


def _words(metadata: Metadata) -> Iterator[tuple[bytes, str]]:
    yield b"INAM", metadata.title
    yield b"IPRD", metadata.album
    yield b"IART", ARTIST
    yield b"ICRD", metadata.date
    yield b"IGNR", metadata.genre
    yield b"ILNG", metadata.language
    yield b"ICMT", metadata.comment
    if metadata.piece:
        yield b"IPRT", str(metadata.piece.number)


def _list(kind: bytes, chunks: Iterator[bytes]) -> bytes:
    return _chunk(b"LIST", kind + b"".join(chunks))


def _chunk(name: bytes, body: bytes) -> bytes:
    """A chunk, padded to an even length that its size does not count."""
    return name + struct.pack("<I", len(body)) + body + b"\0" * (len(body) % 2)


def _text(text: str) -> bytes:
    return text.encode("utf-8", "replace") + b"\0"
