"""The routine of a coach, from whatever stands for it."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from earcoach.errors import UsageError
from earcoach.paths import Config
from earcoach.routine.catalog import routine_file
from earcoach.routine.document import Manner
from earcoach.routine.loading import load
from earcoach.routine.model import Routine


@dataclass(frozen=True, slots=True, kw_only=True)
class Called:
    """A routine, and what finds it again."""

    routine: Routine
    """What is prescribed."""
    name: str = ""
    """What it was called by; "" for one that was given as it is."""
    path: Path | None = None
    """Its file; None for one that was given as it is."""


def found(
    given: str | Path | Routine,
    *,
    manner: Manner,
    config: Config,
    allow_private: bool,
    notice: Callable[[str], None],
) -> Called:
    """The routine of a name, a path, a text of any kind, or of itself.

    What is understood of a text gets a file, and `notice` is told of it. Raises UsageError when
    there is no such thing, and InvalidRoutine.
    """
    if isinstance(given, Routine):
        return Called(routine=given)
    if not isinstance(given, str | Path):
        raise UsageError(f"routine `{given}` is neither a name nor a path")
    name = str(given)
    path = routine_file(name, config=config)
    if path is None:
        from earcoach.written import keeping  # what reads texts takes its time to load

        path = keeping.file_of_text(name, notice=notice, allow_private=allow_private)
        name = str(path)
    return Called(routine=load(path, manner=manner), name=name, path=path)
