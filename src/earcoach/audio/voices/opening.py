"""Opening a voice: the one that is wanted, with the others in reserve."""

import re
from collections.abc import Callable, Mapping, Sequence
from functools import partial

from earcoach.audio.voices.cache import ClipCache
from earcoach.audio.voices.engine import Engine
from earcoach.audio.voices.fallback import Fallback
from earcoach.audio.voices.hurried import Hurried
from earcoach.audio.voices.normalization.text import ReadingAloud
from earcoach.audio.voices.registry import VOICES, VoiceKind, voice_of
from earcoach.audio.voices.voice import Voice
from earcoach.paths import cache_folder
from earcoach.units import SPEECH_LUFS


def unnoticed(line: str) -> None:
    """A notice that nobody wants to hear, or that is given elsewhere."""


def open_voice(
    name: str | None = None,
    *,
    speed: float = 1.0,
    loudness_lufs: float = SPEECH_LUFS,
    language: str = "en",
    say_as: Mapping[str, str] | None = None,
    notice: Callable[[str], None] = unnoticed,
    cache: ClipCache | None = None,
    patience_s: float | None = None,
) -> Voice:
    """A voice by name, or the default; when it cannot speak, another takes over after a notice.

    So does another for each phrase that takes longer than `patience_s`; None waits for the voice.

    A voice of the language comes before those that speak another only. `say_as` has words that are
    to be said in another way: `{"psoas": "SO-as"}`. Raises UsageError for an unknown name,
    NoVoice when nothing can speak.
    """
    wanted = [] if name is None else [voice_of(name)]
    taken = {voice.name for voice, _ in wanted}
    others = [(voice, "") for voice in VOICES.values() if voice.name not in taken]
    others.sort(key=lambda other: other[0].language not in (None, language))
    makers: list[tuple[str, Callable[[], Engine]]] = [
        *((voice.name, partial(_named, voice, which, language, notice)) for voice, which in wanted),
        *((voice.name, partial(voice.make, which, language)) for voice, which in others),
    ]
    engine = Fallback(makers, notice)
    return Voice(
        engine if patience_s is None else Hurried(engine, _other(makers, notice), patience_s),
        cache or default_cache(),
        speed=speed,
        loudness_lufs=loudness_lufs,
        reading=ReadingAloud(language, say_as or {}),
    )


def _other(
    makers: Sequence[tuple[str, Callable[[], Engine]]], notice: Callable[[str], None]
) -> Callable[[], Engine]:
    """Makes the first voice after the first one, with a notice."""

    def made() -> Engine:
        engine = Fallback(makers[1:], unnoticed)
        notice(f"the {makers[0][0]} voice takes its time; another speaks meanwhile")
        return engine

    return made


def _named(voice: VoiceKind, which: str, language: str, notice: Callable[[str], None]) -> Engine:
    """The engine of a voice that was asked for by its name, whatever language it speaks."""
    engine = voice.make(which, language)
    engine.check()  # before its language is known
    spoken = re.split("[-_]", engine.language.casefold())[0]
    if spoken not in ("", language):
        name = f"{voice.name}:{which}" if which else voice.name
        notice(f"the voice {name} speaks `{engine.language}`, and this session is in `{language}`")
    return engine


def open_one_voice(name: str, *, language: str = "en", cache: ClipCache | None = None) -> Voice:
    """Just this voice, none in reserve. Raises UsageError, and NoVoice when it cannot speak."""
    voice, which = voice_of(name)
    language = voice.language or language
    engine = Fallback([(voice.name, partial(voice.make, which, language))], unnoticed)
    return Voice(engine, cache or default_cache(), reading=ReadingAloud(language))


def default_cache() -> ClipCache:
    """The clip cache in the user's cache folder."""
    return ClipCache(cache_folder("clips"))
