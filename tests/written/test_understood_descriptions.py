"""What is understood of exercises that sentences describe, and of where one section ends."""

import pytest
from understanding import Cases, understood

CASES = Cases()
case = CASES.add

case(
    "a number that a sentence asks for",
    "Hip hitch. Stand on a step and let one side drop. Start with eight and build up to twelve "
    "over the month.\n\nHeel slides. Slide a heel to you. Aim for about ten, little and often.",
    "- Hip hitch, reps 8/12",
    "- Heel slides, reps 10",
)
case(
    "as often as another",
    "Bird dog. Reach far with arm and leg. Two sets of six on each side.\n\n"
    "Clams. Ten times each side.\n\n"
    "Bridges. Same numbers as the bird dog, except that both legs push.",
    "- Bird dog, sets 2, reps 6, sides each",
    "- Clams, reps 10, sides each",
    "- Bridges, sets 2, reps 6",
)
case(
    "the same, but for a number",
    "- half crimp: 5 lifts per hand, 8 sec each, a minute and a half between lifts\n"
    "- wide pinch, same again but only 3 lifts\n- hang, 20 s",
    "- half crimp, reps 5, seconds 8, sides each, hold, rest 90",
    "- wide pinch, reps 3, seconds 8, sides each, hold, rest 90",
    "- hang, seconds 20, hold",
)
case(
    "a length for each side",
    "1) Seated twist, feet flat, turn to look behind you. Half a minute, swap, half a minute.\n"
    "2) Neck tilt: ear to shoulder and stay there for 15 seconds, then the other side.",
    "- Seated twist, seconds 30, sides each, hold",
    "- Neck tilt, seconds 15, sides each, hold",
)
case(
    "how to get ready is no name",
    "1) Stand up. Desk press-ups, one set of ten.\n2) On your feet. Calf raises, 15.",
    "- Desk press-ups, sets 1, reps 10",
    "- Calf raises, reps 15",
)
case(
    "names with little words in them",
    "Finish with a dead hang on the bar, 2 x 20 s, and a forearm stretch, 40 s a side.",
    "- dead hang on the bar, sets 2, seconds 20, hold",
    "- forearm stretch, seconds 40, sides each, hold",
)
case(
    "what comes after the rest of a round",
    "3 rounds:\n12 rows\n20 sit-ups\none min off at the end of each round\n"
    "hip circles x 10\nneck nods x 8",
    "# , timing circuit, rounds 3, rest_between_rounds 60",
    "- rows, reps 12",
    "- sit-ups, reps 20",
    "# ",
    "- hip circles, reps 10",
    "- neck nods, reps 8",
)
case(
    "what comes then",
    "Twice round:\n20 squats\n10 burpees\n\nThen neck nods x 15, slowly, and 4 mins skipping.",
    "# , timing circuit, rounds 2",
    "- squats, reps 20",
    "- burpees, reps 10",
    "# ",
    "- neck nods, reps 15",
    "- skipping, seconds 240",
)
case(
    "a heading and what its brackets say of rests",
    "PART B  Strength (20 secs between sets, no more. They chat.)\nRows 3 x 8\nDips 2 x 8",
    "# PART B Strength",
    "- Rows, sets 3, reps 8, rest 20",
    "- Dips, sets 2, reps 8, rest 20",
)
case(
    "how things are set up",
    "Set-up: eight cones, 4 m apart. Two lines.\nWalking lunges 2 x 10\nSide steps 2 x 20",
    "# ",
    "- Walking lunges, sets 2, reps 10",
    "- Side steps, sets 2, reps 20",
)
case(
    "who signs in a line",
    "Kniebeugen 3 x 10\nLiegestütze 2 x 8\nSchlüssel hat Udo. LG Anja",
    "# ",
    "- Kniebeugen, sets 3, reps 10",
    "- Liegestütze, sets 2, reps 8",
)
case(
    "poses among breaths",
    "low lunge ~ 5 breaths\ncrane ~ 6 breaths\nhappy baby ~ 30-60 sec\nyogi squat ~ 1 min\n",
    "- low lunge, hold",
    "- crane, hold",
    "- happy baby, seconds 30/60, hold",
    "- yogi squat, seconds 60, hold",
)


@pytest.mark.parametrize("name", CASES)
def test_a_description_is_understood(name: str) -> None:
    text, expected = CASES[name]
    sections = any(line[0] == "#" for line in expected)
    assert [line for line in understood(text) if line[0] == "-" or sections] == expected
