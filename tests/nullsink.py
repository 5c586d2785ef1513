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
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from types import TracebackType
from typing import Final, Self, TypeAlias

import numpy as np
import numpy.typing as npt
from installed import require

Samples: TypeAlias = npt.NDArray[np.int16]

PROGRAMS: Final = ("pulseaudio", "pactl", "parec")
RATE: Final = 48_000
SINK: Final = "out"

_POLL_S: Final = 0.02
_START_TIMEOUT_S: Final = 15.0
_STOP_TIMEOUT_S: Final = 5.0
# So much silence after the end of the command means that all its sound has arrived. The recorder
# lags by some milliseconds; the rest is room for a busy machine.
_TAIL_FRAMES: Final = RATE // 2
_TAIL_TIMEOUT_S: Final = 15.0
_KEY_FRAMES: Final = 64
_DROP_OUT: Final = "Implicit underrun of "

# The guard waits for a line. It gets the end of the file instead when the test run was killed and
# could not tidy up; then it does so. $1 is the server's process id, $2 its folder.
_GUARD_SCRIPT: Final = 'read -r line || { kill -9 "$1"; rm -rf -- "$2"; }'


class DroppedOut(Exception):
    """A test failed, and a program had left the sound server without sound in the middle of it."""


def require_pulse() -> None:
    """Skip the test when the sound server is not installed; on CI (CI=true) fail it instead."""
    require(*PROGRAMS)


@dataclass(frozen=True)
class Metadata:
    """What a finished command played (48 kHz) and what it wrote."""

    samples: Samples
    returncode: int
    stdout: str
    stderr: str


class LiveRecording:
    """A running recorder; its samples can be read at any time, also after it has ended."""

    def __init__(self, process: subprocess.Popen[bytes], raw: Path, log: Path) -> None:
        self._process = process
        self._raw = raw
        self._log = log

    @property
    def frames(self) -> int:
        """How many frames are recorded by now."""
        # Whole frames: the recorder may be in the middle of a write.
        return self._raw.stat().st_size // 2

    def samples(self, start: int = 0) -> Samples:
        """A copy of everything recorded so far, from frame `start` on."""
        return np.fromfile(self._raw, dtype=np.int16, count=self.frames - start, offset=2 * start)

    def wait_for_sound(self, *, start: int = 0, timeout_s: float = 10.0) -> int:
        """Wait until something other than silence is recorded; return the frame of its start.

        Frames before `start` do not count.
        """
        self._wait(lambda: bool(self.samples(start).any()), "sound", timeout_s)
        return start + int(np.flatnonzero(self.samples(start))[0])

    def wait_for_silence(
        self, *, frames: int = _TAIL_FRAMES, timeout_s: float = _TAIL_TIMEOUT_S
    ) -> None:
        """Wait until `frames` new frames have come and the last `frames` are all silence."""
        goal = self.frames + frames

        def silent() -> bool:
            now = self.frames
            return now >= goal and not self.samples(now - frames).any()

        self._wait(silent, f"{frames} frames of silence", timeout_s)

    def wait_until_started(self) -> None:
        """Wait until the recorder really records, which is a while after its process starts."""
        self._wait(lambda: self.frames > 0, "the first recorded frame", _START_TIMEOUT_S)

    def _wait(self, condition: Callable[[], bool], what: str, timeout_s: float) -> None:
        def ended() -> bool:
            return self._process.poll() is not None

        reached = _poll(lambda: condition() or ended(), timeout_s)
        if condition():
            return
        reason = "the recorder ended" if reached else f"{timeout_s:g} s passed"
        raise RuntimeError(
            f"waiting for {what}: {reason} at {self.frames} recorded frames\n{_text(self._log)}"
        )


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
        lines = _text(self._folder / "pulseaudio.log").splitlines()
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
    ) -> Metadata:
        """Run `command` to its end and return what it played and wrote.

        It gets no input. When it takes longer than `timeout_s`, TimeoutError tells what it wrote.
        """
        with self.recording() as live:
            name = f"command-{self._count}"
            out, err = self._folder / f"{name}.out", self._folder / f"{name}.err"
            returncode = _run(command, self.env, out, err, timeout_s)
            live.wait_for_silence()
        return Metadata(live.samples(), returncode, _text(out), _text(err))

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
            _end(process)


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
        reached = _poll(lambda: self._ended() or self._sinks() is not None, _START_TIMEOUT_S)
        if not reached:
            reason = f"did not answer within {_START_TIMEOUT_S:g} s"
        elif self._ended():
            reason = "ended"
        elif SINK not in (self._sinks() or []):
            reason = "has no null sink"  # a module which fails to load does not end the server
        else:
            return
        raise RuntimeError(f"the private pulseaudio {reason}; its log:\n{_text(self._log)}")

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
                command, env=self._env, capture_output=True, text=True, timeout=_STOP_TIMEOUT_S
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


def _run(
    command: Sequence[str | os.PathLike[str]],
    env: dict[str, str],
    out: Path,
    err: Path,
    timeout_s: float,
) -> int:
    """Run `command` with its output in files, as a pipe held by a grandchild would block us."""
    with out.open("wb") as out_file, err.open("wb") as err_file:
        process = subprocess.Popen(
            command,
            env=env,
            stdin=subprocess.DEVNULL,
            stdout=out_file,
            stderr=err_file,
            start_new_session=True,
        )
    try:
        return process.wait(timeout_s)
    except subprocess.TimeoutExpired:
        raise TimeoutError(
            f"{' '.join(map(str, command))} did not end within {timeout_s:g} s\n"
            f"stdout: {_text(out)}\nstderr: {_text(err)}"
        ) from None
    finally:
        with suppress(ProcessLookupError):  # its children too
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def _end(process: subprocess.Popen[bytes]) -> None:
    """Let a process finish by itself; kill it when it does not."""
    process.terminate()
    try:
        process.wait(_STOP_TIMEOUT_S)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def _poll(condition: Callable[[], bool], timeout_s: float) -> bool:
    deadline = time.monotonic() + timeout_s
    while not condition():
        if time.monotonic() >= deadline:
            return False
        time.sleep(_POLL_S)
    return True


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8", errors="replace")


def find_in(samples: Samples, excerpt: Samples) -> int:
    """The frame at which `excerpt` is found in `samples`, bit for bit (the first, if many).

    When it is not there, the AssertionError tells how much of it is, and where.
    """
    for name, array in (("samples", samples), ("excerpt", excerpt)):
        if array.ndim != 1 or array.dtype != np.int16:
            raise ValueError(f"{name} must be mono int16, not {array.dtype} {array.shape}")
    if not excerpt.any():
        raise ValueError("an empty or silent excerpt would be found anywhere")
    frame = next(_hits(samples.tobytes(), excerpt.tobytes()), None)
    if frame is None:
        raise AssertionError(_why_not_found(samples, excerpt))
    return frame


def places(samples: Samples, excerpt: Samples) -> list[int]:
    """All frames at which `excerpt` is found in `samples`, bit for bit."""
    return list(_hits(samples.tobytes(), excerpt.tobytes()))


def _hits(sound: bytes, part: bytes) -> Iterator[int]:
    """The frames at which `part` occurs. bytes.find is linear in time, however long they are."""
    at = sound.find(part)
    while at >= 0:
        if at % 2 == 0:  # else it begins in the middle of a sample
            yield at // 2
        at = sound.find(part, at + 1)


def _why_not_found(samples: Samples, excerpt: Samples) -> str:
    message = (
        f"the excerpt ({len(excerpt)} frames, peak {_peak(excerpt)}) is not in the recording "
        f"({len(samples)} frames, peak {_peak(samples)})"
    )
    shift = max(
        _shifts(samples, excerpt),
        key=lambda shift: np.count_nonzero(_equal(samples, excerpt, shift)),
        default=None,
    )
    if shift is None:
        return f"{message}: not even a short stretch of it"
    equal = _equal(samples, excerpt, shift)
    first = int(np.argmin(equal))
    return (
        f"{message}: best match at frame {shift}, {np.count_nonzero(equal)} frames equal, "
        f"the first other one is frame {first} of the excerpt: "
        f"{excerpt[first]} became {_at(samples, shift + first)}"
    )


def _shifts(samples: Samples, excerpt: Samples) -> set[int]:
    """Some places where a short stretch of the excerpt is found, as the frame of its start."""
    sound = samples.tobytes()
    loud = np.flatnonzero(excerpt)
    shifts: set[int] = set()
    for start in loud[:: max(1, len(loud) // 16)].tolist():
        key = excerpt[start : start + _KEY_FRAMES].tobytes()
        shifts.update(frame - start for frame in islice(_hits(sound, key), 4))
    return shifts


def _equal(samples: Samples, excerpt: Samples, shift: int) -> npt.NDArray[np.bool_]:
    """For each frame of the excerpt, whether it is the same in the samples `shift` frames on."""
    begin = max(0, -shift)
    end = min(len(excerpt), len(samples) - shift)
    equal = np.zeros(len(excerpt), dtype=np.bool_)
    equal[begin:end] = excerpt[begin:end] == samples[begin + shift : end + shift]
    return equal


def _at(samples: Samples, frame: int) -> str:
    return str(samples[frame]) if 0 <= frame < len(samples) else "nothing (not recorded)"


def _peak(samples: Samples) -> int:
    return int(np.abs(samples.astype(np.int32)).max(initial=0))
