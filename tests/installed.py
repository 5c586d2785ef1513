"""The programs that some tests need, and that a machine may lack."""

import os
import shutil

import pytest


def require(*programs: str) -> None:
    """Skip the test when a program is not installed; on CI (CI=true) fail it instead."""
    missing = [program for program in programs if shutil.which(program) is None]
    if not missing:
        return
    message = f"needs {', '.join(missing)}"
    if os.environ.get("CI") == "true":
        pytest.fail(message)  # a skip would go unnoticed there
    pytest.skip(message)


def command_of(program: str, *arguments: object) -> list[str]:
    """A command for a test that is skipped without its program."""
    require(program)
    return [program, *map(str, arguments)]
