"""A session as an audio file, written beside its place and renamed when it is whole."""

import contextlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from earcoach.audio.mixer import Mixer
from earcoach.errors import EarcoachError, UsageError
from earcoach.output.atomic_write import new_files
from earcoach.output.formats import Format, encoding_of, format_of
from earcoach.output.metadata import Metadata
from earcoach.output.pipeline import QueuedSink, laid_out_ahead
from earcoach.output.pump import pump
from earcoach.output.sidecars import write_side_file
from earcoach.output.sink import Sink


@dataclass(frozen=True, slots=True)
class FileOptions:
    """How a session is written: in the format of the file's suffix, unless `format_name` says.

    `sidecars` are suffixes of `SIDECARS` that are wanted beside it; `force` replaces files.
    """

    format_name: str | None = None
    bitrate_kbps: int | None = None
    sidecars: tuple[str, ...] = ()
    force: bool = False


USUAL = FileOptions()


def export(
    mixer: Mixer,
    path: Path,
    options: FileOptions = USUAL,
    *,
    metadata: Metadata | None = None,
    before_block: Callable[[int], None] = lambda frame: None,
) -> None:
    """Write a session to a file.

    `metadata` is what the file tells about itself. Raises UsageError as `check_target` does;
    EarcoachError when it cannot be written. Whatever happens, no half file is left.
    """
    format_ = check_target(path, options)
    metadata = metadata or Metadata(mixer.timeline)
    wanted = (path, *map(path.with_suffix, options.sidecars))
    with reasons_told(path), new_files(wanted, force=options.force) as (beside, *sides):
        for side, suffix in zip(sides, options.sidecars, strict=True):
            write_side_file(side, suffix, metadata)
        write_sound(
            mixer,
            beside,
            format_=format_,
            bitrate_kbps=options.bitrate_kbps,
            metadata=metadata,
            before_block=before_block,
        )


def check_target(path: Path, options: FileOptions = USUAL) -> Format:
    """The format of a file that is to be written.

    Raises UsageError when it cannot be: for an unknown format, one whose extra is missing, a bit
    rate it cannot have, no folder, or, without `force`, when it or a side file is there.
    """
    check_name(path)
    if path.is_dir():
        raise UsageError(f"`{path}` is a folder", cure="name a file in it")
    format_ = check_format(path, options)
    if path.suffix.lower() in options.sidecars:
        raise UsageError(f"`{path}` would be two files", cure="give it another suffix")
    for file in (path, *map(path.with_suffix, options.sidecars)):
        check_place(file, options)
    return format_


def check_name(path: Path) -> None:
    """Raises UsageError for a name that no file can have."""
    try:
        path.exists()
    except OSError as error:
        raise UsageError(f"`{path.name}` cannot be written: {error.strerror}") from None


def check_format(path: Path, options: FileOptions) -> Format:
    """The format that is asked for. Raises UsageError when there is none such."""
    format_ = format_of(path, options.format_name)
    encoding_of(format_, channels=1, bitrate_kbps=options.bitrate_kbps)
    return format_


def check_place(path: Path, options: FileOptions) -> None:
    """Raises UsageError when something is there that is not to be replaced, or no folder is."""
    if path.exists() and not options.force:
        raise _there_already(path)
    if path.exists() and not path.is_file() and not path.is_dir():
        raise UsageError(f"`{path}` is a device, not a file", cure="name a file")
    if not path.absolute().parent.is_dir():
        raise UsageError(f"there is no folder `{path.parent}`", cure="make it first")


def _there_already(path: Path | str) -> UsageError:
    return UsageError(f"`{path}` is there already", cure="add --force to replace it")


def write_sound(
    mixer: Mixer,
    path: Path,
    *,
    format_: Format,
    bitrate_kbps: int | None,
    metadata: Metadata,
    before_block: Callable[[int], None],
) -> None:
    """Write a session, or the piece that the metadata is of, to a file nobody else sees yet."""
    encoding = encoding_of(format_, channels=mixer.channels, bitrate_kbps=bitrate_kbps)
    with (
        laid_out_ahead(mixer.timeline),
        _completed(QueuedSink(format_.open(path, encoding, metadata))) as sink,
    ):
        pump(mixer, sink, stretch=metadata.stretch, before_block=before_block)
    format_.finish(path, metadata)


@contextlib.contextmanager
def _completed(sink: Sink) -> Iterator[Sink]:
    """A sink that is closed in the end; what went wrong before is not hidden by what follows."""
    try:
        yield sink
    except BaseException:
        with contextlib.suppress(OSError, RuntimeError, ValueError):
            sink.close()  # an encoder may have nothing to complete, but it lets go of the file
        raise
    sink.close()


@contextlib.contextmanager
def reasons_told(path: Path) -> Iterator[None]:
    """What the system and the encoders raise becomes an error that names the file."""
    try:
        yield
    except FileExistsError as error:  # it has appeared since it was looked for
        raise _there_already(error.filename2 or error.filename) from None
    except OSError as error:
        raise EarcoachError(f"cannot write `{path}`: {error.strerror or error}") from error
    except RuntimeError as error:  # what libsndfile and LAME raise when the disk is full
        cure = "is there room on the disk?"
        raise EarcoachError(f"cannot write `{path}`: {error}", cure=cure) from error
