"""What is understood of training logs: sets with a load of their own, and remarks beside them."""

import pytest
from understanding import Cases, understood

CASES = Cases()
case = CASES.add

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
case(
    "a set on each line below its exercise, with remarks",
    "Deadlift\n8 @ 135\n5 @ 185\n3 @ 225 (grip slipped)\n1 x 245 - ugly\n\n"
    "Bench\n- 135 x 8, felt light\n- 155 x 6\n- 175 x 4 too heavy\n\n"
    "Press\n1) 10 x 20kg\n2) 8 x 25kg\n3) 8 x 25kg",
    "# ",
    "- Deadlift, sets 4, reps 8/5/3/1, load 135, 185, 225, 245",
    "- Bench, sets 3, reps 8/6/4, load 135, 155, 175",
    "- Press, sets 3, reps 10/8/8, load 20kg, 25kg, 25kg",
)
case(
    "a goal, and the sets that were done of it",
    "## Exercise 1\n**Name:** Leg press\n**Goal:** 80kg x 3 sets x 10-12 reps\n**Rest:** 2 min\n\n"
    "### Warmup\n1. 40 x feel - one leg\n2. 60 x 5 - both\n\n### Working sets\n"
    "1. 80x12 RPE 8 solid\n\n## Exercise 2\n**Name:** Hack squat\n\n### Working sets\n"
    "1. 60 x 8 RPE 9 fine\n2. 60 x 7",
    "# Exercise",
    "- Leg press, sets 3, reps 10/12, rest 120, load 80kg",
    "# Exercise",
    "- Hack squat, sets 2, reps 8/7, load 60, 60, RPE 9",
)
case(
    "sets are sets, whatever stands before and after them",
    "Squat 50 kg x 10-12 reps x 3 sets\nLunge 3 sets x 10-12 reps x 20kg\n"
    "Row @ RPE 7 x 3 sets x 10-12 reps\nPress: 60 kg x 3 x 8-10\nDips BW x 3 sets x 10\n"
    "Curl 45 lb x 3 sets of 8\nCarry 3 sets x 30 s x 20kg",
    "# ",
    "- Squat, sets 3, reps 10/12, load 50 kg",
    "- Lunge, sets 3, reps 10/12, load 20kg",
    "- Row, sets 3, reps 10/12, load RPE 7",
    "- Press, sets 3, reps 8/10, load 60 kg",
    "- Dips, sets 3, reps 10, load BW",
    "- Curl, sets 3, reps 8, load 45 lb",
    "- Carry, sets 3, seconds 30, load 20kg",
)


@pytest.mark.parametrize("name", CASES)
def test_a_phenomenon_of_a_log_is_understood(name: str) -> None:
    text, expected = CASES[name]
    assert understood(text) == expected
