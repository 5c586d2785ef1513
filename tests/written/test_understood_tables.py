"""What is understood of tables: as text, as a program writes them, and in either language."""

import pytest
from understanding import understood

from earcoach.written import read
from earcoach.written.source import lines_of


@pytest.mark.parametrize("sign", [",", ";"])
def test_a_table_between_separators_is_read_by_its_head(sign: str) -> None:
    rows = [
        ["Exercise", "Sets", "Reps", "Weight (kg)", "Rest (sec)", "Notes"],
        ["Hack squat", "4", "8-10", "90", "150", "slow"],
        ["Cable row", "3", "12 each", "17.5", "75", "straps allowed"],
        ["Leg raise", "2", "max", "", "60", ""],
        ["Side plank", "2", "25s each", "", "45", ""],
        ["Rower", "1", "8 min", "", "", "easy"],
    ]
    assert understood("\n".join(sign.join(row) for row in rows)) == [
        "# ",
        "- Hack squat, sets 4, reps 8/10, rest 150, load 90 kg",
        "- Cable row, sets 3, reps 12, sides each, rest 75, load 17.5 kg",
        "- Leg raise, sets 2, reps max, rest 60",
        "- Side plank, sets 2, seconds 25, sides each, hold, rest 45",
        "- Rower, sets 1, seconds 480",
    ]


def test_a_separator_in_quotes_parts_nothing() -> None:
    text = 'Exercise,Sets,Reps,Notes\n"Press, seated",3,9,"light, slow, strict"\nDips,2,7,'
    assert understood(text)[1:] == ["- Press, seated, sets 3, reps 9", "- Dips, sets 2, reps 7"]


def test_a_table_ends_where_its_rows_do() -> None:
    text = "My plan\n\nExercise,Sets,Reps\nSquat,3,5\nRow,3,8\n\nAfterwards\n- Plank 2 x 30s"
    assert understood(text)[-4:] == [
        "- Squat, sets 3, reps 5",
        "- Row, sets 3, reps 8",
        "# Afterwards",
        "- Plank, sets 2, seconds 30, hold",
    ]


def test_a_column_of_days_makes_sections() -> None:
    text = "Day,Exercise,Sets,Reps\nMon,Squat,3,5\n,Row,3,8\nThu,Dips,4,6"
    assert understood(text) == [
        "# Mon",
        "- Squat, sets 3, reps 5",
        "- Row, sets 3, reps 8",
        "# Thu",
        "- Dips, sets 4, reps 6",
    ]
    text = "| Day | Exercise | Sets |\n|---|---|---|\n| 1 | Squat | 3 |\n| 2 | Row 8x | 3 |"
    assert [line for line in understood(text) if line.startswith("#")] == ["# Day 1", "# Day 2"]


@pytest.mark.parametrize("row", ["{};{};{};{}", "| {} | {} | {} | {} |"])
def test_german_columns_are_known(row: str) -> None:
    cells = [
        ("\u00dcbung", "S\u00e4tze", "Wdh", "Pause (s)"),
        ("Kniebeuge", "3", "12", "60"),
        ("Unterarmst\u00fctz", "2", "30 s", "45"),
    ]
    assert understood("\n".join(row.format(*each) for each in cells))[1:] == [
        "- Kniebeuge, sets 3, reps 12, rest 60",
        "- Unterarmst\u00fctz, sets 2, seconds 30, hold, rest 45",
    ]


def test_a_row_for_each_set_is_one_exercise() -> None:
    head = "| Set | Reps | Exercise |\n|--|--|--|\n"
    rows = [
        "Warm-up 1 | 6 | Deadlift", "Working set | 4 | Deadlift", "Last set | 4 or more | Deadlift",
        "Rest | Rest | Rest", "Set 1 | 12 | Cable row", "Set 2 | 12 | Cable row",
    ]  # fmt: skip
    assert understood(head + "\n".join(f"| {row} |" for row in rows))[1:] == [
        "- Deadlift, sets 3, reps 6/4/4",
        "- Cable row, sets 2, reps 12",
    ]
    text = "Exercise,Set,Reps\nSquat,1,8\n,2,8\n,3,6\nDips,1,12\nDips,2,9"
    assert understood(text)[1:] == [
        "- Squat, sets 3, reps 8/8/6",
        "- Dips, sets 2, reps 12/9",
    ]


def test_the_head_of_a_table_may_name_its_exercise() -> None:
    rows = [
        "Mood\tSlept\tCoffee", "Fine\tbadly\tyes", "",
        "Deadlift\tWeight in kg\tSets\tReps", "Bar\t20\t1\t5", "Work\t80\t3\t5",
        "Row\tWeight in kg\tSets\tReps", "Work\t40\t3\t8",
        "Deadlift total\tRow total\tAll", "1300\t960\t2260",
    ]  # fmt: skip
    assert understood("\n".join(rows))[1:] == [
        "- Deadlift, sets 4, reps 5",
        "- Row, sets 3, reps 8",
    ]


def test_two_columns_of_exercises_share_a_dose() -> None:
    head = "| Lower body | Upper body | Sets x reps | Notes |\n|--|--|--|--|\n"
    rows = ["Split squats | Bench press | 3x6 | slow", "Hip thrusts | Face pulls | 3x8/12 each | -"]
    rows += ["- | Pallof hold | 2x20s each | last"]
    assert understood(head + "\n".join(f"| {row} |" for row in rows))[1:] == [
        "- Split squats, sets 3, reps 6",
        "- Bench press, sets 3, reps 6",
        "- Hip thrusts, sets 3, reps 8",
        "- Face pulls, sets 3, reps 12, sides each",
        "- Pallof hold, sets 2, seconds 20, sides each, hold",
    ]


def test_a_column_of_holds_has_holds() -> None:
    text = "| Pose | Hold |\n|--|--|\n| Threaded arms | 40s |\n| Neck circles | 8 reps |"
    assert understood(text)[1:] == ["- Threaded arms, seconds 40, hold", "- Neck circles, reps 8"]
    text = "| Move | Hold/Reps |\n|--|--|\n| Plank | 30-45s |\n| Crunches | 20 |"
    assert understood(text)[1:] == ["- Plank, seconds 30/45, hold", "- Crunches, reps 20"]


@pytest.mark.parametrize(
    "rows",
    [
        "| Order | Exercise | Sets | Reps |\n|---|---|---|---|\n| A1 | Squat | 3 | 10 |\n"
        "| A2 | Row | 3 | 12 |\n| B1 | Dip | 2 | 9 |\n| B2 | Curl | 2 | 9 |",
        "| Exercise | Sets | Reps |\n|---|---|---|\n| A1. Squat | 3 | 10 |\n| A2. Row | 3 | 12 |\n"
        "| B1. Dip | 2 | 9 |\n| B2. Curl | 2 | 9 |",
    ],
)
def test_labels_in_a_table_make_supersets(rows: str) -> None:
    reading = read(lines_of(rows))
    told = [(one.superset, one.name.value) for part in reading.sections for one in part.exercises]
    assert told == [("A", "Squat"), ("A", "Row"), ("B", "Dip"), ("B", "Curl")]


TICKED = """| Move | Mon | Wed | How it goes |
|--|--|--|--|
| Calf raise | x |  | 3x12 |
| Couch stretch |  | x | 2 x 45 s each side |
| 90/90 switches | ☐ | x | 8 per side |
| Step-down | x |  | 2×6 (per side) |
| Wrist curl | x | x | 2 sets of 10 (3-0-1-0 tempo) |
"""

BY_AREA = """| Area | | Programme |
|--|--|--|
| Hips | Glute bridge | 3 x 15 |
| Hips | Clamshell | 2 x 12 per side |
| Back | Bird dog | 2 x 8 (4+ breaths) |
"""

GERMAN = """| Übung | Mo | Do | Hinweise |
|--|--|--|--|
| Kniebeuge | x |  | 3 x 12 |
| Wadenheben |  | x | 2 x 20 |
| Klappmesser | x |  | 30 s |
"""

NOTED = """| Exercise | Sets | Comments |
|--|--|--|
| Row | 3 | keep the back flat |
| Press | 3 | light |
| Dip | 2 | 2 sets are enough |
"""


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            TICKED,
            [
                "- Calf raise, sets 3, reps 12",
                "- Couch stretch, sets 2, seconds 45, sides each, hold",
                "- 90/90 switches, reps 8, sides each",
                "- Step-down, sets 2, reps 6, sides each",
                "- Wrist curl, sets 2, reps 10, tempo 3-0-1-0",
            ],
        ),
        (
            BY_AREA,
            [
                "- Glute bridge, sets 3, reps 15",
                "- Clamshell, sets 2, reps 12, sides each",
                "- Bird dog, sets 2, reps 8",
            ],
        ),
        (
            GERMAN,
            [
                "- Kniebeuge, sets 3, reps 12",
                "- Wadenheben, sets 2, reps 20",
                "- Klappmesser, seconds 30",
            ],
        ),
        (NOTED, ["- Row, sets 3", "- Press, sets 3", "- Dip, sets 2"]),
    ],
)
def test_a_column_is_told_by_what_stands_in_it(text: str, found: list[str]) -> None:
    assert understood(text)[1:] == found


def test_the_load_stands_before_the_sets() -> None:
    text = (
        "| Exercise | Load | Sets | Reps | RIR |\n|---|---|---|---|---|\n"
        "| Squat | 80 kg | 4 | 6 | 2 |\n| Row | 50 kg | 3 | 10 | 1-2 |"
    )
    assert understood(text)[1:] == [
        "- Squat, sets 4, reps 6, load 80 kg",
        "- Row, sets 3, reps 10, load 50 kg",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "| Exercise | Week 1 | Week 2 |\n|---|---|---|\n| Squat | 3x5 | 3x6 |\n| Row | 3x8 | 2x9 |",
        "Exercise  Week 1  Week 2\nSquat  3x5  3x6\nRow  3x8  2x9",
        "Lift | Wk1 | Wk2 (deload)\nSquat | 3 sets of 5 | 3 sets of 6\nRow | 3x8 | 2x9",
    ],
)
def test_a_column_for_each_week_is_a_section(text: str) -> None:
    first, squat, row, second, *others = understood(text)
    assert (first[:3], second[:3]) == ("# W", "# W")
    assert [squat, row] == ["- Squat, sets 3, reps 5", "- Row, sets 3, reps 8"]
    assert others == ["- Squat, sets 3, reps 6", "- Row, sets 2, reps 9"]


def test_weeks_that_only_tell_loads_are_left_out() -> None:
    text = (
        "Exercise | Sets x Reps | RPE | Week 1 | Week 2\nSquat | 3x5 | 7 | 60 | 62.5\n"
        "Row | 3x8 | 8 | | "
    )
    assert understood(text)[1:] == ["- Squat, sets 3, reps 5", "- Row, sets 3, reps 8"]


def test_each_set_has_a_column() -> None:
    text = (
        "Exercise | Set 1 | Set 2 | Set 3\nSquat | 60x8 | 70x6 | 80x4\nDip | 9 | 8 | 7\n"
        "Plank | 30s | 30s | 45s"
    )
    assert understood(text)[1:] == [
        "- Squat, sets 3, reps 8/6/4, load 60, 70, 80",
        "- Dip, sets 3, reps 9/8/7",
        "- Plank, sets 3, seconds 30/30/45, hold",
    ]


def test_a_heading_stands_in_the_midst_of_a_table() -> None:
    text = (
        "Exercise     Sets  Reps  Load\nBack squat   4     5     75%\nSuperset\n"
        "DB row       3     10e   24kg\nFace pull    3     15    -"
    )
    assert understood(text) == [
        "# ",
        "- Back squat, sets 4, reps 5, load 75%",
        "# Superset",
        "- DB row, sets 3, reps 10, sides each, load 24kg",
        "- Face pull, sets 3, reps 15",
    ]
