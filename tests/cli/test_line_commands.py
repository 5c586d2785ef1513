"""Lines on stdin: what they ask for, and what is said about lines that ask for nothing."""

import os
import queue
import subprocess
import sys
from pathlib import Path

import pytest

from earcoach import Action, SetPace
from earcoach.cli.controls.line_commands import read_lines
from earcoach.session.commands import Command

TIMEOUT_S = 30.0


def wishes_of(text: str | bytes) -> list[Command]:
    """What is wished for by a stream with this text, read to its end."""
    commands: queue.SimpleQueue[Command] = queue.SimpleQueue()
    output, input_ = os.pipe()
    thread = read_lines(commands, output)
    os.write(input_, text.encode() if isinstance(text, str) else text)
    os.close(input_)
    thread.join(TIMEOUT_S)
    os.close(output)
    return [commands.get_nowait() for _ in range(commands.qsize())]


def test_each_action_is_a_line() -> None:
    assert wishes_of("".join(f"{action}\n" for action in Action)) == list(Action)


def test_case_and_spaces_do_not_matter_and_blank_lines_are_nothing() -> None:
    text = "PAUSE\r\n\n  More   Rest \n\t\nPace 1.10\nquit"
    assert wishes_of(text) == [Action.PAUSE, Action.MORE_REST, SetPace("1.10"), Action.QUIT]


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("nxt", "`nxt` is not an action: did you mean `next`?\n"),
        ("more rests", "`more rests` is not an action: did you mean `more rest`?\n"),
        ("pace", "`` is not a pace: a number from 0.5 to 2.0\n"),
        ("pace 1 2", "`1 2` is not a pace: a number from 0.5 to 2.0\n"),
        ("pace fast", "`fast` is not a pace: a number from 0.5 to 2.0\n"),
        ("pace 9", "pace 9 is out of range: choose a pace from 0.5 to 2.0\n"),
        (
            "\x1b[2J\x07",
            "`?[2J?` is not an action: known: `pause`, `resume`, `toggle`, `next`, `previous`, "
            "`repeat`, `again`, `where`, `more rest`, `faster`, `slower`, `done`, `help`, `quit`, "
            "`pace 1.0`\n",
        ),
    ],
)
def test_another_line_is_told_about_and_does_nothing(
    line: str, told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert wishes_of(f"{line}\nnext\n") == [Action.NEXT]
    assert capsys.readouterr().err == told


def test_what_is_no_text_and_has_no_end_is_told_about_too(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert wishes_of(b"\xff\xfe\nnext\n" + b"x" * 5000) == [Action.NEXT]
    assert capsys.readouterr().err.count("is not an action") == 1 + 5000 // 200


PLAYER = """\
import queue
from earcoach.cli.controls.steering import steering
commands = queue.SimpleQueue()
with steering(commands):
    for _ in range(COUNT):
        print(commands.get(timeout=30))
print("played on")
"""


@pytest.mark.parametrize(
    ("redirection", "count", "shown"),
    [
        ("<commands", 2, "next\nquit\nplayed on\n"),
        ("</dev/null", 0, "played on\n"),
        ("<&-", 0, "played on\n"),
        ("", 0, "played on\n"),  # a pipe that stays open, and in which nothing comes
    ],
)
def test_neither_the_end_of_the_lines_nor_waiting_for_them_stops_the_program(
    redirection: str, count: int, shown: str, tmp_path: Path
) -> None:
    (tmp_path / "commands").write_text("next\nquit", encoding="utf-8")
    with subprocess.Popen(
        ["sh", "-c", f'exec {sys.executable} -c "$PLAYER" {redirection}'],
        cwd=tmp_path,
        env=os.environ | {"PLAYER": PLAYER.replace("COUNT", str(count))},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
    ) as program:
        assert program.wait(TIMEOUT_S) == 0
        assert program.stdout is not None
        assert program.stdout.read() == shown
