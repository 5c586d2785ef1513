"""Sound read back from a file of any format."""

import subprocess
from pathlib import Path

import numpy as np
import numpy.typing as npt
import soundfile
from installed import command_of

from earcoach.audio.clip import pcm_of
from earcoach.audio.mixer import Mixer
from earcoach.units import SAMPLE_RATE_HZ

Pcm = npt.NDArray[np.int16]


def rendered(mixer: Mixer) -> Pcm:
    return pcm_of(mixer.render(0, mixer.timeline.length))


def read(path: Path) -> Pcm:
    if path.suffix in (".m4a", ".m4b"):  # libsndfile cannot read them
        path = decoded(path)
    samples, rate_hz = soundfile.read(path, dtype="int16", always_2d=True)
    assert (rate_hz, samples.shape[1]) == (SAMPLE_RATE_HZ, 1)
    mono: Pcm = samples[:, 0]
    return mono


def decoded(path: Path) -> Path:
    """A file that FFmpeg has decoded."""
    wav = path.with_suffix(".decoded.wav")
    subprocess.run(command_of("ffmpeg", "-v", "error", "-y", "-i", path, wav), check=True)
    return wav
