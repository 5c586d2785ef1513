"""From what somebody names to its bytes: a file, `-`, `clipboard`, or an address."""

import sys
from pathlib import Path

from earcoach.errors import EarcoachError, UsageError, unreadable
from earcoach.written.sources.clipboard import copied
from earcoach.written.sources.original import Original

MOST_BYTES = 20_000_000
STDIN = "-"
CLIPBOARD = "clipboard"
ADDRESSES = ("http://", "https://")


def names_no_file(name: str) -> bool:
    """Whether this is a source that is no file: `-`, `clipboard` or an address."""
    return name in (STDIN, CLIPBOARD) or _is_address(name)


def _is_address(name: str) -> bool:
    return name.casefold().startswith(ADDRESSES)


def original_of(name: str, *, allow_private: bool = False) -> Original:
    """The bytes of a source. Raises UsageError when there is none, EarcoachError when it fails."""
    if name == STDIN:
        return _checked(Original(data=_piped(), name="standard input"))
    if name == CLIPBOARD:
        return copied()
    if _is_address(name):
        from earcoach.written.sources import web  # here: it loads the network

        return web.fetched(name, admits=web.anywhere if allow_private else web.is_public)
    path = Path(name)
    return _checked(Original(data=_bytes_of(path), name=name, suffix=path.suffix.casefold()))


def _checked(original: Original) -> Original:
    if len(original.data) > MOST_BYTES:
        raise EarcoachError(
            f"`{original.name}` is larger than {MOST_BYTES // 1_000_000} MB",
            cure="a workout is a page or two of text: is this the right file?",
        )
    return original


def _piped() -> bytes:
    if sys.stdin is None:
        raise UsageError("standard input is closed")
    return sys.stdin.buffer.read(MOST_BYTES + 1)


def _bytes_of(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(MOST_BYTES + 1)
    except (OSError, ValueError) as error:
        raise unreadable(path, error) from None
