"""The three standard streams: whoever started the program may close them, or stop reading."""

import io
import os
import sys
from typing import TextIO

STDIN, STDOUT, STDERR = range(3)


def open_closed_streams() -> None:
    """Let streams that were closed read and write nothing.

    Else the next file that is opened takes the place of stderr, and gets what is written there.
    """
    for descriptor in (STDIN, STDOUT, STDERR):
        try:
            os.fstat(descriptor)
        except OSError:
            os.open(os.devnull, os.O_RDWR)  # which takes the lowest number that is free
    sys.stdin = sys.stdin or open(STDIN, encoding="utf-8", closefd=False)  # noqa: SIM115
    sys.stdout = sys.stdout or open(STDOUT, "w", encoding="utf-8", closefd=False)  # noqa: SIM115
    sys.stderr = sys.stderr or open(STDERR, "w", encoding="utf-8", closefd=False)  # noqa: SIM115


def have_own_stderr() -> None:
    """Write to stderr through a descriptor of our own, which no C library prints to.

    Theirs is given away now and then, and in another thread (see `devices/quiet`).
    """
    sys.stderr = os.fdopen(os.dup(STDERR), "w", buffering=1, encoding=sys.stderr.encoding)


def write_line(stream: TextIO, line: str) -> None:
    """Write a line at once. Raises OSError.

    Where there is a file, past the stream's own buffer: a thread that waits for a reader who has
    stopped reading would still hold that buffer's lock when the program ends.
    """
    try:
        descriptor = stream.fileno()
    except OSError:  # a stream of a test, or of a program that runs us
        stream.write(f"{line}\n")
        stream.flush()
        return
    left = f"{line}\n".encode(stream.encoding, stream.errors or "strict")
    while left:
        left = left[os.write(descriptor, left) :]


def show_any_character(stream: TextIO) -> None:
    """Write what a stream's encoding does not have as an escape."""
    if isinstance(stream, io.TextIOWrapper):
        stream.reconfigure(errors="backslashreplace")
