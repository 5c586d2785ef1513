"""What is understood of a timer's list, in which lines are repeated between two marks."""

import pytest
from understanding import understood

MARKS = [
    ("[repeat 3]", "[end]"),
    ("Repeat x 3", "End repeat"),
    ("(repeat 3 times)", "(end of loop)"),
    ("Loop 3x", "Loop end"),
]
MARKEN = [
    ("[3x wiederholen]", "[Ende]"),
    ("Wiederhole 3 mal", "Ende der Schleife"),
]


@pytest.mark.parametrize(("begin", "end"), MARKS)
def test_what_stands_between_marks_is_repeated(begin: str, end: str) -> None:
    assert understood(
        f"Hip circles 0:20\nArm swings 0:30\n\n{begin}\nSquats 0:40\nRest 0:20\nCrunches 0:40\n"
        f"Rest 1:00\n{end}\n\nShake out your arms 1:30"
    ) == [
        "# ",
        "- Hip circles, seconds 20",
        "- Arm swings, seconds 30",
        "# , timing circuit, rounds 3, rest_between_rounds 60",
        "- Squats, seconds 40, rest 20",
        "- Crunches, seconds 40",
        "# ",
        "- Shake out your arms, seconds 90",
    ]


@pytest.mark.parametrize(("begin", "end"), MARKEN)
def test_what_stands_between_marks_is_repeated_in_german(begin: str, end: str) -> None:
    assert understood(
        f"Hüftkreisen 0:20\nArmkreisen 0:30\n\n{begin}\nKniebeugen 0:40\nPause 0:20\n"
        f"Crunches 0:40\nPause 1:00\n{end}\n\nBeine ausschütteln 1:30"
    ) == [
        "# ",
        "- Hüftkreisen, seconds 20",
        "- Armkreisen, seconds 30",
        "# , timing circuit, rounds 3, rest_between_rounds 60",
        "- Kniebeugen, seconds 40, rest 20",
        "- Crunches, seconds 40",
        "# ",
        "- Beine ausschütteln, seconds 90",
    ]
