"""What stands among exercises: supersets by key or label, rounds, other types, and what is told."""

import pytest

from earcoach import InvalidRoutine, Section, loads
from earcoach.routine.model import Exercise, Range, Timing
from earcoach.routine.paces import activity_of, ms_per_km_of
from earcoach.routine.prescription import Misread
from earcoach.routine.warnings import warns


def items(exercises: str) -> tuple[Exercise | Section, ...]:
    return loads(f"title: T\nexercises:\n{exercises}").sections[0].exercises


def block(exercises: str) -> Section:
    (found,) = items(exercises)
    assert isinstance(found, Section)
    return found


def refused(exercises: str) -> list[str]:
    with pytest.raises(InvalidRoutine) as caught:
        items(exercises)
    return [found.message for found in caught.value.diagnostics]


def test_a_superset_has_its_own_rest_and_none_between_its_exercises() -> None:
    found = block("  - superset: [Curl: 3 x 8, Dip: 3 x 6]\n    rest: 75s\n")
    assert (found.timing, found.rest_between_rounds_ms) == (Timing.SUPERSET, 75_000)
    assert [exercise.rests_ms for exercise in found.every_exercise()] == 2 * [(Range(0, 0),)]


def test_labels_make_a_superset_and_are_not_said() -> None:
    curl, row, plank = items(
        "  - Curl: 3 x 8\n  - A1. Press: 3 x 5\n  - A2) Row: 3 x 8, rest 50s\n"
        "  - B1 Dip: 6\n  - B2 Plank: 20s hold\n"
    )
    assert isinstance(row, Section)
    assert isinstance(plank, Section)
    assert isinstance(curl, Exercise)
    assert [exercise.name for exercise in row.every_exercise()] == ["Press", "Row"]
    assert row.rest_between_rounds_ms == 50_000
    assert [exercise.name for exercise in plank.every_exercise()] == ["Dip", "Plank"]


@pytest.mark.parametrize("signs", ["1a) 1b)", "1a. 1b.", "1A: 1B:", "1a 1b", "a1) a2)", "A1 A2"])
def test_a_label_of_any_kind_makes_a_superset(signs: str) -> None:
    first, second = signs.split()
    found = block(f"  - '{first} Press': 3 x 5\n  - '{second} Row': 3 x 8\n")
    assert found.timing is Timing.SUPERSET
    assert [exercise.name for exercise in found.every_exercise()] == ["Press", "Row"]


@pytest.mark.parametrize("label", ["1.", "1)", "12.", "A.", "B)", "b)", "A1."])
@pytest.mark.parametrize("item", ["'{} Squat': 5", "{{name: '{} Squat', reps: 5}}"])
def test_a_label_is_not_in_the_name_that_is_said(label: str, item: str) -> None:
    listed = item.format(label), item.format("A2."), "Hop: 5"
    found = items("".join(f"  - {each}\n" for each in (listed if label == "A1." else listed[:1])))
    (first, *_) = (e for each in found for e in exercises_of(each))
    assert first.name == "Squat"


def exercises_of(item: Exercise | Section) -> tuple[Exercise, ...]:
    return (item,) if isinstance(item, Exercise) else tuple(item.every_exercise())


def test_a_label_within_a_superset_is_not_said() -> None:
    found = block("  - superset: [A1. Curl: 3 x 8, A2. Dip: 3 x 6]\n")
    assert [exercise.name for exercise in found.every_exercise()] == ["Curl", "Dip"]


NAMES = (
    "A-skip", "T push-up", "4-count burpee", "V-up", "90/90", "R. lunge", "L. lunge", "T. raise",
    "3D lunge", "3d lunge", "5k run", "1-leg squat", "A skip", "B stance deadlift", "1.5 rep squat",
    "T1 Squat", "2 min plank", "A frame",
)  # fmt: skip


@pytest.mark.parametrize("name", NAMES)
def test_what_looks_like_a_label_may_be_a_name(name: str) -> None:
    (found,) = items(f"  - '{name}': 5\n")
    assert isinstance(found, Exercise)
    assert found.name == name


def test_rounds_within_a_section_have_the_rest_that_ends_them() -> None:
    found = block("  - 3 rounds of:\n      - Swing: 10\n      - rest: 40s\n")
    assert (found.timing, found.rounds) == (Timing.CIRCUIT, Range(3, 3))
    assert found.rest_between_rounds_ms == 40_000


def test_a_block_may_be_of_another_type() -> None:
    found = block("  - type: intervals\n    work: 20s\n    rounds: 4\n    exercises: [Jump]\n")
    assert (found.timing, found.name, found.rounds) == (Timing.INTERVALS, "", Range(4, 4))


def test_blocks_are_not_endless_and_not_in_every_type() -> None:
    nested = "[Hop: 1]"
    for _ in range(4):
        nested = f"[{{rounds: 2, exercises: {nested}}}]"
    assert refused(f"  - {{rounds: 2, exercises: {nested}}}\n") == [
        "blocks lie at most 3 deep in each other"
    ]
    inside = "  - type: amrap\n    cap: 5 min\n    exercises: [{superset: [Hop: 1, Skip: 1]}]\n"
    assert refused(inside) == ["a section of type `amrap` has no blocks within it"]


@pytest.mark.parametrize(
    ("written", "ms"),
    [
        ("5:30/km", 330_000),
        ("5:30 min/km", 330_000),
        ("2:15 / 500 m", 270_000),
        ("2:00 per 100m", 1_200_000),
        ("8:00/mile", 298_258),
        ("12 km/h", 300_000),
        ("7.5 mph", 298_258),
    ],
)
def test_a_pace_is_read(written: str, ms: int) -> None:
    assert ms_per_km_of(written) == ms


@pytest.mark.parametrize("written", ["fast", "5:30", "5:70/km", "0:01/km", "0 km/h", ""])
def test_what_is_no_pace_is_refused(written: str) -> None:
    with pytest.raises(Misread):
        ms_per_km_of(written)


def test_the_name_tells_which_pace_counts() -> None:
    names = [
        "Easy run",
        "Farmer's walk",
        "Rowing",
        "Bike erg",
        "Swim",
        "Bergauf laufen",
        "Bear crawl",
    ]
    assert [activity_of(name).split("_")[0] for name in names] == [
        *("run", "walk", "row", "bike", "swim", "run", "walk"),
    ]


@pytest.mark.parametrize(
    ("text", "warning"),
    [
        ("Stop if it hurts.", True),
        ("Never into pain", True),
        ("If you feel dizzy, stop.", True),
        ("Abbrechen bei Schmerzen", True),
        ("Stop at the top", False),
        ("Knees out", False),
    ],
)
def test_a_warning_is_known_by_its_words(text: str, warning: bool) -> None:
    assert warns(text) is warning


def test_a_warning_among_the_cues_is_a_warning() -> None:
    (found,) = items("  - Squat: 5\n    cues: [Knees out, Stop if it hurts]\n")
    assert isinstance(found, Exercise)
    assert (found.cues, found.warnings) == (("Knees out",), ("Stop if it hurts",))


def test_a_dose_for_each_set_is_not_for_another_number_of_sets() -> None:
    assert refused("  - {Squat: '10, 8, 6', sets: 4}\n") == ["there are 3 doses, one for each set"]
