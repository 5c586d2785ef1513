"""The command that writes sessions to files."""

import os
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

import earcoach
from earcoach import UsageError
from earcoach.cli.display.progress import Progress, progress
from earcoach.cli.options import HeardOptions, RoutinesArgument, with_session_options

if TYPE_CHECKING:  # what pulls in numpy waits until it is needed
    from earcoach import FileOptions, Mixer

USUAL_FORMAT = "mp3"
FAILED, INVALID = earcoach.EarcoachError.exit_code, earcoach.InvalidRoutine.exit_code


def register(app: typer.Typer) -> None:
    """Add the command to the program."""
    app.command("export", epilog="Example: earcoach export runners-mini-band -o session.mp3")(
        export
    )


@dataclass(frozen=True)
class ExportOptions:
    """What is written, and where: every field is an option of the command line."""

    output: Annotated[
        Path | None, typer.Option("-o", "--output", metavar="FILE", help="The file to write.")
    ] = None
    directory: Annotated[
        Path | None,
        typer.Option("-d", "--directory", metavar="FOLDER", help="Where files of many go."),
    ] = None
    jobs: Annotated[
        int | None,
        typer.Option(min=1, metavar="N", help="How many at once with -d; else one for each core."),
    ] = None
    format_: Annotated[
        str | None, typer.Option("--format", metavar="NAME", help="The format, if not the suffix.")
    ] = None
    bitrate: Annotated[
        int | None,
        typer.Option(metavar="KBPS", help="Bit rate of .mp3, .m4a, .m4b, .opus and .html."),
    ] = None
    split: Annotated[
        bool, typer.Option("--split", help="A folder: a file for each exercise, and a playlist.")
    ] = False
    captions: Annotated[
        bool, typer.Option("--captions", help="What is said, too: a .vtt and a .lrc file.")
    ] = False
    cue_sheet: Annotated[
        bool, typer.Option("--cue-sheet", help="All that is heard, too: a .json file.")
    ] = False
    date: Annotated[
        datetime | None,
        typer.Option(formats=["%Y-%m-%d"], help="The date that is written into the file."),
    ] = None
    force: Annotated[bool, typer.Option("--force", help="Replace what is there.")] = False

    def targets(self, routines: list[str]) -> list[Path]:
        """The file of each routine. Raises UsageError unless each has one of its own."""
        if (self.output is None) == (self.directory is None):
            raise UsageError("where to?", cure="say either -o FILE or -d FOLDER")
        if self.directory is not None:
            suffix = (self.format_ or USUAL_FORMAT).removeprefix(".")
            names = [f"{earcoach.find_routine(name).stem}.{suffix}" for name in routines]
            return _distinct([self.directory / name for name in names])
        assert self.output is not None
        if len(routines) > 1:
            raise UsageError(
                f"{len(routines)} routines do not go into one file",
                cure="name a folder for them with -d FOLDER",
            )
        return [self.output]

    def file_options(self) -> "FileOptions":
        """How each is written."""
        captions = earcoach.CAPTIONS if self.captions else ()
        cue_sheet = (earcoach.CUE_SHEET,) if self.cue_sheet else ()
        sides = (*captions, *cue_sheet)
        return earcoach.FileOptions(self.format_, self.bitrate, sides, self.force)


def _distinct(paths: list[Path]) -> list[Path]:
    seen: set[str] = set()
    for path in paths:
        if str(path).casefold() in seen:  # many file systems take them for the same
            raise UsageError(f"two routines would be written to `{path}`", cure="export one apart")
        seen.add(str(path).casefold())
    return paths


@dataclass(frozen=True)
class Job:
    """A routine that is to be written to a file, or split into a folder."""

    routine: str
    path: Path
    files: ExportOptions
    options: HeardOptions

    def check(self) -> None:
        """Raises UsageError for what can be known before minutes of work."""
        check = earcoach.check_split if self.files.split else earcoach.check_target
        check(self.path, self.files.file_options())
        for source in filter(None, (str(earcoach.find_routine(self.routine)), self.options.music)):
            if self.path.exists() and self.path.samefile(source):
                raise UsageError(f"`{self.path}` is what the session is made from")
        self.options.pacing()
        self.options.check_voice()
        self.options.selection()

    def __call__(self, progress: Progress) -> None:
        """Write it, and say what was written."""
        plan = self.options.plan(self.routine)
        sounds = self.options.sounds(plan)
        timeline = self.options.timeline(plan, sounds)
        music = self.options.music_of(self.options.selection())
        mixer = earcoach.Mixer(timeline, sounds, music=music)
        with progress("writing", len(timeline)) as advance:
            self._write(mixer, lambda frame: advance(timeline.index_at(frame)))
        typer.echo(self._written(timeline.length), err=True)

    def _write(self, mixer: "Mixer", advance: Callable[[int], None]) -> None:
        metadata = earcoach.Metadata(mixer.timeline, _made_from(self.routine, self.options))
        if self.files.date:
            metadata = replace(metadata, date=f"{self.files.date:%Y-%m-%d}")
        write = earcoach.export_split if self.files.split else earcoach.export
        options = self.files.file_options()
        write(mixer, self.path, options, metadata=metadata, before_block=advance)

    def _written(self, frames: int) -> str:
        """`session.mp3: 12:34, 5.6 MB`."""
        path = earcoach.split_folder(self.path) if self.files.split else self.path
        files = list(path.iterdir()) if path.is_dir() else [path]
        size_mb = sum(file.stat().st_size for file in files) / 1e6
        count = f"{len(files)} files, " if self.files.split else ""
        length = earcoach.format_clock(earcoach.seconds_of_frames(frames))
        return f"{path}: {length}, {count}{size_mb:.1f} MB"


@with_session_options
def export(routines: RoutinesArgument, *, files: ExportOptions, options: HeardOptions) -> None:
    """Write sessions as sound (.mp3 .m4a .m4b .opus .ogg .flac .wav) or pages to play (.html)."""
    targets = files.targets(routines)
    jobs = [Job(name, path, files, options) for name, path in zip(routines, targets, strict=True)]
    for job in jobs:
        job.check()
    if len(jobs) == 1:
        jobs[0](progress)
        return
    from earcoach.cli.commands.batch import run_all  # here: what runs processes takes its time

    named = {job.path.stem: job for job in jobs}
    exit_codes = run_all(named, at_once=files.jobs or os.cpu_count() or 1)
    if any(exit_codes):
        raise typer.Exit(INVALID if INVALID in exit_codes else FAILED)


def _made_from(routine: str, options: HeardOptions) -> str:
    """`runners-mini-band, pace=1.2`: without folders, which are nobody else's business."""
    options = replace(options, music=options.music and Path(options.music).name)
    told = ", ".join([earcoach.find_routine(routine).stem, *options.spelled()])
    return told.encode(errors="replace").decode()  # a file's name may be no text at all
