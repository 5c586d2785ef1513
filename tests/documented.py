"""Routines written in a line or two, and what is said of them."""

import pytest

from earcoach import Exercise, InvalidRoutine, Section, loads
from earcoach.routine.diagnostics import Diagnostic


def mistakes(source: str) -> tuple[Diagnostic, ...]:
    with pytest.raises(InvalidRoutine) as caught:
        loads(source)
    return caught.value.diagnostics


def said(source: str) -> list[str]:
    return [f"{found.code} {found.message}" for found in mistakes(source)]


def with_exercises(*items: str, head: str = "") -> str:
    return f"title: T\n{head}exercises:\n" + "".join(f"  - {item}\n" for item in items)


def with_section(lines: str, *items: str) -> str:
    """A routine of one section, with these keys and exercises (a squat when there are none)."""
    keys = "".join(f"    {line}\n" for line in lines.split("; ") if line)
    listed = "".join(f"      - {item}\n" for item in items or ("Squat: 3 x 12",))
    return f"title: T\nsections:\n  - name: A\n{keys}    exercises:\n{listed}"


def exercises(source: str) -> tuple[Exercise, ...]:
    return loads(source).sections[0].exercises


def section(source: str) -> Section:
    return loads(source).sections[0]
