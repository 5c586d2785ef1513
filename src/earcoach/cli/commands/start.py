"""The commands that play a session live: start, resume."""

import math
from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

import earcoach
from earcoach import NoSoundDevice, UsageError
from earcoach.cli.commands.perform import Prepared, Stage, notice, now, perform
from earcoach.cli.commands.unfinished import list_unfinished, offered, prepared_again
from earcoach.cli.display.tables import print_table
from earcoach.cli.options import HeardOptions, SayAsOption, with_session_options

LAST = "last"
DeviceOption = Annotated[
    str | None, typer.Option(metavar="NAME", help="Where to play (see --list-devices).")
]


def _a_number(value: float) -> float:
    """Refuses what typer lets through: no range keeps out what is not a number."""
    if math.isnan(value):
        raise typer.BadParameter("nan is not a number of seconds")
    return value


PrerollOption = Annotated[
    float,
    typer.Option(
        min=0.0, max=10.0, callback=_a_number, help="Seconds of silence before the first word."
    ),
]
KeepAliveOption = Annotated[
    bool,
    typer.Option("--keep-alive/--no-keep-alive", help="Keep headphones awake in the silence."),
]
PlainOption = Annotated[
    bool, typer.Option("--plain", help="Plain lines, for screen readers and logs.")
]
JsonOption = Annotated[bool, typer.Option("--json", help="One JSON event per line.")]


def register(app: typer.Typer) -> None:
    """Add the commands to the program."""
    app.command("start", epilog="Example: earcoach start runners-mini-band --level low")(start)
    app.command("resume", epilog="Example: earcoach resume")(resume)


@with_session_options
def start(
    routine: Annotated[
        str | None,
        typer.Argument(metavar="[ROUTINE]", help="A name (see `list`) or a path to a file."),
    ] = None,
    *,
    device: DeviceOption = None,
    list_devices: Annotated[
        bool, typer.Option("--list-devices", help="List the sound devices, and end.")
    ] = False,
    preroll: PrerollOption = 0.5,
    keep_alive: KeepAliveOption = True,
    plain: PlainOption = False,
    as_json: JsonOption = False,
    options: HeardOptions,
) -> None:
    """Coach a session live. Keys: space pauses, ? says the others. Ctrl-C stops.

    Without a name it offers the session that was left unfinished, or else the routine that was
    done last.
    """
    if list_devices:
        _list_devices()
        return
    stage = Stage(device, preroll, keep_alive, plain, as_json)
    left = offered(options.say_as or []) if routine is None else None
    perform(left or _prepared(routine or _last_routine(), options), stage)


def _list_devices() -> None:
    devices = earcoach.list_devices()
    if not devices:
        raise NoSoundDevice("there is no sound device")
    rows = [(d.backend, d.name, "yes" if d.default else "") for d in devices]
    print_table(("backend", "device", "default"), rows)


def resume(
    number: Annotated[
        int | None,
        typer.Argument(metavar="[N]", help="The session's number (see --list); else the latest."),
    ] = None,
    *,
    list_them: Annotated[
        bool, typer.Option("--list", help="List the sessions that can be resumed, and end.")
    ] = False,
    device: DeviceOption = None,
    preroll: PrerollOption = 0.5,
    keep_alive: KeepAliveOption = True,
    plain: PlainOption = False,
    as_json: JsonOption = False,
    say_as: SayAsOption = None,
) -> None:
    """Go on with a session that was left unfinished, at the start of the set it was in."""
    left = earcoach.open_store(notice=notice).unfinished()
    if list_them:
        list_unfinished(left)
        return
    if not left:
        raise UsageError("no session was left unfinished", cure="begin one with `earcoach start`")
    unfinished = next((one for one in left if number in (None, one.number)), None)
    if unfinished is None:
        cure = "see `earcoach resume --list`"
        raise UsageError(f"session {number} cannot be resumed", cure=cure)
    again = prepared_again(unfinished, say_as or [])
    perform(again, Stage(device, preroll, keep_alive, plain, as_json))


def _last_routine() -> str:
    """The routine that was done last. Raises UsageError with the list when there is none."""
    last = earcoach.open_store(notice=notice).last_routine()
    if last is None:
        names = ", ".join(f"`{entry.name}`" for entry in earcoach.list_routines())
        raise UsageError("which routine?", cure=f"`earcoach start NAME` with one of {names}")
    notice(f"the routine that was done last: {last}")
    return last


def _prepared(routine: str, options: HeardOptions) -> Prepared:
    """A session from its start."""
    options = _with_whole_path(_with_last_pace(routine, options))
    plan = options.plan(routine)
    begun = earcoach.session_start(routine, plan, options=options.spelled(), at=now())
    return Prepared(plan, options, begun)


def _with_last_pace(routine: str, options: HeardOptions) -> HeardOptions:
    """`--pace last` is the pace at the end of the routine's last session."""
    if options.pace != LAST:
        return options
    store = earcoach.open_store(notice=notice)
    pace = store.last_pace(earcoach.stable_name(routine))
    return replace(options, pace=str(float(pace)) if pace else "1.0")


def _with_whole_path(options: HeardOptions) -> HeardOptions:
    """Music that is found again from another folder."""
    return replace(options, music=options.music and str(Path(options.music).absolute()))
