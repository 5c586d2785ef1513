"""The sound as it is sent: one stream for a media element, or a playlist of parts where a browser
wants that."""

import re
from collections.abc import AsyncIterator

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response, StreamingResponse

from earcoach.serve.answers import Refused
from earcoach.serve.recordings import Recordings, StreamStart
from earcoach.serve.sessions import Session
from earcoach.streaming import Stream

MP3 = "audio/mpeg"
PLAYLIST = "application/vnd.apple.mpegurl"
RANGE = re.compile(r"bytes=(\d{1,15})-(\d{0,15})")
PART_FRAMES = 250
"""Of MP3 in a part of a playlist: six seconds."""
LONGEST_S = 100_000.0


def stream_start(request: Request, session: Session) -> StreamStart:
    """The place that is asked for. Raises Refused for none such."""
    phase, asked = request.path_params["phase"], request.query_params
    if phase >= session.phases:
        raise Refused(404, "there is no such place in the session", "choose it again")
    return StreamStart(
        phase=phase,
        start_s=_seconds(request, "at"),
        counted_in="lead" in asked,
        pace=asked.get("pace"),
        commands=tuple(asked.getlist("do")),
        music_s=_seconds(request, "music"),
    )


def _seconds(request: Request, name: str) -> float:
    """A time of the query. Raises Refused for what is none."""
    try:
        seconds = float(request.query_params.get(name, "0"))
    except ValueError:
        raise Refused(400, f"`{name}` is not a number of seconds") from None
    if not 0 <= seconds <= LONGEST_S:
        raise Refused(400, f"`{name}` is out of range")
    return seconds


async def stream(
    request: Request, session: Session, recordings: Recordings, *, client: str
) -> Response:
    """The sound from a place on: of known length, and in ranges, once all of it is measured."""
    recording, recorded = await recordings.recording(
        session, stream_start(request, session), client
    )
    if not session.measured:
        heard = recordings.heard(recording, client)
        return StreamingResponse(heard, media_type=MP3, headers={"accept-ranges": "none"})
    size = recorded.size(session.lengths)
    wanted, headers = range(size), {"accept-ranges": "bytes"}
    if found := RANGE.fullmatch(request.headers.get("range", "")):
        wanted = range(int(found[1]), min(int(found[2] or size - 1), size - 1) + 1)
        if not wanted:
            return Response(status_code=416, headers={"content-range": f"bytes */{size}"})
        headers["content-range"] = f"bytes {wanted.start}-{wanted.stop - 1}/{size}"
    headers["content-length"] = str(len(wanted))
    heard = recordings.heard(recording, client, start=wanted.start, stop=wanted.stop)
    status = 206 if found else 200
    return StreamingResponse(heard, status, media_type=MP3, headers=headers)


async def playlist(
    request: Request, session: Session, recordings: Recordings, *, client: str
) -> Response:
    """The sound from a place on as a list of parts, which grows until all is measured."""
    _, recorded = await recordings.recording(session, stream_start(request, session), client)
    size, part_bytes = recorded.size(session.lengths), _part_bytes(recorded)
    count = -(-size // part_bytes) if session.measured else size // part_bytes
    lines = [
        "#EXTM3U",
        "#EXT-X-VERSION:3",
        f"#EXT-X-TARGETDURATION:{round(part_bytes / recorded.bytes_per_s) + 1}",
        "#EXT-X-MEDIA-SEQUENCE:0",
        "#EXT-X-PLAYLIST-TYPE:EVENT",
        "#EXT-X-START:TIME-OFFSET=0,PRECISE=YES",
    ]
    for number in range(count):
        length_s = min(part_bytes, size - number * part_bytes) / recorded.bytes_per_s
        lines += [f"#EXTINF:{length_s:.3f},", f"part/{number}.mp3?{request.url.query}"]
    if session.measured:
        lines.append("#EXT-X-ENDLIST")
    return PlainTextResponse("\n".join(lines) + "\n", media_type=PLAYLIST)


def _part_bytes(recorded: Stream) -> int:
    return recorded.frame_bytes * PART_FRAMES


async def part(
    request: Request, session: Session, recordings: Recordings, *, client: str
) -> Response:
    """A part of a playlist, with the time at which it is heard in front."""
    recording, recorded = await recordings.recording(
        session, stream_start(request, session), client
    )
    number = request.path_params["number"]
    start, stop = (_part_bytes(recorded) * (number + n) for n in (0, 1))
    if session.measured:
        stop = min(stop, recorded.size(session.lengths))
    if stop <= start or start / recorded.bytes_per_s > LONGEST_S:
        raise Refused(404, "there is no such part")

    async def with_time() -> AsyncIterator[bytes]:
        yield _time_tag(number)
        async for data in recordings.heard(recording, client, start=start, stop=stop):
            yield data

    return StreamingResponse(with_time(), media_type=MP3)


OWNER = b"com.apple.streaming.transportStreamTimestamp\0"
TICKS = 90 * 24
"""Of 90 kHz in a frame of MP3, which lasts 24 ms."""


def _time_tag(number: int) -> bytes:
    """An ID3 tag as playlists want it before a part: when it is heard, in 90 kHz."""
    body = OWNER + (number * PART_FRAMES * TICKS % 2**33).to_bytes(8, "big")
    frame = b"PRIV" + _synchsafe(len(body)) + b"\0\0" + body
    return b"ID3\x04\0\0" + _synchsafe(len(frame)) + frame


def _synchsafe(number: int) -> bytes:
    return bytes((number >> shift) & 127 for shift in (21, 14, 7, 0))
