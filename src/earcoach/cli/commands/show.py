"""The command that shows a session without playing it."""

import json
from typing import Annotated

import typer

import earcoach
from earcoach import Timeline
from earcoach.cli.display.tables import print_table
from earcoach.cli.options import RoutineArgument, SessionOptions, with_session_options


def register(app: typer.Typer) -> None:
    """Add the command to the program."""
    app.command("show", epilog="Example: earcoach show runners-mini-band --pace 1.2")(show)


@with_session_options
def show(
    routine: RoutineArgument,
    *,
    cues: Annotated[bool, typer.Option("--cues", help="Print everything that is heard.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON for other programs.")] = False,
    options: SessionOptions,
) -> None:
    """Show a session at a glance: what is done, and when."""
    plan = options.plan(routine)
    timeline = options.timeline(plan, options.sounds(plan))
    if as_json:
        typer.echo(json.dumps(earcoach.cue_sheet_json(timeline), ensure_ascii=False))
    elif cues:
        for line in earcoach.cue_sheet(timeline):
            typer.echo(line)
    else:
        _print_overview(timeline)


def _print_overview(timeline: Timeline) -> None:
    rows: list[tuple[str, ...]] = []
    last = None
    for row in earcoach.overview(timeline):
        section, last = row.section if row.section != last else "", row.section
        dose = f"{row.dose}, {row.rounds} rounds" if row.rounds > 1 else row.dose
        rows.append((_clock(row.onset), section, row.exercise, dose, _clock(row.length)))
    routine = timeline.plan.routine
    typer.echo(f"{routine.title}, {_clock(timeline.length)}")
    if routine.summary:
        typer.echo(routine.summary)
    if routine.equipment:
        typer.echo(f"equipment: {', '.join(routine.equipment)}")
    typer.echo()
    print_table(("at", "section", "exercise", "dose", "time"), rows)


def _clock(frames: int) -> str:
    return earcoach.format_clock(earcoach.seconds_of_frames(frames))
