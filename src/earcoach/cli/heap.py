"""The memory of a live session: one heap for all of its threads.

The C library of Linux gives each thread a heap of its own, so that they need not wait for each
other; ours take turns anyway, and each of those heaps keeps what its thread has used once.
"""

import ctypes
import sys
from contextlib import suppress

MOST_HEAPS = -8
"""What the C library calls M_ARENA_MAX."""


def share_heap() -> None:
    """Let all threads that are begun from now on take memory from one heap, where that is known."""
    if sys.platform == "linux":
        with suppress(OSError, AttributeError):  # another C library
            ctypes.CDLL(None).mallopt(MOST_HEAPS, 1)
