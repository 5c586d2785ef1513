"""When each thing is heard: exact work, counts on the beat, speech that fits."""

import gc
import random
from collections.abc import Callable
from fractions import Fraction
from itertools import pairwise

import numpy as np
import pytest
from conftest import rough_phrase
from heard import bout_of, text_of, tone_of
from hypothesis import given
from program import CIRCUIT
from strategies import Session, sessions
from timed import (
    PACES,
    SECOND,
    heard,
    many_sessions,
    of_kind,
    off_by,
    one_exercise,
    timeline_of,
    what,
)

from earcoach import MemorySink, Timeline, UsageError
from earcoach.audio.clip import Samples
from earcoach.audio.mixer import Mixer
from earcoach.audio.sounds import Sounds
from earcoach.audio.tones import default_tones
from earcoach.audio.voices.voice import Voice
from earcoach.output.pump import pump
from earcoach.plan.phases import PhaseKind
from earcoach.timeline.cues import Layout, Role
from earcoach.timeline.cuesheet import cue_sheet_json, timestamp
from earcoach.timeline.overview import overview
from earcoach.timeline.pacing import Pacing

TONES = default_tones()


# -- counts ------------------------------------------------------------------------------------


@pytest.mark.parametrize("pace", PACES)
@pytest.mark.parametrize("beat_s", ["2.7", "3", "4.3"])
def test_numbers_come_one_beat_apart_without_drift(pace: str, beat_s: str) -> None:
    text = one_exercise(f"1 x 50, beat {beat_s}s")
    (work,) = of_kind(timeline_of(text, pace=Pacing.parse(pace)), PhaseKind.WORK)
    numbers = heard(work, Role.COUNT)
    beat = Fraction(beat_s) * SECOND / Fraction(pace)
    assert [what(cue) for cue in numbers] == [str(n) for n in range(1, 51)]
    for rep, cue in enumerate(numbers):
        assert off_by(cue.onset - numbers[0].onset, rep * beat) <= Fraction(1, 2)
    assert off_by(work.length, 50 * beat) <= Fraction(1, 2)


@pytest.mark.parametrize("pace", PACES)
@pytest.mark.parametrize("word_ms", [100, 400, 900, 1200])
def test_each_number_is_over_before_its_rep_is(pace: str, word_ms: int) -> None:
    timeline = timeline_of(
        one_exercise("1 x 12, beat 2.5s"), pace=Pacing.parse(pace), phrase=lambda text: 48 * word_ms
    )
    (work,) = of_kind(timeline, PhaseKind.WORK)
    beat = Fraction("2.5") * SECOND / Fraction(pace)
    for rep, cue in enumerate(heard(work, Role.COUNT), start=1):
        assert (rep - 1) * beat < cue.onset < cue.end < rep * beat


@pytest.mark.parametrize(
    ("word_ms", "counts"),
    [
        (400, "1 2 3 4 5 6 7 8 9 10"),
        (700, "1 [tick] 3 [tick] 5 [tick] 7 [tick] 9 [tick]"),
        (1200, "1 [tick] [tick] [tick] [tick] 6 [tick] [tick] [tick] [tick]"),
        (9000, "[tick] [tick] [tick] [tick] [tick] [tick] [tick] [tick] [tick] [tick]"),
    ],
)
def test_numbers_too_long_for_the_beat_are_left_out_and_the_beat_stays(
    word_ms: int, counts: str
) -> None:
    timeline = timeline_of(
        one_exercise("1 x 10, beat 1s"), pace=Pacing.parse("2"), phrase=lambda text: 48 * word_ms
    )
    (work,) = of_kind(timeline, PhaseKind.WORK)
    cues = heard(work, Role.COUNT)
    assert " ".join(what(cue) for cue in cues) == counts
    assert {after.onset - before.onset for before, after in pairwise(cues)} == {SECOND // 2}
    assert work.length == 5 * SECOND


def test_a_tick_of_the_fastest_beat_ends_with_its_rep() -> None:
    timeline = timeline_of(
        one_exercise("1 x 10, beat 500ms"), pace=Pacing.parse("2"), phrase=lambda text: 48 * 700
    )
    (work,) = of_kind(timeline, PhaseKind.WORK)
    for rep, cue in enumerate(heard(work, Role.COUNT), start=1):
        assert tone_of(cue) is None or cue.end <= rep * SECOND // 4


@pytest.mark.parametrize("pace", PACES)
def test_last_one_is_said_between_the_last_two_numbers(pace: str) -> None:
    (work,) = of_kind(
        timeline_of(one_exercise("1 x 8, beat 4s"), pace=Pacing.parse(pace)), PhaseKind.WORK
    )
    before, call, last = work.layout.cues[-3:]
    assert tuple(map(text_of, (before, call, last))) == ("7", "Last one", "8")
    assert before.end < call.onset < call.end < last.onset


@pytest.mark.parametrize("dose", ["1 x 2", "1 x 8, beat 1s"])
def test_last_one_is_not_said_without_room_for_it(dose: str) -> None:
    (work,) = of_kind(timeline_of(one_exercise(dose)), PhaseKind.WORK)
    assert not heard(work, Role.LAST)


# -- holds, found again in the sound -----------------------------------------------------------


def found_in(sound: Samples, tone: Samples) -> list[int]:
    """Every frame of a sound at which a tone begins, bit for bit."""
    peak = int(np.argmax(np.abs(tone)))
    places = (np.flatnonzero(sound == tone[peak]) - peak).tolist()
    return [at for at in places if at >= 0 and np.array_equal(sound[at : at + len(tone)], tone)]


def rendered(make: Callable[[Voice], Timeline], speaker: Voice) -> Samples:
    sink = MemorySink()
    pump(Mixer(make(speaker), Sounds(speaker, TONES)), sink)
    return sink.samples


@pytest.mark.parametrize(
    ("pace", "pace_holds", "frames"),
    [
        ("0.5", False, 1_440_000),
        ("1", False, 1_440_000),
        ("1.37", False, 1_440_000),
        ("2", False, 1_440_000),
        ("0.5", True, 2_880_000),
        ("1.37", True, 1_051_095),  # 1,051,094.89
        ("2", True, 720_000),
    ],
)
def test_a_hold_of_30_seconds_is_exact_between_its_tones_in_the_sound(
    pace: str, pace_holds: bool, frames: int, humming: Voice
) -> None:
    text = one_exercise("2 x 30s hold each side, rest 10s")

    def timeline(speaker: Voice) -> Timeline:
        return timeline_of(
            text, pace=Pacing.parse(pace, pace_holds=pace_holds), phrase=speaker.measure
        )

    sound = rendered(timeline, humming)
    starts, ends = (found_in(sound, TONES[name].samples) for name in ("go", "stop"))
    assert [end - start for start, end in zip(starts, ends, strict=True)] == [frames] * 4


def test_reps_are_exact_between_their_tones_in_the_sound(humming: Voice) -> None:
    text = one_exercise("1 x 7, tempo 2-1-1-0")
    sound = rendered(lambda speaker: timeline_of(text, phrase=speaker.measure), humming)
    (start,), (end,) = (found_in(sound, TONES[name].samples) for name in ("go", "stop"))
    assert end - start == 7 * 4 * SECOND


# -- sides -------------------------------------------------------------------------------------


@pytest.mark.parametrize("pace", PACES)
@pytest.mark.parametrize("dose", ["2 x 8 each leg", "1 x 45s hold each side", "3 x max each arm"])
def test_right_is_worked_exactly_as_left(dose: str, pace: str) -> None:
    works = of_kind(timeline_of(one_exercise(dose), pace=Pacing.parse(pace)), PhaseKind.WORK)
    lefts, rights = works[::2], works[1::2]
    assert [str(bout_of(placed.phase).side) for placed in works if bout_of(placed.phase)] == [
        "left",
        "right",
    ] * len(lefts)
    assert [left.layout for left in lefts] == [right.layout for right in rights]


def test_the_switch_is_told_by_a_tone_and_in_words_and_lasts_as_prescribed() -> None:
    text = one_exercise("2 x 8 each leg") + "    switch: 9s\n"
    switches = of_kind(timeline_of(text), PhaseKind.SWITCH)
    assert [placed.length for placed in switches] == [9 * SECOND] * 2
    for placed, told in zip(switches, ["Switch to your right leg.", "Right leg."], strict=True):
        assert [what(cue) for cue in placed.layout.cues] == [
            "[stop]", "[switch]", told, "Three", "Two", "One",
        ]  # fmt: skip


# -- pace --------------------------------------------------------------------------------------


@pytest.mark.parametrize("pace", PACES)
def test_pace_divides_rests_switches_and_reps_and_leaves_holds(pace: str) -> None:
    text = """
title: Demo
exercises:
  - Split squat: 2 x 6 each leg, rest 60s
    switch: 20s
  - Plank: 1 x 30s hold
"""
    laid_out = list(timeline_of(text, pace=Pacing.parse(pace)))[2:-1]
    seconds = [18, 20, 18, 60, 18, 20, 18, 60]
    for placed, expected in zip(laid_out[:-1], seconds, strict=True):
        assert off_by(placed.length, expected * SECOND / Fraction(pace)) <= Fraction(1, 2)
    assert laid_out[-1].length == 30 * SECOND


@pytest.mark.parametrize("pace", ["0.49", "2.01", "-1", "0", "nan", "inf", "fast", "", "1/0"])
def test_a_pace_out_of_range_is_refused(pace: str) -> None:
    with pytest.raises(UsageError, match="pace"):
        Pacing.parse(pace)


def test_pace_is_taken_as_written() -> None:
    assert Pacing.parse("1.37").pace == Pacing.parse(1.37).pace == Fraction(137, 100)


# -- laziness ----------------------------------------------------------------------------------


def test_the_first_phase_needs_its_own_phrases_only() -> None:
    measured: list[str] = []

    def phrase(text: str) -> int:
        measured.append(text)
        return rough_phrase(text)

    timeline = timeline_of(one_exercise("2 x 8 each leg"), phrase=phrase)
    assert measured == []
    first = timeline[0]
    said = {text_of(cue) for cue in first.layout.cues if text_of(cue)}
    assert set(measured) == said == {"Demo. About 3 minutes."}
    timeline[1]
    assert "Left leg first." in measured
    assert not {"1", "Switch to your right leg."} & set(measured)


@many_sessions
@given(sessions())
def test_phases_are_the_same_in_whatever_order_they_are_asked_for(session: Session) -> None:
    timeline, again = session.timeline(), session.timeline()
    order = list(range(len(timeline)))
    random.Random(len(order)).shuffle(order)
    jumped = {index: again[index] for index in order}
    assert [jumped[index] for index in sorted(order)] == list(timeline)


def test_the_last_phase_can_be_asked_for_first() -> None:
    text = one_exercise("2 x 8")
    assert timeline_of(text)[-1] == list(timeline_of(text))[-1]
    with pytest.raises(IndexError):
        timeline_of(text)[6]


def layouts_after(sets: int) -> int:
    """How many layouts are in memory after a session of n sets was heard."""
    doses = "".join(f"  - Move {n}: 1 x {1 + n % 90} each leg\n" for n in range(sets))
    timeline = timeline_of(f"title: Long\nexercises:\n{doses}")
    assert timeline.length > 0
    return layouts_in_memory()


def layouts_in_memory() -> int:
    gc.collect()
    return sum(isinstance(thing, Layout) for thing in gc.get_objects())


def test_memory_does_not_grow_with_the_session() -> None:
    short, long = layouts_after(300), layouts_after(900)
    assert long <= short


def test_nothing_of_a_session_is_kept_when_it_is_over() -> None:
    before = layouts_in_memory()
    assert timeline_of(one_exercise("2 x 8 each leg")).length > 0
    assert layouts_in_memory() <= before


# -- the cue sheet and what else is made of a timeline -----------------------------------------


@pytest.mark.parametrize(
    ("frames", "text"),
    [
        (0, "0:00.000"),
        (48, "0:00.001"),
        (48_000 * 59 + 47_999, "1:00.000"),
        (48_000 * 3599, "59:59.000"),
        (48_000 * 3661 + 24, "1:01:01.000"),
    ],
)
def test_places_are_written_as_minutes_and_seconds(frames: int, text: str) -> None:
    assert timestamp(frames) == text


def test_the_overview_has_a_row_for_every_exercise() -> None:
    rows = overview(timeline_of(CIRCUIT))
    assert [(row.section, row.exercise, row.dose, row.rounds) for row in rows] == [
        ("Warm-up", "March", "1 minute", 1),
        ("Strength", "Split squat", "8 reps on each leg", 2),
        ("Strength", "Push-up", "10 reps", 2),
    ]


def test_the_overview_names_the_moves_of_what_is_done_as_a_whole() -> None:
    section = "{name: Ten, type: amrap, cap: 10 min, exercises: [Squat: 5, Plank: 20s]}"
    text = f"title: T\nsections:\n  - {section}\n"
    (row,) = overview(timeline_of(text))
    assert (row.exercise, row.dose) == ("5 Squat, 20 seconds of Plank", "10 minutes")


def test_json_has_the_times_of_the_cue_sheet_in_seconds() -> None:
    timeline = timeline_of(one_exercise("1 x 30s hold"))
    told = cue_sheet_json(timeline)
    (work,) = (phase for phase in told["phases"] if phase["kind"] == "work")
    (go,) = (cue for cue in told["cues"] if cue["role"] == "go")
    assert (work["length_s"], work["seconds"], work["hold"]) == (30.0, 30.0, True)
    assert (go["onset_s"], go["sound"], go["text"]) == (work["onset_s"], "go", None)
    assert told["length_s"] == round(timeline.length / 48_000, 6)


AMOUNTS = ("reps", "rep_hold_s", "seconds", "breaths", "distance_m", "calories")


@pytest.mark.parametrize(
    ("dose", "told"),
    [
        ("12", {"reps": 12}),
        ("12, 5s hold", {"reps": 12, "rep_hold_s": 5.0}),
        ("40s", {"seconds": 40.0}),
        ("5 breaths", {"breaths": 5}),
        ("400 m", {"distance_m": 400}),
        ("15 calories", {"calories": 15}),
        ("max", {}),
    ],
)
def test_json_tells_the_amount_in_the_key_of_its_kind(dose: str, told: dict[str, float]) -> None:
    phases = cue_sheet_json(timeline_of(one_exercise(dose)))["phases"]
    (work,) = (phase for phase in phases if phase["kind"] == "work")
    assert {key: work[key] for key in AMOUNTS if work[key] is not None} == told
