"""ID3v2.4: the tag at the head of an MP3 file, made of frames."""

import struct
from collections.abc import Iterable, Iterator, Sequence

UTF8 = b"\x03"
END = b"\0"
IN_MS, LYRICS = 2, 1
FRONT_COVER = 3
TOP_LEVEL, ORDERED = 2, 1
ANYWHERE = 2**32 - 1
"""The place in bytes of a chapter that has a time."""
MOST_IN_A_CONTENTS = 255


def tag(frames: Iterable[bytes]) -> bytes:
    """The tag that holds these frames."""
    body = b"".join(frames)
    return b"ID3" + bytes((4, 0, 0)) + _size(body) + body


def text(name: str, value: str) -> bytes:
    """A frame that is a text: `TIT2` is the title."""
    return _frame(name, UTF8 + value.encode())


def comment(language: str, value: str) -> bytes:
    """What is to be said about the file; a language is told as ISO 639-2 has it."""
    return _frame("COMM", UTF8 + language.encode() + END + value.encode())


def lyrics(language: str, lines: Iterable[tuple[str, int]]) -> bytes:
    """Texts, each with when it is heard, in ms."""
    timed = (line.encode() + END + struct.pack(">I", ms) for line, ms in lines)
    kind = bytes((IN_MS, LYRICS))
    return _frame("SYLT", UTF8 + language.encode() + kind + END + b"".join(timed))


def picture(mime: str, description: str, data: bytes) -> bytes:
    """The picture that players show."""
    kind = bytes((FRONT_COVER,))
    about = mime.encode() + END + kind + description.encode() + END
    return _frame("APIC", UTF8 + about + data)


def chapter(name: str, start_ms: int, end_ms: int, title: str) -> bytes:
    """A chapter; its name is what tables of contents call it."""
    times = struct.pack(">4I", start_ms, end_ms, ANYWHERE, ANYWHERE)
    return _frame("CHAP", name.encode() + END + times + text("TIT2", title))


def contents(names: Sequence[str]) -> Iterator[bytes]:
    """A table of contents, which counts its entries in a byte: more of them are in tables within
    it, as many as there is room for."""
    if len(names) <= MOST_IN_A_CONTENTS:
        yield _table("contents", TOP_LEVEL | ORDERED, names)
        return
    starts = range(0, len(names), MOST_IN_A_CONTENTS)[:MOST_IN_A_CONTENTS]
    tables = {f"contents{n:03}": names[s : s + MOST_IN_A_CONTENTS] for n, s in enumerate(starts)}
    yield _table("contents", TOP_LEVEL | ORDERED, [*tables])
    for name, part in tables.items():
        yield _table(name, ORDERED, part)


def _table(name: str, flags: int, names: Sequence[str]) -> bytes:
    entries = b"".join(entry.encode() + END for entry in names)
    return _frame("CTOC", name.encode() + END + bytes((flags, len(names))) + entries)


def _frame(name: str, body: bytes) -> bytes:
    return name.encode() + _size(body) + bytes(2) + body


def _size(body: bytes) -> bytes:
    """Its length, seven bits to a byte, so that no byte looks like the beginning of sound."""
    return bytes(len(body) >> shift & 0x7F for shift in (21, 14, 7, 0))
