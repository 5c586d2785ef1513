"""Who may ask: the door of the server, through which every request comes before anything else."""

import hmac
from collections.abc import Collection
from dataclasses import dataclass

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from earcoach.serve.answers import problem

OWN_HEADER = "x-earcoach"
"""A page of another origin cannot send it without being asked first, and is refused then."""
SAFE = ("GET", "HEAD")
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "media-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; "
    "frame-ancestors 'none'"
)
HEADERS = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cross-origin-resource-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Door:
    """What a request must have to be let in."""

    hosts: Collection[str]
    """The values of the Host header that are ours, in small letters."""
    origins: Collection[str]
    """The origins of our own page."""
    key: str | None = None
    """The first part of every path; None where only this machine can ask."""

    def refusal(self, method: str, path: str, headers: Headers) -> tuple[int, str, str] | None:
        """Why a request is not let in, as status, message and cure; None when it is."""
        if headers.get("host", "").lower() not in self.hosts:
            return 421, "this is not the page's address", "use the address that `serve` printed"
        if not self._knows(path):
            return 404, "there is nothing here", "use the address that `serve` printed"
        if headers.get("sec-fetch-site", "none") not in ("none", "same-origin") and not (
            method == "GET" and headers.get("sec-fetch-mode") == "navigate"
        ):
            return 403, "another page may not ask for this", "open the page itself"
        origin = headers.get("origin")
        if origin is not None and origin.lower() not in self.origins:
            return 403, "another page may not ask for this", "open the page itself"
        if method not in SAFE and headers.get(OWN_HEADER) is None:
            return 403, "only the page itself may change something", f"send `{OWN_HEADER}: 1`"
        return None

    def _knows(self, path: str) -> bool:
        if self.key is None:
            return True
        given = path.removeprefix("/").partition("/")[0]
        return hmac.compare_digest(given.encode(), self.key.encode())


class Guarded:
    """An application behind a door; every answer says what a page of it may do."""

    def __init__(self, app: ASGIApp, door: Door) -> None:
        self._app, self._door = app, door

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let a request in, or say why not."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers[name] = value
                headers.setdefault("cache-control", "no-store")
            await send(message)

        refused = self._door.refusal(scope["method"], scope["path"], Headers(scope=scope))
        if refused is None:
            await self._app(scope, receive, with_headers)
            return
        status, message, cure = refused
        await problem(status, message, cure)(scope, receive, with_headers)
