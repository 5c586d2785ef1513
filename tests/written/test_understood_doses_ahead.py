"""What is understood of lines that are the dose of the list below them, and of others like them."""

import pytest
from understanding import Cases, understood

CASES = Cases()
case = CASES.add

case(
    "doses above lists, up to the empty line",
    "Hello Tom,\n\nhere is what we said.\n\n2 sets of 15, a minute between sets\n- Leg "
    "curl\n- Lat pulldown\n- Seated press\n\n3 sets of 8 each side, rest as you like\n- "
    "Split squat\n- Single-arm row\n\nHold for 40 seconds, twice on each side\n- Calf "
    "stretch\n- Pigeon",
    "# ",
    "- Leg curl, sets 2, reps 15, rest 60",
    "- Lat pulldown, sets 2, reps 15, rest 60",
    "- Seated press, sets 2, reps 15, rest 60",
    "# ",
    "- Split squat, sets 3, reps 8, sides each",
    "- Single-arm row, sets 3, reps 8, sides each",
    "# ",
    "- Calf stretch, reps 2, seconds 40, sides each, hold",
    "- Pigeon, reps 2, seconds 40, sides each, hold",
)
case(
    "a dose of each at the end of a line, and one without a word beside it",
    "WARM UP\nWalk round the hall for 2 min. Then 10 of each:\narm circles\nleg swings\nhip "
    "openers\n\n3x10\nSquats\nRows\nPress",
    "# WARM UP",
    "- Walk round the hall, seconds 120",
    "# ",
    "- arm circles, reps 10",
    "- leg swings, reps 10",
    "- hip openers, reps 10",
    "# ",
    "- Squats, sets 3, reps 10",
    "- Rows, sets 3, reps 10",
    "- Press, sets 3, reps 10",
)
case(
    "a dose of each, and how often all is done",
    "Do 15 of each, two times through, resting for a minute after the last one\n\nSquats\n"
    "Push-ups\nGlute bridges",
    "# , timing circuit, rounds 2, rest_between_rounds 60",
    "- Squats, reps 15",
    "- Push-ups, reps 15",
    "- Glute bridges, reps 15",
)
case(
    "repetitions of the following are reps",
    "Perform 10 repetitions of the following:\nHeel slides\nQuad sets\n\nHold the following "
    "for 5 seconds and repeat 10 times:\nStraight leg raise\nShort arc quad",
    "# ",
    "- Heel slides, reps 10",
    "- Quad sets, reps 10",
    "# ",
    "- Straight leg raise, reps 10, seconds 5, hold",
    "- Short arc quad, reps 10, seconds 5, hold",
)
case(
    "a dose below the name of a section, and one beside it",
    "Leg day\n4 x 8 (2 min rest)\nBack squat\nRomanian deadlift\n\nCOOL DOWN - 30 sec each "
    "side\nquad\ncalf",
    "# Leg day",
    "- Back squat, sets 4, reps 8, rest 120",
    "- Romanian deadlift, sets 4, reps 8, rest 120",
    "# COOL DOWN",
    "- quad, seconds 30, sides each, hold",
    "- calf, seconds 30, sides each, hold",
)
case(
    "a dose of each exercise, in rounds",
    "20 reps of each exercise, 3 rounds\n- Jump squats\n- Push-ups",
    "# , timing circuit, rounds 3",
    "- Jump squats, reps 20",
    "- Push-ups, reps 20",
)
case(
    "names in paragraphs of their own below a dose",
    "3 sets x 12 reps\n\nLeg press\n\nChest press\n\nLat pulldown",
    "# ",
    "- Leg press, sets 3, reps 12",
    "- Chest press, sets 3, reps 12",
    "- Lat pulldown, sets 3, reps 12",
)
case(
    "cues below doses of exercises",
    "Bench press\n\n3 sets of 10\n- feet flat\n- bar to mid chest\n\nRow\n\n3 sets of 8\n- "
    "flat back\n- pull to the hip",
    "# ",
    "- Bench press, sets 3, reps 10",
    "- Row, sets 3, reps 8",
)
case(
    "doses below names, with empty lines between",
    "Squat\n\n3 x 10\n\nLunge\n\n3 x 8 each\n\nPress\n\n3 x 6",
    "# ",
    "- Squat, sets 3, reps 10",
    "- Lunge, sets 3, reps 8, sides each",
    "- Press, sets 3, reps 6",
)
case(
    "German doses of each",
    "Alle Übungen 3 Sätze à 12 Wiederholungen, Pause 60 Sekunden\n- Kniebeugen\n- "
    "Liegestütze\n\nVon jedem 10 Stück\nSchulterkreisen\nAusfallschritte",
    "# ",
    "- Kniebeugen, sets 3, reps 12, rest 60",
    "- Liegestütze, sets 3, reps 12, rest 60",
    "# ",
    "- Schulterkreisen, reps 10",
    "- Ausfallschritte, reps 10",
)
case(
    "one of a list with a dose of its own",
    "Day 1\n3x8-10, 90s rest\nBench press (dumbbells are fine)\nSeated row\nLat pulldown (20)",
    "# Day 1",
    "- Bench press, sets 3, reps 8/10, rest 90",
    "- Seated row, sets 3, reps 8/10, rest 90",
    "- Lat pulldown, reps 20",
)


@pytest.mark.parametrize("name", CASES)
def test_a_dose_of_a_list_is_understood(name: str) -> None:
    text, expected = CASES[name]
    assert understood(text) == expected
