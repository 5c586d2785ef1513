"""A routine, or the user's own wording, from a file or a text."""

from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TypeVar

from earcoach.arguments import bytes_of, path_of
from earcoach.errors import unreadable
from earcoach.language.texts import Replaced
from earcoach.paths import USER, Config, own_path
from earcoach.routine.diagnostics import Diagnostic, Fatal, Report
from earcoach.routine.document import USUAL_MANNER, Manner, read_routine
from earcoach.routine.model import Routine
from earcoach.routine.reader import MAX_BYTES, Node, decode, parse

T = TypeVar("T")


def load(path: Path | str, *, manner: Manner = USUAL_MANNER) -> Routine:
    """Read a routine file; `manner` is how it is coached where it does not say so itself.

    Raises InvalidRoutine with every mistake in it, UsageError when there is no such file and
    EarcoachError when it cannot be read.
    """
    return read_file(path, partial(read_routine, manner=manner))


def load_with_advice(path: Path | str) -> tuple[Routine, tuple[Diagnostic, ...]]:
    """Read a routine file, with what could be better in it. Raises as `load` does."""
    return _read(_bytes_in(path), str(path), read_routine)


def loads(source: bytes | str, *, path: str = "<text>", manner: Manner = USUAL_MANNER) -> Routine:
    """Read a routine from its text; `path` is what diagnostics call it, `manner` as in `load`.

    Raises InvalidRoutine.
    """
    return _read(bytes_of("routine", source), path, partial(read_routine, manner=manner))[0]


def loads_with_advice(
    source: bytes | str, *, path: str = "<text>"
) -> tuple[Routine, tuple[Diagnostic, ...]]:
    """Read a routine from its text, with what could be better in it. Raises InvalidRoutine."""
    return _read(bytes_of("routine", source), path, read_routine)


def load_wording(config: Config = USER) -> dict[str, Replaced]:
    """Read the user's own texts, by language; none when there is no file. Raises as `load`."""
    path = own_path("wording.yaml", config)
    if path is None or not path.exists():
        return {}
    from earcoach.routine.wording import read_own_wording  # hardly anybody has words of their own

    return read_file(path, read_own_wording)


def read_file(path: Path | str, read: Callable[[Node, Report], T | None]) -> T:
    """What a document in a file says, as `read` understands it. Raises as `load`."""
    return _read(_bytes_in(path), str(path), read)[0]


def read_text(text: str, path: str, read: Callable[[Node, Report], T | None]) -> T:
    """What a document says, as `read` understands it; `path` is what diagnostics call it."""
    return _read(bytes_of("text", text), path, read)[0]


def _bytes_in(path: Path | str) -> bytes:
    try:
        with path_of("routine", path).open("rb") as file:
            return file.read(MAX_BYTES + 1)  # a huge file is refused without reading it all
    except (OSError, ValueError) as error:
        raise unreadable(path, error) from None


def _read(
    data: bytes, path: str, read: Callable[[Node, Report], T | None]
) -> tuple[T, tuple[Diagnostic, ...]]:
    """What a document says, and advice about it; mistakes are raised."""
    report = Report(path=path, lines=data[:MAX_BYTES].decode("utf-8-sig", "replace").splitlines())
    found = None
    with suppress(Fatal):  # the report says why
        found = read(parse(decode(data, report), report), report)
    report.raise_if_any()
    assert found is not None
    return found, tuple(sorted(report.advice, key=lambda d: d.place))
