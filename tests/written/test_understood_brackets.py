"""What is understood of lists in brackets, with how they go before or after them."""

import pytest
from understanding import Cases, understood

CASES = Cases()
case = CASES.add

case(
    "the name of the section, rounds, and a list in square brackets",
    "Strength - 3 rounds of [12 goblet squats, 10 rows each side, 8 burpees]",
    "# Strength, timing circuit, rounds 3",
    "- goblet squats, reps 12",
    "- rows, reps 10, sides each",
    "- burpees, reps 8",
)
case(
    "an x, plus signs, and the rest after each round",
    "3 x (400 m run + 20 swings + 10 burpees), rest 2 min\n\nPlank 2 x 40 s",
    "# , timing circuit, rounds 3, rest_between_rounds 120",
    "- run, distance_m 400",
    "- swings, reps 20",
    "- burpees, reps 10",
    "# ",
    "- Plank, sets 2, seconds 40, hold",
)
case(
    "the rest as the last of the list, and loads of men and women",
    "4x [200 m row, 10 push press (40/30), rest 1 min]",
    "# , timing circuit, rounds 4, rest_between_rounds 60",
    "- row, distance_m 200",
    "- push press (40/30), reps 10",
)
case(
    "how often it is done after the brackets",
    "(15 squats; 10 dips; 5 burpees) for 4 rounds with 1 minute between rounds",
    "# , timing circuit, rounds 4, rest_between_rounds 60",
    "- squats, reps 15",
    "- dips, reps 10",
    "- burpees, reps 5",
)
case(
    "on the clock",
    "Warm-up: 2 x (10 leg swings, 10 arm circles)\nAMRAP 12 (5 pull-ups, 10 press-ups)\n"
    "Finisher: EMOM 8 [6 swings & 6 goblet squats]",
    "# Warm-up, timing circuit, rounds 2",
    "- leg swings, reps 10",
    "- arm circles, reps 10",
    "# , timing amrap, cap 720",
    "- pull-ups, reps 5",
    "- press-ups, reps 10",
    "# Finisher, timing emom, rounds 8, interval 60, cap 480",
    "- swings, reps 6",
    "- goblet squats, reps 6",
)
case(
    "German rounds",
    "3 Runden (10 Kniebeugen, 10 Liegestütze, 30 Sek. Plank), 90 Sek. Pause",
    "# , timing circuit, rounds 3, rest_between_rounds 90",
    "- Kniebeugen, reps 10",
    "- Liegestütze, reps 10",
    "- Plank, seconds 30, hold",
)
case(
    "brackets that hold a dose, and no list",
    "Squat 3 x (8, 6, 4)\nBench: 3 x 8 (60 s rest)\nCurl 3 sets (10 each arm, 60 s rest)",
    "# ",
    "- Squat, sets 3, reps 8/6/4",
    "- Bench, sets 3, reps 8, rest 60",
    "- Curl, sets 3, reps 10, sides each, rest 60",
)
case(
    "arrows from one to the next, and what is done between the sets",
    "# Erg\n\n## Warm-up - 9 min\n- 5\u2019 @ r16 \u2192 3\u2019 @ r18 \u27a1 1\u2019 @ r22\n\n"
    "## Main\n- 4 \u00d7 6\u2032 @ r24\n- 2\u2032 easy paddle between\n- 6 \u00d7 20\u2033 @ r38\n"
    "- 60\u2033 light between (skip if tired)\n\n"
    "## Cool-down - 6 min\n- Light @ r16\n- Calves and hips",
    "# Warm-up",
    "- r16, seconds 300",
    "- r18, seconds 180",
    "- r22, seconds 60",
    "# Main",
    "- r24, sets 4, seconds 360, rest 120",
    "- r38, sets 6, seconds 20, rest 60",
    "# Cool-down",
    "- Light @ r16",
    "- Calves and hips",
)
case(
    "arrows on a keyboard",
    "Warm-up: 500 m row => 10 squats => 10 press-ups\nJog 5 min -> leg swings x 10 -> 4 strides",
    "# Warm-up",
    "- row, distance_m 500",
    "- squats, reps 10",
    "- press-ups, reps 10",
    "- Jog, seconds 300",
    "- leg swings, reps 10",
    "- strides, reps 4",
)
case(
    "an arrow within brackets, and one to the next goal",
    "2 x (10 firm strokes \u2192 40\u2033 easy)\n\nPlank 3 x 30 s \u2192 3 x 45 s",
    "# , timing circuit, rounds 2",
    "- firm strokes, reps 10",
    "- easy, seconds 40",
    "# ",
    "- Plank, sets 3, seconds 30, hold",
)


@pytest.mark.parametrize("name", CASES)
def test_a_phenomenon_is_understood(name: str) -> None:
    text, expected = CASES[name]
    assert understood(text) == expected
