"""What happens in a live session as plain values: what `earcoach start --json` prints."""

from typing import Any

from earcoach.session.events import (
    Answered,
    CommandsDropped,
    CueBegan,
    DeviceBack,
    DeviceLost,
    Ended,
    Event,
    PaceChanged,
    Paused,
    PhaseBegan,
    Resumed,
    VoiceLost,
)
from earcoach.timeline.cuesheet import cue_json, phase_json, rounded_s

NAMES: dict[type[Event], str] = {
    PhaseBegan: "phase",
    CueBegan: "cue",
    Paused: "pause",
    Resumed: "resume",
    PaceChanged: "pace",
    Answered: "answer",
    CommandsDropped: "commands-dropped",
    DeviceLost: "device-lost",
    DeviceBack: "device-back",
    VoiceLost: "voice-lost",
    Ended: "end",
}


def event_json(event: Event) -> dict[str, Any]:
    """An event as plain values, times in seconds; `event` says which one it is."""
    return {"event": NAMES[type(event)]} | _details(event)


def _details(event: Event) -> dict[str, Any]:
    match event:
        case PhaseBegan(index=index, phase=phase, length=length):
            return {"index": index} | phase_json(phase) | {"length_s": rounded_s(length)}
        case CueBegan(index=index, cue=cue):
            return {"index": index} | cue_json(cue) | {"length_s": rounded_s(cue.length)}
        case PaceChanged(pace=pace):
            return {"pace": float(pace)}
        case Answered(command=command, text=text):
            return {"command": command, "text": text}
        case CommandsDropped(count=count):
            return {"count": count}
        case DeviceLost(reason=reason) | VoiceLost(reason=reason):
            return {"reason": reason}
        case Ended(ending=ending, index=index):
            return {"ending": str(ending), "index": index}
        case Paused() | Resumed() | DeviceBack():
            return {}
