"""What is understood of written workouts: one small text for each way in which people write."""

import pytest
from understanding import Cases, understood

CASES = Cases()
case = CASES.add

case(
    "a dose after the name",
    "Legs\n\nGoblet squat 3x12\nStep-up: 2 x 8 each leg",
    "# Legs",
    "- Goblet squat, sets 3, reps 12",
    "- Step-up, sets 2, reps 8, sides each",
)
case(
    "a dose before the name",
    "Core\n- 20 sit-ups\n- 3 sets of 10 dead bugs\n- 30 sec plank",
    "# Core",
    "- sit-ups, reps 20",
    "- dead bugs, sets 3, reps 10",
    "- plank, seconds 30, hold",
)
case(
    "a dose glued to the name",
    "Arms\n\nBiceps curl2 sets of 12 reps\nDips3 sets of 8-10 reps",
    "# Arms",
    "- Biceps curl, sets 2, reps 12",
    "- Dips, sets 3, reps 8/10",
)
case(
    "a dose on the next line",
    "Day one\n\nBench press\n4 sets, 6-8 reps\n\nFace pull\n3 sets, 15 reps",
    "# Day one",
    "- Bench press, sets 4, reps 6/8",
    "- Face pull, sets 3, reps 15",
)
case(
    "doses in brackets",
    "Main\n* Squat (3 x 10)\n* Lunge (2 sets, 8/leg)\n* Wall sit (45s)",
    "# Main",
    "- Squat, sets 3, reps 10",
    "- Lunge, sets 2, reps 8, sides each",
    "- Wall sit, seconds 45, hold",
)
case(
    "a dose in the heading is for all",
    "Strength: 3 x 12 of each\n- Squat\n- Row\n- Press",
    "# Strength",
    "- Squat, sets 3, reps 12",
    "- Row, sets 3, reps 12",
    "- Press, sets 3, reps 12",
)
case(
    "a dose in prose below the name",
    "## Bird dog\n\nKneel on all fours. Reach one arm forward.\n"
    "Do three sets of ten on each side.\n\n## Bridge\n\n"
    "Lie on your back. Hold the top for five seconds and repeat 12 times.",
    "# ",
    "- Bird dog, sets 3, reps 10, sides each",
    "- Bridge, reps 12, seconds 5, hold",
)
case(
    "rounds of a circuit",
    "3 rounds of:\n10 burpees\n15 air squats\nRest 90 seconds between rounds",
    "# , timing circuit, rounds 3, rest_between_rounds 90",
    "- burpees, reps 10",
    "- air squats, reps 15",
)
case(
    "work and rest of intervals",
    "HIIT\n40 seconds on, 20 seconds off, 4 rounds\n- Jumping jacks\n- Mountain climbers",
    "# HIIT, timing circuit, rounds 4, work 40, rest 20",
    "- Jumping jacks",
    "- Mountain climbers",
)
case(
    "an AMRAP",
    "AMRAP 15\n5 pull-ups\n10 push-ups",
    "# AMRAP 15, timing amrap, cap 900",
    "- pull-ups, reps 5",
    "- push-ups, reps 10",
)
case(
    "as many rounds as possible",
    "As many rounds as possible in 12 minutes:\n- 8 thrusters\n- 200 m run",
    "# As many rounds as possible in 12 minutes, timing amrap, cap 720",
    "- thrusters, reps 8",
    "- run, distance_m 200",
)
case(
    "an EMOM",
    "EMOM 10\n12 kettlebell swings",
    "# EMOM 10, timing emom, rounds 10, interval 60, cap 600",
    "- kettlebell swings, reps 12",
)
case(
    "a descending ladder",
    "21-15-9 for time\nThrusters\nPull-ups",
    "# , timing for_time, rounds 3",
    "- Thrusters, reps 21/15/9",
    "- Pull-ups, reps 21/15/9",
)
case(
    "supersets",
    "A1. Bench press 3x8\nA2. Row 3x10, rest 60s\nB1) Curl 2x12\nB2) Dip 2x12",
    "# ",
    "- Bench press, sets 3, reps 8",
    "- Row, sets 3, reps 10, rest 60",
    "# ",
    "- Curl, sets 2, reps 12",
    "- Dip, sets 2, reps 12",
)
case(
    "a table",
    "| Exercise | Sets | Reps | Rest |\n|---|---|---|---|\n"
    "| Squat | 3 | 8-10 | 90s |\n| Plank | 2 | 30s | 60s |",
    "# ",
    "- Squat, sets 3, reps 8/10, rest 90",
    "- Plank, sets 2, seconds 30, hold, rest 60",
)
case(
    "a timer's list",
    "00:30 Jumping jacks\n01:00 Plank\n0:45 Lunges",
    "# ",
    "- Jumping jacks, seconds 30",
    "- Plank, seconds 60, hold",
    "- Lunges, seconds 45",
)
case(
    "several in one line",
    "Warm up: jog 5 min, then 10 squats and 10 lunges each leg",
    "# Warm up",
    "- jog, seconds 300",
    "- squats, reps 10",
    "- lunges, reps 10, sides each",
)
case(
    "a rest between sets for all",
    "Workout A\nRest 60-90 seconds between sets.\n- Squat 3x10\n- Bench 3x8",
    "# Workout A",
    "- Squat, sets 3, reps 10, rest 60/90",
    "- Bench, sets 3, reps 8, rest 60/90",
)
case(
    "breaths",
    "Yoga\n- Downward dog, 5 breaths\n- Pigeon: 8 breaths each side",
    "# Yoga",
    "- Downward dog, hold",
    "- Pigeon, sides each, hold",
)
case(
    "a day is no set",
    "Neck\n- Chin tuck 10 reps, 3 x/day\n- Shoulder roll 10 reps twice a day",
    "# Neck",
    "- Chin tuck, reps 10",
    "- Shoulder roll, reps 10",
)
case(
    "held reps of a physio",
    "Knee\n1. Quad set: 10 reps, hold 5 sec\n2. Straight leg raise 3x10, 3 second hold",
    "# Knee",
    "- Quad set, reps 10, seconds 5, hold",
    "- Straight leg raise, sets 3, reps 10, seconds 3, hold",
)
case(
    "distances",
    "Track\n- 8 x 400 m run, 90s rest\n- 1 km easy jog\n- Farmer's carry 2 x 30m",
    "# Track",
    "- run, sets 8, distance_m 400, rest 90",
    "- easy jog, distance_m 1000",
    "- Farmer's carry, sets 2, distance_m 30",
)
case(
    "a chat",
    "[07:12] Sam: hi! legs today\n[07:12] Sam: squats 3x8 @ 60kg\n"
    "[07:13] Me: ok, 10 min late\n[07:14] Sam: lunges 2x10 each leg",
    "# ",
    "- squats, sets 3, reps 8, load 60kg",
    "- lunges, sets 2, reps 10, sides each",
)
case(
    "greetings, adverts and comments are no exercises",
    "Hi all, here is my 20 minute session!\n\n- Push-ups 3x10\n- Squats 3x15\n\n"
    "Follow me for more. 300 likes and I post part 2!",
    "# ",
    "- Push-ups, sets 3, reps 10",
    "- Squats, sets 3, reps 15",
)
case(
    "times of day are none",
    "Class at 6:30 pm, doors open 6:15\n\nRow 3x10\nMarch 2 min",
    "# ",
    "- Row, sets 3, reps 10",
    "- March, seconds 120",
)
case(
    "German",
    "Aufwärmen\n- Hampelmann 30 Sek.\nHauptteil\n"
    "- Kniebeugen 3 x 12 Wiederholungen, Pause 60 Sek.\n"
    "- Ausfallschritte: 3 Sätze à 10 pro Bein\n- Unterarmstütz 30 Sekunden halten",
    "# Aufwärmen",
    "- Hampelmann, seconds 30",
    "# Hauptteil",
    "- Kniebeugen, sets 3, reps 12, rest 60",
    "- Ausfallschritte, sets 3, reps 10, sides each",
    "- Unterarmstütz, seconds 30, hold",
)
case(
    "a pyramid of lines",
    "Bench press\n12 x 40kg\n10 x 50kg\n8 x 60kg\n\nDips 3 x max",
    "# ",
    "- Bench press, sets 3, reps 12/10/8, load 40kg, 50kg, 60kg",
    "- Dips, sets 3, reps max",
)
case(
    "the same again",
    "Stretch\n- Calf stretch 30s each side\n- Hamstring stretch - same",
    "# Stretch",
    "- Calf stretch, seconds 30, sides each, hold",
    "- Hamstring stretch, seconds 30, sides each, hold",
)
case(
    "Tabata",
    "Tabata\n- Burpees\n- Squats",
    "# Tabata, timing tabata, rounds 8, work 20, rest 10",
    "- Burpees",
    "- Squats",
)
case(
    "headings that are exercises",
    "# 1. Wall sit 30s\n# 2. 10 squats\n# 3. 15 calf raises\n# 4. Lunges x12\n# 5. Plank 40s",
    "# ",
    "- Wall sit, seconds 30, hold",
    "- squats, reps 10",
    "- calf raises, reps 15",
    "- Lunges, reps 12",
    "- Plank, seconds 40, hold",
)
case(
    "a run by intervals",
    "Week 3\n8 rounds of:\nRun 60 seconds\nWalk 90 seconds",
    "# Week 3, timing circuit, rounds 8",
    "- Run, seconds 60",
    "- Walk, seconds 90",
)
case(
    "glued intervals",
    "Run 2 minutesWalk 1 minuteRun 3 minutes",
    "# ",
    "- Run, seconds 120",
    "- Walk, seconds 60",
    "- Run, seconds 180",
)


@pytest.mark.parametrize("name", CASES)
def test_a_text_is_understood(name: str) -> None:
    text, expected = CASES[name]
    assert understood(text) == expected
