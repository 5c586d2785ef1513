"""What is understood of doses that groups of exercises have, and of what adds up others."""

import pytest
from understanding import Cases, understood

CASES = Cases()
case = CASES.add

case(
    "groups that are headings below",
    "Strength day\nCompounds: 4 x 6\nIsolation: 3 x 12, rest 60s\n\nCompounds\n- Bench press\n"
    "- Bent-over row\n\nIsolation\n- Curls\n- Lateral raise",
    "# Compounds",
    "- Bench press, sets 4, reps 6",
    "- Bent-over row, sets 4, reps 6",
    "# Isolation",
    "- Curls, sets 3, reps 12, rest 60",
    "- Lateral raise, sets 3, reps 12, rest 60",
)
case(
    "groups in one line, and headings that are called a little differently",
    "Full body\nUpper body exercises 3x10, lower body exercises 4x8\n\nUpper body\nPulldown\n"
    "Rows\n\nLower body\nSquat\nLeg curl",
    "# Upper body",
    "- Pulldown, sets 3, reps 10",
    "- Rows, sets 3, reps 10",
    "# Lower body",
    "- Squat, sets 4, reps 8",
    "- Leg curl, sets 4, reps 8",
)
case(
    "groups in brackets that are labels below",
    "Timing\n40 seconds per set. 50 seconds to rest between sets. 12 sets in total.\n\n"
    "Sets and reps\n- Large muscles (legs, back) I do 4 sets of 8 reps\n"
    "- Small muscles (arms, calves): 2 x 15\n\nMonday\n- Legs: Leg press\n- Arms: Hammer curl\n\n"
    "Thursday\n- Back: Pulldown\n- Calves: Calf press",
    "# Monday",
    "- Leg press, sets 4, reps 8, rest 50",
    "- Hammer curl, sets 2, reps 15, rest 50",
    "# Thursday",
    "- Pulldown, sets 4, reps 8, rest 50",
    "- Calf press, sets 2, reps 15, rest 50",
)
case(
    "sets of a group, and reps of its own",
    "My plan\nLegs: 4 sets of 8\nArms: 3 sets of 12\n\nLegs\n- Squat\n- Lunge, 10 reps\n\nArms\n"
    "- Curl",
    "# Legs",
    "- Squat, sets 4, reps 8",
    "- Lunge, sets 4, reps 10",
    "# Arms",
    "- Curl, sets 3, reps 12",
)
case(
    "labels with several names",
    "Main lifts are 5 sets of 5\nAccessories are 3 sets of 10\n\nMonday\nMain lift: Squat\n"
    "Accessories: Leg press, leg curl\n\nWednesday\nMain lift: Bench press\nAccessories: Dips",
    "# Monday",
    "- Squat, sets 5, reps 5",
    "- Leg press, sets 3, reps 10",
    "- leg curl, sets 3, reps 10",
    "# Wednesday",
    "- Bench press, sets 5, reps 5",
    "- Dips, sets 3, reps 10",
)
case(
    "some exercises by name, and all others",
    "Squats and deadlifts 5x5, everything else 3x10. Rest 90 s.\n\nDay A\nSquat\nRow\n\n"
    "Day B\nDeadlift\nChin-up",
    "# Day A",
    "- Squat, sets 5, reps 5, rest 90",
    "- Row, sets 3, reps 10, rest 90",
    "# Day B",
    "- Deadlift, sets 5, reps 5, rest 90",
    "- Chin-up, sets 3, reps 10, rest 90",
)
case(
    "German groups",
    "Kraftplan\nGrundübungen: 4 x 6, Pause 2 min\nIsolationsübungen: 3 x 12, Pause 60 s\n\n"
    "Grundübungen\n- Kniebeugen\n- Bankdrücken\n\nIsolationsübungen\n- Bizepscurls\n- Seitheben",
    "# Grundübungen",
    "- Kniebeugen, sets 4, reps 6, rest 120",
    "- Bankdrücken, sets 4, reps 6, rest 120",
    "# Isolationsübungen",
    "- Bizepscurls, sets 3, reps 12, rest 60",
    "- Seitheben, sets 3, reps 12, rest 60",
)
case(
    "exercises that are explained below are no groups",
    "Plank 3 x 30 s\nSquat 3 x 10\n\nPlank\nKeep your elbows under the shoulders.\n\n"
    "Squat\nSit back and down.",
    "# ",
    "- Plank, sets 3, seconds 30, hold",
    "- Squat, sets 3, reps 10",
)
case(
    "what adds up a dose is none",
    "Squat 3 x 10 (30 total)\nLunge 10 each leg (20 in total)\nSit-ups 4 x 15, 60 reps in total\n"
    "Tabata: mountain climbers, 20 s on, 10 s off, a total of 4 minutes",
    "# ",
    "- Squat, sets 3, reps 10",
    "- Lunge, reps 10, sides each",
    "- Sit-ups, sets 4, reps 15",
    "- mountain climbers, sets 8, seconds 20, rest 10",
)
case(
    "a whole alone is a dose",
    "Plank: accumulate a total of 3 minutes\nHollow hold, 2 minutes total\nPress-ups 50 total",
    "# ",
    "- Plank, seconds 180, hold",
    "- Hollow hold, seconds 120, hold",
    "- Press-ups, reps 50",
)
case(
    "how often it is done, by the whole",
    "Jump rope: 30 s on, 30 s off, 10 minutes total\n"
    "Alternate 30 s of plank and 30 s of rest for a total of 4 minutes.\n\n"
    "20 s sprint / 40 s easy, for a total of 10 minutes",
    "# ",
    "- Jump rope, sets 10, seconds 30, rest 30",
    "- plank, sets 4, seconds 30, hold, rest 30",
    "# , timing circuit, rounds 10",
    "- sprint, seconds 20",
    "- easy, seconds 40",
)
case(
    "a German whole",
    "Kniebeugen 3 x 12 (insgesamt 36)\nPlank 3 x 30 Sek, insgesamt 90 Sekunden",
    "# ",
    "- Kniebeugen, sets 3, reps 12",
    "- Plank, sets 3, seconds 30, hold",
)
case(
    "names that no word tells, in a list that is done in rounds",
    "Upper body circuit\n* Arm sweeps\n* Wrist rolls\n* Scarecrows\n* Push Ups 10 reps\n\n"
    "repeat for 3 sets\n\nWarm-up\n- Inchies\n- Skier arms\n- 20 jumping jacks",
    "# Upper body circuit, timing circuit, rounds 3",
    "- Arm sweeps",
    "- Wrist rolls",
    "- Scarecrows",
    "- Push Ups, reps 10",
    "# Warm-up",
    "- Inchies",
    "- Skier arms",
    "- jumping jacks, reps 20",
)


@pytest.mark.parametrize("name", CASES)
def test_a_phenomenon_is_understood(name: str) -> None:
    text, expected = CASES[name]
    assert understood(text) == expected
