"""What is understood of a rest that stands alone, and says not what it is between."""

import pytest
from understanding import understood

from earcoach.routine.loading import loads
from earcoach.written import read
from earcoach.written.assuming import completed
from earcoach.written.short_form import as_yaml
from earcoach.written.source import lines_of


def _routine(text: str) -> list[tuple[str, int | None]]:
    """The exercises of the routine that a text becomes, each with the break after it in seconds."""
    reading = completed(read(lines_of(text)))
    routine = loads(as_yaml(reading))
    found = []
    for section in routine.sections:
        for one in section.exercises:
            after = one.rest_after_ms
            found.append((one.name, after.low // 1000 if after else None))
    return found


@pytest.mark.parametrize(
    "text",
    [
        "Thruster 3 x 8\nRow 3 x 10\n\nRest 2 minutes\n\nCurl 3 x 8\nDips 3 x 6",
        "Thruster 3 x 8\nRow 3 x 10\n\n>> rest 2 min <<\n\nCurl 3 x 8\nDips 3 x 6",
    ],
)
def test_a_rest_between_paragraphs_is_a_break(text: str) -> None:
    assert _routine(text) == [("Thruster", None), ("Row", 120), ("Curl", None), ("Dips", None)]


def test_a_rest_after_what_goes_by_the_clock_is_a_break() -> None:
    text = "AMRAP 6\n6 burpees\n12 sit-ups\n\nRest 2 min\n\nEMOM 8\n10 swings"
    assert _routine(text) == [("burpees", None), ("sit-ups", 120), ("swings", None)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sunday\nJog 5 min\n\nRest 90 s\n\nPlank 40 s", ["Jog, seconds 300, rest 90",
                                                  "Plank, seconds 40, hold"]),
        ("Squat 3 x 8\n\nRest 2 min\n\nCurl 3 x 8\n\nRest 1 min\n\nDips 3 x 6\n\nRest 1 min",
         ["Squat, sets 3, reps 8, rest 120", "Curl, sets 3, reps 8, rest 60",
          "Dips, sets 3, reps 6, rest 60"]),
        ("Squat 3 x 8\nCurl 3 x 8\n\nRest 90 seconds.",
         ["Squat, sets 3, reps 8, rest 90", "Curl, sets 3, reps 8, rest 90"]),
    ],
)  # fmt: skip
def test_a_rest_alone_is_that_of_what_stands_above_it(text: str, expected: list[str]) -> None:
    assert [line[2:] for line in understood(text)[1:]] == expected


def test_a_word_for_one_thing_is_no_rest() -> None:
    text = "Squat 3 x 8\nCurl 3 x 8\n\nDo not skip the back-off one, Jo."
    assert not any("rest" in line for line in understood(text))


def test_a_rest_at_the_end_of_a_list_is_that_of_all() -> None:
    text = "Week 1:\nDips 5 x 8\nRow 3 x 10\nRest: 2 minutes\n\nWeek 2:\nDips 5 x 9\nRow 3 x 12"
    rests = [line.partition("rest ")[2] for line in understood(text) if line.startswith("-")]
    assert rests == ["120", "120", "", ""]


def test_a_rest_between_sets_in_the_line_of_an_exercise_is_its_own() -> None:
    text = "Legs\nSquat: 5 sets of 5. Rest 3 minutes between sets.\nLeg press: 3 sets of 15."
    expected = ["- Squat, sets 5, reps 5, rest 180", "- Leg press, sets 3, reps 15"]
    assert understood(text)[1:] == expected


def test_a_rest_may_stand_among_the_notes_of_a_table() -> None:
    text = "| Exercise | Sets x Reps | Notes |\n|---|---|---|\n| Row | 3 x 10 | slow, 60 sec rest |"
    assert understood(text)[1].endswith("sets 3, reps 10, rest 60")
