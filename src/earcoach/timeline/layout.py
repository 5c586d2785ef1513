"""The inside of one phase: its tones and phrases, so that speech fits and work is exact.

Everything here is a pure function of a phase, the pacing and the lengths of phrases.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from earcoach.language.words import Words
from earcoach.plan.phases import Bout, Finish, Gap, Intro, Phase, PhaseKind, Plan, Side, Work
from earcoach.plan.planning import on_side, switch
from earcoach.timeline.ahead import Ahead
from earcoach.timeline.arranging import BREATH, layout_of
from earcoach.timeline.calls import COUNTDOWN_LENGTH, SECOND, Caller
from earcoach.timeline.cues import (
    IMPORTANCE,
    Content,
    Cue,
    Layout,
    Lengths,
    Measure,
    Phrase,
    Role,
    Tone,
)
from earcoach.timeline.estimate import Estimate, GuessedSounds
from earcoach.timeline.opening import OPENING
from earcoach.timeline.pacing import Pacing
from earcoach.timeline.wording.lines import Line, finish_line, gap_lines, intro_line
from earcoach.timeline.wording.told import NOTHING, Told, ToldBefore
from earcoach.timeline.work import WorkScheduler, work_sound_of
from earcoach.units import frames_of_ms

LEAST_EMOM_REST = 5 * SECOND
QUIET_BEFORE_CALL = 2 * SECOND
ANY_VOICE = 1.25
"""So much slower than guessed hardly any voice says a form cue."""


@dataclass(frozen=True, eq=False, kw_only=True)
class PhaseScheduler:
    """Lays out phases with one pacing, in the words of one language and by one voice."""

    plan: Plan
    """All phases there are."""
    pacing: Pacing
    """How fast they go."""
    words: Words
    """The words of the coach."""
    sounds: Measure
    """How long everything is that can be heard."""
    guessed: GuessedSounds
    """How long it may be, as long as nobody knows."""
    told: ToldBefore
    """What is told about each stretch of its work."""

    @cached_property
    def estimate(self) -> Estimate:
        """About how long the phases last, as the introduction tells before they are known."""
        guessing = replace(self, sounds=self.guessed)
        later = tuple(guessing._lengths_of(self.plan.phases[1:]))
        return Estimate((guessing._introduction(Estimate(later)).length, *later))

    def lay_out(self, phase: Phase, *, since_interval: int = 0) -> Layout:
        """The layout of a phase; `since_interval` is the time since an EMOM's interval began."""
        match phase:
            case Intro():
                return self._introduction(self.estimate)
            case Gap():
                told = self.told.get(phase.bout.address, NOTHING)
                return self._gap(phase, told, since_interval)
            case Work(bout=bout, then=then):
                inside, _ = self._form_cues(bout)
                room, coming = self._room(bout), self._ahead.coming(then)
                work = work_sound_of(bout, self.words, room=room, cues=inside, coming=coming)
                return self._worker.lay_out(work)
            case Finish():
                tones = [(Role.STOP, Tone("stop")), (Role.FINISH, Tone("finish"))]
                return self._spoken(tones, finish_line(self.plan, self.words))

    def countdown(self) -> Layout:
        """A 3-2-1 by itself, to come back into work with."""
        caller = Caller(self.plan.routine.coaching, self.words, self._lengths)
        return layout_of(COUNTDOWN_LENGTH, caller.countdown(COUNTDOWN_LENGTH, not_before=0))

    def _lengths_of(self, phases: Iterable[Phase]) -> Iterator[int]:
        since = 0
        for phase in phases:
            since = since_interval(phase, since)
            length = self.lay_out(phase, since_interval=since).length
            since += length
            yield length

    @cached_property
    def _lengths(self) -> Lengths:
        return Lengths(self.sounds)

    @cached_property
    def _worker(self) -> WorkScheduler:
        return WorkScheduler(pacing=self.pacing, words=self.words, lengths=self._lengths)

    @cached_property
    def _guessing(self) -> WorkScheduler:
        lengths = Lengths(self.guessed.slower(ANY_VOICE))
        return WorkScheduler(pacing=self.pacing, words=self.words, lengths=lengths)

    @cached_property
    def _ahead(self) -> Ahead:
        return Ahead(words=self.words, lengths=self._lengths, pacing=self.pacing)

    # -- phases without work ---------------------------------------------------------------

    def _introduction(self, estimate: Estimate) -> Layout:
        """What the session is, and about how long."""
        line = intro_line(self.plan, self.words, estimate.length_s)
        return self._spoken([(Role.CHIME, Tone(OPENING))], line)

    def _spoken(self, tones: Sequence[tuple[Role, Tone]], line: Line) -> Layout:
        """The beginning or the end: some tones, and all that there is to say."""
        opening = self._in_a_row(tones, 0)
        said = (line.role, Phrase(line.texts[0]))
        speech = self._in_a_row([said], opening[-1].end + BREATH)
        return layout_of(speech[-1].end + BREATH, [*opening, *speech])

    def _gap(self, gap: Gap, told: Told, since_interval: int) -> Layout:
        opening = self._in_a_row(_tones(gap, told), 0)
        lead = opening[-1].end + BREATH if opening else 0
        tail = max(self.pacing.frames(gap.ready_ms), COUNTDOWN_LENGTH + BREATH)
        length = self._gap_length(gap, since_interval)
        speech = self._in_a_row(self._fitted(gap, told, length - lead - tail), lead)
        spoken_until = speech[-1].end if speech else lead
        if not gap.exact:
            length = max(length, spoken_until + tail)
        ending = self._ending(gap, length, speech[-1].end if speech else 0)
        return layout_of(length, [*opening, *speech, *ending])

    def _gap_length(self, gap: Gap, since_interval: int) -> int:
        if gap.interval_ms:
            left = frames_of_ms(gap.interval_ms) - since_interval
            return max(left, COUNTDOWN_LENGTH)
        if gap.exact:
            return self.pacing.work_frames(gap.length_ms)
        return self.pacing.frames(gap.length_ms)

    def _fitted(self, gap: Gap, told: Told, room: int) -> list[tuple[Role, Phrase]]:
        """The wording of each line: shorter where time is short, the least important first.

        A new exercise or side is always announced in full, because the pause may stretch; only an
        exact one drops a line.
        """
        _, cues = self._form_cues(gap.bout)
        told = replace(told, cues=cues)
        lines = [*gap_lines(gap, told, self.words), *self._ahead.unnamed(gap)]
        if (gap.new_exercise or gap.kind is PhaseKind.SWITCH) and not gap.exact:
            return [(line.role, Phrase(line.texts[0])) for line in lines]
        wordings = [list(line.texts) for line in lines]
        by_importance = sorted(range(len(lines)), key=lambda i: IMPORTANCE[lines[i].role])

        def too_long() -> bool:
            return sum(self._lengths.phrase(w[0]) + BREATH for w in wordings if w) > room

        for keep in (1, 0) if gap.exact else (1,):
            for index in by_importance:
                while len(wordings[index]) > keep and too_long():
                    del wordings[index][0]
        return [(line.role, Phrase(w[0])) for line, w in zip(lines, wordings, strict=True) if w]

    def _ending(self, gap: Gap, length: int, spoken_until: int) -> Iterator[Cue]:
        """The end of a pause: a call at ten seconds when it is quiet by then, and 3-2-1."""
        caller = Caller(gap.bout.exercise.coaching, self.words, self._lengths)
        if length - 10 * SECOND - spoken_until >= QUIET_BEFORE_CALL:
            yield from caller.in_silence(spoken_until, length)
            yield from caller.ten_seconds(length)
        yield from caller.countdown(length, not_before=spoken_until)

    # -- work ------------------------------------------------------------------------------------

    def _form_cues(self, bout: Bout) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The form cues that find room inside the work, and those that are said before it.

        By lengths that are guessed, so that every voice says the same.
        """
        cues = self.told.get(bout.address, NOTHING).cues
        if not cues or bout.block.open:
            return (), cues
        work = work_sound_of(bout, self.words, room=self._room(bout), cues=cues)
        fit = {cue.what for cue in self._guessing.lay_out(work).cues}
        inside = tuple(cue for cue in cues if Phrase(cue) in fit)
        return inside, tuple(cue for cue in cues if cue not in inside)

    def _room(self, bout: Bout) -> int:
        """Frames that the reps of an EMOM must fit into, 0 elsewhere: its minute less a rest."""
        room = frames_of_ms(bout.block.interval_ms) - LEAST_EMOM_REST
        if bout.side and room > 0:
            left, right = (on_side(bout, side) for side in Side)
            change = self._gap(switch(left, right), NOTHING, 0)
            room = (room - change.length) // 2
        return max(0, room)

    def _in_a_row(self, items: Iterable[tuple[Role, Content]], start: int) -> list[Cue]:
        """Phrases or tones one after another, a breath between them."""
        cues: list[Cue] = []
        for role, what in items:
            onset = cues[-1].end + BREATH if cues else start
            cues.append(self._lengths.heard(role, onset, what))
        return cues


def since_interval(phase: Phase, since: int) -> int:
    """Frames since an EMOM's interval began, at the start of a phase before which it was `since`.

    The first side of a set begins an interval.
    """
    return 0 if isinstance(phase, Work) and phase.opens_set else since


def _tones(gap: Gap, told: Told) -> Iterator[tuple[Role, Tone]]:
    """The tones that open a pause."""
    if gap.before:
        yield Role.STOP, Tone("stop")
    if gap.kind is PhaseKind.SWITCH:
        yield Role.SWITCH, Tone("switch")
    elif told.halfway:
        yield Role.HALFWAY, Tone("halfway")
