"""Keys in a real terminal: what they ask for, and that the terminal always comes back."""

import os
import queue
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress

import pytest
from hypothesis import given, strategies as st
from terminals import new_terminal

from earcoach import Action
from earcoach.cli.controls.key_parser import KeySplitter
from earcoach.cli.controls.keys import KEYS, reading_keys
from earcoach.cli.controls.steering import KEY_HINTS
from earcoach.session.commands import Command

fcntl = pytest.importorskip("fcntl", reason="needs a pty")
termios = pytest.importorskip("termios", reason="needs a pty")

TIMEOUT_S = 30.0
LOCAL_FLAGS = 3
WISHES = {
    b" ": "toggle",
    b"n": "next",
    b"N": "next",
    b"\x1b[C": "next",
    b"\x1bOC": "next",
    b"p": "previous",
    b"\x1b[D": "previous",
    b"\x1bOD": "previous",
    b"r": "repeat",
    b"a": "again",
    b"w": "where",
    b"+": "faster",
    b"=": "faster",
    b"-": "slower",
    b"t": "more rest",
    b"d": "done",
    b"?": "help",
    b"q": "quit",
}
MEANINGLESS = b"\x1b[A\x1b[1;5C\x1b[[A\x1b[15~\x1bn\x1b\x1bp\r\n\tx0\xc3\xa9\x00\x7f"
"""Up, Ctrl-Right, F1 and F5, Alt-N and Alt-P, and other things that mean nothing."""


@contextmanager
def terminal() -> Iterator[tuple[int, int]]:
    """Both ends of a terminal: where keys are typed, and where they are read."""
    typed, read = new_terminal()
    try:
        yield typed, read
    finally:
        os.close(typed)
        os.close(read)


def wait_until(condition: Callable[[], bool]) -> None:
    deadline = time.monotonic() + TIMEOUT_S
    while not condition():
        assert time.monotonic() < deadline
        time.sleep(0.005)


def test_every_key_gives_its_wish() -> None:
    commands: queue.SimpleQueue[Command] = queue.SimpleQueue()
    with terminal() as (typed, read), reading_keys(commands, read):
        for keys, action in WISHES.items():
            os.write(typed, keys)
            assert commands.get(timeout=TIMEOUT_S) == action


def test_keys_that_come_together_are_told_apart_and_others_mean_nothing() -> None:
    commands: queue.SimpleQueue[Command] = queue.SimpleQueue()
    with terminal() as (typed, read), reading_keys(commands, read):
        os.write(typed, b"w" + MEANINGLESS + b"".join(WISHES))
        got = [commands.get(timeout=TIMEOUT_S) for _ in range(len(WISHES) + 1)]
    assert got == ["where", *WISHES.values()]
    assert commands.empty()


def test_an_escape_key_is_forgotten_and_the_key_after_it_counts() -> None:
    keys = KeySplitter()
    assert not list(keys.feed(b"\x1b"))
    assert keys.waiting
    keys.give_up_waiting()
    assert list(keys.feed(b"n")) == ["n"]
    assert not keys.waiting


@given(st.lists(st.sampled_from([*WISHES, b"\x1b[1;5C", b"\x1b[[A", b"x"])), st.data())
def test_it_does_not_matter_how_the_bytes_are_split(sent: list[bytes], data: st.DataObject) -> None:
    together, keys, got = b"".join(sent), KeySplitter(), list[str]()
    while together:
        count = data.draw(st.integers(1, len(together)))
        got += keys.feed(together[:count])
        together = together[count:]
    assert got == [key.decode() for key in sent]


@given(st.binary())
def test_no_bytes_are_too_strange(data: bytes) -> None:
    keys = KeySplitter()
    got = "".join(keys.feed(data))
    assert data.decode("ascii", errors="ignore").startswith(got)


def test_every_action_has_a_key_and_every_key_of_the_hints_is_one() -> None:
    assert set(KEYS.values()) == set(Action) - {Action.PAUSE, Action.RESUME}  # space is both
    assert {name for keys, _ in KEY_HINTS for name in keys.split("/")} <= set(KEYS)


# -- the terminal comes back ---------------------------------------------------------------------

PLAYER = """\
import queue, signal, sys
from earcoach.cli.controls.steering import steering
signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
commands = queue.SimpleQueue()
with steering(commands):
    print("ready", flush=True)
    while (command := commands.get()) != "quit":
        if command == "help":
            raise RuntimeError("broken")
        print(command, flush=True)
print("over", flush=True)
"""
"""A program that is steered by keys, and breaks when help is wanted."""

SHELL = """\
import os, signal, subprocess, sys
player, terminal = sys.argv[1], int(sys.argv[2])
job = subprocess.Popen([sys.executable, "-c", player], stdin=terminal, process_group=0)
signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGTTOU])
foreground = lambda group: os.tcsetpgrp(terminal, group)
foreground(job.pid)
while True:
    _, status = os.waitpid(job.pid, os.WUNTRACED)
    foreground(os.getpgrp())
    if not os.WIFSTOPPED(status):
        print("ended", os.waitstatus_to_exitcode(status), flush=True)
        break
    print("stopped", flush=True)
    if input() == "bg":
        os.killpg(job.pid, signal.SIGCONT)
        print("in the background", flush=True)
        input()
        foreground(job.pid)
    else:
        foreground(job.pid)
        os.killpg(job.pid, signal.SIGCONT)
"""
"""What a shell does about one job: Ctrl-Z, fg, and bg with a later fg."""


class Steered:
    """A program with a controlling terminal of its own, for the keys only."""

    def __init__(self, typed: int, read: int, *command: str) -> None:
        self.typed, self.read = typed, read
        self.found = termios.tcgetattr(read)

        def own_terminal() -> None:
            fcntl.ioctl(read, termios.TIOCSCTTY, 0)
            signal.signal(signal.SIGINT, signal.SIG_DFL)

        self.process = subprocess.Popen(
            [sys.executable, "-c", *command, str(read)],
            env=os.environ | {"TERM": "xterm"},
            stdin=subprocess.PIPE if len(command) > 1 else read,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            pass_fds=[read],
            encoding="utf-8",
            start_new_session=True,
            preexec_fn=own_terminal,
        )

    def type(self, keys: bytes) -> None:
        os.write(self.typed, keys)

    def says(self) -> str:
        """Its next line; what says nothing for too long is killed, and so has none."""
        assert self.process.stdout is not None
        patience = threading.Timer(TIMEOUT_S, self._give_up)
        patience.start()
        try:
            return self.process.stdout.readline().strip()
        finally:
            patience.cancel()

    def _give_up(self) -> None:
        with suppress(OSError):
            os.killpg(os.tcgetpgrp(self.typed), signal.SIGKILL)
        self.process.kill()

    def is_told(self, line: str) -> None:
        assert self.process.stdin is not None
        self.process.stdin.write(f"{line}\n")
        self.process.stdin.flush()

    @property
    def key_by_key(self) -> bool:
        flags = termios.tcgetattr(self.read)[LOCAL_FLAGS]
        return not flags & (termios.ICANON | termios.ECHO)

    @property
    def as_found(self) -> bool:
        return termios.tcgetattr(self.read) == self.found


@contextmanager
def steered(*command: str) -> Iterator[Steered]:
    with terminal() as (typed, read):
        program = Steered(typed, read, *command)
        with program.process:
            try:
                yield program
            finally:
                program.process.kill()


ENDINGS = {
    "the end": (lambda program: program.type(b"q"), 0),
    "an error": (lambda program: program.type(b"?"), 1),
    "Ctrl-C": (lambda program: program.type(b"\x03"), -signal.SIGINT),
    "kill -TERM": (lambda program: program.process.terminate(), 143),
}


@pytest.mark.parametrize("ending", ENDINGS)
def test_the_terminal_is_as_before_after(ending: str) -> None:
    end, code = ENDINGS[ending]
    with steered(PLAYER) as program:
        assert program.says() == "ready"
        assert program.key_by_key
        program.type(b"n")
        assert program.says() == "next"
        end(program)
        assert program.process.wait(TIMEOUT_S) == code
        assert program.as_found


@pytest.mark.parametrize("back", ["fg", "bg"])
def test_the_terminal_is_the_shells_while_the_program_is_stopped(back: str) -> None:
    with steered(SHELL, PLAYER) as program:
        assert program.says() == "ready"
        wait_until(lambda: program.key_by_key)
        program.type(b"\x1a")
        assert program.says() == "stopped"
        assert program.as_found
        program.is_told(back)
        if back == "bg":
            assert program.says() == "in the background"
            assert program.as_found
            program.is_told("fg")
        wait_until(lambda: program.key_by_key)
        program.type(b"w")
        assert program.says() == "where"
        program.type(b"q")
        assert [program.says(), program.says()] == ["over", "ended 0"]
        assert program.as_found


PIPED = """\
import os, queue, sys
from earcoach.cli.controls.steering import steer_by_terminal, steering
if len(sys.argv) > 1:
    os.open(sys.argv[1], os.O_RDWR)  # the leader of a session takes it for its own
print(sys.stdin.read(), flush=True)
steer_by_terminal()
commands = queue.SimpleQueue()
with steering(commands):
    print("ready", flush=True)
    print(commands.get(), flush=True)
"""
"""A program that read a text from a pipe, and then waits for a command."""


def test_keys_come_from_the_terminal_when_stdin_was_the_text() -> None:
    with terminal() as (typed, read):
        program = [sys.executable, "-c", PIPED, os.ttyname(read)]
        with subprocess.Popen(
            program,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            start_new_session=True,
        ) as started:
            assert started.stdin and started.stdout
            started.stdin.write("squat 3 x 10")
            started.stdin.close()
            assert [started.stdout.readline().strip() for _ in range(2)] == [
                "squat 3 x 10",
                "ready",
            ]
            os.write(typed, b"n")
            assert started.stdout.readline().strip() == "next"
