"""The sound as it is sent: one stream for a media element, or a playlist of parts where a browser
wants that."""

import re
from collections.abc import AsyncIterator

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response, StreamingResponse

from earcoach.serve.answers import Refused
from earcoach.serve.recordings import BYTES_PER_S, Recording, Recordings
from earcoach.serve.sessions import Place, Session
from earcoach.streaming import FRAME_BYTES, frames, size
from earcoach.units import SAMPLE_RATE_HZ

MP3 = "audio/mpeg"
PLAYLIST = "application/vnd.apple.mpegurl"
RANGE = re.compile(r"bytes=(\d{1,15})-(\d{0,15})")
PART_BYTES = FRAME_BYTES * 250
"""Of a part of a playlist: six seconds of whole frames."""
PART_S = PART_BYTES / BYTES_PER_S
LONGEST_S = 100_000.0


def place(request: Request, session: Session) -> Place:
    """The place that is asked for. Raises Refused for none such."""
    index = request.path_params["phase"]
    if index >= session.phases:
        raise Refused(404, "there is no such place in the session", "choose it again")
    offset, rest = (frames(_seconds(request, name)) for name in ("at", "rest"))
    return Place(index=index, offset=offset, rest=rest)


def _seconds(request: Request, name: str) -> float:
    """A time of the query. Raises Refused for what is none."""
    try:
        seconds = float(request.query_params.get(name, "0"))
    except ValueError:
        raise Refused(400, f"`{name}` is no number of seconds") from None
    if not 0 <= seconds <= LONGEST_S:
        raise Refused(400, f"`{name}` is out of range")
    return seconds


def _skipped(request: Request) -> int:
    """The bytes of a stream that are over already when it is heard."""
    return round(_seconds(request, "skip") * BYTES_PER_S / FRAME_BYTES) * FRAME_BYTES


def stream(request: Request, session: Session, recordings: Recordings, *, client: str) -> Response:
    """The sound from a place on: of known length, and in ranges, once all of it is measured."""
    at, skip = place(request, session), _skipped(request)
    recording = recordings.recording(session, at)
    if not session.measured:
        heard = recordings.heard(recording, client, start=skip)
        return StreamingResponse(heard, media_type=MP3, headers={"accept-ranges": "none"})
    whole = max(0, size(session.known_after(at)) - skip)
    return _in_range(request.headers.get("range"), recording, recordings, client, skip, whole)


def _in_range(
    wanted: str | None,
    recording: Recording,
    recordings: Recordings,
    client: str,
    skip: int,
    whole: int,
) -> Response:
    headers = {"accept-ranges": "bytes"}
    found = RANGE.fullmatch(wanted or "")
    if found is None:
        heard = recordings.heard(recording, client, start=skip, stop=skip + whole)
        headers["content-length"] = str(whole)
        return StreamingResponse(heard, media_type=MP3, headers=headers)
    first = int(found[1])
    last = min(int(found[2] or whole - 1), whole - 1)
    if first >= whole or last < first:
        return Response(status_code=416, headers={"content-range": f"bytes */{whole}"})
    heard = recordings.heard(recording, client, start=skip + first, stop=skip + last + 1)
    headers |= {
        "content-length": str(last + 1 - first),
        "content-range": f"bytes {first}-{last}/{whole}",
    }
    return StreamingResponse(heard, 206, media_type=MP3, headers=headers)


def playlist(request: Request, session: Session) -> Response:
    """The sound from a place on as a list of parts, which grows until all is measured."""
    whole = size(session.known_after(place(request, session)))
    count = -(-whole // PART_BYTES) if session.measured else whole // PART_BYTES
    lines = [
        "#EXTM3U",
        "#EXT-X-VERSION:3",
        f"#EXT-X-TARGETDURATION:{round(PART_S) + 1}",
        "#EXT-X-MEDIA-SEQUENCE:0",
        "#EXT-X-PLAYLIST-TYPE:EVENT",
        "#EXT-X-START:TIME-OFFSET=0,PRECISE=YES",
    ]
    for number in range(count):
        length_s = min(PART_BYTES, whole - number * PART_BYTES) / BYTES_PER_S
        lines += [f"#EXTINF:{length_s:.3f},", f"part/{number}.mp3?{request.url.query}"]
    if session.measured:
        lines.append("#EXT-X-ENDLIST")
    return PlainTextResponse("\n".join(lines) + "\n", media_type=PLAYLIST)


async def part(
    request: Request, session: Session, recordings: Recordings, *, client: str
) -> Response:
    """A part of a playlist, with the time at which it is heard in front."""
    at = place(request, session)
    number = request.path_params["number"]
    start, stop = number * PART_BYTES, (number + 1) * PART_BYTES
    if session.measured:
        stop = min(stop, size(session.known_after(at)))
    if stop <= start or start / BYTES_PER_S > LONGEST_S:
        raise Refused(404, "there is no such part")
    recording = recordings.recording(session, at)

    async def with_time() -> AsyncIterator[bytes]:
        yield _time_tag(number)
        async for data in recordings.heard(recording, client, start=start, stop=stop):
            yield data

    return StreamingResponse(with_time(), media_type=MP3)


OWNER = b"com.apple.streaming.transportStreamTimestamp\0"
TICKS_HZ = 90_000


def _time_tag(number: int) -> bytes:
    """An ID3 tag as playlists want it before a part: when it is heard, in 90 kHz."""
    samples = number * PART_BYTES // FRAME_BYTES * 1152
    ticks = samples * TICKS_HZ // SAMPLE_RATE_HZ
    body = OWNER + (ticks % 2**33).to_bytes(8, "big")
    frame = b"PRIV" + _synchsafe(len(body)) + b"\0\0" + body
    return b"ID3\x04\0\0" + _synchsafe(len(frame)) + frame


def _synchsafe(number: int) -> bytes:
    return bytes((number >> shift) & 127 for shift in (21, 14, 7, 0))
