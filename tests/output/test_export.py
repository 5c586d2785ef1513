"""Files: each can be played, holds the sound of the session, and is there whole or not at all."""

import errno
import json
import os
import signal
import subprocess
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pytest
from conftest import SOUND_FILES
from decoded import Pcm, read, rendered
from files import files_no_larger_than, names_in
from heard import timeline_in
from humming import HummingEngine
from installed import command_of
from program import (
    TINY,
    ended,
    run,
    run_in_terminal,
    started,
    stop_when,
    wait_until,
)

import earcoach
from earcoach import FORMATS, EarcoachError, UsageError
from earcoach.audio.mixer import Mixer
from earcoach.audio.sounds import Sounds
from earcoach.audio.tones import default_tones
from earcoach.audio.voices.cache import ClipCache
from earcoach.audio.voices.voice import Voice
from earcoach.output.atomic_write import PART
from earcoach.output.export import write_session
from earcoach.output.file_options import FileOptions
from earcoach.output.formats import encoding_of
from earcoach.output.metadata import Metadata
from earcoach.plan.planning import make_plan
from earcoach.units import SAMPLE_RATE_HZ, format_clock

LOSSLESS = (".wav", ".flac")
FULL = "File too large\n"
UNKNOWN = "System error.\n  help: is there room on the disk?\n"
WHEN_FULL = dict.fromkeys(FORMATS, FULL) | dict.fromkeys((".flac", ".ogg", ".opus"), UNKNOWN)
"""What is said of a file that can grow no more; libsndfile does not tell its reason."""
MOST_PADDING = dict.fromkeys(FORMATS, 0) | {".mp3": 2 * 1152, ".m4a": 1024, ".m4b": 1024}
"""Frames that a format may add: some end with a whole frame of their own, MP3 begins with one."""
PREROLL_S = 0.007
"""What ffprobe counts of an Opus file that no player plays."""
BRIEF = """\
title: Brief
exercises:
  - Hop: 1 x 2 each leg, beat 500ms, rest 3s
  - Plank: 1 x 4s hold
"""
"""A routine of half a minute with speech, tones, silence and some chapters."""
ENDLESS = "title: Long\nexercises:\n  - Plank: 10 x 60 min hold\n"
"""So long that no encoder is done before a test stops it."""
EARLY = ("--coaching", "minimal")
Write = Callable[[str], Path]
ONE_OF_EACH = sorted(set(FORMATS) - {".m4b"})
each_format = pytest.mark.parametrize("suffix", ONE_OF_EACH)
suffixes = pytest.mark.parametrize("suffix", sorted(FORMATS))
sound_files = pytest.mark.parametrize("suffix", SOUND_FILES)


@pytest.fixture
def folder(tmp_path: Path, hums: None, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder the program runs in, with a routine and nothing else."""
    monkeypatch.setenv("TERM", "xterm-256color")
    folder = tmp_path / "here"
    folder.mkdir()
    (folder / "tiny.yaml").write_text(TINY, encoding="utf-8")
    monkeypatch.chdir(folder)
    return folder


@pytest.fixture(scope="module")
def mixer(tmp_path_factory: pytest.TempPathFactory) -> Mixer:
    humming = Voice(HummingEngine(), ClipCache(tmp_path_factory.mktemp("clips")))
    tones = default_tones()
    plan = make_plan(earcoach.loads(BRIEF))
    timeline = timeline_in(plan, Sounds(humming, tones))
    return Mixer(timeline, Sounds(humming, tones))


@pytest.fixture(scope="module")
def write(mixer: Mixer, tmp_path_factory: pytest.TempPathFactory) -> Write:
    """Writes the file of a format once."""
    folder = tmp_path_factory.mktemp("files")

    def written(suffix: str) -> Path:
        path = folder / f"session{suffix}"
        if not path.exists():
            write_session(mixer, path)
        return path

    return written


# -- the sound ----------------------------------------------------------------------------------


@sound_files
def test_it_is_as_long_as_the_session(suffix: str, mixer: Mixer, write: Write) -> None:
    assert 0 <= len(read(write(suffix))) - mixer.timeline.length <= MOST_PADDING[suffix]


@sound_files
def test_ffprobe_reads_it(suffix: str, mixer: Mixer, write: Write) -> None:
    command = command_of(
        "ffprobe", "-v", "error", "-of", "json", "-show_format", "-show_streams", write(suffix)
    )
    told = subprocess.run(command, capture_output=True, check=True)
    assert told.stderr == b""
    probed = json.loads(told.stdout)
    stream = probed["streams"][0]
    assert (stream["codec_type"], stream["channels"]) == ("audio", 1)
    assert int(stream["sample_rate"]) == SAMPLE_RATE_HZ
    added = float(probed["format"]["duration"]) - mixer.timeline.length / SAMPLE_RATE_HZ
    assert -1e-3 < added < MOST_PADDING[suffix] / SAMPLE_RATE_HZ + PREROLL_S


@pytest.mark.parametrize("suffix", LOSSLESS)
def test_a_lossless_file_is_bit_for_bit_what_is_mixed(
    suffix: str, mixer: Mixer, write: Write
) -> None:
    np.testing.assert_array_equal(read(write(suffix)), rendered(mixer))


@pytest.mark.parametrize("suffix", sorted(set(SOUND_FILES) - set(LOSSLESS)))
def test_a_lossy_file_sounds_the_same(suffix: str, mixer: Mixer, write: Write) -> None:
    """Its loudness goes up and down with that of what is mixed, tenth of a second by tenth."""
    ours, theirs = envelope(rendered(mixer)), envelope(read(write(suffix)))
    assert np.corrcoef(ours, theirs[: len(ours)])[0, 1] > 0.95


def envelope(pcm: Pcm) -> npt.NDArray[np.float64]:
    step = SAMPLE_RATE_HZ // 10
    powers = np.square(pcm[: len(pcm) // step * step].astype(np.float64).reshape(-1, step))
    level: npt.NDArray[np.float64] = np.sqrt(powers.mean(axis=1))
    return level


@sound_files
def test_left_and_right_stay_apart(suffix: str, mixer: Mixer, tmp_path: Path) -> None:
    path, format_ = tmp_path / f"stereo{suffix}", FORMATS[suffix]
    path.touch()
    seconds = np.arange(2 * SAMPLE_RATE_HZ) / SAMPLE_RATE_HZ
    sides = np.stack(
        [0.5 * np.sin(2 * np.pi * 440 * seconds), 0.1 * np.sin(5000 * seconds)], axis=1
    )
    with closing(
        format_.open(path, encoding_of(format_, channels=2), Metadata(timeline=mixer.timeline))
    ) as sink:
        for block in np.split(sides.astype(np.float32), 4):
            sink.write(block)
    command = command_of("ffmpeg", "-v", "error", "-i", path, "-f", "f32le", "-")
    told = subprocess.run(command, capture_output=True, check=True).stdout
    left, right = np.frombuffer(told, dtype="<f4").reshape(-1, 2)[24_000:72_000].T
    assert np.sqrt(2 * np.mean(left**2)) == pytest.approx(0.5, rel=0.05)
    assert np.sqrt(2 * np.mean(right**2)) == pytest.approx(0.1, rel=0.05)


@suffixes
def test_the_same_session_gives_the_same_file(
    suffix: str, mixer: Mixer, write: Write, tmp_path: Path
) -> None:
    again = tmp_path / f"again{suffix}"
    write_session(mixer, again)
    assert again.read_bytes() == write(suffix).read_bytes()


def test_the_command_writes_what_show_tells(folder: Path) -> None:
    done = run("export", "tiny.yaml", "-o", "session.wav", *EARLY)
    assert (done.returncode, done.stdout) == (0, "")
    length_s = json.loads(run("show", "tiny.yaml", "--json", *EARLY).stdout)["length_s"]
    assert len(read(folder / "session.wav")) == round(length_s * SAMPLE_RATE_HZ)
    assert done.stderr == f"session.wav: {format_clock(length_s)}, 1.2 MB\n"
    assert names_in(folder) == {"tiny.yaml", "session.wav"}


# -- the target ---------------------------------------------------------------------------------

KNOWN = (
    ".mp3 (MP3), .m4a (M4A), .m4b (M4B), .opus (Opus), .ogg (Ogg Vorbis), .flac (FLAC), "
    ".wav (WAV), .html (page)"
)
TARGETS = [
    (
        "session.wave",
        "error: `session.wave` has no suffix of a known format\n"
        f"  help: did you mean `.wav`? known: {KNOWN}\n",
    ),
    (
        "session.mp4",
        "error: `session.mp4` has no suffix of a known format\n"
        f"  help: did you mean `.m4a`? known: {KNOWN}\n",
    ),
    (
        "session",
        f"error: `session` has no suffix of a known format\n  help: use one of {KNOWN}\n",
    ),
    (
        "no/such/session.mp3",
        "error: there is no folder `no/such`\n  help: make it first\n",
    ),
    (
        "folder.mp3",
        "error: `folder.mp3` is a folder\n  help: name a file in it\n",
    ),
    (
        "there.mp3",
        "error: `there.mp3` is there already\n  help: add --force to replace it\n",
    ),
]


@pytest.mark.parametrize(("target", "message"), TARGETS)
def test_a_wrong_target_is_refused(target: str, message: str, folder: Path) -> None:
    (folder / "folder.mp3").mkdir()
    (folder / "there.mp3").write_text("old")
    before = names_in(folder)
    done = run("export", "tiny.yaml", "-o", target)
    assert (done.returncode, done.stdout, done.stderr) == (2, "", message)
    assert names_in(folder) == before
    assert (folder / "there.mp3").read_text() == "old"


def test_force_replaces_a_file(folder: Path) -> None:
    (folder / "there.wav").write_text("old")
    assert run("export", "tiny.yaml", "-o", "there.wav", "--force").returncode == 0
    assert len(read(folder / "there.wav")) > 0


@pytest.mark.parametrize("links", ["links", "no links"])
@pytest.mark.parametrize("appears", ["there.wav", "there.vtt", "there.lrc"])
def test_a_file_that_appears_while_it_works_is_not_replaced(
    appears: str, links: str, mixer: Mixer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also on a file system that has no links."""
    if links == "no links":
        monkeypatch.setattr(os, "link", refused)
    options = FileOptions(captions=True)
    with pytest.raises(UsageError, match=rf"`.*{appears}` is there already"):
        write_session(
            mixer,
            tmp_path / "there.wav",
            options,
            before_block=lambda frame: (tmp_path / appears).write_text("mine"),
        )
    assert names_in(tmp_path) == {appears}
    assert (tmp_path / appears).read_text() == "mine"
    write_session(mixer, tmp_path / "other.wav", options)
    assert names_in(tmp_path) == {appears, "other.wav", "other.vtt", "other.lrc"}


def refused(*paths: Path) -> None:
    raise PermissionError(errno.EPERM, "Operation not permitted")


@each_format
def test_a_folder_that_cannot_be_written(suffix: str, folder: Path) -> None:
    """/proc is a folder in which even root can make no file."""
    target = f"/proc/session{suffix}"
    done = run("export", "tiny.yaml", "-o", target, *EARLY)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == f"error: cannot write `{target}`: No such file or directory\n"


@each_format
def test_a_full_disk_leaves_what_was_there(suffix: str, folder: Path) -> None:
    """No file may grow beyond 8 kB here."""
    target = folder / f"session{suffix}"
    target.write_text("old")
    before = names_in(folder)
    done = run("export", "tiny.yaml", "-o", target.name, "--force", largest_file=8192)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == f"error: cannot write `{target.name}`: {WHEN_FULL[suffix]}"
    assert names_in(folder) == before
    assert target.read_text() == "old"


# -- stopped in the middle ----------------------------------------------------------------------


STOPS = [
    *((suffix, signal.SIGINT, 130, "stopped\n") for suffix in (".flac", ".m4a", ".wav")),
    (".mp3", signal.SIGTERM, 143, ""),
]


@pytest.mark.parametrize(("suffix", "signal_", "exit_code", "stderr"), STOPS)
def test_stopped_in_the_middle_it_leaves_nothing_behind(
    suffix: str, signal_: signal.Signals, exit_code: int, stderr: str, folder: Path
) -> None:
    (folder / "long.yaml").write_text(ENDLESS, encoding="utf-8")
    before = names_in(folder)

    stopped = stop_when(
        lambda: half_written(folder),
        signal_,
        "export",
        "long.yaml",
        "-o",
        f"session{suffix}",
        *EARLY,
    )
    assert (stopped.returncode, stopped.stdout, stopped.stderr) == (exit_code, "", stderr)
    assert names_in(folder) == before


@each_format
def test_stopped_before_the_first_block_it_says_so(
    suffix: str, mixer: Mixer, tmp_path: Path
) -> None:
    def stop(frame: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_session(mixer, tmp_path / f"session{suffix}", before_block=stop)
    assert names_in(tmp_path) == set()


def half_written(folder: Path) -> bool:
    sizes = [path.stat().st_size for path in folder.iterdir() if path.suffix == PART]
    return any(size > 4096 for size in sizes)


def test_killed_it_leaves_nothing_that_the_next_run_does_not_clear_away(folder: Path) -> None:
    """What a running export is writing is not cleared away."""
    (folder / "long.yaml").write_text(ENDLESS, encoding="utf-8")
    before = names_in(folder)
    with started("export", "long.yaml", "-o", "long.mp3", *EARLY) as running:
        wait_until(lambda: half_written(folder))
        running.send_signal(signal.SIGSTOP)  # it has done enough
        (part,) = names_in(folder) - before
        assert run("export", "tiny.yaml", "-o", "one.mp3").returncode == 0
        assert names_in(folder) == {*before, part, "one.mp3"}
        running.kill()
        ended(running)
    assert names_in(folder) == {*before, part, "one.mp3"}
    assert run("export", "tiny.yaml", "-o", "two.mp3").returncode == 0
    assert names_in(folder) == {*before, "one.mp3", "two.mp3"}


@each_format
def test_a_disk_that_is_full_at_the_very_end(
    suffix: str, mixer: Mixer, write: Write, tmp_path: Path
) -> None:
    """The sound has room, but not all that the file tells about itself."""
    target = tmp_path / f"session{suffix}"
    with (
        files_no_larger_than(write(suffix).stat().st_size - 100),
        pytest.raises(EarcoachError) as told,
    ):
        write_session(mixer, target)
    assert told.value.message.startswith(f"cannot write `{target}`: ")
    assert names_in(tmp_path) == set()


# -- progress -----------------------------------------------------------------------------------


def test_progress_is_shown_in_a_terminal_on_stderr(folder: Path) -> None:
    shown, stdout = run_in_terminal("stderr", "export", "tiny.yaml", "-o", "session.wav")
    assert "writing" in shown
    assert stdout == ""


def test_no_progress_in_a_terminal_on_stdout(folder: Path) -> None:
    shown, stderr = run_in_terminal("stdout", "export", "tiny.yaml", "-o", "session.wav")
    assert shown == ""
    assert stderr.startswith("session.wav: ")
    assert stderr.count("\n") == 1


def test_what_a_session_is_made_from_is_never_replaced(folder: Path) -> None:
    before = (folder / "tiny.yaml").read_bytes()
    done = run("export", "tiny.yaml", "-o", "tiny.yaml", "--format", "wav", "--force")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "error: `tiny.yaml` is what the session is made from\n"
    assert (folder / "tiny.yaml").read_bytes() == before


def test_a_name_too_long_and_a_device_are_refused(folder: Path) -> None:
    done = run("export", "tiny.yaml", "-o", f"{'x' * 300}.wav")
    assert done.returncode == 2
    assert "File name too long" in done.stderr
    done = run("export", "tiny.yaml", "-o", "/dev/null", "--format", "wav", "--force")
    assert done.returncode == 2
    assert "is a device, not a file" in done.stderr
