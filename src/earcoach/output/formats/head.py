"""The head of a file: what players read first, which is known only when the sound is there."""

import os
from typing import BinaryIO

CHUNK = 2**20


def replace_head(file: BinaryIO, size: int, head: bytes) -> None:
    """Put a head in the place of the first bytes of a file, and move what follows, in chunks."""
    end = file.seek(0, os.SEEK_END)
    shift = len(head) - size
    starts = range(size, end, CHUNK)
    for start in reversed(starts) if shift > 0 else starts:  # nothing is written over unread
        file.seek(start)
        chunk = file.read(CHUNK)
        file.seek(start + shift)
        file.write(chunk)
    file.truncate(end + shift)
    file.seek(0)
    file.write(head)
