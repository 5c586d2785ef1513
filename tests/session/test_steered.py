"""A live session, steered, broken and resumed: a real device, a real terminal, real kills."""

import json
import os
import random
import shlex
import signal
import sqlite3
import subprocess
from contextlib import ExitStack, closing
from pathlib import Path

import numpy as np
import pytest
import soundfile
from excerpts import places
from nullsink import NullSink
from program import INTERRUPTED, PROGRAM, TIMEOUT_S, TINY, run
from steered import Event, Session, count, kept_session, phase
from terminals import new_terminal

from earcoach.audio.clip import pcm_of
from earcoach.audio.tones import default_tones
from earcoach.audio.voices.voice import Voice
from earcoach.log.store import open_store
from earcoach.units import frames_of_ms

fcntl = pytest.importorskip("fcntl", reason="needs a pty")
SHORT = """\
title: Short
defaults: {get_ready: 3s}
exercises:
  - Hop: 2 x 6, beat 700ms, rest 4s
  - Plank: 1 x 4s hold
"""


@pytest.fixture(autouse=True)
def short(own_folders: Path, hums: None) -> Path:
    """A short routine, hummed."""
    path = own_folders / "short.yaml"
    path.write_text(SHORT, encoding="utf-8")
    return path


def test_lines_steer_it(sink: NullSink, short: Path) -> None:
    session = Session(sink.env, "start", str(short))
    session.until(phase("prepare"))
    session.say("next")
    session.until(phase("work"))
    session.say("pause")
    session.until(lambda e: e["event"] == "pause")
    session.say("resume")
    session.until(count(2))
    session.say("next")
    assert session.until(phase("rest"))["exercise"] == "Plank"
    session.say("quit")
    assert session.end() == 0
    assert [e["ending"] for e in session.events if e["event"] == "end"] == ["quit"]
    assert session.counts()[:2] == ["1", "2"]


def test_what_is_asked_for_before_the_first_sound_is_granted_before_it(
    sink: NullSink, short: Path
) -> None:
    session = Session(sink.env, "start", str(short), "--preroll", "10")
    session.say("pause")
    assert session.until(lambda e: e["event"] in ("pause", "phase"))["event"] == "pause"
    session.say("quit")
    assert session.end() == 0
    assert [e["event"] for e in session.events if e["event"] in ("phase", "end")] == ["end"]


def test_a_pace_by_name_is_taken_and_an_unknown_line_changes_nothing(
    sink: NullSink, short: Path
) -> None:
    session = Session(sink.env, "start", str(short))
    session.until(phase("prepare"))
    session.say("pace 1.5")
    assert session.until(lambda e: e["event"] == "pace")["pace"] == 1.5
    session.say("bananas")
    session.say("quit")
    assert session.end() == 0
    assert "`bananas` is not an action" in session.told()


KEYS = (b"w", b"a", b"+", b"-", b"t", b"?", b"n", b"r", b"d", b"p")


def test_every_key_is_answered_and_the_terminal_comes_back(sink: NullSink, short: Path) -> None:
    master, slave = new_terminal()
    before = subprocess.run(["stty", "-g"], stdin=slave, capture_output=True, check=True).stdout
    with sink.recording() as recording:
        session = Session(sink.env, "start", str(short), stdin=slave)
        session.until(phase("prepare"))
        for key in KEYS:
            pressed_at = recording.frames
            os.write(master, key)
            recording.wait_for_sound(start=pressed_at)
        os.write(master, b"q")
        assert session.end() == 0
    after = subprocess.run(["stty", "-g"], stdin=slave, capture_output=True, check=True).stdout
    os.close(master)
    os.close(slave)
    assert after == before


def test_space_pauses_and_the_count_goes_on_as_if_nothing_had_been(
    sink: NullSink, short: Path, humming: Voice
) -> None:
    master, slave = new_terminal()
    with sink.recording() as recording:
        session = Session(sink.env, "start", str(short), stdin=slave)
        session.until(phase("prepare"))
        os.write(master, b"n")
        session.until(count(3))
        os.write(master, b" ")
        session.until(lambda e: e["event"] == "pause")
        recording.wait_for_silence()
        paused_until = recording.frames
        os.write(master, b" ")
        session.until(phase("rest"))
        os.write(master, b"q")
        assert session.end() == 0
        recording.wait_for_silence()
    os.close(master)
    os.close(slave)
    heard = recording.samples()
    said = {n: places(heard, pcm_of(humming.clip(n).samples)) for n in "456"}
    (four,), (five,), (six,) = said.values()  # nothing is lost or doubled
    assert paused_until < four
    assert (five - four, six - five) == (frames_of_ms(700),) * 2


def test_quitting_is_answered_and_cuts_no_word_into_a_click(sink: NullSink, short: Path) -> None:
    with sink.recording() as recording:
        session = Session(sink.env, "start", str(short))
        session.until(lambda e: e.get("role") == "announce")
        recording.wait_for_sound()
        session.say("quit")
        assert session.end() == 0
        assert session.told().endswith("the place is kept: `earcoach resume` goes on there\n")
        recording.wait_for_silence()
    heard = np.trim_zeros(recording.samples(), "b")
    tick = np.trim_zeros(pcm_of(default_tones()["tick"].samples), "b")
    faded = frames_of_ms(20)  # until then the word is still there
    assert np.array_equal(heard[-len(tick) + faded :], tick[faded:])


def test_it_outlives_the_sound_server(sink: NullSink, short: Path) -> None:
    session = Session(sink.env, "start", str(short))
    session.until(phase("prepare"))
    session.say("next")
    session.until(count(2))
    sink.kill_server()
    session.until(lambda e: e["event"] == "device-lost")
    sink.restart_server()
    with sink.recording() as recording:
        session.until(lambda e: e["event"] == "device-back")
        session.until(count(5))
        recording.wait_for_sound()
        session.say("quit")
        assert session.end() == 0
    numbers = [int(text) for text in session.counts() if text != "tick"]
    # nothing is lost, and only the number that may not have been heard comes again
    assert list(dict.fromkeys(numbers)) == list(range(1, numbers[-1] + 1))
    assert len(numbers) <= numbers[-1] + 1
    assert numbers[-1] >= 5


def test_it_can_be_quit_while_there_is_no_device(sink: NullSink, short: Path) -> None:
    session = Session(sink.env, "start", str(short))
    session.until(phase("prepare"))
    session.say("next")
    session.until(count(1))
    sink.kill_server()
    session.until(lambda e: e["event"] == "device-lost")
    session.say("quit")
    assert session.end() == 0


def test_after_kill_9_it_is_resumed_at_the_start_of_its_set(sink: NullSink, short: Path) -> None:
    """Three sessions side by side, each killed four times, at any event."""
    short.write_text("title: Long\nexercises:\n  - Hop: 50 x 2, rest 1s\n", "utf-8")
    chance = random.Random(3)
    envs = [sink.env | {"XDG_STATE_HOME": str(short.with_name(f"{n}"))} for n in range(3)]
    with ExitStack() as stack:

        def begun(*words: str) -> list[Session]:
            sessions = [Session(env, *words) for env in envs]
            for session in sessions:
                stack.callback(session.process.kill)
            return sessions

        sessions = begun("start", str(short), "--pace", "2")
        for _ in range(4):
            for session in sessions:
                session.until_told(chance.randrange(1, 5))
                session.until_kept()
                session.kill()
            killed, sessions = sessions, begun("resume")
            for old, new in zip(killed, sessions, strict=True):
                first = new.until(lambda e: e["event"] == "phase")
                assert first["kind"] not in ("work", "switch")
                # the last event may have been told before it was kept
                assert place(first) in [place(e) for e in old.phases()[-2:]]


def place(event: Event) -> tuple[str, int]:
    return event["exercise"], event["set"]


def test_a_session_that_cannot_go_on_keeps_nobody_from_another(sink: NullSink, short: Path) -> None:
    session = kept_session(sink, short)
    session.kill()
    short.write_text(TINY, "utf-8")
    done = run("start")
    assert done.returncode == 2
    left, why, *_ = done.stderr.splitlines()
    assert left.startswith("Short was left unfinished, and cannot go on: ")
    assert why == "error: which routine?"


def test_without_a_terminal_it_says_that_it_goes_on_with_what_was_left(
    sink: NullSink, short: Path
) -> None:
    session = kept_session(sink, short)
    session.kill()
    again = Session(sink.env, "start")
    again.until(phase("prepare"))
    again.say("quit")
    assert again.end() == 0
    assert "going on with Short, left on " in again.told()


def test_it_plays_on_when_nobody_reads_what_it_tells(sink: NullSink, short: Path) -> None:
    session = Session(sink.env, "start", str(short))
    session.until(phase("prepare"))
    assert session.process.stdout is not None
    session.process.stdout.close()
    with sink.recording() as recording:
        recording.wait_for_sound()
        session.say("next")
        recording.wait_for_sound(start=recording.frames)
        session.say("quit")
        assert session.process.wait(TIMEOUT_S) == 1  # not everything could be told
    assert "Error" not in session.told()


def test_quit_ends_it_when_its_reader_has_stopped_reading(sink: NullSink, short: Path) -> None:
    session = Session(sink.env, "start", str(short), "--preroll", "0")
    session.until(phase("prepare"))
    assert session.process.stdout is not None
    fcntl.fcntl(session.process.stdout, fcntl.F_SETPIPE_SZ, 4096)
    for _ in range(40):
        session.say("repeat")
    with sink.recording() as recording:
        recording.wait_for_sound()
        recording.wait_for_sound(start=recording.frames)
    session.say("quit")
    assert session.process.wait(TIMEOUT_S) == 0
    (left,) = open_store(notice=print).unfinished()
    assert left.start.title == "Short"


@pytest.mark.parametrize("closed", ["2>&-", "<&- >&- 2>&-"])
def test_a_session_goes_on_with_its_streams_closed(
    sink: NullSink, short: Path, closed: str
) -> None:
    short.write_text(TINY, "utf-8")
    command = shlex.join([*PROGRAM, "start", str(short), "--pace", "2", "--coaching", "minimal"])
    folders = {k: v for k, v in os.environ.items() if k.startswith("XDG_") or k == "HOME"}
    with subprocess.Popen(
        ["sh", "-c", f"exec {command} {closed}"], env=folders | sink.env, stdin=subprocess.PIPE
    ) as process:
        while not sink.is_played_to():
            assert process.poll() is None
        assert Path(f"/proc/{process.pid}/fd/2").readlink() == Path(os.devnull)
        assert process.wait(TIMEOUT_S) == 0
    (past,) = open_store(notice=print).sessions()
    assert past.ending == "finished"


def test_what_is_locked_by_another_does_not_keep_it_from_ending(
    sink: NullSink, short: Path
) -> None:
    session = kept_session(sink, short)
    with closing(sqlite3.connect(session.store, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        session.until(phase("rest"))
        session.say("quit")
        assert session.end() == 0
    (past,) = open_store(notice=print).sessions()
    assert (past.sets, past.ending, past.resumable) == (1, "quit", True)


def test_finishing_a_session_leaves_another_to_resume(sink: NullSink, short: Path) -> None:
    session = Session(sink.env, "start", str(short))
    session.until(phase("prepare"))
    session.say("quit")
    assert session.end() == 0
    tiny = short.with_name("tiny.yaml")
    tiny.write_text(TINY, "utf-8")
    other = Session(sink.env, "start", str(tiny), "--pace", "2", "--coaching", "minimal")
    assert other.end() == 0
    assert "Short" in run("resume", "--list").stdout
    again = Session(sink.env, "resume")
    assert again.until(phase("prepare"))["exercise"] == "Hop"
    again.say("quit")
    assert again.end() == 0


def test_ctrl_c_ends_it_before_the_first_word_too(sink: NullSink, short: Path) -> None:
    session = Session(sink.env, "start", str(short))
    while not sink.is_played_to():
        assert session.process.poll() is None
    session.process.send_signal(signal.SIGINT)
    assert session.process.wait(TIMEOUT_S) in INTERRUPTED
    assert session.told().endswith("stopped\n")


def test_a_pause_while_there_is_no_device_outlasts_it(sink: NullSink, short: Path) -> None:
    session = Session(sink.env, "start", str(short))
    session.until(phase("prepare"))
    sink.kill_server()
    session.until(lambda e: e["event"] == "device-lost")
    session.say("pause")
    session.until(lambda e: e["event"] == "pause")
    sink.restart_server()
    session.until(lambda e: e["event"] == "device-back")
    with sink.recording() as recording:
        recording.wait_for_silence(frames=48_000)
    session.say("quit")
    assert session.end() == 0


def test_a_resumed_session_has_its_music_unless_that_is_gone(
    sink: NullSink, short: Path, tmp_path: Path
) -> None:
    song = tmp_path / "song.wav"
    soundfile.write(song, np.random.default_rng(1).normal(0, 0.1, 100_000).clip(-1, 1), 22_050)
    session = kept_session(sink, short, "--music", str(song), "--music-level", "-3")
    session.kill()
    song.write_bytes(b"no music any more")
    again = Session(sink.env, "resume")
    assert again.end() == 1
    assert "music: song.wav is left out" in again.told()
    song.unlink()
    without = Session(sink.env, "resume")
    without.until(phase("prepare"))
    without.say("quit")
    assert without.end() == 0
    assert f"the music `{song}` is gone; going on without it" in without.told()


def test_a_whole_session_goes_to_the_history_and_leaves_nothing_to_resume(
    sink: NullSink, short: Path
) -> None:
    short.write_text(TINY, "utf-8")
    session = Session(sink.env, "start", str(short), "--pace", "2", "--coaching", "minimal")
    assert session.end() == 0
    (past,) = json.loads(run("history", "--json").stdout)
    assert (past["title"], past["sets"], past["reps"]) == ("Go", 1, 2)
    assert past["ending"] == "finished"
    assert run("resume").returncode == 2
    listed = run("history", "show", "1")
    assert listed.returncode == 0
    assert "Hop" in listed.stdout
