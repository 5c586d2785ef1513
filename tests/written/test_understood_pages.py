"""What is understood of pages: the workout, and none of what stands around it."""

import pytest
from understanding import Cases, understood

from earcoach.written import read
from earcoach.written.source import lines_of

CASES = Cases()
case = CASES.add

case(
    "a title is no exercise, whatever stands below it",
    "# Stairs in 15 minutes\n\nYou may boil an egg for 6 minutes meanwhile.\n\n"
    "## The moves\n- Step-ups 12 reps\n- Toe taps 20 reps",
    "# The moves",
    "- Step-ups, reps 12",
    "- Toe taps, reps 20",
)
case(
    "comments and what else there is to read",
    "# Stairs\n\n6 min read\n\n## Moves\n- Step-ups 12 reps\n\n### 14 comments\n\n"
    "Ann: 3 x 20 calf raises are better\n\n## Cool-down\n- Calf stretch 30 s\n\n"
    "## You might also like\n- 10 Planks for a Rainy Day",
    "# Moves",
    "- Step-ups, reps 12",
    "# Cool-down",
    "- Calf stretch, seconds 30, hold",
)
case(
    "how often a list is gone through, in a word",
    "## Moves\nRun through the whole list twice, with a 90 second breather in the middle.\n"
    "- Squats 10 reps\n- Bridges 12 reps",
    "# Moves, timing circuit, rounds 2, rest_between_rounds 90",
    "- Squats, reps 10",
    "- Bridges, reps 12",
)
case(
    "how often a list is gone through, in German",
    "\u00dcbungen\nGeh die Liste zweimal durch, in der Mitte 1 Minute Pause.\n"
    "- Kniebeugen 10 Wdh\n- Br\u00fccke 12 Wdh\n\n",
    "# \u00dcbungen, timing circuit, rounds 2, rest_between_rounds 60",
    "- Kniebeugen, reps 10",
    "- Br\u00fccke, reps 12",
)


@pytest.mark.parametrize("name", CASES)
def test_only_the_workout_of_a_page_is_understood(name: str) -> None:
    text, expected = CASES[name]
    assert understood(text) == expected


@pytest.mark.parametrize(
    ("first", "title"),
    [
        ("Watch now: legs in ten minutes", "legs in ten minutes"),
        ("Legs: ten minutes", "Legs: ten minutes"),
    ],
)
def test_what_calls_the_reader_is_no_part_of_a_title(first: str, title: str) -> None:
    text = f"{first}\n\nWe begin slowly and then go on with the rest of it.\n\nSquats 3 x 10"
    assert read(lines_of(text)).title.value == title
