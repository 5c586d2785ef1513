"""The commands about a session that is not played: show, export."""

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

import earcoach
from earcoach import Timeline
from earcoach.cli.options import RoutineArgument, SessionOptions, with_session_options
from earcoach.cli.progress import progress
from earcoach.cli.tables import print_table

if TYPE_CHECKING:
    from earcoach import Mixer, Speaker


def register(app: typer.Typer) -> None:
    """Add the commands to the program."""
    app.command("show", epilog="Example: earcoach show runners-mini-band --pace 1.2")(show)
    app.command("export", epilog="Example: earcoach export runners-mini-band -o session.mp3")(
        export
    )


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
    timeline = options.timeline(plan, options.speaker(plan))
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


@with_session_options
def export(
    routine: RoutineArgument,
    output: Annotated[Path, typer.Option("-o", "--output", help="The file to write.")],
    *,
    force: Annotated[
        bool, typer.Option("--force", help="Replace the file if it is there.")
    ] = False,
    options: SessionOptions,
) -> None:
    """Write a session to an audio file. The suffix says the format: .mp3 .ogg .flac .wav"""
    earcoach.check_target(output, force=force)  # before minutes of work, not after
    plan = options.plan(routine)
    speaker = options.speaker(plan)
    timeline = options.timeline(plan, speaker)
    with progress("speaking", len(timeline)) as advance:
        for index, _ in enumerate(timeline, start=1):
            advance(index)
    with progress("writing", timeline.length) as advance:
        mixer = _mixer(timeline, speaker)
        earcoach.export(mixer, output, force=force, before_block=advance)
    size_mb = output.stat().st_size / 1e6
    typer.echo(f"{output}: {_clock(timeline.length)}, {size_mb:.1f} MB", err=True)


def _mixer(timeline: Timeline, speaker: "Speaker") -> "Mixer":
    return earcoach.Mixer(timeline, speaker.clip, earcoach.default_tones().__getitem__)


def _clock(frames: int) -> str:
    return earcoach.clock(earcoach.seconds_of_frames(frames))
