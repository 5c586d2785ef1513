"""A page to play a session: one HTML file with the sound in it, which needs no network."""

import base64
import binascii
import hashlib
import html
import json
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path
from string import Template
from typing import Any

from earcoach.output.cover import cover
from earcoach.output.metadata import Metadata
from earcoach.plan.phases import Kind
from earcoach.timeline.cuesheet import laid_json, rounded_s
from earcoach.timeline.schedule import Timeline
from earcoach.timeline.wording.doses import dose

PLAYER = Path(__file__).with_name("player")
CHUNK = 3 * 2**16
"""Bytes of sound at a time: whole groups of three, which base64 makes four of."""

AUDIO = "$audio"
"""Where in the page its sound is. What comes before it and behind it is text."""


def write_page(path: Path, recording: Metadata) -> None:
    """Make an MP3 file a page with a player for the session, with the sound in it."""
    before, after = _page_around_audio(recording)
    with tempfile.TemporaryFile(dir=path.parent) as sound:
        with path.open("rb") as mp3:
            shutil.copyfileobj(mp3, sound)
        sound.seek(0)
        with path.open("wb") as page:
            page.write(before)
            while chunk := sound.read(CHUNK):
                page.write(binascii.b2a_base64(chunk, newline=False))
            page.write(after)


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
    announced = None
    for number, phase in enumerate(timeline.plan.phases):
        if phase.kind is not Kind.INTRO and phase.new_exercise and phase.bout is not announced:
            announced = phase.bout
            assert announced is not None
            yield {"phase": number, "dose": dose(announced, timeline.scheduler.words)}
