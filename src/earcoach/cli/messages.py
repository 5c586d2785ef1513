"""Errors as messages on stderr."""

from earcoach import EarcoachError, InvalidRoutine


def message_of(error: EarcoachError) -> str:
    """An error with its cure, as a user sees it."""
    if isinstance(error, InvalidRoutine):
        return error.message  # diagnostics have a form of their own
    return f"error: {error.message}" + (f"\n  help: {error.cure}" if error.cure else "")
