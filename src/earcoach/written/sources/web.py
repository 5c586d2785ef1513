"""A page from an address: within limits of time and size, and never from a private network.

A name is looked up once, what it stands for is checked, and exactly that is connected to; so a
name that stands for something else a moment later opens nothing. Redirects go the same way.
"""

import ipaddress
import socket
import ssl
import threading
import time
import zlib
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from http.client import HTTPConnection, HTTPException, HTTPResponse, HTTPSConnection
from pathlib import PurePosixPath
from urllib.parse import SplitResult, quote, urljoin, urlsplit

from earcoach.errors import EarcoachError, UsageError
from earcoach.written.sources.original import Original

LIMIT_S = 20.0
MOST_BYTES = 10_000_000
MOST_REDIRECTS = 5
REDIRECTS = (301, 302, 303, 307, 308)
ACCEPT = "text/html, text/plain, text/markdown, text/csv, application/pdf, */*;q=0.5"


def fetched(address: str, *, admits: Callable[[str], bool], limit_s: float = LIMIT_S) -> Original:
    """What is at an address. Raises EarcoachError when it cannot be had, or may not.

    `admits` says which IP addresses may be asked (`is_public`, or `anywhere`), and `limit_s` is for
    all of it: looking up, redirects, and the page.
    """
    ends = time.monotonic() + limit_s
    url = address
    try:
        for _ in range(MOST_REDIRECTS + 1):
            with _answer(url, ends, admits) as answer:
                if answer.status not in REDIRECTS:
                    return _original(url, answer, ends)
                url = urljoin(url, answer.headers.get("Location", ""))
    except TimeoutError:
        raise _failed(address, f"it takes longer than {limit_s:.0f} s") from None
    except (OSError, HTTPException, zlib.error) as error:
        if time.monotonic() >= ends:  # the watch has cut the line
            raise _failed(address, f"it takes longer than {limit_s:.0f} s") from None
        raise _failed(address, str(error) or type(error).__name__) from None
    raise _failed(address, "it sends from one address to the next without end")


def _failed(address: str, why: str) -> EarcoachError:
    return EarcoachError(
        f"cannot read {address}: {why}", cure="save the page as a file, or copy its text"
    )


@contextmanager
def _answer(url: str, ends: float, admits: Callable[[str], bool]) -> Iterator[HTTPResponse]:
    """The answer of a server; the connection is cut when the time is over."""
    parts = _parts(url)
    left_s = ends - time.monotonic()
    if left_s <= 0:
        raise TimeoutError
    connection = _connection(parts, left_s, admits)
    with closing(connection), _watched(connection, left_s):
        target = quote(parts.path or "/", safe="/%:@!$&'()*+,;=~-._")
        query = f"?{quote(parts.query, safe='/%:@!$&()*+,;=~-._?')}" if parts.query else ""
        headers = {"User-Agent": "earcoach", "Accept": ACCEPT, "Accept-Encoding": "identity"}
        connection.request("GET", target + query, headers=headers)
        yield connection.getresponse()


def _parts(url: str) -> SplitResult:
    try:
        parts = urlsplit(url)
        usable = parts.scheme in ("http", "https") and bool(parts.hostname)
        usable = usable and (parts.port is None or parts.port > 0)
    except ValueError:
        usable = False
    if not usable or "@" in parts.netloc or any(c <= " " for c in url):
        raise UsageError(
            f"`{url}` is not the address of a page", cure="write it like https://site/page"
        )
    return parts


def _connection(parts: SplitResult, left_s: float, admits: Callable[[str], bool]) -> HTTPConnection:
    """A connection to the server itself, at an address that was checked."""
    assert parts.hostname is not None
    port = parts.port or (443 if parts.scheme == "https" else 80)
    place = _checked(parts.hostname, port, admits)
    line = socket.create_connection(place, timeout=left_s)
    try:
        if parts.scheme == "http":
            connection = HTTPConnection(parts.hostname, port, timeout=left_s)
            connection.sock = line
        else:
            context = ssl.create_default_context()
            connection = HTTPSConnection(parts.hostname, port, timeout=left_s, context=context)
            connection.sock = context.wrap_socket(line, server_hostname=parts.hostname)
    except BaseException:
        line.close()
        raise
    return connection


def _checked(host: str, port: int, admits: Callable[[str], bool]) -> tuple[str, int]:
    """Where to connect to. Raises EarcoachError when that may not be asked."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        raise _failed(host, "there is no such server, or no network") from None
    places = [str(place[0]) for *_, place in found]
    if not all(map(admits, places)):
        raise EarcoachError(
            f"{host} is not on the public internet", cure="if you trust it, add --allow-private"
        )
    return places[0], port


def anywhere(place: str) -> bool:
    """Whether an IP address may be asked by somebody who trusts what is there: each may."""
    return True


def is_public(place: str) -> bool:
    """Whether an IP address belongs to the public internet, and holds no private one."""
    address = ipaddress.ip_address(place.partition("%")[0])
    if isinstance(address, ipaddress.IPv6Address):
        inner = address.ipv4_mapped or address.sixtofour or _translated(address)
        if inner is not None:
            return is_public(str(inner))
    return address.is_global and not address.is_multicast


def _translated(address: ipaddress.IPv6Address) -> ipaddress.IPv4Address | None:
    """The IPv4 address that NAT64 makes of one."""
    network = ipaddress.ip_network("64:ff9b::/96")
    return ipaddress.IPv4Address(int(address) & 0xFFFFFFFF) if address in network else None


@contextmanager
def _watched(connection: HTTPConnection, left_s: float) -> Iterator[None]:
    """Cut a connection when its time is over, however slowly its bytes trickle."""
    line = connection.sock

    def cut() -> None:
        try:
            line.shutdown(socket.SHUT_RDWR)
        except OSError:  # it has ended by itself
            return

    watch = threading.Timer(left_s, cut)
    watch.daemon = True
    watch.start()
    try:
        yield
    finally:
        watch.cancel()


def _original(url: str, answer: HTTPResponse, ends: float) -> Original:
    if answer.status != 200:
        raise _failed(url, f"the server says {answer.status} {answer.reason}".strip())
    data = _unpacked(answer, answer.read(MOST_BYTES + 1))
    if len(data) > MOST_BYTES:
        raise _failed(url, f"it is larger than {MOST_BYTES // 1_000_000} MB")
    if time.monotonic() >= ends:  # cut short, and no error to tell it by
        raise TimeoutError
    return Original(
        data=data,
        name=url,
        suffix=PurePosixPath(urlsplit(url).path).suffix.casefold(),
        media_type=answer.headers.get_content_type(),
        charset=answer.headers.get_content_charset(),
    )


def _unpacked(answer: HTTPResponse, data: bytes) -> bytes:
    """The page itself, where a server packs it without being asked."""
    packed = answer.headers.get("Content-Encoding", "identity").casefold()
    if packed not in ("gzip", "x-gzip"):
        return data
    return zlib.decompressobj(wbits=31).decompress(data, MOST_BYTES + 1)
