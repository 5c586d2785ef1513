"""The inside of one phase: its tones and phrases, so that speech fits and work is exact.

Everything here is a pure function of a phase, the pacing and the lengths of phrases.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from earcoach.language.words import Words
from earcoach.plan.phases import Bout, Kind, Phase, Plan, Side
from earcoach.timeline.arranging import BREATH, layout_of
from earcoach.timeline.calls import COUNTDOWN_LENGTH, SECOND, Caller
from earcoach.timeline.cues import IMPORTANCE, Cue, Layout, Lengths, Measure, Role
from earcoach.timeline.pacing import Pacing
from earcoach.timeline.wording.lines import Line, coaching_of, lines_of
from earcoach.timeline.work import WorkScheduler, work_sound_of
from earcoach.units import frames_of_ms

LEAST_EMOM_REST = 5 * SECOND
QUIET_BEFORE_CALL = 2 * SECOND


@dataclass(frozen=True, eq=False)
class PhaseScheduler:
    """Lays out phases with one pacing, in the words of one language and by one voice.

    `phrase` and `tone` give lengths in frames of a text and of a sound by its name.
    """

    plan: Plan
    pacing: Pacing
    words: Words
    phrase: Measure
    tone: Measure

    def lay_out(self, phase: Phase, *, since_interval: int = 0) -> Layout:
        """The layout of a phase; `since_interval` is the time since an EMOM's interval began."""
        if phase.kind is not Kind.WORK:
            return self._gap(phase, since_interval)
        assert phase.bout is not None
        effort = work_sound_of(phase.bout, self.words, room=self._room(phase.bout))
        return self._worker.lay_out(effort)

    def countdown(self) -> Layout:
        """A 3-2-1 by itself, to come back into work with."""
        caller = Caller(self.plan.routine.coaching, self.words, self._lengths)
        return layout_of(COUNTDOWN_LENGTH, caller.countdown(COUNTDOWN_LENGTH, not_before=0))

    @cached_property
    def _lengths(self) -> Lengths:
        return Lengths(self.phrase, self.tone)

    @cached_property
    def _worker(self) -> WorkScheduler:
        return WorkScheduler(self.pacing, self.words, self._lengths)

    # -- phases without work ---------------------------------------------------------------

    def _gap(self, phase: Phase, since_interval: int) -> Layout:
        opening = _in_a_row(self._lengths.sounded, _tones(phase), 0)
        lead = opening[-1].end + BREATH if opening else 0
        countdown = COUNTDOWN_LENGTH if phase.kind in (Kind.PREPARE, Kind.REST, Kind.SWITCH) else 0
        tail = max(self.pacing.frames(phase.ready_ms), countdown + BREATH)
        length = self._gap_length(phase, since_interval)
        lines = lines_of(phase, self.plan, self.words, pace=self.pacing.pace)
        said = self._fit(lines, length - lead - tail, phase)
        speech = _in_a_row(self._lengths.said, said, lead)
        spoken_until = speech[-1].end if speech else lead
        if not phase.exact:
            length = max(length, spoken_until + tail)
        ending: Iterable[Cue] = ()
        if countdown:
            ending = self._ending(phase, length, speech[-1].end if speech else 0)
        return layout_of(length, [*opening, *speech, *ending])

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

    def _ending(self, phase: Phase, length: int, spoken_until: int) -> Iterator[Cue]:
        """The end of a pause: a call at ten seconds when it is quiet by then, and 3-2-1."""
        caller = Caller(coaching_of(phase, self.plan), self.words, self._lengths)
        if length - 10 * SECOND - spoken_until >= QUIET_BEFORE_CALL:
            yield from caller.ten_seconds(length)
        yield from caller.countdown(length, not_before=spoken_until)

    # -- work ------------------------------------------------------------------------------------

    def _room(self, bout: Bout) -> int:
        """Frames that the reps of an EMOM must fit into, 0 elsewhere: its minute less a rest."""
        room = frames_of_ms(bout.section.interval_ms) - LEAST_EMOM_REST
        if bout.side and room > 0:
            left, right = (replace(bout, side=side) for side in Side)
            switch = Phase(Kind.SWITCH, right, left, bout.exercise.switch_ms)
            room = (room - self.lay_out(switch).length) // 2
        return max(0, room)


def _in_a_row(
    make: Callable[[Role, int, str], Cue], items: Iterable[tuple[Role, str]], start: int
) -> list[Cue]:
    """Phrases or tones one after another, a breath between them."""
    cues: list[Cue] = []
    for role, what in items:
        cues.append(make(role, cues[-1].end + BREATH if cues else start, what))
    return cues


def _tones(phase: Phase) -> list[tuple[Role, str]]:
    """The tones that open a phase without work."""
    tones = [(Role.STOP, "stop")] if phase.before else []
    if phase.kind is Kind.INTRO:
        tones.append((Role.CHIME, "chime"))
    elif phase.kind is Kind.SWITCH:
        tones.append((Role.SWITCH, "switch"))
    elif phase.kind is Kind.FINISH:
        tones.append((Role.FINISH, "finish"))
    elif phase.memory.halfway:
        tones.append((Role.HALFWAY, "halfway"))
    return tones
