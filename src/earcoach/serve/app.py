"""The application: what can be asked of the server, and what answers it."""

import contextlib
import json
import os
import sys
from collections.abc import AsyncIterator
from typing import Any

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import (
    FileResponse,
    HTMLResponse,
    JSONResponse,
    RedirectResponse,
    Response,
    StreamingResponse,
)
from starlette.routing import BaseRoute, Mount, Route
from starlette.types import ASGIApp

from earcoach.errors import EarcoachError
from earcoach.serve import page_text, sound
from earcoach.serve.answers import Refused, body_of, explained, json_of, problem, text_in
from earcoach.serve.downloads import Downloads, file_name
from earcoach.serve.guard import Door, Guarded
from earcoach.serve.queue import FairQueue
from earcoach.serve.recordings import Recordings
from earcoach.serve.routines import Listed
from earcoach.serve.sessions import Sessions
from earcoach.serve.texts import keep, understood_json
from earcoach.streaming import carried, frames, shown
from earcoach.units import seconds_of_frames

MOST_TEXT = 200_000
MOST_FILE = 5_000_000
PHASES_AT_ONCE = 8


class App:
    """The answers, and what they share."""

    def __init__(self, *, begin: list[dict[str, str]], secure: bool) -> None:
        """Make nothing yet."""
        self._begin, self._secure = begin, secure
        self._queue = FairQueue(at_once=max(2, os.cpu_count() or 2), name="work")
        self._writing = FairQueue(at_once=1, name="writing")
        self._sessions = Sessions()
        self._recordings = Recordings(self._queue)
        self._downloads = Downloads()
        self._listed = Listed()

    def routes(self) -> list[BaseRoute]:
        """Every address and its answer."""
        one = "/api/sessions/{session}"
        return [
            Route("/", self.page),
            Route("/page/{name}", self.part),
            Route("/api/routines", self.routines),
            Route("/api/routines", self.keep, methods=["POST"]),
            Route("/api/texts", self.read, methods=["POST"]),
            Route("/api/sessions", self.session, methods=["POST"]),
            Route(f"{one}/lengths", self.lengths),
            Route(f"{one}/file.{{suffix}}", self.file),
            Route(f"{one}/{{phase:int}}/sound.mp3", self.stream),
            Route(f"{one}/{{phase:int}}/sound.m3u8", self.playlist),
            Route(f"{one}/{{phase:int}}/part/{{number:int}}.mp3", self.sound_part),
        ]

    @contextlib.asynccontextmanager
    async def lifespan(self, app: Starlette) -> AsyncIterator[None]:
        """Close what is open when the server ends."""
        try:
            yield
        finally:
            self._downloads.close()

    # -- the page ----------------------------------------------------------------------------

    async def page(self, request: Request) -> Response:
        """The page itself."""
        accepted = request.headers.get("accept-language", "")
        return HTMLResponse(page_text.document(accepted, begin=self._begin, secure=self._secure))

    async def part(self, request: Request) -> Response:
        """A script or a style of it."""
        found = page_text.part(request.path_params["name"])
        if found is None:
            raise Refused(404, "there is nothing here")
        return Response(found[0], media_type=found[1], headers={"cache-control": "no-cache"})

    # -- routines and texts ------------------------------------------------------------------

    async def routines(self, request: Request) -> Response:
        """The routines with length and equipment."""
        return JSONResponse(await self._queue.run(_client(request), self._listed.all))

    async def keep(self, request: Request) -> Response:
        """Keep a routine among one's own."""
        asked = await json_of(request, most=MOST_TEXT)
        document, name = text_in(asked, "document"), text_in(asked, "name")
        kept = await self._queue.run(_client(request), lambda: keep(document, name))
        return JSONResponse({"name": kept}, 201)

    async def read(self, request: Request) -> Response:
        """What is understood of a text or a file."""
        data = await body_of(request, most=MOST_FILE)
        name = request.query_params.get("file", "")[:200]
        told = await self._queue.run(_client(request), lambda: understood_json(data, name))
        return JSONResponse(told)

    # -- sessions ----------------------------------------------------------------------------

    async def session(self, request: Request) -> Response:
        """A session of a routine with settings, and where in it another one goes on."""
        asked = await json_of(request, most=MOST_TEXT)
        return JSONResponse(await self._queue.run(_client(request), lambda: self._chosen(asked)))

    def _chosen(self, asked: dict[str, Any]) -> dict[str, Any]:
        session = self._sessions.session(asked)
        told: dict[str, Any] = {"id": session.id, "left_out": list(session.coach.plan.left_out)}
        told |= shown(session.coach)
        if isinstance(at := asked.get("at"), dict):
            told["at"] = self._carried(session.id, at)
        return told

    def _carried(self, key: str, at: dict[str, Any]) -> dict[str, float]:
        """The place of another session in this one."""
        match at:
            case {"session": str(before), "phase": int(index), "offset_s": int() | float() as s}:
                old, new = self._sessions.known(before), self._sessions.known(key)
                if not (0 <= index < min(old.phases, new.phases) and 0 <= s < 1e5):
                    raise Refused(400, "there is no such place in the session")
                offset = carried(old.opened(), new.opened(), index, frames(s))
                return {"phase": index, "offset_s": seconds_of_frames(offset)}
        raise Refused(400, "`at` is no place in a session")

    async def lengths(self, request: Request) -> Response:
        """The exact lengths of all phases in seconds, a line for some of them as they are known."""
        session = self._sessions.known(request.path_params["session"])
        client = _client(request)
        if not session.lengths:  # what goes wrong with a voice is told by the status
            await self._queue.run(client, lambda: session.measure(1))

        async def lines() -> AsyncIterator[str]:
            told = 0
            while True:
                new = session.lengths[told:]
                told += len(new)
                yield json.dumps([seconds_of_frames(length) for length in new]) + "\n"
                if told == session.phases:
                    return
                await self._queue.run(client, lambda: session.measure(1))  # sound comes in between

        return StreamingResponse(lines(), media_type="application/x-ndjson")

    async def file(self, request: Request) -> Response:
        """The session as a file."""
        session = self._sessions.known(request.path_params["session"])
        suffix = f".{request.path_params['suffix']}"
        path = await self._writing.run(
            _client(request), lambda: self._downloads.file(session, suffix)
        )
        name = file_name(session.coach.plan.routine.title, suffix)
        return FileResponse(path, filename=name, media_type="application/octet-stream")

    # -- sound -------------------------------------------------------------------------------

    async def stream(self, request: Request) -> Response:
        """The sound from a place on."""
        session = self._sessions.known(request.path_params["session"])
        return sound.stream(request, session, self._recordings, client=_client(request))

    async def playlist(self, request: Request) -> Response:
        """The same as a playlist."""
        session = self._sessions.known(request.path_params["session"])
        wanted = sound.place(request, session).index + PHASES_AT_ONCE
        if not session.measured:  # whoever asks again wants more
            count = max(PHASES_AT_ONCE, wanted - len(session.lengths))
            await self._queue.run(_client(request), lambda: session.measure(count))
        return sound.playlist(request, session)

    async def sound_part(self, request: Request) -> Response:
        """A part of that."""
        session = self._sessions.known(request.path_params["session"])
        return await sound.part(request, session, self._recordings, client=_client(request))


def _client(request: Request) -> str:
    return request.client.host if request.client else ""


async def _not_there(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    if error.status_code == 405:
        return problem(405, "this cannot be done here")
    return problem(error.status_code, "there is nothing here", "go to the start of the page")


async def _broken(request: Request, error: Exception) -> Response:
    where = f"{request.method} {request.scope['route'].path}" if "route" in request.scope else "?"
    print(f"a defect in {where}: {error!r}", file=sys.stderr)
    return problem(500, "something is wrong in earcoach itself", "look at the terminal it runs in")


def application(door: Door, *, begin: list[dict[str, str]], secure: bool) -> ASGIApp:
    """The whole server behind its door; `begin` is what the page opens with."""
    app = App(begin=begin, secure=secure)
    routes: list[BaseRoute] = app.routes()
    if door.key is not None:
        key = door.key

        async def to_the_page(request: Request) -> Response:
            return RedirectResponse(f"/{key}/")

        routes = [Route(f"/{key}", to_the_page), Mount(f"/{key}", routes=routes)]
    handlers: Any = {
        EarcoachError: explained,
        Refused: explained,
        HTTPException: _not_there,
        Exception: _broken,
    }
    inner = Starlette(routes=routes, exception_handlers=handlers, lifespan=app.lifespan)
    return Guarded(inner, door)
