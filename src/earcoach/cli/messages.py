"""What is told on stderr: errors with their cures, and what had to be done otherwise."""

from earcoach.cli.printing import tell
from earcoach.errors import EarcoachError
from earcoach.plan.phases import Plan
from earcoach.routine.diagnostics import InvalidRoutine


def message_of(error: EarcoachError) -> str:
    """An error with its cure, as a user sees it."""
    if isinstance(error, InvalidRoutine):
        return error.message  # diagnostics have a form of their own
    return f"error: {error.message}" + (f"\n  help: {error.cure}" if error.cure else "")


def notice(line: str) -> None:
    """Tell something on stderr."""
    tell(line, err=True)


def tell_left_out(plan: Plan) -> None:
    """Tell which exercises of a plan are missing."""
    for name in plan.left_out:
        notice(f"left out, for want of equipment: {name}")
