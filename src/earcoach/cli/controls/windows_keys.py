"""Single keys from a console on Windows."""

import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

assert sys.platform == "win32"
import msvcrt  # noqa: E402 - there is none elsewhere, which mypy has to know first

LOOK_EVERY_S = 0.05
PREFIXES = ("\x00", "\xe0")
ARROWS = {"M": "\x1b[C", "K": "\x1b[D"}
"""The arrows that mean something, as other terminals send them."""


@contextmanager
def key_presses(press: Callable[[str], None], terminal: int) -> Iterator[None]:
    """Call `press` with every key, on a thread of its own."""
    ended = threading.Event()

    def read() -> None:
        while not ended.wait(LOOK_EVERY_S):
            while msvcrt.kbhit():
                press(_key())

    thread = threading.Thread(target=read, name="keys", daemon=True)
    thread.start()
    try:
        yield
    finally:
        ended.set()
        thread.join()


def _key() -> str:
    key = msvcrt.getwch()
    return ARROWS.get(msvcrt.getwch(), "") if key in PREFIXES else key
