"""A performance on a stage: played offline by a voice and tones that are steady levels."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from heard import Clips

import earcoach
from earcoach.audio.clip import Clip, faded
from earcoach.language.words import words_in
from earcoach.plan.phases import Plan
from earcoach.plan.planning import make_plan
from earcoach.session.performance import Begun, Performance
from earcoach.session.transport import Transport
from earcoach.timeline.cues import Role
from earcoach.timeline.schedule import schedule
from earcoach.units import frames_of_ms

BLOCK = frames_of_ms(25)


def plan_of(text: str) -> Plan:
    return make_plan(earcoach.loads(text))


def phrase_clip(text: str) -> Clip:
    """A phrase as a steady level, so that speech over speech would show."""
    level = np.full(frames_of_ms(150 + 25 * len(text)), 0.25, dtype=np.float32)
    return Clip(faded(level, fade_ms=5))


def tone_clip(name: str) -> Clip:
    """A tone as a level of its own, far below speech."""
    return Clip(np.full(frames_of_ms(60), 0.01, dtype=np.float32))


LEVELS: Any = Clips(phrase_clip, tone_clip)


@dataclass
class Stage:
    """A performance with everything that it began, at which frame."""

    plan: Plan
    begun: list[Begun] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.performance = Performance(
            schedule(self.plan, LEVELS, words=words_in()).scheduler,
            sounds=LEVELS,
            recall=phrase_clip,
            on_begun=self.begun.append,
        )
        self.performance.go_to(0)
        self.transport = Transport(self.performance, self.plan.phases)
        self.blocks: list[np.ndarray] = []

    def play(self, frames: int | None = None) -> None:
        """Play so many frames, or to the end."""
        end = None if frames is None else self.performance.clock + frames
        while not self.performance.over and (end is None or self.performance.clock < end):
            left = BLOCK if end is None else min(BLOCK, end - self.performance.clock)
            self.blocks.append(self.performance.render(left))

    def play_to(self, reached: Callable[[Begun], bool]) -> None:
        """Play until something has begun."""
        seen = len(self.begun)
        while not any(reached(begun) for begun in self.begun[seen:]):
            assert not self.performance.over
            self.play(BLOCK)

    def cues(self, index: int, role: Role) -> int:
        """How many cues of a role a phase has begun."""
        return sum(
            b.index == index and b.cue is not None and b.cue.role is role for b in self.begun
        )
