"""What is understood of the marks by which people set their lines apart."""

import pytest
from understanding import understood

CASES: dict[str, tuple[str, list[str]]] = {
    "signs on both sides of a heading, and how often all below it is done": (
        "~ settle in ~\nCat cow: 8\n\n~ core, twice through ~\nBoat: 20 s\nBridge: 10\n\n"
        "== out ==\nFold: 1 min",
        [
            "# settle in",
            "- Cat cow, reps 8",
            "# core, timing circuit, rounds 2",
            "- Boat, seconds 20, hold",
            "- Bridge, reps 10",
            "# out",
            "- Fold, seconds 60, hold",
        ],
    ),
    "German signs": (
        "~~ Bauch, zweimal durch ~~\nPlank: 20 Sekunden\nKäfer: 10 Wiederholungen\n\n"
        "-- Ausklang --\nStrecksitz: 1 Minute",
        [
            "# Bauch, timing circuit, rounds 2",
            "- Plank, seconds 20, hold",
            "- Käfer, reps 10",
            "# Ausklang",
            "- Strecksitz, seconds 60, hold",
        ],
    ),
    "pairs of a number and a letter, with dots before the doses": (
        "Pair 1\n1a  Goblet squat ...... 10\n1b  Pull-over .... 12\n\n"
        "Pair 2\n2a  Step-up ... 8 each leg\n2b  Press … 8-10",
        [
            "# Pair 1 A",
            "- Goblet squat, reps 10",
            "- Pull-over, reps 12",
            "# Pair 2 B",
            "- Step-up, reps 8, sides each",
            "- Press, reps 8/10",
        ],
    ),
    "German pairs": (
        "Paar 1\n1a) Kniebeuge ..... 10\n1b) Rudern ..... 12",
        ["# Paar 1 A", "- Kniebeuge, reps 10", "- Rudern, reps 12"],
    ),
    "numbered headings with exercises below them, deeper": (
        "1) get warm, go round twice\n   boxing 45s\n   dislocates x10\n\n"
        "2) push – keep it high. 3 rounds, 75s off after every round\n   row x15\n   press x12\n\n"
        "3) legs – 3 sets each, 45 sec between sets, anchor low\n   squat x15\n   lunge x12\n\n"
        "4) last job\n   press-ups: 2 sets, as many as you can",
        [
            "# get warm, timing circuit, rounds 2",
            "- boxing, seconds 45",
            "- dislocates, reps 10",
            "# push, timing circuit, rounds 3, rest_between_rounds 75",
            "- row, reps 15",
            "- press, reps 12",
            "# legs",
            "- squat, sets 3, reps 15, rest 45",
            "- lunge, sets 3, reps 12, rest 45",
            "# last job",
            "- press-ups, sets 2, reps max",
        ],
    ),
    "German numbered headings": (
        "1. Aufwärmen, zweimal durch\n   Armkreisen x10\n   Kniebeugen x12\n"
        "2. Beine – je 3 Sätze, 45 s Pause zwischen den Sätzen\n   Ausfallschritte x15\n"
        "   Brücke x12",
        [
            "# Aufwärmen, timing circuit, rounds 2",
            "- Armkreisen, reps 10",
            "- Kniebeugen, reps 12",
            "# Beine",
            "- Ausfallschritte, sets 3, reps 15, rest 45",
            "- Brücke, sets 3, reps 12, rest 45",
        ],
    ),
    "straight sets end the rounds": (
        "Then 3 rounds of this, 60s rest after each round:\n10 thrusters\n30s hollow hold\n"
        "After that straight sets.\nDeadlift 3x12, 75 sec rest\ncurls 2x12",
        [
            "# this, timing circuit, rounds 3, rest_between_rounds 60",
            "- thrusters, reps 10",
            "- hollow hold, seconds 30, hold",
            "# ",
            "- Deadlift, sets 3, reps 12, rest 75",
            "- curls, sets 2, reps 12",
        ],
    ),
    "German sets one after another end the rounds": (
        "3 Runden, 60 s Pause nach jeder Runde:\n10 Kniebeugen\n8 Dips\n"
        "Danach Satz für Satz.\nRudern 3x12, 75 s Pause\nCurls 2x12",
        [
            "# , timing circuit, rounds 3, rest_between_rounds 60",
            "- Kniebeugen, reps 10",
            "- Dips, reps 8",
            "# ",
            "- Rudern, sets 3, reps 12, rest 75",
            "- Curls, sets 2, reps 12",
        ],
    ),
    "numbers in circles": (
        "20 s on, 10 s off, 3 rounds\n① squat\n② shuffle",
        ["# , timing circuit, rounds 3, work 20, rest 10", "- squat", "- shuffle"],
    ),
    "days without a year before what is said in a chat": (
        "14/03, 08:12 - Ann: squats 3x10\n14/03, 08:13 - Bob: 20 kg ok?\n"
        "14/03, 08:13 - Ann: rows 2x12, thats 6 per arm",
        ["# ", "- squats, sets 3, reps 10", "- rows, sets 2, reps 6, sides each"],
    ),
    "German days without a year": (
        "14.03., 08:12 - Anna: Kniebeugen 3x10\n14.03., 08:12 - Anna: Rudern 2x12",
        ["# ", "- Kniebeugen, sets 3, reps 10", "- Rudern, sets 2, reps 12"],
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_what_marked_lines_say(name: str) -> None:
    """Each text is read as this."""
    text, expected = CASES[name]
    assert understood(text) == expected
