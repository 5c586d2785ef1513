"""A promise: a value that is being worked out in a thread of its own."""

import threading
from collections.abc import Callable
from typing import Generic, TypeVar

Value = TypeVar("Value")


class Promise(Generic[Value]):
    """What some work gives, for whoever needs it later.

    The program does not end before the work is done, wanted or not, unless it may be `dropped`.
    """

    def __init__(self, work: Callable[[], Value], *, dropped: bool = False) -> None:
        self._work = work
        self._kept: list[Value] = []
        self._error: BaseException | None = None
        self._thread = threading.Thread(target=self._run, name="promise", daemon=dropped)

    def begin(self) -> None:
        """Begin the work."""
        self._thread.start()

    def __call__(self) -> Value:
        """What it gives, when it is done. Raises what it raises."""
        self._thread.join()
        if self._error is not None:
            raise self._error
        return self._kept[0]

    def is_kept(self, within_s: float) -> bool:
        """Whether it is done, well or not, when so much time is over."""
        self._thread.join(within_s)
        return not self._thread.is_alive()

    def wait(self) -> None:
        """Wait until it is done, well or not."""
        self._thread.join()

    def _run(self) -> None:
        try:
            self._kept.append(self._work())
        except BaseException as error:  # whatever it is, it is raised where the value is needed
            self._error = error
