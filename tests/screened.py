"""A session to be shown, at any of its moments, and a terminal of any size."""

import io
from fractions import Fraction
from typing import IO

from rich.console import Console

import earcoach
from earcoach.cli.display.screen_state import ScreenState, screen_state
from earcoach.language.words import words_in
from earcoach.plan.phases import PhaseKind
from earcoach.plan.planning import make_plan
from earcoach.session.events import (
    Status,
)

PLAN = make_plan(
    earcoach.loads(
        """\
title: Evening
sections:
  - name: Legs
    exercises:
      - Squat with a band: 2 x 12 each leg, beat 2s, rest 45s
      - Side plank: 1 x 90s hold
"""
    )
)
ENGLISH, GERMAN = words_in("en"), words_in("de")
TIMEOUT_S = 30.0


def number_of(kind: PhaseKind, nth: int = 0) -> int:
    return [n for n, phase in enumerate(PLAN.phases) if phase.kind is kind][nth]


def status(index: int, left_s: float = 20.0, *, paused: bool = False) -> Status:
    return Status(
        phase=PLAN.phases[index],
        cue=None,
        pace=Fraction(11, 10),
        paused=paused,
        left_of_phase_s=left_s,
        left_s=754.0,
        done_share=0.25,
    )


def state_of(index: int, left_s: float = 20.0, *, reps: int = 0, lost: str = "") -> ScreenState:
    return screen_state(PLAN, ENGLISH, status(index, left_s), index=index, reps=reps, lost=lost)


def console_of(width: int, height: int, file: IO[str] | None = None, **environment: str) -> Console:
    """A console of a terminal of this size, whatever the tests run in."""
    return Console(
        width=width,
        height=height,
        file=file or io.StringIO(),
        force_terminal=True,
        highlight=False,
        _environ={"TERM": "xterm-256color"} | environment,
    )
