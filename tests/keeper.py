"""The process that has loaded the program and never does anything but fork: see `warm`.

`python keeper.py SOCKET` is told over a socket what is to be run, with the streams for it and a
pipe for what becomes of it. Its fork becomes a Python of its own with those arguments; the pipe
gets its number, and when it has ended, how.
"""

import gc
import json
import os
import runpy
import select
import signal
import socket
import sys
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any, NamedTuple

from earcoach.cli.commands.table import MODULES

LOADED = (
    *("earcoach.cli.main", "earcoach.coach", "earcoach.written.loading", "earcoach.log.recorder"),
    *(f"earcoach.cli.commands.{name}" for name in dict.fromkeys(MODULES.values())),
    *("earcoach.audio.sounds", "earcoach.audio.voices.opening", "earcoach.audio.voices.remote"),
    *("earcoach.devices.portaudio", "earcoach.output.export", "earcoach.serve.app"),
    *("earcoach.cli.controls.keys", "earcoach.desktop.keep_awake", "earcoach.desktop.mpris"),
    *("dbus_fast.aio", "importlib.metadata", "jeepney.io.blocking", "lameenc", "mutagen.id3"),
    *("numpy.fft", "rich.console", "rich.table", "soundfile", "sqlite3", "uvicorn", "wakepy"),
    *("uvicorn.lifespan.on", "uvicorn.protocols.http.h11_impl", "yaml"),
)
"""What most programs of the tests load, and begins no thread."""
NUMBER = 4
"""The bytes of a number on the socket and in a pipe."""
STREAMS = 4
"""What comes with each call: stdin, stdout, stderr and the pipe."""


class Ran(NamedTuple):
    """A fork that has not ended yet."""

    pid: int
    told: int
    """The pipe for what becomes of it."""


def main() -> None:
    """Be that process; and in a fork of it, another."""
    line = socket.socket(fileno=int(sys.argv[1]))
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for who asks, and for the forks
    for name in LOADED:
        import_module(name)
    gc.freeze()  # or a collection would write to all of the pages that forks share
    running: dict[int, Ran] = {}
    events = select.poll()
    events.register(line, select.POLLIN)
    while True:
        for descriptor, _ in events.poll():
            if descriptor in running:
                _tell_end(running.pop(descriptor))
                events.unregister(descriptor)
                os.close(descriptor)
                continue
            asked, streams = _asked(line)
            pid = os.fork()
            if not pid:
                line.detach()
                _become(asked, streams)
                return
            *theirs, told = streams
            for stream in theirs:
                os.close(stream)
            _tell(told, pid)
            ended = os.pidfd_open(pid)
            running[ended] = Ran(pid, told)
            events.register(ended, select.POLLIN)


def _asked(line: socket.socket) -> tuple[Any, list[int]]:
    """What is to be run, and the streams for it; who asks no more ends this process."""
    header, streams, _, _ = socket.recv_fds(line, NUMBER, STREAMS)
    left = int.from_bytes(header)
    message = b""
    while left and (part := line.recv(left)):
        message += part
        left -= len(part)
    if left or not header:
        os._exit(0)  # nothing is left to be tidied up
    return json.loads(message), streams


def _tell_end(ran: Ran) -> None:
    _tell(ran.told, os.waitstatus_to_exitcode(os.waitpid(ran.pid, 0)[1]))
    os.close(ran.told)


def _tell(pipe: int, number: int) -> None:
    with suppress(BrokenPipeError):  # nobody wants to know
        os.write(pipe, number.to_bytes(NUMBER, signed=True))


def _become(asked: Any, streams: list[int]) -> None:
    """Be a Python that has just been called like that."""
    for descriptor, stream in enumerate(streams[:-1]):
        os.dup2(stream, descriptor)
    os.closerange(3, 1024)  # they are known by their numbers only
    signal.signal(signal.SIGINT, signal.default_int_handler)
    if asked["new_session"]:
        os.setsid()
    limit_files(asked["largest_file"])
    sys.stdin, sys.stdout, sys.stderr = (
        open(descriptor, mode, encoding="utf-8", closefd=False)  # noqa: SIM115
        for descriptor, mode in enumerate("rww")
    )
    sys.stderr.reconfigure(errors="backslashreplace", line_buffering=True)
    env = asked["env"]
    os.environ.clear()
    os.environ.update(env)
    os.chdir(asked["cwd"])
    sys.path[1:1] = filter(None, env.get("PYTHONPATH", "").split(os.pathsep))
    _run(*asked["words"])


def limit_files(largest: int | None) -> None:
    """Let no file grow beyond n bytes from here on."""
    if largest is not None:
        import resource  # which is not everywhere

        resource.setrlimit(resource.RLIMIT_FSIZE, (largest, largest))


def _run(first: str, *words: str) -> None:
    """What Python does with its arguments: `-m` and a module, `-c` and code, or a file."""
    if first == "-m":
        sys.path[0] = str(Path.cwd())
        sys.argv = list(words)
        runpy.run_module(words[0], run_name="__main__", alter_sys=True)
    elif first == "-c":
        sys.path[0] = ""
        sys.argv = ["-c", *words[1:]]
        sys.modules["__main__"] = module = ModuleType("__main__")
        exec(compile(words[0], "<string>", "exec"), module.__dict__)
    else:
        sys.path[0] = str(Path(first).resolve().parent)
        sys.argv = [first, *words]
        runpy.run_path(first, run_name="__main__")


if __name__ == "__main__":
    main()
