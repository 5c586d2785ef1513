"""A session as one file, with others beside it."""

from collections.abc import Callable
from pathlib import Path

from earcoach.audio.mixer import Mixer
from earcoach.errors import UsageError, folder_error
from earcoach.output.atomic_write import new_files
from earcoach.output.file_options import FileOptions, beside
from earcoach.output.formats import format_of
from earcoach.output.metadata import Metadata
from earcoach.output.sidecars import write_sidecar
from earcoach.output.sound_file import reasons_told, write_sound
from earcoach.output.target import check_format, check_name, check_place
from earcoach.timeline.schedule import Timeline


def place(path: Path) -> Path:
    """The file itself."""
    return path


def check(path: Path, options: FileOptions) -> None:
    """Raises UsageError when the file, or one beside it, cannot be written."""
    check_name(path)
    if path.is_dir():
        raise folder_error(path)
    check_format(path, options)
    if path.suffix.lower() in options.sidecars:
        raise UsageError(f"`{path}` would be two files", cure="give it another suffix")
    for file in beside(path, options):
        check_place(file, options)


def write(
    mixer: Mixer[Timeline],
    path: Path,
    options: FileOptions,
    *,
    metadata: Metadata,
    before_block: Callable[[int], None],
) -> None:
    """Write the file and those beside it, all of them or none."""
    wanted = beside(path, options)
    with reasons_told(path), new_files(wanted, force=options.force) as (sound, *sides):
        for side, suffix in zip(sides, options.sidecars, strict=True):
            write_sidecar(side, suffix, metadata)
        write_sound(
            mixer,
            sound,
            format_=format_of(path, options.format),
            bitrate_kbps=options.bitrate,
            metadata=metadata,
            before_block=before_block,
        )
