"""A performance on a stage: played offline by a voice and tones that are steady levels."""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache

import numpy as np
from heard import Clips
from hypothesis import strategies as st

import earcoach
from earcoach.audio.clip import Clip, faded
from earcoach.audio.mixer import Mixer
from earcoach.language.words import words_in
from earcoach.plan.phases import Phase, Plan
from earcoach.plan.planning import make_plan
from earcoach.session.accompaniment import Accompaniment, MusicFrom
from earcoach.session.commands import Action, Command, SetPace
from earcoach.session.events import Event
from earcoach.session.performance import LIVE_BLOCK, Performance
from earcoach.session.transport import left_of_phase
from earcoach.timeline import edits
from earcoach.timeline.cues import Cue, Role
from earcoach.timeline.pacing import Pacing
from earcoach.timeline.schedule import schedule
from earcoach.timeline.take import Take, present
from earcoach.units import frames_of_ms

BLOCK = LIVE_BLOCK


def plan_of(text: str) -> Plan:
    return make_plan(earcoach.loads(text))


@cache
def phrase_clip(text: str) -> Clip:
    """A phrase as a steady level, so that speech over speech would show."""
    level = np.full(frames_of_ms(150 + 25 * len(text)), 0.25, dtype=np.float32)
    return Clip(faded(level, fade_ms=5))


def tone_clip(name: str) -> Clip:
    """A tone as a level of its own, far below speech."""
    return Clip(np.full(frames_of_ms(60), 0.01, dtype=np.float32))


class AtHand(Clips):
    """Sounds that are always at hand."""

    lost = None

    def knows(self, what: object) -> bool:
        return True

    def at_hand(self, text: str) -> Clip | None:
        return self.phrase(text)


LEVELS = AtHand(phrase_clip, tone_clip)


Steps = list[tuple[int, Command]]
"""How many blocks are played, and what is asked for then, again and again."""


def steps_of(*, most_blocks: int) -> st.SearchStrategy[Steps]:
    """Up to eight commands of every kind but the last, each after some blocks."""
    paces = st.builds(SetPace, st.sampled_from(["0.5", "0.9", "1.3", "2"]))
    commands = st.sampled_from([action for action in Action if action is not Action.QUIT]) | paces
    return st.lists(st.tuples(st.integers(1, most_blocks), commands), min_size=1, max_size=8)


@dataclass(frozen=True)
class Begun:
    """Something that began at a frame: a phase, or a cue in it."""

    at: int
    index: int
    phase: Phase
    cue: Cue | None = None
    before_done: bool = False


@dataclass
class Stage:
    """A performance with everything that it began, at which frame."""

    plan: Plan
    sounds: AtHand = LEVELS
    first: int = 0
    music: MusicFrom | None = None
    has_headset: bool = False
    begun: list[Begun] = field(default_factory=list)
    events: list[Event] = field(default_factory=list)
    clock: int = 0

    def __post_init__(self) -> None:
        self.performance = Performance(
            schedule(self.plan, self.sounds, words=words_in()).scheduler,
            self.sounds,  # type: ignore[arg-type]
            first=self.first,
            has_music=self.music is not None,
            has_headset=self.has_headset,
            on_event=self.events.append,
        )
        bed = self.music and Accompaniment(self.music, self.performance.is_playing)
        self.mixer = Mixer(self.performance, self.sounds, music=bed)
        self.blocks: list[np.ndarray] = []

    @property
    def take(self) -> Take:
        """The take as it is now, laid out beyond the frame of now."""
        return self.performance.take

    @property
    def over(self) -> bool:
        return self.performance.is_over(self.clock)

    @property
    def index(self) -> int:
        return present(self.take, self.clock).index

    @property
    def phase(self) -> Phase:
        return self.plan.phases[self.index]

    @property
    def left_of_phase(self) -> int:
        return left_of_phase(self.take, self.clock)

    def do(self, *commands: Command) -> None:
        """Have commands granted now."""
        self.performance.obey(self.clock, commands)

    def edit(self, edit: Callable[[Take, int], Take]) -> None:
        """Change the take as no command does."""
        self.performance.take = edit(self.take, self.clock)

    def set_pacing(self, pacing: Pacing) -> None:
        self.edit(lambda take, at: edits.repaced(take, at, pacing))

    def play(self, frames: int | None = None) -> None:
        """Play n frames, or to the end; at least up to the next block."""
        end = None if frames is None else self.clock + frames
        while not self.over and (end is None or self.clock < end):
            left = BLOCK if end is None else min(BLOCK, end - self.clock)
            self.step(left)

    def render(self, frames: int) -> np.ndarray:
        """Play n frames, and give what was heard of them."""
        seen = len(self.blocks)
        self.play(frames)
        return np.concatenate(self.blocks[seen:])

    def step(self, frames: int) -> None:
        """Play one block."""
        start = self.performance.playhead.at
        self.performance.prepare(self.clock, frames)
        self._note(start, self.performance.playhead.at)
        frames = self.performance.frames_within(self.clock, frames)
        self.blocks.append(self.mixer.render(self.clock, frames))
        self.clock += frames

    def _note(self, start: int, stop: int) -> None:
        for s in self.take.stretches:
            phase = self.plan.phases[s.index]
            if s.opens and start <= s.onset < stop:
                self.begun.append(Begun(s.onset, s.index, phase, before_done=s.done_before))
            for at, cue in s.begins(start, stop):
                self.begun.append(Begun(at, s.index, phase, cue))

    def play_with(self, steps: Steps) -> None:
        """Play up to each command and give it, as long as the session goes on."""
        for blocks, command in steps:
            self.play(blocks * BLOCK)
            if self.over:
                return
            self.do(command)

    def play_to(self, reached: Callable[[Begun], bool]) -> None:
        """Play until something has begun."""
        seen = len(self.begun)
        while not any(reached(begun) for begun in self.begun[seen:]):
            assert not self.over
            self.play(BLOCK)

    def cues(self, index: int, role: Role) -> int:
        """How many cues of a role a phase has begun."""
        return sum(
            b.index == index and b.cue is not None and b.cue.role is role for b in self.begun
        )
