"""What a reading tells beside the exercises: warnings, names in prose, the language, the lines."""

import pytest

from earcoach.errors import EarcoachError
from earcoach.written import read
from earcoach.written.reading import Origin
from earcoach.written.source import lines_of


def test_warnings_are_kept_and_not_dropped_as_prose() -> None:
    text = "Knee\n\n- Squat 3x10\n\nStop if you feel a sharp pain.\nNot with a fresh injury!"
    warnings = [remark.text for remark in read(lines_of(text)).warnings]
    assert warnings == ["Stop if you feel a sharp pain.", "Not with a fresh injury!"]


def test_prose_without_a_dose_names_its_exercises_and_invents_no_dose() -> None:
    text = (
        "Strong hips help you run. Moves like the side band walk, clamshell, and donkey kick will "
        "wake them up, while exercises like the glute bridge hit the rest."
    )
    reading = read(lines_of(text))
    exercises = [exercise for section in reading.sections for exercise in section.exercises]
    names = [exercise.name.value for exercise in exercises]
    assert names == ["side band walk", "clamshell", "donkey kick", "glute bridge"]
    assert all(one.name.origin is Origin.SUGGESTED and one.doses is None for one in exercises)


def test_the_last_words_of_an_article_are_no_exercise_in_the_place_of_those_it_names() -> None:
    text = (
        "Moves like the side band walk, clamshell, and donkey kick will wake your hips up.\n\n"
        "So grab a loop band - the tighter the better - set aside 15 minutes and make them strong!"
    )
    names = [e.name.value for section in read(lines_of(text)).sections for e in section.exercises]
    assert names == ["side band walk", "clamshell", "donkey kick"]


def test_a_value_knows_its_line() -> None:
    (section,) = read(lines_of("Legs\n\n- Squat 3x12\n- Lunge 2x10")).sections
    assert [one.doses.line for one in section.exercises if one.doses] == [3, 4]


def test_what_is_left_out_is_told() -> None:
    reading = read(lines_of("Legs\n- Squat 3x12\n\nSubscribe for more!"))
    assert [(remark.text, remark.line) for remark in reading.left_out] == [
        ("Subscribe for more!", 4)
    ]


def test_german_is_found_out() -> None:
    assert read(lines_of("Kniebeugen 3 Sätze mit je 12 Wiederholungen pro Bein")).language == "de"


def test_another_language_gets_a_clear_answer() -> None:
    text = "Faites trois séries de dix répétitions avec le dos droit, puis une pause et la. " * 3
    with pytest.raises(EarcoachError, match="this looks like French"):
        read(lines_of(text))
