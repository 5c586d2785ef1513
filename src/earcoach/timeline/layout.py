"""The inside of one phase: its tones and phrases, so that speech fits and work is exact.

Everything here is a pure function of a phase, the pacing and the lengths of phrases.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from earcoach.plan.phases import Bout, Kind, Phase, Plan, Side
from earcoach.timeline.cues import IMPORTANCE, Cue, Layout, Role
from earcoach.timeline.pacing import Pacing
from earcoach.timeline.wording import (
    COUNTDOWN,
    HALFWAY,
    LAST_ONE,
    TEN_SECONDS,
    Coaching,
    Line,
    lines_of,
    minutes_left,
)
from earcoach.units import FRAMES_PER_MS, frames_of_ms

Measure = Callable[[str], int]
"""The length of a spoken phrase, or of a tone by its name, in frames."""

SECOND = frames_of_ms(1000)
BREATH = frames_of_ms(250)
COUNTDOWN_LENGTH = len(COUNTDOWN) * SECOND
AFTER_GO = frames_of_ms(400)
CLEAR = frames_of_ms(20)
LEAST_FOR_HALFWAY = 20 * SECOND
LEAST_FOR_TEN_SECONDS = 30 * SECOND
LEAST_FOR_COUNTDOWN = 6 * SECOND
LEAST_EMOM_REST = 5 * SECOND
MINUTE = 60 * SECOND
COUNT_STEPS = (1, 2, 5, 10, 50, 100)


@dataclass(frozen=True, eq=False)
class Layouter:
    """Lays out phases with one pacing, one amount of coaching and one voice.

    `phrase` and `tone` give lengths in frames of a text and of a sound by its name. Layouters
    compare by identity, so that layouts of work can be kept by it.
    """

    plan: Plan
    pacing: Pacing
    coaching: Coaching
    phrase: Measure
    tone: Measure

    def lay(self, phase: Phase, *, since_interval: int = 0) -> Layout:
        """The layout of a phase; `since_interval` is the time since an EMOM's interval began."""
        if phase.kind is not Kind.WORK:
            return self._gap(phase, since_interval)
        assert phase.bout is not None
        return self._work(phase.bout)

    def countdown(self) -> Layout:
        """A 3-2-1 by itself, to come back into work with."""
        return _layout(COUNTDOWN_LENGTH, self._countdown(COUNTDOWN_LENGTH, not_before=0))

    # -- phases without work ---------------------------------------------------------------

    def _gap(self, phase: Phase, since_interval: int) -> Layout:
        opening = self._in_a_row([(role, None, sound) for role, sound in _tones(phase)], 0)
        lead = opening[-1].end + BREATH if opening else 0
        countdown = COUNTDOWN_LENGTH if phase.kind in (Kind.PREPARE, Kind.REST, Kind.SWITCH) else 0
        tail = max(self.pacing.frames(phase.ready_ms), countdown + BREATH)
        length = self._gap_length(phase, since_interval)
        lines = lines_of(phase, self.plan, self.coaching, pace=self.pacing.pace)
        said = self._fit(lines, length - lead - tail, phase)
        speech = self._in_a_row([(role, text, None) for role, text in said], lead)
        spoken_until = speech[-1].end if speech else lead
        if not phase.exact:
            length = max(length, spoken_until + tail)
        ending = self._ending(length, speech[-1].end if speech else 0) if countdown else []
        return _layout(length, [*opening, *speech, *ending])

    def _gap_length(self, phase: Phase, since_interval: int) -> int:
        if phase.interval_ms:
            left = frames_of_ms(phase.interval_ms) - since_interval
            return max(left, COUNTDOWN_LENGTH)
        if phase.exact:
            return self.pacing.work_frames(phase.length_ms)
        return self.pacing.frames(phase.length_ms)

    def _fit(self, lines: Sequence[Line], room: int, phase: Phase) -> list[tuple[Role, str]]:
        """The wording of each line: shorter where time is short, the least important first.

        A new exercise or side is always announced in full, because the pause may stretch; only an
        exact phase drops a line.
        """
        if (phase.new_exercise or phase.kind is Kind.SWITCH) and not phase.exact:
            return [(line.role, line.texts[0]) for line in lines]
        wordings = [list(line.texts) for line in lines]
        by_importance = sorted(range(len(lines)), key=lambda i: IMPORTANCE[lines[i].role])

        def too_long() -> bool:
            return sum(self.phrase(w[0]) + BREATH for w in wordings if w) > room

        for keep in (1, 0) if phase.exact else (1,):
            for index in by_importance:
                while len(wordings[index]) > keep and too_long():
                    del wordings[index][0]
        return [(line.role, w[0]) for line, w in zip(lines, wordings, strict=True) if w]

    def _ending(self, length: int, spoken_until: int) -> list[Cue]:
        """The end of a pause: a call at ten seconds when it is quiet by then, and 3-2-1."""
        call_at = length - 10 * SECOND
        quiet = call_at - spoken_until >= 2 * SECOND
        call = self._calls([(call_at, TEN_SECONDS)]) if quiet else []
        return [*call, *self._countdown(length, not_before=spoken_until)]

    def _in_a_row(
        self, items: Iterable[tuple[Role, str | None, str | None]], start: int
    ) -> list[Cue]:
        """Cues one after another, a breath between them."""
        cues: list[Cue] = []
        for role, text, sound in items:
            onset = cues[-1].end + BREATH if cues else start
            cues.append(self._cue(role, onset, text=text, sound=sound))
        return cues

    # -- work --------------------------------------------------------------------------------

    def _work(self, bout: Bout) -> Layout:
        if bout.reps is not None:
            return self._reps(bout.reps, bout.exercise.beat_ms, self._room(bout))
        return self._timed(self.pacing.work_frames(bout.nominal_ms))

    def _room(self, bout: Bout) -> int:
        """Frames that the reps of an EMOM must fit into, 0 elsewhere: its minute less a rest."""
        room = frames_of_ms(bout.section.interval_ms) - LEAST_EMOM_REST
        if bout.side and room > 0:
            left, right = (replace(bout, side=side) for side in Side)
            switch = Phase(Kind.SWITCH, right, left, bout.exercise.switch_ms)
            room = (room - self.lay(switch).length) // 2
        return max(0, room)

    @lru_cache(maxsize=256)  # noqa: B019 - a Layouter lives as long as its session
    def _reps(self, reps: int, beat_ms: int, room: int) -> Layout:
        """Counted reps: numbers on a steady beat, just behind the start tone."""
        pacing = self.pacing
        if room and pacing.frames(reps * beat_ms) > room:
            pacing, beat_ms = Pacing(), room // FRAMES_PER_MS // reps
        period = pacing.frames(beat_ms)
        step = self._count_step(reps, period)
        longest = max((self.phrase(str(n)) for n in _counted(reps, step)), default=0)
        behind_go = min(step * period - longest, period - self.tone("tick")) - CLEAR
        after_go = max(CLEAR, min(AFTER_GO, behind_go))
        cues = [self._cue(Role.GO, 0, sound="go")]
        for rep in range(reps):
            onset = pacing.beat(beat_ms, rep) + after_go
            number = str(rep + 1)
            if step and rep + 1 in _counted(reps, step):
                cues.append(self._cue(Role.COUNT, onset, text=number))
            else:
                cues.append(self._cue(Role.COUNT, onset, sound="tick"))
        return _layout(pacing.beat(beat_ms, reps), [*cues, *self._last_one(cues, reps)])

    def _count_step(self, reps: int, period: int) -> int:
        """1 when every number is said, more when beats are too short for that, 0 for ticks."""
        if self.coaching is Coaching.MINIMAL:
            return 0
        for step in COUNT_STEPS:
            numbers = _counted(reps, step)
            if all(self.phrase(str(n)) + 2 * CLEAR <= step * period for n in numbers):
                return step
        return 0

    def _last_one(self, cues: Sequence[Cue], reps: int) -> list[Cue]:
        """`Last one` between the last two numbers, if it fits there whole."""
        if reps < 3 or self.coaching is Coaching.MINIMAL:
            return []
        start, length = cues[-2].end + BREATH // 2, self.phrase(LAST_ONE)
        latest = cues[-1].onset - BREATH - length
        return [self._cue(Role.LAST, latest, text=LAST_ONE)] if latest >= start else []

    @lru_cache(maxsize=256)  # noqa: B019
    def _timed(self, length: int) -> Layout:
        """A hold, or moving for a time: half-way, calls of the time left, and 3-2-1 at the end."""
        cues = [self._cue(Role.GO, 0, sound="go")]
        middle = length // 2
        calls: list[tuple[int, str]] = []
        if length >= LEAST_FOR_HALFWAY:
            tone = self._cue(Role.HALFWAY, middle, sound="halfway")
            cues.append(tone)
            if self.coaching is not Coaching.MINIMAL:
                cues.append(self._cue(Role.HALFWAY, tone.end + CLEAR, text=HALFWAY))
        if length >= LEAST_FOR_TEN_SECONDS:
            calls.append((length - 10 * SECOND, TEN_SECONDS))
        calls += [
            (length - minutes * MINUTE, minutes_left(minutes))
            for minutes in range(1, length // MINUTE)
            if abs(length - minutes * MINUTE - middle) > 4 * SECOND
        ]
        cues += self._calls(calls)
        if length >= LEAST_FOR_COUNTDOWN:
            cues += self._countdown(length, not_before=0)
        return _layout(length, cues)

    # -- the smallest parts ------------------------------------------------------------------

    def _calls(self, calls: Iterable[tuple[int, str]]) -> list[Cue]:
        if self.coaching is Coaching.MINIMAL:
            return []
        return [self._cue(Role.TIME, onset, text=text) for onset, text in calls]

    def _countdown(self, end: int, *, not_before: int) -> list[Cue]:
        """3-2-1 before `end`; tones where words are not wanted or too long for a second."""
        cues = []
        for left, word in zip(range(len(COUNTDOWN), 0, -1), COUNTDOWN, strict=True):
            onset = end - left * SECOND
            wordless = self.coaching is Coaching.MINIMAL or self.phrase(word) > SECOND - CLEAR
            said = {"sound": "countdown"} if wordless else {"text": word}
            if onset >= not_before:
                cues.append(self._cue(Role.COUNTDOWN, onset, **said))
        return cues

    def _cue(
        self, role: Role, onset: int, *, text: str | None = None, sound: str | None = None
    ) -> Cue:
        length = self.tone(sound) if sound else self.phrase(text or "")
        return Cue(role, onset, length, text, sound)


def _tones(phase: Phase) -> list[tuple[Role, str]]:
    """The tones that open a phase without work."""
    tones = [(Role.STOP, "stop")] if phase.before else []
    if phase.kind is Kind.INTRO:
        tones.append((Role.CHIME, "chime"))
    elif phase.kind is Kind.SWITCH:
        tones.append((Role.SWITCH, "switch"))
    elif phase.kind is Kind.FINISH:
        tones.append((Role.FINISH, "finish"))
    elif phase.halfway:
        tones.append((Role.HALFWAY, "halfway"))
    return tones


def _counted(reps: int, step: int) -> range:
    """The numbers that are said: all, or every second (fifth ...), the last with room behind."""
    return range(1 + reps % step, reps + 1, step) if step else range(0)


def _layout(length: int, cues: Iterable[Cue]) -> Layout:
    """The cues by onset; left out is what would stick out, or be said into something important."""
    inside = sorted((cue for cue in cues if cue.end <= length), key=lambda cue: cue.onset)
    said = _one_voice(cue for cue in inside if cue.text is not None)
    return Layout(length, tuple(cue for cue in inside if cue.text is None or cue in said))


def _one_voice(speech: Iterable[Cue]) -> set[Cue]:
    """Of speech by onset, what one voice can say: where two overlap, the more important."""
    said: list[Cue] = []
    for cue in speech:
        if said and cue.onset < said[-1].end:
            if IMPORTANCE[cue.role] <= IMPORTANCE[said[-1].role]:
                continue
            said.pop()
        said.append(cue)
    return set(said)
