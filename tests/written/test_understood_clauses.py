"""What is understood of sentences that name several exercises, each in a clause of its own."""

import pytest
from understanding import Cases, understood

CASES = Cases()
case = CASES.add

case(
    "doses in brackets, and one that follows a comma",
    "We always start with shoulder shrugs (12), arm circles (6 each way) and a gentle neck turn to "
    "each side, held for a slow count of ten.",
    "- shoulder shrugs, reps 12",
    "- arm circles, reps 6, sides each",
    "- gentle neck turn, seconds 10, sides each, hold",
)
case(
    "a list that ends with the dose of each",
    "Jog to the mill (about 9 mins), then drills: high knees, heel flicks, A-skips, each 2 x 25 m.",
    "- Jog to the mill, seconds 540",
    "- high knees, sets 2, distance_m 25",
    "- heel flicks, sets 2, distance_m 25",
    "- A-skips, sets 2, distance_m 25",
)
case(
    "what the reader does with a part of himself",
    "Before you press start: march for a minute, swing each leg 8 times, circle your hips for 9 s.",
    "- march, seconds 60",
    "- swing, reps 8, sides each",
    "- circle your hips, seconds 9",
)
case(
    "two at the end",
    "Squats 3 x 10\nTo finish, hang off a bar for half a minute and stretch your calves for a "
    "minute each.",
    "- Squats, sets 3, reps 10",
    "- hang off a bar, seconds 30, hold",
    "- stretch your calves, seconds 60, sides each, hold",
)
case(
    "numbers behind a verb",
    "Squats 3 x 10\nWe go on with 10 lunges, then 8 press-ups and finish with a 20 second plank.",
    "- Squats, sets 3, reps 10",
    "- lunges, reps 10",
    "- press-ups, reps 8",
    "- plank, seconds 20, hold",
)
case(
    "German numbers behind a verb, and an article",
    "Wir beginnen mit 10 Kniebeugen, dann 8 Liegestütze und zum Schluss 20 Sekunden Planke.\n"
    "Zum Abschluss die Waden dehnen, pro Seite eine halbe Minute.\nAm Ende 5 Minuten auslaufen.",
    "- Kniebeugen, reps 10",
    "- Liegestütze, reps 8",
    "- Planke, seconds 20, hold",
    "- Waden dehnen, seconds 30, sides each, hold",
    "- auslaufen, seconds 300",
)
case(
    "lists of exercises with their doses in front, and a name before each list",
    "Warm up\nShoulders - 8 arm circles each way, 12 shrugs on the bar, 9 pull aparts\n"
    "Hips - 7 deep squats, 6 each side leg swings\nGrip - 4 x 10s easy hangs on the jug, 20s off",
    "- arm circles, reps 8, sides each",
    "- shrugs on the bar, reps 12",
    "- pull aparts, reps 9",
    "- deep squats, reps 7",
    "- leg swings, reps 6, sides each",
    "- easy hangs on the jug, sets 4, seconds 10, hold, rest 20",
)
case(
    "two loads behind a name, and rounds of what finishes",
    "5 rounds\n200m row\n12 kb swings 24/16\n\nSuperset to finish x3:\n  walking lunges 20 steps\n"
    "  wall sit 30 sec",
    "- row, distance_m 200",
    "- kb swings 24/16, reps 12",
    "- walking lunges, reps 20",
    "- wall sit, seconds 30, hold",
)
case(
    "a hold at the end of each rep, and how often a week",
    "1. Brücke – 3 x 8, oben 2 Sekunden halten\n2. Kindhaltung – 1 Minute\n\n"
    "Bitte mindestens dreimal pro Woche.",
    "- Brücke, sets 3, reps 8, seconds 2, hold",
    "- Kindhaltung, seconds 60, hold",
)
case(
    "how long all of it lasts",
    "Three times a week, twenty minutes, no excuses. Good luck!\nSquats 3 x 10\nRows 3 x 8",
    "- Squats, sets 3, reps 10",
    "- Rows, sets 3, reps 8",
)
case(
    "how something is done names nothing",
    "Bridge. Lie on your back, press the floor away, lift your hips and hold for 5 "
    "seconds. Ten times.",
    "- Bridge, reps 10, seconds 5, hold",
)
case(
    "a dose for each of what stands behind the colon",
    "Squats 3 x 10\nCool down – big stretches, hold each for a slow count of ten: reach for the "
    "sky, touch your toes, frog.",
    "- Squats, sets 3, reps 10",
    "- reach for the sky, seconds 10, hold",
    "- touch your toes, seconds 10, hold",
    "- frog, seconds 10, hold",
)
case(
    "what comes next in a letter",
    "Now the legs. March on the spot for a minute. Straighten one knee, hold it for three seconds "
    "and lower; ten with each leg. Then stand up and sit down again, 6 to 8 times.",
    "- March on the spot, seconds 60",
    "- Straighten one knee, reps 10, seconds 3, sides each, hold",
    "- stand up and sit down again, reps 6/8",
)
case(
    "words about a set, loads and efforts beside a dose",
    "Hammer Curl\n3 sets x 10-12 reps (drop set on last)\n\nDip\n3 sets x 8 reps\n\n"
    "lat raise x15 10s\nrow 5 mins 7/10 effort",
    "- Hammer Curl, sets 3, reps 10/12",
    "- Dip, sets 3, reps 8",
    "- lat raise, reps 15, load 10s",
    "- row, seconds 300",
)
case(
    "a section in a word, and what all of a section is done",
    "Rows 3 x 8\nand stretch!! hips 2x20s each side\n\nPART A  Running, all of these 2x\n"
    " 1  Straight ahead\n 2  Hip out\n 3  Around a partner\n 4  Quick steps",
    "- Rows, sets 3, reps 8",
    "- hips, sets 2, seconds 20, sides each, hold",
    "- Straight ahead, sets 2",
    "- Hip out, sets 2",
    "- Around a partner, sets 2",
    "- Quick steps, sets 2",
)
case(
    "intervals told ahead of the list that they are of",
    "It's 30 seconds on and 15 off, and we do three laps. March for a minute first.\n\n"
    "The lap\n- squat with a pulse at the bottom\n- bridge\n- shuffle",
    "- March, seconds 60",
    "- squat with a pulse at the bottom",
    "- bridge",
    "- shuffle",
)


@pytest.mark.parametrize("name", CASES)
def test_clauses_name_exercises(name: str) -> None:
    text, expected = CASES[name]
    assert [line for line in understood(text) if line[0] == "-"] == expected
