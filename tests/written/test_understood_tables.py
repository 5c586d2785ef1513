"""What is understood of tables: as text, as a program writes them, and in either language."""

import pytest
from understanding import understood


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
