"""A session as a media player on the session bus: the interfaces of MPRIS 2.2, by dbus-fast.

https://specifications.freedesktop.org/mpris-spec/2.2/ says what each member means. Only
`media_keys` imports this, when it is needed: dbus-fast is an extra, and takes its time.
"""

import asyncio
import logging
import math
import os
from collections.abc import Callable
from typing import Annotated, Any

from dbus_fast import NameFlag, PropertyAccess, RequestNameReply, Variant
from dbus_fast.aio import MessageBus
from dbus_fast.annotations import (
    DBusBool,
    DBusDict,
    DBusDouble,
    DBusInt64,
    DBusObjectPath,
    DBusSignature,
    DBusStr,
)
from dbus_fast.service import ServiceInterface, dbus_method, dbus_property, dbus_signal

from earcoach.desktop.mailbox import Mailbox
from earcoach.desktop.now_playing import NowPlaying, Playback
from earcoach.session.commands import Action, Command, SetPace
from earcoach.session.events import Event, PhaseBegan
from earcoach.timeline.pacing import FASTEST, SLOWEST

BUS_NAME = "org.mpris.MediaPlayer2.earcoach"
PATH = "/org/mpris/MediaPlayer2"
TRACKS = "/earcoach/phase"
NO_TRACK = "/org/mpris/MediaPlayer2/TrackList/NoTrack"

Strings = Annotated[list[str], DBusSignature("as")]


async def serve(mailbox: Mailbox, command: Callable[[Command], None], now: NowPlaying) -> None:
    """Be a media player. Raises when the bus is not there or dies.

    It is cancelled when the mailbox is closed.
    """
    loop, serving = asyncio.get_running_loop(), asyncio.current_task()
    # What goes wrong ends the connection and is raised here; it need not be printed as well.
    loop.set_exception_handler(lambda loop, context: None)
    logging.getLogger("dbus_fast").addHandler(logging.NullHandler())
    player = MediaPlayer(command, now, loop.time)

    def deliver() -> None:
        for event in mailbox.take():
            player.show(event)
        if mailbox.closed and serving:
            serving.cancel()

    mailbox.on_put(lambda: loop.call_soon_threadsafe(deliver))
    deliver()  # whoever sees the player appear sees what is playing
    await _appear(player, Application(command))


async def _appear(*interfaces: ServiceInterface) -> None:
    """Be on the bus until it dies; then it raises."""
    bus = await MessageBus().connect()
    gone = asyncio.ensure_future(bus.wait_for_disconnect())  # type: ignore[no-untyped-call]
    try:
        for interface in interfaces:
            bus.export(PATH, interface)
        await _own_name(bus)
        await asyncio.shield(gone)
    finally:
        bus.disconnect()
        await asyncio.wait({gone})


async def _own_name(bus: MessageBus) -> None:
    """Take the player's name, or one of its own beside another session's."""
    for name in (BUS_NAME, f"{BUS_NAME}.instance{os.getpid()}"):
        reply = await bus.request_name(name, NameFlag.DO_NOT_QUEUE)
        if reply is RequestNameReply.PRIMARY_OWNER:
            return


class Application(ServiceInterface):
    """The player as a program: it has no window, but can be ended."""

    def __init__(self, command: Callable[[Command], None]) -> None:
        super().__init__("org.mpris.MediaPlayer2")
        self._command = command

    @dbus_method()
    def Raise(self) -> None:
        """Nothing: a terminal cannot be brought to the front."""

    @dbus_method()
    def Quit(self) -> None:
        """End the session; its place is saved."""
        self._command(Action.QUIT)

    @dbus_property(PropertyAccess.READ)
    def CanQuit(self) -> DBusBool:
        """Yes."""
        return True

    @dbus_property(PropertyAccess.READ)
    def CanRaise(self) -> DBusBool:
        """No: a terminal has no window of its own."""
        return False

    @dbus_property(PropertyAccess.READ)
    def HasTrackList(self) -> DBusBool:
        """No: the phases to come may still change."""
        return False

    @dbus_property(PropertyAccess.READ)
    def Identity(self) -> DBusStr:
        """The name that people see."""
        return "earcoach"

    @dbus_property(PropertyAccess.READ)
    def SupportedUriSchemes(self) -> Strings:
        """None: nothing can be opened."""
        return []

    @dbus_property(PropertyAccess.READ)
    def SupportedMimeTypes(self) -> Strings:
        """None: nothing can be opened."""
        return []


class MediaPlayer(ServiceInterface):
    """The player as something that plays: phases are its tracks, and the pace is its rate."""

    def __init__(
        self, command: Callable[[Command], None], now: NowPlaying, clock_s: Callable[[], float]
    ) -> None:
        super().__init__("org.mpris.MediaPlayer2.Player")
        self._clock_s = clock_s
        self._command = command
        self._now = now

    def show(self, event: Event) -> None:
        """Tell the desktop what has changed by an event."""
        before = self._properties()
        self._now = self._now.after(event, self._clock_s())
        properties = self._properties()
        changed = {name: new for name, new in properties.items() if new != before[name]}
        if changed:
            self.emit_properties_changed(changed)
        if isinstance(event, PhaseBegan):
            self.Seeked()  # a phase that is repeated is not a new track, but starts again

    def _properties(self) -> dict[str, Any]:
        return {
            "PlaybackStatus": self._now.playback.value,
            "Rate": float(self._now.pace),
            "Metadata": _metadata(self._now),
            "CanPlay": self._controllable,
            "CanPause": self._controllable,
            "CanGoNext": self._controllable,
            "CanGoPrevious": self._controllable,
        }

    @property
    def _controllable(self) -> bool:
        return self._now.playback is not Playback.STOPPED

    # -- what the desktop asks for -------------------------------------------------------------

    @dbus_method()
    def Next(self) -> None:
        """On to the next."""
        self._command(Action.NEXT)

    @dbus_method()
    def Previous(self) -> None:
        """Back to the start of the exercise; twice, to the one before."""
        self._command(Action.PREVIOUS)

    @dbus_method()
    def Pause(self) -> None:
        """Be silent."""
        self._command(Action.PAUSE)

    @dbus_method()
    def PlayPause(self) -> None:
        """The one button of a headset."""
        self._command(Action.TOGGLE)

    @dbus_method()
    def Stop(self) -> None:
        """Pause: a button that is pressed by mistake should not end a session."""
        self._command(Action.PAUSE)

    @dbus_method()
    def Play(self) -> None:
        """Go on."""
        self._command(Action.RESUME)

    @dbus_method()
    def Seek(self, Offset: DBusInt64) -> None:
        """Nothing, as `CanSeek` says: half a set cannot be skipped."""

    @dbus_method()
    def SetPosition(self, TrackId: DBusObjectPath, Position: DBusInt64) -> None:
        """Nothing, as `CanSeek` says."""

    @dbus_method()
    def OpenUri(self, Uri: DBusStr) -> None:
        """Nothing: nothing can be opened."""

    @dbus_signal()
    def Seeked(self) -> DBusInt64:
        """Sent when the place is not where it would be expected, in microseconds."""
        return self._now.position_us(self._clock_s())

    # -- what the desktop can know -------------------------------------------------------------

    @dbus_property(PropertyAccess.READ)
    def PlaybackStatus(self) -> DBusStr:
        """Playing, Paused or Stopped."""
        return self._now.playback.value

    @dbus_property()
    def Rate(self) -> DBusDouble:
        """The pace."""
        return float(self._now.pace)

    @Rate.setter  # type: ignore[no-redef]
    def Rate(self, value: DBusDouble) -> None:
        """Another pace, kept within its range; zero means pause."""
        if value == 0:
            self._command(Action.PAUSE)
        elif math.isfinite(value):
            self._command(SetPace(f"{min(max(value, float(SLOWEST)), float(FASTEST)):g}"))

    @dbus_property(PropertyAccess.READ)
    def Metadata(self) -> DBusDict:
        """The exercise as a track."""
        return _metadata(self._now)

    @dbus_property()
    def Volume(self) -> DBusDouble:
        """Full: loudness is the sound card's matter."""
        return 1.0

    @Volume.setter  # type: ignore[no-redef]
    def Volume(self, value: DBusDouble) -> None:
        """Nothing."""

    @dbus_property(PropertyAccess.READ)
    def Position(self) -> DBusInt64:
        """The place in the track, in microseconds."""
        return self._now.position_us(self._clock_s())

    @dbus_property(PropertyAccess.READ)
    def MinimumRate(self) -> DBusDouble:
        """The slowest pace."""
        return float(SLOWEST)

    @dbus_property(PropertyAccess.READ)
    def MaximumRate(self) -> DBusDouble:
        """The fastest pace."""
        return float(FASTEST)

    @dbus_property(PropertyAccess.READ)
    def CanGoNext(self) -> DBusBool:
        """While there is a session."""
        return self._controllable

    @dbus_property(PropertyAccess.READ)
    def CanGoPrevious(self) -> DBusBool:
        """While there is a session."""
        return self._controllable

    @dbus_property(PropertyAccess.READ)
    def CanPlay(self) -> DBusBool:
        """While there is a session."""
        return self._controllable

    @dbus_property(PropertyAccess.READ)
    def CanPause(self) -> DBusBool:
        """While there is a session."""
        return self._controllable

    @dbus_property(PropertyAccess.READ)
    def CanSeek(self) -> DBusBool:
        """No: half a set cannot be skipped."""
        return False

    @dbus_property(PropertyAccess.READ)
    def CanControl(self) -> DBusBool:
        """Yes."""
        return True


def _metadata(now: NowPlaying) -> dict[str, Variant]:
    """The track in the words of MPRIS; the section stands where players show the artist."""
    if now.track is None:
        return {"mpris:trackid": Variant("o", NO_TRACK)}
    return {
        "mpris:trackid": Variant("o", f"{TRACKS}/{now.track.index}"),
        "mpris:length": Variant("x", now.track.length_us),
        "xesam:title": Variant("s", now.track.title),
        "xesam:album": Variant("s", now.routine),
        "xesam:artist": Variant("as", [now.track.section or now.routine]),
    }
