"""The short form of a dose: what it means, what it refuses, and that it equals the long form."""

from dataclasses import dataclass, replace

import pytest
from hypothesis import example, given, settings, strategies as st

from earcoach import Exercise, loads
from earcoach.routine.model import ONCE, OpenReps, Prescribed, Range, Reps, Sides, Tempo, Timed
from earcoach.routine.prescription import (
    Cursor,
    Misread,
    Prescription,
    duration_of,
    parse_prescription,
)

often = settings(max_examples=105)


def reps(low: int, high: int | None = None) -> Reps:
    return Reps(Range(low, high or low))


def timed(low_s: int, high_s: int | None = None, *, hold: bool = False) -> Timed:
    return Timed(Range(1000 * low_s, 1000 * (high_s or low_s)), hold)


def of(sets: int, *doses: Prescribed, **more: object) -> Prescription:
    many = Range(sets, sets) if sets else None
    return replace(Prescription(sets=many, doses=doses), **more)  # type: ignore[arg-type]


SIDES = {"sides": Sides.EACH}
LEGS = {"sides": Sides.EACH, "limb": "leg"}
TURNS = {"sides": Sides.ALTERNATING}

MEANINGS: dict[str, Prescription] = {
    # counts
    "12": of(0, reps(12)),
    "12 reps": of(0, reps(12)),
    "1 rep": of(0, reps(1)),
    "12-15": of(0, reps(12, 15)),
    "12 to 15 reps": of(0, reps(12, 15)),
    "max": of(0, OpenReps()),
    "3 x max reps": of(3, OpenReps()),
    # sets
    "3x12": of(3, reps(12)),
    "3 X 12": of(3, reps(12)),
    "3×12": of(3, reps(12)),
    "3 sets of 12": of(3, reps(12)),
    "1 set of 12 reps": of(1, reps(12)),
    "2-3 x 12-15": Prescription(sets=Range(2, 3), doses=(reps(12, 15),)),
    "2–3 × 12–15": Prescription(sets=Range(2, 3), doses=(reps(12, 15),)),
    "2—3 x 12—15": Prescription(sets=Range(2, 3), doses=(reps(12, 15),)),
    # durations
    "30s": of(0, timed(30)),
    "3 x 20-30 sec": of(3, timed(20, 30)),
    "3 x 1-2 min": of(3, timed(60, 120)),
    "2 x 1:30": of(2, timed(90)),
    "1:02:03": of(0, timed(3723)),
    "1.5 min": of(0, timed(90)),
    "2000s": of(0, timed(2000)),
    "2 x 1 min 30 s": of(2, timed(90)),
    "1 h 1 m 1 s": of(0, timed(3661)),
    "3 x 2.001s": of(3, Timed(Range(2001, 2001), hold=False)),
    # holds
    "3 x 30s hold": of(3, timed(30, hold=True)),
    "30s each side, hold": of(0, timed(30, hold=True), **SIDES),
    "3 holds of 20-30s": of(3, timed(20, 30, hold=True)),
    "20-30s holds": of(0, timed(20, 30, hold=True)),
    # sides
    "8 each": of(0, reps(8), **SIDES),
    "8 each side": of(0, reps(8), **SIDES),
    "8 each leg": of(0, reps(8), **LEGS),
    "2 x 8 reps per leg": of(2, reps(8), **LEGS),
    "2 x 8 on each leg": of(2, reps(8), **LEGS),
    "2 x 8 for every leg": of(2, reps(8), **LEGS),
    "8 per foot": of(0, reps(8), sides=Sides.EACH, limb="foot"),
    "20 alternating feet": of(0, reps(20), sides=Sides.ALTERNATING, limb="foot"),
    "20 alternating": of(0, reps(20), **TURNS),
    "20, alternately": of(0, reps(20), **TURNS),
    "20 both": of(0, reps(20), sides=Sides.BOTH),
    "max each leg": of(0, OpenReps(), **LEGS),
    # each and alternating: the full dose for both sides, in turn
    "10 each leg, alternating": of(0, reps(20), sides=Sides.ALTERNATING, limb="leg"),
    "10 alternating each leg": of(0, reps(20), sides=Sides.ALTERNATING, limb="leg"),
    "8-10 each alternating": of(0, reps(16, 20), **TURNS),
    "30s each leg, alternating": of(0, timed(60), sides=Sides.ALTERNATING, limb="leg"),
    "max each, alternating": of(0, OpenReps(), **TURNS),
    # rest, beat and tempo
    "3 x 12, rest 45s": of(3, reps(12), rests_ms=(Range(45_000, 45_000),)),
    "3 x 12 rest 1:30": of(3, reps(12), rests_ms=(Range(90_000, 90_000),)),
    "3 x 12, rest 0s": of(3, reps(12), rests_ms=(Range(0, 0),)),
    "12, beat 2.5s": of(0, reps(12), beat_ms=2500),
    "12 reps, 3 s per rep": of(0, reps(12), beat_ms=3000),
    "12 at 1-2s/rep": of(0, reps(12), beat_ms=1500),
    "8, tempo 3-1-1-0": of(0, reps(8), tempo=Tempo("3-1-1-0", 3, 1, 1, 0)),
    "3 x 8, 3110": of(3, reps(8), tempo=Tempo("3-1-1-0", 3, 1, 1, 0)),
    "3 x 8e": of(3, reps(8), sides=Sides.EACH),
    "8 tempo 3110": of(0, reps(8), tempo=Tempo("3-1-1-0", 3, 1, 1, 0)),
    "8 tempo 0310": of(0, reps(8), tempo=Tempo("0-3-1-0", 0, 3, 1, 0)),
    "8 tempo 20XX": of(0, reps(8), tempo=Tempo("2-0-X-X", 2, 0, 1, 1)),
    "8 tempo 30X1": of(0, reps(8), tempo=Tempo("3-0-X-1", 3, 0, 1, 1)),
    "8 tempo 3-1-1": of(0, reps(8), tempo=Tempo("3-1-1-0", 3, 1, 1, 0)),
    "8 tempo 3:1:1:0": of(0, reps(8), tempo=Tempo("3-1-1-0", 3, 1, 1, 0)),
    "8 tempo 3/1/x/0": of(0, reps(8), tempo=Tempo("3-1-X-0", 3, 1, 1, 0)),
    "8 tempo 3 – 1 – 1 – 0": of(0, reps(8), tempo=Tempo("3-1-1-0", 3, 1, 1, 0)),
    "3 x 8 (4-0-2-0 tempo)": of(3, reps(8), tempo=Tempo("4-0-2-0", 4, 0, 2, 0)),
    "3x8, 4-1-1-0 tempo": of(3, reps(8), tempo=Tempo("4-1-1-0", 4, 1, 1, 0)),
    "12, 3010 tempo": of(0, reps(12), tempo=Tempo("3-0-1-0", 3, 0, 1, 0)),
    "8 tempo 30-0-1-0": of(0, reps(8), tempo=Tempo("30-0-1-0", 30, 0, 1, 0)),
    # all together, in any order
    "2-3 x 12-15 each leg, tempo 3-1-1-0, rest 45s": Prescription(
        sets=Range(2, 3),
        doses=(reps(12, 15),),
        tempo=Tempo("3-1-1-0", 3, 1, 1, 0),
        rests_ms=(Range(45_000, 45_000),),
        **LEGS,  # type: ignore[arg-type]
    ),
    "  3 X 8 REST 1 Min EACH Leg  ": of(3, reps(8), rests_ms=(Range(60_000, 60_000),), **LEGS),
}


@pytest.mark.parametrize("text", MEANINGS)
def test_the_short_form_means(text: str) -> None:
    assert parse_prescription(text) == MEANINGS[text]


@dataclass(frozen=True)
class Wrong:
    """What is said of a text, and the part of the text that the caret is under."""

    text: str
    message: str
    under: str
    code: str = "R204"


REFUSED = [
    Wrong("", "a number of reps or a duration is missing", ""),
    Wrong("3 x", "a number of reps or a duration is missing", ""),
    Wrong("3 x many", "a number of reps or a duration is missing", "many"),
    Wrong("3 x ßß", "a number of reps or a duration is missing", "ßß"),
    Wrong("12 each flipper", "`flipper` is not understood here", "flipper"),
    Wrong("12 wide", "`wide` is not understood here", "wide"),
    Wrong("12-", "a range needs a second number", ""),
    Wrong("15 to 12", "a range goes from the smaller to the larger", "15 to 12"),
    Wrong("30-20s", "a range goes from the smaller to the larger", "30-20s"),
    Wrong("12,", "something is missing after the comma", ""),
    Wrong("12,, rest 45s", "`, rest 45s` is not understood here", ","),
    Wrong("12 hold", "a hold needs a duration", "hold"),
    Wrong("3 holds of 12", "a hold needs a duration", "3 holds of 12"),
    Wrong("12 rest", "`rest` needs a duration such as `45s`", ""),
    Wrong("12 rest soon", "`rest` needs a duration such as `45s`", "soon"),
    Wrong("12 tempo", "`tempo` needs four parts such as `3-1-1-0`", ""),
    Wrong("12 rest 45s, rest 50s", "`rest` is said twice", "rest 50s"),
    Wrong("9 tempo 3110 tempo 3110", "`tempo` is said twice", "tempo 3110"),
    Wrong("5 each leg, alternating, each arm", "`each` is said twice", "each arm"),
    Wrong("0", "`0` is not a whole number from 1 to 1000", "0", "R203"),
    Wrong("3 x 1001", "`1001` is not a whole number from 1 to 1000", "1001", "R203"),
    Wrong("2.5 x 12", "`2.5` is not a whole number from 1 to 1000", "2.5", "R203"),
    Wrong("9" * 40, "`999999999999...` is too large", "9" * 40, "R203"),
    Wrong("0.9s", "this is at least `1s`", "0.9s", "R203"),
    Wrong("3 x 0-20s", "this is at least `1s`", "0-20s", "R203"),
    Wrong("3 x 12, beat 0.4s", "this is at least `0.5s`", "0.4s", "R203"),
    Wrong("13 h", "a duration is at most 12 hours", "13 h", "R203"),
    Wrong("12 rest 90", "duration `90` has no unit", "90", "R201"),
    Wrong("12 beat 2-3", "duration `2-3` has no unit", "2-3", "R201"),
    Wrong("12 rest 1:75", "`1:75` is not a time", "1:75", "R202"),
    Wrong("12 rest 2.0001s", "a duration is a whole number of milliseconds", "2.0001s", "R202"),
    Wrong("12 beat 2-3s", "a single duration is needed here, not a range", "2-3s", "R202"),
    Wrong("walk 30 m", "a number of reps or a duration is missing", "walk"),
    Wrong("30 m", "`30 m` may be metres or minutes", "30 m", "R212"),
    Wrong("12, rest 300 m", "`300 m` may be metres or minutes", "300 m", "R212"),
    Wrong("3 x 10, 8", "3 sets have 2 doses here", "10, 8"),
    Wrong(
        "10 R + 8 L", "left and right get the same; write two exercises for two doses", "10 R + 8 L"
    ),
    Wrong("12 (each leg", "a parenthesis has no partner", ""),
    Wrong("3 x 12; 10 reps", "a second dose stands here", "10 reps"),
    Wrong("12 @ 8", "`@ 8` is not understood here", "@"),
    Wrong("8 tempo 3-1", "`3-1` is not a tempo", "3-1", "R207"),
    Wrong("8 tempo 0000", "`0000` is not a tempo", "0000", "R207"),
    Wrong("8 tempo 31-1-1-0", "`31-1-1-0` is not a tempo", "31-1-1-0", "R207"),
    Wrong("8 tempo 3.5-1-1", "`3.5-1-1` is not a tempo", "3.5-1-1", "R207"),
    Wrong("8 tempo 3--1-1-0", "`3--1-1-0` is not a tempo", "3--1-1-0", "R207"),
    Wrong("8 tempo 3-1-1-0 2", "`3-1-1-0 2` is not a tempo", "3-1-1-0 2", "R207"),
    Wrong("8 tempo 0015-1-1-0", "`0015-1-1-0` is not a tempo", "0015-1-1-0", "R207"),
]


@pytest.mark.parametrize("wrong", REFUSED, ids=lambda wrong: wrong.text[:20])
def test_what_is_not_understood_is_refused_at_its_place(wrong: Wrong) -> None:
    with pytest.raises(Misread) as caught:
        parse_prescription(wrong.text)
    error = caught.value
    under = wrong.text[error.offset : error.offset + error.length]
    assert (error.code, error.message, under) == (wrong.code, wrong.message, wrong.under)


WORDS = (
    "3 12 12-15 30s 1:30 1.5 min 45 s h ms max reps hold holds x × sets of to - – , each per on",
    "m km @ kg % RPE ( ) e/s + to failure max breaths repeat times a half ½ , day l r left right",
    "alternating both leg feet tempo 3-1-1-0 30X1 rest beat ß ³ ٣ : / . 0 999999999999 \x1b \ud800",
)
words = st.sampled_from(" ".join(WORDS).split(" "))
nearly_doses = st.lists(words, max_size=10).map(" ".join)


@often
@example("3 x ßßß")
@given(st.one_of(st.text(), nearly_doses, nearly_doses.map(lambda text: text.replace(" ", ""))))
def test_any_text_is_a_dose_or_a_mistake_that_lies_inside_it(text: str) -> None:
    try:
        found = parse_prescription(text)
    except Misread as error:
        assert 0 <= error.offset <= len(text)
        assert error.offset + error.length <= max(len(text), error.offset + 1)
        assert error.length >= 1
    else:
        assert isinstance(found, Prescription)


# -- every way of writing says the same -----------------------------------------------------------

DASHES = ["-", " - ", "–", " – ", "—", " to "]


def counts(most: int) -> st.SearchStrategy[Range]:
    ends = st.tuples(st.integers(1, most), st.integers(1, most))
    return ends.map(lambda pair: Range(min(pair), max(pair))) | st.just(ONCE)


def write_count(draw: st.DrawFn, count: Range) -> str:
    if count.low == count.high:
        return str(count.low)
    return f"{count.low}{draw(st.sampled_from(DASHES))}{count.high}"


def write_duration(draw: st.DrawFn, seconds: int) -> str:
    minutes, rest = divmod(seconds, 60)
    ways = [f"{seconds}s", f"{seconds} sec", f"{seconds}.0 Seconds", f"{minutes}:{rest:02}"]
    ways += [f"{minutes} min {rest} s", f"{minutes}m {rest}s"] if minutes else []
    return draw(st.sampled_from(ways))


@st.composite
def written_doses(draw: st.DrawFn) -> tuple[str, Prescribed]:
    match draw(st.sampled_from(["reps", "max", "time", "range of times"])):
        case "reps":
            count = draw(counts(1000))
            return write_count(draw, count) + draw(st.sampled_from(["", " reps"])), Reps(count)
        case "max":
            return draw(st.sampled_from(["max", "MAX reps"])), OpenReps()
        case "time":
            seconds = draw(st.integers(1, 43_200))
            return write_duration(draw, seconds), timed(seconds)
        case _:
            between = draw(counts(3600))
            unit = draw(st.sampled_from(["s", " secs"]))
            return write_count(draw, between) + unit, timed(between.low, between.high)


@st.composite
def written_tempos(draw: st.DrawFn) -> tuple[str, Tempo]:
    parts = draw(st.lists(st.sampled_from([*"0123456789", "X", "10"]), min_size=4, max_size=4))
    parts[draw(st.integers(0, 3))] = "2"  # so that it takes some time
    signs = ["-", " - ", ":", "/", "–"] if "10" in parts else ["", "-", ":", "/"]
    seconds = [1 if part == "X" else int(part) for part in parts]
    return draw(st.sampled_from(signs)).join(parts), Tempo("-".join(parts), *seconds)


@st.composite
def written_sides(draw: st.DrawFn) -> tuple[str, dict[str, object]]:
    limb = draw(st.sampled_from(["side", "leg", "arm"]))
    name = draw(st.sampled_from([f" {limb}", f" {limb}s"] + ([""] if limb == "side" else [])))
    ways = {
        Sides.EACH: ["each", "per", "on each", "for every"],
        Sides.ALTERNATING: ["alternating", "alternate"],
    }
    sides = draw(st.sampled_from(list(ways)))
    return draw(st.sampled_from(ways[sides])) + name, {"sides": sides, "limb": limb}


@st.composite
def written_prescriptions(draw: st.DrawFn) -> tuple[str, Prescription]:
    """A prescription and one of the ways to write it."""
    sets = draw(counts(99))
    text, dose = draw(written_doses())
    signs = [" x ", " × ", " sets of "] + (["x", "×"] if text[0].isdigit() else [])
    prefix = write_count(draw, sets) + draw(st.sampled_from(signs))
    if sets == ONCE and draw(st.booleans()):
        prefix = ""
    found = Prescription(sets=sets if prefix else None, doses=(dose,))
    modifiers = []
    if isinstance(dose, Timed) and draw(st.booleans()):
        modifiers.append("hold")
        found = replace(found, doses=(replace(dose, hold=True),))
    if draw(st.booleans()):
        words, values = draw(written_sides())
        modifiers.append(words)
        found = replace(found, **values)  # type: ignore[arg-type]
    if draw(st.booleans()):
        words, tempo = draw(written_tempos())
        modifiers.append(f"tempo {words}")
        found = replace(found, tempo=tempo)
    if draw(st.booleans()):
        seconds = draw(st.integers(1, 600))
        modifiers.append(f"beat {write_duration(draw, seconds)}")
        found = replace(found, beat_ms=1000 * seconds)
    if draw(st.booleans()):
        rest = draw(st.integers(1, 600))
        modifiers.append(f"rest {write_duration(draw, rest)}")
        found = replace(found, rests_ms=(Range(1000 * rest, 1000 * rest),))
    glue = draw(st.sampled_from([", ", " ", ","]))
    return glue.join([prefix + text, *draw(st.permutations(modifiers))]), found


@often
@given(written_prescriptions())
def test_every_way_of_writing_a_dose_says_the_same(written: tuple[str, Prescription]) -> None:
    text, meant = written
    assert parse_prescription(text) == meant


# -- durations -------------------------------------------------------------------------------------


@often
@given(st.integers(0, 11), st.integers(0, 59), st.integers(0, 59))
def test_clock_times_and_units_are_schoolbook_arithmetic(h: int, m: int, s: int) -> None:
    ms = (h * 60 * 60 + m * 60 + s) * 1000
    assert duration_of(Cursor(f"{h}:{m:02}:{s:02}")) == ms
    assert duration_of(Cursor(f"{h * 60 + m}:{s:02}")) == ms
    assert duration_of(Cursor(f"{h} hours {m} minutes {s} seconds")) == ms
    assert duration_of(Cursor(f"{h}h{m}m{s}s")) == ms


UNITS_MS = {"s": 1000, "min": 60_000, "h": 3_600_000}


@often
@example(1, "001", "s")  # 1.001 * 1000 is 1000.9999999999999 in floating point
@given(
    st.integers(0, 10),
    st.text("0123456789", min_size=1, max_size=5),
    st.sampled_from(sorted(UNITS_MS)),
)
def test_decimals_are_exact_or_refused(whole: int, decimals: str, unit: str) -> None:
    ms, left = divmod(int(decimals) * UNITS_MS[unit], 10 ** len(decimals))
    cursor = Cursor(f"{whole}.{decimals} {unit}")
    if left:
        with pytest.raises(Misread, match="whole number of milliseconds"):
            duration_of(cursor)
    else:
        assert duration_of(cursor) == whole * UNITS_MS[unit] + ms


# -- the long form says the same -------------------------------------------------------------------

BOTH_FORMS = [
    ("Squat: 3 x 12", "{name: Squat, sets: 3, reps: 12}"),
    ("Squat: 2-3 x 12-15", "{name: Squat, sets: 2-3, reps: 12-15}"),
    ("Squat: max", "{name: Squat, reps: max}"),
    ("Plank: 3 x 20-30s hold", "{name: Plank, sets: 3, hold: 20-30s}"),
    ("Plank: 2 holds of 1:30", "{name: Plank, sets: 2, hold: 1:30}"),
    ("Skip: 2 x 40s", "{name: Skip, sets: 2, work: 40s}"),
    ("Lunge: 8 each leg", "{name: Lunge, reps: 8, sides: each leg}"),
    ("Lunge: 8 per leg, alternating", "{name: Lunge, reps: 16, sides: alternating legs}"),
    ("Squat: 12, rest 45s", "{name: Squat, reps: 12, rest: 45s}"),
    ("Squat: 12, rest 0s", "{name: Squat, reps: 12, rest: 0s}"),
    ("Squat: 12, beat 2.5s", "{name: Squat, reps: 12, beat: 2.5s}"),
    ("Squat: 12, tempo 30X1", "{name: Squat, reps: 12, tempo: 30X1}"),
    ("Squat: 12, tempo 0310", "{name: Squat, reps: 12, tempo: 0310}"),
]
MIXED_FORMS = [
    ("{Lunge: 8 each leg, sides: alternating}", "{name: Lunge, reps: 16, sides: alternating leg}"),
    ("{Lunge: 8 alternating, sides: each leg}", "{name: Lunge, reps: 16, sides: alternating leg}"),
    ("{Squat: 12, sets: 3, get ready: 9s}", "{name: Squat, reps: 12, sets: 3, get_ready: 9s}"),
]


def only_exercise(item: str) -> Exercise:
    return loads(f"title: T\nexercises:\n  - {item}\n").sections[0].exercises[0]


@pytest.mark.parametrize(("short", "long"), BOTH_FORMS + MIXED_FORMS)
def test_the_short_form_equals_the_long_form(short: str, long: str) -> None:
    assert only_exercise(short) == only_exercise(long)
