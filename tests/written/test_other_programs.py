"""What other programs have exported: a timer's workouts, and logs of training."""

import json

import pytest
from sourced import FITNOTES, HEVY, STRONG, material

from earcoach.errors import EarcoachError
from earcoach.routine.model import Distance, LengthUnit, Range, Reps, Timed, Timing
from earcoach.written.reading import Origin, Reading
from earcoach.written.source import SourceText


def reading(data: bytes | str, name: str = "workout") -> Reading:
    found = material(data, name)
    assert isinstance(found, Reading)
    return found


TIMER = {
    "title": "Morning",
    "version": 2,
    "position": 0,
    "sets": [
        {
            "id": "a",
            "repetitions": 3,
            "exercises": [
                {"id": "b", "name": "Jumping jacks", "duration": 40},
                {"id": "c", "name": "Rest", "duration": 20},
                {"id": "d", "name": "Squat", "duration": 40},
                {"id": "e", "name": "Kurze Pause", "duration": 60},
            ],
        },
        {
            "name": "Stretch",
            "repetitions": 1,
            "exercises": [{"name": "Quad stretch", "duration": 90}],
        },
    ],
}


def test_a_workout_of_just_another_workout_timer() -> None:
    found = reading(json.dumps(TIMER), "Morning.json")
    first, second = found.sections
    assert found.title.value == "Morning"
    assert first.timing and first.timing.value is Timing.CIRCUIT
    assert first.rounds and first.rounds.value == Range(3, 3)
    assert first.rest_between_rounds_ms and first.rest_between_rounds_ms.value == Range(
        60_000, 60_000
    )
    assert (first.name.origin, second.name.value) == (Origin.ASSUMED, "Stretch")
    told = [
        (one.name.value, one.doses and one.doses.value, one.rest_ms and one.rest_ms.value)
        for section in found.sections
        for one in section.exercises
    ]
    assert told == [
        ("Jumping jacks", (Timed(Range(40_000, 40_000), hold=False),), (Range(20_000, 20_000),)),
        ("Squat", (Timed(Range(40_000, 40_000), hold=False),), (Range(60_000, 60_000),)),
        ("Quad stretch", (Timed(Range(90_000, 90_000), hold=True),), (Range(0, 0),)),
    ]


def test_data_of_an_unknown_program_is_refused() -> None:
    with pytest.raises(EarcoachError, match="is JSON of a program that is not known"):
        material('{"workout": [{"squat": 3}]}', "x.json")


def test_of_a_backup_the_first_workout_is_taken_and_the_others_are_named() -> None:
    found = reading(json.dumps({"workouts": [TIMER, TIMER | {"title": "Evening"}]}))
    assert found.title.value == "Morning"
    assert [one.text for one in found.left_out] == ["Evening"]


@pytest.mark.parametrize(
    "data",
    ["{", "{}", "[]", '{"sets": 3}', '{"sets": [{"exercises": [{"name": 1}]}]}', "{" * 9000,
     '{"a":' * 5000, '{"sets": [{"exercises": []}]}', '{"n": ' + "9" * 5000 + "}"],
)  # fmt: skip
def test_other_json_is_no_workout_of_it(data: str) -> None:
    try:
        found = material(data, "x.json")
    except EarcoachError:
        return
    assert isinstance(found, SourceText)


def sets_of(found: Reading) -> list[tuple[str, object, object, object]]:
    (section,) = found.sections
    return [
        (one.name.value, one.sets and one.sets.value.low, one.doses and one.doses.value,
         one.loads and one.loads.value)
        for one in section.exercises
    ]  # fmt: skip


def reps(*counts: int) -> tuple[Reps, ...]:
    return tuple(Reps(Range(count, count)) for count in counts)


KILOMETRES = Distance(metres=Range(2500, 2500), amount="2.5", unit=LengthUnit.KILOMETRE)


def test_hevys_export_is_the_latest_workout_in_it() -> None:
    found = reading(HEVY, "workout_data.csv")
    assert found.title.value == "Push"
    assert sets_of(found) == [
        ("Bench press (barbell)", 2, reps(10, 6), ("40 kg", "80 kg")),
        ("Cable fly", 1, reps(12), ("12.5 kg",)),
        ("Push-up", 1, reps(15), None),
        ("Plank", 1, (Timed(Range(60_000, 60_000), hold=True),), None),
        ("Run", 1, (KILOMETRES,), None),
    ]
    exercises = found.sections[0].exercises
    assert [one.superset for one in exercises] == [None, "S0", "S0", None, None]
    assert [note.text for note in exercises[0].notes] == ["Slow"]
    assert not found.left_out
    assert [one.why for one in found.doubts] == [
        "the latest of 2 workouts in the file; the others are left out"
    ]


def test_strongs_export_has_its_rests() -> None:
    found = reading(STRONG, "strong.csv")
    assert sets_of(found) == [("Squat", 2, reps(5), ("60 kg", "102.5 kg"))]
    rest = found.sections[0].exercises[0].rest_ms
    assert rest and rest.value == (Range(90_000, 90_000),)
    assert not found.left_out


def test_fitnotes_export_has_its_times() -> None:
    found = reading(FITNOTES, "FitNotes_Export.csv")
    assert found.title.value == "Workout of 2024-06-01"
    assert sets_of(found) == [
        ("Plank", 1, (Timed(Range(90_000, 90_000), hold=True),), None),
        ("Row", 2, reps(8), ("50 kg",)),
    ]


def test_a_plan_with_such_columns_is_a_table_and_no_log() -> None:
    assert isinstance(material("Exercise,Sets,Reps\nSquat,3,12\n", "plan.csv"), SourceText)
