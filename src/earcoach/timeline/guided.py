"""The inside of an AMRAP, or of work for time, that is led: round by round, rep by rep.

Its limit is prescribed time, and so is everything in it: no pace changes how far one comes.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count

from earcoach.language.words import Words
from earcoach.plan.doses import CountedReps, nominal_ms
from earcoach.plan.phases import Bout
from earcoach.plan.resolving import ResolvedExercise
from earcoach.routine.model import Coaching, Counting, Sides, Timing
from earcoach.timeline.arranging import BREATH
from earcoach.timeline.calls import COUNTDOWN_LENGTH
from earcoach.timeline.cues import Cue, Lengths, Role
from earcoach.timeline.pacing import Pacing
from earcoach.timeline.wording.doses import move, spoken_name
from earcoach.units import frames_of_ms

CLEAR = frames_of_ms(20)
MOST_ROUNDS = 1000


@dataclass(frozen=True, slots=True, kw_only=True)
class Led:
    """One exercise of a round."""

    text: str
    """What it is, as it is said."""
    reps: int
    """How many are counted on each side; 0 where none are."""
    step_ms: int
    """The time of each, or of all of it where none are counted, in ms."""
    second_side: str
    """What sends to the other side, empty where there is none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Guide:
    """The exercises of a round, as often as they are done."""

    moves: tuple[Led, ...]
    """In order."""
    rounds: int
    """How many; 0 for as many as there is time for."""
    counted: bool
    """Whether reps are counted in words."""


def guide_of(bout: Bout, words: Words) -> Guide | None:
    """What leads through a stretch of work, if anything does."""
    block = bout.block
    if not (block.open and block.guided):
        return None
    minimal = bout.exercise.coaching is Coaching.MINIMAL
    return Guide(
        moves=tuple(_led(exercise, words, minimal=minimal) for exercise in block.exercises),
        rounds=block.rounds if block.timing is Timing.FOR_TIME else 0,
        counted=not minimal and block.exercises[0].counting is not Counting.SILENT,
    )


def _led(exercise: ResolvedExercise, words: Words, *, minimal: bool) -> Led:
    said = spoken_name(exercise) if minimal else move(exercise, words)
    once = exercise.doses[0]
    reps = once.count if isinstance(once, CountedReps) else 0
    other = words.say("switch", side=words.say(f"right_{exercise.limb}"))
    return Led(
        text=words.say("name", name=said),
        reps=reps,
        step_ms=exercise.beat_ms if reps else nominal_ms(once, exercise.beat_ms),
        second_side=other if exercise.sides is Sides.EACH else "",
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class GuidedWork:
    """Everything that leads through a limit of time."""

    guide: Guide
    """The rounds."""
    limit: int
    """The time there is, in frames."""
    pacing: Pacing
    """Which leaves it as it is, unless holds have a pace too."""
    words: Words
    """The words of the coach."""
    lengths: Lengths
    """How long they are."""

    def cues(self) -> tuple[list[Cue], int]:
        """What is said in the time there is, and the frame at which all rounds are done."""
        latest = self.limit - COUNTDOWN_LENGTH - BREATH
        cues: list[Cue] = []
        at = self.lengths.tone("go") + BREATH
        for cue, until in self._steps(at):
            if cue.end > latest or until > self.limit:
                return cues, self.limit
            cues.append(cue)
            at = until
        return cues, at

    def _steps(self, at: int) -> Iterator[tuple[Cue, int]]:
        """Each cue, and the frame at which what it stands for is over."""
        rounds = range(1, self.guide.rounds + 1) if self.guide.rounds else count(1)
        for round_ in rounds:
            if round_ > MOST_ROUNDS:
                return
            if round_ > 1:
                text = self.words.say("round_short", number=round_)
                yield (cue := self.lengths.said(Role.SET, at, text)), cue.end + BREATH
                at = cue.end + BREATH
            for one in self.guide.moves:
                for side, text in enumerate((one.text, one.second_side)):
                    if text:
                        role = Role.SIDE if side else Role.ANNOUNCE
                        for cue, until in self._move(one, self.lengths.said(role, at, text)):
                            yield cue, until
                            at = until

    def _move(self, one: Led, name: Cue) -> Iterator[tuple[Cue, int]]:
        start = name.end + BREATH
        if not one.reps:
            yield name, start + self.pacing.work_frames(one.step_ms)
            return
        yield name, start
        step = self.pacing.work_frames(one.step_ms)
        for rep in range(one.reps):
            onset = start + self.pacing.work_frames(rep * one.step_ms)
            number = self.lengths.said(Role.COUNT, onset, str(rep + 1))
            if not self.guide.counted or number.length + CLEAR > step:
                number = self.lengths.sounded(Role.COUNT, onset, "tick")
            yield number, start + self.pacing.work_frames((rep + 1) * one.step_ms)
