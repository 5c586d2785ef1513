"""The public names of earcoach and where they live: the one list of them."""

from . import streaming as streaming
from .audio.voices.engine import Engine as Engine, Speech as Speech
from .audio.voices.registry import ListedVoice as ListedVoice, list_voices as list_voices
from .coach import Coach as Coach
from .devices.registry import ListedDevice as ListedDevice, list_devices as list_devices
from .errors import (
    EarcoachError as EarcoachError,
    NoSoundDevice as NoSoundDevice,
    NoVoice as NoVoice,
    UsageError as UsageError,
)
from .exporting import export as export
from .output.formats.registry import FORMATS as FORMATS
from .output.sink import MemorySink as MemorySink, Sink as Sink
from .plan import doses as doses, phases as phases
from .plan.phases import Bout as Bout, Plan as Plan
from .routine.catalog import Entry as Entry, list_routines as list_routines
from .routine.diagnostics import Diagnostic as Diagnostic, InvalidRoutine as InvalidRoutine
from .routine.loading import load as load, loads as loads
from .routine.model import (
    Coaching as Coaching,
    Counting as Counting,
    Exercise as Exercise,
    Level as Level,
    Routine as Routine,
    Section as Section,
)
from .session import events as events
from .session.commands import Action as Action, SetPace as SetPace
from .settings import Settings as Settings
from .timeline.chapters import Chapter as Chapter
from .timeline.cues import (
    Cue as Cue,
    Phrase as Phrase,
    PlacedPhase as PlacedPhase,
    Role as Role,
    Tone as Tone,
)
from .timeline.schedule import Timeline as Timeline
