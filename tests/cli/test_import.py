"""Written workouts on the command line: what is understood is shown, kept and coached."""

import json
from pathlib import Path

import pytest
from program import run

TIMER = json.dumps(
    {
        "title": "Morning",
        "sets": [
            {
                "repetitions": 2,
                "exercises": [
                    {"name": "Jumping jack", "duration": 40},
                    {"name": "Rest", "duration": 20},
                    {"name": "Squat", "duration": 30},
                ],
            }
        ],
    }
)

pytestmark = pytest.mark.usefixtures("hums")
ROUTINE = "title: Legs\nexercises:\n  - Squat: 2 x 12\n"
ANSWER = f"Here you are:\n\n```yaml\n{ROUTINE}```\nHave fun!\n"


@pytest.fixture
def timer(tmp_path: Path) -> Path:
    path = tmp_path / "Morning.json"
    path.write_text(TIMER, encoding="utf-8")
    return path


def test_import_shows_what_was_understood(timer: Path) -> None:
    done = run("import", timer)
    assert done.returncode == 0, done.stderr
    assert [" ".join(line.split()) for line in done.stdout.splitlines()] == [
        "Morning",
        "understood not in this line",
        "─" * len(done.stdout.splitlines()[2]),
        "Set 1: circuit, 2 rounds, no rest between rounds name assumed",
        "Jumping jack: 40s, rest 20s",
        "Squat: 30s, no rest",
    ]


def test_import_writes_a_routine_that_check_accepts(timer: Path, tmp_path: Path) -> None:
    written = tmp_path / "legs.yaml"
    assert run("import", timer, "-o", written).returncode == 0
    assert written.read_text(encoding="utf-8").startswith("title: Morning\n")
    assert run("check", written).stdout == f"{written}: ok, Morning\n"
    again = run("import", timer, "-o", written)
    assert again.returncode == 2
    assert again.stderr.splitlines()[-2:] == [
        f"error: `{written}` exists already",
        "  help: add --force to replace it",
    ]
    assert run("import", timer, "-o", written, "--force").returncode == 0


def test_a_routine_goes_to_stdout_alone(
    timer: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run("import", timer, "-o", "legs.yaml").returncode == 0
    done = run("import", timer, "-o", "-")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == Path("legs.yaml").read_text(encoding="utf-8")
    assert not Path("-").exists()
    assert run("import", "-", "-o", "-", piped=TIMER).stdout == done.stdout
    wrong = run("import", "-", "-o", "-", piped=ROUTINE.replace("12", "x"))
    assert (wrong.returncode, wrong.stdout) == (3, "")


@pytest.mark.parametrize("option", ["--json", "--explain"])
def test_only_one_thing_goes_to_stdout(timer: Path, option: str) -> None:
    done = run("import", timer, "-o", "-", option)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == f"error: `{option}` goes to stdout too\n  help: give -o FILE\n"


def test_import_prints_json(timer: Path) -> None:
    found = json.loads(run("import", timer, "--json").stdout)
    (section,) = found["sections"]
    assert (section["rounds"], section["timing"]) == (2, "circuit")
    assert [one["seconds"] for one in section["exercises"]] == [40, 30]


def test_import_takes_the_routine_out_of_an_answer(tmp_path: Path) -> None:
    written = tmp_path / "legs.yaml"
    done = run("import", "-", "-o", str(written), piped=ANSWER)
    assert done.stdout == "Legs: a routine in earcoach's own format, without mistakes\n"
    assert written.read_text(encoding="utf-8") == ROUTINE


def test_a_mistake_in_an_answer_has_its_place_there() -> None:
    done = run("check", "-", piped=ANSWER.replace("2 x 12", "2 y 12"))
    assert done.returncode == 3
    assert " --> standard input:6:14" in done.stdout


def test_check_says_what_was_assumed(timer: Path) -> None:
    done = run("check", timer)
    assert done.stdout == f"{timer}: ok, Morning\n"
    assert done.stderr == f"understood 2 exercises (`earcoach import {timer}` shows how)\n"


@pytest.mark.parametrize(
    ("source", "message", "help_"),
    [
        ("nowhere/x.txt", "there is no file `nowhere/x.txt`",
         "check its name, and the folder that you are in"),
        ("http://127.0.0.1:1/x", "127.0.0.1 is not on the public internet",
         "if you trust it, add --allow-private"),
        ("http://user@site/", "`http://user@site/` is not the address of a page",
         "write it like https://site/page"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_says_why(source: str, message: str, help_: str) -> None:
    done = run("import", source)
    assert done.returncode in (1, 2)
    assert done.stderr.splitlines() == [f"error: {message}", f"  help: {help_}"]


TEXT = """\
# Leg day

Stop if anything hurts.

Warm-up
- Good morning: 1 x 10

3 rounds of:
- Goblet squat, 12 reps
- Side plank, 30 seconds each side
Rest 60 seconds between rounds.
"""
SHOWN = """\
line written understood not in this line
5 Warm-up Warm-up
6 - Good morning: 1 x 10 Good morning: 1 x 10
9 - Goblet squat, 12 reps Goblet squat: 12
10 - Side plank, 30 seconds each side Side plank: 30s hold each side dose suggested
warnings, which are spoken:
3 Stop if anything hurts.
assumed:
30s of rest where none is given
"""
ROUTINE_OF_TEXT = """\
# assumed: 30s of rest where none is given
title: Leg day
language: en
sections:
  - name: Warm-up
    warning: Stop if anything hurts.
    exercises:
      - Good morning: 1 x 10
  - name: Workout
    type: circuit
    rounds: 3
    rest_between_rounds: 1 min
    exercises:
      - Goblet squat: 12
      - Side plank: 30s hold each side  # suggested
"""


@pytest.fixture
def workout(tmp_path: Path) -> Path:
    path = tmp_path / "leg-day.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_import_shows_a_text_beside_what_was_understood(workout: Path) -> None:
    done = run("import", workout, COLUMNS="160")
    assert done.returncode == 0, done.stderr
    shown = [" ".join(line.split()) for line in done.stdout.splitlines()]
    assert [line for line in SHOWN.splitlines() if line not in shown] == []


def test_import_writes_what_a_person_likes_to_edit(workout: Path, tmp_path: Path) -> None:
    written = tmp_path / "legs.yaml"
    assert run("import", workout, "-o", written).returncode == 0
    assert written.read_text(encoding="utf-8") == ROUTINE_OF_TEXT


def test_import_explains_itself_stage_by_stage(workout: Path) -> None:
    shown = run("import", workout, "--explain").stdout
    assert [line for line in shown.splitlines() if line.startswith("==")] == [
        "== lines, less their marks",
        "== what each line says",
        "== joined",
    ]


def test_a_text_is_shown_as_it_stands(workout: Path, tmp_path: Path) -> None:
    done = run("show", workout, XDG_STATE_HOME=str(tmp_path / "state"))
    assert done.stdout.startswith("Leg day, ")
    assert "Goblet squat   12 reps, 3 rounds" in done.stdout
    assert done.stderr.splitlines() == [
        f"understood 3 exercises in 2 sections (`earcoach import {workout}` shows how)",
        "assumed: 30s of rest where none is given",
    ]
    (kept,) = (tmp_path / "state").rglob("*.yaml")
    assert kept.name == "leg-day.yaml"  # what `resume` goes on with
    assert kept.read_text(encoding="utf-8") == ROUTINE_OF_TEXT


def test_a_text_can_be_piped_in(tmp_path: Path) -> None:
    done = run("show", "-", "--json", piped=TEXT)
    sheet = json.loads(done.stdout)
    assert sheet["title"] == "Leg day"
    assert [phase["exercise"] for phase in sheet["phases"] if phase["kind"] == "work"][:3] == [
        "Good morning",
        "Goblet squat",
        "Side plank",
    ]


def test_a_text_is_exported_under_its_name(workout: Path, tmp_path: Path) -> None:
    done = run("export", workout, "-d", tmp_path, "--format", "wav")
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "leg-day.wav").stat().st_size > 1_000_000


def test_a_text_without_a_workout_says_what_to_write(tmp_path: Path) -> None:
    done = run("show", "-", piped="Dear all,\n\nthe meeting is on Monday.\n")
    assert (done.returncode, done.stderr) == (
        1,
        "error: no exercise was found in this text\n"
        "  help: write one in a line, with how much of it: `Squat 3 x 12`\n",
    )


@pytest.mark.parametrize("text", ["Squat 3x10\nLunge 2x8", "Squat 3x10 " * 500])
@pytest.mark.parametrize("command", ["show", "check", "import"])
def test_a_text_in_the_place_of_a_name_is_told_how_it_is_given(command: str, text: str) -> None:
    done = run(command, text)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("error: `Squat 3x10")
    assert len(done.stderr) < 150
    assert "clipboard" in done.stderr
