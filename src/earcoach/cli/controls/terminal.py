"""What is taken from the terminal for a while, and given back whenever the program stops."""

import atexit
import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

PATIENCE_S = 1.0


def in_foreground(terminal: int) -> bool:
    """Whether this program may use the terminal now: a job in the background may not."""
    if sys.platform == "win32":
        return True
    try:
        return os.tcgetpgrp(terminal) == os.getpgrp()
    except OSError:
        return True  # without job control there is no background


class Hold:
    """Something of a terminal that is wanted, and taken whenever it may be.

    It may be taken again, because the shell changes things while we are stopped, and by any thread.
    """

    def __init__(
        self, terminal: int, take: Callable[[], None], give_back: Callable[[], None]
    ) -> None:
        """For an open terminal by its file descriptor; the functions do the work."""
        self.lock = threading.RLock()  # a signal may come while we have it
        self._terminal, self._take, self._give_back = terminal, take, give_back
        self._wanted = self._taken = False

    def take(self) -> None:
        """Take it, now or as soon as we are in the foreground."""
        with self.lock:
            self._wanted = True
            self._taken = in_foreground(self._terminal)
            if self._taken:
                self._take()

    def give_back(self) -> None:
        """Give it back, unless the terminal belongs to others now, who have cared for it."""
        if not self.lock.acquire(timeout=PATIENCE_S):
            return  # the terminal takes nothing, not even this
        try:
            self._wanted = False
            if self._taken and in_foreground(self._terminal):
                self._give_back()
            self._taken = False
        finally:
            self.lock.release()

    def is_ours(self) -> bool:
        """Whether it is taken and may be used now."""
        with self.lock:
            if self._wanted and not (self._taken and in_foreground(self._terminal)):
                self.take()  # there may be no signal when a job comes to the foreground
            return self._taken


@contextmanager
def holding(hold: Hold) -> Iterator[None]:
    """Hold something of the terminal, but not while we are stopped, and not at the end."""
    atexit.register(hold.give_back)  # the last net, should the block never be left
    try:
        with _around_stops(hold.give_back, hold.take):
            hold.take()
            yield
    finally:
        hold.give_back()
        atexit.unregister(hold.give_back)


@contextmanager
def _around_stops(leave: Callable[[], None], enter: Callable[[], None]) -> Iterator[None]:
    """Call `leave` before Ctrl-Z stops the program, and `enter` when it goes on."""
    if sys.platform == "win32" or threading.current_thread() is not threading.main_thread():
        yield
        return
    old_stop, old_go_on = signal.getsignal(signal.SIGTSTP), signal.getsignal(signal.SIGCONT)
    if old_stop is signal.SIG_IGN:  # whoever started us wants it so
        yield
        return

    def stop(number: int, frame: Any) -> None:
        leave()
        if callable(old_stop):  # somebody else holds something too, and stops
            old_stop(number, frame)
        else:
            _stop_now()
        enter()

    def go_on(number: int, frame: Any) -> None:  # also after a SIGSTOP, which nobody sees coming
        if callable(old_go_on):
            old_go_on(number, frame)
        enter()

    signal.signal(signal.SIGTSTP, stop)
    signal.signal(signal.SIGCONT, go_on)
    try:
        yield
    finally:
        signal.signal(signal.SIGTSTP, old_stop)
        signal.signal(signal.SIGCONT, old_go_on)


def _stop_now() -> None:
    """Stop as if nobody handled the signal; returns when the program is continued."""
    if sys.platform != "win32":
        handler = signal.signal(signal.SIGTSTP, signal.SIG_DFL)
        signal.raise_signal(signal.SIGTSTP)
        signal.signal(signal.SIGTSTP, handler)
