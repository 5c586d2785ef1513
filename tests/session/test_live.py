"""The live session, played into a sound server of our own and recorded there: nothing is mocked."""

import signal
from ctypes.util import find_library
from pathlib import Path

import numpy as np
import pytest
import soundfile
from excerpts import Samples, find_in
from nullsink import NullSink
from program import INTERRUPTED, NO_CARD, PROGRAM, TIMEOUT_S, TINY, ended, run, started

TINY_SESSION = ("--coaching", "minimal", "--pace", "2")
devices = pytest.mark.parametrize("device", ["sounddevice", "miniaudio"])


@pytest.fixture(autouse=True)
def tiny(own_folders: Path, hums: None) -> Path:
    """A routine of a few seconds, hummed."""
    path = own_folders / "tiny.yaml"
    path.write_text(TINY, encoding="utf-8")
    return path


@pytest.fixture
def exported(tiny: Path, tmp_path: Path) -> Samples:
    """What `export` writes of the session that these tests play."""
    path = tmp_path / "exported.wav"
    assert run("export", tiny, "-o", path, *TINY_SESSION).returncode == 0
    samples: Samples = soundfile.read(path, dtype="int16")[0]
    return samples


@devices
@pytest.mark.parametrize("preroll", ["0", "0.5"])
def test_live_is_bit_for_bit_the_export(
    device: str, preroll: str, sink: NullSink, tiny: Path, exported: Samples
) -> None:
    options = ("--device", device, "--no-keep-alive", "--preroll", preroll, *TINY_SESSION)
    played = sink.record([*PROGRAM, "start", str(tiny), *options])
    assert played.returncode == 0, played.stderr
    assert "error" not in played.stderr.lower()
    assert [line.split("  ")[-1] for line in played.stdout.splitlines()] == [
        "Go",
        "Next: Hop",
        "Hop, 2 reps",
        "Finished",
        "end: finished",
    ]
    start = find_in(played.samples, exported)
    assert not np.any(played.samples[:start])
    assert not np.any(played.samples[start + len(exported) :])


def test_live_is_bit_for_bit_the_export_with_music_too(
    stereo_sink: NullSink, tiny: Path, tmp_path: Path
) -> None:
    noise = np.random.default_rng(4).normal(0, 0.2, (44_100 * 6, 2))
    soundfile.write(tmp_path / "music.flac", noise.clip(-1, 1), 44_100)
    options = ("--music", str(tmp_path / "music.flac"), *TINY_SESSION)
    path = tmp_path / "exported.wav"
    assert run("export", tiny, "-o", path, *options).returncode == 0
    exported: Samples = soundfile.read(path, dtype="int16")[0].ravel()
    played = stereo_sink.record([*PROGRAM, "start", str(tiny), "--no-keep-alive", *options])
    assert played.returncode == 0, played.stderr
    assert np.count_nonzero(exported) > 0.8 * len(exported)
    find_in(played.samples, np.trim_zeros(exported))


@devices
def test_ctrl_c_stops_it(device: str, sink: NullSink, tmp_path: Path) -> None:
    """Also while the voice, which has spoken no more than the beginning before, gets ready.

    One of them is the real one, which takes longer to.
    """
    voice = ("--voice", "neural" if device == "sounddevice" else "humming")
    cold = {"XDG_CACHE_HOME": str(tmp_path / "cold")}
    first, second = (tmp_path / name for name in ("first.yaml", "second.yaml"))
    first.write_text(f"{TINY}  - Skip: 1 x 2\n", encoding="utf-8")
    second.write_text(f"{TINY}  - Jump: 1 x 2\n", encoding="utf-8")
    assert run("show", first, *voice, **cold).returncode == 0
    with (
        sink.recording() as recording,
        started(
            "start", second, *voice, "--device", device, "--no-keep-alive", **sink.env | cold
        ) as process,
    ):
        recording.wait_for_sound(timeout_s=TIMEOUT_S)
        process.send_signal(signal.SIGINT)
        done = ended(process)
        recording.wait_for_silence()
    assert done.returncode in INTERRUPTED
    assert done.stderr.endswith("stopped\n")
    assert "Traceback" not in done.stderr


@pytest.mark.skipif(find_library("portaudio") is None, reason="needs PortAudio")
def test_without_a_sound_device_it_says_what_to_do(
    tiny: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    alsa = tmp_path / "asound.conf"
    alsa.write_text(NO_CARD)
    nowhere = {"PULSE_SERVER": "unix:/nonexistent", "JACK_NO_START_SERVER": "1"}
    done = run("start", tiny, **nowhere, ALSA_CONFIG_PATH=str(alsa))
    assert (done.returncode, done.stdout) == (4, "")
    error, cure = done.stderr.splitlines()
    assert error.startswith("error: no sound device can be opened: PortAudio: ")
    assert error.endswith("; miniaudio: failed to init device -401")
    export = f"earcoach export {tiny} -o session.mp3"
    assert cure == f"  help: connect one, or keep the session as a file: `{export}`"
    assert run(*export.split()[1:]).returncode == 0
