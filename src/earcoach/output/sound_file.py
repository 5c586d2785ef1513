"""The sound of a session, or of a piece of it, written to a new file."""

import contextlib
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from earcoach.audio.mixer import Mixer
from earcoach.errors import EarcoachError
from earcoach.output.cover import cover
from earcoach.output.formats import Format, encoding_of
from earcoach.output.metadata import Metadata
from earcoach.output.pipeline import QueuedSink, laid_out_ahead
from earcoach.output.pump import pump
from earcoach.output.sink import Sink
from earcoach.output.target import there_already
from earcoach.timeline.schedule import Timeline


def write_sound(
    mixer: Mixer[Timeline],
    path: Path,
    *,
    format_: Format,
    bitrate_kbps: int | None,
    metadata: Metadata,
    before_block: Callable[[int], None],
) -> None:
    """Write what metadata tell of to a file that nobody else sees yet."""
    encoding = encoding_of(format_, channels=mixer.channels, bitrate_kbps=bitrate_kbps)
    drawn = partial(cover, metadata) if format_.has_cover else lambda: None
    with (
        laid_out_ahead(mixer.timeline, then=drawn),  # so that it is there when it is asked for
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
        raise there_already(error.filename2 or error.filename) from None
    except OSError as error:
        raise EarcoachError(f"cannot write `{path}`: {error.strerror or error}") from error
    except RuntimeError as error:  # what libsndfile and LAME raise when the disk is full
        cure = "is there room on the disk?"
        raise EarcoachError(f"cannot write `{path}`: {error}", cure=cure) from error
