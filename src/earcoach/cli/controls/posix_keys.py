"""Single keys from a terminal on Linux and macOS."""

import os
import select
import termios
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import Any

from earcoach.cli.controls.key_parser import KeySplitter
from earcoach.cli.controls.terminal import Hold, holding

ESCAPE_S = 0.1
"""How long nothing may follow Escape for it to be a key of its own."""

FOREGROUND_S = 0.5
"""How often to look whether we are in the foreground again, of which no signal tells."""

INPUT_FLAGS, LOCAL_FLAGS, CONTROL_CHARACTERS = 0, 3, 6


def key_mode(terminal: int) -> Hold:
    """A terminal's input that comes key by key and without echo, while it is held."""
    before: list[list[Any]] = []

    def take() -> None:
        with suppress(termios.error):  # the terminal is gone
            found = termios.tcgetattr(terminal)
            before[:] = before or [found]
            termios.tcsetattr(terminal, termios.TCSANOW, _key_by_key(found))

    def give_back() -> None:
        with suppress(termios.error):
            for settings in before:
                termios.tcsetattr(terminal, termios.TCSANOW, settings)
        before.clear()

    return Hold(terminal, take, give_back)


def _key_by_key(found: list[Any]) -> list[Any]:
    """The settings with no waiting for a line, no echo, and no Ctrl-S, which would freeze us."""
    wanted = list(found)
    wanted[INPUT_FLAGS] &= ~termios.IXON
    wanted[LOCAL_FLAGS] &= ~(termios.ICANON | termios.ECHO)
    wanted[CONTROL_CHARACTERS] = list(found[CONTROL_CHARACTERS])
    wanted[CONTROL_CHARACTERS][termios.VMIN] = 1
    wanted[CONTROL_CHARACTERS][termios.VTIME] = 0
    return wanted


@contextmanager
def key_presses(press: Callable[[str], None], terminal: int) -> Iterator[None]:
    """Call `press` with every key, on a thread of its own; escape sequences are one key each."""
    mode = key_mode(terminal)
    ended, end = os.pipe()
    thread = threading.Thread(
        target=_read, args=(mode, terminal, ended, press), name="keys", daemon=True
    )
    with holding(mode):
        thread.start()
        try:
            yield
        finally:
            os.close(end)
            thread.join()
            os.close(ended)


def _read(mode: Hold, terminal: int, ended: int, press: Callable[[str], None]) -> None:
    keys = KeySplitter()
    while True:
        looked_at = [ended, terminal] if mode.is_ours() else [ended]
        wait_s = ESCAPE_S if keys.waiting else FOREGROUND_S
        ready, _, _ = select.select(looked_at, [], [], wait_s)
        if ended in ready:
            return
        if terminal not in ready:
            keys.give_up_waiting()
        elif mode.is_ours():  # else reading would stop us
            data = _read_some(terminal)
            if not data:
                return  # the terminal is gone
            for key in keys.feed(data):
                press(key)


def _read_some(terminal: int) -> bytes:
    try:
        return os.read(terminal, 1024)
    except OSError:
        return b""
