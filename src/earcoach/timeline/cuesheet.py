"""The cue sheet: a timeline as text for people and tests, and as JSON for other programs."""

from collections.abc import Iterable, Iterator
from typing import Any

from earcoach.language.words import words_in
from earcoach.plan.phases import Kind, Phase
from earcoach.timeline.chapters import chapters
from earcoach.timeline.cues import Cue, PlacedPhase
from earcoach.timeline.schedule import Timeline
from earcoach.timeline.wording.titles import amount, joined, work_title
from earcoach.units import FRAMES_PER_MS, seconds_of_frames

JSON_VERSION = 1
OWN_WORDS = words_in()
"""A cue sheet is in the default language, and only what it quotes is in the session's."""


def cue_sheet(timeline: Iterable[PlacedPhase]) -> Iterator[str]:
    """The lines of a cue sheet: a line for every phase and, indented, every cue in it."""
    for placed in timeline:
        yield f"{timestamp(placed.onset)}  {phase_line(placed.phase)} ({_seconds(placed.length)})"
        for cue in placed.layout.cues:
            what = f"[{cue.sound}]" if cue.text is None else f'"{cue.text}"'
            yield f"  {timestamp(placed.onset + cue.onset)}  {cue.role:<9} {what}"


def phase_line(phase: Phase) -> str:
    """A phase in a few words: `work: Goblet squat, set 1 of 2, 12 reps`."""
    bout = phase.bout
    if bout is None or phase.kind is Kind.INTRO:
        return str(phase.kind)
    amount_ = amount(bout, OWN_WORDS) if phase.kind is Kind.WORK else ""
    return f"{phase.kind}: {joined(work_title(bout, OWN_WORDS), amount_)}"


def cue_sheet_json(timeline: Timeline) -> dict[str, Any]:
    """The whole session as plain values, times in seconds: what `earcoach show --json` prints."""
    laid_out = list(timeline)
    routine, words = timeline.plan.routine, timeline.scheduler.words
    return {
        "schema": JSON_VERSION,
        "title": routine.title,
        "length_s": rounded_s(timeline.length),
        "equipment": list(routine.equipment),
        "phases": [laid_json(placed) for placed in laid_out],
        "cues": [
            cue_json(cue) | _stretch_json(placed.onset + cue.onset, cue.length)
            for placed in laid_out
            for cue in placed.layout.cues
        ],
        "chapters": [
            {"onset_s": rounded_s(c.onset), "title": c.title} for c in chapters(laid_out, words)
        ],
    }


def laid_json(placed: PlacedPhase) -> dict[str, Any]:
    """A phase as plain values, with its place in the session in seconds."""
    return phase_json(placed.phase) | _stretch_json(placed.onset, placed.length)


def phase_json(phase: Phase) -> dict[str, Any]:
    """A phase as plain values, without its place in a session."""
    bout = phase.bout if phase.kind is not Kind.INTRO else None
    return {
        "kind": str(phase.kind),
        "section": bout and bout.section.name,
        "exercise": bout and bout.exercise.name,
        "set": bout and bout.set,
        "sets": bout and bout.sets,
        "round": bout and bout.round,
        "rounds": bout and bout.rounds,
        "side": str(bout.side) if bout and bout.side else None,
        "reps": bout and bout.reps,
        "seconds": bout.length_ms / 1000 if bout and bout.length_ms is not None else None,
        "hold": bool(bout and bout.hold),
    }


def cue_json(cue: Cue) -> dict[str, Any]:
    """A cue as plain values, without its place in a session."""
    return {"kind": cue.kind, "role": str(cue.role), "text": cue.text, "sound": cue.sound}


def _stretch_json(onset: int, length: int) -> dict[str, float]:
    return {"onset_s": rounded_s(onset), "length_s": rounded_s(length)}


def timestamp(frames: int) -> str:
    """A place in the session as `m:ss.mmm`, hours in front where there are any."""
    minutes, ms = divmod(round(frames / FRAMES_PER_MS), 60_000)
    hours, minutes = divmod(minutes, 60)
    head = f"{hours}:{minutes:02}" if hours else f"{minutes}"
    return f"{head}:{ms // 1000:02}.{ms % 1000:03}"


def rounded_s(frames: int) -> float:
    """Frames as seconds with as many digits as JSON needs."""
    return round(seconds_of_frames(frames), 6)


def _seconds(frames: int) -> str:
    return f"{seconds_of_frames(frames):.1f} s"
