"""A page to play a session: one HTML file with the sound in it, which needs no network."""

import base64
import binascii
import hashlib
import html
import shutil
import tempfile
from itertools import groupby
from pathlib import Path
from string import Template

from earcoach.output.cover import cover
from earcoach.output.formats.page_session import ListedExercise, listed_exercises, session_json
from earcoach.output.metadata import Metadata
from earcoach.units import format_clock

PLAYER = Path(__file__).with_name("player")
LABELS = (
    *("timer", "then", "player", "seek", "back", "play", "forward", "repeat"),
    *("exercises", "another_pace", "file_no_script"),
    *("key_space", "key_toggle", "key_next", "key_back", "key_repeat"),
)
"""What the page says whatever is played."""
TIME_LEFT = '<b id="session-left"></b>'
CHUNK = 3 * 2**16
"""Bytes of sound at a time: whole groups of three, which base64 makes four of."""

AUDIO = "$audio"
"""Where in the page its sound is. What comes before and after it is text."""


def write_page(path: Path, metadata: Metadata) -> None:
    """Make an MP3 file a page with a player for the session, with the sound in it."""
    before, after = _page_around_audio(metadata)
    with tempfile.TemporaryFile(dir=path.parent) as sound:
        with path.open("rb") as mp3:
            shutil.copyfileobj(mp3, sound)
        sound.seek(0)
        with path.open("wb") as page:
            page.write(before)
            while chunk := sound.read(CHUNK):
                page.write(binascii.b2a_base64(chunk, newline=False))
            page.write(after)


def _page_around_audio(metadata: Metadata) -> tuple[bytes, bytes]:
    """The page up to its sound, and from there on."""
    style, script, words = _part("player.css"), _part("player.js"), metadata.words
    values = {
        **{name: html.escape(words.label(name)) for name in LABELS},
        "time_left": words.label("time_left", time=TIME_LEFT),
        "language": words.language.code,
        "policy": _policy(style, script),
        "title": html.escape(metadata.title),
        "cover": base64.b64encode(cover(metadata)).decode(),
        "session": session_json(metadata),
        "list": _exercises(metadata),
        "style": style,
        "script": script,
    }
    before, after = (
        Template(part).substitute(values) for part in _part("player.html").split(AUDIO)
    )
    return before.encode(), after.encode()


def _exercises(metadata: Metadata) -> str:
    """The list of exercises, which is there without any script."""
    rows = []
    for name, exercises in groupby(listed_exercises(metadata), key=lambda one: one.section):
        items = "".join(map(_item, exercises))
        rows.append(f'<h3 dir="auto">{html.escape(name)}</h3>\n<ol role="list">\n{items}</ol>\n')
    return "".join(rows)


def _item(exercise: ListedExercise) -> str:
    name, dose = html.escape(exercise.name), html.escape(exercise.dose)
    time = format_clock(exercise.onset_s)
    return f'<li><b dir="auto">{name}</b> <time>{time}</time> <span dir="auto">{dose}</span></li>\n'


def _part(name: str) -> str:
    return (PLAYER / name).read_text(encoding="utf-8")


def _policy(style: str, script: str) -> str:
    """Nothing but the page's own style, script, sound and picture, and no network at all."""
    return (
        f"default-src 'none'; style-src '{_digest(style)}'; script-src '{_digest(script)}'; "
        "media-src blob: data:; img-src data:; base-uri 'none'; form-action 'none'"
    )


def _digest(source: str) -> str:
    return f"sha256-{base64.b64encode(hashlib.sha256(source.encode()).digest()).decode()}"
