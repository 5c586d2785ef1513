"""The commands that play a session live: start, resume."""

import contextlib
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, fields, replace
from datetime import datetime
from typing import TYPE_CHECKING, Annotated, Any

import typer

import earcoach
from earcoach import EarcoachError, Event, NoSoundDevice, Plan, UsageError
from earcoach.cli.options import SayAsOption, SessionOptions, with_session_options
from earcoach.cli.steering import steering
from earcoach.cli.tables import print_table
from earcoach.cli.views import view, view_kind

if TYPE_CHECKING:  # what pulls in numpy waits until the device is open
    from earcoach import LiveSession, Player, Unfinished

LAST = "last"
SWITCH_INTERVAL_S = 0.0005
"""How soon a thread that computes lets the thread that plays go on; Python's own 5 ms are too long
beside blocks of 20 ms, while libraries are being loaded."""
DeviceOption = Annotated[
    str | None, typer.Option(metavar="NAME", help="Where to play (see --list-devices).")
]
PrerollOption = Annotated[
    float, typer.Option(min=0.0, max=10.0, help="Seconds of silence before the first word.")
]
KeepAliveOption = Annotated[
    bool,
    typer.Option("--keep-alive/--no-keep-alive", help="Keep headphones awake in the silence."),
]
PlainOption = Annotated[
    bool, typer.Option("--plain", help="Plain lines, for screen readers and logs.")
]
JsonOption = Annotated[bool, typer.Option("--json", help="One JSON event per line.")]


@dataclass(frozen=True)
class Stage:
    """Where a session is played and how it is shown."""

    device: str | None
    preroll_s: float
    keep_alive: bool
    plain: bool
    as_json: bool


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
    options: SessionOptions,
) -> None:
    """Coach a session live. Keys: space pauses, ? says the others. Ctrl-C stops.

    Without a name it offers the session that was left unfinished, or else the routine that was
    done last.
    """
    if list_devices:
        rows = [(d.backend, d.name, "yes" if d.default else "") for d in earcoach.list_devices()]
        print_table(("backend", "device", "default"), rows)
        return
    stage = Stage(device, preroll, keep_alive, plain, as_json)
    if routine is None and (unfinished := _offered()) is not None:
        _resume(unfinished, stage, options.say_as or [])
        return
    _start(routine or _last_routine(), options, stage)


def resume(
    *,
    device: DeviceOption = None,
    preroll: PrerollOption = 0.5,
    keep_alive: KeepAliveOption = True,
    plain: PlainOption = False,
    as_json: JsonOption = False,
    say_as: SayAsOption = None,
) -> None:
    """Go on with the session that was left unfinished, at the start of the set it was in."""
    unfinished = earcoach.unfinished_session()
    if unfinished is None:
        raise UsageError("no session was left unfinished", cure="begin one with `earcoach start`")
    _resume(unfinished, Stage(device, preroll, keep_alive, plain, as_json), say_as or [])


def _offered() -> "Unfinished | None":
    """The unfinished session, if there is one and it is wanted."""
    unfinished = earcoach.unfinished_session()
    if unfinished is None or not sys.stdin.isatty():
        return unfinished
    when = unfinished.when.strftime("%A %H:%M")
    question = f"Go on with {unfinished.start.title}, left on {when}?"
    return unfinished if typer.confirm(question, default=True, err=True) else None


def _last_routine() -> str:
    """The routine that was done last. Raises UsageError with the list when there is none."""
    last = earcoach.open_history(notice=_notice).last_routine()
    if last is None:
        names = ", ".join(f"`{entry.name}`" for entry in earcoach.entries())
        raise UsageError("which routine?", cure=f"`earcoach start NAME` with one of {names}")
    _notice(f"the routine that was done last: {last}")
    return last


def _start(routine: str, options: SessionOptions, stage: Stage) -> None:
    options = _with_last_pace(routine, options)
    plan = options.plan(routine)
    begun = earcoach.session_start(routine, plan, options=_words(options), at=_now())
    _perform(plan, options, begun, stage, first=0)


def _resume(unfinished: "Unfinished", stage: Stage, say_as: list[str]) -> None:
    """Play what is left, with the options it was begun with and the pace it had last."""
    options = replace(_options_of(unfinished.start.options), pace=str(float(unfinished.pace)))
    options = replace(options, say_as=[*(options.say_as or []), *say_as] or None)
    routine = unfinished.start.routine
    plan = options.plan(routine)
    again = earcoach.session_start(
        routine, plan, options=_words(options), at=_now(), id=unfinished.start.id
    )
    if not unfinished.fits(again):
        raise EarcoachError(
            f"`{routine}` is not what it was when the session was left",
            cure=f"begin anew with `earcoach start {routine}`",
        )
    _perform(plan, options, again, stage, first=unfinished.index)


def _perform(plan: Plan, options: SessionOptions, begun: Any, stage: Stage, *, first: int) -> None:
    pacing = options.pacing()  # a mistake in the options is told before the device opens
    options.check_voice()
    sys.setswitchinterval(SWITCH_INTERVAL_S)
    with contextlib.ExitStack() as stack:
        player = earcoach.Player(
            stage.device, keep_alive=stage.keep_alive, preroll_ms=round(stage.preroll_s * 1000)
        )
        stack.callback(player.close)
        speaker = options.speaker(plan)
        timeline = options.timeline(plan, speaker)
        tones = earcoach.default_tones()
        session = earcoach.LiveSession(timeline.layouter, speaker, tones.__getitem__, first=first)
        recorder = earcoach.Background(  # disks are slow, and sound does not wait
            earcoach.Recorder(
                begun,
                plan,
                pace=pacing.pace,
                journal=earcoach.open_journal(notice=_notice),
                history=earcoach.open_history(notice=_notice),
                now=_now,
            )
        )
        stack.callback(recorder.close)
        seen = stack.enter_context(view(view_kind(plain=stage.plain, as_json=stage.as_json), plan))
        seen.follow(session.status)
        listeners: list[Callable[[Event], None]] = [
            recorder,
            seen.tell,
            stack.enter_context(
                earcoach.media_keys(
                    session.wishes, _notice, title=plan.routine.title, pace=pacing.pace
                )
            ),
            stack.enter_context(earcoach.kept_awake()),
        ]
        stack.enter_context(steering(session.wishes))
        _run(session, player, listeners)


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


def _with_last_pace(routine: str, options: SessionOptions) -> SessionOptions:
    """`--pace last` is the pace at the end of the routine's last session."""
    if options.pace != LAST:
        return options
    history = earcoach.open_history(notice=_notice)
    pace = history.last_pace(earcoach.lasting_name(routine))
    return replace(options, pace=str(float(pace)) if pace else "1.0")


def _words(options: SessionOptions) -> list[str]:
    """The options that are not the usual ones, as `name=value`, for the journal."""
    words = []
    for field in fields(options):
        value = getattr(options, field.name)
        if value != field.default:
            values = value if isinstance(value, list) else [value]
            words += [f"{field.name}={one}" for one in values]
    return words


def _options_of(words: tuple[str, ...]) -> SessionOptions:
    """The options that `_words` wrote."""
    given: dict[str, Any] = {}
    for word in words:
        name, _, value = word.partition("=")
        given[name] = _read[name](value, given.get(name)) if name in _read else value
    return SessionOptions(**given)


_read: dict[str, Callable[[str, Any], Any]] = {
    "pace_holds": lambda value, before: value == "True",
    "speech_speed": lambda value, before: float(value),
    "level": lambda value, before: earcoach.Level(value),
    "coaching": lambda value, before: earcoach.Coaching(value),
    "without": lambda value, before: [*(before or []), value],
    "only": lambda value, before: [*(before or []), value],
    "skip": lambda value, before: [*(before or []), value],
    "say_as": lambda value, before: [*(before or []), value],
}


def _notice(line: str) -> None:
    typer.echo(line, err=True)


def _now() -> datetime:
    return datetime.now().astimezone()


def _awake_or_not() -> float:
    """Seconds that also pass while the computer sleeps, where the system counts them."""
    if hasattr(time, "CLOCK_BOOTTIME"):
        return time.clock_gettime(time.CLOCK_BOOTTIME)
    return time.time()
