"""A reading becomes a routine in the short form, which says what was assumed and doubted."""

from dataclasses import replace
from typing import Any, TypeVar

import pytest
from hypothesis import given, settings, strategies as st

from earcoach.routine.loading import loads
from earcoach.routine.model import (
    Breaths,
    Calories,
    Distance,
    HeldReps,
    LengthUnit,
    OpenReps,
    Prescribed,
    Range,
    Reps,
    Sides,
    Tempo,
    Timed,
    Timing,
    Until,
)
from earcoach.routine.prescription import parse_prescription
from earcoach.written.assuming import completed
from earcoach.written.dose_text import dose_text
from earcoach.written.reading import Given, Origin, ReadExercise, Reading, ReadSection, Remark
from earcoach.written.scoring import reading_json
from earcoach.written.short_form import as_yaml

T = TypeVar("T")


def said(value: T, line: int = 0, origin: Origin = Origin.WRITTEN) -> Given[T]:
    return Given(value=value, line=line, origin=origin)


def exercise(name: str, *doses: Prescribed, **more: Any) -> ReadExercise:
    return ReadExercise(name=said(name), doses=said(doses) if doses else None, **more)


def reading(*exercises: ReadExercise, **section: Any) -> Reading:
    part = ReadSection(name=said("Legs"), exercises=exercises, **section)
    return Reading(title=said("Leg day"), sections=(part,), language="en")


def reps(*counts: int) -> tuple[Reps, ...]:
    return tuple(Reps(Range(count, count)) for count in counts)


THREE = said(Range(3, 3))
SIXTY = Range(60_000, 60_000)
SLOW = Tempo("3-1-1-0", 3, 1, 1, 0)
DOSES = {
    "12": exercise("a", *reps(12)),
    "3 x 8-12": exercise("a", Reps(Range(8, 12)), sets=THREE),
    "10, 8, 6": exercise("a", *reps(10, 8, 6), sets=THREE),
    "max": exercise("a", OpenReps()),
    "3 x max": exercise("a", OpenReps(), sets=THREE),
    "8, 8, max": exercise("a", *reps(8, 8), OpenReps(), sets=THREE),
    "8, 8, to failure": exercise("a", *reps(8, 8), OpenReps(until=Until.FAILURE)),
    "3 sets to failure": exercise("a", OpenReps(until=Until.FAILURE), sets=THREE),
    "10+": exercise("a", OpenReps(at_least=10)),
    "3 x 20-30s hold": exercise("a", Timed(Range(20_000, 30_000), hold=True), sets=THREE),
    "90s": exercise("a", Timed(Range(90_000, 90_000), hold=False)),
    "1-2 min": exercise("a", Timed(Range(60_000, 120_000), hold=False)),
    "30s, 45s, 2 min": exercise(
        "a", *(Timed(Range(ms, ms), hold=False) for ms in (30_000, 45_000, 120_000))
    ),
    "3 x 10, 5s hold": exercise(
        "a", HeldReps(count=Range(10, 10), hold_ms=Range(5000, 5000)), sets=THREE
    ),
    "5 breaths": exercise("a", Breaths(count=Range(5, 5))),
    "20 calories": exercise("a", Calories(count=Range(20, 20))),
    "3 x 400 m": exercise(
        "a", Distance(metres=Range(400, 400), amount="400", unit=LengthUnit.METRE), sets=THREE
    ),
    "30 metres": exercise(
        "a", Distance(metres=Range(30, 30), amount="30", unit=LengthUnit.METRE)
    ),
    "1.5 miles": exercise(
        "a", Distance(metres=Range(2414, 2414), amount="1.5", unit=LengthUnit.MILE)
    ),
    "3 x 8 each leg, rest 60s": exercise(
        "a", *reps(8), sets=THREE, sides=said(Sides.EACH), limb="leg",
        rest_ms=said((SIXTY,)),
    ),
    "10 alternating, tempo 3-1-1-0": exercise(
        "a", *reps(10), sides=said(Sides.ALTERNATING), tempo=said(SLOW)
    ),
    "5 @ 60 kg": exercise("a", *reps(5), loads=said(("60 kg",))),
    "3 x 5 bodyweight": exercise("a", *reps(5), sets=THREE, loads=said(("bodyweight",))),
    "3 x 5 RPE 8, rest 1-2 min": exercise(
        "a", *reps(5), sets=THREE, loads=said(("RPE 8",)), rest_ms=said((Range(60_000, 120_000),))
    ),
}  # fmt: skip


@pytest.mark.parametrize("text", DOSES)
def test_a_dose_is_written_as_people_write_it_and_read_back(text: str) -> None:
    shown = DOSES[text]
    written = dose_text(shown)
    assert written is not None
    assert written.replace("rest 1 min", "rest 60s") == text
    again = parse_prescription(written)
    assert shown.doses and again.doses == shown.doses.value
    assert again.sides == (shown.sides and shown.sides.value)
    assert again.rests_ms == (shown.rest_ms.value if shown.rest_ms else ())
    assert (again.loads or again.efforts) == (shown.loads.value if shown.loads else ())
    if shown.sets:
        assert again.sets == shown.sets.value


def test_a_load_that_no_dose_takes_is_told() -> None:
    document = as_yaml(reading(exercise("Row", *reps(8), loads=said(("red band",)))))
    assert "- Row: 8\n        load: red band\n" in document


def test_the_document_of_a_reading() -> None:
    squat = exercise(
        "Squat: deep",
        *reps(12),
        sets=THREE,
        notes=(Remark(text="Feet apart", line=5), Remark(text="Chest up", line=6)),
        equipment=("bands, long",),
    )
    shown = replace(
        reading(
            replace(squat, name=said("Squat: deep", 4)),
            replace(exercise("Lunge"), name=said("Lunge", 8)),
            timing=said(Timing.CIRCUIT),
            rounds=said(Range(3, 3)),
            rest_between_rounds_ms=said(SIXTY),
            notes=(Remark(text="Slowly.", line=3),),
        ),
        warnings=(Remark(text="Stop if it hurts.", line=1),),
        doubts=(
            Remark(text="3 or 4", line=7, why="one of them"),
            Remark(text="Legs?", line=1, why="a title or a question"),
        ),
        equipment=("bands, long",),
    )
    document = as_yaml(completed(shown))
    assert (
        document
        == """\
# assumed: 10 reps of Lunge
# assumed: 30s of rest where none is given
# doubt: Legs?: a title or a question (line 1)
title: Leg day
language: en
equipment: ["bands, long"]
sections:
  - name: Legs
    type: circuit
    rounds: 3
    rest_between_rounds: 1 min
    warning: Stop if it hurts.
    setup: Slowly.
    exercises:
      - "Squat: deep": 3 x 12
        equipment: ["bands, long"]
        setup: Feet apart
        cues: Chest up
      # doubt: 3 or 4: one of them (line 7)
      - Lunge: 10  # assumed
"""
    )
    routine = loads(document)
    assert [one.name for one in routine.sections[0].exercises] == ["Squat: deep", "Lunge"]


@pytest.mark.parametrize(
    ("section", "keys"),
    [
        ({"timing": Timing.AMRAP}, ["type: amrap", "cap: 10 min  # assumed"]),
        ({"timing": Timing.EMOM, "rounds": Range(5, 5)},
         ["type: emom", "rounds: 5", "every: 1 min"]),
        ({"timing": Timing.INTERVALS}, ["type: circuit"]),
        (
            {
                "timing": Timing.INTERVALS,
                "work_ms": Range(40_000, 40_000),
                "rest_ms": Range(10_000, 20_000),
            },
            ["type: intervals", "work: 40s", "rest: 20s"],
        ),
        ({"rounds": Range(2, 3)}, ["type: circuit", "rounds: 2-3"]),
        ({"rounds": Range(1, 1)}, []),
    ],
)  # fmt: skip
def test_a_section_has_what_its_type_needs(section: dict[str, Any], keys: list[str]) -> None:
    shown = completed(
        reading(exercise("Squat", *reps(5)), **{k: said(v) for k, v in section.items()})
    )
    document = as_yaml(shown)
    lines = document.split("- name: Legs\n")[1].split("exercises:")[0].split("\n")
    assert [line.strip() for line in lines if line.strip()] == keys
    assert loads(document)


@pytest.mark.parametrize(
    "name", ["Hold", "Work", "Rest", "Break", "get ready", "Superset", "3 rounds of"]
)
def test_an_exercise_may_be_called_like_a_key(name: str) -> None:
    routine = loads(as_yaml(reading(exercise(name, *reps(5)))))
    assert routine.sections[0].exercises[0].name == f"{name} exercise"


def test_a_superset_takes_turns() -> None:
    rest = said((Range(90_000, 90_000),))
    shown = reading(
        exercise("Warm-up squat", *reps(10)),
        exercise("Row", *reps(8), sets=THREE, superset="A"),
        exercise("Press", *reps(6), sets=THREE, superset="A", rest_ms=rest),
        exercise("Curl", *reps(12), sets=THREE, superset="B"),
        notes=(Remark(text="Slowly.", line=1),),
    )
    document = as_yaml(shown)
    assert (
        document.split("sections:\n")[1]
        == """\
  - name: Legs
    setup: Slowly.
    exercises:
      - Warm-up squat: 10
      - superset:
          - Row: 3 x 8
          - Press: 3 x 6
        rest: 90s
      - Curl: 3 x 12
"""
    )
    assert loads(document)


TEXT = st.text(min_size=1, max_size=700).filter(str.strip)


@settings(max_examples=100)
@given(TEXT, TEXT, TEXT)
def test_whatever_a_text_says_the_routine_loads(name: str, note: str, title: str) -> None:
    noted = exercise(name, *reps(5), notes=(Remark(text=note, line=1), Remark(text=name, line=2)))
    shown = replace(
        reading(noted), title=said(title), doubts=(Remark(text=note, line=1, why=name),)
    )
    assert loads(as_yaml(shown)).sections[0].exercises[0].doses == reps(5)


def test_what_is_assumed_is_not_in_the_json() -> None:
    shown = completed(reading(exercise("Squat"), exercise("Plank", Timed(SIXTY, hold=True))))
    squat, plank = reading_json(shown)["sections"][0]["exercises"]
    assert (squat["reps"], squat["sets"], plank["seconds"], plank["hold"]) == (None, None, 60, True)


def test_the_json_of_every_dose() -> None:
    def told(text: str) -> list[Any]:
        (one,) = reading_json(reading(DOSES[text]))["sections"][0]["exercises"]
        return [one[key] for key in ("sets", "reps", "seconds", "distance_m", "hold")]

    assert told("10, 8, 6") == [3, {"per_set": [10, 8, 6]}, None, None, False]
    assert told("8, 8, max") == [3, {"per_set": [8, 8, "max"]}, None, None, False]
    assert told("3 x 8-12") == [3, [8, 12], None, None, False]
    assert told("3 x max") == [3, "max", None, None, False]
    assert told("10+") == [None, 10, None, None, False]
    assert told("3 x 10, 5s hold") == [3, 10, 5, None, True]
    assert told("5 breaths") == [None, None, None, None, True]
    assert told("1.5 miles") == [None, None, None, 2414, False]
    assert told("3 x 20-30s hold") == [3, None, [20, 30], None, True]
