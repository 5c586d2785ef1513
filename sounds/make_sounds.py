"""The coach's cue sounds: a table of recipes, and the script that writes them as WAV files.

Run `python sounds/make_sounds.py [FOLDER]`; without FOLDER the files land beside this script.
The same recipe always gives the same bytes, so a test can compare the files with `make`.
"""

import sys
import wave
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

RATE = 48_000  # frames a second
ATTACK = 0.004  # seconds: long enough not to click, short enough to be on the beat

# Hertz. One scale, so that any two sounds in a row belong together; whole-number ratios, so that
# the notes of a chord do not beat against each other.
A4, C5, D5, E5, G5 = (523.25 * r for r in (5 / 6, 1, 9 / 8, 5 / 4, 3 / 2))
A5, C6, E6, G6 = (523.25 * r for r in (5 / 3, 2, 5 / 2, 3))


class Partial(NamedTuple):
    """One sine of a timbre; the higher its `decay`, the sooner it is gone."""

    ratio: float
    volume: float
    decay: float


class Note(NamedTuple):
    """One note, in seconds and hertz; its `volume` is relative to the sound's other notes."""

    start: float
    length: float
    pitch: float
    volume: float = 1


class Sound(NamedTuple):
    """A recipe: notes played on one timbre, up to a `peak` in dB of full scale."""

    peak: float
    timbre: tuple[Partial, ...]
    notes: tuple[Note, ...]


# An odd partial flattens the wave's crest, so that a sound is as loud at a lower peak.
SOFT = (Partial(1, 1, 1.8), Partial(3, 0.15, 3), Partial(4, 0.03, 8))
BELL = (Partial(1, 1, 1.6), Partial(2, 0.06, 2), Partial(3, 0.18, 2.2), Partial(5.4, 0.04, 9))
WOOD = (Partial(1, 1, 4), Partial(3.9, 0.25, 9))

# The peaks make the sounds equally loud (-20 LUFS, the tick -28, the parts of a tempo -31: each
# repeated without a gap and measured with ffmpeg's ebur128) and stay under -10.7 dB, so that a
# sound added to speech that peaks at -3 dB cannot clip.
SOUNDS = {
    "countdown": Sound(-11.4, SOFT, (Note(0, 0.12, G5),)),
    "go": Sound(-12, SOFT, (Note(0, 0.1, A5), Note(0.09, 0.26, E6))),
    "stop": Sound(-11, SOFT, (Note(0, 0.19, E5), Note(0.18, 0.22, A4))),
    "switch": Sound(-11.4, SOFT, (Note(0, 0.15, E5), Note(0.15, 0.15, C6), Note(0.3, 0.15, E5))),
    "halfway": Sound(-11, SOFT, (Note(0, 0.22, D5), Note(0.23, 0.22, D5))),
    "finish": Sound(
        -10.8,
        SOFT,
        (
            Note(0, 0.3, C5),
            Note(0.15, 0.3, E5),
            Note(0.3, 0.3, G5),
            Note(0.45, 1.15, C6, 0.8),
            # The chord is rolled like a harp's: struck at once its crests would add up.
            Note(0.626, 0.974, E6, 0.5),
            Note(0.65, 0.95, G6, 0.4),
        ),
    ),
    "lower": Sound(-17.3, WOOD, (Note(0, 0.06, A4),)),
    "hold": Sound(-17.6, WOOD, (Note(0, 0.06, E5),)),
    "lift": Sound(-18.1, WOOD, (Note(0, 0.06, A5),)),
    "tick": Sound(-15, WOOD, (Note(0, 0.05, C6),)),
    "chime": Sound(-10.8, BELL, (Note(0, 0.55, C5),)),
}


def tone(note: Note, timbre: tuple[Partial, ...]) -> NDArray[np.float64]:
    """Samples of one note: a soft attack, then a decay that ends at zero exactly."""
    time = np.arange(round(note.length * RATE)) / RATE
    left = np.linspace(1, 0, len(time))
    sines = np.zeros(len(time))
    for partial in timbre:
        sine = np.sin(2 * np.pi * note.pitch * partial.ratio * time)
        sines += partial.volume * left**partial.decay * sine
    attack = np.sin(np.pi / 2 * np.minimum(time / ATTACK, 1)) ** 2
    return note.volume * attack * sines


def make(name: str) -> NDArray[np.int16]:
    """Samples of the sound called `name` in the table."""
    sound = SOUNDS[name]
    mix = np.zeros(round(max(note.start + note.length for note in sound.notes) * RATE))
    for note in sound.notes:
        first, samples = round(note.start * RATE), tone(note, sound.timbre)
        mix[first : first + len(samples)] += samples
    gain = 32_768 * 10 ** (sound.peak / 20) / float(np.abs(mix).max())
    return np.round(mix * gain).astype(np.int16)


def write(name: str, folder: Path) -> None:
    """Write one sound to its mono 16-bit WAV file."""
    with wave.open(str(folder / f"{name}.wav"), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE)
        file.writeframes(make(name).tobytes())


def main() -> None:
    """Write every sound to the folder named on the command line."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent
    for name in SOUNDS:
        write(name, folder)


if __name__ == "__main__":
    main()
