"""The clip cache: finished clips on disk, found again by what made them.

A file is a header (magic, number of frames, checksum) and 16-bit samples. It is written beside
its place and renamed, so that a reader never sees half of one; a damaged file counts as missing.
"""

import contextlib
import hashlib
import os
import struct
import zlib
from pathlib import Path

import numpy as np

from earcoach.audio.clip import Pcm

MAX_BYTES = 300_000_000
KEEP_SHARE = 0.8
WRITES_BETWEEN_PRUNES = 200
_MAGIC = b"EARCLIP1"
_HEADER = struct.Struct("<8sII")


class ClipCache:
    """Clips in a folder, at most `max_bytes` of them; the longest unused go first."""

    def __init__(self, folder: Path, *, max_bytes: int = MAX_BYTES) -> None:
        """Use a folder, which is made by the first write."""
        self._folder = folder
        self._max_bytes = max_bytes
        self._writes = 0

    def frames(self, *key: str) -> int | None:
        """The length of a clip without reading it, or None if it is missing or incomplete."""
        path = self._path(key)
        try:
            with path.open("rb") as file:
                header = file.read(_HEADER.size)
                size = os.fstat(file.fileno()).st_size
        except OSError:
            return None
        if len(header) < _HEADER.size:
            return None
        magic, frames, _ = _HEADER.unpack(header)
        return frames if magic == _MAGIC and size == _HEADER.size + 2 * frames else None

    def get(self, *key: str) -> Pcm | None:
        """A clip's samples, or None when it is missing or damaged."""
        path = self._path(key)
        try:
            data = path.read_bytes()
        except OSError:
            return None
        with contextlib.suppress(OSError):  # a read-only cache is still useful
            os.utime(path)  # what is used last is pruned last
        if len(data) < _HEADER.size:
            return None
        magic, frames, checksum = _HEADER.unpack_from(data)
        body = data[_HEADER.size :]
        whole = magic == _MAGIC and len(body) == 2 * frames and zlib.crc32(body) == checksum
        return np.frombuffer(body, dtype="<i2").astype(np.int16) if whole else None

    def put(self, pcm: Pcm, *key: str) -> None:
        """Keep a clip. A disk that is full or read-only is not a reason to stop speaking."""
        body = pcm.astype("<i2").tobytes()
        path = self._path(key)
        beside = path.with_name(f"{path.name}.{os.getpid()}.part")
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            beside.write_bytes(_HEADER.pack(_MAGIC, len(pcm), zlib.crc32(body)) + body)
            beside.replace(path)
        except OSError:
            with contextlib.suppress(OSError):
                beside.unlink(missing_ok=True)
        self._writes += 1
        if self._writes % WRITES_BETWEEN_PRUNES == 1:
            self.prune()

    def prune(self) -> None:
        """Delete the longest unused clips when there is more than the cache may hold."""
        entries = []
        for path in self._folder.glob("*/*"):
            with contextlib.suppress(OSError):
                stat = path.stat()
                entries.append((stat.st_mtime, stat.st_size, path))
        total = sum(size for _, size, _ in entries)
        if total <= self._max_bytes:
            return
        for _, size, path in sorted(entries):
            with contextlib.suppress(OSError):
                path.unlink()
            total -= size
            if total <= KEEP_SHARE * self._max_bytes:
                return

    def _path(self, key: tuple[str, ...]) -> Path:
        digest = hashlib.sha256("\0".join(key).encode("utf-8", "surrogatepass")).hexdigest()
        return self._folder / digest[:2] / f"{digest[2:40]}.clip"
