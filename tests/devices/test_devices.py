"""Players and devices, played into a real sound server that is killed, frozen and restarted."""

import importlib.util
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from driven import (
    RATE,
    Driven,
    listed,
    noise_file,
    pactl,
    playing_into,
    samples_of,
    sink_properties,
)
from excerpts import find_in
from nullsink import NullSink

from earcoach.devices.registry import DEVICES, open_device
from earcoach.errors import NoSoundDevice, UsageError

STREAMING = ("sounddevice", "miniaudio")
needs_simpleaudio = pytest.mark.skipif(
    sys.version_info >= (3, 12) or importlib.util.find_spec("simpleaudio") is None,
    reason="simpleaudio is not installed, or would crash this Python",
)


@pytest.fixture
def driven(sink: NullSink) -> Iterator[Driven]:
    with playing_into(sink) as driven:
        yield driven


@pytest.fixture
def noise(tmp_path: Path) -> Path:
    """A file of noise: every stretch of it is unlike every other. No sample is silent."""
    return noise_file(tmp_path / "noise.pcm", seconds=0.7, seed=1)


@pytest.mark.parametrize("backend", STREAMING)
def test_the_preroll_and_silence_differ_from_zeros_by_the_last_bit_at_most(
    sink: NullSink, driven: Driven, noise: Path, backend: str
) -> None:
    with sink.recording() as live:
        assert driven.ask("open", {"device_name": backend}) == "ok"
        assert driven.ask("play", str(noise), 1.0) == "ok"
        assert driven.ask("play", str(noise), 0) == "ok"
        assert driven.ask("drain") == "ok"
        assert driven.ask("close") == "ok"
        live.wait_for_silence()
    heard, played = live.samples(), samples_of(noise)
    first = find_in(heard, played)
    second = first + len(played) + find_in(heard[first + len(played) :], played)
    assert second - first == len(played) + RATE
    before, between = heard[:first], heard[first + len(played) : second]
    begin = int(np.flatnonzero(before)[0])
    assert first - begin == RATE // 2
    for silence in (before[begin:], between):
        assert set(silence.tolist()) == {0, 1}
        assert np.diff(np.flatnonzero(silence)).tolist() == [480] * (len(silence) // 480 - 1)
    assert not heard[second + len(played) :].any()


@pytest.mark.parametrize("backend", STREAMING)
def test_without_keep_alive_silence_is_zeros(
    sink: NullSink, driven: Driven, noise: Path, backend: str
) -> None:
    with sink.recording() as live:
        opened = driven.ask("open", {"device_name": backend, "keep_alive": False})
        assert opened == "ok"
        assert driven.ask("play", str(noise), 0.5) == "ok"
        assert driven.ask("drain") == "ok"
        live.wait_for_silence()
    heard = live.samples()
    np.testing.assert_array_equal(np.trim_zeros(heard), samples_of(noise))
    assert driven.end() == 0


@pytest.mark.parametrize("backend", STREAMING)
def test_two_channels_are_played_as_they_are(
    stereo_sink: NullSink, noise: Path, backend: str
) -> None:
    with stereo_sink.recording() as live, playing_into(stereo_sink) as driven:
        opened = {"device_name": backend, "channels": 2, "preroll_ms": 300}
        assert driven.ask("open", opened) == "ok"
        assert driven.ask("play", str(noise), 0.5, 2) == "ok"
        assert driven.ask("drain") == "ok"
        live.wait_for_silence()
        assert driven.end() == 0
    heard, played = live.samples(), samples_of(noise)
    first = find_in(heard, played)
    begin = int(np.flatnonzero(heard)[0])
    assert first - begin == 2 * 300 * 48
    awake = [*np.flatnonzero(heard[begin:first])[:4]]
    assert awake == [0, 1, 960, 961]  # a step on both sides, every 10 ms


@pytest.mark.parametrize("preroll_ms", [0, 30, 2000, 5000])
def test_the_preroll_is_as_long_as_it_was_asked_for(
    sink: NullSink, driven: Driven, noise: Path, preroll_ms: int
) -> None:
    with sink.recording() as live:
        assert driven.ask("open", {"preroll_ms": preroll_ms}) == "ok"
        assert driven.ask("play", str(noise), 0) == "ok"
        assert driven.ask("drain") == "ok"
        live.wait_for_silence()
    heard = live.samples()
    before = find_in(heard, samples_of(noise)) - int(np.flatnonzero(heard)[0])
    assert before == 48 * preroll_ms


@pytest.mark.parametrize("backend", STREAMING)
@pytest.mark.parametrize("preroll_ms", [0, 300])
def test_the_opening_is_heard_before_anything_else_is_handed_over(
    sink: NullSink, driven: Driven, noise: Path, tmp_path: Path, backend: str, preroll_ms: int
) -> None:
    opening = noise_file(tmp_path / "opening.pcm", seconds=0.55, seed=2)
    with sink.recording() as live:
        opened = {"device_name": backend, "preroll_ms": preroll_ms, "opening": str(opening)}
        assert driven.ask("open", opened) == "ok"
        live.wait_for_sound()
        live.wait_for_silence()
        assert driven.ask("play", str(noise), 0) == "ok"
        assert driven.ask("drain") == "ok"
        live.wait_for_silence()
    heard = live.samples()
    first = find_in(heard, samples_of(opening))
    assert first - int(np.flatnonzero(heard)[0]) == 48 * preroll_ms
    find_in(heard[first + len(samples_of(opening)) :], samples_of(noise))


@pytest.mark.parametrize("backend", STREAMING)
def test_what_comes_at_once_follows_on_the_opening(
    sink: NullSink, driven: Driven, noise: Path, tmp_path: Path, backend: str
) -> None:
    opening = noise_file(tmp_path / "opening.pcm", seconds=0.55, seed=2)
    with sink.recording() as live:
        assert driven.ask("open", {"device_name": backend, "opening": str(opening)}) == "ok"
        assert driven.ask("play", str(noise), 0) == "ok"
        assert driven.ask("drain") == "ok"
        live.wait_for_silence()
    find_in(live.samples(), np.concatenate([samples_of(opening), samples_of(noise)]))


@pytest.mark.parametrize("backend", STREAMING)
def test_what_takes_over_in_the_opening_follows_on_what_was_handed_over_of_it(
    sink: NullSink, driven: Driven, noise: Path, tmp_path: Path, backend: str
) -> None:
    opening = noise_file(tmp_path / "opening.pcm", seconds=10, seed=2)
    with sink.recording() as live:
        opened = {"device_name": backend, "preroll_ms": 300, "opening": str(opening)}
        assert driven.ask("open", opened) == "ok"
        assert driven.ask("take_over") == "ok"
        assert driven.ask("play", str(noise), 0) == "ok"
        assert driven.ask("drain") == "ok"
        live.wait_for_silence()
    heard, begun, after = live.samples(), samples_of(opening), samples_of(noise)
    first, last = find_in(heard, begun[:960]), find_in(heard, after)
    assert 960 <= last - first < len(begun)
    assert np.array_equal(heard[first:last], begun[: last - first])


@pytest.mark.parametrize("backend", STREAMING)
def test_a_killed_server_is_noticed_and_a_new_one_is_played_to(
    sink: NullSink, driven: Driven, noise: Path, backend: str
) -> None:
    with sink.recording() as live:
        assert driven.ask("open", {"device_name": backend}) == "ok"
        driven.begin("play_on")
        live.wait_for_sound()
        sink.kill_server()
    assert driven.answer(8).startswith("NoSoundDevice: the sound device is gone")
    assert driven.ask("drain").startswith("NoSoundDevice: ")
    assert driven.ask("reopen").startswith("NoSoundDevice: no sound device can be opened")
    assert driven.ask("reopen").startswith("NoSoundDevice: no sound device can be opened")
    sink.restart_server()
    plays_again(sink, driven, noise)


def plays_again(sink: NullSink, driven: Driven, noise: Path) -> None:
    with sink.recording() as live:
        assert driven.ask("reopen") == "ok"
        assert driven.ask("play", str(noise), 0) == "ok"
        assert driven.ask("drain") == "ok"
        live.wait_for_silence()
    find_in(live.samples(), samples_of(noise))
    assert driven.ask("close") == "ok"
    assert driven.end() == 0


@pytest.mark.parametrize("action", ["drain", "close", "reopen"])
@pytest.mark.parametrize("backend", STREAMING)
def test_a_server_killed_unseen_hangs_nothing(
    sink: NullSink, driven: Driven, noise: Path, backend: str, action: str
) -> None:
    assert driven.ask("open", {"device_name": backend}) == "ok"
    assert driven.ask("play", str(noise), 0) == "ok"
    sink.kill_server()
    expected = {"close": "ok", "drain": "NoSoundDevice", "reopen": "NoSoundDevice"}
    assert driven.ask(action).partition(":")[0] == expected[action]
    assert driven.ask("close") == "ok"
    assert driven.end() == 0


@pytest.mark.parametrize("backend", STREAMING)
def test_a_frozen_server_hangs_nothing(sink: NullSink, driven: Driven, backend: str) -> None:
    freeze_while_playing(sink, driven, backend)
    for _ in range(3):
        assert driven.ask("reopen").startswith("NoSoundDevice: no sound device can be opened")
    assert driven.ask("close") == "ok"
    assert driven.end() == 0


@pytest.mark.parametrize("backend", STREAMING)
def test_a_server_that_was_frozen_for_a_while_is_played_to_again(
    sink: NullSink, driven: Driven, noise: Path, backend: str
) -> None:
    freeze_while_playing(sink, driven, backend)
    assert driven.ask("reopen").startswith("NoSoundDevice: ")
    sink.thaw_server()
    with sink.recording() as live:
        assert "ok" in (driven.ask("reopen") for _ in range(5))
        assert driven.ask("play", str(noise), 0) == "ok"
        assert driven.ask("drain") == "ok"
        live.wait_for_silence()
    find_in(live.samples(), samples_of(noise))
    assert driven.end() == 0


def freeze_while_playing(sink: NullSink, driven: Driven, backend: str) -> None:
    assert driven.ask("open", {"device_name": backend}) == "ok"
    driven.begin("play_on")
    with sink.recording() as live:
        live.wait_for_sound()
    sink.freeze_server()
    assert driven.answer(8).startswith("NoSoundDevice: ")


def test_another_device_is_taken_when_the_named_one_is_gone(
    sink: NullSink, driven: Driven, noise: Path
) -> None:
    assert driven.ask("open", {"device_name": "null out"}) == "ok"
    pactl("load-module", "module-null-sink", "sink_name=other", "rate=48000", sink=sink)
    pactl("unload-module", "module-null-sink", sink=sink)
    pactl("load-module", "module-null-sink", "sink_name=out", sink_properties("Else"), sink=sink)
    with sink.recording() as live:
        assert driven.ask("reopen") == "ok"
        assert driven.ask("play", str(noise), 0) == "ok"
        assert driven.ask("drain") == "ok"
        live.wait_for_sound()


def test_the_devices_are_listed(sink: NullSink) -> None:
    assert ("miniaudio", "Null Output", True) in listed(sink)
    assert ("sounddevice", "pulse", False) in listed(sink)
    sink.kill_server()
    assert listed(sink) == []


def test_an_unknown_device_is_named_with_the_nearest(sink: NullSink, driven: Driven) -> None:
    answer = driven.ask("open", {"device_name": "minaudio"})
    assert answer == "UsageError: no sound device is named `minaudio`"
    with pytest.raises(UsageError) as caught:
        open_device("minaudio")
    assert caught.value.cure == "did you mean `miniaudio`?"


def test_a_device_is_found_by_a_part_of_its_name_but_not_by_a_part_of_two(
    sink: NullSink, driven: Driven
) -> None:
    assert driven.ask("open", {"device_name": "null out"}) == "ok"
    assert driven.ask("close") == "ok"
    for name in ("Hall", "Hallway"):
        module = ("load-module", "module-null-sink", f"sink_name={name}", sink_properties(name))
        pactl(*module, sink=sink)
    assert driven.ask("open", {"device_name": "hall"}) == "ok"
    assert driven.ask("open", {"device_name": "hal"}) == (
        "UsageError: more than one sound device is named `hal`: `Hall`, `Hallway`"
    )


def test_the_device_opens_before_numpy_is_loaded() -> None:
    code = "import sys, earcoach.devices.player; sys.exit('numpy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code]).returncode == 0


LOADING = """
import time
from earcoach.devices.watched import watched
watched("slow", None, None, load=lambda: (time.sleep(1.3), print("loaded"))).load()
"""


def test_the_program_does_not_end_while_a_library_looks_for_devices() -> None:
    """That would crash it: a mistake on the command line ends a session at once."""
    done = subprocess.run([sys.executable, "-c", LOADING], capture_output=True, text=True)
    assert (done.returncode, done.stdout, done.stderr) == (0, "loaded\n", "")


def test_simpleaudio_is_refused_where_it_crashes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "version_info", (3, 12, 0))
    with pytest.raises(NoSoundDevice) as caught:
        open_device("simpleaudio")
    assert caught.value.message == (
        "no sound device can be opened: simpleaudio crashes Python 3.12 and later: it frees memory "
        "on a thread that Python does not know"
    )


def test_simpleaudio_says_how_it_is_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "version_info", (3, 11, 0))
    monkeypatch.setitem(sys.modules, "simpleaudio", None)
    with pytest.raises(NoSoundDevice) as caught:
        open_device("simpleaudio")
    assert caught.value.cure == (
        "python -m pip install '.[simpleaudio]' in earcoach's folder, or elsewhere simpleaudio"
    )


def test_simpleaudio_is_opened_only_when_asked_for() -> None:
    assert [name for name, backend in DEVICES.items() if backend.unasked] == [*STREAMING]


@needs_simpleaudio
def test_simpleaudio_plays_every_piece_at_its_time(
    sink: NullSink, driven: Driven, tmp_path: Path
) -> None:
    """Thirty seconds of pieces: each frame as played, each onset within 20 ms, nothing drifts."""
    lengths = [0.3, 1.1, 0.05, 2.0, 0.4, 0.45, 3.0] * 2
    pauses = [0.7, 1.3, 0.95, 0.5, 2.6, 1.05, 1.0] * 2
    onsets, at = [], 0
    pieces = []
    with sink.recording() as live:
        assert driven.ask("open", {"device_name": "simpleaudio"}) == "ok"
        for number, (length, pause) in enumerate(zip(lengths, pauses, strict=True)):
            path = noise_file(tmp_path / f"{number}.pcm", seconds=length, seed=number)
            pieces.append(samples_of(path))
            onsets.append(at)
            at += round((length + pause) * RATE)
            driven.begin("play", str(path), pause)
        assert [driven.answer() for _ in pieces] == ["ok"] * len(pieces)
        assert driven.ask("drain") == "ok"
        live.wait_for_silence()
    assert at >= 30 * RATE
    heard = live.samples()
    found = [find_in(heard, piece) for piece in pieces]
    late_ms = (np.array(found) - np.array(onsets)) / 48
    wrong_ms = late_ms - np.median(late_ms)  # which leaves out how long it took to begin
    assert np.abs(wrong_ms).max() < 20, wrong_ms.tolist()
    assert driven.ask("close") == "ok"
    assert driven.end() == 0


@needs_simpleaudio
def test_simpleaudio_keeps_up_with_time_and_not_far_ahead(
    sink: NullSink, driven: Driven, noise: Path
) -> None:
    assert driven.ask("open", {"device_name": "simpleaudio"}) == "ok"
    begun = time.monotonic()
    assert driven.ask("play", str(noise), 1.3) == "ok"
    assert driven.ask("play", str(noise), 1.3) == "ok"
    assert time.monotonic() - begun == pytest.approx(0.5 + 4.0 - 0.2, abs=0.15)


@needs_simpleaudio
def test_simpleaudio_can_be_closed_in_the_middle_of_a_piece(
    sink: NullSink, driven: Driven, tmp_path: Path
) -> None:
    long = noise_file(tmp_path / "long.pcm", seconds=20, seed=5)
    assert driven.ask("open", {"device_name": "simpleaudio"}) == "ok"
    with sink.recording() as live:
        driven.begin("play", str(long), 0.5)
        live.wait_for_sound()
        driven.interrupt()
        assert driven.answer() == "interrupted"
        assert driven.ask("close") == "ok"
        live.wait_for_silence(timeout_s=2)
    assert driven.end() == 0


@needs_simpleaudio
def test_simpleaudio_notices_a_killed_server_at_the_next_piece(
    sink: NullSink, driven: Driven, noise: Path
) -> None:
    assert driven.ask("open", {"device_name": "simpleaudio"}) == "ok"
    assert driven.ask("play", str(noise), 0.5) == "ok"
    sink.kill_server()
    assert driven.ask("play", str(noise), 0.5).startswith("NoSoundDevice: simpleaudio: ")
    assert driven.ask("reopen").startswith("NoSoundDevice: no sound device can be opened")
    sink.restart_server()
    plays_again(sink, driven, noise)
