"""A session written to a file, or to a folder of files: whole, or not there."""

from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from earcoach.audio.mixer import Mixer
from earcoach.output import single, split
from earcoach.output.file_options import USUAL, FileOptions
from earcoach.output.metadata import Metadata
from earcoach.timeline.schedule import Timeline


class Arrangement(Protocol):
    """How a session lies on the disk: `single` is one file, `split` a folder of pieces."""

    def place(self, path: Path) -> Path:
        """The file or folder that is written, for the path that was asked for."""

    def check(self, path: Path, options: FileOptions) -> None:
        """Raises UsageError for all that can be known to be wrong before it is written."""

    def write(
        self,
        mixer: Mixer[Timeline],
        path: Path,
        options: FileOptions,
        *,
        metadata: Metadata,
        before_block: Callable[[int], None],
    ) -> None:
        """Write it. Whatever happens, nothing half is left."""


def arrangement(options: FileOptions) -> Arrangement:
    """The one that the options ask for."""
    return split if options.split else single


def check_target(path: Path, options: FileOptions = USUAL) -> None:
    """Find out what is wrong with a place, before minutes of work.

    Raises UsageError for an unknown format, one whose extra is missing or that no playlist takes,
    a bit rate it cannot have, no folder, for what is there without `force`, and for a folder with
    anything else in it.
    """
    arrangement(options).check(path, options)


def write_session(
    mixer: Mixer[Timeline],
    path: Path,
    options: FileOptions = USUAL,
    *,
    metadata: Metadata | None = None,
    before_block: Callable[[int], None] = lambda frame: None,
) -> Path:
    """Write a session; gives the file, or the folder, that was written.

    `metadata` are what the files tell about themselves; `before_block` is told each frame that is
    reached. Raises UsageError as `check_target` does, EarcoachError when it cannot be written.
    """
    check_target(path, options)
    arranged = arrangement(options)
    metadata = metadata or Metadata(timeline=mixer.timeline, date=options.written_date)
    arranged.write(mixer, path, options, metadata=metadata, before_block=before_block)
    return arranged.place(path)
