"""The program: `earcoach` and `python -m earcoach`."""

import sys

INTERRUPTED = 130


def run() -> None:
    """Run the command line; Ctrl-C ends it quietly also while it is still being loaded."""
    try:
        from earcoach.cli.main import run as run_command_line

        run_command_line()
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)


if __name__ == "__main__":
    run()
