"""Every form of a dose as people write it, and what it means: one table for both readers."""

import json
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

import pytest
from conftest import CheckGolden

from earcoach import loads
from earcoach.language.words import Words
from earcoach.plan.phases import Bout, PhaseKind, Work
from earcoach.plan.planning import make_plan
from earcoach.routine.model import (
    Breaths,
    Calories,
    Distance,
    HeldReps,
    LengthUnit,
    Level,
    OpenReps,
    Prescribed,
    Range,
    Reps,
    Sides,
    Tempo,
    Timed,
    Until,
)
from earcoach.routine.prescription import Misread, Prescription, parse_prescription, scan
from earcoach.routine.wording import words_of
from earcoach.timeline.wording.doses import dose as spoken_dose, duration
from earcoach.timeline.wording.titles import shown_amount

TEN = Reps(Range(10, 10))
THREE = Range(3, 3)
M, KM, MILE, YD = LengthUnit.METRE, LengthUnit.KILOMETRE, LengthUnit.MILE, LengthUnit.YARD


def reps(*numbers: int) -> tuple[Reps, ...]:
    return tuple(Reps(Range(number, number)) for number in numbers)


def work(low_s: float, high_s: float | None = None) -> Timed:
    return Timed(Range(round(1000 * low_s), round(1000 * (high_s or low_s))), hold=False)


def hold(low_s: int, high_s: int | None = None) -> Timed:
    return Timed(Range(1000 * low_s, 1000 * (high_s or low_s)), hold=True)


def held(count: int, hold_s: int) -> HeldReps:
    return HeldReps(count=Range(count, count), hold_ms=Range(1000 * hold_s, 1000 * hold_s))


def way(metres: int, amount: str, unit: LengthUnit) -> Distance:
    return Distance(metres=Range(metres, metres), amount=amount, unit=unit)


def says(*doses: Prescribed, sets: int | None = None, **more: object) -> Prescription:
    many = None if sets is None else Range(sets, sets)
    return Prescription(sets=many, doses=doses, **more)  # type: ignore[arg-type]


def rest(*seconds: int) -> tuple[Range, ...]:
    return tuple(Range(1000 * each, 1000 * each) for each in seconds)


EACH, TURNS = Sides.EACH, Sides.ALTERNATING

GERMAN = "German"
GROUPS: dict[str, dict[str, Prescription]] = {
    "Sets and reps": {
        "3 sets x 12": says(*reps(12), sets=3),
        "3 sets, 12 reps": says(*reps(12), sets=3),
        "12 reps x 3 sets": says(*reps(12), sets=3),
        "12 x 3 sets": says(*reps(12), sets=3),
        "12 reps, 3 sets": says(*reps(12), sets=3),
        "12 reps x 3": says(*reps(12), sets=3),
        "three sets of ten": says(TEN, sets=3),
        "one set of twenty-five reps": says(*reps(25), sets=1),
        "a dozen": says(*reps(12)),
        "3 x 12-rep": says(*reps(12), sets=3),
        "2 sets (3 reps each)": says(*reps(3), sets=2),
        "8 or 10 reps": says(Reps(Range(8, 10))),
        "about 10": says(TEN),
        "~10 reps": says(TEN),
        "5 times": says(*reps(5)),
        "1,000 reps": says(*reps(1000)),
        "1.000 reps": says(*reps(1000)),
    },
    "A number for each set": {
        "10, 8, 6": says(*reps(10, 8, 6), sets=3),
        "10,8,6": says(*reps(10, 8, 6), sets=3),
        "10-8-6-4-2": says(*reps(10, 8, 6, 4, 2), sets=5),
        "12/10/8 reps": says(*reps(12, 10, 8), sets=3),
        "21-15-9": says(*reps(21, 15, 9), sets=3),
        "1-2-3-4-5": says(*reps(1, 2, 3, 4, 5), sets=5),
        "15-12": says(*reps(15, 12), sets=2),
        "3 x 10, 8, 6": says(*reps(10, 8, 6), sets=3),
        "12-15, 10-12, 8-10": says(
            Reps(Range(12, 15)), Reps(Range(10, 12)), Reps(Range(8, 10)), sets=3
        ),
        "2 x 10, 2 x 6": says(*reps(10, 10, 6, 6), sets=4),
        "30s, 45s, 60s": says(work(30), work(45), work(60), sets=3),
        "30, 45, 60 s": says(work(30), work(45), work(60), sets=3),
        "8, 8, max": says(*reps(8, 8), OpenReps(), sets=3),
        "8, 8, 8, AMRAP": says(*reps(8, 8, 8), OpenReps(), sets=4),
        "10/8/to failure": says(*reps(10, 8), OpenReps(until=Until.FAILURE), sets=3),
        "3 x 12, 10, max reps": says(*reps(12, 10), OpenReps(), sets=3),
        "5, 5, 5+": says(*reps(5, 5), OpenReps(at_least=5), sets=3),
    },
    "Two numbers for two sides": {
        "10/10": says(TEN, sides=EACH),
        "3 x 10/10": says(TEN, sets=3, sides=EACH),
        "10R + 10L": says(TEN, sides=EACH),
        "10 R then 10 L": says(TEN, sides=EACH),
        "ten with the right, ten with the left": says(TEN, sides=EACH),
    },
    "As many as possible": {
        "3 sets to failure": says(OpenReps(until=Until.FAILURE), sets=3),
        "max reps": says(OpenReps()),
        "AMRAP": says(OpenReps()),
        "3 x as many as possible": says(OpenReps(), sets=3),
        "10+": says(OpenReps(at_least=10)),
        "10+ reps": says(OpenReps(at_least=10)),
        "3 x 10 or more": says(OpenReps(at_least=10), sets=3),
        "at least 10": says(OpenReps(at_least=10)),
    },
    "Held reps, and holds that stand by themselves": {
        "3 x 10, 5s hold": says(held(10, 5), sets=3),
        "10 reps, hold 5s": says(held(10, 5)),
        "10 reps with a 5-second hold": says(held(10, 5)),
        "hold 5 s, 10 reps": says(held(10, 5)),
        "hold for 5 seconds, repeat 10 times": says(held(10, 5)),
        "5s hold x 10": says(held(10, 5)),
        "3 x 10 x 5 sec hold": says(held(10, 5), sets=3),
        "hold 5 sec x 10 x 3": says(held(10, 5), sets=3),
        "3 x 8, 2-second pause": says(held(8, 2), sets=3),
        "3 x 8 with a 2 s pause at the bottom": says(held(8, 2), sets=3),
        "10, 3s hold at the top": says(held(10, 3)),
        "3 x max, 2 s pause": says(OpenReps(), sets=3, notes=("2 s pause",)),
        "hold 30 s, repeat 3 times": says(hold(30), sets=3),
        "hold 30s": says(hold(30)),
        "hold 20 to 30 secs": says(hold(20, 30)),
        "30s hold x 3": says(hold(30), sets=3),
        "3 x 10s hold": says(hold(10), sets=3),
    },
    "Breaths": {
        "5 breaths": says(Breaths(count=Range(5, 5))),
        "3 x 8-10 slow breaths": says(Breaths(count=Range(8, 10)), sets=3),
        "hold for 5 breaths": says(Breaths(count=Range(5, 5))),
    },
    "Distances and calories": {
        "400 m": says(way(400, "400", M)),
        "400m": says(way(400, "400", M)),
        "40 metres": says(way(40, "40", M)),
        "1 km": says(way(1000, "1", KM)),
        "1,5 km": says(way(1500, "1,5", KM)),
        "1.500 km": says(way(1500, "1.5", KM)),
        "1,500 m": says(way(1500, "1500", M)),
        "1.500 m": says(way(1500, "1500", M)),
        "1.5 miles": says(way(2414, "1.5", MILE)),
        "1/2 mile": says(way(805, "1/2", MILE)),
        "200 yd": says(way(183, "200", YD)),
        "5k": says(way(5000, "5", KM)),
        "8 x 400 m, rest 90s": says(way(400, "400", M), sets=8, rests_ms=rest(90)),
        "6 x 400 m w/ 90s rest": says(way(400, "400", M), sets=6, rests_ms=rest(90)),
        "100-200 m": says(Distance(metres=Range(100, 200), amount="100-200", unit=M)),
        "15 cals": says(Calories(count=Range(15, 15))),
    },
    "Times": {
        "a minute": says(work(60)),
        "x 30 s": says(work(30)),
        "x 30 sec each side x 2": says(work(30), sets=2, sides=EACH),
        "half a minute": says(work(30)),
        "1/2 min": says(work(30)),
        "1½ min": says(work(90)),
        "1,5 min": says(work(90)),
        "1 minute and 30 seconds": says(work(90)),
        "30-second hold": says(hold(30)),
        "30 sec - 1 min": says(work(30, 60)),
        "30 sec. each side": says(work(30), sides=EACH),
        '30"': says(work(30)),
        "1'30\"": says(work(90)),
        "1m30s": says(work(90)),
        "40s on, 20s off": says(work(40), rests_ms=rest(20)),
        "40s work / 20s rest": says(work(40), rests_ms=rest(20)),
        "3 x 45s work, 15s rest": says(work(45), sets=3, rests_ms=rest(15)),
        "8 x 20s/10s": says(work(20), sets=8, rests_ms=rest(10)),
    },
    "Sides": {
        "12 e/s": says(*reps(12), sides=EACH),
        "3x15 e/s": says(*reps(15), sets=3, sides=EACH),
        "12/side": says(*reps(12), sides=EACH),
        "12 per leg": says(*reps(12), sides=EACH, limb="leg"),
        "12 (each side)": says(*reps(12), sides=EACH),
        "12 ea": says(*reps(12), sides=EACH),
        "12 each way": says(*reps(12), sides=EACH),
        "12 each direction": says(*reps(12), sides=EACH),
        "12 L/R": says(*reps(12), sides=EACH),
        "30s both sides": says(work(30), sides=EACH),
        "each leg: 3 x 10": says(TEN, sets=3, sides=EACH, limb="leg"),
        "10 (5 each side)": says(*reps(5), sides=EACH),
        "20 alt": says(*reps(20), sides=TURNS),
        "20 reps total": says(*reps(20)),
        "3 x 20 total, alternating": says(*reps(20), sets=3, sides=TURNS),
        "20 total (10 each leg)": says(TEN, sides=EACH, limb="leg"),
    },
    "Loads and efforts": {
        "3 x 8 @ 60 kg": says(*reps(8), sets=3, loads=("60 kg",)),
        "3 x 8, 24kg": says(*reps(8), sets=3, loads=("24kg",)),
        "12 with 2 x 10 kg": says(*reps(12), loads=("2 x 10 kg",)),
        "5 x 5 @ 70 %": says(*reps(5), sets=5, efforts=("70 %",)),
        "5 x 5 at 70-75% 1RM": says(*reps(5), sets=5, efforts=("70-75% 1RM",)),
        "3 x 8 @ RPE 8": says(*reps(8), sets=3, efforts=("RPE 8",)),
        "3 x 8, 2 RIR": says(*reps(8), sets=3, efforts=("2 RIR",)),
        "3 x 8 bodyweight": says(*reps(8), sets=3, loads=("bodyweight",)),
        "10, 8, 6 @ 60, 65, 70 kg": says(
            *reps(10, 8, 6), sets=3, loads=("60 kg", "65 kg", "70 kg")
        ),
        "65% x 5, 75% x 5, 85% x 5+": says(
            *reps(5, 5), OpenReps(at_least=5), sets=3, efforts=("65%", "75%", "85%")
        ),
        "3 x 8 @ 16kg KB": says(*reps(8), sets=3, loads=("16kg KB",)),
        "3 x 8 w/ 20 kg": says(*reps(8), sets=3, loads=("20 kg",)),
        "5 km easy": says(way(5000, "5", KM), efforts=("easy",)),
        "20 min at an easy pace": says(work(20 * 60), efforts=("easy pace",)),
        "8 x 60kg, 6 x 70kg": says(*reps(8, 6), sets=2, loads=("60kg", "70kg")),
        "40 @ 45/25 lb": says(*reps(40), loads=("45/25 lb",)),
    },
    "Tempo": {
        "5x5 @ 30X1": says(*reps(5), sets=5, tempo=Tempo("3-0-X-1", 3, 0, 1, 1)),
        "5x5 @ 3010": says(*reps(5), sets=5, tempo=Tempo("3-0-1-0", 3, 0, 1, 0)),
        "5x5 (30X2)": says(*reps(5), sets=5, tempo=Tempo("3-0-X-2", 3, 0, 1, 2)),
    },
    "Rests": {
        "3 x 12, 90s rest": says(*reps(12), sets=3, rests_ms=rest(90)),
        "3 x 12, rest 1-2 min": says(*reps(12), sets=3, rests_ms=(Range(60_000, 120_000),)),
        "3 x 12, rest 60 to 90 seconds between sets": says(
            *reps(12), sets=3, rests_ms=(Range(60_000, 90_000),)
        ),
        "3 x 12, rest a minute": says(*reps(12), sets=3, rests_ms=rest(60)),
        "3 x 12, rest 60s/90s": says(*reps(12), sets=3, rests_ms=rest(60, 90)),
        "3 x 12, no rest": says(*reps(12), sets=3, rests_ms=rest(0)),
        "3 x 12 w/o rest": says(*reps(12), sets=3, rests_ms=rest(0)),
        "3 x 12 with a 90 s rest": says(*reps(12), sets=3, rests_ms=rest(90)),
        "3 x 12, 60 s rest between sets, 2 min rest after": says(
            *reps(12), sets=3, rests_ms=rest(60), rest_after_ms=rest(120)[0]
        ),
        "3 x 12, rest 2 min after": says(*reps(12), sets=3, rest_after_ms=rest(120)[0]),
        "3 x 12, 60 s pause": says(*reps(12), sets=3, rests_ms=rest(60)),
        "8 x 20s, 5 s pause": says(work(20), sets=8, rests_ms=rest(5)),
    },
    "Remarks": {
        "3 x 10, 3 x/day": says(TEN, sets=3, notes=("3 x/day",)),
        "10 reps, twice a day": says(TEN, notes=("twice a day",)),
    },
    GERMAN: {
        "3 Sätze à 12 Wiederholungen": says(*reps(12), sets=3),
        "3 x 12 Wdh. je Bein": says(*reps(12), sets=3, sides=EACH, limb="leg"),
        "x 30 Sek. pro Seite": says(work(30), sides=EACH),
        "30 Sek. halten pro Seite": says(hold(30), sides=EACH),
        "12 bis 15, Pause 60 Sekunden": says(Reps(Range(12, 15)), rests_ms=rest(60)),
        "3 x 12, 60 s Pause": says(*reps(12), sets=3, rests_ms=rest(60)),
        "3 x 10, 2 s Pause unten": says(held(10, 2), sets=3),
        "20 wechselnd": says(*reps(20), sides=TURNS),
        "zehn Atemzüge": says(Breaths(count=Range(10, 10))),
        "3 Sätze mit je 10": says(TEN, sets=3),
        "so viele wie möglich": says(OpenReps()),
        "10.000 Meter": says(way(10_000, "10000", M)),
    },
}
FORMS = {text: meant for group in GROUPS.values() for text, meant in group.items()}


@pytest.mark.parametrize("text", FORMS)
def test_the_short_form_means(text: str) -> None:
    assert parse_prescription(text) == FORMS[text]


# -- the page of forms ---------------------------------------------------------------------------

PAGE = Path(__file__).parents[2] / "docs" / "forms.md"
INTRODUCTION = """\
# Forms of a dose

How much of an exercise is done can be written in all these ways, in a [routine](routines.md) and in
a workout in plain words. Of a range the middle is done, unless you ask for another `--level`. In a
routine, a dose with a colon in it stands in quotes: `"each leg: 3 x 10"`.
"""


def test_the_page_tells_how_each_form_is_coached_and_said(check_golden: CheckGolden) -> None:
    tables = [
        f"## {title}\n\n| As written | Coached, set by set | Said |\n|---|---|---|\n"
        + "".join(f"| `{text}` | {' | '.join(coached(text, title))} |\n" for text in group)
        for title, group in GROUPS.items()
    ]
    check_golden(PAGE, "\n".join([INTRODUCTION, *tables]))


def coached(text: str, group: str) -> tuple[str, str]:
    """What becomes of a form: each stretch of work, and its dose as the voice tells it."""
    language = "de" if group == GERMAN else "en"
    dose = json.dumps(text, ensure_ascii=False)
    routine = loads(f"title: Forms\nlanguage: {language}\nexercises:\n  - Move: {dose}\n")
    words = words_of(routine)
    bouts = [phase.bout for phase in make_plan(routine).phases if isinstance(phase, Work)]
    sets = [
        ", ".join(_stretch(bout, words) for bout in of_set)
        for _, of_set in groupby(bouts, key=lambda bout: bout.set)
    ]
    alike = [(each, len(list(same))) for each, same in groupby(sets)]
    one_after_another = "; ".join(_times(number, each) for each, number in alike)
    around = _around(bouts[0], FORMS[text], words)
    return ". ".join([one_after_another, *around]), spoken_dose(bouts[0], words)


def _stretch(bout: Bout, words: Words) -> str:
    side = f"{words.label(bout.side)} " if bout.side else ""
    return side + shown_amount(bout, words)


def _times(number: int, each: str) -> str:
    if number == 1:
        return each
    return f"{number} × ({each})" if "," in each else f"{number} × {each}"


def _around(bout: Bout, meant: Prescription, words: Words) -> Iterator[str]:
    """What goes with all sets: their tempo and rests as prescribed, and what is told of them."""
    if bout.exercise.tempo:
        yield f"Tempo: {bout.exercise.tempo.text}"
    if meant.rests_ms:
        rests = [rest_ms.at(Level.MIDDLE) for rest_ms in meant.rests_ms]
        spans = ", ".join(duration(rest_ms, words) for rest_ms in rests)
        yield f"{words.label(PhaseKind.REST)}: {spans}" if any(rests) else "No rest"
    if meant.rest_after_ms:
        yield f"After it: {duration(meant.rest_after_ms.low, words)}"
    yield from (f"Told: {note}" for note in meant.notes)


CURES = {
    "1 mn": "did you mean `1 min`?",
    "30 m": "write `30 metres` or `30 min`",
    "15 to 12": "write it like `12 to 15`",
    "12, rest 300 m": "write `300 min`",
    "10.5 reps": "did you mean `10` or `11`?",
    "0.5 reps": "did you mean `1`?",
    "5.000 reps": "it is read as 5000: did you mean `5`?",
    "3 x 2.000": "it is read as 2000: did you mean `2`?",
    "1200 reps": "1000 are the most at once: make it several sets",
    "12 slow": "did you mean `12 slow reps`?",
    "AMRAP 12 min": "give it a section of its own with `type: amrap` and `cap: 12 min`",
    "12-minute AMRAP": "give it a section of its own with `type: amrap` and `cap: 12 min`",
    "EMOM 10": "give it a section of its own with `type: emom` and `rounds: 10`",
    "E2MOM x 5": "give it a section of its own with `type: emom`, `every: 2 min` and `rounds: 5`",
    "21-15-9 for time": "give it a section of its own with `type: for time` and `cap: 20 min`",
    "tabata": "give it a section of its own with `type: intervals`, `work: 20s`, `rest: 10s` and "
    "`rounds: 8`",
    "max 20": "write `max`, or `20`",
    "30s/30s": "write `30s work, 30s rest` or `30s each side`",
    "2 x 20s/10s": "write `20s work, 10s rest` or `20s, 10s`",
    "3 x 5s hold x 10": "write sets, reps and how long each is held like `3 x 10, 5s hold`",
    "3 x 20 total": "write what one set is, such as `3 x 10`",
    "20 each leg total": "write what one side does, or `20 alternating` for both together",
    "60s rest, 3 x 12, 90s rest": "a rest after the last set is `rest 2 min after`, one for each "
    "set `rest 60s/90s`",
    "3 x 10, 8": "give one for all sets, or one for each",
}


@pytest.mark.parametrize("text", CURES)
def test_the_cure_is_right(text: str) -> None:
    with pytest.raises(Misread) as caught:
        parse_prescription(text)
    assert caught.value.cure == CURES[text]


SCANNED = {
    "Squat 3x12 with feet wide": ["3x12"],
    "Plank: 3 x 30s hold, rest 15s. Breathe!": ["3 x 30s hold, rest 15s."],
    "Set a timer for 30s and go": ["30s"],
    "Squats 3 x 12, 10 push-ups": ["3 x 12", "10"],
    "Lunge (8 each leg)": ["8 each leg"],
    "2 chairs, 12 squats": ["2", "12"],
    "Part one / km": ["one"],
    "Holds of 30, 45, 60 s": ["30, 45, 60 s"],
    "twenty-five 30-second holds": ["twenty-five 30-second holds"],
    "half marathon pace": ["half marathon pace"],
    "Nothing to do here.": [],
}


@pytest.mark.parametrize("text", SCANNED)
def test_in_a_longer_line_doses_are_read_as_far_as_they_go(text: str) -> None:
    assert [text[found.start : found.end] for found in scan(text)] == SCANNED[text]
