"""A page to play a session: one HTML file with the sound in it, which needs no network."""

import base64
import binascii
import hashlib
import html
import json
from collections.abc import Iterator
from pathlib import Path
from string import Template
from typing import Any, BinaryIO

from earcoach.output.cover import cover
from earcoach.output.formats.encoding import Encoding
from earcoach.output.formats.mp3 import Mp3Sink
from earcoach.output.metadata import Metadata
from earcoach.plan.phases import Bout, Finish, Gap, Intro, Work
from earcoach.timeline.cuesheet import laid_json, rounded_s
from earcoach.timeline.schedule import Timeline
from earcoach.timeline.wording.doses import dose

PLAYER = Path(__file__).with_name("player")
AUDIO = "$audio"
"""Where in the page its sound is. What comes before it and after it is text."""


def page_sink(path: Path, encoding: Encoding, recording: Metadata) -> Mp3Sink:
    """A new page with a player for the session, whose sound is MP3."""
    before, after = _page_around_audio(recording)
    path.write_bytes(before)
    return Mp3Sink(Base64File(path.open("ab"), after), encoding)


class Base64File:
    """Appends bytes to a text as base64 and, when all are there, the rest of the text."""

    def __init__(self, file: BinaryIO, rest: bytes) -> None:
        """Write to an open file, which is closed in the end."""
        self._file, self._rest, self._odd = file, rest, b""

    def write(self, data: bytes) -> None:
        """Write whole groups of three bytes; what is over waits for more."""
        data = self._odd + data
        whole = len(data) - len(data) % 3
        self._odd = data[whole:]
        self._file.write(binascii.b2a_base64(data[:whole], newline=False))

    def close(self) -> None:
        """Write what is over and the rest of the text."""
        with self._file:
            self._file.write(base64.b64encode(self._odd) + self._rest)


def _page_around_audio(recording: Metadata) -> tuple[bytes, bytes]:
    """The page up to its sound, and from there on."""
    style, script = _part("player.css"), _part("player.js")
    values = {
        "policy": _policy(style, script),
        "title": html.escape(recording.title),
        "cover": base64.b64encode(cover(recording)).decode(),
        "session": _session_json(recording),
        "style": style,
        "script": script,
    }
    before, after = (
        Template(part).substitute(values) for part in _part("player.html").split(AUDIO)
    )
    return before.encode(), after.encode()


def _part(name: str) -> str:
    return (PLAYER / name).read_text(encoding="utf-8")


def _policy(style: str, script: str) -> str:
    """Nothing but the page's own style, script, sound and picture, and no network at all."""
    return (
        f"default-src 'none'; style-src '{_digest(style)}'; script-src '{_digest(script)}'; "
        "media-src blob:; img-src data:; base-uri 'none'; form-action 'none'"
    )


def _digest(source: str) -> str:
    return f"sha256-{base64.b64encode(hashlib.sha256(source.encode()).digest()).decode()}"


def _session_json(recording: Metadata) -> str:
    """What the player shows, without what could end the element it is in."""
    session = {
        "title": recording.title,
        "length_s": rounded_s(recording.length),
        "phases": [laid_json(placed) for placed in recording.timeline],
        "exercises": list(_exercises(recording.timeline)),
        "said": [[rounded_s(said.onset), said.text] for said in recording.said()],
    }
    return json.dumps(session, separators=(",", ":")).replace("<", r"\u003c")


def _exercises(timeline: Timeline) -> Iterator[dict[str, Any]]:
    """The number of each phase that announces another exercise, and how much of it is done."""
    before: Bout | None = None
    for number, phase in enumerate(timeline.plan.phases):
        match phase:
            case Gap(bout=bout) | Work(bout=bout):
                if before is None or not bout.same_exercise(before):
                    yield {"phase": number, "dose": dose(bout, timeline.words)}
                before = bout
            case Intro() | Finish():
                pass
