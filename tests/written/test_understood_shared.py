"""What is understood of texts that people pass on: mails, leaflets, forums."""

import pytest
from understanding import Cases, understood

CASES = Cases()
case = CASES.add

case(
    "days in short are headings",
    "Mon\nPower: Push Press 5-4-3-2\n\nWed - easy\nJog 20 min\n\nFri: rows 3x12, curls 3x10",
    "# Power",
    "- Push Press, sets 4, reps 5/4/3/2",
    "# Wed - easy",
    "- Jog, seconds 1200",
    "# Fri",
    "- rows, sets 3, reps 12",
    "- curls, sets 3, reps 10",
)
case(
    "days in short, in German",
    "Mo\n\nKniebeugen 3x12\nPause 60 Sek\n\nDo: Laufen 30 min",
    "# Mo",
    "- Kniebeugen, sets 3, reps 12, rest 60",
    "# Do",
    "- Laufen, seconds 1800",
)
case(
    "how often an interval comes, after an x",
    "Every 2:30 x 6\n8 burpees\n10 kettlebell swings (24/16)",
    "# Every 2:30 x 6, timing emom, rounds 6, interval 150",
    "- burpees, reps 8",
    "- kettlebell swings (24/16), reps 10",
)
case(
    "two weights in brackets are no reps",
    "15-12-9 for time\nThrusters (43/30)\nBox jump overs (24/20)",
    "# , timing for_time, rounds 3",
    "- Thrusters (43/30), reps 15/12/9",
    "- Box jump overs (24/20), reps 15/12/9",
)
case(
    "how fast one goes is told",
    "Row 5 x 3:00 on / 1:30 off @ 22-24 spm\nBike 20 min, 85-95 rpm\nAccumulate 2 min in a plank",
    "# ",
    "- Row, sets 5, seconds 180, rest 90, load 22-24 spm",
    "- Bike, seconds 1200, load 85-95 rpm",
    "- plank, seconds 120, hold",
)
case(
    "up to a number",
    "Shoulders and heels\n\nHeel slide\nSlide a heel away. Hold for up to 5 seconds. "
    "Repeat up to 8 times.\n\n"
    "Shoulder squeeze\nOn your front or back. Draw the shoulder blades together, "
    "12 repetitions.\n\n"
    "Rolling\nLet both knees fall from side to side. 6 each side.",
    "# Shoulders and heels",
    "- Heel slide, reps 8, seconds 5, hold",
    "- Shoulder squeeze, reps 12",
    "- Rolling, reps 6, sides each",
)
case(
    "a table whose names have numbers in words",
    "Stretch | Time | Repeats\nFigure four lying down | 40 sec per side | -\nCat-cow | - | 8\n"
    "Calf raise | - | 12 e/l",
    "# ",
    "- Figure four lying down, seconds 40, sides each, hold",
    "- Cat-cow, reps 8",
    "- Calf raise, reps 12, sides each",
)
case(
    "the chapters of a video are no doses",
    "20 MINUTE HOME CIRCUIT\n\n45 seconds work, 15 seconds rest, 3 rounds.\n\nChapters\n"
    "0:00 Intro\n0:40 Warm up\n3:00 - Side lunge (left)\n4:00 - Side lunge (right)\n"
    "5:00 - Forearm plank\n6:00 Drink break\n7:00 Round 2\n19:00 Stretch\n21:10 Bloopers\n\n"
    "Business: post@studio.example",
    "# Chapters, timing circuit, rounds 3, work 45, rest 15",
    "- Side lunge (left)",
    "- Side lunge (right)",
    "- Forearm plank, seconds 45, hold",
)
case(
    "the chapters of a German video",
    "Für zuhause\n40 Sekunden Belastung, 20 Sekunden Pause, 2 Runden\n"
    "00:00 Begrüßung\n01:00 Kniebeugen\n02:00 Hampelmänner\n03:00 Trinkpause\n04:00 Runde 2\n"
    "06:00 Verabschiedung",
    "# , timing circuit, rounds 2, work 40, rest 20",
    "- Kniebeugen",
    "- Hampelmänner",
)
case(
    "times that rise are doses where no video begins",
    "Tempo ladder\n1:00 jog\n2:00 skipping\n3:00 squats\n4:00 step ups",
    "# Tempo ladder",
    "- jog, seconds 60",
    "- skipping, seconds 120",
    "- squats, seconds 180",
    "- step ups, seconds 240",
)
case(
    "a post in a forum",
    "[b]Lifter_77[/b] · Posts: 212 · Joined: May 2020\nhow does this look?\n\n"
    "[b]Mon - push[/b]\n[list]\n[*]Bench - 4 sets - 8 reps\n"
    "[*][i]Dips[/i] - 3 sets - till they burn\n"
    "[/list]\n[b]Thurs - pull[/b]\n[list]\n[*]Rows 4x10\n[/list]\n\n"
    "[b]Greybeard[/b] · Posts: 9,120\n[quote=Lifter_77]Rows 4x10[/quote]\nNice.\n________\n"
    "Squat 220 x 5",
    "# Mon - push",
    "- Bench, sets 4, reps 8",
    "- Dips, sets 3, reps max",
    "# Thurs - pull",
    "- Rows, sets 4, reps 10",
)
case(
    "rests of exercises by name, told below all of them",
    "Mon\n\nBench 3x8\nSquats 5x5\n\nThu\n\nDeads 3x5\nCurls 3x12\n\n"
    "rest is 90 seconds, 3 mins on squats and deads",
    "# Mon",
    "- Bench, sets 3, reps 8, rest 90",
    "- Squats, sets 5, reps 5, rest 180",
    "# Thu",
    "- Deads, sets 3, reps 5, rest 180",
    "- Curls, sets 3, reps 12, rest 90",
)
case(
    "rests of exercises by name, told above",
    "Rest 1 min, but 2:30 for presses.\n\nFloor press 4x6\nRows 4x10",
    "# ",
    "- Floor press, sets 4, reps 6, rest 150",
    "- Rows, sets 4, reps 10, rest 60",
)
case(
    "rests of exercises by name, in German",
    "Mo\n\nBankdrücken 3x8\nKniebeugen 5x5\n\nPause 60 Sekunden, bei Kniebeugen 2 min",
    "# Mo",
    "- Bankdrücken, sets 3, reps 8, rest 60",
    "- Kniebeugen, sets 5, reps 5, rest 120",
)
case(
    "cards of an app, among them names that sound like sections",
    "DAY 2 · Upper body\nMachine chest press\n3 sets · 10 reps · 60 s rest\n"
    "Standing cable row\n3 sets · 12 reps · 60 s rest\nExercise bike\n1 set · 15 min · level 6\n"
    "Ski erg\n3 sets · 300 m · 60 s rest",
    "# DAY 2 · Upper body",
    "- Machine chest press, sets 3, reps 10, rest 60",
    "- Standing cable row, sets 3, reps 12, rest 60",
    "- Exercise bike, sets 1, seconds 900",
    "- Ski erg, sets 3, distance_m 300, rest 60",
)
case(
    "cards of a German app",
    "Tag 1 · Beine\nBeinpresse\n3 Sätze · 12 Wdh · 60 s Pause\n"
    "Laufband\n1 Satz · 10 min · 4 % Steigung",
    "# Tag 1 · Beine",
    "- Beinpresse, sets 3, reps 12, rest 60",
    "- Laufband, sets 1, seconds 600, load 4 %",
)
case(
    "a leaflet, each exercise a name and a sentence",
    "After your operation\n\nFloor press, gentle\nPress the knee down and let go, 10 times.\n\n"
    "Heel slide\nSlide the heel up. 8 slow repetitions.\n\n"
    "Side leg lift\nLift, and lower. 2 sets of 6.",
    "# ",
    "- Floor press, gentle, reps 10",
    "- Heel slide, reps 8",
    "- Side leg lift, sets 2, reps 6",
)
case(
    "a name with little words, and a dose with sets",
    "# Barre\nchair pose at the wall 3 x 20 secs, 10 secs off\nbridge on the big ball 2x8\n"
    "tricep kicks 16 tiny ones\nheel raises, 10 full reps",
    "# Barre",
    "- chair pose at the wall, sets 3, seconds 20, hold, rest 10",
    "- bridge on the big ball, sets 2, reps 8",
    "- tricep kicks, reps 16",
    "- heel raises, reps 10",
)
case(
    "a bare m is metres in a text that writes minutes otherwise",
    "Prep\nRow 3 mins\nPlank 1m\n\nRace\n400 m run\n30 m box jumps\n400 m run\n20 m crab",
    "# Prep",
    "- Row, seconds 180",
    "- Plank, seconds 60, hold",
    "# Race",
    "- run, distance_m 400",
    "- box jumps, distance_m 30",
    "- run, distance_m 400",
    "- crab, distance_m 20",
)
case(
    "a bare m is metres in German",
    "Dienstag auf der Bahn\nEinlaufen 10 Minuten\nSteigerungen 4 x 80 m\n"
    "5 x 300 m, Trabpause 90 sek",
    "# Dienstag auf der Bahn",
    "- Einlaufen, seconds 600",
    "- Steigerungen, sets 4, distance_m 80",
    "- Laufen, sets 5, distance_m 300, rest 90",
)
case(
    "the dose of each of several names",
    "Drills: high knees, heel flicks and skips - each 2 x 20 metres\n"
    "Toes, arches, heels - 10 each\nBox jump, low - 5 each side",
    "# ",
    "- high knees, sets 2, distance_m 20",
    "- heel flicks, sets 2, distance_m 20",
    "- skips, sets 2, distance_m 20",
    "- Toes, reps 10",
    "- arches, reps 10",
    "- heels, reps 10",
    "- Box jump, low, reps 5, sides each",
)
case(
    "the dose of each of several names, in German",
    "Dienstag\nEinlaufen 10 Minuten\n"
    "Lauf-ABC: Kniehebelauf, Anfersen und Hopserlauf \u2013 je 2 x 40 m",
    "# Dienstag",
    "- Einlaufen, seconds 600",
    "- Kniehebelauf, sets 2, distance_m 40",
    "- Anfersen, sets 2, distance_m 40",
    "- Hopserlauf, sets 2, distance_m 40",
)


@pytest.mark.parametrize("name", CASES)
def test_texts_that_are_passed_on_are_understood(name: str) -> None:
    text, expected = CASES[name]
    assert [line.replace("# Workout", "# ") for line in understood(text)] == expected


def test_rounds_of_nothing_are_no_exercise() -> None:
    assert not any(line == "- " or line.startswith("- ,") for line in understood("a rounds 9 hop"))
