"""A private sound server for tests: play into it, read back exactly what was played.

`NullSink` starts a PulseAudio server of its own (own socket, own folder, nothing global) with one
null sink, a sound card which plays to nowhere in real time. A recorder on that sink's monitor
writes every sample to a file, so a test can compare it with what was rendered, bit for bit:

    with NullSink(tmp_path) as sink:
        recording = sink.record(["earcoach", "start", "push-ups"])
    frame = find_in(recording.samples, rendered)

Three settings make the samples come back unchanged and complete:

* `norewinds=1`: otherwise the server rewinds the sink when a stream starts, and the monitor, which
  has already handed out that stretch, loses the first 20 ms of the stream.
* 48 kHz, signed 16 bit and as many channels for the sink and the recorder as earcoach plays (one,
  and two with music): nothing is resampled, mixed up or down, or scaled on the way. The samples of
  two channels take turns in a recording.
* None of the server's default modules: none suspends an idle sink or restores an old volume.

On a machine that is too busy a program may not be in time, and the server plays silence instead. It
says so in its log. A test that fails after that fails as `DroppedOut`, the one failure that is
worth a second try: everything else that goes wrong sometimes is wrong.

It needs Linux and the programs in `PROGRAMS` (apt: pulseaudio pulseaudio-utils); a test calls
`require_pulse()` first. Running as root is fine.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from types import TracebackType
from typing import Final, Self

from installed import require
from recorder import (
    RATE,
    START_TIMEOUT_S,
    STOP_TIMEOUT_S,
    LiveRecording,
    Played,
    let_end,
    poll,
    run_to_its_end,
    text_in,
)

PROGRAMS: Final = ("pulseaudio", "pactl", "parec")
SINK: Final = "out"

_DROP_OUT: Final = "Implicit underrun of "

# The guard waits for a line. It gets the end of the file instead when the test run was killed and
# could not tidy up; then it does so. $1 is the server's process id, $2 its folder.
_GUARD_SCRIPT: Final = 'read -r line || { kill -9 "$1"; rm -rf -- "$2"; }'


class DroppedOut(Exception):
    """A test failed, and a program had left the sound server without sound in the middle of it."""


def require_pulse() -> None:
    """Skip the test when the sound server is not installed; on CI (CI=true) fail it instead."""
    require(*PROGRAMS)


class NullSink:
    """A private PulseAudio server with a null sink, as a context manager.

    Recordings, the commands' output and the server's log go to `folder` (a pytest `tmp_path`) and
    stay there for a look after a failure. All else is removed at the end, the processes too.
    """

    def __init__(self, folder: Path, *, channels: int = 1) -> None:
        self._folder = folder
        self._channels = channels
        self._runtime = Path()
        self._server: _Server | None = None
        self._cleanup = ExitStack()
        self._count = 0

    def __enter__(self) -> Self:
        with ExitStack() as stack:
            # Not inside the pytest folder: a socket's path may be about 100 characters long only.
            self._runtime = Path(tempfile.mkdtemp(prefix="nullsink-", dir="/tmp"))
            stack.callback(shutil.rmtree, self._runtime, ignore_errors=True)
            stack.callback(self.kill_server)
            self.restart_server()
            self._cleanup = stack.pop_all()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        with self._cleanup:
            if error is not None:
                self.raise_if_dropped_out(error)

    def raise_if_dropped_out(self, error: BaseException) -> None:
        """Raise DroppedOut in the place of a failure that came with a drop-out."""
        lines = text_in(self._folder / "pulseaudio.log").splitlines()
        told = [line for line in lines if _DROP_OUT in line]
        if told and isinstance(error, Exception):
            raise DroppedOut("; ".join(told)) from error

    @property
    def env(self) -> dict[str, str]:
        """The environment for a process which is to play into this sink."""
        return _environment(self._runtime) | {"PULSE_SINK": SINK}

    def kill_server(self) -> None:
        """Kill the server as a crash would (kill -9); a running recording ends with it."""
        if self._server is not None:
            self._server.kill()
            self._server = None

    def is_played_to(self) -> bool:
        """Whether a program has a stream open."""
        command = ["pactl", "list", "short", "sink-inputs"]
        return bool(subprocess.run(command, env=self.env, capture_output=True, check=True).stdout)

    def freeze_server(self) -> None:
        """Stop the server in its tracks: it lives, and answers nothing any more."""
        assert self._server is not None
        self._server.signal(signal.SIGSTOP)

    def thaw_server(self) -> None:
        """Let a frozen server go on."""
        assert self._server is not None
        self._server.signal(signal.SIGCONT)

    def restart_server(self) -> None:
        """Bring a fresh server up at the same address; a recording must be started anew."""
        self.kill_server()
        self._server = _Server(self._runtime, self._folder / "pulseaudio.log", self._channels)
        self._server.wait_until_ready()

    def record(
        self, command: Sequence[str | os.PathLike[str]], *, timeout_s: float = 60.0
    ) -> Played:
        """Run `command` to its end and return what it played and wrote.

        It gets no input. When it takes longer than `timeout_s`, TimeoutError tells what it wrote.
        """
        with self.recording() as live:
            name = f"command-{self._count}"
            out, err = self._folder / f"{name}.out", self._folder / f"{name}.err"
            returncode = run_to_its_end(command, self.env, out, err, timeout_s)
            live.wait_for_silence()
        return Played(
            samples=live.samples(), returncode=returncode, stdout=text_in(out), stderr=text_in(err)
        )

    @contextmanager
    def recording(self) -> Iterator[LiveRecording]:
        """Record for the length of the `with` block; the samples can still be read after it.

        The block should end with `wait_for_silence()`, or the last milliseconds may be missing.
        """
        self._count += 1
        raw = self._folder / f"recording-{self._count}.raw"
        log = self._folder / f"recording-{self._count}.log"
        # The small latency also makes the sink itself work in small blocks.
        command = ["parec", "--device", f"{SINK}.monitor", "--raw", "--latency-msec=5"]
        command += ["--format=s16le", f"--rate={RATE}", f"--channels={self._channels}"]
        with raw.open("wb") as raw_file, log.open("wb") as log_file:
            process = subprocess.Popen(
                command,
                env=self.env,
                stdin=subprocess.DEVNULL,
                stdout=raw_file,
                stderr=log_file,
                start_new_session=True,
            )
        try:
            live = LiveRecording(process, raw, log)
            live.wait_until_started()
            yield live
        finally:
            let_end(process)


class _Server:
    """One PulseAudio process, and a guard which ends it should the test run itself be killed."""

    def __init__(self, runtime: Path, log: Path, channels: int) -> None:
        self._env = _environment(runtime)
        self._log = log
        socket = runtime / "native"
        socket.unlink(missing_ok=True)  # a killed server leaves it behind
        with log.open("ab") as log_file:
            self._process = subprocess.Popen(
                _server_command(socket, channels),
                # No session bus, where it would announce itself as the user's sound server.
                env=self._env | {"DBUS_SESSION_BUS_ADDRESS": f"unix:path={runtime / 'none'}"},
                stdin=subprocess.DEVNULL,
                stdout=log_file,
                stderr=log_file,
                start_new_session=True,
            )
        self._guard = subprocess.Popen(
            ["sh", "-c", _GUARD_SCRIPT, "nullsink-guard", str(self._process.pid), str(runtime)],
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )

    def wait_until_ready(self) -> None:
        reached = poll(lambda: self._ended() or self._sinks() is not None, START_TIMEOUT_S)
        if not reached:
            reason = f"did not answer within {START_TIMEOUT_S:g} s"
        elif self._ended():
            reason = "ended"
        elif SINK not in (self._sinks() or []):
            reason = "has no null sink"  # a module which fails to load does not end the server
        else:
            return
        raise RuntimeError(f"the private pulseaudio {reason}; its log:\n{text_in(self._log)}")

    def kill(self) -> None:
        # The guard first: once the process is gone, its number may be another's.
        self._guard.communicate(b"done\n")
        self._process.kill()
        self._process.wait()

    def signal(self, number: signal.Signals) -> None:
        self._process.send_signal(number)

    def _ended(self) -> bool:
        return self._process.poll() is not None

    def _sinks(self) -> list[str] | None:
        """The names of the server's sinks; None while it does not answer."""
        command = ["pactl", "list", "short", "sinks"]
        with suppress(subprocess.TimeoutExpired):
            answer = subprocess.run(
                command, env=self._env, capture_output=True, text=True, timeout=STOP_TIMEOUT_S
            )
            if answer.returncode == 0:
                return [line.split("\t")[1] for line in answer.stdout.splitlines()]
        return None


def _server_command(socket: Path, channels: int) -> list[str]:
    sink = f"sink_name={SINK} rate={RATE} channels={channels} format=s16le norewinds=1"
    # Without the cookie, as the server would make one in the home folder.
    auth = f"auth-cookie-enabled=0 socket={socket}"
    # Shared memory off: a killed server would leave its segments behind. The sink comes before the
    # socket: who can reach the server finds the sink there.
    return [
        *("pulseaudio", "-n", "--daemonize=no", "--use-pid-file=no", "--exit-idle-time=-1"),
        *("--realtime=no", "--high-priority=no", "--disable-shm=yes", "--log-target=stderr"),
        *("--log-level=debug", "--log-time"),  # drop-outs are told at this level only
        *("-L", f"module-null-sink {sink}"),
        *("-L", f"module-native-protocol-unix auth-anonymous=1 {auth}"),
    ]


def _environment(runtime: Path) -> dict[str, str]:
    """The caller's environment, with no PulseAudio setting but those which lead to our server."""
    inherited = {name: value for name, value in os.environ.items() if not name.startswith("PULSE_")}
    return inherited | {
        "PULSE_SERVER": f"unix:{runtime / 'native'}",
        "PULSE_COOKIE": str(runtime / "cookie"),
        "PULSE_RUNTIME_PATH": str(runtime),
        "PULSE_STATE_PATH": str(runtime),  # else the server makes a folder in the home folder
    }
