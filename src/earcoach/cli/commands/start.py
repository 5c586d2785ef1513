"""The commands that play a session live: start, resume."""

from typing import TYPE_CHECKING, Annotated

import typer

from earcoach.cli import completing
from earcoach.cli.commands.perform import Stage, perform
from earcoach.cli.controls.steering import steer_by_terminal
from earcoach.cli.display.tables import print_table
from earcoach.cli.messages import notice, tell_left_out
from earcoach.cli.options import ROUTINE, AllowPrivateOption, a_number, session_number
from earcoach.cli.setting_options import SETTINGS, with_settings
from earcoach.coach import Coach
from earcoach.devices.player import LONGEST_PREROLL_S
from earcoach.errors import NoSoundDevice, UsageError
from earcoach.routine.catalog import list_routines, stable_name
from earcoach.settings import SettingKeywords

if TYPE_CHECKING:
    from earcoach.log.store import Store

LAST = "last"
STDIN = "-"
DeviceOption = Annotated[
    str | None,
    typer.Option(
        metavar="NAME",
        help="Where to play (see `start --list-devices`).",
        autocompletion=completing.devices,
    ),
]

PrerollOption = Annotated[
    float,
    typer.Option(
        parser=a_number("preroll", lowest=0, highest=LONGEST_PREROLL_S),
        metavar="SECONDS",
        show_default=False,
        help=f"Silence before the first word: 0 to {LONGEST_PREROLL_S:g}, usually 0.5.",
    ),
]
KeepAliveOption = Annotated[
    bool,
    typer.Option(
        "--keep-alive/--no-keep-alive",
        show_default=False,
        help="Keep headphones awake in the silence, as usual, or not.",
    ),
]
PlainOption = Annotated[
    bool, typer.Option("--plain", help="Plain lines, for screen readers and logs.")
]
JsonOption = Annotated[bool, typer.Option("--json", help="One JSON event per line.")]


def register(app: typer.Typer) -> None:
    """Add the commands to the program."""
    app.command("start", epilog="Example: earcoach start runners-mini-band --level low")(start)
    app.command("resume", epilog="Example: earcoach resume")(resume)


@with_settings(*SETTINGS)
def start(
    routine: Annotated[
        str | None,
        typer.Argument(
            metavar="[ROUTINE]",
            help=ROUTINE,
            autocompletion=completing.routines,
        ),
    ] = None,
    *,
    device: DeviceOption = None,
    list_devices: Annotated[
        bool, typer.Option("--list-devices", help="List the sound devices and exit.")
    ] = False,
    preroll: PrerollOption = 0.5,
    keep_alive: KeepAliveOption = True,
    plain: PlainOption = False,
    as_json: JsonOption = False,
    allow_private: AllowPrivateOption = False,
    settings: SettingKeywords,
) -> None:
    """Coach a session live. Keys: space pauses, ? says the others. Ctrl-C stops.

    Without a name it offers the session that was left unfinished, or else the routine that was
    done last.
    """
    if list_devices:
        _list_devices()
        return
    stage = Stage(
        device=device, preroll_s=preroll, keep_alive=keep_alive, plain=plain, as_json=as_json
    )
    coach = _offered(settings) if routine is None else None
    coach = coach or _begun(routine or _last_routine(), settings, allow_private=allow_private)
    if routine == STDIN:
        steer_by_terminal()
    perform(coach, stage)


def _offered(settings: SettingKeywords) -> Coach | None:
    from earcoach.cli.commands.unfinished import offered

    return offered(settings)


def _list_devices() -> None:
    from earcoach.devices.registry import list_devices

    devices = list_devices()
    if not devices:
        raise NoSoundDevice("there is no sound device")
    rows = [(d.backend, d.name, "yes" if d.default else "") for d in devices]
    print_table(("backend", "device", "default"), rows)


@with_settings("say_as")
def resume(
    number: Annotated[
        int | None,
        typer.Argument(
            parser=session_number,
            metavar="[N]",
            help="The session's number (see --list); else the latest.",
        ),
    ] = None,
    *,
    list_them: Annotated[
        bool, typer.Option("--list", help="List the sessions that can be resumed and exit.")
    ] = False,
    device: DeviceOption = None,
    preroll: PrerollOption = 0.5,
    keep_alive: KeepAliveOption = True,
    plain: PlainOption = False,
    as_json: JsonOption = False,
    settings: SettingKeywords,
) -> None:
    """Go on with an unfinished session, at the start of its set."""
    from earcoach.cli.commands.unfinished import list_unfinished, resumed

    left = _store(strict=True).unfinished()
    if list_them:
        list_unfinished(left)
        return
    if not left:
        raise UsageError("no session was left unfinished", cure="begin one with `earcoach start`")
    unfinished = next((one for one in left if number in (None, one.number)), None)
    if unfinished is None:
        cure = "see `earcoach resume --list`"
        raise UsageError(f"session {number} cannot be resumed", cure=cure)
    stage = Stage(
        device=device, preroll_s=preroll, keep_alive=keep_alive, plain=plain, as_json=as_json
    )
    perform(resumed(unfinished, settings), stage)


def _last_routine() -> str:
    """The routine that was done last. Raises UsageError with the list when there is none."""
    last = _store().last_routine()
    if last is None:
        names = ", ".join(f"`{entry.name}`" for entry in list_routines())
        raise UsageError("which routine?", cure=f"`earcoach start NAME` with one of {names}")
    notice(f"the last routine you did: {last}")
    return last


def _begun(routine: str, settings: SettingKeywords, *, allow_private: bool) -> Coach:
    """The coach of a session from its start; `--pace last` is the pace that the last one ended
    with."""
    if settings.get("pace") == LAST:
        del settings["pace"]
        if last := _store().last_pace(stable_name(routine)):
            settings["pace"] = last
    coach = Coach(routine, allow_private=allow_private, notice=notice, **settings)
    tell_left_out(coach.left_out)
    return coach


def _store(*, strict: bool = False) -> "Store":
    """What is remembered; a session that is begun by its name does not wait for it."""
    from earcoach.log.store import open_store

    return open_store(notice=notice, strict=strict)
