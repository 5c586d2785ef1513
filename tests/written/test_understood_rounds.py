"""What is understood of rounds of one exercise or of one line, and of ways and rests in sets."""

import pytest
from understanding import Cases, understood

CASES = Cases()
case = CASES.add

case(
    "rounds of one exercise",
    "Skipping rope, 4 rounds of 2 minutes, one minute between.\nPress-ups: 3 sets of 8.",
    "# ",
    "- Skipping rope, sets 4, seconds 120, rest 60",
    "- Press-ups, sets 3, reps 8",
)
case(
    "rounds of what a line names",
    "Rows: 3 sets of 8.\nPlank 1 min, side plank 20 secs L and R. Repeat that three times with 30 "
    "secs rest.\nSprints: 10 x 20 m.",
    "# ",
    "- Rows, sets 3, reps 8",
    "# , timing circuit, rounds 3, rest_between_rounds 30",
    "- Plank, seconds 60, hold",
    "- side plank, seconds 20, sides each, hold",
    "# ",
    "- Sprints, sets 10, distance_m 20",
)
case(
    "ways without a unit, and how one rests on them",
    "Set 1: 5 x 400 @ 5k pace, 75s jog\n6 min full recovery\nSet 2: 4 x 200 fast",
    "# Set 1",
    "- Run @ 5k pace, sets 5, distance_m 400, rest 75, load 5k pace",
    "- full recovery, seconds 360",
    "# Set 2",
    "- fast, sets 4, distance_m 200",
)
case(
    "an item on the clock among those with letters",
    "A. Squat 5x5 @ 80\nB. Row 3x8\nC. AMRAP 9 min: 5 pull ups, 10 push ups, 15 air squats",
    "# ",
    "- Squat, sets 5, reps 5, load 80",
    "- Row, sets 3, reps 8",
    "# , timing amrap, cap 540",
    "- pull ups, reps 5",
    "- push ups, reps 10",
    "- air squats, reps 15",
)
case(
    "the parts of a rep",
    "1. Side leg raise\nToes forwards. Lift for 2 seconds, lower for 2. 9 on each leg.\n\n"
    "2. Heel raise\nUp on your toes, then lower. 12 times.",
    "# ",
    "- Side leg raise, reps 9, sides each",
    "- Heel raise, reps 12",
)
for name, text in {
    "a sign": "Superset x3: lunges 20 + push ups 10\nPlank 3 x 30 s",
    "a word": "Superset, 3 rounds: lunges 20, push ups 10\nPlank 3 x 30 s",
    "sets": "Superset (3 sets): lunges 20 and push ups 10\nPlank 3 x 30 s",
}.items():
    case(
        f"rounds before a colon, told by {name}",
        text,
        "# Superset, timing circuit, rounds 3",
        "- lunges, reps 20",
        "- push ups, reps 10",
        "# ",
        "- Plank, sets 3, seconds 30, hold",
    )
case(
    "sets of each before a colon",
    "Legs, 3 sets: squats 20, lunges 10",
    "# Legs",
    "- squats, sets 3, reps 20",
    "- lunges, sets 3, reps 10",
)
case(
    "rounds in a paragraph of their own",
    "Accessory: Tabata hollow rocks\n\n3 RFT: 400m run, 21 KB swings\n\nPlank 60 s",
    "# Accessory, timing tabata, rounds 8, work 20, rest 10",
    "- hollow rocks",
    "# , timing for_time, rounds 3",
    "- run, distance_m 400",
    "- KB swings, reps 21",
    "# ",
    "- Plank, seconds 60, hold",
)
case(
    "letters before the parts of a session",
    "A) Strength\nSquat 3x5\n\nB) AMRAP 10\n5 pull-ups\n10 push-ups\n\n"
    "C) 21-15-9\nThrusters (95/65)\nBurpees over the bar\nTC: 8:00",
    "# Strength",
    "- Squat, sets 3, reps 5",
    "# AMRAP 10, timing amrap, cap 600",
    "- pull-ups, reps 5",
    "- push-ups, reps 10",
    "# , timing circuit, rounds 3, cap 480",
    "- Thrusters (95/65), reps 21/15/9",
    "- Burpees over the bar, reps 21/15/9",
)
case(
    "repetitions of what follows",
    "Warm-up walk 5 min\nThen do two repetitions of the following:\n- Jog 90 s\n- Walk 90 s",
    "# Warm-up",
    "- walk, seconds 300",
    "# , timing circuit, rounds 2",
    "- Jog, seconds 90",
    "- Walk, seconds 90",
)
case(
    "rounds of a list, after an exercise in the first line",
    "Brisk five-minute walk, then do two repetitions of the following:\n- Jog 90 s\n- Walk 90 s",
    "# ",
    "- Brisk walk, seconds 300",
    "# , timing circuit, rounds 2",
    "- Jog, seconds 90",
    "- Walk, seconds 90",
)


def test_a_number_in_a_word_before_an_m_is_read() -> None:
    assert understood("Run 400m\nWalk a dozen m\nSquats 3 x 10")[-1] == "- Squats, sets 3, reps 10"


CASES.add(
    "rounds of each of several parts, told below",
    """\
Superset 1
- Pull-ups - 7 reps
- Dips - 6 reps

Superset 2
- Squats - 12 reps
- Mountain climbers - 20 reps

**Notes**
* Do each superset 5 times
""",
    "# Superset 1, timing circuit, rounds 5",
    "- Pull-ups, reps 7",
    "- Dips, reps 6",
    "# Superset 2, timing circuit, rounds 5",
    "- Squats, reps 12",
    "- Mountain climbers, reps 20",
)
CASES.add(
    "rounds of each of several parts, told above",
    """\
All circuits: 3 rounds, rest 1 min between rounds.

Circuit A
- Step-ups x 10
- Rows x 12

Circuit B
- Bridges x 15
- Lunges x 8
""",
    "# Circuit A, timing circuit, rounds 3, rest_between_rounds 60",
    "- Step-ups, reps 10",
    "- Rows, reps 12",
    "# Circuit B, timing circuit, rounds 3, rest_between_rounds 60",
    "- Bridges, reps 15",
    "- Lunges, reps 8",
)
CASES.add(
    "rounds of the last of several parts",
    """\
Circuit A
- Step-ups x 10
- Rows x 12

Circuit B
- Bridges x 15
- Lunges x 8

Repeat the circuit 3 times
""",
    "# Circuit A",
    "- Step-ups, reps 10",
    "- Rows, reps 12",
    "# Circuit B, timing circuit, rounds 3",
    "- Bridges, reps 15",
    "- Lunges, reps 8",
)


@pytest.mark.parametrize("name", CASES)
def test_rounds_and_ways_are_understood(name: str) -> None:
    text, expected = CASES[name]
    assert understood(text) == expected
