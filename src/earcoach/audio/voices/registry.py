"""Which voices there are: those of the program, and those that other packages bring.

Nothing here loads an engine, or numpy, before it is asked for.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from types import MappingProxyType
from typing import TYPE_CHECKING

from earcoach.audio.voices.neural import neural_identity
from earcoach.errors import EarcoachError, NoVoice, UsageError
from earcoach.suggest import did_you_mean

if TYPE_CHECKING:  # what is slow to import waits until it is needed
    from importlib.metadata import EntryPoint

    from earcoach.audio.voices.remote import RemoteEngine

PLUG_INS = "earcoach.voices"
"""The group of entry points by which other packages add voices."""


@dataclass(frozen=True, slots=True, kw_only=True)
class VoiceKind:
    """A kind of voice, whose engine runs in a process of its own."""

    name: str
    """What it is asked for by: `system`."""
    description: str
    """A few words for a list."""
    engine: str
    """Where its engine is made: `MODULE:NAME`."""
    language: str | None = None
    """The code of the only language that it speaks, None if it speaks several."""
    identify: Callable[[], str] | None = None
    """Says the identity of its engine without beginning it, where that is possible."""

    def make(self, variant: str = "", language: str = "en") -> "RemoteEngine":
        """Its engine, not begun yet. Raises NoVoice when it cannot be."""
        from earcoach.audio.voices.remote import RemoteEngine

        if self.language not in (None, language):
            raise NoVoice(f"the {self.name} voice does not speak `{language}`")
        identity = self.identify() if self.identify else None
        return RemoteEngine(
            self.name, self.engine, variant=variant, language=language, identity=identity
        )


VOICES: Mapping[str, VoiceKind] = MappingProxyType(
    {
        voice.name: voice
        for voice in (
            VoiceKind(
                name="neural",
                description="natural American voice that comes with earcoach",
                engine="earcoach.audio.voices.neural:NeuralEngine",
                language="en",
                identify=neural_identity,
            ),
            VoiceKind(
                name="system",
                description="a voice of this computer, through pyttsx3",
                engine="earcoach.audio.voices.system:SystemEngine",
            ),
        )
    }
)
"""The program's own voices, the default first."""


def plug_ins() -> dict[str, VoiceKind]:
    """The voices that other packages bring; the program's own names are not taken from it."""
    from importlib.metadata import entry_points

    found = {entry.name: _plug_in(entry) for entry in entry_points(group=PLUG_INS)}
    return {name: voice for name, voice in found.items() if name not in VOICES}


def _plug_in(entry: "EntryPoint") -> VoiceKind:
    package = entry.dist.name if entry.dist else "another package"
    return VoiceKind(name=entry.name, description=f"from {package}", engine=entry.value)


def voice_of(chosen: str) -> tuple[VoiceKind, str]:
    """The voice that `NAME` or `NAME:WHICH` means, and which. Raises UsageError for no voice."""
    name, _, which = chosen.partition(":")
    found = VOICES.get(name) or plug_ins().get(name)
    if found is None:
        known = [*VOICES, *plug_ins()]
        raise UsageError(f"there is no voice `{name}`", cure=did_you_mean(name, known))
    if which and found.name == "neural":
        raise UsageError("there is only one neural voice", cure="say `--voice neural`")
    return found, which


def check_voice(chosen: str, *, language: str = "en") -> None:
    """Raises UsageError for a voice that there is not, before a sound device is opened."""
    voice, which = voice_of(chosen)
    if which:  # only its engine knows whether there is such a one
        engine = voice.make(which, language)
        try:
            engine.check()
        except NoVoice:
            return  # it exists and does not work, so another will take over
        finally:
            engine.close()


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedVoice:
    """A voice of this machine, in a list."""

    name: str
    """What it can be chosen by."""
    language: str
    """The code of its language, empty if it speaks several or nobody knows."""
    description: str = ""
    """A few words about it."""
    trouble: str = ""
    """Why it cannot be chosen here, empty if it can."""


def list_voices() -> list[ListedVoice]:
    """Every voice that can be chosen on this machine, the default first."""
    return [row for voice in (*VOICES.values(), *plug_ins().values()) for row in _listed(voice)]


def _listed(voice: VoiceKind) -> list[ListedVoice]:
    row = partial(ListedVoice, name=voice.name, language=voice.language or "")
    try:
        engine = voice.make(language=voice.language or "en")
        try:
            engine.check()
            others = engine.voices()
        finally:
            engine.close()
    except UsageError as error:  # it wants to be told which
        return [row(description=f"{voice.description}: {error.cure or error.message}")]
    except EarcoachError as error:
        trouble = f"{error.message} ({error.cure})" if error.cure else error.message
        return [row(description=voice.description, trouble=trouble)]
    rows = [
        ListedVoice(name=f"{voice.name}:{name}", language=language) for name, language in others
    ]
    return [row(description=voice.description), *rows]
