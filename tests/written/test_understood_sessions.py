"""What is understood of whole sessions, as trainers, physios and runners write them."""

import pytest
from understanding import Cases, understood

CASES = Cases()
case = CASES.add

case(
    "a sentence that all exercises share",
    "Home circuit\nDo 10 reps of each move, rest 15 seconds between moves, and repeat the circuit "
    "3 times.\nSquat\nPush-up",
    "# Home circuit, timing circuit, rounds 3, rest 15",
    "- Squat, reps 10",
    "- Push-up, reps 10",
)
case(
    "fields on lines of their own",
    "Do 3 sets of each exercise. Rest 30 seconds between sets.\n\n1. Dumbbell squat\nReps: 10-12\n"
    "How to: Hold a dumbbell in each hand.\n\n2. Renegade row\nReps: 8 per side",
    "# ",
    "- Dumbbell squat, sets 3, reps 10/12, rest 30",
    "- Renegade row, sets 3, reps 8, sides each, rest 30",
)
case(
    "a physio's sheet, each exercise a paragraph",
    "Ankle exercises\n\nTowel stretch: Sit on the floor. Loop a towel around your toes. Hold for "
    "15 to 30 seconds and repeat 3 times.\n\nHeel raise: Stand behind a chair. Hold this position "
    "for 5 seconds. Do 2 sets of 15.",
    "# Ankle exercises",
    "- Towel stretch, reps 3, seconds 15/30, hold",
    "- Heel raise, sets 2, reps 15, seconds 5, hold",
)
case(
    "steps below a name are no exercises",
    "Hamstring stretch\n- Sit on the floor with one leg straight.\n- Reach towards your toes.\n"
    "- Hold for 30 seconds.\n- Repeat 3 times on each leg.\n\nHeel slides\n- Lie on your back.\n"
    "- Do 2 sets of 10.",
    "# ",
    "- Hamstring stretch, reps 3, seconds 30, sides each, hold",
    "- Heel slides, sets 2, reps 10",
)
case(
    "a letter",
    "Hi Anna, here's your plan.\n\nStart with 5 minutes on the bike. Then do three sets of 12 "
    "squats, three sets of 10 push-ups and two sets of 30 seconds plank. Rest a minute between "
    "sets.\n\nSee you on Friday!",
    "# Start",
    "- bike, seconds 300",
    "- squats, sets 3, reps 12, rest 60",
    "- push-ups, sets 3, reps 10, rest 60",
    "- plank, sets 2, seconds 30, hold, rest 60",
)
case(
    "a list inside a sentence",
    "I do this every morning: 20 squats, 15 push ups and a 1 minute plank. Takes 5 minutes.",
    "# ",
    "- squats, reps 20",
    "- push ups, reps 15",
    "- plank, seconds 60, hold",
)
case(
    "rounds in one line",
    "5 rounds: 400m run, 15 swings, 12 pull-ups, rest 1 min between rounds",
    "# , timing circuit, rounds 5, rest_between_rounds 60",
    "- run, distance_m 400",
    "- swings, reps 15",
    "- pull-ups, reps 12",
)
case(
    "rounds below the exercises",
    "Core finisher:\nPlank 60s\nV-ups 15\nx3 rounds, no rest between exercises, 60s between rounds",
    "# Core finisher, timing circuit, rounds 3, rest_between_rounds 60",
    "- Plank, seconds 60, hold",
    "- V-ups, reps 15",
)
case(
    "times and rounds as a list",
    "HIIT\nWork: 40 sec\nRest: 20 sec\nRounds: 4\n\nExercises:\n* Burpees\n* Box jumps",
    "# Exercises, timing circuit, rounds 4, work 40, rest 20",
    "- Burpees",
    "- Box jumps",
)
case(
    "another exercise in each minute",
    "EMOM 12\nMin 1: 12 burpees\nMin 2: 10 thrusters\nMin 3: 40 sec plank",
    "# EMOM 12, timing emom, rounds 4, interval 60, cap 720",
    "- burpees, reps 12",
    "- thrusters, reps 10",
    "- plank, seconds 40, hold",
)
case(
    "every second minute",
    "E2MOM x 10 rounds\n3 power cleans @ 70kg\n5 box jumps",
    "# E2MOM x 10 rounds, timing emom, rounds 10, interval 120",
    "- power cleans, reps 3, load 70kg",
    "- box jumps, reps 5",
)
case(
    "named workouts, and how they go at their end",
    '"Fran"\n21-15-9\nThrusters (95/65 lb)\nPull-Ups\nFor Time\n\n"Murph"\nFor time:\n1 mile run\n'
    "100 pull-ups",
    '# "Fran", timing for_time, rounds 3',
    "- Thrusters, reps 21/15/9, load 95/65 lb",
    "- Pull-Ups, reps 21/15/9",
    '# "Murph", timing for_time',
    "- run, distance_m 1609",
    "- pull-ups, reps 100",
)
case(
    "loads before the reps",
    "Bench 135x8, 155x6, 175x4\nSquat 100x5x3\nPull-ups BW x 8, 7, 6",
    "# ",
    "- Bench, sets 3, reps 8/6/4, load 135, 155, 175",
    "- Squat, sets 3, reps 5, load 100",
    "- Pull-ups, sets 3, reps 8/7/6, load BW",
)
case(
    "sets on lines of their own",
    "Bench press\nSet 1: 10 reps @ 60 kg\nSet 2: 8 reps @ 70 kg\n\nSquat\nSet 1: 5 @ 100kg\n"
    "Set 2: 5 @ 100kg",
    "# ",
    "- Bench press, sets 2, reps 10/8, load 60 kg, 70 kg",
    "- Squat, sets 2, reps 5, load 100kg, 100kg",
)
case(
    "rest of the main lift and of the others",
    "Monday\nSquat 5x5\nLeg curl 3x12\n\nFriday\nBench 5x5\nRow 3x12\n\nRest 3 min on the main "
    "lift, 60s on everything else.",
    "# Monday",
    "- Squat, sets 5, reps 5, rest 180",
    "- Leg curl, sets 3, reps 12, rest 60",
    "# Friday",
    "- Bench, sets 5, reps 5, rest 180",
    "- Row, sets 3, reps 12, rest 60",
)
case(
    "a runner's session",
    "Speed\nMain: 5 x 1000m @ 10k pace w/ 2 min rest\n6x100m strides, 60s walk back",
    "# Main",
    "- Run @ 10k pace, sets 5, distance_m 1000, rest 120, load 10k pace",
    "- strides, sets 6, distance_m 100, rest 60",
)
case(
    "runs and walks of a day, repeated",
    "Week 1\nDay 1: Run 1 min, walk 2 min. Repeat 8 times.",
    "# Day 1, timing circuit, rounds 8",
    "- Run, seconds 60",
    "- walk, seconds 120",
)
case(
    "columns of tabs",
    "Exercise\tSets\tReps\tTempo\tRest (sec)\nGoblet squat\t3\t12\t3010\t60\n"
    "Side plank\t2\t30s/side\t\t45",
    "# ",
    "- Goblet squat, sets 3, reps 12, rest 60, tempo 3-0-1-0",
    "- Side plank, sets 2, seconds 30, sides each, hold, rest 45",
)
case(
    "a German circuit",
    "Zirkel 3 Runden:\n20 Kniebeugen\n10 Liegestütze\n1 Minute Pause zwischen den Runden",
    "# Zirkel, timing circuit, rounds 3, rest_between_rounds 60",
    "- Kniebeugen, reps 20",
    "- Liegestütze, reps 10",
)


case(
    "labelled exercises that a sentence describes, and a change by the clock",
    "Change exercises every 45 seconds. Complete each superset 3 times.\n"
    "A1: Dumbbell row\nA2: Push-up - lower for 3 seconds and then push away from the floor",
    "# , timing circuit, rounds 3, work 45",
    "- Dumbbell row",
    "- Push-up",
)
case(
    "names that are also kinds of training",
    "Run 5 min\nRow 10 min\nSkip 2 min\nMarch 1 min",
    "# ",
    "- Run, seconds 300",
    "- Row, seconds 600",
    "- Skip, seconds 120",
    "- March, seconds 60",
)


@pytest.mark.parametrize("name", CASES)
def test_a_session_is_understood(name: str) -> None:
    text, expected = CASES[name]
    assert understood(text) == expected
