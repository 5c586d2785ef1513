"""What is understood of written workouts, by the styles of those who write them."""

import pytest
from understanding import Cases, understood

CASES = Cases()
case = CASES.add

case(
    "work and rest of every move, told in an article",
    "Do each move for 45 seconds, rest for 15 seconds, then go on. Complete three rounds.\n\n"
    "1. Jump squats\nLower into a squat, then jump.\n\n2. Reverse lunges\nStep back with one foot.",
    "# , timing circuit, rounds 3, work 45, rest 15",
    "- Jump squats",
    "- Reverse lunges",
)
case(
    "stations with a time to change over",
    "Circuit\n40 seconds work / 20 seconds change over, 3 laps, 2 minutes between laps\n"
    "Station 1: Step-ups\nStation 2: Press-ups",
    "# Circuit, timing circuit, rounds 3, rest_between_rounds 120, work 40, rest 20",
    "- Step-ups",
    "- Press-ups",
)
case(
    "rests of an app, each on a line",
    "High knees - 0:30\nRest - 0:15\nSquat jumps - 0:30\nRest - 0:20",
    "# ",
    "- High knees, seconds 30, rest 15",
    "- Squat jumps, seconds 30, rest 20",
)
case(
    "repeaters",
    "Repeaters\nHalf crimp hang: 7s on / 3s off x 6, 3 sets, rest 3 min",
    "# ",
    "- Half crimp hang, sets 3, reps 6, seconds 7, hold, rest 180",
)
case(
    "intervals in brackets",
    "10 min easy\n6 x (2 min hard / 1 min easy)\n5 min walk",
    "# ",
    "- easy, seconds 600",
    "# , timing circuit, rounds 6",
    "- hard, seconds 120",
    "- easy, seconds 60",
    "# ",
    "- walk, seconds 300",
)
case(
    "turns for a total time",
    "Alternate 1 minute of running with 2 minutes of walking for a total of 21 minutes.",
    "# , timing circuit, rounds 7",
    "- running, seconds 60",
    "- walking, seconds 120",
)
case(
    "rounds for time, in short",
    'WOD "Gale"\n5 RFT\n400m Run\n21 swings (24/16)\nCap 25 min',
    '# WOD "Gale", timing for_time, rounds 5, cap 1500',
    "- Run, distance_m 400",
    "- swings (24/16), reps 21",
)
case(
    "every second minute",
    "E2MOM x 5:\n3 power cleans\n6 burpees",
    "# E2MOM x 5, timing emom, rounds 5, interval 120",
    "- power cleans, reps 3",
    "- burpees, reps 6",
)
case(
    "a pyramid",
    "Pyramid: 2-4-6-4-2\n- Push-ups\n- Sit-ups",
    "# Pyramid, timing circuit, rounds 5",
    "- Push-ups, reps 2/4/6/4/2",
    "- Sit-ups, reps 2/4/6/4/2",
)
case(
    "a chat without times of day",
    "Mia: hey! your session for tonight\nMia: 4x8 front squats, 2 min rest\nMia: 3x12 hip thrusts",
    "# ",
    "- front squats, sets 4, reps 8, rest 120",
    "- hip thrusts, sets 3, reps 12",
)
case(
    "a sentence that goes on",
    "Do three sets of eight squats. After that, hold a plank for half a minute and repeat it "
    "twice more.",
    "# ",
    "- squats, sets 3, reps 8",
    "- plank, reps 3, seconds 30, hold",
)
case(
    "sets of all exercises in turn",
    "Block 1 - 3 sets, 45 sec rest between exercises, 2 min between sets\nSwing x 15\nRow x 12",
    "# Block 1, timing circuit, rounds 3, rest_between_rounds 120, rest 45",
    "- Swing, reps 15",
    "- Row, reps 12",
)
case(
    "a way after an x",
    "Finisher\nFarmer carry x 40m\nBear crawl x 20 m",
    "# Finisher",
    "- Farmer carry, distance_m 40",
    "- Bear crawl, distance_m 20",
)
case(
    "repeats of one exercise among others",
    "Pendulum swings: 2 minutes\nSleeper stretch: hold 30 secs, repeat x3 each side",
    "# ",
    "- Pendulum swings, seconds 120",
    "- Sleeper stretch, reps 3, seconds 30, sides each, hold",
)
case(
    "each direction",
    "Warm-up\n- Ankle circles - 10 in each direction\n- Arm swings - 10 each way",
    "# Warm-up",
    "- Ankle circles, reps 10, sides each",
    "- Arm swings, reps 10, sides each",
)
case(
    "alternating in a name",
    "Core\nAlternating heel tap: 2 sets of 5 reps on each leg\nDead bug 3x10 alternating",
    "# Core",
    "- Alternating heel tap, sets 2, reps 5, sides each",
    "- Dead bug, sets 3, reps 10, sides alternating",
)
case(
    "a German circuit of few words",
    "Zirkel: 45 Sek. Belastung, 15 Sek. Pause, 3 Runden\n- Kniebeugen\n- Liegestütze",
    "# Zirkel, timing circuit, rounds 3, work 45, rest 15",
    "- Kniebeugen",
    "- Liegestütze",
)
case(
    "a dose of every move",
    "Every move: 12 reps, 3 sets, 60 s rest between sets\n- Squat\n- Row",
    "# ",
    "- Squat, sets 3, reps 12, rest 60",
    "- Row, sets 3, reps 12, rest 60",
)
case(
    "work of all moves",
    "Core\nAll moves: 30 sec work, 10 sec rest. 2 rounds.\nCrunches\nBicycles",
    "# Core, timing circuit, rounds 2, work 30, rest 10",
    "- Crunches",
    "- Bicycles",
)

case(
    "a template of all stations",
    "Station timing (3 rounds):\nMove 1 - 40 seconds / 10 sec transition\n"
    "Move 2 - 40 seconds / 10 sec transition\n\n"
    "Station 1\n1. Press\n2. Row\n\nStation 2\n1. Lunge\n2. Curl",
    "# Station 1, timing circuit, rounds 3, work 40, rest 10",
    "- Press",
    "- Row",
    "# Station 2, timing circuit, rounds 3, work 40, rest 10",
    "- Lunge",
    "- Curl",
)


@pytest.mark.parametrize("name", CASES)
def test_a_text_of_some_style_is_understood(name: str) -> None:
    text, expected = CASES[name]
    assert understood(text) == expected
