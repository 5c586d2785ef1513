"""What is understood of sentences about how a section goes."""

import pytest
from understanding import understood

CASES: dict[str, tuple[str, str]] = {}

LISTED = "\n- squats\n- plank\n- lunges"


def case(sentence: str, section: str, *, listed: str = LISTED) -> None:
    """A sentence above a list, and what it says of the section."""
    CASES[sentence] = (f"Circuit\n{sentence}{listed}", section)


case(
    "We box three-minute rounds with a minute between them.",
    "# Circuit, timing circuit, work 180, rest 60",
)
case(
    "Music on for 20 seconds, off for 10 to walk on.", "# Circuit, timing circuit, work 20, rest 10"
)
case(
    "Each exercise lasts 50 seconds with 10 seconds to change.",
    "# Circuit, timing circuit, work 50, rest 10",
)
case(
    "Give yourself 45 seconds on each exercise and 15 to get to the next. Do three laps.",
    "# Circuit, timing circuit, rounds 3, work 45, rest 15",
)
case("Everybody visits every station twice.", "# Circuit, timing circuit, rounds 2")
case(
    "Rest a minute after each exercise, two after the whole round.",
    "# Circuit, rest_between_rounds 120, rest 60",
)
case(
    "20 secs after every one, a full minute at the end of each round",
    "# Circuit, rest_between_rounds 60, rest 20",
)
case(
    "Nach jeder Übung 15 Sekunden verschnaufen, nach jeder Runde eine Minute.",
    "# Circuit, rest_between_rounds 60, rest 15",
    listed="\n- Kniebeugen\n- Planke\n- Liegestütze",
)
case(
    "Zwischen den Durchgängen gibt's 2 Minuten Trinkpause",
    "# Circuit, rest_between_rounds 120",
    listed="\n- Kniebeugen\n- Planke\n- Liegestütze",
)
case("30/15, four rounds", "# Circuit, timing circuit, rounds 4, work 30, rest 15")


@pytest.mark.parametrize("sentence", CASES)
def test_a_sentence_says_how_a_section_goes(sentence: str) -> None:
    text, section = CASES[sentence]
    assert section in understood(text)


def test_intervals_are_no_way_to_do_what_has_doses_of_its_own() -> None:
    text = "40 seconds on, 20 off, three rounds\n- squats\n- plank\n\nThen, slowly:\n" \
           "Roll-downs x 10\nHip circles x 8"  # fmt: skip
    assert understood(text)[-3:] == [
        "# Then, slowly",
        "- Roll-downs, reps 10",
        "- Hip circles, reps 8",
    ]


def test_a_length_of_an_exercise_is_none_of_the_section() -> None:
    text = "Squats x 10\nPlank for 30 seconds, then 15 seconds off."
    assert understood(text)[2:] == ["- Plank, seconds 30, hold, rest 15"]


def test_sets_of_a_sentence_that_names_nothing_are_rounds() -> None:
    text = "Core\n\n3 sets, 30s each, 10s rest, 1 min between sets\n\ndead bugs\nheel taps\nbridge"
    assert understood(text)[0] == (
        "# Core, timing circuit, rounds 3, rest_between_rounds 60, work 30, rest 10"
    )


def test_intervals_behind_a_name_are_its_own() -> None:
    text = "Squats x 10\nCross-country ski arms, 45 seconds on, 15 off."
    assert understood(text)[2:] == ["- Cross-country ski arms, seconds 45, rest 15"]


def test_a_rest_below_a_numbered_list_is_none_of_its_numbers() -> None:
    text = "Warm up\n1 climbers\n2 squat jumps\n3 push ups\n4 high knees\n\n1 min rest in between"
    assert [line for line in understood(text) if "reps" in line] == []


LED = (
    (
        "Warm up\nTraffic lights, 4 mins\n\nStations (4 of them). 40 secs at each, 20 secs to "
        "change over. Go round twice.\n* Crab walk\n* Hop over a rope\n* Cat on the long beam\n"
        "* Star jumps",
        "# Stations, timing circuit, rounds 2, work 40, rest 20",
    ),
    (
        "Begin with five minutes on the bike.\n\nThen go through the following list twice. Have a "
        "minute to yourself in between.\n\n- squats, 12\n- press-ups, 8",
        "# , timing circuit, rounds 2, rest_between_rounds 60",
    ),
    (
        "1) Einlaufen 6 Min\n2) Kraftkreis: 3 Übungen, je 45 Sek, 15 Sek Wechsel, 3 Runden, nach "
        "jeder Runde 90 Sek Pause\n   Kniebeugen\n   Superman\n   Hocksprünge\n3) Crunches 3x20",
        "# Kraftkreis, timing circuit, rounds 3, rest_between_rounds 90, work 45, rest 15",
    ),
)


@pytest.mark.parametrize(("text", "section"), LED)
def test_a_line_above_a_list_says_how_it_goes(text: str, section: str) -> None:
    told = understood(text)
    at = told.index(section)
    assert at > 1
    listed = [line for line in text.splitlines() if line[:1] in ("*", "-") or line[:3] == "   "]
    assert [line.split(",")[0][2:] for line in told[at + 1 : at + 1 + len(listed)]] == [
        line.strip(" *-").split(",")[0] for line in listed
    ]
