"""The public names of earcoach and where they live: the one list of them."""

from .audio.mixer import Mixer as Mixer
from .audio.music.playlist import Music as Music
from .audio.music.selection import STEREO as STEREO
from .audio.music.selection import USUAL_MUSIC_DB as USUAL_MUSIC_DB
from .audio.music.selection import Selection as Selection
from .audio.music.selection import select_music as select_music
from .audio.tones import Tones as Tones
from .audio.tones import default_tones as default_tones
from .audio.voices.engine import Engine as Engine
from .audio.voices.engine import Speech as Speech
from .audio.voices.opening import open_one_voice as open_one_voice
from .audio.voices.opening import open_voice as open_voice
from .audio.voices.registry import VOICES as VOICES
from .audio.voices.registry import ListedVoice as ListedVoice
from .audio.voices.registry import check_voice as check_voice
from .audio.voices.registry import list_voices as list_voices
from .audio.voices.speaker import Speaker as Speaker
from .errors import (
    EarcoachError as EarcoachError,
)
from .errors import (
    NoSoundDevice as NoSoundDevice,
)
from .errors import (
    NoVoice as NoVoice,
)
from .errors import (
    UsageError as UsageError,
)
from .language.words import DEFAULT_LANGUAGE as DEFAULT_LANGUAGE
from .language.words import Words as Words
from .language.words import words_in as words_in
from .output.devices.player import Player as Player
from .output.devices.registry import DEVICES as DEVICES
from .output.devices.registry import ListedDevice as ListedDevice
from .output.devices.registry import list_devices as list_devices
from .output.devices.registry import open_device as open_device
from .output.export import FileOptions as FileOptions
from .output.export import check_target as check_target
from .output.export import export as export
from .output.formats.registry import FORMATS as FORMATS
from .output.pieces import pieces as pieces
from .output.pump import pump as pump
from .output.recording import Piece as Piece
from .output.recording import Recording as Recording
from .output.side_files import CAPTIONS as CAPTIONS
from .output.side_files import CUE_SHEET as CUE_SHEET
from .output.side_files import SIDE_FILES as SIDE_FILES
from .output.sink import MemorySink as MemorySink
from .output.sink import Sink as Sink
from .output.split import check_split as check_split
from .output.split import export_split as export_split
from .output.split import split_folder as split_folder
from .places import own_folder as own_folder
from .plan.choices import Choices as Choices
from .plan.making import make_plan as make_plan
from .plan.phases import Bout as Bout
from .plan.phases import Kind as Kind
from .plan.phases import Phase as Phase
from .plan.phases import Plan as Plan
from .routine.catalog import Entry as Entry
from .routine.catalog import entries as entries
from .routine.catalog import find_routine as find_routine
from .routine.catalog import lasting_name as lasting_name
from .routine.diagnostics import Diagnostic as Diagnostic
from .routine.diagnostics import InvalidRoutine as InvalidRoutine
from .routine.loading import load as load
from .routine.loading import load_with_advice as load_with_advice
from .routine.loading import load_wording as load_wording
from .routine.loading import loads as loads
from .routine.model import (
    Coaching as Coaching,
)
from .routine.model import (
    Counting as Counting,
)
from .routine.model import (
    Exercise as Exercise,
)
from .routine.model import (
    Level as Level,
)
from .routine.model import (
    Routine as Routine,
)
from .routine.model import (
    Section as Section,
)
from .routine.schema import shipped_schema as shipped_schema
from .routine.wording import words_of as words_of
from .session.awake import kept_awake as kept_awake
from .session.background import Background as Background
from .session.event_json import event_json as event_json
from .session.events import (
    CueBegan as CueBegan,
)
from .session.events import (
    DeviceBack as DeviceBack,
)
from .session.events import (
    DeviceLost as DeviceLost,
)
from .session.events import (
    Ended as Ended,
)
from .session.events import (
    Ending as Ending,
)
from .session.events import (
    Event as Event,
)
from .session.events import (
    PaceChanged as PaceChanged,
)
from .session.events import (
    Paused as Paused,
)
from .session.events import (
    PhaseBegan as PhaseBegan,
)
from .session.events import (
    Resumed as Resumed,
)
from .session.events import (
    Status as Status,
)
from .session.events import (
    VoiceLost as VoiceLost,
)
from .session.facts import SessionStart as SessionStart
from .session.facts import SetRecord as SetRecord
from .session.facts import session_start as session_start
from .session.history import History as History
from .session.history import PastSession as PastSession
from .session.history import open_history as open_history
from .session.journal import Journal as Journal
from .session.journal import open_journal as open_journal
from .session.live import LiveSession as LiveSession
from .session.live import SetPace as SetPace
from .session.live import Wish as Wish
from .session.media_keys import media_keys as media_keys
from .session.record import Recorder as Recorder
from .session.transport import Action as Action
from .session.unfinished import Unfinished as Unfinished
from .session.unfinished import unfinished_session as unfinished_session
from .suggest import did_you_mean as did_you_mean
from .timeline.chapters import Chapter as Chapter
from .timeline.chapters import chapters as chapters
from .timeline.cues import Cue as Cue
from .timeline.cues import LaidPhase as LaidPhase
from .timeline.cues import Role as Role
from .timeline.cuesheet import (
    bout_place as bout_place,
)
from .timeline.cuesheet import (
    cue_sheet as cue_sheet,
)
from .timeline.cuesheet import (
    cue_sheet_json as cue_sheet_json,
)
from .timeline.cuesheet import (
    phase_title as phase_title,
)
from .timeline.cuesheet import (
    timestamp as timestamp,
)
from .timeline.overview import Row as Row
from .timeline.overview import overview as overview
from .timeline.pacing import Pacing as Pacing
from .timeline.pacing import pacing as pacing
from .timeline.schedule import Timeline as Timeline
from .timeline.schedule import schedule as schedule
from .units import (
    SAMPLE_RATE_HZ as SAMPLE_RATE_HZ,
)
from .units import (
    SPEECH_LUFS as SPEECH_LUFS,
)
from .units import (
    clock as clock,
)
from .units import (
    seconds_of_frames as seconds_of_frames,
)
