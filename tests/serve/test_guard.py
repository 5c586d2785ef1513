"""Who may ask: what strangers, other pages and broken programs get, and that nothing breaks."""

import asyncio
import http.client
import json
import random
import socket
import stat
from collections.abc import Iterator
from contextlib import closing
from urllib.parse import urlsplit

import pytest
from program import TINY
from serving import OWN, Server, served

from earcoach.errors import EarcoachError
from earcoach.serve.addresses import lan_address
from earcoach.serve.running import listening


@pytest.mark.parametrize(
    "host", ["evil.example", "evil.example:8765", "", "127.0.0.1.evil.example"]
)
def test_another_host_is_refused(server: Server, host: str) -> None:
    assert server.ask("/", headers={"Host": host}).status == 421


def test_localhost_is_this_machine_too(server: Server) -> None:
    port = urlsplit(server.address).port
    assert server.ask("/", headers={"Host": f"localhost:{port}"}).status == 200


@pytest.mark.parametrize(
    "headers",
    [
        {},
        OWN | {"Origin": "https://evil.example"},
        OWN | {"Origin": "null"},
        OWN | {"Sec-Fetch-Site": "cross-site"},
        OWN | {"Sec-Fetch-Site": "same-site"},
    ],
)
def test_another_page_writes_nothing(server: Server, headers: dict[str, str]) -> None:
    body = json.dumps({"document": TINY, "name": "hostile"})
    assert server.ask("/api/routines", body, headers=headers).status == 403
    assert not list(server.folder.rglob("hostile*"))


def test_another_page_reads_nothing(server: Server) -> None:
    asked = {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "no-cors"}
    assert server.ask("/api/routines", headers=asked).status == 403
    asked["Sec-Fetch-Mode"] = "navigate"  # a link to the page itself
    assert server.ask("/", headers=asked).status == 200


@pytest.mark.parametrize("path", ["/", "/api/routines", "/nothing", "/page/main.js"])
def test_every_answer_says_what_a_page_of_it_may_do(server: Server, path: str) -> None:
    headers = server.ask(path).headers
    assert "script-src 'self'" in headers["content-security-policy"]
    assert "unsafe" not in headers["content-security-policy"]
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"
    assert "access-control-allow-origin" not in headers


@pytest.mark.parametrize(
    "path",
    [
        "/page/../app.py",
        "/page/..%2fapp.py",
        "/page/%2e%2e/%2e%2e/secret.py",
        "/page/index.html",
        "/..%2f..%2fetc/passwd",
        "/page//etc/passwd",
        "/page/%00",
        "/api/sessions/..%2f..%2fx/file.mp3",
    ],
)
def test_nothing_outside_the_page_is_read(server: Server, path: str) -> None:
    answer = server.ask(path)
    assert answer.status in (400, 404)
    assert b"root:" not in answer.body


def test_a_link_in_the_routines_folder_is_not_written_through(server: Server) -> None:
    folder = server.folder / "config" / "earcoach" / "routines"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "trap.yaml").symlink_to(server.folder / "caught")
    server.ask("/api/routines", json.dumps({"document": TINY, "name": "trap"}))
    assert not (server.folder / "caught").exists()
    (folder / "trap.yaml").unlink()


@pytest.mark.parametrize("path", ["/api/texts", "/api/sessions", "/api/routines"])
def test_a_giant_body_is_refused_before_it_has_come(server: Server, path: str) -> None:
    with closing(server.connection()) as connection:
        connection.putrequest("POST", path)
        connection.putheader("Content-Length", str(10**12))
        connection.putheader("X-Earcoach", "1")
        connection.endheaders()
        answer = connection.getresponse()
        assert (answer.status, json.load(answer)["error"][:14]) == (413, "this is larger")


def test_a_giant_body_of_unknown_length_is_refused(server: Server) -> None:
    chunk = b"10000\r\n" + b"a" * 65536 + b"\r\n"
    host, port = server.host.split(":")
    with socket.create_connection((host, int(port)), timeout=60) as raw:
        raw.sendall(
            b"POST /api/sessions HTTP/1.1\r\nHost: " + server.host.encode()
            + b"\r\nX-Earcoach: 1\r\nTransfer-Encoding: chunked\r\n\r\n"
        )  # fmt: skip
        try:
            for _ in range(64):
                raw.sendall(chunk)
        except OSError:
            pass  # it has hung up
        assert raw.recv(100).startswith(b"HTTP/1.1 413")


def test_slow_clients_hold_nobody_up(server: Server) -> None:
    host, port = server.host.split(":")
    slow = [socket.create_connection((host, int(port))) for _ in range(100)]
    for number, connection in enumerate(slow):
        connection.sendall(b"POST /api/texts HTTP/1.1\r\nHost: "[: 10 + number % 30])
    try:
        assert server.ask("/api/routines").status == 200
    finally:
        for connection in slow:
            connection.close()


def test_a_thousand_random_requests_break_nothing(server: Server) -> None:
    rng = random.Random(16)
    words = ["api", "sessions", "texts", "routines", "page", "..", "%00", "sound.mp3", "0", "-1"]
    bodies: list[bytes | None] = [
        None,
        b"",
        b"{}",
        b"[]",
        b"null",
        b'{"document": 3}',
        b"\xff" * 99,
    ]
    bodies += [b'{"document": "title: x"}', b'{"routine": "../x"}', b"[" * 50_000]
    connection = server.connection()
    for _ in range(1000):
        path = "/" + "/".join(rng.choice(words) for _ in range(rng.randrange(5)))
        method = rng.choice(["GET", "POST", "PUT", "DELETE", "HEAD", "PATCH"])
        headers = OWN if rng.random() < 0.8 else {"Range": "bytes=9-1"}
        try:
            connection.request(method, path, rng.choice(bodies), headers)
            answer = connection.getresponse()
            answer.read()
        except (http.client.HTTPException, OSError):
            connection.close()
            connection = server.connection()
            continue
        assert answer.status < 500, (method, path)
    connection.close()
    assert server.ask("/").status == 200


def test_small_answers_do_not_wait_for_the_network() -> None:
    """Forty milliseconds each, if the system holds back the second packet of an answer."""

    async def nodelay() -> int:
        told: asyncio.Future[int] = asyncio.get_running_loop().create_future()

        def asked(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            raw = writer.get_extra_info("socket")
            told.set_result(raw.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY))
            writer.close()

        made = listening(port=0, lan=False)
        async with await asyncio.start_server(asked, sock=made):
            _, writer = await asyncio.open_connection(*made.getsockname())
            writer.close()
            return await told

    assert asyncio.run(nodelay())


# -- in the local network ----------------------------------------------------------------------


@pytest.fixture(scope="module")
def in_lan(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    try:
        lan_address()
    except EarcoachError:
        pytest.skip("this machine is in no network")
    with served(tmp_path_factory.mktemp("lan"), "--lan") as server:
        yield server


def test_in_the_network_everything_is_behind_the_key(in_lan: Server) -> None:
    key = urlsplit(in_lan.address).path.strip("/")
    assert len(key) == 22
    for path in ("/", "/api/routines", f"/{key[:-1]}/", "/page/main.js", f"/{key}x/"):
        assert in_lan.ask(path).status == 404
    assert in_lan.ask(f"/{key}/").status == 200
    assert in_lan.ask(f"/{key}/api/routines").status == 200
    port = urlsplit(in_lan.address).port
    assert in_lan.ask(f"/{key}/", headers={"Host": f"localhost:{port}"}).status == 421


def test_the_key_is_nobody_elses_business(in_lan: Server) -> None:
    key = in_lan.folder / "state" / "earcoach" / "serve" / "key"
    assert stat.S_IMODE(key.stat().st_mode) == 0o600
    assert key.read_text().strip() in in_lan.address
