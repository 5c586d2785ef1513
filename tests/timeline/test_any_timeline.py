"""What holds in every session: speech that overlaps none, work that is exact, phases that tile."""

from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise

import pytest
from heard import bout_of, text_of, tone_of
from hypothesis import given, strategies as st
from strategies import Session, sessions, tone_length, without_pauses
from timed import SECOND, heard, many_sessions, of_kind, off_by, one_exercise, timeline_of, what

from earcoach import Cue, PlacedPhase
from earcoach.plan.doses import (
    BreathWork,
    CalorieWork,
    CountedReps,
    DistanceWork,
    HeldWork,
    OpenWork,
    TimedWork,
)
from earcoach.plan.phases import Bout, Gap, PhaseKind, Work
from earcoach.routine.model import Timing
from earcoach.timeline.cues import Role
from earcoach.timeline.pacing import Pacing


def overlapping(cues: tuple[Cue, ...]) -> Iterator[tuple[Cue, Cue]]:
    """Speech that begins before the speech before it is over."""
    speech = [cue for cue in cues if cue.kind == "speech"]
    return ((a, b) for a, b in pairwise(speech) if b.onset < a.end)


@many_sessions
@given(sessions())
def test_speech_never_overlaps_speech(session: Session) -> None:
    for placed in session.timeline():
        assert not list(overlapping(placed.layout.cues))


@pytest.mark.parametrize(
    "dose", ["1 x 40s hold", "2 x 12, rest 12s", "1 x 3 min", "1 x 9 each leg"]
)
def test_calls_that_are_too_long_give_way_to_the_countdown(dose: str) -> None:
    timeline = timeline_of(
        one_exercise(dose), phrase=lambda text: 20_000 if len(text) < 6 else 8 * SECOND
    )
    for placed in timeline:
        assert not list(overlapping(placed.layout.cues))
        countdown = [text_of(cue) for cue in heard(placed, Role.COUNTDOWN)]
        assert countdown in ([], ["Three", "Two", "One"])


@many_sessions
@given(sessions())
def test_every_cue_is_inside_its_phase(session: Session) -> None:
    for placed in session.timeline():
        for cue in placed.layout.cues:
            assert 0 <= cue.onset < cue.end <= placed.length


@many_sessions
@given(sessions())
def test_phases_tile_the_session(session: Session) -> None:
    timeline = session.timeline()
    laid_out = list(timeline)
    assert laid_out[0].onset == 0
    assert all(before.end == after.onset for before, after in pairwise(laid_out))
    assert timeline.length == laid_out[-1].end
    assert [placed.phase for placed in laid_out] == list(timeline.plan.phases)


def prescribed(placed: PlacedPhase, pacing: Pacing) -> Fraction:
    """How long work has to be, in frames."""
    bout = bout_of(placed.phase)
    assert bout is not None
    moving_s, timed_s = Fraction(0), Fraction(0)
    match bout.dose:
        case CountedReps(count=count):
            moving_s = Fraction(count * bout.exercise.beat_ms, 1000)
        case HeldWork(count=count, hold_ms=hold_ms):
            moving_s = Fraction(count * bout.exercise.beat_ms, 1000)
            timed_s = Fraction(count * hold_ms, 1000)
        case BreathWork(count=count, breath_ms=breath_ms):
            timed_s = Fraction(count * breath_ms, 1000)
        case TimedWork(length_ms=ms) | DistanceWork(estimate_ms=ms) | CalorieWork(estimate_ms=ms):
            timed_s = Fraction(ms, 1000)
        case OpenWork():
            timed_s = Fraction(45)
    timed_s /= pacing.pace if pacing.pace_holds else 1
    return (moving_s / pacing.pace + timed_s) * SECOND


@many_sessions
@given(sessions())
def test_work_is_exact(session: Session) -> None:
    for placed in of_kind(session.timeline(), PhaseKind.WORK):
        bout, exact = bout_of(placed.phase), prescribed(placed, session.pacing)
        assert bout is not None
        counted = isinstance(bout.dose, CountedReps)
        if counted and bout.block.timing is Timing.EMOM:
            assert placed.length <= exact + 1  # its minute may be too short for all of it
        else:
            holds = bout.dose.count if isinstance(bout.dose, HeldWork) else 0
            assert off_by(placed.length, exact) <= Fraction(1 + holds, 2)


@many_sessions
@given(sessions())
def test_each_held_rep_is_held_for_exactly_its_time(session: Session) -> None:
    for placed in of_kind(session.timeline(), PhaseKind.WORK):
        bout = bout_of(placed.phase)
        if bout and isinstance(bout.dose, HeldWork) and not bout.exercise.own_pace:
            tones = {
                tone: [c.onset for c in placed.layout.cues if tone_of(c) == tone]
                for tone in ("hold", "lower")
            }
            pace = session.pacing.pace if session.pacing.pace_holds else 1
            assert len(tones["hold"]) == len(tones["lower"]) == bout.dose.count
            for begin, end in zip(tones["hold"], tones["lower"], strict=True):
                assert off_by(end - begin, Fraction(bout.dose.hold_ms, 1000) * SECOND / pace) <= 1


def is_named_in(placed: PlacedPhase, bout: Bout) -> bool:
    """Whether a phase says what the work of another is called; an open section has its own name."""
    name = bout.block.name if bout.block.open else bout.exercise.name
    spoken = " ".join(said for cue in placed.layout.cues if (said := text_of(cue)))
    return " ".join(name.split()) in " ".join(spoken.split())


def has_room_to_name(placed: PlacedPhase, bout: Bout, session: Session) -> bool:
    """Whether a pause stretches for speech, or work moves to the clock for longer than a name."""
    match placed.phase:
        case Work(bout=Bout(dose=TimedWork(hold=False), exercise=exercise)):
            name = session.voice.measure(f"{bout.exercise.name.strip()}.")
            return not exercise.own_pace and placed.length >= name + SECOND
        case Gap(exact=exact):
            return not exact
    return False


@many_sessions
@given(st.one_of(sessions(), sessions(Timing.INTERVALS).map(without_pauses)))
def test_each_exercise_is_named_before_it_begins(session: Session) -> None:
    """In the pause before it, or where it follows at once in the last seconds of that work."""
    for before, placed in pairwise(session.timeline()):
        match placed.phase:
            case Work(bout=bout, before=last) if last is None or not last.same_exercise(bout):
                if has_room_to_name(before, bout, session):
                    assert is_named_in(before, bout)


@many_sessions
@given(sessions())
def test_a_countdown_ends_every_pause_with_its_work(session: Session) -> None:
    for pause, work in pairwise(session.timeline()):
        rests = pause.phase.kind is not PhaseKind.WORK and work.phase.kind is PhaseKind.WORK
        if rests and pause.length >= 3 * SECOND:
            onsets = [cue.onset - pause.length for cue in heard(pause, Role.COUNTDOWN)]
            assert onsets == [-3 * SECOND, -2 * SECOND, -SECOND]


@many_sessions
@given(sessions())
def test_a_countdown_is_never_dropped_whatever_else_is_said(session: Session) -> None:
    """In a pause, and at the end of all work by the clock that is long enough."""
    for placed in session.timeline():
        match placed.phase:
            case Work(bout=Bout(dose=TimedWork(hold=True) | OpenWork()) as bout):
                by_the_clock = not bout.exercise.own_pace
            case Work(bout=Bout(dose=TimedWork()) as bout, then=()):  # else a name may need it
                by_the_clock = not bout.exercise.own_pace
            case _:
                by_the_clock = False
        if by_the_clock and placed.length >= 6 * SECOND:
            onsets = [cue.onset - placed.length for cue in heard(placed, Role.COUNTDOWN)]
            assert onsets == [-3 * SECOND, -2 * SECOND, -SECOND]


@many_sessions
@given(sessions())
def test_a_remark_in_the_work_is_whole_and_leaves_room_on_both_sides(session: Session) -> None:
    breath = 48 * 250
    for placed in of_kind(session.timeline(), PhaseKind.WORK):
        others = [c for c in placed.layout.cues if c.role is not Role.TEMPO or c.spoken]
        for remark in heard(placed, Role.CUE, Role.BREATHING):
            assert remark.length == session.voice.measure(text_of(remark) or "")
            assert remark.end + breath <= placed.length
            for cue in others:
                apart = cue.end + breath <= remark.onset or remark.end + breath <= cue.onset
                assert cue is remark or apart


def test_no_remark_is_said_into_a_number_that_is_longer_than_its_rep() -> None:
    text = one_exercise("1 x 8, beat 5s\n    coaching: full\n    cues: Knees out")
    timeline = timeline_of(text, phrase=lambda said: 72_000 if "Knees" in said else 360_000)
    (work,) = of_kind(timeline, PhaseKind.WORK)
    spoken = [cue for cue in work.layout.cues if cue.spoken]
    assert [text_of(cue) for cue in spoken] == ["1", "3", "5", "Knees out.", "7"]
    assert all(before.end + 12_000 <= cue.onset for before, cue in pairwise(spoken))


@many_sessions
@given(sessions())
def test_go_opens_the_work_and_stop_the_pause_behind_it(session: Session) -> None:
    for before, placed in pairwise(session.timeline()):
        sound = "go" if placed.phase.kind is PhaseKind.WORK else "stop"
        first = placed.layout.cues[0] if placed.layout.cues else None
        if before.phase.kind is not PhaseKind.INTRO and placed.length >= tone_length(sound):
            assert first is not None and (tone_of(first), first.onset) == (sound, 0)


@many_sessions
@given(sessions(Timing.STRAIGHT, Timing.CIRCUIT, Timing.AMRAP, Timing.FOR_TIME))
def test_what_is_new_is_named_in_every_pause_that_may_stretch(session: Session) -> None:
    for placed in session.timeline():
        phase = placed.phase
        if (
            phase.kind in (PhaseKind.REST, PhaseKind.PREPARE)
            and phase.new_exercise
            and bout_of(phase)
        ):
            said = " ".join(what(cue) for cue in placed.layout.cues)
            assert bout_of(phase).exercise.name in said
