"""Calls of the program, and what they print."""

from pathlib import Path
from typing import Any

import pytest
from program import SHORT, run


@pytest.fixture
def quiet_environment(hums: None, monkeypatch: pytest.MonkeyPatch) -> None:
    """A voice that hums, and nothing of whoever runs the tests."""
    monkeypatch.setenv("TERM", "xterm-256color")
    for name in ("NO_COLOR", "FORCE_COLOR", "COLUMNS", "PYTHONIOENCODING"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def short(tmp_path: Path) -> Path:
    path = tmp_path / "short.yaml"
    path.write_text(SHORT, encoding="utf-8")
    return path


def told(*args: str | Path, exit_code: int = 0, **env: str) -> str:
    """What a call prints on stdout when it ends with this exit code."""
    done = run(*args, **env)
    assert (done.returncode, "Traceback" in done.stderr) == (exit_code, False), done.stderr
    return done.stdout


def assert_shape(value: dict[str, Any], shape: dict[str, Any]) -> None:
    """The value has exactly these keys, and values of exactly these types."""
    assert list(value) == list(shape)
    for key, types in shape.items():
        allowed = types if isinstance(types, tuple) else (types,)
        assert type(value[key]) in allowed, f"{key} is {value[key]!r}"
