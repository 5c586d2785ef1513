"""What is understood where names, how it is done and how often stand in the same line."""

import pytest
from understanding import Cases, understood

CASES = Cases()
case = CASES.add

case(
    "names in capitals before what is told of them, and a rest beside the equipment",
    "You need: a step and a wall. Unless we say otherwise, take a minute between sets.\n\n"
    "WALL SIT Lean on a wall, thighs level. Stay there for 45 seconds, twice.\n\nSTEP-DOWN "
    "Stand on a step and lower the other heel slowly. 8 per leg, three sets.\n\nLINE HOP "
    "Feet together, back and forth over a line. 20 seconds, four times, 40 seconds off in "
    "between.",
    "# ",
    "- WALL SIT, sets 2, seconds 45, hold, rest 60",
    "- STEP-DOWN, sets 3, reps 8, sides each, rest 60",
    "- LINE HOP, sets 4, seconds 20, rest 40",
)
case(
    "the same as the line before, in the second line",
    "Bridges – 15 reps\nClams – same again each side\nSide plank – 20 seconds each side\n"
    "Bird dog – same as the clams",
    "# ",
    "- Bridges, reps 15",
    "- Clams, reps 15, sides each",
    "- Side plank, seconds 20, sides each, hold",
    "- Bird dog, reps 15, sides each",
)
case(
    "how an exercise is done behind its name and a colon",
    "Mountain climbers: Start in a plank and drive your knees to your chest, one after the "
    "other, for 30 seconds.\nBurpees: Drop to the floor, jump up and clap, 10 times.\n"
    "Russian twists: Sit, lean back and turn from side to side, 20 reps.",
    "# ",
    "- Mountain climbers, seconds 30",
    "- Burpees, reps 10",
    "- Russian twists, reps 20",
)
case(
    "a story with its rounds at the end, and words that open its last part",
    "Start with 20 jumping jacks. Then do 15 squats and 10 push-ups. Finish with a 30-second "
    "plank. Rest a minute and go again, four times in total.",
    "# , timing circuit, rounds 4, rest_between_rounds 60",
    "- jumping jacks, reps 20",
    "- squats, reps 15",
    "- push-ups, reps 10",
    "- plank, seconds 30, hold",
)
case(
    "the same in German",
    "Wir beginnen mit 20 Hampelmännern. Danach 15 Kniebeugen, dann 10 Liegestütze. Zum "
    "Schluss eine Minute Plank. Das Ganze dreimal.",
    "# , timing circuit, rounds 3",
    "- Hampelmännern, reps 20",
    "- Kniebeugen, reps 15",
    "- Liegestütze, reps 10",
    "- Plank, seconds 60, hold",
)
case(
    "stations that all visit twice",
    "Main – five stations. Music on for 30 seconds, music off for 15 to move on. Everybody "
    "visits every station twice.\n- Bear walk\n- Frog jumps\n- Crab kicks",
    "# Main, timing circuit, rounds 2, work 30, rest 15",
    "- Bear walk",
    "- Frog jumps",
    "- Crab kicks",
)


@pytest.mark.parametrize("name", CASES)
def test_what_a_line_tells_is_understood(name: str) -> None:
    text, expected = CASES[name]
    assert understood(text) == expected
