"""The options that show, start and export share, declared once."""

import inspect
from collections.abc import Callable
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Annotated, Any, TypeVar, get_type_hints

import typer

import earcoach
from earcoach import Choices, Coaching, Level, Pacing, Plan, Timeline, UsageError

if TYPE_CHECKING:  # what pulls in numpy waits until it is needed
    from earcoach import Speaker

RoutineArgument = Annotated[
    str,
    typer.Argument(metavar="ROUTINE", help="A routine's name (see `list`) or a path to a file."),
]
SayAsOption = Annotated[
    list[str] | None,
    typer.Option(metavar="WORD=SOUND", help="How to say a word: psoas=SO-as. Repeatable."),
]
Result = TypeVar("Result")


@dataclass(frozen=True)
class SessionOptions:
    """How a session is to be: every field is an option of the command line."""

    pace: Annotated[
        str, typer.Option(help="How fast: 0.5 to 2.0, higher is faster. Holds keep their length.")
    ] = "1.0"
    pace_holds: Annotated[
        bool, typer.Option("--pace-holds", help="Pace holds and timed work too.")
    ] = False
    voice: Annotated[
        str | None, typer.Option(metavar="NAME", help="Who speaks (see `voices`).")
    ] = None
    speech_speed: Annotated[float, typer.Option(help="How fast the voice speaks: 0.5 to 2.0.")] = (
        1.0
    )
    without: Annotated[
        list[str] | None, typer.Option(metavar="ITEM", help="Equipment you don't have. Repeatable.")
    ] = None
    only: Annotated[
        list[str] | None, typer.Option(metavar="SECTION", help="Only this section. Repeatable.")
    ] = None
    skip: Annotated[
        list[str] | None, typer.Option(metavar="SECTION", help="Not this section. Repeatable.")
    ] = None
    say_as: SayAsOption = None
    level: Annotated[Level, typer.Option(help="Which end of ranges such as 12-15.")] = Level.MIDDLE
    coaching: Annotated[Coaching, typer.Option(help="How much is said.")] = Coaching.STANDARD

    def plan(self, routine: str) -> Plan:
        """The plan of a routine with these options; what it leaves out is said."""
        loaded = earcoach.load(earcoach.find_routine(routine))
        lists = {name: tuple(getattr(self, name) or ()) for name in ("without", "only", "skip")}
        plan = earcoach.make_plan(loaded, Choices(level=self.level, **lists))
        for name in plan.left_out:
            typer.echo(f"left out, for want of equipment: {name}", err=True)
        return plan

    def check_voice(self) -> None:
        """Raises UsageError for what is wrong with the choice of a voice; loads none."""
        earcoach.check_voice(self.voice, speed=self.speech_speed)
        _say_as(self.say_as)

    def speaker(self, plan: Plan) -> "Speaker":
        """The voice for a plan, which says so when another has to take over."""
        return earcoach.open_voice(
            self.voice,
            speed=self.speech_speed,
            say_as=dict(plan.routine.lexicon) | _say_as(self.say_as),
            notice=lambda line: typer.echo(line, err=True),
        )

    def pacing(self) -> Pacing:
        """The pace."""
        return earcoach.pacing(self.pace, pace_holds=self.pace_holds)

    def timeline(self, plan: Plan, speaker: "Speaker") -> Timeline:
        """The timeline of a plan with these options."""
        return earcoach.schedule(
            plan,
            speaker.measure,
            earcoach.default_tones().measure,
            pacing=self.pacing(),
            coaching=self.coaching,
        )


def _say_as(given: list[str] | None) -> dict[str, str]:
    """Words and how to say them. Raises UsageError for what is no `WORD=SOUND`."""
    said = {}
    for one in given or ():
        word, _, sound = (part.strip() for part in one.partition("="))
        if not word or not sound:
            raise UsageError(f"`--say-as {one}` says nothing", cure="write WORD=SOUND: psoas=SO-as")
        said[word] = sound
    return said


def with_session_options(command: Callable[..., Result]) -> Callable[..., Result]:
    """A command whose `options: SessionOptions` parameter becomes one option for each field."""
    hints = get_type_hints(SessionOptions, include_extras=True)
    added = [
        inspect.Parameter(
            f.name, inspect.Parameter.KEYWORD_ONLY, default=f.default, annotation=hints[f.name]
        )
        for f in fields(SessionOptions)
    ]

    def wrapper(*args: Any, **given: Any) -> Result:
        chosen = {parameter.name: given.pop(parameter.name) for parameter in added}
        return command(*args, **given, options=SessionOptions(**chosen))

    signature = inspect.signature(command)
    kept = [p for p in signature.parameters.values() if p.name != "options"]
    wrapper.__name__, wrapper.__doc__ = command.__name__, command.__doc__
    wrapper.__signature__ = signature.replace(parameters=[*kept, *added])  # type: ignore[attr-defined]
    wrapper.__annotations__ = {p.name: p.annotation for p in [*kept, *added]}
    return wrapper
