"""What is understood of plans that say from when to when something is done."""

import pytest
from understanding import Cases, understood

CASES = Cases()
case = CASES.add


case(
    "minutes and seconds since the beginning",
    "0:00-5:00 Warm up: march on the spot\n5:00-10:00 Squats\n10:00-12:30 Plank holds\n"
    "12:30-14:30 Cool down",
    "# Warm up",
    "- march on the spot, seconds 300",
    "- Squats, seconds 300",
    "- Plank holds, seconds 150, hold",
    "- Cool down, seconds 120",
)
case(
    "minutes, and what has its own times",
    "Class plan (45 min)\n0-5 min: Jumping jacks\n5-15 min: Circuit: squats 40 s, rows 40 s\n"
    "15 - 20 min: Stretch hamstrings",
    "# Class plan",
    "- Jumping jacks, seconds 300",
    "# Circuit",
    "- squats, seconds 40",
    "- rows, seconds 40",
    "- Stretch hamstrings, seconds 300, hold",
)
case(
    "the unit before them",
    "Minutes 0-5: walk at 3.0 mph\nMinutes 5-8: jog at 5.5 mph\nMinutes 8-9: sprint at 8 mph",
    "# ",
    "- walk at 3.0 mph, seconds 300",
    "- jog at 5.5 mph, seconds 180",
    "- sprint at 8 mph, seconds 60",
)
case(
    "no unit at all",
    "Spin\n0-5 Easy spin\n5-8 Climb, seated\n8-10 Sprint",
    "# Spin",
    "- Easy spin, seconds 300",
    "- Climb, seated, seconds 180",
    "- Sprint, seconds 120",
)
case(
    "a table for the treadmill",
    "| Minutes | Activity | Speed | Incline |\n|---|---|---|---|\n| 0-5 | Walk | 3.0 mph | 1 |\n"
    "| 5-6 | Run | 7.0 mph | 2 |\n| 6-8 | Jog | 5.0 mph | - |",
    "# ",
    "- Walk (3.0 mph, Incline 1), seconds 300",
    "- Run (7.0 mph, Incline 2), seconds 60",
    "- Jog (5.0 mph), seconds 120",
)
case(
    "nothing but how the machine is set",
    "Treadmill HIIT\n\nTime | Speed | Incline\n0-3 min | 3.5 | 1\n3-4 min | 6.0 | 2",
    "# ",
    "- Treadmill (Speed 3.5, Incline 1), seconds 180",
    "- Treadmill (Speed 6.0, Incline 2), seconds 60",
)
case(
    "how the machine is set, line by line",
    "Treadmill hill walk\n0:00-2:00 3.0 mph, 0% incline\n2:00-3:30 3.5 mph, 4% incline",
    "# Treadmill hill walk",
    "- Treadmill 3.0 mph, seconds 120, load 0%",
    "- Treadmill 3.5 mph, seconds 90, load 4%",
)
case(
    "times of the day, with lists below",
    "Tuesday class\n18:00-18:10 Warm-up\n- jog 3 min\n- 20 jacks\n18:10-18:30 Strength\n"
    "- squats 3x10\n18:30-18:35 Water break\n18:35-18:45 Stretch",
    "# Warm-up",
    "- jog, seconds 180",
    "- jacks, reps 20",
    "# Strength",
    "- squats, sets 3, reps 10",
    "# Stretch",
    "- Stretch, seconds 600, hold",
)
case(
    "what follows a window with its own exercises",
    "0:00-20:00 AMRAP 15\n- 5 pull-ups\n- 10 push-ups\n20:00-25:00 cool-down",
    "# AMRAP 15, timing amrap, cap 900",
    "- pull-ups, reps 5",
    "- push-ups, reps 10",
    "# cool-down",
    "- cool-down, seconds 300",
)
case(
    "what is said in a film",
    "Squats 3 x 10\nRows 3 x 10\n\n0:00 - 0:12 Hi, we are back on the mat\n0:12 - 0:31 today "
    "you will feel your squats\n0:31 - 1:05 and that's a plank",
    "# ",
    "- Squats, sets 3, reps 10",
    "- Rows, sets 3, reps 10",
)
case(
    "German minutes",
    "Laufband\n0-5 Min. gehen\n5-10 Min. laufen\n10-12 Min. gehen",
    "# Laufband",
    "- gehen, seconds 300",
    "- laufen, seconds 300",
    "- gehen, seconds 120",
)
case(
    "minutes of an EMOM that are counted",
    "EMOM 9\nMinutes 1-3: 10 burpees\nMinutes 4-6: 12 squats\nMinutes 7-9: 8 push-ups",
    "# EMOM 9, timing emom, rounds 3, interval 60, cap 540",
    "- burpees, reps 10",
    "- squats, reps 12",
    "- push-ups, reps 8",
)
case(
    "ranges of reps are no windows",
    "8-12 curls\n12-15 rows\n15-20 calf raises",
    "# ",
    "- curls, reps 8/12",
    "- rows, reps 12/15",
    "- calf raises, reps 15/20",
)
case(
    "a first line with its clock and its exercises",
    "EMOM 10: 5 pull-ups, 10 push-ups\n\nPlank 3x40s",
    "# , timing emom, rounds 10, interval 60, cap 600",
    "- pull-ups, reps 5",
    "- push-ups, reps 10",
    "# ",
    "- Plank, sets 3, seconds 40, hold",
)
case(
    "rounds of one item of a list",
    "Session\n- Jog 5 min\n- 3 rounds of 10 push-ups, 15 sit-ups\n- Plank 2 min",
    "# Session",
    "- Jog, seconds 300",
    "# , timing circuit, rounds 3",
    "- push-ups, reps 10",
    "- sit-ups, reps 15",
    "# ",
    "- Plank, seconds 120, hold",
)


@pytest.mark.parametrize("name", CASES)
def test_a_phenomenon_is_understood(name: str) -> None:
    text, expected = CASES[name]
    assert understood(text) == expected
