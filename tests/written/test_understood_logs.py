"""What is understood of training logs: sets with a load of their own, and remarks beside them."""

import pytest
from understanding import understood

CASES: dict[str, tuple[str, list[str]]] = {}


def case(name: str, text: str, *expected: str) -> None:
    """One phenomenon."""
    CASES[name] = (text, list(expected))


case(
    "groups of sets at a weight, and what was felt",
    "* Monday:\n    * Squats: 1x8@95, 1x8@135, 1x5@185, 1x2@205\n    * Row: 3x10@65\n"
    "    * Bench: 2x6@95, 1x6@115, 2x3@135\n    * Deadlift: 1x10@135, 2x10@155\n"
    "    * Meta: 225 felt easy. Bad idea.",
    "# Monday",
    "- Squats, sets 4, reps 8/8/5/2, load 95, 135, 185, 205",
    "- Row, sets 3, reps 10, load 65",
    "- Bench, sets 5, reps 6/6/6/3/3, load 95, 95, 115, 135, 135",
    "- Deadlift, sets 3, reps 10, load 135, 155, 155",
)
case(
    "weights before their sets, own weight, and other signs between",
    "Bench 60kg 3x5, 70kg 2x3, 80kg 1x1\nChins: BW x 8, BW x 7, +10kg x 5\n"
    "Curl: 1 x 10 @ 20kg / 1 x 8 @ 22.5kg / 1 x 6 @ 25kg\n"
    "Cleans 2x6 @ 95 lbs, 2x1 @ 135 lbs - last one ugly\nPress 3x5 @ RPE 7, 1x3 @ RPE 9",
    "# ",
    "- Bench, sets 6, reps 5/5/5/3/3/1, load 60kg, 60kg, 60kg, 70kg, 70kg, 80kg",
    "- Chins, sets 3, reps 8/7/5, load BW, BW, +10kg",
    "- Curl, sets 3, reps 10/8/6, load 20kg, 22.5kg, 25kg",
    "- Cleans, sets 4, reps 6/6/1/1, load 95 lbs, 95 lbs, 135 lbs, 135 lbs",
    "- Press, sets 4, reps 5/5/5/3, load RPE 7, RPE 7, RPE 7, RPE 9",
)
case(
    "numbers that can be no reps are loads, but for ways",
    "Squat: 8x135; 8x185; 3x225; 1x275\nRun 4x50, 2x100, 1x200",
    "# ",
    "- Squat, sets 4, reps 8/8/3/1, load 135, 185, 225, 275",
    "- Run, sets 7, reps 50/50/50/50/100/100/200",
)


@pytest.mark.parametrize("name", CASES)
def test_a_phenomenon_of_a_log_is_understood(name: str) -> None:
    text, expected = CASES[name]
    assert understood(text) == expected
