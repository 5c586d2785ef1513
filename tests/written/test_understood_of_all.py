"""What is understood of lines that tell something of all exercises, above or below them."""

import pytest
from understanding import Cases, understood

CASES = Cases()
case = CASES.add

case(
    "the sets and the rest of all exercises, above them",
    "All exercises: 3 sets, rest 60s.\n\nSquat: 10 reps\nRow: 12 reps",
    "# ",
    "- Squat, sets 3, reps 10, rest 60",
    "- Row, sets 3, reps 12, rest 60",
)
case(
    "the sets of all exercises, below them",
    "Goblet squat - 12 reps\nPush-up - 10 reps\nRow - 10 reps per arm\n\nDo 3 sets of each.",
    "# ",
    "- Goblet squat, sets 3, reps 12",
    "- Push-up, sets 3, reps 10",
    "- Row, sets 3, reps 10, sides each",
)
case(
    "the rest after all of them, and how often more all is done",
    "Do each exercise for 40 seconds and rest for 20 seconds before the next one. When "
    "you've done all three, rest for a minute. Do the whole thing two more times.\n\n- "
    "Squats\n- Lunges\n- Burpees",
    "# , timing circuit, rounds 3, rest_between_rounds 60, work 40, rest 20",
    "- Squats",
    "- Lunges",
    "- Burpees",
)
case(
    "how often all above is done, on a line of its own",
    "10 squats\n10 push-ups\n10 sit-ups\nx 5",
    "# , timing circuit, rounds 5",
    "- squats, reps 10",
    "- push-ups, reps 10",
    "- sit-ups, reps 10",
)
case(
    "a circuit in one sentence, its rounds and rests before the colon",
    "Do the following circuit three times, resting one to two minutes between circuits: 10 "
    "push-ups, 15 squats, 20 mountain climbers.",
    "# circuits, timing circuit, rounds 3, rest_between_rounds 60/120",
    "- push-ups, reps 10",
    "- squats, reps 15",
    "- mountain climbers, reps 20",
)
case(
    "rests after a colon, some by name",
    "Squat 3 x 8\nPress 3 x 8\nCurl 2 x 12\n\nRest: 2 min on squat and press, 60 s on the rest.",
    "# ",
    "- Squat, sets 3, reps 8, rest 120",
    "- Press, sets 3, reps 8, rest 120",
    "- Curl, sets 2, reps 12, rest 60",
)
case(
    "a rest that a line is about, above all exercises",
    "Rest periods: 60-90 seconds\n\nSquat 3 x 8\nPress 3 x 8",
    "# ",
    "- Squat, sets 3, reps 8, rest 60/90",
    "- Press, sets 3, reps 8, rest 60/90",
)
case(
    "a rest before the next set",
    "Give yourself 45 seconds before the next set.\n\nSquat 3 x 8\nPress 3 x 8",
    "# ",
    "- Squat, sets 3, reps 8, rest 45",
    "- Press, sets 3, reps 8, rest 45",
)
case(
    "a rest that a line is about, below all exercises",
    "Squat 3 x 8\nPress 3 x 8\nKeep rests short (30 s)",
    "# ",
    "- Squat, sets 3, reps 8, rest 30",
    "- Press, sets 3, reps 8, rest 30",
)

CASES.add(
    "so often that they are reps",
    """\
All exercises x 12
- Squats
- Rows
- Lunges
""",
    "# ",
    "- Squats, reps 12",
    "- Rows, reps 12",
    "- Lunges, reps 12",
)


@pytest.mark.parametrize("name", CASES)
def test_what_holds_for_all_exercises_is_understood(name: str) -> None:
    text, expected = CASES[name]
    assert understood(text) == expected
