"""The server running: a socket, its address, and nothing left when it ends."""

import socket
import ssl
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, ClassVar

import uvicorn
from uvicorn.protocols.http.h11_impl import H11Protocol

from earcoach import EarcoachError, UsageError
from earcoach.serve.addresses import lan_address
from earcoach.serve.app import application
from earcoach.serve.guard import Door
from earcoach.serve.page_text import Labels, PageText

LOOPBACK = "127.0.0.1"
FIRST_WORD_WITHIN_S = 15.0
MOST_CONNECTIONS, MOST_OF_ONE = 900, 300
"""At once, of all clients and of one."""
BACKLOG = 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class Certificate:
    """What the server shows that it is itself by, as files."""

    cert: Path
    """The certificate, and those between it and one that browsers know."""
    key: Path
    """Its private key."""

    def check(self) -> None:
        """Raises UsageError when they cannot be used."""
        try:
            ssl.create_default_context(ssl.Purpose.CLIENT_AUTH).load_cert_chain(self.cert, self.key)
        except (OSError, ValueError) as error:
            raise UsageError(
                f"`{self.cert}` and `{self.key}` are not a certificate and its key",
                cure=f"{error.strerror if isinstance(error, OSError) else error}",
            ) from None


def listening(*, port: int, lan: bool) -> socket.socket:
    """A socket on this machine only, or in the local network. Raises EarcoachError without one."""
    host = lan_address() if lan else LOOPBACK
    # asyncio sends answers without delay only where it is told that this is TCP
    made = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        made.bind((host, port))
        made.listen(BACKLOG)
    except OSError as error:
        made.close()
        raise EarcoachError(
            f"port {port} cannot be opened: {error.strerror}", cure="choose another with --port"
        ) from None
    return made


def address_of(made: socket.socket, *, key: str | None, certificate: Certificate | None) -> str:
    """The page's address."""
    path = f"/{key}/" if key else "/"
    return _origins(made, certificate)[0] + path


def _origins(made: socket.socket, certificate: Certificate | None) -> list[str]:
    scheme, usual = ("https", 443) if certificate else ("http", 80)
    host, port = made.getsockname()
    names = [host, "localhost"] if host == LOOPBACK else [host]
    ending = "" if port == usual else f":{port}"
    return [f"{scheme}://{name}{ending}" for name in names]


def run(
    made: socket.socket,
    *,
    key: str | None,
    certificate: Certificate | None,
    begin: list[dict[str, str]],
    languages: Mapping[str, Labels],
) -> None:
    """Serve the page until the program is told to end, which it does at once.

    `begin` is what it opens with, `languages` what it says.
    """
    origins = _origins(made, certificate)
    door = Door(hosts=[o.partition("://")[2] for o in origins], origins=origins, key=key)
    secure = certificate is not None or made.getsockname()[0] == LOOPBACK
    files: dict[str, Any] = {}
    if certificate:
        files = {"ssl_certfile": certificate.cert, "ssl_keyfile": certificate.key}
    config = uvicorn.Config(
        application(door, PageText(languages=languages, begin=begin, secure=secure)),
        http=Impatient,
        ws="none",
        log_level="critical",
        access_log=False,
        server_header=False,
        proxy_headers=False,
        limit_concurrency=MOST_CONNECTIONS,
        timeout_graceful_shutdown=0,
        **files,
    )
    uvicorn.Server(config).run(sockets=[made])


class Impatient(H11Protocol):
    """The protocol, which hangs up on who says nothing, or says it too slowly, or has too many
    connections open."""

    open: ClassVar[Counter[str]] = Counter()
    """How many connections each client has."""

    def connection_made(self, transport: Any) -> None:
        """Wait for a request, but not for ever."""
        super().connection_made(transport)
        host = self._host()
        self.open[host] += 1
        if self.open[host] > MOST_OF_ONE:
            transport.close()
        self.loop.call_later(FIRST_WORD_WITHIN_S, self._hang_up_on_silence)

    def connection_lost(self, exc: Exception | None) -> None:
        """Make room for another."""
        host = self._host()
        self.open[host] -= 1
        if not self.open[host]:
            del self.open[host]
        super().connection_lost(exc)

    def _host(self) -> str:
        return self.client[0] if self.client else ""

    def _hang_up_on_silence(self) -> None:
        if self.cycle is None and not self.transport.is_closing():
            self.transport.close()
