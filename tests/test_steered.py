"""A live session, steered, broken and resumed: a real device, a real terminal, real kills."""

import json
import os
import pty
import random
import signal
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import soundfile
from nullsink import NullSink, require_pulse
from program import PROGRAM, TIMEOUT_S, ended, run

SHORT = """\
title: Short
defaults: {get_ready: 3s}
exercises:
  - Hop: 2 x 8, beat 800ms, rest 5s
  - Plank: 1 x 6s hold
"""
Event = dict[str, Any]


@pytest.fixture(scope="module")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("cache")


@pytest.fixture(autouse=True)
def short(own_folders: Path, cache: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A short routine, with its speech in a cache that all of these tests share."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(cache))
    path = own_folders / "short.yaml"
    path.write_text(SHORT, encoding="utf-8")
    return path


@pytest.fixture
def sink(tmp_path: Path) -> Iterator[NullSink]:
    require_pulse()
    with NullSink(tmp_path) as sink:
        yield sink


class Session:
    """A running `earcoach start --json`, steered by lines and watched by its events."""

    def __init__(self, sink: NullSink, *words: str) -> None:
        folders = {k: v for k, v in os.environ.items() if k.startswith("XDG_") or k == "HOME"}
        self.process = subprocess.Popen(
            [*PROGRAM, *words, "--json", "--no-keep-alive"],
            env=sink.env | folders,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            encoding="utf-8",
        )
        self.events: list[Event] = []

    def say(self, line: str) -> None:
        assert self.process.stdin is not None
        self.process.stdin.write(f"{line}\n")
        self.process.stdin.flush()

    def until(self, reached: Callable[[Event], bool]) -> Event:
        """Read events until one is reached."""
        assert self.process.stdout is not None
        for line in self.process.stdout:
            event: Event = json.loads(line)
            self.events.append(event)
            if reached(event):
                return event
        raise AssertionError(f"it ended: {self.process.communicate()[1]}")

    def end(self) -> subprocess.CompletedProcess[str]:
        done = ended(self.process)
        self.events += [json.loads(line) for line in done.stdout.splitlines()]
        return done

    def counts(self) -> list[str]:
        """The numbers that were said, in order."""
        return [e["text"] or "tick" for e in self.events if e.get("role") == "count"]


def count(number: int) -> Callable[[Event], bool]:
    return lambda event: event.get("role") == "count" and event.get("text") == str(number)


def phase(kind: str) -> Callable[[Event], bool]:
    return lambda event: event["event"] == "phase" and event["kind"] == kind


def test_lines_steer_it_and_the_count_goes_on_where_it_stopped(sink: NullSink, short: Path) -> None:
    with sink.recording() as recording:
        session = Session(sink, "start", str(short))
        session.until(count(3))
        session.say("pause")
        session.until(lambda e: e["event"] == "pause")
        recording.wait_for_silence()
        session.say("resume")
        session.until(count(5))
        session.say("next")
        session.until(phase("rest"))
        session.say("next")
        session.until(phase("work"))
        session.say("quit")
        done = session.end()
    assert done.returncode == 0, done.stderr
    assert session.counts()[:5] == ["1", "2", "3", "4", "5"]
    assert [e["ending"] for e in session.events if e["event"] == "end"] == ["quit"]
    words = [e["text"] for e in session.events if e["event"] == "cue" and e["text"]]
    assert words.index("4") > words.index("3")


def test_a_pace_by_name_is_taken_and_an_unknown_line_changes_nothing(
    sink: NullSink, short: Path
) -> None:
    session = Session(sink, "start", str(short))
    session.until(phase("prepare"))
    session.say("pace 1.5")
    assert session.until(lambda e: e["event"] == "pace")["pace"] == 1.5
    session.say("bananas")
    session.say("quit")
    done = session.end()
    assert done.returncode == 0
    assert "`bananas` is no action" in done.stderr


KEYS = (b"w", b"a", b"+", b"-", b"t", b"?", b"n", b" ", b" ", b"r", b"d", b"p")


def test_every_key_is_answered_and_the_terminal_comes_back(sink: NullSink, short: Path) -> None:
    master, slave = pty.openpty()
    before = subprocess.run(["stty", "-g"], stdin=slave, capture_output=True, check=True).stdout
    folders = {k: v for k, v in os.environ.items() if k.startswith("XDG_") or k == "HOME"}
    with (
        sink.recording() as recording,
        subprocess.Popen(
            [*PROGRAM, "start", str(short), "--plain", "--no-keep-alive"],
            env=sink.env | folders,
            stdin=slave,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            encoding="utf-8",
        ) as process,
    ):
        assert process.stdout is not None
        next(line for line in process.stdout if "prepare" in line)
        for key in KEYS:
            pressed_at = recording.frames
            os.write(master, key)
            recording.wait_for_sound(start=pressed_at)
        os.write(master, b"q")
        assert ended(process).returncode == 0
    after = subprocess.run(["stty", "-g"], stdin=slave, capture_output=True, check=True).stdout
    os.close(master)
    os.close(slave)
    assert after == before


def test_it_outlives_the_sound_server(sink: NullSink, short: Path) -> None:
    session = Session(sink, "start", str(short))
    session.until(count(2))
    sink.kill_server()
    session.until(lambda e: e["event"] == "device-lost")
    sink.restart_server()
    with sink.recording() as recording:
        session.until(lambda e: e["event"] == "device-back")
        session.until(count(5))
        recording.wait_for_sound()
        session.say("quit")
        assert session.end().returncode == 0
    numbers = [int(text) for text in session.counts() if text != "tick"]
    assert numbers == sorted(set(numbers))  # nothing is counted twice
    assert numbers[-1] >= 5


def test_it_can_be_quit_while_there_is_no_device(sink: NullSink, short: Path) -> None:
    session = Session(sink, "start", str(short))
    session.until(count(1))
    sink.kill_server()
    session.until(lambda e: e["event"] == "device-lost")
    session.say("quit")
    assert session.end().returncode == 0


def test_after_kill_9_it_is_resumed_at_the_start_of_its_set(sink: NullSink, short: Path) -> None:
    session = Session(sink, "start", str(short), "--level", "low")
    session.until(lambda e: phase("work")(e) and e["set"] == 2)
    session.until(count(random.Random(3).randint(1, 6)))
    session.process.send_signal(signal.SIGKILL)
    session.process.wait(TIMEOUT_S)
    again = Session(sink, "resume")
    first = again.until(lambda e: e["event"] == "phase")
    assert (first["kind"], first["exercise"], first["set"]) == ("rest", "Hop", 2)
    again.until(count(1))
    again.say("quit")
    assert again.end().returncode == 0


def test_a_resumed_session_has_its_music_unless_that_is_gone(
    sink: NullSink, short: Path, tmp_path: Path
) -> None:
    song = tmp_path / "song.wav"
    soundfile.write(song, np.random.default_rng(1).normal(0, 0.1, 100_000).clip(-1, 1), 22_050)
    session = Session(sink, "start", str(short), "--music", str(song), "--music-level", "-3")
    session.until(phase("prepare"))
    session.process.send_signal(signal.SIGKILL)
    session.process.wait(TIMEOUT_S)
    song.write_bytes(b"no music any more")
    again = Session(sink, "resume").end()
    assert again.returncode == 1
    assert "music: song.wav is left out" in again.stderr
    song.unlink()
    without = Session(sink, "resume")
    without.until(phase("prepare"))
    without.say("quit")
    done = without.end()
    assert done.returncode == 0
    assert f"the music `{song}` is gone; going on without it" in done.stderr


def test_a_whole_session_goes_to_the_history_and_leaves_nothing_to_resume(
    sink: NullSink, short: Path
) -> None:
    session = Session(sink, "start", str(short), "--pace", "2", "--coaching", "minimal")
    assert session.end().returncode == 0
    (past,) = json.loads(run("history", "--json").stdout)
    assert (past["title"], past["sets"], past["reps"]) == ("Short", 3, 16)
    assert past["ending"] == "finished"
    assert run("resume").returncode == 2
    listed = run("history", "show", "1")
    assert listed.returncode == 0
    assert "Plank" in listed.stdout
