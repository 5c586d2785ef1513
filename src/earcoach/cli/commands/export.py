"""The command that writes sessions to files."""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from earcoach.checks import check_export
from earcoach.cli.display.progress import progress
from earcoach.cli.messages import notice, tell_left_out
from earcoach.cli.options import (
    AllowPrivateOption,
    ForceOption,
    RoutinesArgument,
    a_date,
    a_whole_number,
)
from earcoach.cli.setting_options import SETTINGS, with_settings
from earcoach.cli.to_stdout import INSTEAD, STDOUT, file_for_stdout
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
    str | None,
    typer.Option(
        "-o",
        "--output",
        metavar="FILE",
        help="The file to write; `-` hands it on to another program.",
    ),
]
DirectoryOption = Annotated[
    Path | None,
    typer.Option(
        "-d",
        "--directory",
        metavar="FOLDER",
        help="Where files of many go; made if it is not there.",
    ),
]


JobsOption = Annotated[
    int | None,
    typer.Option(
        parser=a_whole_number("jobs", lowest=1),
        metavar="N",
        help="How many at once; else one per core.",
    ),
]
FormatOption = Annotated[
    str | None, typer.Option("--format", metavar="NAME", help="The format, if not the suffix.")
]
BitrateOption = Annotated[
    int | None,
    typer.Option(
        parser=a_whole_number("bitrate"),
        metavar="KBPS",
        help="Bit rate of .mp3, .m4a, .m4b, .opus and .html.",
    ),
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
        parser=a_date, metavar="YYYY-MM-DD", help="The date that is written into the file."
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
    with _targets(routines, output=output, directory=directory, suffix=suffix) as targets:
        if output == STDOUT and (split or captions or cue_sheet):
            raise UsageError("stdout takes one file", cure=INSTEAD)
        work = [
            ExportJob(
                routine=name,
                path=path,
                told_as="stdout" if output == STDOUT else None,
                files=files,
                settings=settings,
                allow_private=allow_private,
            )
            for name, path in zip(routines, targets, strict=True)
        ]
        _export_all(work, at_once=jobs or os.cpu_count() or 1)


def _export_all(work: "list[ExportJob]", *, at_once: int) -> None:
    for job in work:
        job.check()
    if len(work) == 1:
        work[0](progress)
        return
    from earcoach.cli.commands.batch import run_all  # here: what runs processes takes its time

    named = {job.path.stem: job for job in work}
    exit_codes = run_all(named, at_once=at_once)
    if any(exit_codes):
        raise typer.Exit(INVALID if INVALID in exit_codes else FAILED)


@contextmanager
def _made(folder: Path) -> Iterator[None]:
    """Have a folder, which goes away again if nothing comes into it."""
    new = [each for each in (folder, *folder.parents) if not each.exists()]
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except (FileExistsError, NotADirectoryError):
        raise UsageError(f"`{folder}` is not a folder", cure="name another with -d") from None
    try:
        yield
    finally:
        for each in new:
            with suppress(OSError):  # there is something in it
                each.rmdir()


@contextmanager
def _targets(
    routines: list[str], *, output: str | None, directory: Path | None, suffix: str
) -> Iterator[list[Path]]:
    """The file of each routine, all of them in a place that is there while they are written.

    Raises UsageError unless each has one of its own.
    """
    if directory is not None and output is None:
        targets = _distinct([directory / f"{_stem(name)}.{suffix}" for name in routines])
        with _made(directory):
            yield targets
        return
    if output is None or directory is not None:
        raise UsageError("where to?", cure="say either -o FILE or -d FOLDER")
    if len(routines) > 1:
        raise UsageError(
            f"{len(routines)} routines do not go into one file",
            cure="name a folder for them with -d FOLDER",
        )
    if output == STDOUT:
        with file_for_stdout(suffix) as path:
            yield [path]
        return
    yield [Path(output)]


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
    told_as: str | None = None
    """What it is called where that is not its path."""
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
        notice(_told(written, coach.timeline.length, self.told_as))


def _told(path: Path, frames: int, name: str | None) -> str:
    """`session.mp3: 12:34, 5.6 MB`."""
    files = list(path.iterdir()) if path.is_dir() else [path]
    size_mb = sum(file.stat().st_size for file in files) / 1e6
    count = f"{len(files)} files, " if path.is_dir() else ""
    return f"{name or path}: {format_clock(seconds_of_frames(frames))}, {count}{size_mb:.1f} MB"
