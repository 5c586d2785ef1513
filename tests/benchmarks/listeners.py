"""A hundred listeners of one session at once, beside a bare starlette that serves the same bytes.

    python tests/benchmarks/listeners.py [--shortest]

Each hears the first forty seconds; told are the waits of the middle one and of the last for the
first byte, and the most memory that the server has had. Before that, how long one waits for the
first sound from asking for a session of some phases and of many: with phrases that were never said,
and with known ones in a server that has just begun. `--shortest` has five listeners that hear two
seconds, hummed. Nothing here is a test.
"""

import asyncio
import statistics
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from program import SHORT, TINY, started
from serving import Server, served

SHORTEST = "--shortest" in sys.argv
LISTENERS, BYTES = (5, 16_000) if SHORTEST else (100, 320_000)
ROUTINE, VOICE = (TINY, "humming") if SHORTEST else (SHORT, "neural")
MANY_SETS = 4 if SHORTEST else 360
LONG = f"title: Long\nexercises:\n  - Squat: {MANY_SETS} x 12, rest 20s\n"
BARE = """\
import socket, sys, uvicorn
from starlette.applications import Starlette
from starlette.responses import Response
from starlette.routing import Route
data = open(sys.argv[-1], "rb").read()
made = socket.create_server(("127.0.0.1", 0))
print("http://127.0.0.1:%d/" % made.getsockname()[1], flush=True)
app = Starlette(routes=[Route("/", lambda request: Response(data))])
uvicorn.Server(uvicorn.Config(app, log_level="critical")).run(sockets=[made])
"""


async def listener(host: str, path: str, *, count: int = BYTES) -> float:
    """Seconds to the first byte of sound."""
    name, port = host.split(":")
    begun = time.perf_counter()
    reader, writer = await asyncio.open_connection(name, int(port))
    writer.write(f"GET {path} HTTP/1.1\r\nHost: {host}\r\n\r\n".encode())
    await reader.readuntil(b"\r\n\r\n")
    await reader.readexactly(1)
    first_s = time.perf_counter() - begun
    await reader.readexactly(count - 1)
    writer.close()
    return first_s


def first_sound_s(server: Server, routine: str) -> float:
    """Seconds from asking for a session to the first byte of its sound."""
    begun = time.perf_counter()
    session = server.session(routine)["id"]
    asyncio.run(listener(server.host, f"/api/sessions/{session}/0/sound.mp3", count=1))
    return time.perf_counter() - begun


async def crowd(host: str, path: str) -> tuple[list[float], float]:
    """What each had to wait, and how long all took."""
    begun = time.perf_counter()
    waits = await asyncio.gather(*(listener(host, path) for _ in range(LISTENERS)))
    return sorted(waits), time.perf_counter() - begun


def most_mb(pid: int) -> float:
    """The most memory that a process has had."""
    status = Path(f"/proc/{pid}/status").read_text(encoding="ascii")
    kb = next(line.split()[1] for line in status.splitlines() if line.startswith("VmHWM"))
    return int(kb) / 1024


def told(what: str, host: str, path: str, pid: int) -> None:
    """A row."""
    waits, all_s = asyncio.run(crowd(host, path))
    middle, last = statistics.median(waits) * 1000, waits[-1] * 1000
    row = f"{what:<24} {LISTENERS:>9} {middle:>10.0f} {last:>9.0f} {all_s:>7.2f}"
    print(f"{row} {most_mb(pid):>6.0f}")


for what, routine in (("some phases", ROUTINE), ("many phases", LONG)):
    with tempfile.TemporaryDirectory() as name:
        for phrases in ("new", "known"):
            with served(Path(name), config=f"voice: {VOICE}\n") as server:
                wait_s = first_sound_s(server, routine)
            print(f"first sound, {what}, {phrases + ' phrases':<13} {wait_s:>6.2f} s")

with tempfile.TemporaryDirectory() as name:
    folder = Path(name)
    print(
        f"{'server':<24} {'listeners':>9} {'median ms':>10} {'last ms':>9} {'all s':>7} {'MB':>6}"
    )
    with served(folder, config=f"voice: {VOICE}\n") as server:
        session = server.session(ROUTINE)["id"]
        server.lengths(session)
        path = f"/api/sessions/{session}/0/sound.mp3"
        told("earcoach, not rendered", server.host, path, server.pid)
        told("earcoach, rendered", server.host, path, server.pid)
        (folder / "bytes").write_bytes(server.ask(path).body)
    bare = (sys.executable, "-c", BARE)
    with started(str(folder / "bytes"), program=bare) as process:
        assert process.stdout is not None
        host = process.stdout.readline().strip().removeprefix("http://").strip("/")
        told("bare starlette", host, "/", process.pid)
