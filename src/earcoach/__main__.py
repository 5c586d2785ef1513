"""The program: `earcoach` and `python -m earcoach`."""

import sys

from earcoach.cli.garbage import begin_to_load
from earcoach.cli.streams import have_own_stderr, open_closed_streams
from earcoach.cli.waking import wants_device

INTERRUPTED = 130


def run() -> None:
    """Run the command line; Ctrl-C ends it quietly also while it is still being loaded."""
    begin_to_load()
    try:
        open_closed_streams()
        if wants_device(sys.argv[1:]):
            _wake_devices()
        from earcoach.cli.main import run as run_command_line

        run_command_line()
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)


def _wake_devices() -> None:
    """Have devices looked for in a thread while the program is being loaded: both take time."""
    from earcoach.cli.heap import share_heap
    from earcoach.devices.registry import wake

    share_heap()
    have_own_stderr()
    wake()


if __name__ == "__main__":
    run()
