"""Progress bars on stderr, where that is a terminal."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Protocol

from earcoach.cli.printing import tell

if TYPE_CHECKING:
    from rich.progress import Progress as Bars, TaskID


@contextmanager
def progress(title: str, total: int) -> Iterator[Callable[[int], None]]:
    """A function that takes how much is done; the bar goes away at the end."""
    if not _has_terminal():
        yield lambda done: None
        return
    with _bars() as bars:
        task = bars.add_task(title, total=total)
        yield lambda done: bars.update(task, completed=done)


class Board(Protocol):
    """Shows many works at once."""

    def step(self, name: str, title: str, *, done: int, total: int) -> None:
        """One of them has got this far in a stage."""

    def finish(self, name: str, told: str) -> None:
        """One of them is finished, and has lines to tell."""


@contextmanager
def board(total: int) -> Iterator[Board]:
    """One display of `total` works; the bars go away at the end, what is told stays."""
    if not _has_terminal():
        yield _Lines()
        return
    with _bars() as bars:
        yield _Bars(bars, total)


class _Lines:
    def step(self, name: str, title: str, *, done: int, total: int) -> None:
        """There is no terminal to show it on."""

    def finish(self, name: str, told: str) -> None:
        tell(told, newline=False, err=True)


class _Bars:
    """A bar for all works, and one for each that has begun."""

    def __init__(self, bars: "Bars", total: int) -> None:
        self._bars = bars
        self._all = bars.add_task("all", total=total)
        self._tasks: dict[str, TaskID] = {}
        self._stages: dict[str, str] = {}

    def step(self, name: str, title: str, *, done: int, total: int) -> None:
        from rich.markup import escape

        description = escape(f"{name}, {title}")
        if name not in self._tasks:
            self._tasks[name] = self._bars.add_task(description, total=total)
        begins = self._stages.get(name) != title  # it is shown, however short it is
        self._stages[name] = title
        self._bars.update(
            self._tasks[name],
            description=description,
            completed=done,
            total=total,
            refresh=begins,
        )

    def finish(self, name: str, told: str) -> None:
        self._bars.advance(self._all)
        if name in self._tasks:
            self._bars.remove_task(self._tasks.pop(name))
        self._bars.console.out(told, end="", highlight=False)


def _has_terminal() -> bool:
    return sys.stderr is not None and sys.stderr.isatty()


def _bars() -> "Bars":
    from rich.console import Console
    from rich.progress import Progress as Bars

    return Bars(console=Console(stderr=True), transient=True)
