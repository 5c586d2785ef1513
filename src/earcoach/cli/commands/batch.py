"""Many jobs at once, each in a process of its own, with one display for all.

A process tells how far it is through a pipe. When nobody reads that any more, because the program
was stopped or killed, its next word fails, and it cleans up and ends like after any other failure.
"""

import contextlib
import io
import signal
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import Self

from earcoach.cli.display.progress import board
from earcoach.cli.messages import message_of
from earcoach.cli.printing import tell
from earcoach.coach import Progress
from earcoach.errors import EarcoachError

Job = Callable[[Progress], None]
STEPS = 1000
"""How often at most a stage is told to have come further."""
STOPS = [getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name)]


@dataclass(frozen=True, slots=True)
class Step:
    """How far a job is in one of its stages."""

    title: str
    """What is being done."""
    done: int
    """How much of it is done."""
    total: int
    """How much there is to do, in the same unit."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a job has ended."""

    told: str
    """What it has to tell, line by line."""
    exit_code: int
    """As a program would end."""


def run_all(jobs: Mapping[str, Job], *, at_once: int) -> list[int]:
    """Do jobs by their names, `at_once` of them at a time; their exit codes as they end.

    A job is called in another process, so that it can be pickled; what it writes to stderr is
    told when it ends, and an EarcoachError ends no other job.
    """
    waiting = list(jobs.items())
    with board(len(jobs)) as shown, _Processes() as processes:
        exit_codes: list[int] = []
        while len(exit_codes) < len(jobs):
            while waiting and len(processes) < at_once:
                processes.start(*waiting.pop(0))
            for name, message in processes.messages():
                if isinstance(message, Step):
                    shown.step(name, message.title, done=message.done, total=message.total)
                else:
                    shown.finish(name, message.told)
                    exit_codes.append(message.exit_code)
    return exit_codes


class _Processes:
    """The processes that are running; at the end those that still do are made to end."""

    def __init__(self) -> None:
        self._context = get_context("spawn")  # the same everywhere, and safe beside threads
        self._running: dict[Connection, tuple[str, BaseProcess]] = {}

    def __len__(self) -> int:
        return len(self._running)

    def __enter__(self) -> Self:
        return self

    def start(self, name: str, job: Job) -> None:
        """Begin a job."""
        with _stops_held_back():
            here, there = self._context.Pipe(duplex=False)
            process = self._context.Process(target=_perform, args=(there, name, job))
            process.start()
            there.close()
            self._running[here] = name, process

    def messages(self) -> Iterator[tuple[str, Step | Outcome]]:
        """What they tell next, with their names."""
        for connection in wait(list(self._running)):
            assert isinstance(connection, Connection)
            name, process = self._running[connection]
            message = _received(connection, name)
            if isinstance(message, Outcome):
                del self._running[connection]
                connection.close()
                process.join()
            yield name, message

    def __exit__(self, *error: object) -> None:
        for connection in self._running:
            connection.close()
        for _name, process in self._running.values():
            process.join()


def _received(connection: Connection, name: str) -> Step | Outcome:
    try:
        message: Step | Outcome = connection.recv()
    except EOFError:
        return Outcome(f"{name}: error: it ended unexpectedly\n", EarcoachError.exit_code)
    return message


@contextlib.contextmanager
def _stops_held_back() -> Iterator[None]:
    """A process that is only beginning does not know yet that Ctrl-C is not for it."""
    if sys.platform == "win32":
        yield
        return
    from multiprocessing.resource_tracker import ensure_running

    ensure_running()  # beginning with the first process, it would let everything through again
    before = signal.pthread_sigmask(signal.SIG_BLOCK, STOPS)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _perform(connection: Connection, name: str, job: Job) -> None:
    """In the other process: job, and tell how it ended."""
    for stop in STOPS:
        signal.signal(stop, signal.SIG_IGN)
    with contextlib.suppress(OSError):  # nobody reads what we tell any more
        connection.send(_outcome(connection, name, job))


def _outcome(connection: Connection, name: str, job: Job) -> Outcome:
    exit_code = 0
    with contextlib.redirect_stderr(io.StringIO()) as told:
        try:
            job(partial(_telling, connection))
        except EarcoachError as error:
            tell(f"{name}: {message_of(error)}", err=True)
            exit_code = error.exit_code
    return Outcome(told.getvalue(), exit_code)


@contextlib.contextmanager
def _telling(connection: Connection, title: str, total: int) -> Iterator[Callable[[int], None]]:
    """What shows progress by another process."""
    told = -1

    def advance(done: int) -> None:
        nonlocal told
        if told != (step := STEPS * done // total):
            told = step
            connection.send(Step(title, done, total))

    yield advance
