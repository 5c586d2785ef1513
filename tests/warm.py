"""Python with the program loaded, forked for every run: a process of its own each time, at once.

Most of the time of a short program goes into loading it, and the tests run a thousand of them. Here
a process that never does anything else (`keeper`) has loaded all of the program and what it needs
for sound. For every run it forks, and the fork becomes `python -m earcoach`, a file or some code:
with streams, folder, variables and exit of its own, as if it had just been started. How fast the
program starts, what it loads to do so, and what Python itself does at a start, is asked of one that
is really started.
"""

import atexit
import json
import os
import select
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from types import TracebackType
from typing import IO, Any, Self

from keeper import NUMBER, limit_files

KEEPER = Path(__file__).with_name("keeper.py")
AVAILABLE = hasattr(os, "pidfd_open")
"""Where a process may be forked after it has loaded numpy: Linux."""


def begin(
    command: Sequence[str | os.PathLike[str]],
    *,
    env: Mapping[str, str],
    stdin: int | IO[Any] = subprocess.DEVNULL,
    stdout: int | IO[Any] = subprocess.PIPE,
    stderr: int | IO[Any] = subprocess.PIPE,
    start_new_session: bool = False,
    largest_file: int | None = None,
) -> "subprocess.Popen[str] | Process":
    """Begin a program, which is a fork where it is this Python that is called.

    Ctrl-C ends it, and its files may be kept from growing beyond n bytes.
    """
    first, *words = map(os.fspath, command)
    if AVAILABLE and first == sys.executable:
        become = {"env": dict(env), "new_session": start_new_session, "largest_file": largest_file}
        return Process(words, (stdin, stdout, stderr), become)

    def begin_so() -> None:
        signal.signal(signal.SIGINT, signal.SIG_DFL)  # also where whoever runs the tests ignores it
        limit_files(largest_file)

    return subprocess.Popen(
        [first, *words],
        env=env,
        stdin=stdin,
        stdout=stdout,
        stderr=stderr,
        encoding="utf-8",
        start_new_session=start_new_session,
        preexec_fn=begin_so if os.name == "posix" else None,
    )


class Process:
    """A fork that runs; it is asked, and steered, as a `subprocess.Popen` is."""

    def __init__(
        self,
        words: Sequence[str],
        streams: Sequence[int | IO[Any]],
        become: Mapping[str, object],
    ) -> None:
        """Begin it with Python's arguments, and what else it is to be."""
        self.args = [sys.executable, *words]
        self.returncode: int | None = None
        self._told, telling = os.pipe()
        kept, given = zip(*map(_ends, streams, "wrr"), strict=True)
        self.stdin, self.stdout, self.stderr = kept
        asked = {"words": words, "cwd": str(Path.cwd()), **become}
        _keeper().ask(asked, [end.descriptor for end in given] + [telling])
        os.close(telling)
        for end in given:
            if end.ours:
                os.close(end.descriptor)
        self.pid = self._number()

    def _number(self) -> int:
        number = os.read(self._told, NUMBER)
        if not number:
            raise ConnectionError("the program that is kept warm has ended")
        return int.from_bytes(number, signed=True)

    def poll(self) -> int | None:
        """How it has ended, if it has."""
        with suppress(subprocess.TimeoutExpired):
            return self.wait(0)
        return None

    def wait(self, timeout: float | None = None) -> int:
        """Wait for its end, and tell how that was."""
        if self.returncode is None:
            if not select.select([self._told], [], [], timeout)[0]:
                raise subprocess.TimeoutExpired(self.args, timeout or 0)
            self.returncode = self._number()
            os.close(self._told)
        return self.returncode

    def communicate(self, *, timeout: float) -> tuple[str, str]:
        """Read all that it writes up to its end; it is killed should that take too long."""
        patience = threading.Timer(timeout, self.kill)
        patience.start()
        try:
            written: list[str] = []
            aside = threading.Thread(target=lambda: written.append(_all_of(self.stderr)))
            aside.start()
            stdout = _all_of(self.stdout)
            aside.join()
            self.wait()
        finally:
            patience.cancel()
        return stdout, *written

    def send_signal(self, number: int) -> None:
        """Send it a signal, as long as it runs."""
        if self.poll() is None:
            with suppress(ProcessLookupError):  # it ends at this moment
                os.kill(self.pid, number)

    def kill(self) -> None:
        """End it whether it will or not."""
        self.send_signal(signal.SIGKILL)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        for stream in (self.stdin, self.stdout, self.stderr):
            if stream is not None:
                with suppress(BrokenPipeError):
                    stream.close()
        self.wait()


def _all_of(stream: IO[str] | None) -> str:
    return "" if stream is None else stream.read()


@dataclass(frozen=True)
class _End:
    """The end of a stream that the fork gets."""

    descriptor: int
    ours: bool = True
    """Whether it was opened for this, and so is closed again."""


def _ends(stream: int | IO[Any], mode: str) -> tuple[IO[str] | None, _End]:
    """Both ends of a stream: ours, if it is a pipe that we read or write, and that of the fork."""
    if not isinstance(stream, int):
        return None, _End(stream.fileno(), ours=False)
    if stream == subprocess.DEVNULL:
        return None, _End(os.open(os.devnull, os.O_RDWR))
    if stream != subprocess.PIPE:
        return None, _End(stream, ours=False)
    read, write = os.pipe()
    kept, given = (write, read) if mode == "w" else (read, write)
    return os.fdopen(kept, mode, encoding="utf-8"), _End(given)


@cache
def _keeper() -> "_Keeper":
    """The one of this process, which ends with it."""
    ours, theirs = socket.socketpair()
    with theirs:
        process = subprocess.Popen(
            [sys.executable, str(KEEPER), str(theirs.fileno())],
            # its threads would not be there in a fork
            env=os.environ | {"OPENBLAS_NUM_THREADS": "1"},
            pass_fds=[theirs.fileno()],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
        )
    atexit.register(process.wait)
    atexit.register(ours.close)  # which ends it, and comes first
    return _Keeper(ours)


@dataclass(frozen=True)
class _Keeper:
    """The process that has loaded the program, as the one sees it that asks."""

    line: socket.socket
    turn: threading.Lock = field(default_factory=threading.Lock)

    def ask(self, asked: object, streams: list[int]) -> None:
        """Have something run; the last of the streams is the pipe for what becomes of it."""
        message = json.dumps(asked).encode()
        with self.turn:
            socket.send_fds(self.line, [len(message).to_bytes(NUMBER)], streams)
            self.line.sendall(message)
