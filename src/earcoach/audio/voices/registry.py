"""Which voices there are, and how to open one."""

from collections.abc import Callable
from dataclasses import dataclass

from earcoach.audio.voices.cache import ClipCache
from earcoach.audio.voices.engine import Engine
from earcoach.audio.voices.fallback import Fallback
from earcoach.audio.voices.neural import NeuralEngine
from earcoach.audio.voices.speaker import Speaker
from earcoach.audio.voices.system import SystemEngine
from earcoach.errors import UsageError
from earcoach.places import cache_folder
from earcoach.suggest import did_you_mean
from earcoach.units import SPEECH_LUFS

SLOWEST_SPEED, FASTEST_SPEED = 0.5, 2.0
QUIETEST_LUFS, LOUDEST_LUFS = -30.0, -14.0


@dataclass(frozen=True, slots=True)
class Voice:
    """A voice as it is listed, and how to make its engine. The first of VOICES is the default."""

    name: str
    description: str
    make: Callable[[], Engine]


VOICES: dict[str, Voice] = {
    voice.name: voice
    for voice in (
        Voice("neural", "natural American voice that comes with earcoach", NeuralEngine),
        Voice("system", "the voice of this computer, through pyttsx3", SystemEngine),
    )
}


def open_voice(
    name: str | None = None,
    *,
    speed: float = 1.0,
    loudness_lufs: float = SPEECH_LUFS,
    notice: Callable[[str], None] = lambda line: None,
    cache: ClipCache | None = None,
) -> Speaker:
    """A voice by name, or the default; when it cannot speak, another takes over after a notice.

    Raises UsageError for an unknown name, a speed outside 0.5 to 2.0 or a loudness outside -30 to
    -14 LUFS, NoVoice when nothing here can speak.
    """
    if name is not None and name not in VOICES:
        raise UsageError(f"there is no voice `{name}`", cure=did_you_mean(name, VOICES))
    if not SLOWEST_SPEED <= speed <= FASTEST_SPEED:
        raise UsageError(f"speech speed {speed:g} is out of range", cure="choose 0.5 to 2.0")
    if not QUIETEST_LUFS <= loudness_lufs <= LOUDEST_LUFS:
        raise UsageError(f"loudness {loudness_lufs:g} is out of range", cure="choose -30 to -14")
    order = sorted(VOICES.values(), key=lambda voice: voice.name != name)
    engine = Fallback([(voice.name, voice.make) for voice in order], notice)
    return Speaker(engine, cache or default_cache(), speed=speed, loudness_lufs=loudness_lufs)


def default_cache() -> ClipCache:
    """The clip cache in the user's cache folder."""
    return ClipCache(cache_folder("clips"))
