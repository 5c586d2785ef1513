"""What is in a folder, and how large its files may grow."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest


def names_in(folder: Path) -> set[str]:
    """The names of its files."""
    return {path.name for path in folder.iterdir()}


@contextmanager
def files_no_larger_than(size: int) -> Iterator[None]:
    resource = pytest.importorskip("resource", reason="needs a limit for files")
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    ignored = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
        signal.signal(signal.SIGXFSZ, ignored)
