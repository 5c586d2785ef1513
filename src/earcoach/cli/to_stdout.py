"""What `-o -` asks for: a file that goes to stdout."""

import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from earcoach.errors import UsageError

STDOUT = "-"
"""What stands for it in place of a file's name; `./-` is a file."""
INSTEAD = "give -o FILE"


@contextmanager
def file_for_stdout(suffix: str) -> Iterator[Path]:
    """A file to write sound to, which goes to stdout when it is whole.

    Raises UsageError when that is a terminal.
    """
    if sys.stdout.isatty():
        raise UsageError("a terminal plays no sound", cure=f"pipe it on, or {INSTEAD}")
    with TemporaryDirectory(prefix="earcoach-") as folder:
        path = Path(folder) / f"session.{suffix}"
        yield path
        with path.open("rb") as whole:
            shutil.copyfileobj(whole, sys.stdout.buffer)
        sys.stdout.flush()
