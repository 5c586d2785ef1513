"""What is understood of the boards of a gym: parts by letters, clocks, and short notation."""

import pytest
from understanding import Cases, understood

CASES = Cases()
case = CASES.add


case(
    "a name in quotes before how it goes",
    'B) EMOM 8\nOdd - 12 swings\nEven - 8 dips\n\nC) "RUST" for time\n13 burpees\n13 jumps',
    "# EMOM 8, timing emom, rounds 4, interval 60, cap 480",
    "- swings, reps 12",
    "- dips, reps 8",
    '# "RUST", timing for_time',
    "- burpees, reps 13",
    "- jumps, reps 13",
)
case(
    "a name in capitals before how it goes",
    "GRINDER - AMRAP 9\n5 squats\n5 push-ups",
    "# GRINDER, timing amrap, cap 540",
    "- squats, reps 5",
    "- push-ups, reps 5",
)
case(
    "letters that follow each other without a gap",
    "A) Strict press\n5-5-5\nB) AMRAP 7\n7 thrusters\n7 burpees\nC) Cool down\n"
    "2 min pigeon each side",
    "# ",
    "- Strict press, sets 3, reps 5",
    "# AMRAP 7, timing amrap, cap 420",
    "- thrusters, reps 7",
    "- burpees, reps 7",
    "# Cool down",
    "- pigeon, seconds 120, sides each, hold",
)
case(
    "from when to when an AMRAP goes, and a rest after it",
    "Part 1: AMRAP (0:00-8:00)\n5 pull-ups\n10 dips\nRest 2 minutes\nPart 2: AMRAP (10:00-15:00)\n"
    "5 squats\n9 rows",
    "# Part 1, timing amrap, cap 480",
    "- pull-ups, reps 5",
    "- dips, reps 10",
    "# Part 2, timing amrap, cap 300",
    "- squats, reps 5",
    "- rows, reps 9",
)
case(
    "on the clock, in other words",
    "On the 2:00 x 6:\n10 pull-ups\n\nOTM x 5: 3 power cleans",
    "# On the 2:00 x 6, timing emom, rounds 6, interval 120",
    "- pull-ups, reps 10",
    "# , timing emom, rounds 5, interval 60, cap 300",
    "- power cleans, reps 3",
)
case(
    "not for time",
    "Not for time:\n3 rounds\n10 ring rows\n10 dips",
    "# , timing circuit, rounds 3",
    "- ring rows, reps 10",
    "- dips, reps 10",
)
case(
    "a tempo after the reps, without its word",
    "Bench press 4 x 6-8, 3011\nRow 3 x 8 (2010) rest 60s\nSquat 3 sets of 10, 3110, 90 s rest\n"
    "Press 3 x 5 1120 kg",
    "# ",
    "- Bench press, sets 4, reps 6/8, tempo 3-0-1-1",
    "- Row, sets 3, reps 8, rest 60, tempo 2-0-1-0",
    "- Squat, sets 3, reps 10, rest 90, tempo 3-1-1-0",
    "- Press, sets 3, reps 5, load 1120 kg",
)
case(
    "each side in short",
    "Row 3x10e\nSide plank 3 x 20s p/s\nStep-up 2 x 8 p/leg\n10 e-bike sprints",
    "# ",
    "- Row, sets 3, reps 10, sides each",
    "- Side plank, sets 3, seconds 20, sides each, hold",
    "- Step-up, sets 2, reps 8, sides each",
    "- e-bike sprints, reps 10",
)
case(
    "how hard a time is",
    "Bike\n5 min easy\n1 min hard\n2 min easy\n1 min hard",
    "# ",
    "- easy, seconds 300",
    "- hard, seconds 60",
    "- easy, seconds 120",
    "- hard, seconds 60",
)
case(
    "hard work and what is done between",
    "5 x 3 min hard, 2 min easy\n5 x 3' hard / 2' easy",
    "# ",
    "- hard, sets 5, seconds 180, rest 120",
    "- hard, sets 5, seconds 180, rest 120",
)
case(
    "brackets over several lines",
    "2X (\n10 push-ups\n30 s plank\n)\nRest 2 min\n3 rounds {\n10 dips\n10 rows\n}\n[\n8 squats\n"
    "8 lunges\n] x 4",
    "# , timing circuit, rounds 2",
    "- push-ups, reps 10",
    "- plank, seconds 30, hold",
    "# , timing circuit, rounds 3",
    "- dips, reps 10",
    "- rows, reps 10",
    "# , timing circuit, rounds 4",
    "- squats, reps 8",
    "- lunges, reps 8",
)
case(
    "a bracket that opens before its first exercise, and closes behind the last",
    "Warm Up\n2 x ( 20 jacks\n 10 air squats )\n\nRows 3 x 10",
    "# Warm Up, timing circuit, rounds 2",
    "- jacks, reps 20",
    "- air squats, reps 10",
    "# ",
    "- Rows, sets 3, reps 10",
)
case(
    "a plus between the lines",
    "10 air squats\n+\n10 push-ups\n+\n200 m run\nx 4 rounds",
    "# , timing circuit, rounds 4",
    "- air squats, reps 10",
    "- push-ups, reps 10",
    "- run, distance_m 200",
)
case(
    "a buy-in of a piece for time",
    "For time\nBuy-in: 50 jumps\n21 thrusters\n15 pull-ups\nCash out 40 jumps",
    "# For time, timing for_time",
    "- jumps, reps 50",
    "- thrusters, reps 21",
    "- pull-ups, reps 15",
    "- jumps, reps 40",
)
case(
    "a buy-in before rounds",
    "Buy in 400 m run\n3 rounds of:\n10 burpees\n15 swings\nCash out: 300 m run",
    "# Buy in",
    "- run, distance_m 400",
    "# , timing circuit, rounds 3",
    "- burpees, reps 10",
    "- swings, reps 15",
    "# Cash out",
    "- run, distance_m 300",
)
case(
    "two lifts with `superset` between",
    "Bench press 4x8 superset with bent-over row 4x8\nCurl 3x12 ss pushdown 3x10",
    "# ",
    "- Bench press, sets 4, reps 8",
    "- bent-over row, sets 4, reps 8",
    "- Curl, sets 3, reps 12",
    "- pushdown, sets 3, reps 10",
)
case(
    "how the reps of a group are counted",
    "Flutter kicks x 20 (4-count)\nMountain climbers 20 x 4-count\nJacks 25 4ct",
    "# ",
    "- Flutter kicks, reps 20",
    "- Mountain climbers, reps 20",
    "- Jacks, reps 25",
)
case(
    "several sets with the same load among single ones",
    "Squat\n135 x 10\n185 x 8\n225 x 5 x 3\nBench press\n60kg x 8 x 2\n70 kg x 5",
    "# ",
    "- Squat, sets 5, reps 10/8/5/5/5, load 135, 185, 225, 225, 225",
    "- Bench press, sets 3, reps 8/8/5, load 60kg, 60kg, 70 kg",
)


@pytest.mark.parametrize("name", CASES)
def test_a_phenomenon_is_understood(name: str) -> None:
    text, expected = CASES[name]
    assert understood(text) == expected
