"""The program, loaded once and forked for every run: a process of its own each time, ready at once.

Most of the time of a short command goes into loading it, and the tests run hundreds of them. Here a
process that never does anything (`python warm.py SOCKET`) has loaded all of the program and what it
needs for sound. For every run it forks, and the fork becomes `python -m earcoach`: with streams,
folder, variables and exit of its own, as if it had just been started. How fast the program starts,
and what it loads to do so, is asked of the real one.
"""

import atexit
import gc
import json
import os
import runpy
import signal
import socket
import subprocess
import sys
from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryFile
from typing import NoReturn

from earcoach.cli.commands.table import MODULES

AVAILABLE = sys.platform == "linux"
"""Where a process may be forked after it has loaded numpy."""
LOADED = (
    *("earcoach.cli.main", "earcoach.coach", "earcoach.written.loading", "earcoach.log.store"),
    *(f"earcoach.cli.commands.{name}" for name in dict.fromkeys(MODULES.values())),
    *("earcoach.audio.sounds", "earcoach.audio.voices.opening", "earcoach.output.export"),
    *("importlib.metadata", "lameenc", "mutagen.id3", "numpy", "rich.table"),
    *("soundfile", "sqlite3", "yaml"),
)
"""What most commands load, and begins no thread."""
NUMBER = 4
"""The bytes of a number on the socket."""


# -- whoever asks --------------------------------------------------------------------------------


def run(
    words: Sequence[str], env: Mapping[str, str], *, timeout_s: float
) -> subprocess.CompletedProcess[str]:
    """Run the program to its end, here and with nothing to read."""
    with ExitStack() as files:
        stdin = files.enter_context(Path(os.devnull).open("rb"))
        out, err = (files.enter_context(TemporaryFile()) for _ in range(2))
        returncode = _keeper().run(
            {"words": words, "env": dict(env), "cwd": str(Path.cwd())},
            [stream.fileno() for stream in (stdin, out, err)],
            timeout_s=timeout_s,
        )
        told = []
        for stream in (out, err):
            stream.seek(0)
            told.append(stream.read().decode("utf-8"))
    return subprocess.CompletedProcess(list(words), returncode, *told)


@cache
def _keeper() -> "_Keeper":
    """The one of this process, which ends with it."""
    ours, theirs = socket.socketpair()
    with theirs:
        process = subprocess.Popen(
            [sys.executable, __file__, str(theirs.fileno())],
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

    def run(self, asked: object, streams: list[int], *, timeout_s: float) -> int:
        """Have a fork run to its end; how it ended, as of a subprocess."""
        message = json.dumps(asked).encode()
        socket.send_fds(self.line, [_bytes_of(len(message))], streams)
        self.line.sendall(message)
        pid = _number(self.line)
        self.line.settimeout(timeout_s)
        try:
            return _number(self.line)
        except TimeoutError:
            os.kill(pid, signal.SIGKILL)
            self.line.settimeout(None)
            _number(self.line)
            raise
        finally:
            self.line.settimeout(None)


# -- the process that is asked -------------------------------------------------------------------


def main() -> None:
    """Be that process; and in a fork of it, the program."""
    line = socket.socket(fileno=int(sys.argv[1]))
    for name in LOADED:
        import_module(name)
    gc.freeze()  # or a collection would write to all of the pages that forks share
    while True:
        header, streams, _, _ = socket.recv_fds(line, NUMBER, 3)
        if not header:
            _end()
        asked = json.loads(_received(line, int.from_bytes(header)))
        pid = os.fork()
        if not pid:
            break
        for stream in streams:
            os.close(stream)
        line.sendall(_bytes_of(pid))
        line.sendall(_bytes_of(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])))
    line.close()
    _become(asked["words"], asked["env"], asked["cwd"], streams)


def _end() -> NoReturn:
    """Whoever has asked is gone, and nothing is left to be tidied up."""
    os._exit(0)


def _become(words: list[str], env: dict[str, str], cwd: str, streams: list[int]) -> None:
    """Be the program as it was called."""
    for descriptor, stream in enumerate(streams):
        os.dup2(stream, descriptor)
        os.close(stream)
    sys.stdin, sys.stdout, sys.stderr = (
        open(descriptor, mode, encoding="utf-8", closefd=False)  # noqa: SIM115
        for descriptor, mode in enumerate("rww")
    )
    sys.stderr.reconfigure(errors="backslashreplace", line_buffering=True)
    os.environ.clear()
    os.environ.update(env)
    os.chdir(cwd)
    sys.path[:1] = [cwd, *filter(None, env.get("PYTHONPATH", "").split(os.pathsep))]
    sys.argv = ["earcoach", *words]
    runpy.run_module("earcoach", run_name="__main__", alter_sys=True)


def _bytes_of(number: int) -> bytes:
    return number.to_bytes(NUMBER, signed=True)


def _number(line: socket.socket) -> int:
    return int.from_bytes(_received(line, NUMBER), signed=True)


def _received(line: socket.socket, size: int) -> bytes:
    found = b""
    while len(found) < size:
        part = line.recv(size - len(found))
        if not part:
            raise ConnectionError("the program that is kept warm has ended")
        found += part
    return found


if __name__ == "__main__":
    main()
