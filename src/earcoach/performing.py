"""A live session on an open device, with all that goes along with it."""

import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager
from fractions import Fraction
from typing import TYPE_CHECKING

from earcoach.audio.tone_files import tone_as_it_is, tone_folders
from earcoach.clocks import awake_or_not_s, local_time
from earcoach.devices.device import BYTES_PER_SAMPLE
from earcoach.devices.player import Player
from earcoach.paths import USER, Config
from earcoach.settings import Settings
from earcoach.timeline.opening import OPENING
from earcoach.units import SPEECH_LUFS, frames_of_ms

if TYPE_CHECKING:  # what loads numpy waits until the device is open
    from earcoach.language.words import Words
    from earcoach.log.entries import SessionStart
    from earcoach.plan.phases import Plan
    from earcoach.session.events import Ending, Event
    from earcoach.session.live import LiveSession

OnEvent = Callable[["Event"], None]
Listener = Callable[["LiveSession"], AbstractContextManager[OnEvent]]
"""What goes along with a live session: begun when the device is open, told what happens, and ended
however the session ends."""

SWITCH_INTERVAL_S = 0.0005
"""How soon a thread that computes lets the thread that plays go on; Python's own 5 ms are too long
beside blocks of 20 ms, while libraries are being loaded."""
LONGEST_OPENING = frames_of_ms(500)
"""So much may be played before the session listens to commands."""


def opening_of(settings: Settings, config: Config = USER) -> bytes:
    """The first sound of a session, as 16-bit samples, to be played while the rest is being loaded.

    It is what the mixer will give for the intro, with which every plan begins; nothing where that
    is not known before it is asked.
    """
    if settings.music is not None or settings.loudness != SPEECH_LUFS:
        return b""
    pcm = tone_as_it_is(OPENING, tone_folders(config)) or b""
    return pcm[: BYTES_PER_SAMPLE * LONGEST_OPENING]


def perform(
    prepare: Callable[[], "LiveSession"],
    *,
    open_player: Callable[[], Player],
    listeners: Iterable[Listener],
    on_event: OnEvent,
) -> "Ending":
    """Play the session that is prepared while the device wakes. Raises NoSoundDevice, NoVoice."""
    with ExitStack() as stack:
        stack.enter_context(_switching_soon())
        player = open_player()
        stack.callback(player.close)
        session = prepare()
        told = [stack.enter_context(listener(session)) for listener in listeners]

        def tell_all(event: "Event") -> None:
            for tell in (*told, on_event):
                tell(event)

        return session.run(player, now=awake_or_not_s, on_event=tell_all)


def on_the_desktop(
    title: str, words: "Words", *, pace: Fraction, notice: Callable[[str], None]
) -> Listener:
    """Media keys steer the session, and the display stays awake."""
    from earcoach.desktop.keep_awake import kept_awake
    from earcoach.desktop.media_keys import media_keys

    @contextmanager
    def listener(session: "LiveSession") -> Iterator[OnEvent]:
        keys = media_keys(session.commands, notice, title=title, words=words, pace=pace)
        with keys as tell_keys, kept_awake() as tell_display:

            def tell(event: "Event") -> None:
                tell_keys(event)
                tell_display(event)

            yield tell

    return listener


def in_the_log(
    start: "SessionStart",
    plan: "Plan",
    *,
    pace: Fraction,
    first: int,
    notice: Callable[[str], None],
) -> Listener:
    """What is done is remembered, and the place is kept."""
    from earcoach.log.recording import recorded

    return lambda session: recorded(
        start, plan, pace=pace, first=first, notice=notice, now=local_time
    )


@contextmanager
def _switching_soon() -> Iterator[None]:
    usual_s = sys.getswitchinterval()
    sys.setswitchinterval(SWITCH_INTERVAL_S)
    try:
        yield
    finally:
        sys.setswitchinterval(usual_s)
