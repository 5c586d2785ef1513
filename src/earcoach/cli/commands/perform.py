"""The performance of a session: everything around it is begun, and ended however it ends."""

import contextlib
import shlex
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

import typer

import earcoach
from earcoach import Event, NoSoundDevice, Plan
from earcoach.cli.controls.steering import steering
from earcoach.cli.display.views import view, view_kind
from earcoach.cli.options import HeardOptions

if TYPE_CHECKING:  # what pulls in numpy waits until the device is open
    from earcoach import LiveSession, Player, SessionStart

SWITCH_INTERVAL_S = 0.0005
"""How soon a thread that computes lets the thread that plays go on; Python's own 5 ms are too long
beside blocks of 20 ms, while libraries are being loaded."""


@dataclass(frozen=True)
class Stage:
    """Where a session is played and how it is shown."""

    device: str | None
    preroll_s: float
    keep_alive: bool
    plain: bool
    as_json: bool


@dataclass(frozen=True)
class Prepared:
    """A session that can begin, at the phase with the number `first`."""

    plan: Plan
    options: HeardOptions
    begun: "SessionStart"
    first: int = 0


def perform(prepared: Prepared, stage: Stage) -> None:
    """Play a session, steered, shown and recorded."""
    plan, options = prepared.plan, prepared.options
    # a mistake in the options is told before the device opens
    pacing, selection = options.pacing(), options.selection()
    options.check_voice()
    sys.setswitchinterval(SWITCH_INTERVAL_S)
    with contextlib.ExitStack() as stack:
        channels = 1 if selection is None else earcoach.STEREO
        player = _player(stage, channels=channels, routine=prepared.begun.routine)
        stack.callback(player.close)
        speaker = options.speaker(plan)
        timeline = options.timeline(plan, speaker)
        tones = options.tones()
        session = earcoach.LiveSession(
            timeline.scheduler,
            speaker,
            tones.__getitem__,
            first=prepared.first,
            music=options.music_of(selection),
        )
        record = earcoach.Recorder(
            prepared.begun,
            plan,
            pace=pacing.pace,
            store=earcoach.open_store(notice=notice),
            now=now,
            first=prepared.first,
        )
        # disks are slow, and sound does not wait
        recorder = earcoach.EventThread(record, at_rest=record.keep)
        stack.callback(recorder.close)
        seen = stack.enter_context(view(view_kind(plain=stage.plain, as_json=stage.as_json), plan))
        seen.follow(session.status)
        listeners: list[Callable[[Event], None]] = [
            recorder,
            seen.tell,
            stack.enter_context(
                earcoach.media_keys(
                    session.commands,
                    notice,
                    title=plan.routine.title,
                    words=timeline.scheduler.words,
                    pace=pacing.pace,
                )
            ),
            stack.enter_context(earcoach.kept_awake()),
        ]
        stack.enter_context(steering(session.commands))
        _run(session, player, listeners)


def _player(stage: Stage, *, channels: int, routine: str) -> "Player":
    """An open device. Raises NoSoundDevice, and says how to get the session all the same."""
    try:
        return earcoach.Player(
            stage.device,
            channels=channels,
            keep_alive=stage.keep_alive,
            preroll_ms=round(stage.preroll_s * 1000),
        )
    except NoSoundDevice as error:
        export = f"`earcoach export {shlex.quote(routine)} -o session.mp3`"
        cure = f"{error.cure}, or keep the session as a file: {export}"
        raise NoSoundDevice(error.message, cure=cure) from None


def _run(
    session: "LiveSession", player: "Player", listeners: list[Callable[[Event], None]]
) -> None:
    def tell_all(event: Event) -> None:
        for listener in listeners:
            listener(event)

    if session.run(player, now=_awake_or_not, on_event=tell_all) == earcoach.Ending.NO_DEVICE:
        raise NoSoundDevice(
            "no sound device came back", cure="the place is kept: `earcoach resume` goes on there"
        )


def notice(line: str) -> None:
    """Tell something on stderr."""
    typer.echo(line, err=True)


def now() -> datetime:
    """The local time, with its offset."""
    return datetime.now().astimezone()


def _awake_or_not() -> float:
    """Seconds that also pass while the computer sleeps, where the system counts them."""
    if hasattr(time, "CLOCK_BOOTTIME"):
        return time.clock_gettime(time.CLOCK_BOOTTIME)
    return time.time()
