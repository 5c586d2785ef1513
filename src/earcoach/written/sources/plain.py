"""Plain text and Markdown, in any encoding; a routine of our own in it is found."""

import json
from contextlib import suppress
from pathlib import PurePath
from typing import NoReturn

from earcoach.errors import EarcoachError
from earcoach.written.source import SourceText, lines_of
from earcoach.written.sources.decoding import decoded, is_text
from earcoach.written.sources.original import Original, RoutineText
from earcoach.written.sources.own_format import routine_in

MOST_CHARACTERS = 2_000_000
"""Of a text; the whole of a thick book is more."""

READ = "text, Markdown, HTML, PDF, CSV and XLSX are read: save it as one of these"


def read_plain(original: Original) -> SourceText | RoutineText:
    """A text as lines, or the routine in it. Raises EarcoachError when it is too long."""
    text = text_of(original)
    routine = routine_in(text)
    if routine is not None:
        return RoutineText(text=routine, name=original.name)
    return lines_of(text, name=original.name, title=title_of(original))


def is_json(original: Original) -> bool:
    """Whether this is the data of some program."""
    if original.data.lstrip()[:1] in (b"{", b"["):
        with suppress(ValueError, RecursionError):
            return isinstance(json.loads(text_of(original)), dict | list)
    return False


def refuse_json(original: Original) -> NoReturn:
    """Raises EarcoachError: what a program means by its data nobody can guess."""
    raise EarcoachError(
        f"`{original.name}` is JSON of a program that is not known",
        cure="export it as CSV or text there",
    )


def text_of(original: Original) -> str:
    """The characters of a text. Raises EarcoachError when it is none, or too long."""
    if not is_text(original.data):
        raise EarcoachError(f"`{original.name}` is not text", cure=READ)
    text = decoded(original.data, original.charset)
    if len(text) > MOST_CHARACTERS:
        raise EarcoachError(
            f"`{original.name}` is longer than {MOST_CHARACTERS // 1_000_000} million characters",
            cure="a workout is a page or two of text: is this the right one?",
        )
    return text


def title_of(original: Original) -> str | None:
    """What the name of a file says of its workout: `leg-day.txt` is Leg day."""
    if not original.suffix:
        return None
    words = PurePath(original.name).stem.replace("_", " ").replace("-", " ").split()
    title = " ".join(words)
    return title[:1].upper() + title[1:] or None
