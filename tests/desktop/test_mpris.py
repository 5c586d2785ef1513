"""Media keys over a real session bus: what a desktop asks for, sees and hears of a session."""

import asyncio
import os
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field
from fractions import Fraction
from pathlib import Path
from queue import SimpleQueue
from typing import Any

import pytest

from earcoach.timeline.cues import Phrase

pytest.importorskip("dbus_fast", reason="needs dbus-fast (Linux)")

from dbus_fast import Variant
from sessionbus import Desktop, SessionBus, desktop, require_dbus

import earcoach
from earcoach.desktop.media_keys import media_keys, media_keys_expected
from earcoach.desktop.now_playing import NowPlaying, Playback
from earcoach.language.words import words_in
from earcoach.plan.phases import PhaseKind
from earcoach.plan.planning import make_plan
from earcoach.session.commands import Action, Command, SetPace
from earcoach.session.events import (
    CueBegan,
    DeviceBack,
    DeviceLost,
    Ended,
    Ending,
    Event,
    PaceChanged,
    Paused,
    PhaseBegan,
    Resumed,
)
from earcoach.timeline.cues import Cue, Role

NAME = "org.mpris.MediaPlayer2.earcoach"
PATH = "/org/mpris/MediaPlayer2"
APPLICATION = (NAME, PATH, "org.mpris.MediaPlayer2")
PLAYER = (NAME, PATH, "org.mpris.MediaPlayer2.Player")
TIMEOUT_S = 20.0

ROUTINE = """\
title: Two moves
sections:
  - name: Legs
    exercises:
      - Squat: 2 x 8 each leg, beat 2s, rest 12s
      - Plank: 2 x 30s hold, rest 15s
"""
WORDS = words_in()
PHASES = make_plan(earcoach.loads(ROUTINE)).phases
FIRST_SOUND = CueBegan(0, Cue(role=Role.ANNOUNCE, onset=0, length=4800, what=Phrase("Two moves")))


def began(kind: PhaseKind, *, which: int = 0, seconds: int = 30) -> PhaseBegan:
    """The beginning of one of the routine's phases of a kind."""
    index = [n for n, phase in enumerate(PHASES) if phase.kind is kind][which]
    return PhaseBegan(index=index, phase=PHASES[index], length=seconds * 48_000)


@dataclass
class Session:
    """What a session has of its media keys."""

    commands: SimpleQueue[Command] = field(default_factory=SimpleQueue)
    notices: SimpleQueue[str] = field(default_factory=SimpleQueue)

    def media_keys(self, pace: Fraction = Fraction(1)) -> AbstractContextManager[Any]:
        return media_keys(
            self.commands, self.notices.put, title="Two moves", words=WORDS, pace=pace
        )


@pytest.fixture
def bus(monkeypatch: pytest.MonkeyPatch) -> Iterator[SessionBus]:
    require_dbus()
    with SessionBus() as session_bus:
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", session_bus.address)
        yield session_bus


@contextmanager
def playing(*events: Event, pace: Fraction = Fraction(1)) -> Iterator[tuple[Session, Any]]:
    """A session with media keys that has begun to sound."""
    session = Session()
    with session.media_keys(pace) as on_event:
        for event in (began(PhaseKind.INTRO), FIRST_SOUND, *events):
            on_event(event)
        yield session, on_event


def changed(client: Desktop, name: str, value: object) -> Any:
    """Wait until the desktop is told of a property; all that it is told with it."""
    return client.signal("PropertiesChanged", lambda body: body[1].get(name) == value)


def test_the_buttons_of_a_headset_are_commands(bus: SessionBus) -> None:
    members = {
        "PlayPause": Action.TOGGLE,
        "Next": Action.NEXT,
        "Previous": Action.PREVIOUS,
        "Pause": Action.PAUSE,
        "Play": Action.RESUME,
        "Stop": Action.PAUSE,
    }

    async def press() -> list[Command]:
        async with desktop(bus.address) as client:
            with playing() as (session, _):
                await client.appeared(NAME)
                for member in members:
                    await client.call(PLAYER, member)
                await client.call(APPLICATION, "Quit")
                return [session.commands.get(timeout=TIMEOUT_S) for _ in range(len(members) + 1)]

    assert asyncio.run(press()) == [*members.values(), Action.QUIT]


def test_what_makes_no_sense_here_does_nothing(bus: SessionBus) -> None:
    async def press() -> bool:
        async with desktop(bus.address) as client:
            with playing() as (session, _):
                await client.appeared(NAME)
                await client.call(PLAYER, "Seek", "x", 5_000_000)
                await client.call(PLAYER, "SetPosition", "ox", "/earcoach/phase/0", 0)
                await client.call(PLAYER, "OpenUri", "s", "file:///tmp/song.ogg")
                await client.set(PLAYER, "Volume", Variant("d", 0.2))
                await client.call(APPLICATION, "Raise")
                return session.commands.empty() and session.notices.empty()

    assert asyncio.run(press())


def test_the_rate_is_the_pace_and_stays_within_its_range(bus: SessionBus) -> None:
    async def turn() -> list[Command]:
        async with desktop(bus.address) as client:
            with playing() as (session, _):
                await client.appeared(NAME)
                for rate in (1.25, 9.0, -1.0, float("nan"), 0.0):
                    await client.set(PLAYER, "Rate", Variant("d", rate))
                return [session.commands.get(timeout=TIMEOUT_S) for _ in range(4)]

    commands = asyncio.run(turn())
    assert commands == [SetPace("1.25"), SetPace("2"), SetPace("0.5"), Action.PAUSE]


def test_the_desktop_sees_the_exercise(bus: SessionBus) -> None:
    async def look() -> tuple[dict[str, Any], dict[str, Any]]:
        async with desktop(bus.address) as client:
            with playing(began(PhaseKind.WORK, seconds=16), Paused(), pace=Fraction(5, 4)):
                await client.appeared(NAME)
                names = ("CanQuit", "CanRaise", "HasTrackList", "Identity")
                application = {name: await client.get(APPLICATION, name) for name in names}
                names = ("PlaybackStatus", "Metadata", "Rate", "MinimumRate", "MaximumRate")
                names += ("CanControl", "CanPlay", "CanPause", "CanGoNext", "CanGoPrevious")
                names += ("CanSeek", "Volume")
                return application, {name: await client.get(PLAYER, name) for name in names}

    application, player = asyncio.run(look())
    assert application == {
        "CanQuit": True,
        "CanRaise": False,
        "HasTrackList": False,
        "Identity": "earcoach",
    }
    assert player == {
        "PlaybackStatus": "Paused",
        "Metadata": {
            "mpris:trackid": "/earcoach/phase/2",
            "mpris:length": 20_000_000,  # 16 s at pace 1.25
            "xesam:title": "Squat, left, set 1 of 2",
            "xesam:album": "Two moves",
            "xesam:artist": ["Legs"],
        },
        "Rate": 1.25,
        "MinimumRate": 0.5,
        "MaximumRate": 2.0,
        "CanControl": True,
        "CanPlay": True,
        "CanPause": True,
        "CanGoNext": True,
        "CanGoPrevious": True,
        "CanSeek": False,
        "Volume": 1.0,
    }


def test_the_desktop_is_told_of_every_change(bus: SessionBus) -> None:
    async def listen() -> None:
        async with desktop(bus.address) as client:
            with playing() as (_, on_event):
                await client.appeared(NAME)
                on_event(began(PhaseKind.WORK))
                body = await client.signal("PropertiesChanged", lambda body: True)
                assert list(body[1]) == ["Metadata"]
                assert body[1]["Metadata"]["xesam:title"] == "Squat, left, set 1 of 2"
                on_event(Paused())
                assert (await changed(client, "PlaybackStatus", "Paused"))[0] == PLAYER[2]
                on_event(Resumed())
                await changed(client, "PlaybackStatus", "Playing")
                on_event(PaceChanged(Fraction(11, 10)))
                assert (await changed(client, "Rate", 1.1))[1] == {"Rate": 1.1}
                on_event(DeviceLost("unplugged"))
                await changed(client, "PlaybackStatus", "Paused")
                on_event(DeviceBack())
                await changed(client, "PlaybackStatus", "Playing")
                on_event(Ended(Ending.FINISHED, 9))
                body = await changed(client, "PlaybackStatus", "Stopped")
                assert body[1]["CanPlay"] is body[1]["CanGoNext"] is False
            await client.vanished(NAME)

    asyncio.run(listen())


def test_a_set_that_is_repeated_begins_anew(bus: SessionBus) -> None:
    async def listen() -> int:
        async with desktop(bus.address) as client:
            with playing(began(PhaseKind.WORK)) as (_, on_event):
                await client.appeared(NAME)
                on_event(began(PhaseKind.WORK))
                position: int = (await client.signal("Seeked", lambda body: True))[0]
                return position

    assert 0 <= asyncio.run(listen()) < 1_000_000


def test_a_second_session_gets_a_name_of_its_own(bus: SessionBus) -> None:
    second_name = f"{NAME}.instance{os.getpid()}"

    async def press() -> tuple[bool, Command]:
        async with desktop(bus.address) as client:
            with playing() as (first, _):
                await client.appeared(NAME)
                with playing() as (second, _):
                    await client.appeared(second_name)
                    await client.call((second_name, *PLAYER[1:]), "Next")
                    command = second.commands.get(timeout=TIMEOUT_S)
                await client.vanished(second_name)
                await client.call(PLAYER, "Pause")
                return first.commands.get(timeout=TIMEOUT_S) is Action.PAUSE, command

    assert asyncio.run(press()) == (True, Action.NEXT)


def test_a_bus_that_dies_is_told_once(bus: SessionBus, capfd: pytest.CaptureFixture[str]) -> None:
    async def appeared() -> None:
        async with desktop(bus.address) as client:
            with playing(began(PhaseKind.WORK)) as (session, on_event):
                await client.appeared(NAME)
                bus.kill()
                on_event(Paused())
                notice = session.notices.get(timeout=TIMEOUT_S)
                assert notice.startswith("media keys do not work: ")
                on_event(Resumed())
                on_event(Ended(Ending.FINISHED, 9))
            assert session.notices.empty()

    asyncio.run(appeared())
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize("address", ["unix:path=/nonexistent/bus", "rubbish", ""])
def test_no_bus_is_told_once(
    address: str, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
    monkeypatch.delenv("DISPLAY", raising=False)
    with playing(began(PhaseKind.WORK)) as (session, on_event):
        notice = session.notices.get(timeout=TIMEOUT_S)
        assert notice.startswith("media keys do not work: ")
        assert "\n" not in notice
        on_event(Paused())
    assert session.notices.empty()
    assert capfd.readouterr() == ("", "")


def test_a_bus_that_never_answers_holds_nothing_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with socket.socket(socket.AF_UNIX) as silent:
        monkeypatch.chdir(tmp_path)  # a socket's path may be about 100 characters long only
        silent.bind("bus")
        silent.listen()
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=bus")
        silent.settimeout(TIMEOUT_S)
        with playing(began(PhaseKind.WORK)) as (session, _):
            connection, _ = silent.accept()
            thread = next(t for t in threading.enumerate() if t.name == "media-keys")
        thread.join(TIMEOUT_S)
        connection.close()
    assert not thread.is_alive()
    assert session.notices.empty()


def test_without_a_sound_the_bus_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent/bus")
    session = Session()
    with session.media_keys() as on_event:
        on_event(began(PhaseKind.INTRO))
    assert session.notices.empty()


WITHOUT_THE_EXTRA = """\
import sys, threading
from queue import SimpleQueue
sys.modules["dbus_fast"] = None  # as if it were not installed
from earcoach.language.words import words_in
from earcoach.session.events import CueBegan
from earcoach.desktop.media_keys import media_keys, media_keys_expected
from earcoach.timeline.cues import Cue, Phrase, Role
with media_keys(SimpleQueue(), print, title="Two moves", words=words_in()) as on_event:
    assert "asyncio" not in sys.modules, "loaded before the first sound"
    on_event(CueBegan(0, Cue(role=Role.ANNOUNCE, onset=0, length=4800, what=Phrase("Two moves"))))
    for thread in threading.enumerate():
        if thread.name == "media-keys":
            thread.join()
    on_event(CueBegan(0, Cue(role=Role.ANNOUNCE, onset=0, length=4800, what=Phrase("Two moves"))))
"""


def test_without_the_extra_nothing_is_said() -> None:
    command = [sys.executable, "-c", WITHOUT_THE_EXTRA]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


@pytest.mark.parametrize(
    ("kind", "which", "title"),
    [
        (PhaseKind.INTRO, 0, "Two moves"),
        (PhaseKind.PREPARE, 0, "Next: Squat, left, set 1 of 2"),
        (PhaseKind.WORK, 0, "Squat, left, set 1 of 2"),
        (PhaseKind.SWITCH, 0, "Switch: right"),
        (PhaseKind.WORK, 1, "Squat, right, set 1 of 2"),
        (PhaseKind.REST, 0, "Rest, next: Squat, left, set 2 of 2"),
        (PhaseKind.REST, 1, "Rest, next: Plank, set 1 of 2"),
        (PhaseKind.WORK, 4, "Plank, set 1 of 2"),
        (PhaseKind.FINISH, 0, "Finished"),
    ],
)
def test_a_phase_is_a_track_with_a_title(kind: PhaseKind, which: int, title: str) -> None:
    now = NowPlaying(routine="Two moves", words=WORDS).after(began(kind, which=which), 0.0)
    assert now.track and now.track.title == title


def test_the_desktop_speaks_the_language_of_the_session() -> None:
    now = NowPlaying(routine="Two moves", words=words_in("de")).after(began(PhaseKind.REST), 0.0)
    assert now.track and now.track.title == "Pause, dann: Squat, links, Satz 2 von 2"


def test_the_position_goes_at_the_pace_and_stands_in_a_pause() -> None:
    now = NowPlaying(routine="Two moves", words=WORDS, pace=Fraction(2)).after(
        began(PhaseKind.WORK, seconds=10), 100.0
    )
    assert now.position_us(103.0) == 6_000_000
    now = now.after(Paused(), 104.0)
    assert now.position_us(500.0) == 8_000_000
    now = now.after(PaceChanged(Fraction(1, 2)), 600.0).after(Resumed(), 700.0)
    assert now.position_us(704.0) == 10_000_000
    assert now.position_us(999.0) == 20_000_000, "no further than the track is long"
    assert now.after(Ended(Ending.QUIT, 2), 704.0).playback is Playback.STOPPED


@pytest.mark.parametrize(("address", "expected"), [("unix:path=bus", True), ("", False)])
def test_a_headset_is_spoken_of_only_where_its_buttons_may_reach_the_session(
    address: str, expected: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
    assert media_keys_expected() is expected
