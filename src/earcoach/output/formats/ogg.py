"""Ogg: a stream of packets in pages, each with a number and a checksum."""

import struct
import zlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import BinaryIO

HEADER = struct.Struct("<4sBBqIIIB")
"""Magic, version, flags, position, stream, number, checksum and the count of segments."""
MAGIC, VERSION = b"OggS", 0
DAMAGED = "a part of it is missing"
CHECKSUM = slice(22, 26)
CONTINUED = 1
MOST_SEGMENTS, SEGMENT = 255, 255
"""A packet is cut into segments of 255 bytes, and ends with a shorter one."""
NO_END, NO_SOUND = -1, 0
"""The position of a page in which no packet ends, and of one before any sound."""
REVERSED = bytes(int(f"{byte:08b}"[::-1], 2) for byte in range(256))
"""Each byte with its bits from back to front."""
ALL_ONES = 2**32 - 1


@dataclass(frozen=True, slots=True, kw_only=True)
class OggPage:
    """A page."""

    flags: int = 0
    """Whether it goes on with a packet, begins the stream, or ends it."""
    position: int
    """In frames, at the end of the last packet that ends in it."""
    stream: int = 0
    """The number of the stream it belongs to."""
    number: int = 0
    """Which page of its stream it is, from 0."""
    segments: bytes
    """The length of each segment in it."""
    body: bytes
    """All segments, one after another."""

    def __bytes__(self) -> bytes:
        """As it is in the file."""
        header = HEADER.pack(
            *(MAGIC, VERSION, self.flags, self.position, self.stream, self.number, 0),
            len(self.segments),
        )
        page = bytearray(header + self.segments + self.body)
        page[CHECKSUM] = _checksum(page)
        return bytes(page)


def pages_in(file: BinaryIO) -> Iterator[OggPage]:
    """The pages of a file from here on. Raises OSError where one is damaged."""
    while header := file.read(HEADER.size):
        if len(header) < HEADER.size or not header.startswith(MAGIC):
            raise OSError(DAMAGED)
        _, _, flags, position, stream, number, _, count = HEADER.unpack(header)
        segments = file.read(count)
        body = file.read(sum(segments))
        if len(segments) < count or len(body) < sum(segments):
            raise OSError(DAMAGED)
        yield OggPage(
            flags=flags,
            position=position,
            stream=stream,
            number=number,
            segments=segments,
            body=body,
        )


def renumber(file: BinaryIO, stream: int) -> None:
    """Count the pages of a file from 0, and give its stream another number."""
    start = file.seek(0)
    for number, page in enumerate(pages_in(file)):
        file.seek(start)
        start += file.write(bytes(replace(page, stream=stream, number=number)))


def packets_of(pages: Iterable[OggPage]) -> Iterator[bytes]:
    """Every packet that ends in these pages."""
    packet = b""
    for page in pages:
        start = 0
        for length in page.segments:
            packet += page.body[start : start + length]
            start += length
            if length < SEGMENT:
                yield packet
                packet = b""


def pages_of(packets: Sequence[bytes]) -> Iterator[OggPage]:
    """Pages that hold packets of a header: no sound, and nothing of another packet."""
    segments = b"".join(_segments_of(packet) for packet in packets)
    body = b"".join(packets)
    flags = 0
    for start in range(0, len(segments), MOST_SEGMENTS):
        here = segments[start : start + MOST_SEGMENTS]
        size = sum(here)
        position = NO_SOUND if min(here) < SEGMENT else NO_END
        yield OggPage(flags=flags, position=position, segments=here, body=body[:size])
        body = body[size:]
        flags = 0 if here[-1] < SEGMENT else CONTINUED


def _segments_of(packet: bytes) -> bytes:
    whole, rest = divmod(len(packet), SEGMENT)
    return bytes((SEGMENT,) * whole + (rest,))


def _checksum(page: bytearray) -> bytes:
    """Of a page that has none yet: zlib's, from another start and with all bits back to front."""
    crc = ~zlib.crc32(page.translate(REVERSED), ALL_ONES) & ALL_ONES
    return struct.pack(">I", crc).translate(REVERSED)
