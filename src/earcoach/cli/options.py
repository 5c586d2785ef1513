"""The options that show, start and export share, declared once."""

import inspect
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, fields, is_dataclass
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, TypeVar, get_type_hints

import typer

import earcoach
from earcoach import (
    SPEECH_LUFS,
    Choices,
    Coaching,
    Counting,
    EarcoachError,
    Level,
    Pacing,
    Plan,
    Timeline,
    UsageError,
    Words,
)

if TYPE_CHECKING:  # what pulls in numpy waits until it is needed
    from earcoach import Music, Selection, Sounds

RoutineArgument = Annotated[
    str,
    typer.Argument(metavar="ROUTINE", help="A routine's name (see `list`) or a path to a file."),
]
RoutinesArgument = Annotated[
    list[str],
    typer.Argument(metavar="ROUTINE...", help="Names (see `list`) or paths to files."),
]
SayAsOption = Annotated[
    list[str] | None,
    typer.Option(metavar="WORD=SOUND", help="How to say a word: psoas=SO-as. Repeatable."),
]
AllowPrivateOption = Annotated[
    bool, typer.Option("--allow-private", help="Read addresses of private networks too.")
]
Result = TypeVar("Result")


@dataclass(frozen=True)
class SessionOptions:
    """How a session is to be: every field is an option of the command line."""

    pace: Annotated[
        str, typer.Option(help="How fast: 0.5 to 2.0, higher is faster. Holds keep their length.")
    ] = "1.0"
    pace_holds: Annotated[
        bool, typer.Option("--pace-holds", help="Pace holds and timed work too.")
    ] = False
    voice: Annotated[
        str | None, typer.Option(metavar="NAME", help="Who speaks (see `voices`).")
    ] = None
    speech_speed: Annotated[float, typer.Option(help="How fast the voice speaks: 0.5 to 2.0.")] = (
        1.0
    )
    loudness: Annotated[
        float, typer.Option(metavar="LUFS", help="How loud the voice is: -30 to -14.")
    ] = SPEECH_LUFS
    without: Annotated[
        list[str] | None, typer.Option(metavar="ITEM", help="Equipment you don't have. Repeatable.")
    ] = None
    only: Annotated[
        list[str] | None, typer.Option(metavar="SECTION", help="Only this section. Repeatable.")
    ] = None
    skip: Annotated[
        list[str] | None, typer.Option(metavar="SECTION", help="Not this section. Repeatable.")
    ] = None
    say_as: SayAsOption = None
    level: Annotated[Level, typer.Option(help="Which end of ranges such as 12-15.")] = Level.MIDDLE
    coaching: Annotated[
        Coaching | None, typer.Option(help="How much is said; else what the routine sets.")
    ] = None
    counting: Annotated[
        Counting | None, typer.Option(help="Which reps are counted; else what the routine sets.")
    ] = None
    language: Annotated[
        str | None, typer.Option(metavar="CODE", help="Coach in en or de; else as the routine is.")
    ] = None

    def spelled(self) -> list[str]:
        """The options that are not the usual ones, as `name=value`."""
        words = []
        for field in fields(self):
            value = getattr(self, field.name)
            if value != field.default:
                values = value if isinstance(value, list) else [value]
                words += [f"{field.name}={one}" for one in values]
        return words

    def plan(self, routine: str) -> Plan:
        """The plan of a routine with these options; what it leaves out is said."""
        loaded = earcoach.load(earcoach.find_routine(routine))
        lists = {name: tuple(getattr(self, name) or ()) for name in ("without", "only", "skip")}
        choices = Choices(level=self.level, coaching=self.coaching, counting=self.counting, **lists)
        plan = earcoach.make_plan(loaded, choices)
        for name in plan.left_out:
            typer.echo(f"left out, for want of equipment: {name}", err=True)
        return plan

    def check_voice(self) -> None:
        """Raises UsageError for what is wrong with the choice of a voice; loads none."""
        earcoach.check_voice(
            self.voice,
            speed=self.speech_speed,
            loudness_lufs=self.loudness,
            language=self.language or earcoach.DEFAULT_LANGUAGE,
        )
        _say_as(self.say_as)

    def sounds(self, plan: Plan) -> "Sounds":
        """The voice for a plan, which says so when another has to take over, and the tones, as
        loud beside it as ever."""
        voice = earcoach.open_voice(
            self.voice,
            speed=self.speech_speed,
            loudness_lufs=self.loudness,
            language=self.words(plan).language.code,
            say_as=dict(plan.routine.lexicon) | _say_as(self.say_as),
            notice=lambda line: typer.echo(line, err=True),
        )
        return earcoach.Sounds(voice, earcoach.default_tones(gain_db=self.loudness - SPEECH_LUFS))

    def pacing(self) -> Pacing:
        """The pace."""
        return Pacing.parse(self.pace, pace_holds=self.pace_holds)

    def words(self, plan: Plan) -> Words:
        """What the coach says, with the athlete's own texts in it."""
        own = earcoach.load_wording(earcoach.user_folder("wording.yaml"))
        return earcoach.words_of(plan.routine, language=self.language, own=own)

    def timeline(self, plan: Plan, sounds: "Sounds") -> Timeline:
        """The timeline of a plan with these options."""
        words, pacing = self.words(plan), self.pacing()
        return earcoach.schedule(plan, sounds, words=words, pacing=pacing)


@dataclass(frozen=True)
class HeardOptions(SessionOptions):
    """How a session is to be that is played or written."""

    music: Annotated[
        str | None, typer.Option(metavar="PATH", help="A music file, or a folder of them.")
    ] = None
    music_level: Annotated[
        float, typer.Option(metavar="DB", help="How loud music is against the voice: -40 to 0 dB.")
    ] = earcoach.USUAL_MUSIC_DB

    def selection(self) -> "Selection | None":
        """The music that was asked for. Raises UsageError when there is none."""
        if self.music is None:
            return None
        return earcoach.select_music(Path(self.music), level_db=self.music_level)

    def music_of(self, selection: "Selection | None") -> "Music | None":
        """The music of a selection, which says what it has to leave out."""
        if selection is None:
            return None
        return earcoach.Music(
            selection, speech_lufs=self.loudness, notice=lambda line: typer.echo(line, err=True)
        )


def options_of(words: Sequence[str]) -> HeardOptions:
    """The options that `spelled` wrote. Raises EarcoachError when this version has others."""
    given: dict[str, Any] = {}
    try:
        for word in words:
            name, _, value = word.partition("=")
            given[name] = _READ[name](value, given.get(name)) if name in _READ else value
        return HeardOptions(**given)
    except (TypeError, ValueError):
        raise EarcoachError("another version of earcoach wrote down its options") from None


_READ: dict[str, Callable[[str, Any], Any]] = {
    "pace_holds": lambda value, before: value == "True",
    "speech_speed": lambda value, before: float(value),
    "loudness": lambda value, before: float(value),
    "music_level": lambda value, before: float(value),
    "level": lambda value, before: Level(value),
    "coaching": lambda value, before: Coaching(value),
    "counting": lambda value, before: Counting(value),
    "without": lambda value, before: [*(before or []), value],
    "only": lambda value, before: [*(before or []), value],
    "skip": lambda value, before: [*(before or []), value],
    "say_as": lambda value, before: [*(before or []), value],
}


def _say_as(given: list[str] | None) -> dict[str, str]:
    """Words and how to say them. Raises UsageError for anything but `WORD=SOUND`."""
    said = {}
    for one in given or ():
        word, _, sound = (part.strip() for part in one.partition("="))
        if not word or not sound:
            raise UsageError(f"`--say-as {one}` says nothing", cure="write WORD=SOUND: psoas=SO-as")
        said[word] = sound
    return said


def with_session_options(command: Callable[..., Result]) -> Callable[..., Result]:
    """A command in which a parameter whose type is a class of options becomes one option for each
    field of the class."""
    signature = inspect.signature(command)
    kinds = {p.name: p.annotation for p in signature.parameters.values() if _is_options(p)}
    added = {name: [*_options_of(kind)] for name, kind in kinds.items()}

    def wrapper(*args: Any, **given: Any) -> Result:
        for name, kind in kinds.items():
            given[name] = kind(**{option.name: given.pop(option.name) for option in added[name]})
        return command(*args, **given)

    kept = [p for p in signature.parameters.values() if p.name not in kinds]
    parameters = [*kept, *chain.from_iterable(added.values())]
    wrapper.__name__, wrapper.__doc__ = command.__name__, command.__doc__
    wrapper.__signature__ = signature.replace(parameters=parameters)  # type: ignore[attr-defined]
    wrapper.__annotations__ = {p.name: p.annotation for p in parameters}
    return wrapper


def _is_options(parameter: inspect.Parameter) -> bool:
    return is_dataclass(parameter.annotation)


def _options_of(kind: Any) -> Iterator[inspect.Parameter]:
    hints = get_type_hints(kind, include_extras=True)
    for f in fields(kind):
        yield inspect.Parameter(
            f.name, inspect.Parameter.KEYWORD_ONLY, default=f.default, annotation=hints[f.name]
        )
