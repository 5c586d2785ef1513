"""The display is kept awake: a screen saver on a real session bus is inhibited and let go."""

import asyncio
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from queue import SimpleQueue

import pytest

from earcoach.timeline.cues import Phrase

pytest.importorskip("dbus_fast", reason="needs dbus-fast (Linux)")

from dbus_fast.aio import MessageBus
from dbus_fast.annotations import DBusStr, DBusUInt32
from dbus_fast.service import ServiceInterface, dbus_method
from sessionbus import SessionBus, require_dbus

from earcoach.desktop.keep_awake import kept_awake
from earcoach.session.events import CueBegan, Event
from earcoach.timeline.cues import Cue, Role

SCREEN_SAVER = "org.freedesktop.ScreenSaver"
COOKIE = 4711
FIRST_SOUND = CueBegan(0, Cue(role=Role.ANNOUNCE, onset=0, length=4800, what=Phrase("Two moves")))
TIMEOUT_S = 20.0

Calls = SimpleQueue[tuple[str, str | int]]


class ScreenSaver(ServiceInterface):
    """The screen saver of a desktop."""

    def __init__(self, calls: Calls) -> None:
        super().__init__(SCREEN_SAVER)
        self._calls = calls

    @dbus_method()
    def Inhibit(self, application: DBusStr, reason: DBusStr) -> DBusUInt32:
        self._calls.put(("Inhibit", application))
        return COOKIE

    @dbus_method()
    def UnInhibit(self, cookie: DBusUInt32) -> None:
        self._calls.put(("UnInhibit", cookie))


@contextmanager
def screen_saver(address: str) -> Iterator[Calls]:
    """A screen saver on a bus, on a thread of its own; the calls it gets."""
    calls: Calls = SimpleQueue()
    ready = threading.Event()
    stop = [lambda: None]

    async def serve() -> None:
        bus = await MessageBus(bus_address=address).connect()
        bus.export("/org/freedesktop/ScreenSaver", ScreenSaver(calls))
        await bus.request_name(SCREEN_SAVER)
        loop = asyncio.get_running_loop()
        stop[0] = lambda: loop.call_soon_threadsafe(bus.disconnect)
        ready.set()
        with suppress(EOFError, OSError):  # a test may kill the bus
            await bus.wait_for_disconnect()

    thread = threading.Thread(target=asyncio.run, args=(serve(),))
    thread.start()
    assert ready.wait(TIMEOUT_S)
    try:
        yield calls
    finally:
        with suppress(RuntimeError):
            stop[0]()
        thread.join(TIMEOUT_S)


@pytest.fixture
def bus(monkeypatch: pytest.MonkeyPatch) -> Iterator[SessionBus]:
    require_dbus()
    monkeypatch.delenv("WAKEPY_FAKE_SUCCESS", raising=False)
    with SessionBus() as session_bus:
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", session_bus.address)
        yield session_bus


@contextmanager
def kept_awake_to_the_end() -> Iterator[Callable[[Event], None]]:
    """As in a session; and then the thread that asks the desktop has to end by itself."""
    with kept_awake() as on_event:
        awake = next(thread for thread in threading.enumerate() if thread.name == "awake")
        yield on_event
    awake.join(TIMEOUT_S)
    assert not awake.is_alive()


def test_it_is_kept_awake_from_the_first_sound_to_the_end(bus: SessionBus) -> None:
    with screen_saver(bus.address) as calls:
        with kept_awake() as on_event:
            on_event(FIRST_SOUND)
            assert calls.get(timeout=TIMEOUT_S) == ("Inhibit", "wakepy")
            on_event(FIRST_SOUND)
            assert calls.empty()
        assert calls.get(timeout=TIMEOUT_S) == ("UnInhibit", COOKIE)
    assert calls.empty()


def test_it_is_let_go_after_an_error(bus: SessionBus) -> None:
    with screen_saver(bus.address) as calls:
        with pytest.raises(ZeroDivisionError), kept_awake() as on_event:
            on_event(FIRST_SOUND)
            calls.get(timeout=TIMEOUT_S)
            raise ZeroDivisionError
        assert calls.get(timeout=TIMEOUT_S) == ("UnInhibit", COOKIE)


def test_without_a_sound_it_is_left_alone(bus: SessionBus) -> None:
    with screen_saver(bus.address) as calls, kept_awake():
        pass
    assert calls.empty()


def test_a_desktop_that_cannot_be_asked_is_no_matter(
    bus: SessionBus, capfd: pytest.CaptureFixture[str], recwarn: pytest.WarningsRecorder
) -> None:
    with kept_awake_to_the_end() as on_event:
        on_event(FIRST_SOUND)
    assert capfd.readouterr() == ("", "")
    # what an earlier test left unclosed is told whenever it is tidied up
    assert {warning.category for warning in recwarn} <= {ResourceWarning}


def test_no_bus_is_no_matter(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
    with kept_awake_to_the_end() as on_event:
        on_event(FIRST_SOUND)
    assert capfd.readouterr() == ("", "")


def test_a_bus_that_dies_is_no_matter(bus: SessionBus, capfd: pytest.CaptureFixture[str]) -> None:
    with screen_saver(bus.address) as calls, kept_awake_to_the_end() as on_event:
        on_event(FIRST_SOUND)
        calls.get(timeout=TIMEOUT_S)
        bus.kill()
    assert capfd.readouterr() == ("", "")
