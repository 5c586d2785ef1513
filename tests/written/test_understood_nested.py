"""What stands below an exercise in a list of a list."""

import pytest
from understanding import Cases, understood

CASES = Cases()
CASES.add(
    "how an exercise is done, below it",
    """\
## Upper body
- Incline press (10 reps, 3 sets, rest 90s)
  - *3s down and 2s up*
  - *Suggested weight: 20 kg*
- Chin-ups (8 reps, 3 sets, rest 90s)
  - 2s up, 1s pause on top
  - FILM THE LAST SET
- Leg curls: 3 x 12
  - Toes pointed straight
""",
    "# Upper body",
    "- Incline press, sets 3, reps 10, rest 90",
    "- Chin-ups, sets 3, reps 8, rest 90",
    "- Leg curls, sets 3, reps 12",
)
CASES.add(
    "exercises below another one",
    """\
- Squats 3x10
  - Lunges 3x8
  - Calf raises 3x15
- Plank 2 x 30s
""",
    "# ",
    "- Squats, sets 3, reps 10",
    "- Lunges, sets 3, reps 8",
    "- Calf raises, sets 3, reps 15",
    "- Plank, sets 2, seconds 30, hold",
)
CASES.add(
    "reps before the sets",
    """\
- Push-ups (25 x 4)
- Dips (12 x 4)
- Squats 10 x 3
""",
    "# ",
    "- Push-ups, sets 4, reps 25",
    "- Dips, sets 4, reps 12",
    "- Squats, sets 10, reps 3",
)


@pytest.mark.parametrize("name", CASES)
def test_a_phenomenon_is_understood(name: str) -> None:
    text, expected = CASES[name]
    assert understood(text) == expected
