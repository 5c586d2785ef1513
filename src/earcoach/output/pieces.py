"""Pieces: a session cut where each exercise is announced, and the names of their files."""

import unicodedata

from earcoach.output.metadata import FilePiece
from earcoach.timeline.chapters import chapters
from earcoach.timeline.schedule import Timeline

MOST_BYTES = 120
"""Of the title in a file's name; file systems take 255 for the whole name."""


def pieces(timeline: Timeline) -> tuple[FilePiece, ...]:
    """The pieces of a session, which tile it: one for each exercise, with all that announces it,
    and one for the introduction."""
    titles = {_phase_onset(timeline, c.onset): c.title for c in chapters(timeline, timeline.words)}
    ends = [*list(titles)[1:], timeline.length]
    return tuple(
        FilePiece(number=number, of=len(titles), onset=onset, end=end, title=titles[onset])
        for number, (onset, end) in enumerate(zip(titles, ends, strict=True), start=1)
    )


def _phase_onset(timeline: Timeline, frame: int) -> int:
    """A section and its first exercise are announced in one phase, which is not cut."""
    return next(timeline.over(frame, frame + 1)).onset


def file_stem(piece: FilePiece) -> str:
    """`03 Squat left`: sorted as they are heard, and good on every file system."""
    kept = (c if _is_harmless(c) else " " for c in unicodedata.normalize("NFC", piece.title))
    title = " ".join("".join(kept).split()).encode()[:MOST_BYTES].decode(errors="ignore")
    digits = max(2, len(str(piece.of)))
    return f"{piece.number:0{digits}} {title}".strip()


def _is_harmless(character: str) -> bool:
    """Letters of every script, their marks, digits, and what no system gives a meaning."""
    return unicodedata.category(character)[0] in "LMN" or character in "-'()"
