"""The program: its commands, and the one place where errors become messages and exit codes."""

import os
import signal
import sys
from typing import Any, NoReturn

import typer
from typer.core import TyperGroup

from earcoach import EarcoachError, InvalidRoutine
from earcoach.cli import catalog, history, live, session, voices

INTERRUPTED, TERMINATED = 130, 143


class Boundary(TyperGroup):
    """The group of all commands, which lets no traceback out."""

    def invoke(self, ctx: Any) -> Any:
        """Run a command; what goes wrong becomes a message on stderr and an exit code."""
        try:
            return super().invoke(ctx)
        except EarcoachError as error:
            typer.echo(_told(error), err=True)
            raise typer.Exit(error.exit_code) from None
        except KeyboardInterrupt:
            typer.echo("stopped", err=True)
            raise typer.Exit(INTERRUPTED) from None
        except OSError as error:  # stdout cannot be written, nor may it be tried again at exit
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            if not isinstance(error, BrokenPipeError):  # whoever read us has enough
                typer.echo(f"error: {error}", err=True)
            raise typer.Exit(1) from None


def _told(error: EarcoachError) -> str:
    if isinstance(error, InvalidRoutine):
        return error.message  # diagnostics have a form of their own
    return f"error: {error.message}" + (f"\n  help: {error.cure}" if error.cure else "")


app = typer.Typer(
    cls=Boundary,
    help="A voice coach for workouts: hear every exercise, side, rep and hold.",
    epilog="Example: earcoach start runners-mini-band --pace 1.1",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)
live.register(app)
session.register(app)
catalog.register(app)
voices.register(app)
history.register(app)


def run() -> None:
    """The entry point."""
    for name in ("SIGTERM", "SIGHUP"):
        if hasattr(signal, name):  # so that an export cleans up when it is ended politely
            signal.signal(getattr(signal, name), _terminate)
    for stream in filter(None, (sys.stdout, sys.stderr)):  # a caller may have closed them
        stream.reconfigure(errors="backslashreplace")
    app()


def _terminate(*_: object) -> NoReturn:
    sys.exit(TERMINATED)
