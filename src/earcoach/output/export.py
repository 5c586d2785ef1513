"""A session as an audio file, written beside its place and renamed when it is whole."""

import contextlib
from collections.abc import Callable, Iterator
from pathlib import Path

from earcoach.audio.mixer import Mixer
from earcoach.errors import EarcoachError, UsageError
from earcoach.output.formats import Format, encoding_of, format_of
from earcoach.output.new_file import new_file
from earcoach.output.pump import pump
from earcoach.output.recording import Recording
from earcoach.output.sink import Sink


def export(
    mixer: Mixer,
    path: Path,
    *,
    format_name: str | None = None,
    bitrate_kbps: int | None = None,
    recording: Recording | None = None,
    force: bool = False,
    before_block: Callable[[int], None] = lambda frame: None,
) -> None:
    """Write a session to a file whose suffix says the format, unless `format_name` does.

    `recording` is what the file tells about itself. Raises UsageError as `check_target` does;
    EarcoachError when it cannot be written. Whatever happens, no half file is left.
    """
    format_ = check_target(path, format_name=format_name, bitrate_kbps=bitrate_kbps, force=force)
    encoding = encoding_of(format_, channels=mixer.channels, bitrate_kbps=bitrate_kbps)
    recording = recording or Recording(mixer.timeline)
    with _told(path), new_file(path) as beside:
        with _completed(format_.open(beside, encoding, recording)) as sink:
            pump(mixer, sink, before_block=before_block)
        format_.finish(beside, recording)


def check_target(
    path: Path,
    *,
    format_name: str | None = None,
    bitrate_kbps: int | None = None,
    force: bool = False,
) -> Format:
    """The format of a file that is to be written.

    Raises UsageError when it cannot be: for an unknown format, one whose extra is missing, a bit
    rate it cannot have, no folder, or, without `force`, when the file is there.
    """
    if path.is_dir():
        raise UsageError(f"`{path}` is a folder", cure="name a file in it")
    format_ = format_of(path, format_name)
    encoding_of(format_, channels=1, bitrate_kbps=bitrate_kbps)
    if path.exists() and not force:
        raise UsageError(f"`{path}` is there already", cure="add --force to replace it")
    if not path.absolute().parent.is_dir():
        raise UsageError(f"there is no folder `{path.parent}`", cure="make it first")
    return format_


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
def _told(path: Path) -> Iterator[None]:
    """What the system and the encoders raise becomes an error that names the file."""
    try:
        yield
    except OSError as error:
        raise EarcoachError(f"cannot write `{path}`: {error.strerror or error}") from error
    except RuntimeError as error:  # what libsndfile and LAME raise when the disk is full
        cure = "is there room on the disk?"
        raise EarcoachError(f"cannot write `{path}`: {error}", cure=cure) from error
