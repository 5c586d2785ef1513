"""What is understood of numbers among words that name nothing: they are no exercises."""

import pytest
from understanding import Cases, understood

CASES = Cases()
case = CASES.add

case(
    "chat with numbers in it",
    "Hurrah, everybody, these 15 minutes are all that you need on a busy Monday morning.\n"
    "Anyhow, my sister swears by them and she has done 40 of these in a row.\n\n"
    "- Push ups x 10\n- Box step ups x 12\n- Wall balls x 15",
    "# ",
    "- Push ups, reps 10",
    "- Box step ups, reps 12",
    "- Wall balls, reps 15",
)
case(
    "a unit is no name",
    "## Wrist curls\n\n* 25 reps at 2s/rep\n\n## Neck rolls\n\n* 12 reps per set",
    "# ",
    "- Wrist curls, reps 25",
    "- Neck rolls, reps 12",
)
case(
    "a tale below a name tells its dose",
    "Crescent with a turn\nStep well forward with one foot, sink low, turn towards your front "
    "knee, and stay there while you breathe for ninety seconds, and then change your legs.\n\n"
    "Pigeon\nHold for one minute. Repeat on the other side.",
    "# ",
    "- Crescent with a turn, seconds 90, sides each",
    "- Pigeon, seconds 60, sides each, hold",
)
case(
    "a title over a tale is no exercise",
    "THE KITCHEN CURE\n\nOur coach Ada Klein made up a little plan that has you laughing again "
    "in 20 minutes.\n\nLegs\n- Squats x 12\n- Calf raises x 20",
    "# Legs",
    "- Squats, reps 12",
    "- Calf raises, reps 20",
)
case(
    "a name of the body, and one that ends with its dose, are names in any case",
    "- Knees wide and toes out, as far as it is comfortable for you today, x 10\n"
    "- Press somebody's palm away (hold 5 s)",
    "# ",
    "- Knees wide and toes out, reps 10",
    "- Press somebody's palm away, seconds 5, hold",
)
case(
    "movements of two words, or of a short one",
    "Warm-up\n- high knees\n- wall slides\n- KBS\n- double unders\n- pass-throughs",
    "# Warm-up",
    "- high knees",
    "- wall slides",
    "- KBS",
    "- double unders",
    "- pass-throughs",
)


@pytest.mark.parametrize("name", CASES)
def test_fragments_are_no_exercises(name: str) -> None:
    text, expected = CASES[name]
    assert understood(text) == expected
