"""What is understood of doses that are told of both sides, both ways, and of how fast a rep is."""

import pytest
from understanding import understood


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Neck rolls: 8 in one direction, 8 in the other", "Neck rolls, reps 8, sides each"),
        ("Neck rolls, 8 one way and 8 the other way", "Neck rolls, reps 8, sides each"),
        ("Hip circles: 6 clockwise, then 6 anticlockwise", "Hip circles, reps 6, sides each"),
        ("15 ankle circles one way, 15 in the other", "ankle circles, reps 15, sides each"),
        ("Leg swings: twelve on one leg, twelve on the other", "Leg swings, reps 12, sides each"),
        ("Shoulder rolls: 10 forwards, 10 backwards", "Shoulder rolls, reps 10, sides each"),
        ("Armkreisen: 9 in eine Richtung, 9 in die andere", "Armkreisen, reps 9, sides each"),
        ("Step-ups 3 x 10, then change legs", "Step-ups, sets 3, reps 10, sides each"),
        ("Clamshell: 12 reps. Repeat with the opposite leg.", "Clamshell, reps 12, sides each"),
        ("Calf raise: 20 reps at 2s/rep", "Calf raise, reps 20"),
        ("Neck nods: 10 reps, 2 seconds per rep", "Neck nods, reps 10"),
        ("Neck circles: 10 circles at 3s/circle", "Neck circles, reps 10"),
    ],
)  # fmt: skip
def test_a_dose_for_one_way_and_the_other_is_of_each(text: str, found: str) -> None:
    language = "de" if "Richtung" in text else "en"
    assert understood(text, language)[1:] == [f"- {found}"]
