"""What is understood of runs, rides and swims: efforts without a name, and intervals."""

import pytest
from understanding import Cases, understood

CASES = Cases()
case = CASES.add


case(
    "a list of intervals below what is run",
    "Warm-up\n10 min jog\n\nMain part - 20 min run as follows\n* 2 x (90 sec on, 90 sec off)\n"
    "* 4 x (60 sec on, 60 sec off)\n\nCool down: 5 min walk",
    "# Warm-up",
    "- jog, seconds 600",
    "# Main part - run as follows",
    "- Run, sets 2, seconds 90, rest 90",
    "- Run, sets 4, seconds 60, rest 60",
    "# Cool down",
    "- walk, seconds 300",
)
case(
    "swum with a time to leave at",
    "Swim\nWarm up: 400 free, 200 kick\nMain set\n8 x 50 on 1:00\n4 x 100 @ 2:00\n"
    "2 x 200 pull, 30s rest",
    "# Warm up",
    "- free, distance_m 400",
    "- kick, distance_m 200",
    "# Main set",
    "- Swim, sets 8, distance_m 50",
    "- Swim, sets 4, distance_m 100",
    "- pull, sets 2, distance_m 200, rest 30",
)
case(
    "several efforts below a name",
    "Row\n4 x 500 m, 2 min rest\n8 x 100 m, 1 min rest",
    "# Row",
    "- Row, sets 4, distance_m 500, rest 120",
    "- Row, sets 8, distance_m 100, rest 60",
)
case(
    "one effort below a name",
    "Farmer carry\n40 m x 4\n\nRower\n10 x 1 min on / 1 min off",
    "# ",
    "- Farmer carry, sets 4, distance_m 40",
    "- Rower, sets 10, seconds 60, rest 60",
)
case(
    "intervals of what is named below",
    "4 x (60 sec on, 60 sec off)\nburpees",
    "# , timing circuit, rounds 4, work 60, rest 60",
    "- burpees",
)
case(
    "sections in two letters",
    "WU 2k\n3 x 8 min @ threshold, 2' jog\nCD 1.5k",
    "# WU",
    "- Run, distance_m 2000",
    "- threshold, sets 3, seconds 480, rest 120",
    "# CD",
    "- Run, distance_m 1500",
)
case(
    "what is done between, with a way of its own",
    "Track\n10 min easy jog\n4 x 400 m @ 5k pace w/ 200 m jog recovery",
    "# ",
    "- easy jog, seconds 600",
    "- Run @ 5k pace, sets 4, distance_m 400, load 5k pace",
)


@pytest.mark.parametrize("name", CASES)
def test_a_phenomenon_is_understood(name: str) -> None:
    text, expected = CASES[name]
    assert understood(text) == expected
