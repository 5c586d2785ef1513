"""Settings: the options of a session, for Python, the command line and the log.

All there is to know about a setting stands at its field of `Settings`. `SettingKeywords` names it
once more with the types that may stand for it, as those who check types cannot tell them from the
field; a test compares the two.

A setting is read from whatever stands for it (`"low"`, `1.2`, `["mat"]`), by the same function
wherever it comes from, and is written as a line `name=value` that this function reads again.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, fields, replace
from enum import StrEnum
from fractions import Fraction
from functools import cache, partial
from pathlib import Path
from typing import Annotated, Any, Self, TypedDict, get_args, get_type_hints

from earcoach.arguments import flag, number, one_of, one_of_or_none, path_of, text, texts
from earcoach.errors import EarcoachError, UsageError
from earcoach.language.registry import code_of
from earcoach.plan.choices import Choices
from earcoach.routine.document import Manner
from earcoach.routine.model import Coaching, Counting, Level
from earcoach.suggest import did_you_mean
from earcoach.timeline.pacing import Pacing
from earcoach.units import MUSIC_DB, SPEECH_LUFS

SLOWEST_SPEED, FASTEST_SPEED = 0.5, 2.0
QUIETEST_LUFS, LOUDEST_LUFS = -30.0, -14.0
LOWEST_DB, HIGHEST_DB = -40.0, 0.0
NOTHING = "none"
"""What says that there is to be no music, or that no equipment is missing."""
OTHER_VERSION = "another version of earcoach wrote down its options"
Pronunciations = tuple[tuple[str, str], ...]
"""Words, and how each is to be said."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """What there is to know about a setting, beside its name, its type and its usual value."""

    read: Callable[[str, Any], Any]
    """The setting from its name for people and what stands for it; raises UsageError."""
    help: str
    """What it does, in a line, with its unit."""
    metavar: str | None = None
    """What stands for its value in a help."""


def _pace(name: str, given: object) -> Fraction:
    return Pacing.parse(given if isinstance(given, float) else str(given)).pace


def _voice(name: str, given: object) -> str | None:
    if given is None:
        return None
    from earcoach.audio.voices.registry import voice_of  # most sessions have the usual one

    voice_of(text(name, given))
    return str(given)


def _missing(name: str, given: Any) -> tuple[str, ...]:
    return tuple(item for item in texts(name, given) if item.casefold() != NOTHING)


def _said(name: str, given: Any) -> Pronunciations:
    listed = given.items() if isinstance(given, Mapping) else given
    if listed is None or isinstance(listed, str) or not isinstance(listed, Iterable):
        listed = texts(name, listed)
    return tuple(dict(_pair(name, one) for one in listed).items())


def _pair(name: str, given: object) -> tuple[str, str]:
    match given:
        case (str(word), str(sound)):
            return word, sound
    word, _, sound = (part.strip() for part in text(name, given).partition("="))
    if not word or not sound:
        raise UsageError(f"{name} `{given}` says nothing", cure="write WORD=SOUND: psoas=SO-as")
    return word, sound


def _language(name: str, given: object) -> str | None:
    return None if given is None else code_of(text(name, given))


def _path(name: str, given: object) -> Path | None:
    if given in (None, NOTHING):
        return None
    return path_of(name, given)


@dataclass(frozen=True, kw_only=True)
class Settings:
    """How a session is to be.

    Every field is an option of the command line, but for `usual_coaching` and `usual_counting`:
    those are `coaching` and `counting` of `config.yaml`, which a routine wins over.

    Raises UsageError for what a setting cannot be. Whether equipment, sections and music are
    there shows when a `Coach` plans with it.
    """

    pace: Annotated[
        Fraction,
        Option(
            read=_pace,
            help="How fast: 0.5 to 2.0, higher is faster. Holds keep their length.",
            metavar="FACTOR",
        ),
    ] = Fraction(1)
    pace_holds: Annotated[bool, Option(read=flag, help="Pace holds and timed work too.")] = False
    voice: Annotated[
        str | None, Option(read=_voice, help="Who speaks (see `voices`).", metavar="NAME")
    ] = None
    speech_speed: Annotated[
        float,
        Option(
            read=partial(number, lowest=SLOWEST_SPEED, highest=FASTEST_SPEED),
            help="How fast the voice speaks: 0.5 to 2.0.",
            metavar="FACTOR",
        ),
    ] = 1.0
    loudness: Annotated[
        float,
        Option(
            read=partial(number, lowest=QUIETEST_LUFS, highest=LOUDEST_LUFS),
            help="How loud the voice is: -30 to -14.",
            metavar="LUFS",
        ),
    ] = SPEECH_LUFS
    without: Annotated[
        tuple[str, ...],
        Option(
            read=_missing,
            help="Equipment you don't have, or `none`. Repeatable.",
            metavar="ITEM",
        ),
    ] = ()
    only: Annotated[
        tuple[str, ...],
        Option(read=texts, help="Only this section. Repeatable.", metavar="SECTION"),
    ] = ()
    skip: Annotated[
        tuple[str, ...],
        Option(read=texts, help="Not this section. Repeatable.", metavar="SECTION"),
    ] = ()
    say_as: Annotated[
        Pronunciations,
        Option(
            read=_said,
            help="How to say a word: psoas=SO-as. Repeatable.",
            metavar="WORD=SOUND",
        ),
    ] = ()
    level: Annotated[
        Level,
        Option(read=partial(one_of, kind=Level), help="Which end of ranges such as 12-15."),
    ] = Level.MIDDLE
    coaching: Annotated[
        Coaching | None,
        Option(
            read=partial(one_of_or_none, kind=Coaching),
            help="How much is said; otherwise as the routine sets it.",
        ),
    ] = None
    counting: Annotated[
        Counting | None,
        Option(
            read=partial(one_of_or_none, kind=Counting),
            help="Which reps are counted; otherwise as the routine sets it.",
        ),
    ] = None
    language: Annotated[
        str | None,
        Option(
            read=_language, help="Coach in en or de; otherwise as the routine is.", metavar="CODE"
        ),
    ] = None
    music: Annotated[
        Path | None,
        Option(read=_path, help="A music file, a folder of them, or `none`.", metavar="PATH"),
    ] = None
    music_level: Annotated[
        float,
        Option(
            read=partial(number, lowest=LOWEST_DB, highest=HIGHEST_DB),
            help="How loud music is against the voice: -40 to 0 dB.",
            metavar="DB",
        ),
    ] = MUSIC_DB
    usual_coaching: Annotated[
        Coaching,
        Option(
            read=partial(one_of, kind=Coaching),
            help="How much is said where the routine does not set it.",
        ),
    ] = Coaching.STANDARD
    usual_counting: Annotated[
        Counting,
        Option(
            read=partial(one_of, kind=Counting),
            help="Which reps are counted where the routine does not set it.",
        ),
    ] = Counting.EVERY

    def __post_init__(self) -> None:
        """Read every setting from what was given for it."""
        for name, option in options().items():
            read = option.read(name.replace("_", " "), getattr(self, name))
            object.__setattr__(self, name, read)

    def written(self) -> tuple[str, ...]:
        """The settings that are not the usual ones, each as `name=value`: `pace=1.2`."""
        values = {f.name: getattr(self, f.name) for f in fields(self)}
        changed = {name: value for name, value in values.items() if value != getattr(USUAL, name)}
        return tuple(f"{name}={text}" for name, value in changed.items() for text in _texts(value))

    def told_with(self, routine: str) -> str:
        """`runners-mini-band, pace=1.2`: without folders, which are nobody else's business."""
        shown = self.changed({"music": self.music and self.music.name})
        told = ", ".join([routine, *shown.written()])
        return told.encode(errors="replace").decode()  # a file's name may be no text at all

    def changed(self, given: Mapping[str, Any]) -> Self:
        """The same settings but for those given by their names. Raises UsageError."""
        check_known(given, options())
        return replace(self, **given)

    @classmethod
    def read(cls, lines: Iterable[str]) -> Self:
        """The settings that `written` wrote. Raises EarcoachError when this version has others."""
        given: dict[str, Any] = {}
        for line in lines:
            name, _, text = line.partition("=")
            if name not in options():
                raise EarcoachError(OTHER_VERSION)
            several = isinstance(getattr(USUAL, name), tuple)
            given[name] = [*given.get(name, ()), text] if several else text
        try:
            return cls(**given)
        except UsageError as error:
            raise EarcoachError(f"{OTHER_VERSION}: {error.message}") from None

    @property
    def pacing(self) -> Pacing:
        """The pace, and what it is a factor on."""
        return Pacing(pace=self.pace, pace_holds=self.pace_holds)

    @property
    def manner(self) -> Manner:
        """How a routine is coached where it does not say so itself."""
        return Manner(coaching=self.usual_coaching, counting=self.usual_counting)

    @property
    def choices(self) -> Choices:
        """What decides what is done."""
        return Choices(
            level=self.level,
            without=self.without,
            only=self.only,
            skip=self.skip,
            coaching=self.coaching,
            counting=self.counting,
        )


class SettingKeywords(TypedDict, total=False):
    """The settings as keywords in Python, each with all that may stand for it."""

    pace: float | str | Fraction
    pace_holds: bool
    voice: str | None
    speech_speed: float
    loudness: float
    without: str | Iterable[str] | None
    only: str | Iterable[str] | None
    skip: str | Iterable[str] | None
    say_as: Mapping[str, str] | Iterable[str] | Pronunciations | None
    level: Level | str
    coaching: Coaching | str | None
    counting: Counting | str | None
    language: str | None
    music: str | Path | None
    music_level: float
    usual_coaching: Coaching | str
    usual_counting: Counting | str


@cache
def options() -> Mapping[str, Option]:
    """What there is to know about each setting, by its name."""
    return {f.name: _hints()[f.name].__metadata__[0] for f in fields(Settings)}


@cache
def _hints() -> Mapping[str, Any]:
    """The annotated types of settings, read once: that takes its time."""
    return get_type_hints(Settings, include_extras=True)


def choices_of(name: str) -> tuple[str, ...]:
    """The words of which a setting is one; none where it is anything else."""
    kind = getattr(_hints().get(name), "__origin__", None)
    words = (k for k in (kind, *get_args(kind)) if isinstance(k, type) and issubclass(k, StrEnum))
    return tuple(str(word) for each in words for word in each)


def check_known(given: Iterable[str], known: Iterable[str]) -> None:
    """Raises UsageError for a keyword that is not among the known ones."""
    known = tuple(known)
    for name in given:
        if name not in known:
            raise UsageError(f"there is no option `{name}`", cure=did_you_mean(name, known))


def _texts(value: Any) -> Iterable[str]:
    """A value as text, or, where there may be several, each of them."""
    match value:
        case tuple():
            return ("=".join(one) if isinstance(one, tuple) else one for one in value)
        case Fraction() | float():
            return (str(float(value)),)
    return (str(value),)


USUAL = Settings()
"""The settings where nobody asks for others."""
