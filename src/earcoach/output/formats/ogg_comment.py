"""The comments of Ogg Vorbis and Opus: a packet at the head of the stream."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from earcoach.output.formats.head import replace_head
from earcoach.output.formats.ogg import DAMAGED, OggPage, packets_of, pages_in, pages_of, renumber
from earcoach.output.formats.vorbis_comment import extended


@dataclass(frozen=True, slots=True, kw_only=True)
class Codec:
    """How a codec begins its stream."""

    headers: int
    """How many packets come before the sound; the comments are the second of them."""
    before: bytes
    """What their packet begins with."""
    after: bytes
    """What it ends with."""


VORBIS = Codec(headers=3, before=b"\x03vorbis", after=b"\x01")
OPUS = Codec(headers=2, before=b"OpusTags", after=b"")


def add_to_ogg(path: Path, codec: Codec, comments: Mapping[str, str], *, stream: int) -> None:
    """Add comments to what an encoder has written, and give the stream a number; libsndfile
    takes a random one for each file. Raises OSError."""
    with path.open("r+b") as file:
        first, *others = _head(pages_in(file), codec.headers)
        comment, *setup = packets_of(others)
        block = extended(comment.removeprefix(codec.before), comments)
        packets = [codec.before + block + codec.after, *setup]
        replace_head(file, file.tell(), b"".join(map(bytes, (first, *pages_of(packets)))))
        renumber(file, stream)


def _head(pages: Iterator[OggPage], headers: int) -> list[OggPage]:
    """The pages of these packets; the sound begins with a page of its own."""
    head: list[OggPage] = []
    for page in pages:
        head.append(page)
        if len([*packets_of(head)]) >= headers:
            return head
    raise OSError(DAMAGED)
