"""What is understood of the sheets, cards and mails that people are sent home with."""

import pytest
from understanding import understood

CASES: dict[str, tuple[str, list[str]]] = {}


def case(name: str, text: str, *expected: str) -> None:
    """One phenomenon."""
    CASES[name] = (text, list(expected))


case(
    "an arrow before the dose of what is numbered",
    "Exercise 1: Arm circles\nBig ones.\n> 12 times forwards, 12 times backwards\n\n"
    "Exercise 2: Side shuffle\n> 8 steps to the right and 8 steps to the left\n\n"
    "Exercise 3: Band row\n> 3 sets of 12, in between sets 1 minute",
    "# ",
    "- Arm circles, reps 12, sides each",
    "- Side shuffle, reps 8, sides each",
    "- Band row, sets 3, reps 12, rest 60",
)
case(
    "German doses behind arrows",
    "Übung 1: Armkreisen\n→ 9x vorwärts, 9x rückwärts\n\n"
    "Übung 2: Ziehen am Seil\n→ 3 Serien mit 8 Wiederholungen, dazwischen 1 Minute Pause\n\n"
    "Übung 3: Brücke\n→ 2 x 8, nach jedem Satz 45 Sekunden",
    "# ",
    "- Armkreisen, reps 9, sides each",
    "- Ziehen am Seil, sets 3, reps 8, rest 60",
    "- Brücke, sets 2, reps 8, rest 45",
)
case(
    "feet are changed",
    "TANDEM STAND\nHold on with both hands, then one hand, then one finger.\n"
    "How long: 15 seconds, then swap feet",
    "# ",
    "- TANDEM STAND, seconds 15, sides each, hold",
)


@pytest.mark.parametrize("name", CASES)
def test_what_a_sheet_says(name: str) -> None:
    """Each text is read as this."""
    text, expected = CASES[name]
    assert understood(text) == expected
