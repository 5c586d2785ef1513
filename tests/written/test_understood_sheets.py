"""What is understood of the sheets, cards and mails that people are sent home with."""

import pytest
from understanding import Cases, understood

CASES = Cases()
case = CASES.add

case(
    "an arrow before the dose of what is numbered",
    "Exercise 1: Arm circles\nBig ones.\n> 12 times forwards, 12 times backwards\n\n"
    "Exercise 2: Side shuffle\n> 8 steps to the right and 8 steps to the left\n\n"
    "Exercise 3: Band row\n> 3 sets of 12, in between sets 1 minute",
    "# ",
    "- Arm circles, reps 12, sides each",
    "- Side shuffle, reps 8, sides each",
    "- Band row, sets 3, reps 12, rest 60",
)
case(
    "German doses after arrows",
    "Übung 1: Armkreisen\n→ 9x vorwärts, 9x rückwärts\n\n"
    "Übung 2: Ziehen am Seil\n→ 3 Serien mit 8 Wiederholungen, dazwischen 1 Minute Pause\n\n"
    "Übung 3: Brücke\n→ 2 x 8, nach jedem Satz 45 Sekunden",
    "# ",
    "- Armkreisen, reps 9, sides each",
    "- Ziehen am Seil, sets 3, reps 8, rest 60",
    "- Brücke, sets 2, reps 8, rest 45",
)
case(
    "feet are changed",
    "TANDEM STAND\nHold on with both hands, then one hand, then one finger.\n"
    "How long: 15 seconds, then swap feet",
    "# ",
    "- TANDEM STAND, seconds 15, sides each, hold",
)

case(
    "rests in brackets, and a wish after the exercise",
    "Pull day\n3 x 8 curl (90 s)\n4 x 6/side row (2 min)\n2 x 12 dip (3 sec down)\n"
    "80 push-ups in as few sets as you can\n300 kcal shake after",
    "# Pull day",
    "- curl, sets 3, reps 8, rest 90",
    "- row, sets 4, reps 6, sides each, rest 120",
    "- dip, sets 2, reps 12",
    "- push-ups, reps 80",
)
case(
    "German rests in brackets",
    "3 x 12 Kniebeugen (60 s)\n60 Liegestütze in möglichst wenigen Sätzen",
    "# ",
    "- Kniebeugen, sets 3, reps 12, rest 60",
    "- Liegestütze, reps 60",
)
case(
    "what a text says of itself, with bars between",
    "Level: beginner | Time: 20 minutes | Kit: chair\nSquat 3 x 10\nRow 3 x 8",
    "# ",
    "- Squat, sets 3, reps 10",
    "- Row, sets 3, reps 8",
)
case(
    "an exercise outside the list of what is repeated",
    "Week 2\nEasy walk 5 min\nthen 3 repeats of:\n  - run 60 secs\n  - walk 90 secs\n"
    "Walk home 5 min",
    "# Week 2",
    "- Easy walk, seconds 300",
    "# , timing circuit, rounds 3",
    "- run, seconds 60",
    "- walk, seconds 90",
    "# ",
    "- Walk home, seconds 300",
)
case(
    "a German list of what is repeated",
    "Woche 2\nGehen 5 min\n3 Runden:\n- Laufen 60 s\n- Gehen 90 s\nAuslaufen 5 min",
    "# Woche 2",
    "- Gehen, seconds 300",
    "# , timing circuit, rounds 3",
    "- Laufen, seconds 60",
    "- Gehen, seconds 90",
    "# ",
    "- Auslaufen, seconds 300",
)
case(
    "a rest before all is repeated",
    "CIRCUIT\nSquat\n30 seconds\nRest 10 seconds\nSit-up\n20 seconds\n"
    "Rest 2 minutes, then repeat. Complete the circuit 3 times.",
    "# CIRCUIT, timing circuit, rounds 3, rest_between_rounds 120",
    "- Squat, seconds 30, rest 10",
    "- Sit-up, seconds 20",
)
case(
    "a post with its likes and hashtags",
    "Lifts\n- Squat 3x10\n- Row 3x12\n\n\u23f1\ufe0f 60s rest between sets\n\nFinisher\n20 squats\n"
    "\U0001f44d 12 \U0001f44e 2\n#legday #over30",
    "# Lifts",
    "- Squat, sets 3, reps 10, rest 60",
    "- Row, sets 3, reps 12, rest 60",
    "# Finisher",
    "- squats, reps 20",
)

case(
    "cards with how long and how many",
    "STEADY FEET\nExercises for the over-60s\n\nONE LEG STAND\n"
    "Hold on with both hands, then one hand.\nHow long: 5 to 15 seconds on each leg\n"
    "How many: 3 times each leg\n\nSIDE WALK\nStep along the counter.\n"
    "How many: 10 steps to the right and 10 steps to the left\n\nCLOCK\n"
    "How many: once round with each arm\n\nTANDEM STAND\nBreathe twice.\n"
    "How long: 20 seconds\nHow many: twice with each foot in front",
    "# Exercises for the over-60s",
    "- ONE LEG STAND, reps 3, seconds 5/15, sides each, hold",
    "- SIDE WALK, reps 10, sides each",
    "- CLOCK, reps 1, sides each",
    "- TANDEM STAND, reps 2, seconds 20, sides each, hold",
)
case(
    "how often, in one German word",
    "Tandemstand: 20 Sekunden halten, zweimal je Seite\nÜbungen zweimal täglich",
    "# ",
    "- Tandemstand, reps 2, seconds 20, sides each, hold",
)
case(
    "a sentence that ends with what stays the same",
    "Squat 3 x 10\nRow 3 x 8, same rest\n\nNext week: half the sets, same load.",
    "# ",
    "- Squat, sets 3, reps 10",
    "- Row, sets 3, reps 8",
)

case(
    "a dose for each of what follows it",
    "End\n1 min each: pigeon R, pigeon L, frog\n10 reps each of squats, lunges and dips\n"
    "10 each leg: step-up, split squat\n20 min easy: nothing fancy",
    "# ",
    "- pigeon R, seconds 60, hold",
    "- pigeon L, seconds 60, hold",
    "- frog, seconds 60, hold",
    "- squats, reps 10",
    "- lunges, reps 10",
    "- dips, reps 10",
    "- step-up, reps 10, sides each",
    "- split squat, reps 10, sides each",
    "- easy: nothing fancy, seconds 1200",
)
case(
    "a German dose for each of what follows it",
    "Zum Schluss\nje 30 Sekunden: Armkreisen, Seilspringen, Laufen\n"
    "jeweils 10 Wiederholungen: Kniebeuge, Liegestütz und Brücke",
    "# ",
    "- Armkreisen, seconds 30",
    "- Seilspringen, seconds 30",
    "- Laufen, seconds 30",
    "- Kniebeuge, reps 10",
    "- Liegestütz, reps 10",
    "- Brücke, reps 10",
)
case(
    "a ladder without hurry",
    "Part 2 - the ladder\n1-2-3-4-5 reps, no hurry\n  goblet squat\n  push-up, hands on the bell\n"
    "\nPart 3 - carry it home\nCarry 3 x 30 m",
    "# Part 2 - the ladder, timing circuit, rounds 5",
    "- goblet squat, reps 1/2/3/4/5",
    "- push-up, reps 1/2/3/4/5",
    "# Part 3 - carry it home",
    "- Carry, sets 3, distance_m 30",
)
case(
    "a German ladder",
    "Leiter\n8-6-4 Wiederholungen, ohne Eile\nKniebeuge\nLiegestütz",
    "# , timing circuit, rounds 3",
    "- Kniebeuge, reps 8/6/4",
    "- Liegestütz, reps 8/6/4",
)

case(
    "a letter from a physio",
    "Hi Sam,\n\nStart with pendulum swings: lean on the table and let the sore arm swing for "
    "about a minute. Then do table slides, two sets of fifteen, until you feel a stretch. After "
    "those, walk your fingers up the wall ten times.\n\nThe important one is the isometric "
    "rotation. Stand in the doorway, press your hand into the frame, hold for ten seconds, rest "
    "for ten, and repeat five times.\n\nFrom Monday, as long as it is calm, please add band rows "
    "with the red band, two "
    "sets of ten with a minute between.",
    "# Start",
    "- pendulum swings, seconds 60",
    "- table slides, sets 2, reps 15",
    "- walk your fingers up the wall, reps 10",
    "- isometric rotation, reps 5, seconds 10, hold, rest 10",
    "- band rows, sets 2, reps 10, rest 60",
)
case(
    "a letter in other words",
    "Begin with ankle pumps, twenty of them, whenever you sit down. Next is the heel slide. Lie "
    "on your back, slide the heel towards you, hold for five seconds, and repeat ten times. "
    "After that "
    "do bridges, three sets of eight. Rest a minute between sets.",
    "# Begin",
    "- ankle pumps, reps 20",
    "- heel slide, reps 10, seconds 5, hold",
    "- bridges, sets 3, reps 8, rest 60",
)
case(
    "a German letter",
    "Beginnen Sie mit Schulterkreisen, zehn Wiederholungen in jede Richtung. Danach machen Sie "
    "Wandliegestütze, zwei Sätze mit zwölf Wiederholungen. Die letzte Übung ist die Brücke. Heben "
    "Sie das Becken, halten Sie fünf Sekunden und wiederholen Sie das acht Mal.",
    "# Beginnen Sie",
    "- Schulterkreisen, reps 10, sides each",
    "- Wandliegestütze, sets 2, reps 12",
    "- Brücke, reps 8, seconds 5, hold",
)

case(
    "the same on the other side",
    "GLUTES\n\nCLAM. Lie on your side. Do fifteen, roll over, and do fifteen on the other side.\n\n"
    "BRIDGE. Feet flat. Drive the hips up. Twenty reps.",
    "# GLUTES",
    "- CLAM, reps 15, sides each",
    "- BRIDGE, reps 20",
)
case(
    "the same on the other side, in German",
    "Dehnen\nWade 30 s halten, dann auf der anderen Seite\nBrücke 3 x 10",
    "# Dehnen",
    "- Wade, seconds 30, sides each, hold",
    "- Brücke, sets 3, reps 10",
)

case(
    "German gym notes full of English names",
    "Bankdrücken 5x5 @ 80 kg, 3 min Pause\nRudern 3x10 je Seite, 90 sek\nFace Pulls 3x15\n"
    "Plank 3x1 min",
    "# ",
    "- Bankdrücken, sets 5, reps 5, rest 180, load 80 kg",
    "- Rudern, sets 3, reps 10, sides each, rest 90",
    "- Face Pulls, sets 3, reps 15",
    "- Plank, sets 3, seconds 60, hold",
)
case(
    "a German circuit on one line, with full stops",
    "Zirkel: 30 Sek. Belastung, 15 Sek. Pause, 4 Runden, 2 Min. Pause zwischen den Runden\n\n"
    "- Kniebeugen\n- Hampelmänner",
    "# Zirkel, timing circuit, rounds 4, rest_between_rounds 120, work 30, rest 15",
    "- Kniebeugen",
    "- Hampelmänner",
)
case(
    "a time of each, and the rounds below",
    "Core\n\n20 sec each, no rest:\n- dead bug\n- flutter kicks\nx3, 1 min rest between rounds",
    "# Core, timing circuit, rounds 3, rest_between_rounds 60",
    "- dead bug, seconds 20",
    "- flutter kicks, seconds 20",
)
case(
    "a letter alone among those of supersets",
    "A1 Bench press 4x8\nA2 Row 4x10\nC Curl 3x12\nDone in 25 min!",
    "# ",
    "- Bench press, sets 4, reps 8",
    "- Row, sets 4, reps 10",
    "# ",
    "- Curl, sets 3, reps 12",
)
case(
    "a tip below the rounds",
    "1. Jacks - 40 seconds\n2. Squats - 40 seconds\n\nDo 3 rounds in total.\n\nTip: drink enough",
    "# , timing circuit, rounds 3",
    "- Jacks, seconds 40",
    "- Squats, seconds 40",
)

case(
    "how often a sequence is repeated, above it",
    "Repeat this sequence 4 times, resting 45 seconds after each round:\n- 12 lunges\n- 8 dips",
    "# , timing circuit, rounds 4, rest_between_rounds 45",
    "- lunges, reps 12",
    "- dips, reps 8",
)
case(
    "how often all of it is repeated, in German",
    "- 12 Kniebeugen\n- 8 Dips\nWiederhole alles 3 mal, 60 s Pause nach jeder Runde.",
    "# , timing circuit, rounds 3, rest_between_rounds 60",
    "- Kniebeugen, reps 12",
    "- Dips, reps 8",
)

case(
    "sets and a rest above all exercises",
    "3 sets, 60s rest\nKB swings 15\nPush-ups 10",
    "# ",
    "- KB swings, sets 3, reps 15, rest 60",
    "- Push-ups, sets 3, reps 10, rest 60",
)
case(
    "German sets and a rest below a title",
    "Krafttraining\n3 Sätze, 90 s Pause\nKniebeuge 10\nLiegestütze 12",
    "# Krafttraining",
    "- Kniebeuge, sets 3, reps 10, rest 90",
    "- Liegestütze, sets 3, reps 12, rest 90",
)
case(
    "rounds after an exercise, in one line",
    "5 min row, then 3 rounds of 10 KB swings, 10 goblet squats and 10 push-ups. Finish with a "
    "2 minute plank.",
    "# ",
    "- row, seconds 300",
    "# , timing circuit, rounds 3",
    "- KB swings, reps 10",
    "- goblet squats, reps 10",
    "- push-ups, reps 10",
    "# Finish",
    "- plank, seconds 120, hold",
)
case(
    "the word exercise before the name",
    "Exercise: Bridge\nSets: 3\nReps: 10\n\nExercise: Clam\nSets: 2\nReps: 12 each side",
    "# ",
    "- Bridge, sets 3, reps 10",
    "- Clam, sets 2, reps 12, sides each",
)

case(
    "a timer for all of it",
    "KETTLEBELL 20 MIN\nSet a timer for 20 minutes and do as many rounds as you can:\n- 8 swings\n"
    "- 4 push presses per arm",
    "# , timing amrap, cap 1200",
    "- swings, reps 8",
    "- push presses, reps 4, sides each",
)
case(
    "how long each stretch is held",
    "Stretching after a run (hold each 30 seconds, both sides)\n- Calf\n- Quad",
    "# Stretching after a run hold",
    "- Calf, seconds 30, sides each, hold",
    "- Quad, seconds 30, sides each, hold",
)
case(
    "how long each stretch is held, in German",
    "Dehnen (jede Dehnung 30 Sekunden halten)\n- Wade\n- Oberschenkel",
    "# Dehnen",
    "- Wade, seconds 30, hold",
    "- Oberschenkel, seconds 30, hold",
)

case(
    "a side in brackets before the next dose",
    "Morning routine\n10 squats, 10 lunges (each leg), 30 s plank. Repeat x3.",
    "# Morning routine, timing circuit, rounds 3",
    "- squats, reps 10",
    "- lunges, reps 10, sides each",
    "- plank, seconds 30, hold",
)
case(
    "German rounds of a programme",
    "Rumpf-Programm: 3 Durchgänge\nSeitstütz links 20 s\nKäfer 12 Wdh.\n"
    "1 Min. Pause nach jedem Durchgang",
    "# , timing circuit, rounds 3, rest_between_rounds 60",
    "- Seitstütz links, seconds 20, hold",
    "- Käfer, reps 12",
)

case(
    "exercises that have numbers for names, above their steps",
    "Calf care\n\nExercise 1\n\nSit on a bench, and put a scarf under your foot. "
    "Repeat 9 to 11 times, twice a day.\n\nFig:01\n\nExercise 2\n\n"
    "Stand at a wall. Hold for at least 20 seconds. Switch legs and repeat.\n\nFig:02\n\n"
    "Exercise 3\n\nRoll a bottle under your heel. Do this for 3 minutes.",
    "# ",
    "- Exercise 1, reps 9/11",
    "- Exercise 2, seconds 20, sides each, hold",
    "- Exercise 3, seconds 180",
)
case(
    "German names with numbers, numbered steps, and the dose after them",
    "Übungen für die Schulter\n\nSehne\n\n1. Gerade hinsetzen.\n2. Arm langsam heben.\n\n"
    "2 mal täglich 8 bis 12 Wiederholungen.\n\nKapsel 1\n\n1. Auf den Boden legen.\n"
    "2. Arm nach außen drehen.\n\n2 mal täglich 30 Sekunden.\n\nKapsel 2\n\n1. Aufrecht stehen.\n"
    "2. Ein kleiner Schritt um 20 cm nach vorne.\n\n2 mal täglich 9 Wiederholungen.\n\nKapsel 3\n\n"
    "1. An die Wand lehnen.\n\n2 mal täglich 7 Wiederholungen.",
    "# Übungen für die Schulter",
    "- Sehne, reps 8/12",
    "- Kapsel 1, seconds 30",
    "- Kapsel 2, reps 9",
    "- Kapsel 3, reps 7",
)


@pytest.mark.parametrize("name", CASES)
def test_what_a_sheet_says(name: str) -> None:
    """Each text is read as this."""
    text, expected = CASES[name]
    assert understood(text) == expected
