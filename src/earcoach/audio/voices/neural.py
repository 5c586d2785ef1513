"""The default voice: hibari-tts, a small neural model that comes inside its wheel."""

import re
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

from earcoach.errors import NoVoice

if TYPE_CHECKING:  # the program itself only asks for the identity, and needs no numpy for that
    from earcoach.audio.voices.engine import Speech

VOICE = "heart"


def neural_identity() -> str:
    """The identity of the engine, without loading it. Raises NoVoice when it is not there."""
    from earcoach.audio.voices.lexicon import LEXICON_VERSION

    found = find_spec("hibari")
    if found is None or found.origin is None:
        raise NoVoice("the package hibari-tts is not installed")
    return f"hibari {_version(Path(found.origin))} {VOICE}, lexicon {LEXICON_VERSION}"


def _version(package: Path) -> str:
    """Its version as the package says it: to ask importlib.metadata takes longer."""
    stated = re.search(r'^__version__ = "(.+)"', package.read_text(encoding="utf-8"), re.MULTILINE)
    if stated:
        return stated[1]
    from importlib.metadata import version

    return version("hibari-tts")


class NeuralEngine:
    """Speaks with hibari's built-in voice, an American one."""

    def __init__(self, variant: str = "", language: str = "en") -> None:
        """Load nothing. Raises NoVoice when hibari is not installed."""
        self.identity = neural_identity()

    def load(self) -> None:
        """Load the model."""
        _model()

    def synthesize(self, text: str, speed: float) -> "Speech":
        """Speak a text; the same text gives the same bits."""
        from earcoach.audio.voices.engine import Speech
        from earcoach.audio.voices.lexicon import pronounced

        model = _model()
        return Speech(model(pronounced(text), speed=speed, seed=0), model.sample_rate)


@cache
def _model() -> Any:
    from hibari import Hibari
    from hibari.g2p import G2P

    from earcoach.promise import Promise

    # what it knows of spelling takes longest to load; the model is loaded meanwhile
    model = Promise(lambda: Hibari(VOICE, g2p=lambda text: spelling(text)))
    model.begin()
    spelling = G2P()
    return model()
