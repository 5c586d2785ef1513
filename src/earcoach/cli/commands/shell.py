"""The commands for one's shell: completion, man."""

from enum import StrEnum
from typing import Annotated, Any

import typer

from earcoach.arguments import one_of
from earcoach.cli import completing
from earcoach.cli.completing import COMPLETE
from earcoach.cli.printing import tell


class Shell(StrEnum):
    """The shells that can be served."""

    BASH = "bash"
    ZSH = "zsh"
    FISH = "fish"
    POWERSHELL = "powershell"


def a_shell(given: Any) -> Shell:
    """What reads the name of a shell. Raises UsageError for another."""
    return one_of("shell", given, kind=Shell)


ShellArgument = Annotated[
    Shell,
    typer.Argument(
        parser=a_shell,
        metavar="SHELL",
        help="bash, zsh, fish or powershell.",
        autocompletion=completing.one_of(Shell),
    ),
]


def register(app: typer.Typer) -> None:
    """Add the commands to the program."""
    app.command("completion", epilog="Example: earcoach completion fish | source")(completion)
    app.command("man", epilog="Example: earcoach man > earcoach.1")(man)


def completion(shell: ShellArgument) -> None:
    """Print what makes a shell complete earcoach's commands.

    In .bashrc or .zshrc: `eval "$(earcoach completion bash)"`, or zsh.

    In config.fish: `earcoach completion fish | source`

    In PowerShell's profile: `earcoach completion powershell | Out-String | iex`
    """
    from typer._completion_shared import get_completion_script

    script = get_completion_script(prog_name="earcoach", complete_var=COMPLETE, shell=shell)
    # bash quotes what it completes, such as `loop bands`, only where that may be a file's name
    tell(script.replace("complete -o default", "complete -o filenames -o default"))


def man(context: typer.Context) -> None:
    """Print the man page, which is made from the help."""
    from importlib.metadata import version

    from earcoach.cli.man_page import man_page

    root = context.find_root()
    tell(man_page(root.command, root, version=version("earcoach")), newline=False)
