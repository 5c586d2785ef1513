"""What is understood of single lines, each in a way in which people write them."""

import pytest
from understanding import understood

LINES = {
    "Clamshell x10/side x3": "Clamshell, sets 3, reps 10, sides each",
    "Bird dog x 8/side x 3": "Bird dog, sets 3, reps 8, sides each",
    "Bridge x 12 x 3": "Bridge, sets 3, reps 12",
    "Step-up 3*12": "Step-up, sets 3, reps 12",
    "Side plank 2x20s es": "Side plank, sets 2, seconds 20, sides each, hold",
    "Press-up 8, 8, max": "Press-up, sets 3, reps 8/8/max",
    "Press-up 3x10, last set to failure": "Press-up, sets 3, reps 10",
    "Press-up 3x10 (last set to failure)": "Press-up, sets 3, reps 10",
    "Liegestütz 3x10, letzter Satz bis zum Versagen": "Liegestütz, sets 3, reps 10",
}


@pytest.mark.parametrize("text", LINES)
def test_a_line_is_one_exercise(text: str) -> None:
    assert understood(f"{text}\nSquat 3 x 9")[1:] == [f"- {LINES[text]}", "- Squat, sets 3, reps 9"]


@pytest.mark.parametrize(
    "told",
    [
        "last set to failure",
        "Pain should not exceed 4/10.",
        "Keep pain below 4 out of 10",
        "Scaling: half the reps",
        "10 min of ice afterwards",
        "Ice 15 min after exercise",
        "Zone 2: 130-148 bpm",
        "Easy pace (11-12 min/mi)",
        "Yes, 5 sets.",
    ],
)
def test_a_line_about_an_exercise_is_none(told: str) -> None:
    exercises = understood(f"Squat 3 x 9\nRow 3 x 8\n{told}\nCurl 3 x 7")[1:]
    assert [line[2:6] for line in exercises] == ["Squa", "Row,", "Curl"]


@pytest.mark.parametrize(
    "told",
    [
        "https://clips.example/watch?v=A5x10zq&t=12s",
        "See how: https://clips.example/watch?v=A5x10zq",
        "10 June 2018",
        "Friday, 7 Mar 2025 at 17:41",
        "by rower » Tue 9:14 pm",
        "Common mistakes: doing 5 quick ones",
        "Progression: when it is easy, do 2 more reps",
        "Description: lower the weight in 3 seconds",
        "Knee alternative: half the depth for 10 reps",
    ],
)
def test_what_is_told_beside_an_exercise_is_none(told: str) -> None:
    lines = understood(f"Leg day\nSquat 3 x 9\n{told}\nRow 3 x 8\n{told}")
    assert lines[1:] == ["- Squat, sets 3, reps 9", "- Row, sets 3, reps 8"]


def test_an_address_behind_a_dose_is_left_out() -> None:
    line = "Squat 3 x 9 https://clips.example/watch?v=A5x10"
    assert understood(f"Leg day\n{line}")[1] == "- Squat, sets 3, reps 9"


@pytest.mark.parametrize("closing", ["Best,", "Kind regards", "Cheers"])
def test_who_signs_a_letter_is_no_exercise(closing: str) -> None:
    lines = understood(f"Leg day\nSquat 3 x 9\nRow 3 x 8\n\n{closing}\nAnn Other\nroom 12, ext. 22")
    assert lines[1:] == ["- Squat, sets 3, reps 9", "- Row, sets 3, reps 8"]


@pytest.mark.parametrize("heading", ["## Travel tips", "## Key points", "## Space requirements"])
def test_a_list_of_tips_is_no_workout(heading: str) -> None:
    lines = understood(f"## Legs\nSquat 3 x 9\nRow 3 x 8\n\n{heading}\n- Pack 2 bands\n- 3 litres")
    assert lines[1:] == ["- Squat, sets 3, reps 9", "- Row, sets 3, reps 8"]


def test_an_optional_exercise_is_one() -> None:
    assert understood("- Squat 3 x 9\n- Optional: plank 30 s\n- Row 3 x 8")[2].endswith("hold")


RESTS = {
    "Bench 5x5 82.5 - r 3min": "Bench, sets 5, reps 5, rest 180",
    "Dips 3xAMRAP r 2min": "Dips, sets 3, reps max, rest 120",
    "Kick 4x25 m           r 15": "Kick, sets 4, distance_m 25, rest 15",
    "Plank 2 x 20 s, 20 second wiggle break in between":
        "Plank, sets 2, seconds 20, hold, rest 20",
    "Row 5 x 750 m, 2 mins light paddling in between": "Row, sets 5, distance_m 750, rest 120",
    "Bench 12/10/8 drop the pin": "Bench, sets 3, reps 12/10/8",
    "1 min couch stretch/side": "couch stretch, seconds 60, sides each, hold",
    "Quad sets: tighten the thigh, 3 x 10": "Quad sets, sets 3, reps 10",
    "Low lunge ~ 45 sec R + L": "Low lunge, seconds 45, sides each, hold",
}  # fmt: skip


@pytest.mark.parametrize("text", RESTS)
def test_a_line_is_read_to_its_end(text: str) -> None:
    assert understood(f"Gym\n{text}\nSquat 3 x 9")[1] == f"- {RESTS[text]}"


@pytest.mark.parametrize(
    "told",
    ["twice round:", "2 times thro':", "2 laps:", "2 rds, 60s btw:", "2x thru:"],
)
def test_rounds_have_many_names(told: str) -> None:
    section, *exercises = understood(f"Legs\nRow 5 min\n\nCore, {told}\n10 dips\n20 squats")[2:]
    assert section.startswith("# Core, timing circuit, rounds 2")
    assert len(exercises) == 2


NOTHING_MORE = {
    "Hamstring stretch 2x30 s, calf stretch the same": [
        "Hamstring stretch, sets 2, seconds 30, hold", "calf stretch, sets 2, seconds 30, hold"
    ],
    "lizard ~ 45 s R + L\npigeon ~ same": [
        "lizard, seconds 45, sides each", "pigeon, seconds 45, sides each, hold"
    ],
    "90/90 switches ~ 8": ["90/90 switches, reps 8"],
    "1. Wrist stretch: hold 15-30 seconds. Repeat 3 times. Do 2 sets.": [
        "Wrist stretch, sets 2, reps 3, seconds 15/30, hold"
    ],
    "1. 90/90 hip switches\n10 per side": ["90/90 hip switches, reps 10, sides each"],
    "Deep core: hold for 5 gentle breaths, repeat 5 times": ["Deep core, sets 5, hold"],
    "Wall crawl: 8 reps, rest half a minute, 8 more": ["Wall crawl, sets 2, reps 8, rest 30"],
    "Get warm: 5 minutes of easy traversing, then wrist circles, half a minute each way": [
        "easy traversing, seconds 300", "wrist circles, seconds 30, sides each"
    ],
    "dead hang on the rings, 2 x 30 s, and a forearm stretch, 45 s a side": [
        "dead hang on the rings, sets 2, seconds 30, hold",
        "forearm stretch, seconds 45, sides each, hold",
    ],
    "Across the pitch, 40 m, twice": ["Across the pitch, sets 2, distance_m 40"],
    "Steady jog: at least 1 mile": ["Steady jog, distance_m 1609"],
    "W/U      200 m easy": ["easy, distance_m 200"],
    "Gaze out of the window for one minute. Yes, that counts.": [
        "Gaze out of the window, seconds 60"
    ],
}  # fmt: skip


@pytest.mark.parametrize("text", NOTHING_MORE)
def test_what_a_line_says_and_nothing_more(text: str) -> None:
    exercises = [line[2:] for line in understood(f"Today\n\n{text}\n\nSquat 3 x 9")
                 if line.startswith("-")]  # fmt: skip
    assert exercises == [*NOTHING_MORE[text], "Squat, sets 3, reps 9"]


def test_numbers_that_count_up_are_no_doses() -> None:
    text = "Warm-up, 30 s each\n 1  Skip\n 2  Hip out\n 3  Jog round your partner\n 4  Kick\n"
    assert [line.split(",")[0] for line in understood(text)[1:]] == [
        "- Skip", "- Hip out", "- Jog round your partner", "- Kick"
    ]  # fmt: skip


def test_rounds_of_a_bell_have_names() -> None:
    text = (
        "The bell: 2 minute rounds with 45 seconds between.\n\n"
        "Rounds 1-3: skipping\nRound 4: shadow boxing\nRound 5: bag, body shots"
    )
    section, *exercises = understood(text)
    assert section.endswith("work 120, rest 45")
    assert exercises == ["- skipping, sets 3", "- shadow boxing", "- bag, body shots"]


def test_a_log_has_a_line_for_each_set() -> None:
    text = "Pull Up\nSet 1: BW x 8\nSet 2: BW x 6\nRest timer 2:00\n\nRow\nSet 1: 50 kg x 9"
    assert [line.split(", load")[0] for line in understood(text)[1:]] == [
        "- Pull Up, sets 2, reps 8/6, rest 120", "- Row, reps 9"
    ]  # fmt: skip


def test_rest_alone_may_have_an_exception() -> None:
    text = "Gym\nPull-ups, 4 sets of 3. Rest 2 mins, 3 if you are old.\nDips 3 x 9"
    assert understood(text)[1] == "- Pull-ups, sets 4, reps 3, rest 120"


SETS_AND_SIDES = {
    "Two-Hand Swing\n4 sets, 20 seconds": "Two-Hand Swing, sets 4, seconds 20",
    "Isometric press into a door frame. Push for ten seconds, then relax. Five times.":
        "Isometric press into a door frame, reps 5, seconds 10, hold",
    "1. Band row (green)\n   3 x 12, both arms together": "Band row (green), sets 3, reps 12",
    "Kick 4 x 50 m (15s RI)": "Kick, sets 4, distance_m 50, rest 15",
    "20 burpees over your partner": "burpees over your partner, reps 20",
    "Calf raise 20 / 15 / 12 / failure": "Calf raise, sets 4, reps 20/15/12/max",
    "Deadlift\nDo 2 lighter sets first. Keep your back flat and push the\nfloor away.\n4 x 5":
        "Deadlift, sets 4, reps 5",
    "Curl: 3 working sets of 8": "Curl, sets 3, reps 8",
    "Heel raises. Hold on to the chair. Ten, pause, then ten again.":
        "Heel raises, sets 2, reps 10",
    "1. Side leg lifts: eight on each leg. Then repeat.":
        "Side leg lifts, sets 2, reps 8, sides each",
    "Wall sit\nHold 30 seconds\nRest 15 seconds, repeat":
        "Wall sit, sets 2, seconds 30, hold, rest 15",
    "Figure four, ankle on the knee, lean forward a little. 20 seconds, swap, 20 seconds.":
        "Figure four, seconds 20, sides each, hold",
    "Leg lifts\n10 to 12 on your left side, roll over, and the same again on the right.":
        "Leg lifts, reps 10/12, sides each",
    "1. On your feet. Calf raises at the chair, 15.": "Calf raises at the chair, reps 15",
    "1. Plie squat x 10. Optional: on the last one hold for 10 s.": "Plie squat, reps 10",
    "1. Run at level 7 (10 being most) for one minute":
        "Run at level 7 (10 being most), seconds 60",
}  # fmt: skip


@pytest.mark.parametrize("text", SETS_AND_SIDES)
def test_sets_and_sides_are_told_in_many_ways(text: str) -> None:
    exercises = [line[2:] for line in understood(f"Today\n\n{text}\n\nSquat 3 x 9")
                 if line.startswith("-")]  # fmt: skip
    assert exercises == [SETS_AND_SIDES[text], "Squat, sets 3, reps 9"]


def test_numbers_of_levels_count_nothing() -> None:
    told = understood(
        "Legs for runners\n\nHere is a workout by a strength coach, and Level 1 and 2 running coach"
        " Jo Doe.\n\n1. Squat\n3 sets of 10 reps\n"
    )
    assert [line for line in told if line.startswith("-")] == ["- Squat, sets 3, reps 10"]


def test_the_same_as_above_may_say_its_sides() -> None:
    exercises = understood("Stretch\nCobra: 30 s\nSupine twist: same, each side\nFrog 60 s")[1:]
    assert exercises[1].startswith("- Supine twist, seconds 30, sides each")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("- 3 rounds of 40 s: mountain climbers", "mountain climbers, sets 3, seconds 40"),
        ("- Wall sit: 3 rounds of 40 s", "Wall sit, sets 3, seconds 40, hold"),
    ],
)
def test_rounds_of_one_item_are_its_sets(text: str, expected: str) -> None:
    assert understood(f"{text}\n- Squat 3 x 9") == [
        "# ",
        f"- {expected}",
        "- Squat, sets 3, reps 9",
    ]


def test_the_same_with_the_other_side_is_done_too() -> None:
    text = "Legs\nPigeon on the right, 60 s\nSame again on the left side\nSquat 3 x 9"
    assert understood(text)[1:3] == [
        "- Pigeon on the right, seconds 60, hold", "- Pigeon on the left, seconds 60, hold"
    ]  # fmt: skip
    text = "Legs\nPigeon, 60 s\nSame again on the other side\nSquat 3 x 9"
    assert understood(text)[1] == "- Pigeon, seconds 60, sides each, hold"


def test_a_tabata_may_stand_behind_the_name_of_its_part() -> None:
    section, exercise = understood("Squats 3x12\nDips 3x10\nFinish: tabata burpees")[-2:]
    assert section == "# Finish, timing tabata, rounds 8, work 20, rest 10"
    assert exercise == "- burpees"


@pytest.mark.parametrize(
    "told", ["Grab a band, set aside 15 minutes and go!", "So find 20 minutes and get moving."]
)
def test_what_closes_a_text_is_no_exercise(told: str) -> None:
    assert len(understood(f"Bands\n\n1. Row 2x15\n2. Face pull 2x15\n\n{told}")) == 3


def test_a_routine_with_its_length_is_a_title() -> None:
    text = "15-Minute Hip Routine - 2-3 x 15 min\n\nPigeon: 60 s each side\nFrog: 60 s"
    assert [line.split(",")[0] for line in understood(text) if line[0] == "-"] == [
        "- Pigeon",
        "- Frog",
    ]


@pytest.mark.parametrize("often", ["two to three times a day", "2 to 3 times per day", "2-3x/day"])
def test_how_often_a_day_is_no_part_of_a_dose(often: str) -> None:
    assert understood(f"Heel raises 2x9, {often}\nToe curls 8 reps")[1:] == [
        "- Heel raises, sets 2, reps 9",
        "- Toe curls, reps 8",
    ]


def test_a_unit_may_be_joined_to_its_number() -> None:
    lines = understood("AMRAP 14:\n60-calorie row\n400-meter run\n30 cleans")
    assert lines[1:] == ["- row", "- run, distance_m 400", "- cleans, reps 30"]


def test_a_number_in_a_word_may_stand_before_a_bare_unit() -> None:
    assert understood("Gym\n40m: dozen m\nSquat 3x9")[-1] == "- Squat, sets 3, reps 9"
