"""Answers: JSON, or a status with what went wrong, its place and a cure."""

import asyncio
import json
from typing import Any

from starlette.requests import ClientDisconnect, Request
from starlette.responses import JSONResponse, Response

from earcoach import Diagnostic, EarcoachError, InvalidRoutine, UsageError

BODY_WITHIN_S = 20.0


class Refused(Exception):
    """A request that cannot be granted: a status, a message and a cure."""

    def __init__(self, status: int, message: str, cure: str | None = None) -> None:
        super().__init__(message)
        self.status, self.message, self.cure = status, message, cure


def problem(
    status: int, message: str, cure: str | None = None, mistakes: tuple[Diagnostic, ...] = ()
) -> Response:
    """What went wrong, for the page to show."""
    told: dict[str, Any] = {"error": message, "cure": cure}
    if mistakes:
        told["mistakes"] = [mistake_json(mistake) for mistake in mistakes]
    headers = {"connection": "close"} if status in (408, 413) else {}
    return JSONResponse(told, status, headers=headers)


def mistake_json(mistake: Diagnostic) -> dict[str, Any]:
    """A mistake with its place."""
    return {
        "code": mistake.code,
        "message": mistake.message,
        "line": mistake.place.line,
        "column": mistake.place.column,
        "length": mistake.place.length,
        "cure": mistake.cure,
    }


async def explained(request: Request, error: Exception) -> Response:
    """The answer to a request that failed in a way that a user can act on."""
    match error:
        case InvalidRoutine(diagnostics=diagnostics):
            count = len(diagnostics)
            said = "a mistake" if count == 1 else f"{count} mistakes"
            return problem(422, f"the routine has {said}", None, diagnostics)
        case Refused(status=status, message=message, cure=cure):
            return problem(status, message, cure)
        case UsageError(message=message, cure=cure):
            return problem(400, message, cure)
        case EarcoachError(message=message, cure=cure):
            return problem(422, message, cure)
    raise error


async def body_of(request: Request, *, most: int) -> bytes:
    """The body of a request. Raises Refused for one that is too large or too slow."""
    declared = request.headers.get("content-length", "0")
    if declared.isdigit() and int(declared) > most:
        raise _too_large(most)
    try:
        async with asyncio.timeout(BODY_WITHIN_S):
            return await _read(request, most)
    except TimeoutError:
        raise Refused(408, "the text came too slowly", "try again") from None
    except ClientDisconnect:
        raise Refused(400, "the connection was closed") from None


async def _read(request: Request, most: int) -> bytes:
    data = bytearray()
    async for chunk in request.stream():
        data += chunk
        if len(data) > most:
            raise _too_large(most)
    return bytes(data)


def _too_large(most: int) -> Refused:
    size = f"{most // 1000} kB" if most < 1_000_000 else f"{most // 1_000_000} MB"
    return Refused(413, f"this is larger than {size}", "a workout is a page or two of text")


async def json_of(request: Request, *, most: int) -> dict[str, Any]:
    """The object in the body of a request. Raises Refused when there is none."""
    data = await body_of(request, most=most)
    try:
        found = json.loads(data)
    except (ValueError, RecursionError):
        raise Refused(400, "this is not JSON") from None
    if not isinstance(found, dict):
        raise Refused(400, "this is not a JSON object")
    return found


def text_in(found: dict[str, Any], name: str) -> str:
    """A text of an object. Raises Refused when there is none."""
    value = found.get(name)
    if not isinstance(value, str):
        raise Refused(400, f"`{name}` is missing", f"send a text as `{name}`")
    return value
