"""The tempo of a rep: `3-1-1-0`, `3110`, `30X1` or three parts (`3-1-1`)."""

import re

from earcoach.routine.model import Tempo
from earcoach.routine.prescription.cursor import Cursor
from earcoach.routine.prescription.tokens import plain

MAX_TEMPO_S = 30
_UNMISTAKABLE = re.compile(r"[0-9]{2}x[0-9x]")
_DIGITS = re.compile(r"[1-6x][0-5][0-6x][0-5x]")  # not `1x10`
_USUAL = re.compile(r"[0-9x]{4}|[0-9x](?:[-/.][0-9x]){3}")


def tempo(c: Cursor) -> Tempo | None:
    """A tempo, if one stands here."""
    token, end = c.here, 0
    while c.here.kind in ("number", "clock") or re.fullmatch("[-:/]|x+", c.here.text):
        end = c.here.end
        c.at += 1
    if not end:
        return None
    text = plain(c.text[token.offset : end])
    found = _tempo(text)
    if found is None:
        raise c.misread(
            f"`{text}` is not a tempo",
            since=token,
            code="R207",
            cure="write the seconds of lowering, pause, lifting, pause: `3-1-1-0`",
        )
    return found


def usual_tempo(c: Cursor, *, bare: bool, in_sets: bool) -> Tempo | None:
    """A tempo in its four-part form after an `@`; a `bare` one is named, or can be nothing else.

    After sets and their reps four small digits are that too: `3 x 8, 3110`.
    """
    start = c.here.offset
    match = _USUAL.match(plain(c.text[start : start + 12]))
    if not match:
        return None
    end = start + match.end()
    while c.here.kind != "end" and c.here.end <= end:
        c.at += 1
    if c.end != end or (c.here.offset == end and _goes_on(c)):
        return None
    clear = not bare or _UNMISTAKABLE.fullmatch(match[0]) is not None
    if not clear and in_sets and _DIGITS.fullmatch(match[0]):
        w = c.words
        clear = not c.sees(w.kilograms, w.pounds, w.metres, w.seconds, w.calories, w.reps)
    if not c.said(c.words.tempo) and not clear:
        return None
    return _tempo(match[0].replace(".", "-"))


def _goes_on(c: Cursor) -> bool:
    token = c.here
    return token.kind in ("number", "letters", "clock") or token.text in ("-", "/", ":", "%")


def _tempo(text: str) -> Tempo | None:
    parts = re.split(r"\s*[-:/]\s*|\s+", text)
    if len(parts) == 1:
        parts = list(text)
    seconds = [
        1 if part == "x" else int(part) if re.fullmatch(r"\d\d?", part) else -1 for part in parts
    ]
    in_range = all(0 <= s <= MAX_TEMPO_S for s in seconds)
    if len(parts) not in (3, 4) or not in_range or sum(seconds) < 1:
        return None
    seconds += [0] * (4 - len(seconds))
    return Tempo("-".join(part.upper() for part in [*parts, "0"][:4]), *seconds)
