"""The commands of what is remembered: history, and the list of what can be resumed."""

import json
import os
import sqlite3
import subprocess
from contextlib import closing
from datetime import timedelta

import pytest
from kept import AT, keep, no_notice, progress, record, start
from program import PROGRAM, run_in_terminal
from terminals import new_terminal
from typer.testing import CliRunner

from earcoach.cli.main import app
from earcoach.log.store import open_store
from earcoach.paths import state_folder


@pytest.fixture
def kept() -> None:
    """Two sessions in the user's own history."""
    store = open_store(notice=no_notice)
    keep(store, start("a"), progress("11/10"))
    keep(store, start("b"), progress(ending=None))


def run(*words: str) -> tuple[int, str, str]:
    return program("history", *words)


def program(*words: str) -> tuple[int, str, str]:
    result = CliRunner().invoke(app, words, env={"COLUMNS": "120"})
    return result.exit_code, result.stdout, result.stderr


def test_history_without_a_session_says_so() -> None:
    assert run() == (0, "", "no session yet: see `earcoach start --help`\n")
    assert run("--json") == (0, "[]\n", "")


@pytest.mark.usefixtures("kept")
def test_history_lists_sessions_the_newest_first() -> None:
    code, out, _ = run()
    assert code == 0
    head, _, *sessions = [" ".join(line.split()) for line in out.splitlines() if line.strip()]
    assert head == "no date time session"
    assert sessions == [
        "2 2025-03-01 18:30 1:30 Strong legs",
        "2 sets, 16 reps, cut off, can be resumed",
        "skipped: Bridge",
        "1 2025-03-01 18:30 1:30 Strong legs",
        "2 sets, 16 reps at pace 1.1, finished",
        "skipped: Bridge",
    ]


@pytest.mark.parametrize("columns", [60, 80])
def test_history_is_whole_in_any_terminal(columns: int) -> None:
    """No word is cut off, and a date is never broken."""
    title = "Full-body strength, home version with a kettlebell and a band"
    skipped = ("Bulgarian split squat", "Copenhagen plank")
    work = tuple(record(name, done=False) for name in skipped)
    keep(open_store(notice=no_notice), start(title=title), progress(ending=None), work)
    for command in (("history",), ("history", "show", "1")):
        shown, _ = run_in_terminal("stdout", *command, COLUMNS=str(columns), NO_COLOR="1")
        table = shown[shown.index("─") :] if "show" in command else shown
        assert max(map(len, table.splitlines())) <= columns
        assert "2025-03-01 18:30" in shown
        words = set(shown.replace(",", " ").split())
        for text in (title, "can be resumed", *skipped):
            assert set(text.replace(",", " ").split()) <= words


@pytest.mark.usefixtures("kept")
@pytest.mark.parametrize(
    "words",
    [("history",), ("history", "--json"), ("history", "show", "1"), ("history", "forget", "1"),
     ("resume", "--list"), ("resume",)],
)  # fmt: skip
def test_a_history_that_cannot_be_read_is_not_called_empty(words: tuple[str, ...]) -> None:
    path = state_folder("history.sqlite")
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        code, out, err = program(*words)
    assert (code, out) == (1, "")
    assert err.splitlines() == [
        "error: the history cannot be used: database is locked",
        "  help: another program is using it: try again later",
    ]


@pytest.mark.usefixtures("kept")
def test_history_as_json() -> None:
    code, out, _ = run("--json")
    assert code == 0
    assert json.loads(out)[1] == {
        "id": 1,
        "routine": "legs",
        "title": "Strong legs",
        "started_at": "2025-03-01T18:30:00+01:00",
        "trained_s": 90.5,
        "sets": 2,
        "reps": 16,
        "skipped": ["Bridge"],
        "pace": 1.1,
        "ending": "finished",
        "under_way": False,
        "resumable": False,
    }


@pytest.mark.usefixtures("kept")
def test_history_show_tells_every_set() -> None:
    code, out, _ = run("show", "1")
    assert code == 0
    lines = [" ".join(line.split()) for line in out.splitlines() if line.strip()]
    assert lines[:2] == [
        "Strong legs, 2025-03-01 18:30, finished",
        "1:30 trained, 2 sets, 16 reps at pace 1.1",
    ]
    assert lines[4:] == [
        "Legs",
        "Squat 1 1 left 8 reps",
        "Squat 1 1 right 8 reps",
        "Bridge 2 1 12 reps skipped",
        "Plank 2 1 30 s",
    ]


@pytest.mark.usefixtures("kept")
def test_history_show_as_json() -> None:
    code, out, _ = run("show", "2", "--json")
    assert code == 0
    shown = json.loads(out)
    assert (shown["id"], shown["ending"], len(shown["work"])) == (2, None, 4)
    assert shown["work"][0] == {
        "exercise": "Squat",
        "section": "Legs",
        "round": 1,
        "set": 1,
        "side": "left",
        "reps": 8,
        "seconds": None,
        "breaths": None,
        "calories": None,
        "distance_m": None,
        "rep_hold_s": None,
        "or_more": False,
        "done": True,
        "at": "2025-03-01T18:30:00+01:00",
    }


def test_history_show_tells_breaths_calories_and_distances_as_what_they_are() -> None:
    work = (
        record("Child's pose", breaths=5),
        record("Row", calories=15),
        record("Run", distance_m=400, distance="400 m"),
        record("Jog", distance_m=2414, distance="1.5 mile"),
        record("Bridge", reps=10, rep_hold_ms=5000),
        record("Pull-up", reps=10, or_more=True),
    )
    store = open_store(notice=no_notice)
    keep(store, work=work)
    assert store.work(1) == work
    _, out, _ = run("show", "1")
    lines = [" ".join(line.split()) for line in out.splitlines() if line.strip()]
    assert lines[4:] == [
        "Legs",
        "Child's pose 1 5 breaths",
        "Row 1 15 calories",
        "Run 1 400 metres",
        "Jog 1 1.5 miles",
        "Bridge 1 10 reps, each held for 5 seconds",
        "Pull-up 1 10 or more reps",
    ]
    shown = json.loads(run("show", "1", "--json")[1])["work"]
    keys = ("reps", "seconds", "breaths", "calories", "distance_m")
    assert [[one[key] for key in keys] for one in shown] == [
        [None, None, 5, None, None],
        [None, None, None, 15, None],
        [None, None, None, None, 400],
        [None, None, None, None, 2414],
        [10, None, None, None, None],
        [10, None, None, None, None],
    ]
    assert [(one["rep_hold_s"], one["or_more"]) for one in shown[-2:]] == [(5, False), (None, True)]


def test_history_show_of_a_session_that_is_not_there() -> None:
    code, out, err = run("show", "7")
    assert (code, out) == (2, "")
    assert err == "error: there is no session 7\n  help: see `earcoach history`\n"


@pytest.mark.usefixtures("kept")
def test_history_forget_deletes_what_it_is_told_to() -> None:
    assert run("forget") == (
        2,
        "",
        "error: which session?\n  help: give its number, or --all\n",
    )
    assert run("forget", "2") == (0, "", "")
    assert [session["id"] for session in json.loads(run("--json")[1])] == [1]
    assert run("forget", "2")[0] == 2
    code, _, err = run("forget", "--all")
    assert (code, "add --force" in err) == (2, True)
    assert run("forget", "--all", "--force") == (0, "", "")
    assert run("--json")[1] == "[]\n"
    assert run("forget", "--all", "--force") == (0, "", "there is no session to forget\n")


@pytest.mark.usefixtures("kept")
@pytest.mark.parametrize(("answer", "left"), [("n", 2), ("", 2), ("y", 0)])
def test_before_everything_is_forgotten_a_terminal_is_asked(answer: str, left: int) -> None:
    master, slave = new_terminal()
    with subprocess.Popen(
        [*PROGRAM, "history", "forget", "--all"], stdin=slave, stderr=subprocess.PIPE
    ) as process:
        os.close(slave)
        os.write(master, f"{answer}\n".encode())
        _, told = process.communicate(timeout=60)
    os.close(master)
    assert process.returncode == 0
    assert b"Forget all 2 sessions for good?" in told
    assert len(json.loads(run("--json")[1])) == left


def test_resume_list_shows_what_can_be_resumed() -> None:
    assert program("resume", "--list") == (0, "", "no session was left unfinished\n")
    store = open_store(notice=no_notice)
    for hour, id_ in enumerate("ab"):
        seen_at = AT + timedelta(hours=hour)
        keep(store, start(id_, title=f"Legs {id_}"), progress(ending=None, seen_at=seen_at))
    code, out, _ = program("resume", "--list")
    assert code == 0
    assert [line.split() for line in out.splitlines() if line.strip()][2:] == [
        ["2", "2025-03-01", "19:30", "Legs", "b", "2"],
        ["1", "2025-03-01", "18:30", "Legs", "a", "2"],
    ]
    assert program("resume", "7") == (
        2,
        "",
        "error: session 7 cannot be resumed\n  help: see `earcoach resume --list`\n",
    )
