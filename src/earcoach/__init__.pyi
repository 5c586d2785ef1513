"""The public names of earcoach and where they live: the one list of them."""

from .audio.mixer import Mixer as Mixer
from .audio.music.playlist import Music as Music
from .audio.music.selection import (
    STEREO as STEREO,
    USUAL_MUSIC_DB as USUAL_MUSIC_DB,
    Selection as Selection,
    select_music as select_music,
)
from .audio.sounds import Sounds as Sounds
from .audio.tones import Tones as Tones, default_tones as default_tones
from .audio.voices.engine import Engine as Engine, Speech as Speech
from .audio.voices.opening import open_one_voice as open_one_voice, open_voice as open_voice
from .audio.voices.registry import (
    VOICES as VOICES,
    ListedVoice as ListedVoice,
    check_voice as check_voice,
    list_voices as list_voices,
)
from .audio.voices.voice import Voice as Voice
from .desktop.keep_awake import kept_awake as kept_awake
from .desktop.media_keys import media_keys as media_keys
from .devices.player import Player as Player
from .devices.registry import (
    DEVICES as DEVICES,
    ListedDevice as ListedDevice,
    list_devices as list_devices,
    open_device as open_device,
)
from .errors import (
    EarcoachError as EarcoachError,
    NoSoundDevice as NoSoundDevice,
    NoVoice as NoVoice,
    UsageError as UsageError,
)
from .language.words import (
    DEFAULT_LANGUAGE as DEFAULT_LANGUAGE,
    Words as Words,
    words_in as words_in,
)
from .log.entries import (
    PastSession as PastSession,
    SessionStart as SessionStart,
    SetRecord as SetRecord,
    Unfinished as Unfinished,
    session_start as session_start,
)
from .log.event_thread import EventThread as EventThread
from .log.recorder import Recorder as Recorder
from .log.store import Store as Store, open_store as open_store
from .output.export import (
    FileOptions as FileOptions,
    check_target as check_target,
    export as export,
)
from .output.formats.registry import FORMATS as FORMATS
from .output.metadata import Metadata as Metadata, Piece as Piece
from .output.pieces import pieces as pieces
from .output.pump import pump as pump
from .output.sidecars import CAPTIONS as CAPTIONS, CUE_SHEET as CUE_SHEET, SIDECARS as SIDECARS
from .output.sink import MemorySink as MemorySink, Sink as Sink
from .output.split import (
    check_split as check_split,
    export_split as export_split,
    split_folder as split_folder,
)
from .paths import user_folder as user_folder
from .plan.choices import Choices as Choices
from .plan.doses import CountedReps as CountedReps, HeldWork as HeldWork
from .plan.phases import (
    Bout as Bout,
    Finish as Finish,
    Gap as Gap,
    Intro as Intro,
    Kind as Kind,
    Phase as Phase,
    Plan as Plan,
    Work as Work,
)
from .plan.planning import make_plan as make_plan
from .routine.catalog import (
    Entry as Entry,
    find_routine as find_routine,
    list_routines as list_routines,
    stable_name as stable_name,
)
from .routine.diagnostics import Diagnostic as Diagnostic, InvalidRoutine as InvalidRoutine
from .routine.loading import (
    load as load,
    load_with_advice as load_with_advice,
    load_wording as load_wording,
    loads as loads,
)
from .routine.model import (
    Coaching as Coaching,
    Counting as Counting,
    Exercise as Exercise,
    Level as Level,
    Routine as Routine,
    Section as Section,
)
from .routine.prompt import assistant_prompt as assistant_prompt
from .routine.schema import shipped_schema as shipped_schema
from .routine.wording import words_of as words_of
from .session.event_json import event_json as event_json
from .session.events import (
    CueBegan as CueBegan,
    DeviceBack as DeviceBack,
    DeviceLost as DeviceLost,
    Ended as Ended,
    Ending as Ending,
    Event as Event,
    PaceChanged as PaceChanged,
    Paused as Paused,
    PhaseBegan as PhaseBegan,
    Resumed as Resumed,
    Status as Status,
    VoiceLost as VoiceLost,
)
from .session.live import Command as Command, LiveSession as LiveSession, SetPace as SetPace
from .session.transport import Action as Action
from .suggest import did_you_mean as did_you_mean
from .timeline.chapters import Chapter as Chapter, chapters as chapters
from .timeline.cues import (
    Cue as Cue,
    Phrase as Phrase,
    PlacedPhase as PlacedPhase,
    Role as Role,
    Tone as Tone,
)
from .timeline.cuesheet import (
    cue_sheet as cue_sheet,
    cue_sheet_json as cue_sheet_json,
    phase_line as phase_line,
    timestamp as timestamp,
)
from .timeline.overview import Row as Row, overview as overview
from .timeline.pacing import Pacing as Pacing
from .timeline.schedule import Timeline as Timeline, schedule as schedule
from .timeline.wording.titles import (
    amount as amount,
    amount_of as amount_of,
    heading as heading,
    joined as joined,
    place as place,
    work_title as work_title,
)
from .units import (
    SAMPLE_RATE_HZ as SAMPLE_RATE_HZ,
    SPEECH_LUFS as SPEECH_LUFS,
    format_clock as format_clock,
    seconds_of_frames as seconds_of_frames,
)
from .written.keeping import routine_file as routine_file, told_of as told_of
from .written.loading import (
    Loaded as Loaded,
    Understood as Understood,
    load_any as load_any,
    understand as understand,
)
from .written.reading import Reading as Reading
from .written.report import ReportRow as ReportRow, report_rows as report_rows
from .written.scoring import reading_json as reading_json
