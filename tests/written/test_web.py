"""Pages from addresses: within limits, and from the public place that was checked."""

import gzip
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, ClassVar

import pytest

from earcoach.errors import EarcoachError, UsageError
from earcoach.written.source import SourceText
from earcoach.written.sources.given import original_of
from earcoach.written.sources.registry import material_of
from earcoach.written.sources.web import anywhere, fetched, is_public


class Site(BaseHTTPRequestHandler):
    """A site with a page for everything that a server can do."""

    protocol_version = "HTTP/1.0"
    asked: ClassVar[list[str]] = []

    def do_GET(self) -> None:
        self.asked.append(self.path)
        page = getattr(self, self.path.strip("/").replace("-", "_").partition("?")[0] or "plain")
        page()

    def plain(self) -> None:
        self.send(b"Kniebeuge f\xfcr Anf\xe4nger 3x12", "text/plain; charset=iso-8859-1")

    def page(self) -> None:
        self.send(b"<p>Squat 3x12", "text/html")

    def packed(self) -> None:
        self.send(gzip.compress(b"Squat 3x12"), "text/plain", ("Content-Encoding", "gzip"))

    def bomb(self) -> None:
        self.send(gzip.compress(bytes(100_000_000)), "text/plain", ("Content-Encoding", "gzip"))

    def moved(self) -> None:
        self.send(b"", "text/plain", ("Location", "/plain"), status=302)

    def circle(self) -> None:
        self.send(b"", "text/plain", ("Location", "/circle"), status=301)

    def to_a_file(self) -> None:
        self.send(b"", "text/plain", ("Location", "file:///etc/passwd"), status=301)

    def gone(self) -> None:
        self.send(b"", "text/plain", status=404)

    def endless(self) -> None:
        self.send_response(200)
        self.end_headers()
        try:
            while True:
                self.wfile.write(b"Squat 3x12\n" * 10_000)
        except OSError:
            return

    def slow(self) -> None:
        """A byte now and then, for ever."""
        try:
            while not stopped.wait(0.05):
                self.wfile.write(b"H")
        except OSError:
            return

    def send(self, body: bytes, kind: str, *headers: tuple[str, str], status: int = 200) -> None:
        self.send_response(status)
        for name, value in (("Content-Type", kind), *headers):
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *args: Any) -> None:
        """Say nothing."""


stopped = threading.Event()


@contextmanager
def serving() -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), Site) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield f"http://127.0.0.1:{server.server_address[1]}"
        finally:
            stopped.set()
            server.shutdown()
            stopped.clear()


@pytest.fixture
def site() -> Iterator[str]:
    Site.asked = []
    with serving() as address:
        yield address


def test_a_page_is_read_as_what_its_server_calls_it(site: str) -> None:
    found = material_of(fetched(f"{site}/plain", admits=anywhere))
    assert isinstance(found, SourceText)
    assert found.lines[0].text == "Kniebeuge für Anfänger 3x12"
    assert found.name == f"{site}/plain"
    page = material_of(fetched(f"{site}/page", admits=anywhere))
    assert isinstance(page, SourceText)
    assert [line.text for line in page.lines if line.text] == ["Squat 3x12"]


def test_redirects_are_followed_and_packed_pages_unpacked(site: str) -> None:
    assert fetched(f"{site}/moved", admits=anywhere).name == f"{site}/plain"
    assert fetched(f"{site}/packed?a=b c".replace(" ", "%20"), admits=anywhere).data == (
        b"Squat 3x12"
    )
    assert Site.asked[-1] == "/packed?a=b%20c"


@pytest.mark.parametrize(
    ("page", "why"),
    [
        ("circle", "it sends from one address to the next without end"),
        ("gone", "the server says 404 Not Found"),
        ("endless", "it is larger than 10 MB"),
        ("bomb", "it is larger than 10 MB"),
    ],
)
def test_what_cannot_be_had_says_why(site: str, page: str, why: str) -> None:
    with pytest.raises(EarcoachError) as raised:
        fetched(f"{site}/{page}", admits=anywhere)
    assert raised.value.message == f"cannot read {site}/{page}: {why}"
    assert raised.value.cure == "save the page as a file, or copy its text"


def test_a_server_that_trickles_is_left_in_time(site: str) -> None:
    with pytest.raises(EarcoachError, match="it takes longer than 1 s"):
        fetched(f"{site}/slow", admits=anywhere, limit_s=1)


def test_a_redirect_leads_to_pages_only(site: str) -> None:
    with pytest.raises(UsageError, match=r"`file:///etc/passwd` is not the address of a page"):
        fetched(f"{site}/to-a-file", admits=anywhere)


def test_a_private_address_is_not_asked(site: str) -> None:
    with pytest.raises(
        EarcoachError, match=r"127\.0\.0\.1 is not on the public internet"
    ) as raised:
        fetched(f"{site}/plain", admits=is_public)
    assert raised.value.cure == "if you trust it, add --allow-private"
    assert not Site.asked


def test_whoever_trusts_a_private_address_reads_it_like_any_source(site: str) -> None:
    assert original_of(f"{site}/plain", allow_private=True).data
    with pytest.raises(EarcoachError, match="is not on the public internet"):
        original_of(f"{site}/plain")


def test_a_redirect_into_a_private_network_is_not_followed(site: str) -> None:
    """The first server counts as public; where it sends to does not."""
    asked = iter([True, False])
    with pytest.raises(EarcoachError, match="is not on the public internet"):
        fetched(f"{site}/moved", admits=lambda place: next(asked))
    assert Site.asked == ["/moved"]


def test_a_name_is_looked_up_once(site: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A name that stands for another place a moment later opens nothing."""
    port = int(site.rpartition(":")[2])
    look_up = socket.getaddrinfo
    asked: list[str] = []

    def rebound(host: str, *args: Any, **kwargs: Any) -> Any:
        if host == "rebind.example":
            asked.append(host)
            return look_up("127.0.0.1", *args, **kwargs)
        return look_up(host, *args, **kwargs)

    monkeypatch.setattr(socket, "getaddrinfo", rebound)
    assert fetched(f"http://rebind.example:{port}/plain", admits=anywhere).data
    assert asked == ["rebind.example"]
    with pytest.raises(EarcoachError, match="not on the public internet"):
        fetched(f"http://rebind.example:{port}/plain", admits=is_public)


@pytest.mark.parametrize(
    "address",
    [
        "http://",
        "http://user@site/",
        "http://a b/",
        "http://[::1/",
        "http://site:99999/",
        "ftp://x",
    ],
)
def test_what_is_no_address_is_refused(address: str) -> None:
    with pytest.raises(UsageError, match="is not the address of a page"):
        fetched(address, admits=is_public)


@pytest.mark.parametrize(
    "place",
    [
        "127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1",
        "0.0.0.0", "224.0.0.1", "255.255.255.255", "::1", "::", "fe80::1", "fe80::1%eth0",
        "fc00::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "64:ff9b::7f00:1", "2002:7f00:1::",
        "ff02::1",
    ],
)  # fmt: skip
def test_no_private_place_is_public(place: str) -> None:
    assert not is_public(place)


@pytest.mark.parametrize("place", ["93.184.215.14", "2606:2800:21f:cb07::1", "64:ff9b::5db8:d70e"])
def test_public_places_are(place: str) -> None:
    assert is_public(place)
