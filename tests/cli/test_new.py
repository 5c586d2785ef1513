"""A routine of one's own, begun by a command: valid as it is, and with every comment taken away."""

import os
import re
from pathlib import Path

import pytest
import warm
from program import PROGRAM, TIMEOUT_S, run
from terminals import new_terminal

import earcoach
from earcoach.paths import user_folder

pytestmark = pytest.mark.usefixtures("hums")


def test_a_new_routine_is_checked_and_found_by_its_name() -> None:
    done = run("new", "evening-legs")
    path = user_folder("routines") / "evening-legs.yaml"
    assert (done.returncode, done.stdout) == (0, "")
    assert "earcoach start evening-legs" in done.stderr
    assert run("check", path).stdout == f"{path}: ok, Evening legs\n"
    assert "evening-legs" in run("list").stdout


def test_a_bundled_routine_is_hidden_only_when_asked() -> None:
    done = run("new", "runners-mini-band")
    assert done.returncode == 2
    assert "is a routine that comes with earcoach" in done.stderr
    assert not user_folder("routines").exists()
    assert run("new", "runners-mini-band", "--force").returncode == 0


def test_the_command_that_it_tells_can_be_copied() -> None:
    assert "`earcoach start 'evening legs'`" in run("new", "evening legs").stderr


def test_its_comments_are_what_may_be_added(tmp_path: Path) -> None:
    path = tmp_path / "legs.yaml"
    assert run("new", path).returncode == 0
    text = path.read_text(encoding="utf-8")
    added = re.sub(r"^( *)# ( *(- )?[\w' ]+:)", r"\1\2", text, flags=re.MULTILINE)
    assert added.count("# ") < text.count("# ") - 8
    [_, workout, _] = earcoach.loads(added).sections
    assert workout.exercises[-1].equipment == ("dumbbell",)


def test_flags_say_what_is_in_it(tmp_path: Path) -> None:
    path = tmp_path / "legs.yaml"
    words = ("--title", "Legs: heavy", "--equipment", "mat", "--equipment", "loop band")
    more = ("--exercise", "Squat: 3 x 12", "--exercise", "Plank: 30s hold", "--language", "de")
    assert run("new", path, *words, *more).returncode == 0
    routine = earcoach.load(path)
    assert (routine.title, routine.language) == ("Legs: heavy", "de")
    assert routine.equipment == ("mat", "loop band")
    assert [exercise.name for section in routine.sections for exercise in section.exercises] == [
        "Squat",
        "Plank",
    ]


def test_what_cannot_be_read_is_told_and_not_written(tmp_path: Path) -> None:
    path = tmp_path / "legs.yaml"
    done = run("new", path, "--exercise", "Squat: 3 y 12")
    assert done.returncode == 3
    assert "Squat: 3 y 12" in done.stderr
    assert not path.exists()


def test_what_is_there_is_replaced_only_when_asked(tmp_path: Path) -> None:
    path = tmp_path / "legs.yaml"
    path.write_text("mine", encoding="utf-8")
    assert run("new", path).returncode == 2
    assert path.read_text(encoding="utf-8") == "mine"
    assert run("new", path, "--force").returncode == 0
    assert earcoach.load(path).title == "Legs"


def test_a_terminal_is_asked(tmp_path: Path) -> None:
    """A wrong exercise is asked for again, and one in words of one's own is understood."""
    path = tmp_path / "legs.yaml"
    master, slave = new_terminal()
    with warm.begin([*PROGRAM, "new", path], env=os.environ, stdin=slave) as process:
        os.close(slave)
        os.write(master, b"My legs\nmat, band\nSquat: 3 y\nSquat: 3 x 5\nPlank 45 seconds\n\n")
        _, told = process.communicate(timeout=TIMEOUT_S)
    os.close(master)
    assert process.returncode == 0, told
    routine = earcoach.load(path)
    assert (routine.title, routine.equipment) == ("My legs", ("mat", "band"))
    [section] = routine.sections
    assert [exercise.name for exercise in section.exercises] == ["Squat", "Plank"]
    assert "- Plank: 45s hold" in told
    assert "examples" not in told


@pytest.mark.parametrize("name", ["folder/legs", "./legs"])
def test_a_path_needs_no_suffix(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert run("new", name).returncode == 0
    assert (tmp_path / f"{name}.yaml").exists()


def test_what_nobody_asked_for_is_told_to_be_an_example(tmp_path: Path) -> None:
    assert "so there are examples in it" in run("new", tmp_path / "legs.yaml").stderr


def test_a_folder_is_no_name_of_a_routine(own_folders: Path) -> None:
    done = run("new", f"{own_folders}/legs/")
    assert (done.returncode, "is a folder" in done.stderr) == (2, True)


@pytest.mark.parametrize("name", ["", " ", "."])
def test_a_routine_needs_a_name(name: str) -> None:
    done = run("new", name)
    assert (done.returncode, done.stderr.splitlines()[0]) == (2, "error: a routine needs a name")
