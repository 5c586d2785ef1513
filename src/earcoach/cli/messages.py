"""What is told on stderr: errors with their cures, and what had to be done otherwise."""

from collections.abc import Iterable

from earcoach.cli.printing import tell
from earcoach.errors import EarcoachError
from earcoach.routine.diagnostics import InvalidRoutine


def message_of(error: EarcoachError) -> str:
    """An error with its cure, as a user sees it."""
    if isinstance(error, InvalidRoutine):
        return error.message  # diagnostics have a form of their own
    return f"error: {error.message}" + (f"\n  help: {error.cure}" if error.cure else "")


def notice(line: str) -> None:
    """Tell something on stderr."""
    tell(line, err=True)


def tell_left_out(names: Iterable[str]) -> None:
    """Tell which exercises are missing."""
    for name in names:
        notice(f"left out, for want of equipment: {name}")
