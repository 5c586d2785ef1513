"""Piper: neural voices in many languages, each a file that the user has.

Brought in as a plug-in, because piper-tts is under the GPL (the extra `piper`).
"""

import hashlib
import json
from importlib.metadata import version
from pathlib import Path
from typing import Any

import numpy as np

from earcoach.audio.voices.engine import Speech
from earcoach.errors import NoVoice, UsageError
from earcoach.extras import how_to_install


class PiperEngine:
    """Speaks with a voice file, `NAME.onnx`, which has its `NAME.onnx.json` beside it."""

    def __init__(self, variant: str = "", language: str = "en") -> None:
        """Look at the files. Raises UsageError when they are not there, NoVoice without Piper."""
        self._path = _voice_file(variant)
        try:
            import piper
        except ImportError:
            raise NoVoice("piper-tts is not installed", cure=how_to_install("piper")) from None
        self._piper = piper
        self._model: Any = None
        digest = hashlib.sha256(self._path.read_bytes() + _settings(self._path).read_bytes())
        self.language = _language_of(_settings(self._path))
        release = version("piper-tts")
        self.identity = f"piper {release} {self._path.name} {digest.hexdigest()[:16]}"

    def load(self) -> None:
        """Load the voice file."""
        if self._model is None:
            self._model = self._piper.PiperVoice.load(self._path)

    def synthesize(self, text: str, speed: float) -> Speech:
        """Speak a text; without Piper's random variation, so that the same text sounds the same."""
        self.load()
        model = self._model
        how = self._piper.SynthesisConfig(
            length_scale=model.config.length_scale / speed, noise_scale=0.0, noise_w_scale=0.0
        )
        sentences = [sentence.audio_float_array for sentence in model.synthesize(text, how)]
        if not sentences:
            raise NoVoice(f"it has no words for `{text[:40]}`")
        return Speech(np.concatenate(sentences).astype(np.float32), model.config.sample_rate)


def _voice_file(variant: str) -> Path:
    """The voice file of a choice. Raises UsageError when the voice is not complete."""
    if not variant:
        raise UsageError("which Piper voice?", cure="`piper:PATH` with a voice file, `NAME.onnx`")
    path = Path(variant).expanduser()
    if not path.is_file():
        raise UsageError(f"there is no voice file `{variant}`", cure="`piper:PATH` wants a `.onnx`")
    try:
        json.loads(_settings(path).read_bytes())
    except (OSError, ValueError):
        cure = f"the voice's `{path.name}.json` belongs beside it"
        raise UsageError(f"`{variant}` is only half a Piper voice", cure=cure) from None
    return path


def _language_of(settings: Path) -> str:
    """The code of a voice's language, empty when its settings do not say."""
    match json.loads(settings.read_bytes()):
        case {"language": {"code": str(code)}}:
            return code
    return ""


def _settings(path: Path) -> Path:
    return path.with_name(f"{path.name}.json")
