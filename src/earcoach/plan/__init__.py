"""WHAT will be done: the athlete's choices and the phases of a session."""

from importlib import import_module
from typing import Any


def __getattr__(name: str) -> Any:
    """`earcoach.doses` and `earcoach.phases`, loaded when somebody asks for them by these names."""
    if name in ("doses", "phases"):
        return import_module(f"{__name__}.{name}")
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
