"""The program: its commands, and the one place where errors become messages and exit codes."""

import os
import signal
import sys
from typing import Annotated, Any, NoReturn

import typer
from typer.core import TyperGroup

from earcoach import EarcoachError
from earcoach.cli import catalog, export, history, live, session
from earcoach.cli.messages import message_of

INTERRUPTED, TERMINATED = 130, 143


class Boundary(TyperGroup):
    """The group of all commands, which lets no traceback out."""

    def invoke(self, ctx: Any) -> Any:
        """Run a command; what goes wrong becomes a message on stderr and an exit code."""
        try:
            return super().invoke(ctx)
        except EarcoachError as error:
            typer.echo(message_of(error), err=True)
            raise typer.Exit(error.exit_code) from None
        except KeyboardInterrupt:
            typer.echo("stopped", err=True)
            raise typer.Exit(INTERRUPTED) from None
        except OSError as error:  # stdout cannot be written, nor may it be tried again at exit
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            if not isinstance(error, BrokenPipeError):  # whoever read us has enough
                typer.echo(f"error: {error}", err=True)
            raise typer.Exit(1) from None


app = typer.Typer(
    cls=Boundary,
    help="A voice coach for workouts: hear every exercise, side, rep and hold.",
    epilog="Example: earcoach start runners-mini-band --pace 1.1",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)


def _tell_version(wanted: bool) -> None:
    if wanted:
        from importlib.metadata import version  # which takes longer to load than it is worth

        typer.echo(f"earcoach {version('earcoach')}")
        raise typer.Exit


@app.callback()
def program(
    *,
    version: Annotated[
        bool,
        typer.Option(
            "--version", is_eager=True, callback=_tell_version, help="Say the version, and end."
        ),
    ] = False,
) -> None:
    """The program's own options."""


live.register(app)
session.register(app)
export.register(app)
catalog.register(app)
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
