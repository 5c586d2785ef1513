"""A session as a stream: MP3 from any place of it, made as it is heard.

A place is the number of a phase and the frames that are over of it. Nothing before that phase is
laid out, so that the first sound comes as soon at the end of a session as at its start.
"""

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from itertools import pairwise
from typing import Any

import numpy as np

from earcoach.audio.mixer import Mixer
from earcoach.coach import Coach
from earcoach.output.formats.mp3 import DELAY, FRAME, Mp3Encoder
from earcoach.output.formats.page_session import shown_exercises, shown_phases
from earcoach.plan.doses import CountedReps
from earcoach.plan.phases import Gap, Work
from earcoach.timeline.cues import Layout, Role
from earcoach.timeline.cuesheet import phase_json
from earcoach.timeline.schedule import Timeline
from earcoach.units import FRAMES_PER_MS, SAMPLE_RATE_HZ, seconds_of_frames

BITRATE_KBPS = 64
FRAME_BYTES = BITRATE_KBPS * 1000 // 8 * FRAME // SAMPLE_RATE_HZ
"""Of a frame of MP3, every one the same: a place in time is a place in the file."""
BLOCK = SAMPLE_RATE_HZ // 2


def shown(coach: Coach) -> dict[str, Any]:
    """What a player shows of a session, known without a voice: lengths are estimates."""
    plan, words, about = coach.plan, coach.words, coach.estimate
    told = shown_phases(plan.phases, words)
    return {
        "title": plan.routine.title,
        "language": words.language.code,
        "equipment": list(plan.routine.equipment),
        "about_s": about.length_s,
        "phases": [
            phase_json(phase) | told_of | {"about_s": seconds_of_frames(length)}
            for phase, told_of, length in zip(plan.phases, told, about.lengths, strict=True)
        ],
        "exercises": [*shown_exercises(plan.phases, words)],
    }


class Stream:
    """The sound of a session from a place on, after `rest` frames of silence."""

    def __init__(self, coach: Coach, index: int = 0, offset: int = 0, *, rest: int = 0) -> None:
        """Lay out nothing yet; a place after the end is the end."""
        whole = coach.timeline
        self._first = _anchor(whole, min(max(index, 0), len(whole) - 1))
        plan = replace(whole.plan, phases=whole.plan.phases[self._first :])
        self.timeline = Timeline(plan, whole.scheduler)
        self._coach, self._rest = coach, rest
        self._index, self._offset = index - self._first, max(0, offset)

    @property
    def start(self) -> int:
        """The first frame that is heard, of the stream's own timeline."""
        placed = self.timeline[min(self._index, len(self.timeline) - 1)]
        return placed.onset + min(self._offset, placed.length)

    def mp3(self) -> Iterator[bytes]:
        """Its bytes, piece by piece, each made when it is asked for."""
        encoder = Mp3Encoder(channels=1, bitrate_kbps=BITRATE_KBPS)
        mixer = Mixer(self.timeline, self._coach.sounds)
        for done in range(0, self._rest, BLOCK):
            yield encoder.encode(np.zeros(min(BLOCK, self._rest - done), dtype=np.float32))
        for block in mixer.blocks(BLOCK, start=self.start):
            yield encoder.encode(block)
        yield encoder.flush()


def size(length: int) -> int:
    """The bytes of a stream of so many frames."""
    return FRAME_BYTES * max(2, -(-(length + DELAY) // FRAME))


def _anchor(timeline: Timeline, index: int) -> int:
    """Where laying out begins for a phase: in an EMOM with the work that opens its interval."""
    phases = timeline.plan.phases
    phase = phases[index]
    if isinstance(phase, Gap | Work) and phase.bout.section.interval_ms:
        for earlier in range(index, -1, -1):
            opening = phases[earlier]
            if isinstance(opening, Work) and opening.opens_set:
                return earlier
    return index


def lengths(coach: Coach) -> Iterator[int]:
    """The exact length of each phase in frames, in order; each is measured when it is asked for."""
    return (placed.length for placed in coach.timeline)


def carried(before: Coach, after: Coach, index: int, offset: int) -> int:
    """The frame of a phase at another pace for one at the pace before: the same rep, the same
    second of a hold, as much of a pause as the new pace leaves."""
    old, new = (Stream(coach, index).timeline for coach in (before, after))
    at = index - _anchor(before.timeline, index)
    phase, was, is_ = old[at].phase, old[at].layout, new[at].layout
    if isinstance(phase, Work):
        if isinstance(phase.bout.dose, CountedReps):
            return _same_rep(was, is_, offset)
        return round(offset * Fraction(is_.length, max(1, was.length)))
    return _same_pause(was, is_, offset, slower=before.settings.pace / after.settings.pace)


def _same_rep(was: Layout, is_: Layout, offset: int) -> int:
    """So much of the same rep, told by the numbers that are counted."""
    old, new = _beats(was), _beats(is_)
    if len(old) != len(new):  # at some paces every second number is left out
        return round(offset * Fraction(is_.length, max(1, was.length)))
    for (start, end), (begin, stop) in zip(_spans(old), _spans(new), strict=True):
        if start <= offset < end:
            return begin + (offset - start) * (stop - begin) // (end - start)
    return is_.length


def _beats(layout: Layout) -> list[int]:
    counts = (cue.onset for cue in layout.cues if cue.role is Role.COUNT)
    return sorted({0, *counts, layout.length})


def _spans(beats: list[int]) -> list[tuple[int, int]]:
    return list(pairwise(beats))


def _same_pause(was: Layout, is_: Layout, offset: int, *, slower: Fraction) -> int:
    """What is left gets longer or shorter, but for a 3-2-1; a phrase is not begun in its middle."""
    counting = any(c.role is Role.COUNTDOWN and c.onset <= offset for c in was.cues)
    left = round((was.length - offset) * (1 if counting else slower))
    place = max(0, is_.length - left)
    for cue in is_.cues:
        if cue.spoken and cue.onset < place < cue.end:
            return cue.onset
    return place


def frames(seconds: float) -> int:
    """Frames of a place that a player tells, to the millisecond."""
    return round(seconds * 1000) * FRAMES_PER_MS
