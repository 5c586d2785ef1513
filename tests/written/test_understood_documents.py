"""What is understood of documents: plans, lessons and logs, with what they say of themselves."""

import pytest
from understanding import understood

CASES: dict[str, tuple[str, list[str]]] = {}


def case(name: str, text: str, *expected: str) -> None:
    """One phenomenon."""
    CASES[name] = (text, list(expected))


case(
    "what a page says of itself before its list",
    "# Evening flow\n**Date:** March 3, 2024\n**Workout type:** calm\n\n"
    "- Plank 30 s\n- Squats x 12",
    "# Evening flow",
    "- Plank, seconds 30, hold",
    "- Squats, reps 12",
)
case(
    "things that are needed are no exercises",
    "## What you need\n\n- 2x Dumbbells 8 kg\n- 1x Bench\n- Loop band\n\n"
    "## Training\n\n- Rows 3 x 10\n- Dips 3 x 8",
    "# Training",
    "- Rows, sets 3, reps 10",
    "- Dips, sets 3, reps 8",
)
case(
    "German things, below a line without a mark",
    "Material:\n\n- Matte\n- 2 Hanteln\n\nKraftteil\n- Kniebeugen 3 x 10\n- Rudern 2 x 12",
    "# Kraftteil",
    "- Kniebeugen, sets 3, reps 10",
    "- Rudern, sets 2, reps 12",
)
case(
    "other ways to do it, for those who need them",
    "### Split squat\n- 3 sets of 8\n- Alternative for sore knees: Step-ups, low box\n\n"
    "### Row\n- 3 sets of 10\n- Option with a band: Pull-aparts 15x",
    "# ",
    "- Split squat, sets 3, reps 8",
    "- Row, sets 3, reps 10",
)
case(
    "a link does not make a line stand deeper",
    "Core circuit\n- Hollow rocks 10x\n- Side taps\n- [L-sit](https://example.org/a/long/one) 20 s",
    "# Core circuit",
    "- Hollow rocks, reps 10",
    "- Side taps",
    "- L-sit, seconds 20, hold",
)
case(
    "what to do with the result",
    "For time:\n20 burpees\n30 squats\n\n*Post results to comments",
    "# For time, timing for_time",
    "- burpees, reps 20",
    "- squats, reps 30",
)


@pytest.mark.parametrize("name", CASES)
def test_a_phenomenon_of_a_document_is_understood(name: str) -> None:
    text, expected = CASES[name]
    assert understood(text) == expected
