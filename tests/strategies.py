"""Random sessions for hypothesis: routines as values of the model, and voices of any length."""

import zlib
from dataclasses import dataclass, replace
from fractions import Fraction

from heard import Lengths, timeline_in
from hypothesis import strategies as st

from earcoach import Coaching, Counting, Routine, Section, Timeline
from earcoach.audio.tones import default_tones
from earcoach.plan.choices import Choices
from earcoach.plan.planning import make_plan
from earcoach.routine.model import (
    ONCE,
    Breaths,
    Calories,
    Direction,
    Distance,
    Exercise,
    HeldReps,
    LengthUnit,
    Level,
    OpenReps,
    Position,
    Range,
    Reps,
    Sides,
    Tempo,
    Timed,
    Timing,
    Until,
)
from earcoach.timeline.pacing import Pacing

OPEN = (Timing.AMRAP, Timing.FOR_TIME)
TONES = default_tones()


def tone_length(name: str) -> int:
    return len(TONES[name])


names = st.text("abcdef ", min_size=1, max_size=12).map(lambda text: f"Move {text}")
texts = st.text("nopqrs ", min_size=1, max_size=300).map(lambda text: f"Say {text}")
gaps_ms = st.one_of(
    st.sampled_from([0, 1, 100, 999, 2999, 3000, 3001, 5000, 7777]), st.integers(0, 90_000)
)
works_ms = st.one_of(
    st.sampled_from([1000, 5999, 6000, 19_999, 20_000, 30_000]), st.integers(1000, 400_000)
)
paces = st.one_of(
    st.sampled_from([Fraction(1, 2), Fraction(1), Fraction("1.37"), Fraction(2)]),
    st.fractions(Fraction(1, 2), Fraction(2), max_denominator=10_000),
)


@dataclass(frozen=True)
class RandomVoice:
    """Says every text in a time of its own: any length up to `longest_ms`, always the same."""

    seed: int
    longest_ms: int

    def measure(self, text: str) -> int:
        return 1 + zlib.crc32(f"{self.seed} {text}".encode()) % (48 * self.longest_ms)


voices = st.builds(RandomVoice, st.integers(0, 1000), st.sampled_from([200, 700, 1500, 8000]))


def ranges(numbers: st.SearchStrategy[int]) -> st.SearchStrategy[Range]:
    return st.tuples(numbers, numbers).map(lambda ends: Range(min(ends), max(ends)))


counted = st.builds(Reps, ranges(st.integers(1, 25)))
timed = st.builds(Timed, ranges(works_ms), hold=st.booleans())
held = st.builds(
    HeldReps,
    count=ranges(st.integers(1, 8)),
    hold_ms=ranges(st.sampled_from([1000, 2000, 5000, 14_000])),
)
breaths = st.builds(Breaths, count=ranges(st.integers(1, 8)))
distances = st.builds(
    Distance,
    metres=st.integers(10, 2000).map(lambda metres: Range(metres, metres)),
    amount=st.just("400"),
    unit=st.sampled_from(LengthUnit),
)
calories = st.builds(Calories, count=ranges(st.integers(1, 40)))
open_reps = st.builds(
    OpenReps, until=st.sampled_from(Until), at_least=st.sampled_from([0, 0, 5, 10])
)
doses = st.one_of(counted, timed, held, breaths, distances, calories, open_reps)


tempos = st.builds(Tempo, st.just(""), st.integers(1, 4), *[st.integers(0, 4)] * 3)


def exercises() -> st.SearchStrategy[Exercise]:
    return st.builds(
        Exercise,
        name=names,
        sets=ranges(st.integers(1, 3)),
        doses=st.lists(doses, min_size=1, max_size=1).map(tuple),
        sides=st.sampled_from(Sides),
        limb=st.sampled_from(["side", "leg", "foot"]),
        beat_ms=st.one_of(st.sampled_from([500, 2000, 3000]), st.integers(500, 12_000)),
        rests_ms=st.lists(ranges(gaps_ms), min_size=1, max_size=2).map(tuple),
        rest_after_ms=st.none() | ranges(gaps_ms),
        switch_ms=gaps_ms,
        get_ready_ms=gaps_ms,
        equipment=st.lists(st.sampled_from(["mat", "band"]), unique=True, max_size=2).map(tuple),
        position=st.none() | st.sampled_from(Position),
        setup=st.none() | texts,
        later_setups=st.lists(texts, max_size=2).map(tuple),
        cues=st.lists(texts, max_size=3).map(tuple),
        starts=st.sampled_from(Direction),
        coaching=st.sampled_from(Coaching),
        counting=st.sampled_from(Counting),
        own_pace=st.sampled_from([False, False, False, True]),
        tempo=st.none() | tempos,
        notes=st.lists(texts, max_size=1).map(tuple),
        warnings=st.lists(texts, max_size=1).map(tuple),
        loads=st.sampled_from([(), ("24 kg",), ("60 kg", "70 kg")]),
        breath_ms=st.integers(2000, 8000),
    ).map(at_tempo)


def at_tempo(exercise: Exercise) -> Exercise:
    """A tempo makes the beat."""
    tempo = exercise.tempo
    return exercise if tempo is None else replace(exercise, beat_ms=tempo.beat_ms)


@st.composite
def sections(draw: st.DrawFn, timings: tuple[Timing, ...], deepest: int = 0) -> Section:
    timing = draw(st.sampled_from(timings))
    once = timing is Timing.SUPERSET
    items = exercises()
    if deepest and timing in (Timing.STRAIGHT, Timing.CIRCUIT):
        items = st.one_of(items, items, items, sections(tuple(Timing), deepest - 1))
    return Section(
        name=draw(names),
        exercises=tuple(draw(st.lists(items, min_size=1, max_size=3))),
        timing=timing,
        rounds=ONCE if once else draw(ranges(st.integers(1, 3))),
        rest_after_ms=draw(st.none() | ranges(gaps_ms)),
        rest_between_rounds_ms=draw(gaps_ms),
        interval_ms=draw(st.integers(10_000, 150_000)) if timing is Timing.EMOM else 0,
        cap_ms=draw(st.integers(10_000, 600_000)) if timing in OPEN else 0,
        setup=draw(st.none() | texts),
        coaching=draw(st.sampled_from(Coaching)),
    )


def routines(timings: tuple[Timing, ...], deepest: int = 0) -> st.SearchStrategy[Routine]:
    """Routines of sections of these timings, with blocks in them as deep as that."""
    parts = st.lists(sections(timings, deepest), min_size=1, max_size=3).map(tuple)
    coaching = st.sampled_from(Coaching)
    equipment = st.just(("mat", "band"))
    languages = st.sampled_from([None, "en", "de"])
    return st.builds(
        Routine,
        title=names,
        sections=parts,
        equipment=equipment,
        coaching=coaching,
        language=languages,
    )


@dataclass(frozen=True)
class Session:
    """A routine with everything that decides when it is heard."""

    routine: Routine
    level: Level
    voice: RandomVoice
    pacing: Pacing
    coaching: Coaching | None
    counting: Counting | None

    def timeline(self) -> Timeline:
        choices = Choices(level=self.level, coaching=self.coaching, counting=self.counting)
        plan = make_plan(self.routine, choices)
        return timeline_in(plan, Lengths(self.voice.measure, tone_length), pacing=self.pacing)


def sessions(*timings: Timing) -> st.SearchStrategy[Session]:
    """Sessions of sections of these timings, or of all."""
    return st.builds(
        Session,
        routines(timings or tuple(Timing), deepest=0 if timings else 1),
        st.sampled_from(Level),
        voices,
        st.builds(Pacing, pace=paces, pace_holds=st.booleans()),
        st.none() | st.sampled_from(Coaching),
        st.none() | st.sampled_from(Counting),
    )


def without_pauses(session: Session) -> Session:
    """The same session with moving work in it alone, one stretch at once after another."""

    def moving(exercise: Exercise) -> Exercise:
        low, high = (20 * len(exercise.name) * 100 + 1000 * end for end in (1, 9))
        return replace(
            exercise,
            doses=(Timed(Range(low, high), hold=False),),
            sides=Sides.BOTH,
            own_pace=False,
            rests_ms=(Range(0, 0),),
            rest_after_ms=None,
        )

    sections_ = tuple(
        replace(
            section,
            exercises=tuple(moving(exercise) for exercise in section.every_exercise()),
            rest_between_rounds_ms=0,
            rest_after_ms=None,
        )
        for section in session.routine.sections
    )
    return replace(session, routine=replace(session.routine, sections=sections_))
