"""The transport: what each command of the athlete does to a performance, and how it is answered."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from fractions import Fraction

from earcoach.language.words import Words
from earcoach.plan.phases import Gap, Phase, Work
from earcoach.session.commands import Action
from earcoach.session.performance import Performance
from earcoach.timeline.pacing import FASTEST, SLOWEST, Pacing
from earcoach.timeline.wording import answers
from earcoach.units import SAMPLE_RATE_HZ, frames_of_ms

PACE_STEP = Fraction(5, 100)
MORE_REST = frames_of_ms(15_000)
TWICE_WITHIN = frames_of_ms(2_000)


class Transport:
    """Turns actions into changes of a performance. Every action is answered by ear at once."""

    def __init__(self, performance: Performance, phases: tuple[Phase, ...]) -> None:
        """Steer a performance of these phases."""
        self.performance = performance
        self.quitting = False
        self._phases = phases
        self._went_back_at = -TWICE_WITHIN
        self._do: dict[Action, Callable[[], None]] = {
            Action.PAUSE: self._pause,
            Action.RESUME: self._resume,
            Action.TOGGLE: self._toggle,
            Action.NEXT: self._next,
            Action.PREVIOUS: self._previous,
            Action.REPEAT: self._repeat,
            Action.AGAIN: self._again,
            Action.WHERE: self._where,
            Action.MORE_REST: self._more_rest,
            Action.FASTER: lambda: self.set_pace(self._pace + PACE_STEP),
            Action.SLOWER: lambda: self.set_pace(self._pace - PACE_STEP),
            Action.DONE: self._done,
            Action.HELP: lambda: self._answer("keys"),
            Action.QUIT: self._quit,
        }

    def do(self, action: Action) -> None:
        """Do what is asked for."""
        self._do[action]()
        self.performance.acknowledge()  # last, for many actions fade out what sounds

    def set_pace(self, pace: Fraction | str) -> None:
        """Another pace, kept within its range. Raises UsageError when it is no number."""
        wanted = pace if isinstance(pace, Fraction) else Pacing.parse(pace).pace
        kept = min(max(wanted, SLOWEST), FASTEST)
        self.performance.set_pacing(replace(self.performance.pacing, pace=kept))
        self.performance.answer(answers.pace_is(kept, self._words))

    @property
    def _words(self) -> Words:
        return self.performance.scheduler.words

    def _answer(self, name: str) -> None:
        self.performance.answer(self._words.say(name))

    @property
    def _pace(self) -> Fraction:
        return self.performance.pacing.pace

    # -- playing -------------------------------------------------------------------------------

    def _toggle(self) -> None:
        (self._resume if self.performance.paused else self._pause)()

    def _pause(self) -> None:
        if not self.performance.paused:
            self.performance.pause()
            self._answer("paused")

    def _resume(self) -> None:
        if self.performance.paused:
            self.performance.resume()

    def _quit(self) -> None:
        self.performance.pause()
        self.quitting = True

    # -- moving --------------------------------------------------------------------------------

    def _next(self) -> None:
        """From a pause into its work, from work to the announcement of the next exercise."""
        here = self.performance.index
        if isinstance(self.performance.phase, Gap):
            self.performance.go_to(here + 1, counted_in=True)
            return
        last = len(self._phases) - 1
        self.performance.go_to(next(self._announcements(here + 1), last))

    def _previous(self) -> None:
        """The start of this exercise; asked for twice quickly, of the exercise before."""
        clock = self.performance.clock
        twice = clock - self._went_back_at < TWICE_WITHIN
        self._went_back_at = clock
        starts = [n for n in self._announcements(0) if n <= self.performance.index]
        back = 2 if twice else 1
        self.performance.go_to(starts[-back] if len(starts) >= back else 0)

    def _repeat(self) -> None:
        """The work of this set again, or of the set before this pause, from its first side."""
        works = [n for n in range(self.performance.index + 1) if self._is_first_work(n)]
        if works:
            self.performance.go_to(works[-1], counted_in=True)
        else:
            self.performance.go_to(0)

    def _done(self) -> None:
        phase = self.performance.phase
        if isinstance(phase, Work) and phase.may_be_done:
            self.performance.finish_phase()

    def _more_rest(self) -> None:
        if isinstance(self.performance.phase, Gap):
            self.performance.stretch(MORE_REST)
            self._answer("more_rest")

    def _announcements(self, start: int) -> Iterator[int]:
        """The phases from `start` on in which a new exercise is announced."""
        for index in range(start, len(self._phases)):
            phase = self._phases[index]
            if isinstance(phase, Gap) and phase.new_exercise:
                yield index

    def _is_first_work(self, index: int) -> bool:
        phase = self._phases[index]
        return isinstance(phase, Work) and phase.opens_set

    # -- answering -----------------------------------------------------------------------------

    def _again(self) -> None:
        self.performance.answer(*self.performance.last_said)

    def _where(self) -> None:
        self.performance.answer(*self.whereabouts())

    def whereabouts(self) -> tuple[str, ...]:
        """Where the session is, in words."""
        return (answers.where(self.performance.phase, self.time_left_s(), self._words),)

    def time_left_s(self) -> float:
        """Seconds that are left of the session: of this phase exactly, of later ones as planned."""
        later = self._phases[self.performance.index + 1 :]
        pace = float(self._pace)
        planned_ms = sum(p.nominal_ms / (pace if p.paced else 1.0) for p in later)
        return self.performance.left_of_phase / SAMPLE_RATE_HZ + planned_ms / 1000
