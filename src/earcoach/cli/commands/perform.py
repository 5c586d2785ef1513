"""A live session on the command line: shown, and steered by keys or lines."""

import shlex
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from earcoach.cli.garbage import end_to_load
from earcoach.cli.messages import notice
from earcoach.coach import Coach
from earcoach.errors import NoSoundDevice

if TYPE_CHECKING:  # what pulls in numpy waits until the device is open
    from earcoach.session.events import Event
    from earcoach.session.live import LiveSession

KEPT = "the place is kept: `earcoach resume` goes on there"


@dataclass(frozen=True, kw_only=True)
class Stage:
    """Where a session is played and how it is shown."""

    device: str | None
    """The name of the device, or a part of it; None for the best one."""
    preroll_s: float
    """Silence before the first word, in seconds."""
    keep_alive: bool
    """Whether silences have a trace of sound in them."""
    plain: bool
    """Whether plain lines are wanted even where there is a screen."""
    as_json: bool
    """Whether JSON is wanted."""


def perform(coach: Coach, stage: Stage) -> None:
    """Play a session, steered and shown."""

    @contextmanager
    def shown(session: "LiveSession") -> Iterator[Callable[["Event"], None]]:
        from earcoach.cli.controls.steering import steering
        from earcoach.cli.display.views import view, view_kind

        kind = view_kind(plain=stage.plain, as_json=stage.as_json)
        with view(kind, coach.plan, coach.words) as seen, steering(session.commands):
            seen.follow(session.status)
            end_to_load()
            yield seen.tell

    try:
        ending = coach.play(
            shown, device=stage.device, preroll=stage.preroll_s, keep_alive=stage.keep_alive
        )
    except NoSoundDevice as error:
        export = f"`earcoach export {shlex.quote(coach.name)} -o session.mp3`"
        cure = f"{error.cure}, or keep the session as a file: {export}"
        raise NoSoundDevice(error.message, cure=cure) from None
    from earcoach.session.events import Ending

    if ending is Ending.NO_DEVICE:
        raise NoSoundDevice("no sound device came back", cure=KEPT)
    if ending is Ending.QUIT:
        notice(KEPT)
