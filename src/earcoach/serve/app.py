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

from earcoach import Coach, EarcoachError, streaming
from earcoach.serve import sound
from earcoach.serve.answers import (
    Refused,
    body_of,
    explained,
    json_of,
    mistake_json,
    problem,
    text_in,
)
from earcoach.serve.downloads import Downloads, file_name
from earcoach.serve.guard import Door, Guarded
from earcoach.serve.page_text import PageText, part_of_page
from earcoach.serve.queue import FairQueue
from earcoach.serve.recordings import Recordings
from earcoach.serve.routines import ListedRoutines
from earcoach.serve.sessions import Session, Sessions

MOST_TEXT = 200_000
MOST_FILE = 5_000_000
PHASES_AT_ONCE = 8
AT_ONCE, WRITTEN_AT_ONCE = 3, 2
"""Pieces of work, and files: one more than one client may have under way."""


class App:
    """The answers, and what they share."""

    def __init__(self, page_text: PageText) -> None:
        self._page_text = page_text
        self._queue = FairQueue(at_once=max(AT_ONCE, os.cpu_count() or 0), name="work")
        self._writing = FairQueue(at_once=WRITTEN_AT_ONCE, name="writing")
        self._sessions = Sessions()
        self._recordings = Recordings(self._queue)
        self._downloads = Downloads()
        self._listed = ListedRoutines()

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
            Route(f"{one}/{{phase:int}}/sound.json", self.places),
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
        return HTMLResponse(self._page_text.document(accepted))

    async def part(self, request: Request) -> Response:
        """A script or a style of it."""
        found = part_of_page(request.path_params["name"])
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
        kept = await self._queue.run(_client(request), lambda: Coach.keep(document, name))
        return JSONResponse({"name": kept}, 201)

    async def read(self, request: Request) -> Response:
        """What is understood of a text or a file."""
        data = await body_of(request, most=MOST_FILE)
        name = request.query_params.get("file", "")[:200]
        told = await self._queue.run(_client(request), lambda: Coach.understand(data, name))
        mistakes = [mistake_json(mistake) for mistake in told["mistakes"]]
        return JSONResponse(told | {"mistakes": mistakes})

    # -- sessions ----------------------------------------------------------------------------

    async def session(self, request: Request) -> Response:
        """A session of a routine with settings."""
        asked, client = await json_of(request, most=MOST_TEXT), _client(request)
        return JSONResponse(await self._queue.run(client, lambda: self._chosen(asked, client)))

    def _chosen(self, asked: dict[str, Any], client: str) -> dict[str, Any]:
        session = self._sessions.session(asked, client=client)
        return {"id": session.id, **streaming.shown(session.coach)}

    def _known(self, request: Request) -> Session:
        return self._sessions.known(request.path_params["session"], client=_client(request))

    async def lengths(self, request: Request) -> Response:
        """The exact lengths of all phases in seconds, as planned and as heard, a line for some of
        them as they are known, and what had to be done otherwise."""
        session, client = self._known(request), _client(request)
        if not session.lengths:  # what goes wrong with a voice is told by the status
            await self._queue.run(client, lambda: session.measure(1))

        async def lines() -> AsyncIterator[str]:
            told = 0
            while True:
                new = session.lengths[told:]
                told += len(new)
                lengths = [(length.planned_s, length.heard_s) for length in new]
                yield json.dumps({"lengths": lengths, "notices": session.notices}) + "\n"
                if told == session.phases:
                    return
                await self._queue.run(client, lambda: session.measure(1))  # sound comes in between

        return StreamingResponse(lines(), media_type="application/x-ndjson")

    async def file(self, request: Request) -> Response:
        """The session as a file."""
        session = self._known(request)
        suffix = f".{request.path_params['suffix']}"
        path = await self._writing.run(
            _client(request), lambda: self._downloads.file(session, suffix)
        )
        name = file_name(session.coach.plan.routine.title, suffix)
        return FileResponse(path, filename=name, media_type="application/octet-stream")

    # -- sound -------------------------------------------------------------------------------

    async def stream(self, request: Request) -> Response:
        """The sound from a place on."""
        session = self._known(request)
        return await sound.stream(request, session, self._recordings, client=_client(request))

    async def places(self, request: Request) -> Response:
        """Where the phases are in that."""
        session, client = self._known(request), _client(request)
        place = sound.stream_start(request, session)
        _, recorded = await self._recordings.recording(session, place, client)
        return JSONResponse(recorded.places())

    async def playlist(self, request: Request) -> Response:
        """The same as a playlist."""
        session, client = self._known(request), _client(request)
        wanted = sound.stream_start(request, session).phase + PHASES_AT_ONCE
        if not session.measured:  # whoever asks again wants more
            count = max(PHASES_AT_ONCE, wanted - len(session.lengths))
            await self._queue.run(client, lambda: session.measure(count))
        return await sound.playlist(request, session, self._recordings, client=client)

    async def sound_part(self, request: Request) -> Response:
        """A part of that."""
        session = self._known(request)
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


def application(door: Door, page_text: PageText) -> ASGIApp:
    """The whole server behind its door."""
    app = App(page_text)
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
