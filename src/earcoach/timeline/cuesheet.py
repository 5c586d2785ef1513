"""The cue sheet: a timeline as text for people and tests, and as JSON for other programs."""

from collections.abc import Iterable, Iterator
from typing import Any

from earcoach.language.words import words_in
from earcoach.plan.doses import BreathWork, CalorieWork, DistanceWork, HeldWork
from earcoach.plan.phases import Bout, Finish, Gap, Intro, Phase, Work
from earcoach.timeline.chapters import chapters
from earcoach.timeline.cues import Content, Cue, Phrase, PlacedPhase, Tone
from earcoach.timeline.schedule import Timeline
from earcoach.timeline.wording.titles import joined, shown_amount, work_title
from earcoach.units import FRAMES_PER_MS, seconds_of_frames

JSON_VERSION = 2
OWN_WORDS = words_in()
"""A cue sheet is in the default language, and only what it quotes is in the session's."""


def cue_sheet(timeline: Iterable[PlacedPhase]) -> Iterator[str]:
    """The lines of a cue sheet: a line for every phase and, indented, every cue in it."""
    for placed in timeline:
        yield f"{timestamp(placed.onset)}  {phase_line(placed.phase)} ({_seconds(placed.length)})"
        for cue in placed.layout.cues:
            what = _content(cue.what)
            yield f"  {timestamp(placed.onset + cue.onset)}  {cue.role:<9} {what}"


def _content(what: Content) -> str:
    match what:
        case Phrase(text=text):
            return f'"{text}"'
        case Tone(name=name):
            return f"[{name}]"


def phase_line(phase: Phase) -> str:
    """A phase in a few words: `work: Goblet squat, set 1 of 2, 12 reps`."""
    match phase:
        case Intro() | Finish():
            return str(phase.kind)
        case Gap(bout=bout):
            return f"{phase.kind}: {work_title(bout, OWN_WORDS)}"
        case Work(bout=bout):
            title = joined(work_title(bout, OWN_WORDS), shown_amount(bout, OWN_WORDS))
            return f"{phase.kind}: {title}"


def cue_sheet_json(timeline: Timeline) -> dict[str, Any]:
    """The whole session as plain values, times in seconds: what `earcoach show --json` prints."""
    laid_out = list(timeline)
    routine, words = timeline.plan.routine, timeline.words
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
    match phase:
        case Intro() | Finish():
            return {"kind": str(phase.kind)} | dict.fromkeys(BOUT_KEYS) | {"hold": False}
        case Gap(bout=bout) | Work(bout=bout):
            return {"kind": str(phase.kind)} | dict(zip(BOUT_KEYS, _bout_values(bout), strict=True))


BOUT_KEYS = (
    "section", "exercise", "set", "sets", "round", "rounds", "side", "reps", "rep_hold_s",
    "seconds", "hold", "breaths", "distance_m", "calories", "load",
)  # fmt: skip


def _bout_values(bout: Bout) -> tuple[Any, ...]:
    dose = bout.dose
    return (
        bout.section.name,
        bout.exercise.name,
        bout.set,
        bout.sets,
        bout.round,
        bout.rounds,
        str(bout.side) if bout.side else None,
        bout.reps,
        dose.hold_ms / 1000 if isinstance(dose, HeldWork) else None,
        None if bout.length_ms is None else bout.length_ms / 1000,
        bout.hold,
        dose.count if isinstance(dose, BreathWork) else None,
        dose.metres if isinstance(dose, DistanceWork) else None,
        dose.count if isinstance(dose, CalorieWork) else None,
        bout.load or None,
    )


def cue_json(cue: Cue) -> dict[str, Any]:
    """A cue as plain values, without its place in a session."""
    heard: dict[str, str | None] = {"text": None, "sound": None}
    match cue.what:
        case Phrase(text=text):
            heard["text"] = text
        case Tone(name=name):
            heard["sound"] = name
    return {"kind": cue.kind, "role": str(cue.role)} | heard


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
