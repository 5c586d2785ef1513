"""From what an engine says to a clip: resampled, trimmed, levelled and faded, once."""

import numpy as np

from earcoach.audio.clip import Pcm, Samples, faded, pcm_of, resampled
from earcoach.audio.loudness import SILENCE_LUFS, loudness_lufs
from earcoach.audio.voices.engine import Speech
from earcoach.errors import NoVoice
from earcoach.units import SAMPLE_RATE_HZ, SPEECH_LUFS, frames_of_ms, gain_of_db

FINISH_VERSION = "3"
"""Changes whenever the same speech would become another clip, so that cached clips are left."""

PEAK_DBFS = -5.0
"""What MP3, Opus and AAC make of speech peaks up to 2.5 dB higher, and -1 dBTP is the limit."""

MOST_TURNS, CLOSE_ENOUGH_LU = 12, 0.1
LEAST_PER_DB = 0.25
"""Loudness that a decibel of gain is taken to give at least, however much the peaks take of it."""

FAINTEST_DBFS = -60.0
"""What stays below this peak is no speech."""

SILENCE_DB = -50.0
WINDOW = frames_of_ms(5)
BEFORE, AFTER = frames_of_ms(10), frames_of_ms(30)
LIMITER_STEP = frames_of_ms(1)
LIMITER_REACH = 6
"""How many steps before and after a peak its gain reaches."""


def mastered(speech: Speech) -> Pcm:
    """The clip of a phrase, 16 bits at 48 kHz. Raises NoVoice when there is nothing to hear."""
    return finished(cut(speech))


def cut(speech: Speech) -> Samples:
    """A phrase at 48 kHz without the silence around it: the quick part of mastering, which says how
    long it is. Raises NoVoice as `mastered` does.
    """
    samples = trimmed(resampled(speech.samples, speech.rate_hz, SAMPLE_RATE_HZ))
    if np.abs(samples).max(initial=0.0) < gain_of_db(FAINTEST_DBFS):
        raise NoVoice("the voice returned silence")
    return samples


def finished(phrase: Samples) -> Pcm:
    """The rest of it, which takes most of the time."""
    return pcm_of(faded(levelled(phrase, SPEECH_LUFS), fade_ms=5))


def trimmed(samples: Samples) -> Samples:
    """The sound without the silence around it; a little air is left, so that no start is cut."""
    count = len(samples) // WINDOW
    powers = np.square(samples[: count * WINDOW].reshape(count, WINDOW)).mean(axis=1)
    loud = np.flatnonzero(powers > powers.max(initial=0.0) * gain_of_db(2 * SILENCE_DB))
    if not len(loud) or not powers.any():
        return samples[:0]
    first, last = int(loud[0]) * WINDOW, (int(loud[-1]) + 1) * WINDOW
    return samples[max(0, first - BEFORE) : last + AFTER]


def levelled(samples: Samples, target_lufs: float) -> Samples:
    """The sound at a loudness, with its highest peaks lowered; silence stays what it is."""
    lufs = loudness_lufs(samples)
    if lufs == SILENCE_LUFS:
        return samples
    gain_db, per_db, louder = 0.0, 1.0, samples
    for _ in range(MOST_TURNS):  # lowering peaks takes some loudness, which more gain gives back
        missing_lu = target_lufs - lufs
        if abs(missing_lu) < CLOSE_ENOUGH_LU:
            break
        step_db = missing_lu / per_db
        gain_db += step_db
        louder = limited(samples * np.float32(gain_of_db(gain_db)), gain_of_db(PEAK_DBFS))
        before, lufs = lufs, loudness_lufs(louder)
        per_db = max(LEAST_PER_DB, (lufs - before) / step_db)
    return limited(louder, gain_of_db(PEAK_DBFS))


def limited(samples: Samples, peak: float) -> Samples:
    """The sound with no peak above `peak`, by a gain that changes smoothly over some ms."""
    count = -(-len(samples) // LIMITER_STEP)
    padded = np.pad(np.abs(samples), (0, count * LIMITER_STEP - len(samples)))
    highest = padded.reshape(count, LIMITER_STEP).max(axis=1)
    needed = np.minimum(1.0, peak / np.maximum(highest, peak))
    # the lowest of the neighbours, then their mean: never above what a sample needs
    around = np.lib.stride_tricks.sliding_window_view(
        np.pad(needed, 2 * LIMITER_REACH, mode="edge"), 2 * LIMITER_REACH + 1
    ).min(axis=1)
    smooth = np.convolve(
        around, np.full(2 * LIMITER_REACH - 1, 1 / (2 * LIMITER_REACH - 1)), "same"
    )
    steps = smooth[LIMITER_REACH : LIMITER_REACH + count]
    centres = (np.arange(count) + 0.5) * LIMITER_STEP
    gains = np.interp(np.arange(len(samples)), centres, steps)
    return (samples * gains).astype(np.float32)
