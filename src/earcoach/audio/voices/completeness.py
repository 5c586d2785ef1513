"""Whether speech can be all of a text: pyttsx3 in the wild returns silence, or only the start."""

import numpy as np

from earcoach.audio.voices.engine import Speech
from earcoach.errors import NoVoice

LEAST_S_PER_LETTER = 0.02
"""Faster than any voice speaks; eSpeak at its own speed takes three times as long."""
END_S = 0.005
LOUD_AT_THE_END = 0.25
"""A word that is cut ends loud; a voice that comes to its own end is far below its mean."""


def check_complete(speech: Speech, text: str, speed: float) -> Speech:
    """The same speech. Raises NoVoice when it is silent, or not all of the text."""
    samples = speech.samples
    if not samples.any():
        raise NoVoice("the voice returned silence")
    if not np.isfinite(samples).all() or speech.rate_hz <= 0:
        raise NoVoice("the voice returned noise")
    sounding = np.flatnonzero(np.abs(samples) > 0.01 * np.abs(samples).max())
    length_s = float(sounding[-1] - sounding[0]) / speech.rate_hz
    letters = sum(character.isalpha() for character in text)
    end = samples[-max(1, round(END_S * speech.rate_hz)) :]
    loud = _rms(end) > LOUD_AT_THE_END * _rms(samples[sounding[0] : sounding[-1] + 1])
    if length_s * speed < LEAST_S_PER_LETTER * letters or (loud and letters > 1):
        raise NoVoice(f"the voice did not say all of `{text[:40]}`")
    return speech


def _rms(samples: np.ndarray) -> float:
    return float(np.sqrt(np.square(samples, dtype=np.float64).mean()))
