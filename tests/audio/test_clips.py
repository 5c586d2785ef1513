"""Clips: trimmed, resampled, faded and levelled without harm; and the sounds that come along."""

import runpy
import subprocess
import wave
from collections.abc import Callable
from itertools import combinations
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pytest
from humming import HummingEngine
from installed import require

from earcoach import EarcoachError, NoVoice
from earcoach.audio.clip import Samples, clip_of, clip_of_pcm, faded, pcm_of, resampled
from earcoach.audio.loudness import loudness_lufs
from earcoach.audio.tone_files import NAMES, tone_as_it_is
from earcoach.audio.tones import Tones, default_tones, read_wav
from earcoach.audio.voices.engine import Speech
from earcoach.audio.voices.mastering import mastered, trimmed
from earcoach.audio.voices.normalization.text import spoken
from earcoach.audio.voices.registry import VOICES
from earcoach.audio.voices.remote import RemoteEngine

RATE = 48_000
SOUNDS = Path(__file__).parents[2] / "sounds"

Signal = npt.NDArray[np.float64]


def ebur128(samples: npt.NDArray[np.floating]) -> float:
    """The integrated loudness in LUFS by ffmpeg, of mono sound at 48 kHz."""
    command = "ffmpeg -hide_banner -nostats -f f32le -ar 48000 -ac 1 -i - -af ebur128 -f null -"
    sound = samples.astype("<f4").tobytes()
    done = subprocess.run(command.split(), input=sound, capture_output=True, check=True)
    summary = done.stderr.decode().rpartition("Integrated loudness:")[2]
    return float(summary.split("I:")[1].split("LUFS")[0])


def db_of(level: float) -> float:
    return 20 * float(np.log10(level))


def clock(seconds: float, rate_hz: int = RATE) -> Signal:
    return np.arange(round(seconds * rate_hz)) / rate_hz


def sine(hz: float, seconds: float, *, rate_hz: int = RATE, level: float = 0.5) -> Signal:
    """A sine that swells and dies away, and so begins and ends in silence."""
    time = clock(seconds, rate_hz)
    swell = np.sin(np.pi * time / seconds) ** 4
    return level * swell * np.sin(2 * np.pi * hz * time)


# -- samples -----------------------------------------------------------------------------------


def test_sixteen_bits_pass_through_a_clip_unchanged() -> None:
    every = np.arange(-32768, 32768).astype(np.int16)
    assert np.array_equal(pcm_of(clip_of_pcm(every).samples), every)


def test_what_is_too_loud_is_clipped_and_does_not_wrap() -> None:
    assert pcm_of(np.array([1.0, 2.5, -1.0, -3.0])).tolist() == [32767, 32767, -32768, -32768]


def test_nobody_can_write_into_a_clip() -> None:
    with pytest.raises(ValueError, match="read-only"):
        clip_of(np.zeros(10)).samples[0] = 1


def test_a_fade_begins_and_ends_at_zero_and_leaves_the_middle() -> None:
    steady = np.ones(RATE)
    soft = faded(steady, fade_ms=5)
    assert soft[0] == soft[-1] == 0
    assert np.array_equal(soft[240:-240], steady[240:-240])
    assert np.all(np.diff(soft[:240]) > 0)
    assert np.all(np.diff(soft[-240:]) < 0)
    assert np.abs(np.diff(soft)).max() < 0.01


@pytest.mark.parametrize("frames", [0, 1, 2, 100])
def test_a_fade_of_a_very_short_sound_keeps_its_length(frames: int) -> None:
    assert len(faded(np.ones(frames), fade_ms=5)) == frames


@pytest.mark.parametrize("rate_hz", [22_050, 24_000, 44_100, 96_000])
@pytest.mark.parametrize("hz", [110, 1000, 7040])
def test_another_rate_keeps_frequency_and_level(hz: float, rate_hz: int) -> None:
    found = resampled(sine(hz, 0.5, rate_hz=rate_hz), rate_hz, RATE)
    assert found.shape == (RATE // 2,)
    assert np.abs(found - sine(hz, 0.5)).max() < 1e-5


def test_what_the_new_rate_cannot_hold_is_left_out_and_not_folded_back() -> None:
    assert np.abs(resampled(sine(30_000, 0.5, rate_hz=96_000), 96_000, RATE)).max() < 1e-5


# -- trimming ----------------------------------------------------------------------------------


def spoken_like(*parts: Signal) -> Samples:
    return np.concatenate(parts).astype(np.float32)


def test_silence_around_speech_is_cut() -> None:
    hum = sine(200, 0.5)
    found = trimmed(spoken_like(np.zeros(20_000), hum, np.zeros(30_000)))
    assert len(hum) - 4800 < len(found) < len(hum) + 2400


@pytest.mark.parametrize("quiet_db", [-20, -30, -40])
def test_a_soft_start_and_a_soft_end_stay(quiet_db: float) -> None:
    """As in "five": the f is far softer than the vowel."""
    hiss = np.random.default_rng(1).normal(0, 0.3 * 10 ** (quiet_db / 20), RATE // 10)
    vowel = 0.3 * np.sqrt(2) * np.sin(2 * np.pi * 200 * clock(0.3))
    speech = spoken_like(np.zeros(12_000), hiss, vowel, hiss, np.zeros(12_000))
    found = trimmed(speech)
    start = int(np.argmax(found != 0))
    assert np.array_equal(found[start : start + 24_000], speech[12_000:36_000])
    assert len(found) < 24_000 + 4800


def test_a_pause_inside_a_phrase_stays() -> None:
    word, pause = sine(200, 0.3), np.zeros(RATE)
    assert len(trimmed(spoken_like(word, pause, word))) > 0.9 * (RATE * 1.6)


@pytest.mark.parametrize(
    "samples",
    [np.zeros(0), np.zeros(100), np.zeros(RATE), np.full(RATE, 1e-6)],
    ids=["nothing", "very short", "zeros", "dither"],
)
def test_silence_is_no_phrase(samples: Signal) -> None:
    with pytest.raises(NoVoice, match="silence"):
        mastered(Speech(samples.astype(np.float32), RATE))


# -- loudness ----------------------------------------------------------------------------------


def noise(seconds: float, level: float) -> Signal:
    return np.random.default_rng(7).normal(0, level, round(seconds * RATE))


SIGNALS: dict[str, Callable[[], Signal]] = {
    "sine": lambda: 0.1 * np.sin(2 * np.pi * 997 * clock(5)),
    "bass": lambda: 0.5 * np.sin(2 * np.pi * 60 * clock(5)),
    "treble": lambda: 0.1 * np.sin(2 * np.pi * 9000 * clock(5)),
    "noise": lambda: noise(5, 0.05),
    "words and pauses": lambda: np.concatenate([noise(0.5, 0.1), np.zeros(RATE)] * 5),
    "loud and soft": lambda: np.concatenate([noise(3, 0.1), noise(3, 0.02), noise(3, 0.003)]),
    "swelling": lambda: sine(440, 8),
}


@pytest.mark.parametrize("name", SIGNALS)
def test_loudness_is_what_ffmpeg_measures(name: str) -> None:
    require("ffmpeg")
    signal = SIGNALS[name]()
    assert loudness_lufs(signal.astype(np.float32)) == pytest.approx(ebur128(signal), abs=0.2)


def test_the_tone_of_the_standard_has_the_loudness_of_the_standard() -> None:
    """EBU Tech 3341: a stereo sine of 1 kHz at -23 dBFS has -23 LUFS; one channel alone -26."""
    tone = 10 ** (-23 / 20) * np.sin(2 * np.pi * 1000 * clock(20))
    assert loudness_lufs(tone.astype(np.float32)) == pytest.approx(-26.0, abs=0.1)


def test_silence_has_no_loudness() -> None:
    assert loudness_lufs(np.zeros(RATE, dtype=np.float32)) == float("-inf")


# -- finished speech ---------------------------------------------------------------------------

WORDS = (
    *(str(number) for number in range(1, 21)),
    *("Three", "Two", "One", "Last one", "Halfway", "10 seconds"),
    *("Left leg first.", "Switch to your right leg.", "Switch to your left side."),
)


@pytest.fixture(scope="module")
def neural() -> RemoteEngine:
    return VOICES["neural"].make()


@pytest.mark.parametrize("text", WORDS)
def test_the_neural_voice_is_even_clean_and_short(text: str, neural: RemoteEngine) -> None:
    clip = mastered(neural.synthesize(spoken(text), 1.0))
    peak = float(np.abs(clip.astype(float)).max()) / 32768
    assert np.abs(clip[[0, -1]]).max() <= 1
    assert db_of(peak) <= -2.99
    assert len(clip) < RATE * (1 if text in WORDS[:23] else 3)
    if len(clip) >= RATE // 5:
        require("ffmpeg")
        assert ebur128(np.tile(clip / 32768, 12)) == pytest.approx(-16, abs=1)


@pytest.mark.parametrize("rate_hz", [16_000, 22_050, 24_000, 48_000])
@pytest.mark.parametrize("level", [0.001, 0.05, 0.9])
def test_speech_of_any_rate_and_level_comes_out_alike(level: float, rate_hz: int) -> None:
    pause = np.zeros(rate_hz // 3)
    hum = level * np.sin(2 * np.pi * 300 * clock(0.6, rate_hz))
    samples = np.concatenate([pause, hum, pause]).astype(np.float32)
    clip = clip_of_pcm(mastered(Speech(samples, rate_hz)))
    assert loudness_lufs(clip.samples) == pytest.approx(-16, abs=0.3)
    assert len(clip) == pytest.approx(0.6 * RATE, abs=0.05 * RATE)


def test_a_phrase_of_the_humming_voice_keeps_its_pitch() -> None:
    speech = HummingEngine().synthesize("Halfway", 1.0)
    clip = clip_of_pcm(mastered(speech)).samples
    pitches = (
        float(np.argmax(np.abs(np.fft.rfft(samples, 8 * rate)))) / 8
        for samples, rate in ((speech.samples, 24_000), (clip, RATE))
    )
    before, after = pitches
    assert after == pytest.approx(before, abs=0.5)


# -- the sounds --------------------------------------------------------------------------------


def test_the_sounds_are_what_their_script_makes(tmp_path: Path) -> None:
    script = runpy.run_path(str(SOUNDS / "make_sounds.py"))
    for name in script["SOUNDS"]:
        script["write"](name, tmp_path)
    made = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    assert made == {path.name: path.read_bytes() for path in SOUNDS.glob("*.wav")}
    assert set(made) == {f"{name}.wav" for name in NAMES}


@pytest.mark.parametrize("name", NAMES)
def test_a_sound_leaves_room_for_speech_and_does_not_click(name: str) -> None:
    samples = default_tones()[name].samples
    assert db_of(float(np.abs(samples).max())) <= -10.7
    assert np.abs(samples[[0, -1]]).max() <= 2 / 32768
    assert np.abs(samples[:10]).max() <= 0.1 * np.abs(samples).max()
    assert np.abs(samples[-10:]).max() <= 0.1 * np.abs(samples).max()


def likeness(one: Samples, other: Samples) -> float:
    """1 for the same sound, louder or later or not; 0 for sounds with nothing in common."""
    length = len(one) + len(other)
    products = np.fft.irfft(np.fft.rfft(one, length) * np.conj(np.fft.rfft(other, length)), length)
    return float(np.abs(products).max() / (np.linalg.norm(one) * np.linalg.norm(other)))


@pytest.mark.parametrize(("one", "other"), list(combinations(NAMES, 2)))
def test_no_sound_can_be_taken_for_another(one: str, other: str) -> None:
    tones = default_tones()
    assert likeness(tones[one].samples, tones[other].samples) < 0.8


def test_the_finish_is_the_longest_sound() -> None:
    lengths = {name: len(default_tones()[name]) for name in NAMES}
    assert max(lengths, key=lambda name: lengths[name]) == "finish"
    assert lengths["finish"] > RATE


# -- sounds of one's own -----------------------------------------------------------------------


def write_wav(path: Path, frames: bytes, *, channels: int, width: int, rate_hz: int) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    with wave.open(str(path), "wb") as file:
        file.setnchannels(channels)
        file.setsampwidth(width)
        file.setframerate(rate_hz)
        file.writeframes(frames)
    return path


def test_a_sound_of_ones_own_takes_the_place_of_one(tmp_path: Path) -> None:
    own = sine(880, 0.5, rate_hz=44_100) / 2
    stereo = np.column_stack([own, own])
    path = tmp_path / "config" / "earcoach" / "sounds" / "go.wav"
    write_wav(path, pcm_of(stereo).tobytes(), channels=2, width=2, rate_hz=44_100)
    tones = default_tones()
    assert np.abs(tones["go"].samples - sine(880, 0.5) / 2).max() < 1e-4
    bundled = Tones(SOUNDS)
    for name in set(NAMES) - {"go"}:
        assert np.array_equal(tones[name].samples, bundled[name].samples)


QUIET, LOUD = 0.3, 0.9


@pytest.mark.parametrize(
    ("peak", "channels", "width", "rate_hz", "as_it_is"),
    [
        (QUIET, 1, 2, 48_000, True),
        (LOUD, 1, 2, 48_000, False),  # it is made quieter
        (QUIET, 2, 2, 48_000, False),
        (QUIET, 1, 4, 48_000, False),
        (QUIET, 1, 2, 44_100, False),
    ],
)
def test_a_tone_is_taken_as_it_is_where_that_is_what_is_heard(
    peak: float, channels: int, width: int, rate_hz: int, as_it_is: bool, tmp_path: Path
) -> None:
    pcm = (peak * sine(440, 0.3, rate_hz=rate_hz) * (1 << 8 * width - 1)).astype(f"<i{width}")
    frames = np.repeat(pcm, channels).tobytes()
    path = tmp_path / "chime.wav"
    write_wav(path, frames, channels=channels, width=width, rate_hz=rate_hz)
    heard = pcm_of(Tones(tmp_path)["chime"].samples).tobytes()
    assert tone_as_it_is("chime", [tmp_path]) == (heard if as_it_is else None)
    assert (heard == frames) == as_it_is


def test_a_tone_that_cannot_be_read_is_not_taken_as_it_is(tmp_path: Path) -> None:
    assert tone_as_it_is("chime", [tmp_path]) is None
    (tmp_path / "chime.wav").write_bytes(b"RIFF")
    assert tone_as_it_is("chime", [tmp_path]) is None


@pytest.mark.parametrize(
    ("width", "rate_hz", "kind"), [(1, 8000, "u1"), (2, 22_050, "<i2"), (4, 96_000, "<i4")]
)
def test_a_sound_may_have_8_16_or_32_bits(
    width: int, rate_hz: int, kind: str, tmp_path: Path
) -> None:
    full = 1 << (8 * width - 1)
    whole = np.round(sine(440, 0.5, rate_hz=rate_hz) * full) + (128 if width == 1 else 0)
    path = tmp_path / "tick.wav"
    write_wav(path, whole.astype(kind).tobytes(), channels=1, width=width, rate_hz=rate_hz)
    assert np.abs(read_wav(path).samples - sine(440, 0.5)).max() < 0.01


NO_WAV = "cannot be used as a sound: it is not a plain WAV file"
UNUSABLE: dict[str, Callable[[Path], object]] = {
    "empty": lambda path: path.write_bytes(b""),
    "text": lambda path: path.write_text("go!"),
    "mp3": lambda path: path.write_bytes(b"ID3\x04" + bytes(500)),
    "only a header": lambda path: path.write_bytes((SOUNDS / "go.wav").read_bytes()[:30]),
    "too long": lambda path: write_wav(path, bytes(400_000), channels=1, width=2, rate_hz=RATE),
    "24 bits": lambda path: write_wav(path, bytes(3000), channels=1, width=3, rate_hz=RATE),
    "half a frame": lambda path: path.write_bytes(
        write_wav(path, bytes(401 * 4), channels=2, width=2, rate_hz=RATE).read_bytes()[:-2]
    ),
}


@pytest.mark.parametrize("kind", UNUSABLE)
def test_a_sound_that_cannot_be_used_is_named(kind: str, tmp_path: Path) -> None:
    path = tmp_path / "go.wav"
    UNUSABLE[kind](path)
    with pytest.raises(EarcoachError) as caught:
        Tones(tmp_path)["go"]
    reason = "is longer than 3 seconds" if kind == "too long" else NO_WAV
    assert caught.value.message == f"{path} {reason}"


def test_a_missing_sound_is_named(tmp_path: Path) -> None:
    with pytest.raises(EarcoachError, match=r"stop\.wav"):
        Tones(tmp_path)["stop"]


def test_sounds_are_a_mapping_of_all_names() -> None:
    tones = default_tones()
    assert sorted(tones) == sorted(path.stem for path in SOUNDS.glob("*.wav"))
    assert len(tones) == len(list(tones))
