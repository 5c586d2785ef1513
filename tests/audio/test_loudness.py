"""How loud a file is when it has been decoded, by FFmpeg's meter: speech, and the highest peak."""

import re
import subprocess
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pytest
from conftest import SOUND_FILES
from heard import timeline_in
from installed import command_of, require

import earcoach
from earcoach.audio.mixer import Mixer
from earcoach.audio.sounds import Sounds
from earcoach.audio.tones import default_tones
from earcoach.audio.voices.cache import ClipCache
from earcoach.audio.voices.opening import open_voice
from earcoach.output.export import write_session
from earcoach.output.metadata import Metadata
from earcoach.plan.planning import make_plan
from earcoach.units import SPEECH_LUFS

ROUTINE = """
title: Loud and clear
exercises:
  - Single-leg bridge with ball squeeze: 1 x 6 each leg, beat 1s
    setup: Press both knees together and push evenly through your heels.
    equipment: small ball
  - Side plank: 1 x 15s hold
    cues: [Hips up, Stay straight]
"""
RATE_HZ = 48_000
BLOCK = RATE_HZ * 2 // 5
"""The shortest sound that can be measured; a shorter one is repeated."""

Sound = npt.NDArray[np.float32]


@pytest.fixture(scope="module")
def cache(tmp_path_factory: pytest.TempPathFactory) -> ClipCache:
    return ClipCache(tmp_path_factory.mktemp("clips"))


def session(cache: ClipCache, loudness_lufs: float) -> Mixer:
    voice = open_voice(cache=cache, loudness_lufs=loudness_lufs)
    tones = default_tones(gain_db=loudness_lufs - SPEECH_LUFS)
    plan = make_plan(earcoach.loads(ROUTINE))
    timeline = timeline_in(plan, Sounds(voice, tones))
    return Mixer(timeline, Sounds(voice, tones))


def decoded(path: Path) -> Sound:
    command = command_of("ffmpeg", "-v", "error", "-i", str(path), "-f", "f32le", "-")
    done = subprocess.run(command, capture_output=True, check=True)
    return np.frombuffer(done.stdout, dtype="<f4")


def spoken(sound: Sound, mixer: Mixer) -> list[Sound]:
    return [sound[said.onset : said.end] for said in Metadata(timeline=mixer.timeline).said()]


def measured(sound: Sound) -> tuple[float, float]:
    """Integrated loudness in LUFS and true peak in dBTP."""
    require("ffmpeg")
    command = "ffmpeg -hide_banner -nostats -f f32le -ar 48000 -ac 1 -i - "
    meter = ["-filter_complex", "ebur128=peak=true", "-f", "null", "-"]
    done = subprocess.run(
        [*command.split(), *meter], input=sound.tobytes(), capture_output=True, check=True
    )
    summary = done.stderr.decode().rpartition("Summary:")[2]
    found = re.search(r"I:\s+(\S+) LUFS.*Peak:\s+(\S+) dBFS", summary, re.DOTALL)
    assert found
    return float(found[1]), float(found[2])


@pytest.mark.parametrize(
    ("suffix", "loudness_lufs"),
    [*((suffix, -16.0) for suffix in sorted(set(SOUND_FILES) - {".m4b"})), (".mp3", -14.0)],
)
def test_speech_is_as_loud_as_it_should_be_and_no_peak_is_too_high(
    suffix: str, loudness_lufs: float, cache: ClipCache, tmp_path: Path
) -> None:
    path, mixer = tmp_path / f"session{suffix}", session(cache, loudness_lufs)
    write_session(mixer, path)
    sound = decoded(path)
    speech, _ = measured(np.concatenate(spoken(sound, mixer)))
    assert speech == pytest.approx(loudness_lufs, abs=0.5)
    _, peak = measured(sound)
    assert peak <= -1


@pytest.mark.parametrize("loudness_lufs", [-24.0, -14.0])
def test_every_phrase_is_about_as_loud_as_the_others(
    loudness_lufs: float, cache: ClipCache
) -> None:
    mixer = session(cache, loudness_lufs)
    sound = mixer.render(0, mixer.timeline.length)
    texts = {said.text: said for said in Metadata(timeline=mixer.timeline).said()}
    assert len(texts) > 15
    for said in texts.values():
        phrase = sound[said.onset : said.end]
        loudness, _ = measured(np.tile(phrase, -(-5 * BLOCK // len(phrase))))
        assert loudness == pytest.approx(loudness_lufs, abs=1.5), said.text
