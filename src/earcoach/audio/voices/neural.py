"""The default voice: hibari-tts, a small neural model that comes inside its wheel."""

from functools import cached_property
from importlib.metadata import PackageNotFoundError, version
from typing import Any

from earcoach.audio.voices.engine import Speech
from earcoach.errors import NoVoice


class NeuralEngine:
    """Speaks with hibari's built-in voice. The model is loaded by the first phrase."""

    def __init__(self) -> None:
        """Find out which version is installed; load nothing. Raises NoVoice when there is none."""
        try:
            self.identity = f"hibari {version('hibari-tts')} heart"
        except PackageNotFoundError:
            raise NoVoice("the package hibari-tts is not installed") from None

    @cached_property
    def _model(self) -> Any:
        try:
            from hibari import Hibari

            return Hibari()
        except Exception as error:  # a broken wheel can raise anything, and another voice can speak
            raise NoVoice(f"the neural voice cannot be loaded ({error})") from error

    def synthesize(self, text: str, speed: float) -> Speech:
        """Speak a text; the fixed seed makes the same text give the same bits."""
        model = self._model
        try:
            samples = model(text, speed=speed, seed=0)
        except Exception as error:  # a text that it cannot read can raise anything
            raise NoVoice(f"the neural voice cannot say `{text[:40]}` ({error})") from error
        return Speech(samples, model.sample_rate)
