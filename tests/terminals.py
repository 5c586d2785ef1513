"""Terminals of the tests' own; where there can be none, what needs one skips itself and says so."""

from typing import Any

import pytest


def new_terminal() -> tuple[int, int]:
    """Both ends of one as file descriptors: that of who sits there, and that of a program."""
    return _pty().openpty()


def forked() -> tuple[int, int]:
    """Go on in a new process too, in a terminal of its own: its number, 0 there, and that end."""
    return _pty().fork()


def _pty() -> Any:
    return pytest.importorskip("pty", reason="needs a pty")
