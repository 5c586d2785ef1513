"""The command that writes sessions to files."""

import os
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from earcoach.checks import check_export
from earcoach.cli.display.progress import progress
from earcoach.cli.messages import notice, tell_left_out
from earcoach.cli.options import AllowPrivateOption, ForceOption, RoutinesArgument
from earcoach.cli.setting_options import SETTINGS, with_settings
from earcoach.coach import Coach, Progress
from earcoach.defaults import read_defaults
from earcoach.errors import EarcoachError, UsageError
from earcoach.output.file_options import FileKeywords, FileOptions
from earcoach.routine.catalog import routine_file
from earcoach.routine.diagnostics import InvalidRoutine
from earcoach.settings import SettingKeywords
from earcoach.units import format_clock, seconds_of_frames

USUAL_FORMAT = "mp3"
FAILED, INVALID = EarcoachError.exit_code, InvalidRoutine.exit_code

OutputOption = Annotated[
    Path | None, typer.Option("-o", "--output", metavar="FILE", help="The file to write.")
]
DirectoryOption = Annotated[
    Path | None,
    typer.Option("-d", "--directory", metavar="FOLDER", help="Where files of many go."),
]


def _at_least_one(value: int | None) -> int | None:
    """Refuses a number of jobs that do nothing; the help of a range is for developers."""
    if value is not None and value < 1:
        raise typer.BadParameter(f"{value} is less than 1")
    return value


JobsOption = Annotated[
    int | None,
    typer.Option(callback=_at_least_one, metavar="N", help="How many at once; else one per core."),
]
FormatOption = Annotated[
    str | None, typer.Option("--format", metavar="NAME", help="The format, if not the suffix.")
]
BitrateOption = Annotated[
    int | None,
    typer.Option(metavar="KBPS", help="Bit rate of .mp3, .m4a, .m4b, .opus and .html."),
]
SplitOption = Annotated[
    bool, typer.Option("--split", help="A folder: a file for each exercise, and a playlist.")
]
CaptionsOption = Annotated[
    bool, typer.Option("--captions", help="What is said, too: a .vtt and a .lrc file.")
]
CueSheetOption = Annotated[
    bool, typer.Option("--cue-sheet", help="All that is heard, too: a .json file.")
]
DateOption = Annotated[
    datetime | None,
    typer.Option(
        formats=["%Y-%m-%d"], metavar="YYYY-MM-DD", help="The date that is written into the file."
    ),
]


def register(app: typer.Typer) -> None:
    """Add the command to the program."""
    app.command("export", epilog="Example: earcoach export runners-mini-band -o session.mp3")(
        export
    )


@with_settings(*SETTINGS)
def export(
    routines: RoutinesArgument,
    *,
    output: OutputOption = None,
    directory: DirectoryOption = None,
    jobs: JobsOption = None,
    format_: FormatOption = None,
    bitrate: BitrateOption = None,
    split: SplitOption = False,
    captions: CaptionsOption = False,
    cue_sheet: CueSheetOption = False,
    date: DateOption = None,
    force: ForceOption = False,
    allow_private: AllowPrivateOption = False,
    settings: SettingKeywords,
) -> None:
    """Write sessions as sound files, or as pages to play.

    The suffix says which: .mp3 .m4a .m4b .opus .ogg .flac .wav, or .html for a page.
    """
    files: FileKeywords = {
        "format": format_,
        "bitrate": bitrate,
        "split": split,
        "captions": captions,
        "cue_sheet": cue_sheet,
        "date": date,
        "force": force,
    }
    suffix = (format_ or USUAL_FORMAT).removeprefix(".")
    targets = _targets(routines, output=output, directory=directory, suffix=suffix)
    work = [
        ExportJob(
            routine=name, path=path, files=files, settings=settings, allow_private=allow_private
        )
        for name, path in zip(routines, targets, strict=True)
    ]
    for job in work:
        job.check()
    if len(work) == 1:
        work[0](progress)
        return
    from earcoach.cli.commands.batch import run_all  # here: what runs processes takes its time

    named = {job.path.stem: job for job in work}
    exit_codes = run_all(named, at_once=jobs or os.cpu_count() or 1)
    if any(exit_codes):
        raise typer.Exit(INVALID if INVALID in exit_codes else FAILED)


def _targets(
    routines: list[str], *, output: Path | None, directory: Path | None, suffix: str
) -> list[Path]:
    """The file of each routine. Raises UsageError unless each has one of its own."""
    if directory is not None and output is None:
        return _distinct([directory / f"{_stem(name)}.{suffix}" for name in routines])
    if output is None or directory is not None:
        raise UsageError("where to?", cure="say either -o FILE or -d FOLDER")
    if len(routines) > 1:
        raise UsageError(
            f"{len(routines)} routines do not go into one file",
            cure="name a folder for them with -d FOLDER",
        )
    return [output]


def _stem(name: str) -> str:
    return (routine_file(name) or Path(name)).stem


def _distinct(paths: list[Path]) -> list[Path]:
    seen: set[str] = set()
    for path in paths:
        if str(path).casefold() in seen:  # many file systems take them for the same
            raise UsageError(f"two routines would be written to `{path}`", cure="export one apart")
        seen.add(str(path).casefold())
    return paths


@dataclass(frozen=True, kw_only=True)
class ExportJob:
    """A routine that is to be written to a file, or split into a folder."""

    routine: str
    """Its name, its path, or whatever else names a workout."""
    path: Path
    """The file, or with `split` the folder."""
    files: FileKeywords
    """How it is written, as keywords of `Coach.export`."""
    settings: SettingKeywords
    """How the session is to be, as keywords of `Coach`."""
    allow_private: bool
    """Whether an address in a private network may be read."""

    def check(self) -> None:
        """Raises UsageError for what can be known before any is begun."""
        source = routine_file(self.routine) or Path(self.routine)
        settings = read_defaults().settings.changed(self.settings)
        check_export(self.path, FileOptions(**self.files), settings, routine=source)

    def __call__(self, progress: Progress) -> None:
        """Write it, and say what was written."""
        coach = Coach(
            self.routine,
            allow_private=self.allow_private,
            notice=notice,
            **self.settings,
        )
        tell_left_out(coach.left_out)
        written = coach.export(self.path, progress=progress, **self.files)
        notice(_told(written, coach.timeline.length))


def _told(path: Path, frames: int) -> str:
    """`session.mp3: 12:34, 5.6 MB`."""
    files = list(path.iterdir()) if path.is_dir() else [path]
    size_mb = sum(file.stat().st_size for file in files) / 1e6
    count = f"{len(files)} files, " if path.is_dir() else ""
    return f"{path}: {format_clock(seconds_of_frames(frames))}, {count}{size_mb:.1f} MB"
