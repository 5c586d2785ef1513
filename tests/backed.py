"""Music, and a coach of known lengths that makes no sound, so that it can be measured."""

import subprocess
from pathlib import Path

import numpy as np
import soundfile
from heard import timeline_in
from installed import command_of
from stage import AtHand

import earcoach
from earcoach.audio.clip import Clip, Samples
from earcoach.audio.mixer import Mixer
from earcoach.audio.music.playlist import Music
from earcoach.audio.music.selection import select_music
from earcoach.plan.planning import make_plan
from earcoach.timeline.schedule import Timeline
from earcoach.units import SAMPLE_RATE_HZ, frames_of_ms

SLOW = """\
title: Slow
exercises:
  - Squat: 1 x 4, beat 4s
  - Plank: 1 x 30s hold
"""
LENGTHS = {"chime": 800, "finish": 900}


def silence(ms: int) -> Clip:
    return Clip(np.zeros(frames_of_ms(ms), dtype=np.float32))


def unheard(text: str) -> Clip:
    """A phrase that takes its time and makes no sound, so that the music can be measured."""
    return silence(300 + 20 * len(text))


def unheard_tone(name: str) -> Clip:
    return silence(LENGTHS.get(name, 200))


SILENT = AtHand(unheard, unheard_tone)


def timeline_of(text: str) -> Timeline:
    plan = make_plan(earcoach.loads(text))
    return timeline_in(plan, SILENT)


def mixer_of(text: str, music: Music) -> Mixer:
    return Mixer(timeline_of(text), SILENT, music=music)


def whole(mixer: Mixer) -> Samples:
    return np.concatenate(list(mixer.blocks(SAMPLE_RATE_HZ)))


def write(
    path: Path, seconds: float, *, hz: float = 0, level: float = 0.3, rate: int = SAMPLE_RATE_HZ
) -> Path:
    """A file of a tone, or of noise without a pitch, in stereo."""
    count = round(seconds * rate)
    if hz:
        one = level * np.sqrt(2) * np.sin(2 * np.pi * hz * np.arange(count) / rate)
        samples = np.column_stack([one, one])
    else:
        samples = np.random.default_rng(count).normal(0, level, (count, 2)).clip(-1, 1)
    soundfile.write(path, samples, rate)
    return path


def encoded(path: Path, suffix: str) -> Path:
    target = path.with_name(f"{path.stem}-encoded{suffix}")
    subprocess.run(command_of("ffmpeg", "-v", "error", "-y", "-i", path, target), check=True)
    return target


def music_of(path: Path, **options: float) -> Music:
    return Music(select_music(path, **options))
