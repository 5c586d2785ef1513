"""The tones: short sounds from the `sounds` folder, or in their place from the user's own."""

import wave
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

import numpy as np

from earcoach.audio.clip import Clip, clip_of, resampled
from earcoach.audio.tone_files import HIGHEST_PEAK_DBFS, NAMES, tone_file, tone_folders
from earcoach.errors import EarcoachError
from earcoach.paths import USER, Config
from earcoach.units import SAMPLE_RATE_HZ, gain_of_db

LONGEST_S = 3.0
_PCM_TYPES = {1: "u1", 2: "<i2", 4: "<i4"}


class Tones(Mapping[str, Clip]):
    """Every tone by its name, read when it is first needed."""

    def __init__(self, *folders: Path, gain_db: float = 0.0) -> None:
        """Look in these folders in turn, and make what is found louder or quieter."""
        self._folders, self._gain = folders, gain_of_db(gain_db)
        self._load = cache(self._load_afresh)

    def __getitem__(self, name: str) -> Clip:
        """A tone. Raises EarcoachError when its file cannot be used."""
        return self._load(name)

    def __iter__(self) -> Iterator[str]:
        """The names of the tones."""
        return iter(NAMES)

    def __len__(self) -> int:
        """How many tones there are."""
        return len(NAMES)

    def _load_afresh(self, name: str) -> Clip:
        samples = read_wav(tone_file(name, self._folders)).samples
        peak = float(np.abs(samples).max(initial=0.0))
        gain = min(self._gain, gain_of_db(HIGHEST_PEAK_DBFS) / max(peak, 1e-6))
        return clip_of(samples * gain)


def default_tones(*, gain_db: float = 0.0, config: Config = USER) -> Tones:
    """The user's own sounds, and the bundled ones for the rest; 0 dB is for the usual speech."""
    return Tones(*tone_folders(config), gain_db=gain_db)


def read_wav(path: Path) -> Clip:
    """A short WAV file of any rate as a clip. Raises EarcoachError when it cannot be used."""
    try:
        with wave.open(str(path), "rb") as file:
            width, channels = file.getsampwidth(), file.getnchannels()
            rate_hz = file.getframerate()
            if file.getnframes() > LONGEST_S * rate_hz:
                raise EarcoachError(f"{path} is longer than {LONGEST_S:g} seconds")
            data = file.readframes(file.getnframes())
        raw = np.frombuffer(data, dtype=_PCM_TYPES[width]).reshape(-1, channels).mean(axis=1)
    except (OSError, EOFError, KeyError, ValueError, wave.Error) as error:
        reason = getattr(error, "strerror", None) or "it is not a plain WAV file"
        message = f"{path} cannot be used as a sound: {reason}"
        raise EarcoachError(message, cure="a cue is a WAV file of 16 bits") from None
    centred = raw - 128 if width == 1 else raw
    return clip_of(resampled(centred / float(1 << (8 * width - 1)), rate_hz, SAMPLE_RATE_HZ))
