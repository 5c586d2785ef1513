"""The program: its commands, and the one place where errors become messages and exit codes."""

import contextlib
import os
import signal
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any, NoReturn

import typer
from typer.core import TyperGroup

from earcoach.cli.commands.table import Commands
from earcoach.cli.completing import COMPLETE
from earcoach.cli.messages import message_of
from earcoach.cli.printing import tell
from earcoach.cli.refusals import Refusal, in_our_words, is_refusal
from earcoach.cli.streams import show_any_character
from earcoach.errors import EarcoachError, UsageError, reason_of

INTERRUPTED = 130


class Boundary(TyperGroup):
    """The group of all commands, each loaded when it is asked for; no traceback gets out."""

    def __init__(self, **given: Any) -> None:
        """Take the commands from the table."""
        super().__init__(**given)
        self.commands = Commands()

    def make_context(self, *args: Any, **given: Any) -> Any:
        """Read the arguments; `--help` and `--version` are answered here."""
        with _exit_codes():
            return super().make_context(*args, **given)

    def invoke(self, ctx: Any) -> Any:
        """Run a command."""
        with _exit_codes():
            return super().invoke(ctx)


@contextlib.contextmanager
def _exit_codes() -> Iterator[None]:
    """What goes wrong becomes a message on stderr and an exit code."""
    try:
        yield
    except EarcoachError as error:
        tell(message_of(error), err=True)
        raise typer.Exit(error.exit_code) from None
    except (KeyboardInterrupt, typer.Abort):  # Ctrl-C, at a question too
        tell("stopped", err=True)
        raise typer.Exit(INTERRUPTED) from None
    except Refusal as error:
        if not is_refusal(error):
            raise
        tell(message_of(in_our_words(error)), err=True)
        raise typer.Exit(UsageError.exit_code) from None
    except OSError as error:
        _give_up_stdout()
        if not isinstance(error, BrokenPipeError):  # whoever read us has enough
            tell(f"error: {reason_of(error)}", err=True)
        raise typer.Exit(1) from None


def _give_up_stdout() -> None:
    """Stdout cannot be written, nor may Python try again at the end."""
    with Path(os.devnull).open("wb") as nothing:
        os.dup2(nothing.fileno(), sys.stdout.fileno())


app = typer.Typer(
    cls=Boundary,
    help="A voice coach for workouts: hear every exercise, side, rep and hold.",
    epilog="Example: earcoach start runners-mini-band --pace 1.1",
    subcommand_metavar="COMMAND ...",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)


def _tell_version(wanted: bool) -> None:
    if wanted:
        from importlib.metadata import version  # which takes longer to load than it is worth

        tell(f"earcoach {version('earcoach')}")
        raise typer.Exit


@app.callback()
def program(
    *,
    version: Annotated[
        bool,
        typer.Option(
            "--version", is_eager=True, callback=_tell_version, help="Show the version and exit."
        ),
    ] = False,
) -> None:
    """The program's own options."""


def run() -> None:
    """The entry point."""
    if COMPLETE in os.environ:  # nobody else waits for what completes
        from typer._completion_classes import completion_init

        completion_init()
    for name in ("SIGTERM", "SIGHUP", "SIGQUIT"):
        if hasattr(signal, name):  # so that terminal and files are left as they should be
            signal.signal(getattr(signal, name), _terminate)
    for stream in (sys.stdout, sys.stderr):
        show_any_character(stream)
    app(complete_var=COMPLETE)  # however the program was called


def _terminate(number: int, _: object) -> NoReturn:
    sys.exit(128 + number)
