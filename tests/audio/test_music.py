"""Music behind the coach, measured in the sound: its level, its way under speech, its bits."""

import shutil
import subprocess
import sys
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import pytest
import soundfile
from backed import SLOW, encoded, mixer_of, music_of, unheard_tone, whole, write
from heard import Clips, text_of, timeline_in
from installed import command_of
from program import TINY, run

import earcoach
from earcoach import EarcoachError, UsageError
from earcoach.audio.clip import Samples
from earcoach.audio.mixer import Mixer
from earcoach.audio.music.playlist import Music
from earcoach.audio.music.selection import select_music
from earcoach.audio.voices.voice import Voice
from earcoach.plan.planning import make_plan
from earcoach.timeline.cues import Cue, Role
from earcoach.timeline.schedule import Timeline
from earcoach.units import SAMPLE_RATE_HZ

MS = SAMPLE_RATE_HZ // 1000
Levels = npt.NDArray[np.float64]


@pytest.fixture(scope="module")
def tone(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write(tmp_path_factory.mktemp("tone") / "tone.wav", 100, hz=1000)


def levels_db(sound: Samples) -> Levels:
    """The level of each 10 ms."""
    step = 10 * MS
    tens = sound[: len(sound) // step * step].astype(np.float64).reshape(-1, step * 2)
    return np.asarray(10 * np.log10(np.square(tens).mean(axis=1) + 1e-12))


# -- under speech -------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def slow(tone: Path) -> tuple[Timeline, Levels]:
    """A session with slow counts and a long hold, and the level of its music."""
    mixer = mixer_of(SLOW, music_of(tone))
    return mixer.timeline, levels_db(whole(mixer))


def speech(timeline: Timeline) -> list[tuple[int, int, Cue]]:
    """What is said, with its first and last 10 ms."""
    return [
        (
            (placed.onset + cue.onset) // (10 * MS),
            (placed.onset + cue.end) // (10 * MS),
            cue,
        )
        for placed in timeline
        for cue in placed.layout.cues
        if text_of(cue) is not None
    ]


def in_the_open(levels: Levels) -> float:
    return float(np.median(levels[levels > levels.max() - 3]))


def test_music_is_twelve_decibels_lower_from_the_first_to_the_last_moment_of_speech(
    slow: tuple[Timeline, Levels],
) -> None:
    timeline, levels = slow
    for first, last, _ in speech(timeline):
        assert levels[first:last].max() < in_the_open(levels) - 11.5


def test_the_way_down_begins_before_the_word_and_is_smooth(
    slow: tuple[Timeline, Levels],
) -> None:
    timeline, levels = slow
    said = speech(timeline)
    alone = [first for (_, before, _), (first, _, _) in pairwise(said) if first - before > 400]
    assert len(alone) >= 2
    for first in alone:
        assert levels[first - 40] > in_the_open(levels) - 0.5
        assert levels[first - 5] < in_the_open(levels) - 11
    inside = levels[250:-450]  # the session's own fades left out
    assert np.abs(np.diff(inside)).max() < 1.0


def test_music_never_pumps_between_counts(slow: tuple[Timeline, Levels]) -> None:
    timeline, levels = slow
    counts = [place for place in speech(timeline) if place[2].role is Role.COUNT]
    assert len(counts) == 4
    assert counts[1][0] - counts[0][1] > 300  # seconds of silence between two counts
    counting = levels[counts[0][0] : counts[-1][1]]
    assert np.ptp(counting) < 0.5


def test_music_stays_down_in_short_silences_and_rises_in_long_ones(
    slow: tuple[Timeline, Levels],
) -> None:
    timeline, levels = slow
    said = speech(timeline)
    for (_, before, one), (first, _, other) in pairwise(said):
        if {one.role, other.role} <= {Role.COUNT, Role.LAST}:
            continue
        risen = levels[before:first].max(initial=-99) > in_the_open(levels) - 1
        assert risen == (first - before > 250), (one, other)


def test_it_comes_gently_and_is_gone_at_the_end(tone: Path) -> None:
    mixer = mixer_of("title: T\nexercises:\n  - Plank: 1 x 20s hold\n", music_of(tone))
    levels = levels_db(whole(mixer))
    assert levels[0] < -60
    assert levels[-1] < -60
    assert (np.diff(levels[-250:]) < 0.5).all()  # nothing comes back in the fade


# -- level --------------------------------------------------------------------------------------


def lufs(path: Path) -> float:
    """Integrated loudness by ffmpeg."""
    done = subprocess.run(
        command_of(
            "ffmpeg", "-hide_banner", "-nostats", "-i", path, "-af", "ebur128", "-f", "null", "-"
        ),
        capture_output=True,
        text=True,
        check=True,
    )
    return float(done.stderr.rpartition("I:")[2].split()[0])


@pytest.mark.parametrize("suffix", [".wav", ".mp3", ".opus"])
@pytest.mark.parametrize("level", [0.2, 0.003])
def test_every_track_gets_its_level_beside_the_voice(
    suffix: str, level: float, tmp_path: Path
) -> None:
    """The voice has -16 LUFS."""
    file = encoded(write(tmp_path / "source.wav", 12, level=level), suffix)
    soundfile.write(tmp_path / "out.wav", music_of(file).samples(0, 8 * SAMPLE_RATE_HZ), 48_000)
    assert lufs(tmp_path / "out.wav") == pytest.approx(-24, abs=0.5)
    lower = music_of(file, level_db=-20).samples(0, 8 * SAMPLE_RATE_HZ)
    soundfile.write(tmp_path / "out.wav", lower, 48_000)
    assert lufs(tmp_path / "out.wav") == pytest.approx(-36, abs=0.5)


def test_a_voice_is_as_loud_in_two_channels_as_in_one(tone: Path, humming: Voice) -> None:
    """Powers of channels add up, as loudness meters do."""
    sounds: Any = Clips(humming.clip, unheard_tone)
    timeline = timeline_in(make_plan(earcoach.loads(TINY)), sounds)
    one = Mixer(timeline, sounds)
    two = Mixer(timeline, sounds, music=music_of(tone, level_db=-40))
    alone, backed = (np.square(whole(mixer)).sum() for mixer in (one, two))
    assert backed == pytest.approx(alone, rel=0.02)


@pytest.mark.parametrize("level_db", [-8.0, 0.0])
def test_loud_peaks_that_come_late_stay_below_the_ceiling(level_db: float, tmp_path: Path) -> None:
    """Behind the first minutes nobody has listened."""
    quiet, loud = np.full(8_000 * 320, 0.01), np.full(8_000 * 10, 1.0)
    quiet[::2] *= -1
    loud[::3] *= -1
    soundfile.write(tmp_path / "late.wav", np.concatenate([quiet, loud]), 8_000)
    music = music_of(tmp_path / "late.wav", level_db=level_db)
    assert 0.4 < np.abs(music.samples(322 * SAMPLE_RATE_HZ, SAMPLE_RATE_HZ)).max() <= 0.5013


# -- tracks -------------------------------------------------------------------------------------


def share_of(sound: Samples, hz: float) -> Levels:
    """The amplitude of a pitch in each half second."""
    half = SAMPLE_RATE_HZ // 2
    halves = sound[: len(sound) // half * half, 0].reshape(-1, half)
    wave = np.exp(-2j * np.pi * hz * np.arange(half) / SAMPLE_RATE_HZ)
    return np.asarray(2 * np.abs(halves @ wave) / half)


def test_a_folder_plays_in_natural_order_each_track_faded_into_the_next_and_again(
    tmp_path: Path,
) -> None:
    write(tmp_path / "Track 10.wav", 12, hz=880)
    write(tmp_path / "track 2.flac", 12, hz=440)
    (tmp_path / "cover.jpg").write_bytes(b"no music")
    (tmp_path / ".hidden.wav").write_bytes(b"no music")
    music = music_of(tmp_path)
    sound = music.samples(0, 30 * SAMPLE_RATE_HZ)
    low, high = share_of(sound, 440), share_of(sound, 880)
    assert (high[:15] < 0.001).all()  # 0 s to 7.5 s: only the first
    assert (low[25:31] < 0.001).all()  # 12.5 s to 15.5 s: only the second
    assert (high[34:46] < 0.001).sum() >= 6  # 20 s: the first again
    both = np.square(low) + np.square(high)
    assert both.max() < 1.2 * np.median(both)
    assert both.min() > 0.8 * np.median(both)
    assert low[16] > low[19] > low[22]
    assert high[16] < high[19] < high[22]


def test_one_file_is_played_in_a_loop(tmp_path: Path) -> None:
    music = music_of(write(tmp_path / "loop.wav", 6, hz=500))
    heard = share_of(music.samples(0, 60 * SAMPLE_RATE_HZ), 500)
    assert heard.shape == (120,)
    assert (heard > 0.02).sum() > 100


@pytest.mark.parametrize("seconds", [15, 30])
def test_an_aac_file_at_44_1_khz_is_levelled(seconds: int, tmp_path: Path) -> None:
    path = tmp_path / "song.m4a"
    noise = ["-f", "lavfi", "-i", f"anoisesrc=c=pink:r=44100:d={seconds}"]
    subprocess.run(command_of("ffmpeg", "-v", "error", *noise, "-ac", "2", path), check=True)
    assert music_of(path).samples(0, 48_000).any()


def test_one_channel_is_heard_on_both_sides(tmp_path: Path) -> None:
    soundfile.write(tmp_path / "mono.wav", 0.1 * np.sin(np.arange(100_000) / 9), 22_050)
    sound = music_of(tmp_path / "mono.wav").samples(0, SAMPLE_RATE_HZ)
    assert sound.any()
    np.testing.assert_array_equal(sound[:, 0], sound[:, 1])


def test_nothing_but_its_level_is_changed_of_a_track_at_48_khz(tmp_path: Path) -> None:
    """Also not what lies above the range that is kept of other rates."""
    noise = np.random.default_rng(3).normal(0, 0.1, (4 * SAMPLE_RATE_HZ, 2)).astype(np.float32)
    soundfile.write(tmp_path / "noise.wav", noise, SAMPLE_RATE_HZ, subtype="FLOAT")
    sound = music_of(tmp_path / "noise.wav").samples(0, SAMPLE_RATE_HZ)
    gain = np.linalg.norm(sound) / np.linalg.norm(noise[:SAMPLE_RATE_HZ])
    np.testing.assert_allclose(sound, noise[:SAMPLE_RATE_HZ] * gain, atol=1e-6)


# -- what cannot be played ----------------------------------------------------------------------


def broken(path: Path, data: bytes) -> Path:
    path.write_bytes(data)
    return path


def test_what_cannot_be_played_is_left_out_with_a_message(tmp_path: Path) -> None:
    write(tmp_path / "5 good.wav", 10, hz=440)
    for number, suffix in enumerate((".mp3", ".flac", ".ogg", ".wav")):
        broken(tmp_path / f"{number} junk{suffix}", bytes(range(256)) * 40)
    write(tmp_path / "4 short.wav", 0.5)
    flac = write(tmp_path / "6 cut.flac", 20, level=0.1)
    flac.write_bytes(flac.read_bytes()[: flac.stat().st_size // 2])
    said: list[str] = []
    music = Music(select_music(tmp_path), notice=said.append)
    sound = music.samples(0, 60 * SAMPLE_RATE_HZ)
    assert said == [
        "music: 0 junk.mp3 is left out: it is not an MP3 file that can be played",
        "music: 1 junk.flac is left out: it is damaged, or not music",
        "music: 2 junk.ogg is left out: it is damaged, or not music",
        "music: 3 junk.wav is left out: it is damaged, or not music",
        "music: 4 short.wav is left out: it is shorter than a second",
        "music: 6 cut.flac is damaged after 0:09; the rest of it is left out",
    ]
    assert (levels_db(sound) > -60).mean() > 0.99


def test_when_nothing_can_be_played_it_says_so(tmp_path: Path) -> None:
    broken(tmp_path / "junk.mp3", b"junk")
    with pytest.raises(EarcoachError, match="no music can be played"):
        music_of(tmp_path).samples(0, 1)


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("nowhere", "there is no music `nowhere`"),
        ("folder", "`folder` is not music: no file in it is one of .mp3, .flac, .ogg"),
        ("text.txt", "`text.txt` is not music: it is not one of .mp3, .flac, .ogg"),
    ],
)
def test_a_wrong_selection_is_refused(
    name: str, message: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("folder").mkdir()
    Path("text.txt").write_text("text")
    with pytest.raises(UsageError) as raised:
        select_music(Path(name))
    assert raised.value.message.startswith(message)


# -- the program --------------------------------------------------------------------------------


def test_the_command_exports_with_music(hums: None, tone: Path, tmp_path: Path) -> None:
    (tmp_path / "tiny.yaml").write_text(TINY, encoding="utf-8")
    folder = tmp_path / "songs"
    folder.mkdir()
    shutil.copy(tone, folder / "b.wav")
    broken(folder / "a.ogg", b"junk")
    args = ("export", tmp_path / "tiny.yaml", "--coaching", "minimal", "--music", folder)
    for name in ("one.flac", "two.flac"):
        done = run(*args, "-o", tmp_path / name)
        assert done.returncode == 0, done.stderr
        assert done.stderr.startswith("music: a.ogg is left out: it is damaged, or not music\n")
    assert soundfile.info(tmp_path / "one.flac").channels == 2
    assert (tmp_path / "one.flac").read_bytes() == (tmp_path / "two.flac").read_bytes()
    refused = run(*args, "-o", tmp_path / "three.wav", "--music-level", "9")
    assert (refused.returncode, refused.stdout) == (2, "")
    assert refused.stderr.startswith("error: music level 9 is out of range\n  help: ")
    assert not (tmp_path / "three.wav").exists()


READ_A_MINUTE = """
import sys
from pathlib import Path
from earcoach.audio.music.playlist import Music
from earcoach.audio.music.selection import select_music
music = Music(select_music(Path(sys.argv[1])))
for second in range(60):
    music.samples(second * 48_000, 48_000)
lines = Path("/proc/self/status").read_text().splitlines()
print(next(line.split()[1] for line in lines if line.startswith("VmHWM")))
"""


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells the most memory of a process")
def test_three_hours_take_no_more_memory_than_a_minute(tmp_path: Path) -> None:
    """The long file is mostly a hole, so that it takes no time to write."""
    short = write(tmp_path / "short.wav", 65)
    long_ = tmp_path / "long.wav"
    with soundfile.SoundFile(long_, "w", 48_000, 2, format="RF64", subtype="PCM_16") as file:
        file.write(soundfile.read(short)[0])
        file.seek(3 * 3600 * 48_000 - 1)
        file.write(np.zeros((1, 2)))
    assert soundfile.info(long_).duration == 3 * 3600
    peaks = [
        int(subprocess.run([sys.executable, "-c", READ_A_MINUTE, path], stdout=-1).stdout)
        for path in (short, long_)
    ]
    assert peaks[1] - peaks[0] < 10_000  # kilobytes
