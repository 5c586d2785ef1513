"""The files of the tones: in the `sounds` folder, or in their place in the user's own.

Without numpy, which takes longer to load than a session may wait for its first sound.
"""

import sys
import wave
from array import array
from collections.abc import Iterable
from pathlib import Path

from earcoach.errors import EarcoachError
from earcoach.paths import USER, Config, bundled, own_path
from earcoach.units import SAMPLE_RATE_HZ, gain_of_db

NAMES = (
    "chime", "countdown", "finish", "go", "halfway", "hold", "lift", "lower", "stop", "switch",
    "tick",
)  # fmt: skip
HIGHEST_PEAK_DBFS = -9.7
"""Over a word at its peak (-5 dBFS) that makes -1 dBFS; a louder sound is lowered."""
FULL_SCALE = 32768


def tone_folders(config: Config = USER) -> tuple[Path, ...]:
    """Where tones are looked for, in turn: the user's own folder, and that of the program."""
    return tuple(filter(None, (own_path("sounds", config), bundled("sounds"))))


def tone_file(name: str, folders: Iterable[Path]) -> Path:
    """The file of a tone. Raises EarcoachError when it is missing."""
    paths = (folder / f"{name}.wav" for folder in folders)
    path = next((p for p in paths if p.is_file()), None)
    if path is None:
        raise EarcoachError(f"the sound `{name}.wav` is missing", cure="install earcoach again")
    return path


def tone_as_it_is(name: str, folders: Iterable[Path]) -> bytes | None:
    """The 16-bit samples of a tone whose file has them as they are heard at its usual loudness.

    None for a file of another kind, and one that is made quieter: `tones` reads those.
    """
    try:
        with wave.open(str(tone_file(name, folders)), "rb") as file:
            kind = file.getnchannels(), file.getsampwidth(), file.getframerate()
            samples = array("h", file.readframes(SAMPLE_RATE_HZ))
            whole = len(samples) == file.getnframes()
    except (EarcoachError, OSError, EOFError, ValueError, wave.Error):
        return None  # told where it is read in earnest
    if sys.byteorder == "big":
        samples.byteswap()
    peak = max(max(samples, default=0), -min(samples, default=0)) / FULL_SCALE
    usual = kind == (1, 2, SAMPLE_RATE_HZ) and whole and peak <= gain_of_db(HIGHEST_PEAK_DBFS)
    return samples.tobytes() if usual else None
