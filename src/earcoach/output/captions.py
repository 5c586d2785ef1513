"""Captions: what is said, and when, for players that show it alongside the sound."""

from collections.abc import Iterator

from earcoach.output.metadata import ARTIST, Metadata
from earcoach.units import FRAMES_PER_MS

FRAMES_PER_CS = 10 * FRAMES_PER_MS
VTT_ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})
LRC_BRACKETS = str.maketrans("[]", "()")
"""LRC has no escapes, and whatever is in square brackets is a tag."""


def webvtt(metadata: Metadata) -> str:
    """The captions as WebVTT: browsers and video players."""
    return "\n\n".join(_vtt_blocks(metadata)) + "\n"


def _vtt_blocks(metadata: Metadata) -> Iterator[str]:
    yield f"WEBVTT - {on_one_line(metadata.title).translate(VTT_ESCAPES)}"
    for said in metadata.said():
        onset, end = (round(frames / FRAMES_PER_MS) for frames in (said.onset, said.end))
        times = f"{_vtt_time(onset)} --> {_vtt_time(max(end, onset + 1))}"
        yield f"{times}\n{on_one_line(said.text).translate(VTT_ESCAPES)}"


def _vtt_time(ms: int) -> str:
    minutes, ms = divmod(ms, 60_000)
    return f"{minutes // 60:02}:{minutes % 60:02}:{ms // 1000:02}.{ms % 1000:03}"


def lrc(metadata: Metadata) -> str:
    """The captions as LRC: music players that show lyrics. Minutes go on beyond an hour."""
    return "".join(f"{line}\n" for line in _lrc_lines(metadata))


def _lrc_lines(metadata: Metadata) -> Iterator[str]:
    yield f"[ti:{_lrc_text(metadata.title)}]"
    yield f"[ar:{ARTIST}]"
    yield f"[al:{_lrc_text(metadata.album)}]"
    yield f"[length:{_lrc_time(metadata.length)}]"
    for said in metadata.said():
        yield f"[{_lrc_time(said.onset)}]{_lrc_text(said.text)}"


def _lrc_text(text: str) -> str:
    return on_one_line(text).translate(LRC_BRACKETS)


def _lrc_time(frames: int) -> str:
    minutes, cs = divmod(round(frames / FRAMES_PER_CS), 6000)
    return f"{minutes:02}:{cs // 100:02}.{cs % 100:02}"


def on_one_line(text: str) -> str:
    """The text with every stretch of white space as one space."""
    return " ".join(text.split())
