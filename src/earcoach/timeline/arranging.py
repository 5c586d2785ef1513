"""Cues brought into one layout: one after another, one voice at a time, remarks where they fit."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import accumulate

from earcoach.timeline.cues import IMPORTANCE, Cue, Layout, Role
from earcoach.units import frames_of_ms

BREATH = frames_of_ms(250)
"""Between two phrases."""


def layout_of(length: int, cues: Iterable[Cue]) -> Layout:
    """The cues by onset; left out is what would stick out, or be said into something important."""
    inside = sorted((cue for cue in cues if cue.end <= length), key=lambda cue: cue.onset)
    said = _one_voice(cue for cue in inside if cue.spoken)
    return Layout(length=length, cues=tuple(c for c in inside if not c.spoken or c in said))


def _one_voice(speech: Iterable[Cue]) -> set[Cue]:
    """Of speech by onset, what one voice can say: where two overlap, the more important."""
    said: list[Cue] = []
    for cue in speech:
        if said and cue.onset < said[-1].end:
            if IMPORTANCE[cue.role] <= IMPORTANCE[said[-1].role]:
                continue
            said.pop()
        said.append(cue)
    return set(said)


def moved(cue: Cue, onset: int) -> Cue:
    """The same, at another frame."""
    return replace(cue, onset=onset)


def with_remarks(length: int, cues: Sequence[Cue], remarks: Sequence[Cue]) -> list[Cue]:
    """The cues with as many remarks as fit whole between them, spread over the length."""
    found = list(cues)
    for place, remark in enumerate(remarks, start=1):
        onset = _free_from(length * place // (len(remarks) + 1), length, found, remark.length)
        if onset is not None:
            found.append(moved(remark, onset))
    return found


def _free_from(start: int, length: int, cues: Iterable[Cue], needed: int) -> int | None:
    """The first frame from a place on at which this many are free, with a breath at both ends."""
    busy = sorted((cue.onset, cue.end) for cue in cues if not _soft(cue))
    first = max(0, bisect_right(busy, (start, length)) - 1)
    ends = list(accumulate((end for _, end in busy), max))  # a tick may come inside a number
    onsets = [*(onset for onset, _ in busy[1:]), length]
    for end, onset in zip(ends[first:], onsets[first:], strict=True):
        begin = max(start, end + BREATH)
        if begin + needed + BREATH <= onset:
            return begin
    return None


def _soft(cue: Cue) -> bool:
    """Whether one can speak over it: the ticks of a tempo."""
    return cue.role is Role.TEMPO and not cue.spoken
