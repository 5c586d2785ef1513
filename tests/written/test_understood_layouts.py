"""What is understood of the ways in which whole texts are laid out."""

import pytest
from understanding import understood


def test_odd_and_even_minutes_share_the_rounds() -> None:
    text = '1. EMOMx10:\nOdd: 10 Thrusters 40\nEven: 8 Box Jumps 24"\n\n2. EMOM x 6: 5 Dips'
    assert understood(text) == [
        "# EMOMx10, timing emom, rounds 5, interval 60, cap 600",
        "- Thrusters 40, reps 10",
        "- Box Jumps 24, reps 8",
        "# , timing emom, rounds 6, interval 60, cap 360",
        "- Dips, reps 5",
    ]


def test_an_item_with_its_timing_is_a_section_of_its_own() -> None:
    text = (
        "Today\n\n1. EMOM x 5: 5 Dips\n\n2. Row 5 min\n\n"
        "3. AMRAP 6: 5 Dips, 10 Squats\n\n4. Jog 5 min"
    )
    assert [line for line in understood(text) if "Row" in line or "Jog" in line] == [
        "- Row, seconds 300", "- Jog, seconds 300"
    ]  # fmt: skip
    assert sum("timing" in line for line in understood(text)) == 2


def test_lists_may_end_with_their_rounds() -> None:
    text = "Legs\n• 25 squats\n• 25 jacks\n• 4 times, no rest\n\n• 20 lunges\n• 15 dips\n• 5 sets"
    assert understood(text) == [
        "# Legs, timing circuit, rounds 4", "- squats, reps 25", "- jacks, reps 25",
        "# , timing circuit, rounds 5", "- lunges, reps 20", "- dips, reps 15",
    ]  # fmt: skip


def test_lists_may_stand_in_a_section_with_the_times_of_all() -> None:
    text = (
        "Home circuits\n\nChoose one of these, 4x through the circuit with 30s on each exercise "
        "and 10s rest in between each:\n\n**Circuit 1**\n* Squats\n* Dips\n\n**Circuit 2**\n"
        "* Lunges\n* Jacks"
    )
    assert understood(text) == [
        "# Circuit 1, timing circuit, rounds 4, work 30, rest 10", "- Squats", "- Dips",
        "# Circuit 2, timing circuit, rounds 4, work 30, rest 10", "- Lunges", "- Jacks",
    ]  # fmt: skip


HEADED = {
    "Two sets of each exercise, 12 reps.": "sets 2, reps 12",
    "Exercises: 45 seconds": "",
}


@pytest.mark.parametrize("told", HEADED)
def test_headings_above_prose_are_exercises_where_a_dose_is_told(told: str) -> None:
    text = (
        f"# Machines\n\n{told}\n\n## Bench press\nLie back and push.\n\n## Pec fly\n"
        "Keep the elbows soft.\n\n## Upright rows\nHold the bar from above."
    )
    exercises = [line for line in understood(text) if line.startswith("-")]
    dose = f", {HEADED[told]}" if HEADED[told] else ""
    assert exercises == [f"- Bench press{dose}", f"- Pec fly{dose}", f"- Upright rows{dose}"]


@pytest.mark.parametrize("label", ["Dosage", "How much", "Prescription", "Durchführung"])
def test_a_label_before_a_dose_names_no_exercise(label: str) -> None:
    reps = "Wiederholungen" if label == "Durchführung" else "reps"
    text = (
        f"1. Foot circles\n   - **{label}:** 10 {reps}\n2. Neck rolls\n   - **{label}:** 5 {reps}\n"
    )
    assert understood(text)[1:] == ["- Foot circles, reps 10", "- Neck rolls, reps 5"]


def test_bold_names_of_a_numbered_list_need_no_dose() -> None:
    text = (
        "# Stretches\n\n## Short\n1. **Seated pigeon** - Glutes\n2. **Cobra flow** - Spine\n\n"
        "## Long\n1. **Deep lunge** - 1 minute each leg\n   - Sink into the hip"
    )
    assert understood(text) == [
        "# Short", "- Seated pigeon", "- Cobra flow",
        "# Long", "- Deep lunge, seconds 60, sides each",
    ]  # fmt: skip


def test_bold_principles_are_no_exercises() -> None:
    text = "## Legs\nSquat 3 x 9\n\n**Key principles:**\n\n1. **Rest** – sleep\n2. **Load** – more"
    assert understood(text)[1:] == ["- Squat, sets 3, reps 9"]


def test_words_after_a_bold_dose_are_about_it() -> None:
    text = "Swim\n- **8 x 50 m kick**: Keep a pace that allows you to hold the 1:30 all the way."
    assert understood(text)[1:] == ["- kick, sets 8, distance_m 50"]


def test_intervals_may_be_named_before_their_lengths() -> None:
    text = (
        "Running\n- **Week 1:** 6x (Run 1min / Walk 1.5min)\n"
        "- **Week 2:** 5x (Run 2min / Walk 1min)"
    )
    assert [line for line in understood(text) if line.startswith("-")] == [
        "- Run, seconds 60", "- Walk, seconds 90", "- Run, seconds 120", "- Walk, seconds 60"
    ]  # fmt: skip


def test_a_paragraph_that_was_broken_is_read_as_one() -> None:
    text = (
        "# Machines\n\n"
        "Do two sets of each exercise with a weight with which you could just do\n"
        "12 reps, and not more of them than that, as the whole of it is meant to\n"
        "be light. Rest for 90 seconds between sets, and drink some water in the\n"
        "meantime. Stand up when all the sets of one machine are done, and go to\n"
        "the next one.\n\n## Legs\nLeg press 2 x 12\nCurl 2 x 12"
    )
    assert understood(text)[1:] == [
        "- Leg press, sets 2, reps 12, rest 90", "- Curl, sets 2, reps 12, rest 90"
    ]  # fmt: skip


def test_a_table_may_have_its_doses_first() -> None:
    text = (
        "| Reps | Workout |\n|---|---|\n| 5x5 | Squats |\n| 1x5 | Deadlift |\n| N/A | Stretching |"
    )
    assert understood(text)[1:3] == ["- Squats, sets 5, reps 5", "- Deadlift, sets 1, reps 5"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Toe raise 3x5x15sec hold each",
            "Toe raise, sets 3, reps 5, seconds 15, sides each, hold",
        ),
        ("6 C&J 60 kg", "C&J, reps 6, load 60 kg"),
    ],
)
def test_a_dose_may_be_long(text: str, expected: str) -> None:
    assert understood(f"Gym\n{text}\nSquat 3 x 9")[1] == f"- {expected}"


def test_a_rest_in_proportion_has_no_length() -> None:
    section = understood("5 Rounds, rest 1:1\n\n300m Row\n6 Dips")[0]
    assert section == "# , timing circuit, rounds 5"


def test_what_is_said_next_in_a_chat_is_no_part_of_a_list() -> None:
    text = (
        "[19:47] Coach: 3 rounds:\n12 rows\n20 squats\n[19:51] Coach: and jog 5 min\n"
        "[19:52] Coach: then plank 30 s"
    )
    assert understood(text)[0] == "# , timing circuit, rounds 3"
    assert understood(text)[3:5] == ["# ", "- jog, seconds 300"]


def test_what_follows_a_list_with_then_is_done_once() -> None:
    text = "Floor, twice round:\n20 dips\n20 squats\n\nThen jog, easy, 5 mins."
    assert understood(text)[-1] == "- jog, easy, seconds 300"
    assert understood(text)[0] == "# Floor, timing circuit, rounds 2"
    assert "rounds" not in understood(text)[-2]


def test_a_heading_may_have_another_dose_in_brackets() -> None:
    text = "# Week 3 (the 5-3-1 one)\n\n## Tuesday\nBench 5 x 5\nRow 3 x 8"
    assert understood(text)[1:] == ["- Bench, sets 5, reps 5", "- Row, sets 3, reps 8"]


def test_stations_are_counted_and_named() -> None:
    text = (
        "Main – six stations, groups of five. Music on for 30 seconds, off for 15 to move on.\n"
        " ☐ Crab kicks\n ☐ Frog jumps\n ☐ Flamingo stand (change legs when you wobble)"
    )
    section, *exercises = understood(text)
    assert section.endswith("work 30, rest 15")
    assert [line.split(" (")[0] for line in exercises] == [
        "- Crab kicks", "- Frog jumps", "- Flamingo stand"
    ]  # fmt: skip


def test_sets_of_a_list_below_are_rounds() -> None:
    text = "Total body: 5 sets, 2 minutes rest between sets\n\n20 jacks\n10 squats\nPlank hold"
    assert understood(text)[:3] == [
        "# Total body, timing circuit, rounds 5, rest_between_rounds 120",
        "- jacks, reps 20",
        "- squats, reps 10",
    ]


def test_a_table_may_have_a_column_for_each_set() -> None:
    text = (
        "| Lift | Set 1 | Set 2 | Set 3 |\n|---|---|---|---|\n"
        "| Press | 50% x 6 | 60% x 5 | 70% x 3+ |\n| Row | 40% x 6 | 50% x 5 | 60% x 3 |"
    )
    assert [line.split(", load")[0] for line in understood(text)[1:]] == [
        "- Press, sets 3, reps 6/5/3", "- Row, sets 3, reps 6/5/3"
    ]  # fmt: skip


def test_sentences_may_lead_into_a_pose() -> None:
    text = (
        "Yoga for runners\n\nStart in Downward Dog, hold for 5 breaths.\n"
        "Step your right foot forward into a low lunge - hold for 8 breaths, then switch sides.\n"
        "Come into Pigeon Pose on the right side for 1 minute. Repeat on the left.\n"
        "Finish with Legs Up the Wall for 3 to 5 minutes."
    )
    exercises = [line for line in understood(text) if line.startswith("-")]
    assert exercises == [
        "- Downward Dog, hold",
        "- low lunge, sides each, hold",
        "- Pigeon Pose on the right side, seconds 60, sides each, hold",
        "- Legs Up the Wall, seconds 180/300, hold",
    ]


def test_the_minutes_of_a_warm_up_are_those_of_its_list() -> None:
    text = (
        "Warm Up - 3 min\nJacks - 1 min\nHigh knees - 1 min\n\nCircuit (repeat 3x)\n"
        "Burpees - 30 sec\nRest - 15 sec\nDips - 30 sec\nRest - 15 sec\nPlank - 30 sec\n"
        "Rest - 60 sec\n\nCool down - 2 min"
    )
    assert understood(text) == [
        "# Warm Up",
        "- Jacks, seconds 60",
        "- High knees, seconds 60",
        "# Circuit, timing circuit, rounds 3, rest_between_rounds 60",
        "- Burpees, seconds 30, rest 15",
        "- Dips, seconds 30, rest 15",
        "- Plank, seconds 30, hold",
        "# ",
        "- Cool down, seconds 120",
    ]


def test_a_text_may_begin_with_its_warm_up() -> None:
    text = "Warm-up: 5 min row\n\nStrength: Front squat 5x3 (every 2:30)\n\nJog 5 min"
    assert understood(text)[:4] == [
        "# Warm-up", "- row, seconds 300", "# Strength", "- Front squat, sets 5, reps 3"
    ]  # fmt: skip


def test_an_exercise_may_be_a_heading_above_its_fields() -> None:
    text = (
        "### 1. Glute Bridge\n**How to do it:** Lift your hips. Hold for 2 seconds at the top.\n"
        "**Reps/Sets:** 3 sets of 12-15 reps\n\n### 2. Clamshell\n**How to do it:** Lie on your "
        "side.\n**Reps/Sets:** 3 sets of 15 reps per side"
    )
    assert understood(text)[1:] == [
        "- Glute Bridge, sets 3, reps 12/15", "- Clamshell, sets 3, reps 15, sides each"
    ]  # fmt: skip


def test_a_row_of_doses_below_an_item_is_its_own() -> None:
    text = (
        "Leg Day\n\n1. Hip Thrusts\n4 sets: 12, 10, 8, 8\n2. Split Squats\n3 sets of 10 each leg\n"
        "3. Abductor\n2x20 (burnout)"
    )
    assert understood(text)[1:] == [
        "- Hip Thrusts, sets 4, reps 12/10/8/8",
        "- Split Squats, sets 3, reps 10, sides each",
        "- Abductor, sets 2, reps 20",
    ]


def test_minutes_of_an_emom_may_be_rests() -> None:
    minutes = "Min 1: 12 Swings\nMin 2: 10 Burpees\nMin 3: Rest"
    assert "rounds 5" in understood(f"15 Minute EMOM\n\n{minutes}")[0]
    assert "rounds 4" in understood(f"12 Minute EMOM\n\n{minutes}\n\nRepeat for 4 rounds.")[0]


def test_a_dose_of_each_exercise_is_that_of_a_leaflet() -> None:
    text = (
        "For each exercise perform 2 sets of 15 repetitions. Rest for 1 minute between sets.\n\n"
        "Heel raise\nRise up on your toes.\n\nSide leg raise\nLift one leg out to the side."
    )
    assert understood(text)[1:] == [
        "- Heel raise, sets 2, reps 15, rest 60", "- Side leg raise, sets 2, reps 15, rest 60"
    ]  # fmt: skip


def test_supersets_have_their_rest_after_the_last_of_them() -> None:
    text = "Monday\nA1 Squat 3x8\nA2 Push-up 3x8\nRest 60s\n\nB1 RDL 3x9\nB2 1-arm Row 3x9/side"
    assert [line for line in understood(text) if line.startswith("-")] == [
        "- Squat, sets 3, reps 8", "- Push-up, sets 3, reps 8, rest 60",
        "- RDL, sets 3, reps 9", "- 1-arm Row, sets 3, reps 9, sides each",
    ]  # fmt: skip


def test_a_title_may_look_like_an_exercise() -> None:
    text = (
        "Training with 5x5\n\nIn November I began a program of a few lifts on each day, and with "
        "more weight each time, which I like a lot.\n\nSquat 5x5\nBench press 5x5"
    )
    assert understood(text)[1:] == ["- Squat, sets 5, reps 5", "- Bench press, sets 5, reps 5"]


def test_what_tells_of_a_program_is_no_exercise() -> None:
    text = (
        "# Plan\n\n8-week program to build from nothing to 5 km.\n\n## Overview\n"
        "- **Frequency:** 3 training days per week\n- **Duration:** 8 weeks\n\n## Day 1\n"
        "Run 5 min\nWalk 5 min\n\n## Heart Rate Zones (of me)\n- **Z1:** 111-130 bpm"
    )
    assert understood(text) == ["# Day 1", "- Run, seconds 300", "- Walk, seconds 300"]


def test_a_way_in_the_brackets_of_a_heading_is_that_of_all() -> None:
    text = (
        "### Cool-down (1000m)\n- **Easy swim (4x100m)**: gently\n- **Stretching**: take your time"
    )
    assert [line.split(", s")[0] for line in understood(text)[1:]] == [
        "- Easy swim",
        "- Stretching",
    ]
    assert "distance_m 1000" not in " ".join(understood(text))


def test_a_row_behind_other_words_is_that_of_the_names_below() -> None:
    text = "Row 5 min\n\nPart 2 – down the stairs 15-12-9\nbox jumps\nring rows"
    assert understood(text)[-2:] == ["- box jumps, reps 15/12/9", "- ring rows, reps 15/12/9"]


def test_a_name_without_a_mark_is_none_of_a_marked_list() -> None:
    text = "# Knees\nNext review soon\n\n1. Squat 3 x 9\n2. Bridge\n3. Row 3 x 8"
    assert [line.split(",")[0] for line in understood(text)[1:]] == ["- Squat", "- Bridge", "- Row"]
