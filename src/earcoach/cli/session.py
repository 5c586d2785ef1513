"""The commands about a session that is not played: show, export."""

import json
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Annotated, Any

import typer

import earcoach
from earcoach import Recording, Timeline
from earcoach.cli.options import (
    HeardOptions,
    RoutineArgument,
    SessionOptions,
    with_session_options,
)
from earcoach.cli.progress import progress
from earcoach.cli.tables import print_table


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
    timeline = options.timeline(plan, options.speaker())
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
    format_: Annotated[
        str | None, typer.Option("--format", metavar="NAME", help="The format, if not the suffix.")
    ] = None,
    bitrate: Annotated[
        int | None,
        typer.Option(metavar="KBPS", help="Bit rate of .mp3, .m4a, .m4b, .opus and .html."),
    ] = None,
    date: Annotated[
        datetime | None,
        typer.Option(formats=["%Y-%m-%d"], help="The date that is written into the file."),
    ] = None,
    force: Annotated[
        bool, typer.Option("--force", help="Replace the file if it is there.")
    ] = False,
    options: HeardOptions,
) -> None:
    """Write a session as sound (.mp3 .m4a .m4b .opus .ogg .flac .wav) or a page to play (.html)."""
    target: dict[str, Any] = {"format_name": format_, "bitrate_kbps": bitrate, "force": force}
    earcoach.check_target(output, **target)  # before minutes of work, not after
    selection = options.selection()
    plan = options.plan(routine)
    speaker = options.speaker()
    timeline = options.timeline(plan, speaker)
    with progress("speaking", len(timeline)) as advance:
        for index, _ in enumerate(timeline, start=1):
            advance(index)
    recording = Recording(timeline, _made_from(routine, options))
    if date:
        recording = replace(recording, date=f"{date:%Y-%m-%d}")
    with progress("writing", timeline.length) as advance:
        tone, music = options.tones().__getitem__, options.music_of(selection)
        mixer = earcoach.Mixer(timeline, speaker.clip, tone, music=music)
        earcoach.export(mixer, output, **target, recording=recording, before_block=advance)
    size_mb = output.stat().st_size / 1e6
    typer.echo(f"{output}: {_clock(timeline.length)}, {size_mb:.1f} MB", err=True)


def _made_from(routine: str, options: HeardOptions) -> str:
    """`runners-mini-band, pace=1.2`: without folders, which are nobody else's business."""
    options = replace(options, music=options.music and Path(options.music).name)
    told = ", ".join([earcoach.find_routine(routine).stem, *options.spelled()])
    return told.encode(errors="replace").decode()  # a file's name may be no text at all


def _clock(frames: int) -> str:
    return earcoach.clock(earcoach.seconds_of_frames(frames))
