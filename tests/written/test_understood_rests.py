"""What is understood of rests that hold for a whole list: where they are, and for how long."""

import pytest
from understanding import understood

TWO = "\n8 dips\n10 rows"
ZWEI = "\n8 Dips\n10 Klimmzüge"

IN_ROUNDS = {
    f"3 sets, rest 90s between sets:\n{TWO}": "# , timing circuit, rounds 3",
    f"3 sets with 90 s rest between sets:{TWO}": "# , timing circuit, rounds 3",
    f"3 sets of, 90 s rest in between:{TWO}": "# , timing circuit, rounds 3",
    f"Repeat 3 sets of:{TWO}\nRest 90 s between sets": "# , timing circuit, rounds 3",
    f"3 Sätze, 90 s Pause zwischen den Sätzen:\n{ZWEI}": "# , timing circuit, rounds 3",
    f"3 Sätze, dazwischen 1:30 Pause:{ZWEI}": "# , timing circuit, rounds 3",
    f"## Work · 3 rounds · 90\" rest between rounds{TWO}": "# Work, timing circuit, rounds 3",
    f"## Work · 3 rounds · 1'30\" rest{TWO}": "# Work, timing circuit, rounds 3",
    f"## Teil 1 · 3 Runden · 90'' Pause{ZWEI}": "# Teil 1, timing circuit, rounds 3",
}  # fmt: skip
"""Texts whose sets are rounds with 90 s of rest after each."""


@pytest.mark.parametrize("text", IN_ROUNDS)
def test_sets_of_a_whole_list_are_rounds_with_their_rest(text: str) -> None:
    section, *exercises = understood(text)
    assert section == f"{IN_ROUNDS[text]}, rest_between_rounds 90"
    assert [one.split(", ", 1)[1] for one in exercises] == ["reps 8", "reps 10"]


BETWEEN = {
    f"Morning circuit\nNo rest between exercises{TWO}": "# Morning circuit",
    f"Morning circuit\nZero rest between stations{TWO}": "# Morning circuit",
    f"Legs and lungs\n60 s rest between exercises{TWO}": "# Legs and lungs, rest 60",
    f"Circuit: 60 s rest between exercises{TWO}": "# Circuit, rest 60",
    f"## Circuit, 3 rounds, 1' rest between moves{TWO}": (
        "# Circuit, timing circuit, rounds 3, rest 60"
    ),
    f"Zirkel: 60 s Pause zwischen den Übungen{ZWEI}": "# Zirkel, rest 60",
}


@pytest.mark.parametrize("text", BETWEEN)
def test_where_a_rest_is_names_no_section(text: str) -> None:
    assert understood(text)[0] == BETWEEN[text]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('Side bends 30"/side', "- Side bends, seconds 30, sides each"),
        ("Side bends 30''/side", "- Side bends, seconds 30, sides each"),
        ("Side bends 1'/side", "- Side bends, seconds 60, sides each"),
        ('Rumpfdrehen 45"/Seite', "- Rumpfdrehen, seconds 45, sides each"),
        ("Jog 2'30''", "- Jog, seconds 150"),
        ("Rows 3 x 8, 2' rest", "- Rows, sets 3, reps 8, rest 120"),
        ("Rows 3 x 8 with the 20's, rest 90''", "- Rows, sets 3, reps 8, rest 90"),
    ],
)
def test_primes_are_minutes_and_seconds(text: str, expected: str) -> None:
    assert understood(f"{text}\nSquats 10")[1] == expected


LIFTS = "\nBack squat 5x5\nLunge 3x10\nCurl 3x12\n"
ÜBUNGEN = "\nKniebeuge 5x5\nRudern 3x10\nCurls 3x12\n"


@pytest.mark.parametrize(
    "text",
    [
        f"Rest: two mins on squats, 75s on all the others\n{LIFTS}",
        f"{LIFTS}\nRest 2 min on the squats, 75 sec for everything after them.",
        f"Rest 2 min after squats and 75 s after the rest.{LIFTS}",
        f"Pause: 2 min bei Kniebeugen, 75 s bei allen anderen\n{ÜBUNGEN}",
        f"{ÜBUNGEN}\nPause 2 min nach Kniebeugen, 75 s nach den restlichen Übungen",
    ],
)
def test_all_that_is_not_named_has_the_other_rest(text: str) -> None:
    rests = [one.rsplit("rest ", 1)[1] for one in understood(text)[1:]]
    assert rests == ["120", "75", "75"]


@pytest.mark.parametrize(
    "text",
    [
        "Straight sets, please. Finish one move, resting 30 to 45 seconds after each one.",
        "Take 30-45 s after every one.",
    ],
)
def test_each_one_is_no_rep(text: str) -> None:
    exercises = understood(f"{text}\n{LIFTS}")[1:]
    assert [one.rsplit("rest ", 1)[1] for one in exercises] == ["30/45"] * 3


@pytest.mark.parametrize(
    "text",
    [
        f"Rest is 2-3 min for the barbell stuff, 60 secs for the rest.{LIFTS}",
        f"Pause: 2 min bei großen Sachen, 60 s bei allen anderen\n{ÜBUNGEN}",
    ],
)
def test_rests_of_what_nothing_is_called_are_nobodys(text: str) -> None:
    assert not any("rest" in one for one in understood(text))


@pytest.mark.parametrize(
    "text",
    [
        f"Main block: 3 times through, 1 min extra after each round{TWO}",
        f"3 rounds, 1 min extra rest after every round{TWO}",
        f"3 rounds{TWO}\nAn extra minute after each round",
        f"3 Durchgänge, 1 min extra nach jeder Runde{ZWEI}",
        f"3 Runden, 60 s zusätzliche Pause nach jeder Runde{ZWEI}",
    ],
)
def test_what_is_added_after_a_round_is_its_rest(text: str) -> None:
    section, *exercises = understood(text)
    assert section.endswith("timing circuit, rounds 3, rest_between_rounds 60")
    assert len(exercises) == 2


@pytest.mark.parametrize(
    "told",
    [
        "Stations - 45 s at each, 15 s to move on. 2 laps, 1 min between laps.",
        "Stations: 45 s per station, 15 s to change over, 2 rounds, 1 min rest between rounds",
        "Two stations, 45 s at each, 15 s to swap. Two rounds, a minute between rounds.",
        "45 s per exercise, 15 s rest, 2 rounds, 60 s rest between rounds",
        "Zirkel: 45 s pro Station, 15 s zum Wechseln. Zwei Runden, 1 min Pause nach jeder Runde.",
    ],
)
def test_the_time_to_get_to_the_next_station_is_a_rest(told: str) -> None:
    section, *exercises = understood(f"{told}\nA: Burpees\nB: Crunches\nC: Dips")
    assert section.endswith("timing circuit, rounds 2, rest_between_rounds 60, work 45, rest 15")
    assert exercises == ["- Burpees", "- Crunches", "- Dips"]


@pytest.mark.parametrize(
    "text",
    [
        "Get going - 20 jacks, 10 lunges, 5 burpees\n\nSquats 3x8",
        "**Get going** - 20 jacks, 10 lunges, 5 burpees\n\nSquats 3x8",
        "Get going: 20 jacks, 10 lunges and 5 burpees\n\nSquats 3x8",
    ],
)
def test_what_stands_before_a_list_in_one_line_is_no_exercise(text: str) -> None:
    exercises = [line for line in understood(text) if line.startswith("-")]
    assert exercises == [
        "- jacks, reps 20", "- lunges, reps 10", "- burpees, reps 5", "- Squats, sets 3, reps 8"
    ]  # fmt: skip


def test_one_exercise_may_be_told_set_by_set() -> None:
    text = "Deadlift - 5 reps at 60 kg, 5 reps at 70 kg, 5 reps at 80 kg\nSquats 3x8"
    assert understood(text)[1].startswith("- Deadlift, sets 3, reps 5")
