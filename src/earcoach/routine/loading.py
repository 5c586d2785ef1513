"""A routine from a file or a text."""

from contextlib import suppress
from pathlib import Path

from earcoach.errors import EarcoachError, UsageError
from earcoach.routine.diagnostics import Fatal, Report
from earcoach.routine.document import read_routine
from earcoach.routine.model import Routine
from earcoach.routine.reader import MAX_BYTES, decode, parse


def load(path: Path | str) -> Routine:
    """Read a routine file.

    Raises InvalidRoutine with every mistake in it, UsageError when there is no such file and
    EarcoachError when it cannot be read.
    """
    try:
        with Path(path).open("rb") as file:
            data = file.read(MAX_BYTES + 1)  # a huge file is refused without reading it all
    except FileNotFoundError:
        raise UsageError(f"there is no file `{path}`") from None
    except (OSError, ValueError) as error:
        raise EarcoachError(f"cannot read `{path}`: {getattr(error, 'strerror', error)}") from None
    return loads(data, path=str(path))


def loads(source: bytes | str, *, path: str = "<text>") -> Routine:
    """Read a routine from its text; `path` is what diagnostics call it. Raises InvalidRoutine."""
    data = source.encode("utf-8", "surrogatepass") if isinstance(source, str) else source
    report = Report(path, data[:MAX_BYTES].decode("utf-8-sig", "replace").splitlines())
    routine = None
    with suppress(Fatal):  # the report says why
        routine = read_routine(parse(decode(data, report), report), report)
    report.raise_if_any()
    assert routine is not None
    return routine
