"""What is understood of sessions that are taught: in the pool, on the mat and on the reformer."""

import pytest
from understanding import understood

CASES: dict[str, tuple[str, list[str]]] = {}


def case(name: str, text: str, *expected: str) -> None:
    """One phenomenon."""
    CASES[name] = (text, list(expected))


case(
    "a letter for the rest of a swim",
    "Pool, short course\n\nMain set\n8 x 50 free, r15\n4 x 100 pull (R:20)\n3 x 200 choice, RI 30",
    "# Main set",
    "- free, sets 8, distance_m 50, rest 15",
    "- pull, sets 4, distance_m 100, rest 20",
    "- choice, sets 3, distance_m 200, rest 30",
)
case(
    "bare numbers of a swim, whatever its strokes are called",
    "Lane swim\n\nWarm up\n200 free\n4 x 50 kick\n300 steady\n6 x 25 sprint",
    "# Warm up",
    "- free, distance_m 200",
    "- kick, sets 4, distance_m 50",
    "- steady, distance_m 300",
    "- sprint, sets 6, distance_m 25",
)
case(
    "reps where nobody swims",
    "Main\n25 squats\n50 sit-ups\n100 skips",
    "# Main",
    "- squats, reps 25",
    "- sit-ups, reps 50",
    "- skips, reps 100",
)
case(
    "the names of parts between the sets of a swim end its rounds",
    "Swim\n\nMain set, 3 times through:\n200 pull\n4 x 50 free\n\nDashes\n6 x 25 free, r40\n\n"
    "Swim down\n100 choice\n\nLanes 1-2: only 2 rounds.",
    "# Main set, timing circuit, rounds 3",
    "- pull, distance_m 200",
    "- free, sets 4, distance_m 50",
    "# Dashes",
    "- free, sets 6, distance_m 25, rest 40",
    "# Swim down",
    "- choice, distance_m 100",
)
case(
    "rounds for some people only",
    "Circuit, 3 rounds\n- Squat x 10\n- Row x 12\n\nBeginners: do 2 rounds.",
    "# Circuit, timing circuit, rounds 3",
    "- Squat, reps 10",
    "- Row, reps 12",
)
case(
    "a German swim",
    "Schwimmtraining im Becken\n\nHauptteil\n8 x 50 Kraul, P15\n4 x 100 Lagen, P:20\n\n"
    "Anf\u00e4nger: 2 Runden",
    "# Hauptteil",
    "- Kraul, sets 8, distance_m 50, rest 15",
    "- Lagen, sets 4, distance_m 100, rest 20",
)
case(
    "a rest without its unit",
    "Gym\n- Row 3 x 10, rest 90\n- Press 4 x 6, rest 2-3\n- Curl 2 x 12, rest 60-90 between sets",
    "# Gym",
    "- Row, sets 3, reps 10, rest 90",
    "- Press, sets 4, reps 6, rest 120/180",
    "- Curl, sets 2, reps 12, rest 60/90",
)
case(
    "as many on each side, without a sign between",
    "Reformer\n- Scooter 12 R 12 L\n- Lunge 9 left 9 right",
    "# Reformer",
    "- Scooter, reps 12, sides each",
    "- Lunge, reps 9, sides each",
)


@pytest.mark.parametrize("name", CASES)
def test_a_class_is_understood(name: str) -> None:
    text, expected = CASES[name]
    assert understood(text) == expected
