"""The coach: the product assembled once, for the command line, the page and whoever imports it.

What loads numpy, or takes its time, is imported where it is used: a sound device is open before.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from functools import cached_property
from itertools import chain
from pathlib import Path
from queue import SimpleQueue
from typing import TYPE_CHECKING, Any, Unpack

from earcoach.arguments import flag, number, path_of, text
from earcoach.checks import check_available, check_export, mixed_languages
from earcoach.clocks import local_time
from earcoach.defaults import defaults_of, read_defaults
from earcoach.devices.player import LONGEST_PREROLL_S, Player
from earcoach.errors import EarcoachError
from earcoach.finding import found
from earcoach.paths import USER, Config
from earcoach.performing import Listener, OnEvent, in_the_log, on_the_desktop, opening_of, perform
from earcoach.plan.choices import choose
from earcoach.routine.catalog import stable_name
from earcoach.routine.loading import load_wording, loads
from earcoach.routine.model import Routine
from earcoach.settings import USUAL, Pronunciations, SettingKeywords, Settings, check_known
from earcoach.units import SPEECH_LUFS, STEREO

if TYPE_CHECKING:
    from earcoach.audio.mixer import Mixer
    from earcoach.audio.music.playlist import Music
    from earcoach.audio.sounds import Sounds
    from earcoach.language.words import Words
    from earcoach.log.entries import SessionStart, Unfinished
    from earcoach.output.file_options import FileKeywords
    from earcoach.output.sink import Sink
    from earcoach.plan.phases import Plan
    from earcoach.session.commands import Command
    from earcoach.session.events import Ending
    from earcoach.session.live import LiveSession
    from earcoach.timeline.estimate import Estimate
    from earcoach.timeline.schedule import Timeline

Progress = Callable[[str, int], AbstractContextManager[Callable[[int], None]]]
"""Shows a stage of some work: takes its title and its total, gives what takes how much is done."""


def unsaid(line: str) -> None:
    """A notice that nobody wants to hear."""


@contextmanager
def unshown(title: str, total: int) -> Iterator[Callable[[int], None]]:
    """Progress that nobody looks at."""
    yield lambda done: None


class Coach:
    """A session of a routine with some settings: planned, and ready to be written or played.

    `routine` is a name of the catalog, the path of a routine or of a text in plain words, `-`,
    `clipboard`, an address, or what `load` gives. `settings` are changed by the keywords, which
    are the command's long options with underscores: `pace=1.2, level="low"`. Without `settings`
    the user's own defaults count, under what the routine says.

    `config` is the folder of the user's own defaults, texts, sounds and routines; None, or another
    than the user's, also keeps live sessions out of the history. `allow_private` lets addresses of
    private networks be read. `notice` is told in a line what was understood of a text, and what
    had to be done otherwise, such as a voice that takes over.

    It opens nothing before it has to. Raises InvalidRoutine with every mistake in the routine, and
    UsageError for a setting that cannot be.
    """

    def __init__(
        self,
        routine: str | Path | Routine,
        *,
        settings: Settings | None = None,
        config: Config = USER,
        allow_private: bool = False,
        notice: Callable[[str], None] = unsaid,
        **changed: Unpack[SettingKeywords],
    ) -> None:
        own = defaults_of(settings, config)
        manner = own.settings.changed(changed).manner
        self.commands: SimpleQueue[Command] = SimpleQueue()
        self._notice = notice
        self._config = config
        begun = found(
            routine, manner=manner, config=config, allow_private=allow_private, notice=notice
        )
        self.routine, self._name, self._path = begun.routine, begun.name, begun.path
        self.settings = own.settings_for(self.routine, changed)
        _, self.left_out = choose(self.routine, self.settings.choices)
        asked_for = "language" in changed
        if mixed := mixed_languages(self.routine, self.settings.language, asked_for=asked_for):
            notice(mixed)
        self._unfinished: Unfinished | None = None

    @classmethod
    def resume(
        cls,
        unfinished: "Unfinished",
        *,
        say_as: Mapping[str, str] | Iterable[str] | Pronunciations | None = None,
        notice: Callable[[str], None] = unsaid,
    ) -> "Coach":
        """The coach of a session that was left: it plays from there, at the pace it had last.

        `say_as` has words that are to be said in another way from now on. Raises EarcoachError
        when its routine is not what it was.
        """
        begun = unfinished.start
        settings = Settings.read(begun.options)
        said = (*settings.say_as, *USUAL.changed({"say_as": say_as}).say_as)
        settings = settings.changed({"pace": unfinished.pace, "say_as": said})
        if settings.music and not settings.music.exists():
            notice(f"the music `{settings.music}` is gone; going on without it")
            settings = settings.changed({"music": None})
        coach = cls(begun.routine, settings=settings, notice=notice)
        coach._unfinished = unfinished
        if not unfinished.fits(coach._start()):
            raise EarcoachError(
                f"`{begun.routine}` is not what it was when the session was left",
                cure=f"start again with `earcoach start {begun.routine}`",
            )
        return coach

    @classmethod
    def of_text(
        cls,
        text: str,
        *,
        config: Config = USER,
        notice: Callable[[str], None] = unsaid,
        **changed: Unpack[SettingKeywords],
    ) -> "Coach":
        """The coach of a routine that is given as its text. Raises as the class does."""
        manner = read_defaults(config).settings.changed(changed).manner
        return cls(loads(text, manner=manner), config=config, notice=notice, **changed)

    @staticmethod
    def understand(data: bytes | str, file: str = "") -> dict[str, Any]:
        """What a text, a page, a PDF or a table says, line by line, and the routine that is made of
        it (`document`) with its `mistakes`: what `earcoach import` shows, as plain values.

        `file` is its name, whose suffix helps. Raises EarcoachError when there is no workout in it.
        """
        from earcoach.understanding import understood_json

        return understood_json(data, file)

    @staticmethod
    def keep(document: str, name: str = "") -> str:
        """Keep a routine, given as its text, among the user's own; gives the name that it got.

        Raises InvalidRoutine for one with mistakes. Nothing that is there is replaced, and no name
        leads out of the folder.
        """
        from earcoach.understanding import keep

        return keep(document, name)

    def check(self) -> None:
        """Raises UsageError when the voice or the music that is asked for is not there."""
        check_available(self.settings)

    @property
    def name(self) -> str:
        """What finds the routine again from any folder: a name of the catalog or a whole path; ""
        for one that was read from a text."""
        return self._name and stable_name(self._name)

    # -- what is heard -----------------------------------------------------------------------

    @cached_property
    def plan(self) -> "Plan":
        """What is done, in order; that it can be done is known from the beginning."""
        from earcoach.plan.planning import make_plan

        return make_plan(self.routine, self.settings.choices)

    @cached_property
    def words(self) -> "Words":
        """What is said, with the routine's and the user's own texts."""
        from earcoach.routine.wording import words_of

        own = load_wording(self._config)
        return words_of(self.routine, language=self.settings.language, own=own)

    @property
    def voice(self) -> tuple[str | None, float, float, str, Pronunciations]:
        """How it speaks: coaches for which this is the same may share their `sounds`."""
        settings, language = self.settings, self.words.language.code
        say_as = tuple((dict(self.routine.lexicon) | dict(settings.say_as)).items())
        return settings.voice, settings.speech_speed, settings.loudness, language, say_as

    @cached_property
    def sounds(self) -> "Sounds":
        """The voice, and tones as loud beside it as ever. Raises NoVoice when nothing can speak."""
        return self._sounds()

    def _sounds(self, *, patience_s: float | None = None) -> "Sounds":
        from earcoach.audio.sounds import Sounds
        from earcoach.audio.tones import default_tones
        from earcoach.audio.voices.opening import open_voice

        name, speed, loudness, language, say_as = self.voice
        voice = open_voice(
            name,
            speed=speed,
            loudness_lufs=loudness,
            language=language,
            say_as=dict(say_as),
            notice=self._notice,
            patience_s=patience_s,
        )
        return Sounds(voice, default_tones(gain_db=loudness - SPEECH_LUFS, config=self._config))

    @cached_property
    def timeline(self) -> "Timeline":
        """When each thing is heard; the voice is opened to measure what it says."""
        return self._timeline(self.sounds)

    def _timeline(self, sounds: "Sounds") -> "Timeline":
        from earcoach.timeline.schedule import schedule

        return schedule(
            self.plan,
            sounds,
            words=self.words,
            pacing=self.settings.pacing,
            speech_speed=self.settings.speech_speed,
        )

    @cached_property
    def estimate(self) -> "Estimate":
        """About how long the session and each of its phases last: no voice is asked."""
        from earcoach.timeline.schedule import estimate

        return estimate(
            self.plan,
            words=self.words,
            pacing=self.settings.pacing,
            speech_speed=self.settings.speech_speed,
        )

    def cue_sheet(self) -> list[str]:
        """All that is heard, a line for each phase and, indented, for each cue in it."""
        from earcoach.timeline.cuesheet import cue_sheet

        return list(cue_sheet(self.timeline))

    def cue_sheet_json(self) -> dict[str, Any]:
        """The same as plain values, times in seconds: what `earcoach show --json` prints."""
        from earcoach.timeline.cuesheet import cue_sheet_json

        return cue_sheet_json(self.timeline)

    # -- as a file ---------------------------------------------------------------------------

    def export(
        self,
        output: str | Path,
        *,
        progress: Progress = unshown,
        **files: "Unpack[FileKeywords]",
    ) -> Path:
        """Write the session to a file, in the format of its suffix; gives what was written.

        The keywords are those of `earcoach export`: `format` (a name such as `mp3`), `bitrate`
        (kbit/s), `split` (a folder with a file for each exercise), `captions` and `cue_sheet`
        (files beside it), `date` (YYYY-MM-DD) and `force` (replace what is there). Raises
        UsageError for what cannot be, EarcoachError when it cannot be written. Whatever happens,
        nothing half is left.
        """
        from earcoach.output.export import write_session
        from earcoach.output.file_options import FILE_OPTIONS, FileOptions
        from earcoach.output.metadata import Metadata

        check_known(files, FILE_OPTIONS)
        target, how = path_of("output", output), FileOptions(**files)
        check_export(target, how, self.settings, routine=self._path)
        timeline = self.timeline
        comment = self.settings.told_with(self._path.stem if self._path else self.routine.title)
        metadata = Metadata(timeline=timeline, comment=comment, date=how.written_date)
        with progress("writing", len(timeline)) as advance:
            return write_session(
                self._mixer(),
                target,
                how,
                metadata=metadata,
                before_block=lambda frame: advance(timeline.index_at(frame)),
            )

    def render(self, sink: "Sink") -> None:
        """Give the sound of the whole session to a sink, block by block."""
        from earcoach.output.pump import pump

        pump(self._mixer(), sink)

    def _mixer(self) -> "Mixer[Timeline]":
        from earcoach.audio.mixer import Mixer

        return Mixer(self.timeline, self.sounds, music=self.music())

    def music(self, *, late: int = 0) -> "Music | None":
        """Its music, of which `late` frames are over at the start; None where there is none."""
        if self.settings.music is None:
            return None
        from earcoach.audio.music.playlist import Music
        from earcoach.audio.music.selection import select_music

        selection = select_music(self.settings.music, level_db=self.settings.music_level)
        loudness = self.settings.loudness
        return Music(selection, speech_lufs=loudness, late=late, notice=self._notice)

    # -- live --------------------------------------------------------------------------------

    def play(
        self,
        *listeners: Listener,
        on_event: OnEvent = lambda event: None,
        device: str | None = None,
        preroll: float = 0.5,
        keep_alive: bool = True,
    ) -> "Ending":
        """Play the session live, steered by `commands` and by media keys; says how it ended.

        `on_event` is told what happens, as values of `earcoach.events`, on the thread that plays
        or one that looks ahead. `preroll` is silence before the first word, 0 to 10 s;
        `keep_alive` puts a trace of sound into silences, for headphones that fall asleep. The
        display stays awake, and what is done goes into the history. Raises UsageError for what
        cannot be, NoSoundDevice when no device opens, and NoVoice when nothing can speak.
        """
        preroll_s = number("preroll", preroll, lowest=0, highest=LONGEST_PREROLL_S)
        device = text("device", device) if device else read_defaults(self._config).device
        self.check()
        channels = STEREO if self.settings.music else 1
        opening = b"" if self._first else opening_of(self.settings, self._config)
        return perform(
            self._session,
            open_player=lambda: Player(
                device,
                channels=channels,
                keep_alive=flag("keep alive", keep_alive),
                preroll_ms=round(preroll_s * 1000),
                opening=opening,
            ),
            listeners=chain(self._own_listeners(), listeners),
            on_event=on_event,
        )

    def _session(self) -> "LiveSession":
        from earcoach.audio.voices.hurried import PATIENCE_S
        from earcoach.desktop.media_keys import media_keys_expected
        from earcoach.session.live import LiveSession

        sounds = self._sounds(patience_s=PATIENCE_S)
        return LiveSession(
            self._timeline(sounds).scheduler,
            sounds,
            commands=self.commands,
            first=self._first,
            music=self.music(),
            has_headset=media_keys_expected(),
        )

    def _own_listeners(self) -> Iterator[Listener]:
        """What goes along with every live session."""
        pace, notice = self.settings.pace, self._notice
        if self._name and self._config == USER:
            yield in_the_log(self._start(), self.plan, pace=pace, first=self._first, notice=notice)
        yield on_the_desktop(self.routine.title, self.words, pace=pace, notice=notice)

    @property
    def _first(self) -> int:
        """The phase that it begins at."""
        return self._unfinished.index if self._unfinished else 0

    def _start(self) -> "SessionStart":
        """What the log has to know to go on with this session another day, from any folder."""
        from earcoach.log.entries import session_start

        music = self.settings.music
        settings = self.settings.changed({"music": music and music.absolute()})
        return session_start(
            self._name,
            self.plan,
            options=settings.written(),
            at=local_time(),
            resumes=self._unfinished.start if self._unfinished else None,
        )
