"""A session as an audio file, written beside its place and renamed when it is whole."""

import contextlib
from collections.abc import Callable, Iterator
from pathlib import Path

from earcoach.audio.mixer import Mixer
from earcoach.errors import EarcoachError, UsageError
from earcoach.output.formats import FORMATS, Encoding, Format
from earcoach.output.pump import pump
from earcoach.suggest import nearest


def export(
    mixer: Mixer,
    path: Path,
    *,
    force: bool = False,
    before_block: Callable[[int], None] = lambda frame: None,
) -> None:
    """Write a session to a file whose suffix says the format.

    Raises UsageError for an unknown suffix or, without `force`, when the file is there;
    EarcoachError when it cannot be written. Whatever happens, no half file is left.
    """
    format_ = check_target(path, force=force)
    with (
        _new_file(path) as beside,
        contextlib.closing(format_.open(beside, Encoding(channels=mixer.channels))) as sink,
    ):
        pump(mixer, sink, before_block=before_block)


def check_target(path: Path, *, force: bool = False) -> Format:
    """The format of a file that is to be written. Raises UsageError when it cannot be."""
    if path.is_dir():
        raise UsageError(f"`{path}` is a folder", cure="name a file in it")
    format_ = _format_of(path)
    if path.exists() and not force:
        raise UsageError(f"`{path}` is there already", cure="add --force to replace it")
    if not path.absolute().parent.is_dir():
        raise UsageError(f"there is no folder `{path.parent}`", cure="make it first")
    return format_


def _format_of(path: Path) -> Format:
    found = FORMATS.get(path.suffix.lower())
    if found is None:
        suffixes = ", ".join(FORMATS)
        close = nearest(path.suffix.lower(), FORMATS)
        cure = f"did you mean `{close}`? known: {suffixes}" if close else f"use one of {suffixes}"
        raise UsageError(f"`{path.name}` has no suffix of a known format", cure=cure)
    return found


@contextlib.contextmanager
def _new_file(path: Path) -> Iterator[Path]:
    """A path to write to, which takes its place only when all went well."""
    beside = path.with_name(f".{path.name}.part")
    try:
        beside.touch()  # here the reason is told when it cannot be; not every encoder does so
        yield beside
        beside.replace(path)
    except OSError as error:
        raise EarcoachError(f"cannot write `{path}`: {error.strerror or error}") from error
    except RuntimeError as error:  # what libsndfile and LAME raise when the disk is full
        cure = "is there room on the disk?"
        raise EarcoachError(f"cannot write `{path}`: {error}", cure=cure) from error
    finally:
        with contextlib.suppress(OSError):
            beside.unlink(missing_ok=True)
