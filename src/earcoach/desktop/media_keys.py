"""Media keys and headset buttons: a thread that lends the session to the desktop as a player."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from fractions import Fraction
from importlib.util import find_spec
from queue import SimpleQueue

from earcoach.desktop.mailbox import Mailbox
from earcoach.desktop.now_playing import NowPlaying
from earcoach.language.words import Words
from earcoach.paths import session_bus
from earcoach.session.commands import Command
from earcoach.session.events import Event

PATIENCE_S = 1.0
"""How long the end of a session waits for the desktop to be told."""


def media_keys_expected() -> bool:
    """Whether media keys may steer a session here, as far as that is known before it is tried."""
    return _installed() and session_bus() is not None


@contextmanager
def media_keys(
    commands: SimpleQueue[Command],
    notice: Callable[[str], None],
    *,
    title: str,
    words: Words,
    pace: Fraction = Fraction(1),
) -> Iterator[Callable[[Event], None]]:
    """Lets media keys steer a session, and the desktop show the exercise; gives an `on_event`.

    `title` is the routine's, `words` are the session's, and `pace` is the pace at the start. It
    connects at the first sound, so that it doesn't delay it. `notice` is told once, on another
    thread, when there is no session bus or it has died; without the extra `media-keys` nothing
    happens at all.
    """
    mailbox = Mailbox()
    arguments = (mailbox, commands, notice, NowPlaying(routine=title, words=words, pace=pace))
    thread = threading.Thread(target=_serve, args=arguments, name="media-keys", daemon=True)
    thread.start()
    try:
        yield mailbox.put
    finally:
        mailbox.close()
        thread.join(PATIENCE_S)


def _serve(
    mailbox: Mailbox, commands: SimpleQueue[Command], notice: Callable[[str], None], now: NowPlaying
) -> None:
    mailbox.first_sound.wait()
    if mailbox.closed or not _installed():  # asyncio alone takes 4 MB
        return
    try:
        import asyncio

        from earcoach.desktop import mpris
    except ImportError:
        return  # the extra does not work here
    try:
        with suppress(asyncio.CancelledError):  # the session is over
            asyncio.run(mpris.serve(mailbox, commands.put, now))
    except Exception as error:  # the library's errors have no common base; none may matter here
        notice(f"media keys do not work: {str(error) or 'the session bus is gone'}")


def _installed() -> bool:
    """Whether the extra is there."""
    return find_spec("dbus_fast") is not None
