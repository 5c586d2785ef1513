"""What is understood of single lines, each in a way in which people write them."""

import pytest
from understanding import understood

LINES = {
    "Clamshell x10/side x3": "Clamshell, sets 3, reps 10, sides each",
    "Bird dog x 8/side x 3": "Bird dog, sets 3, reps 8, sides each",
    "Bridge x 12 x 3": "Bridge, sets 3, reps 12",
    "Step-up 3*12": "Step-up, sets 3, reps 12",
    "Side plank 2x20s es": "Side plank, sets 2, seconds 20, sides each, hold",
    "Press-up 3x10, last set to failure": "Press-up, sets 3, reps 10",
    "Press-up 3x10 (last set to failure)": "Press-up, sets 3, reps 10",
    "Liegestütz 3x10, letzter Satz bis zum Versagen": "Liegestütz, sets 3, reps 10",
}


@pytest.mark.parametrize("text", LINES)
def test_a_line_is_one_exercise(text: str) -> None:
    assert understood(f"{text}\nSquat 3 x 9")[1:] == [f"- {LINES[text]}", "- Squat, sets 3, reps 9"]


@pytest.mark.parametrize(
    "told",
    [
        "last set to failure",
        "Pain should not exceed 4/10.",
        "Keep pain below 4 out of 10",
        "Scaling: half the reps",
    ],
)
def test_a_line_about_an_exercise_is_none(told: str) -> None:
    exercises = understood(f"Squat 3 x 9\nRow 3 x 8\n{told}\nCurl 3 x 7")[1:]
    assert [line[2:6] for line in exercises] == ["Squa", "Row,", "Curl"]
