"""What is doubted of a text and what is only suggested by it: told, and no obstacle."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

from earcoach.cli.main import app
from earcoach.written import read
from earcoach.written.reading import Origin
from earcoach.written.source import lines_of

DOUBTED = [
    ("Legs\n- Squat 3x12\n- Lunge\n- Bridge 3x10", (3, "no dose, among exercises that have one")),
    (
        "Legs\n- Squat 3 x ?\n- Bridge 3x10",
        (2, "a part of the dose is left to be filled in"),
    ),
    (
        "Squat\n3 sets of 10\n4 sets of 8\n\nPress\n3 sets of 5",
        (3, "another dose of Squat; the first was taken"),
    ),
    (
        "Core\n- Crab dance 20m\n- Bridge 3x10",
        (2, "`20m` may be minutes or metres; taken as minutes"),
    ),
    ("Strength\n- Squat 3\n- Row 3x10", (2, "3 may be sets or reps")),
    ("Chest\n- Bench 10 x 3\n- Fly 3x10", (2, "10 sets of 3, or 3 sets of 10")),
]


@pytest.mark.parametrize(("text", "doubt"), DOUBTED)
def test_what_may_be_meant_otherwise_is_doubted(text: str, doubt: tuple[int, str]) -> None:
    assert [(one.line, one.why) for one in read(lines_of(text)).doubts] == [doubt]


def test_a_clear_text_is_not_doubted() -> None:
    text = "Legs\n- Squat 3x12\n- Step-up: 2 x 8 each leg\n- Wall sit 30s\n- Walk 20 m"
    assert read(lines_of(text)).doubts == ()


def test_what_a_text_suggests_is_no_written_value() -> None:
    text = "Legs: 3 sets\n- Squat 12\n- Wall sit 30s\n- Sled push 20m"
    squat, sit, push = read(lines_of(text)).sections[0].exercises
    assert squat.sets and squat.sets.origin is Origin.SUGGESTED and squat.sets.line == 1
    assert squat.doses and squat.doses.origin is Origin.WRITTEN
    assert sit.doses and sit.doses.origin is Origin.SUGGESTED
    assert push.doses and push.doses.origin is Origin.SUGGESTED


def test_doubts_are_shown_and_become_comments(tmp_path: Path) -> None:
    text, routine = tmp_path / "legs.txt", tmp_path / "legs.yaml"
    text.write_text("Legs\n- Squat 3x12\n- Lunge\n- Bridge 3x10\n")
    done = CliRunner().invoke(app, ["import", str(text), "-o", str(routine)])
    assert done.exit_code == 0
    assert "Lunge (no dose, among exercises that have one)" in done.output
    comment = "# doubt: Lunge: no dose, among exercises that have one (line 3)"
    assert comment in routine.read_text()
    assert CliRunner().invoke(app, ["check", str(routine)]).exit_code == 0
