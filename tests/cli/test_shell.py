"""What the command line is to one's shell: completion, the man page and a help to be read."""

import os
import re
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest
from installed import command_of, require
from program import PROGRAM, run
from terminals import forked

from earcoach.cli.commands.table import MODULES, commands_of

COMMANDS = tuple(MODULES)
NESTED = ("history show", "history forget", "config set", "config unset", "config check")


def offered(line: str, shell: str = "bash") -> list[str]:
    """What a shell offers for the last word of a line."""
    words = line.split(" ")
    asked = {
        "_EARCOACH_COMPLETE": f"complete_{shell}",
        "COMP_WORDS": "\n".join(words) if shell == "bash" else "",
        "COMP_CWORD": str(len(words) - 1),
        "_TYPER_COMPLETE_ARGS": line,
        "_TYPER_COMPLETE_WORD_TO_COMPLETE": words[-1],
        "_TYPER_COMPLETE_FISH_ACTION": "get-args",
    }
    done = run(**asked)
    assert done.stderr == ""
    return [line for line in done.stdout.splitlines() if line]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("earcoach hi", {"history"}),
        ("earcoach start --co", {"--coaching", "--counting"}),
        ("earcoach start run", {"runners-mini-band", "runners-glutes-and-legs"}),
        ("earcoach export runners-glutes-and-legs --skip War", {"Warm-up"}),
        ("earcoach show runners-glutes-and-legs --without exe", {"exercise ball"}),
        ("earcoach show --voice neu", {"neural"}),
        ("earcoach start --level l", {"low"}),
        ("earcoach start --device simplea", {"simpleaudio"}),
        ("earcoach config set musi", {"music", "music-level"}),
        ("earcoach show no-such-routine --only W", set()),
    ],
)
def test_a_word_is_completed(line: str, expected: set[str]) -> None:
    assert set(offered(line)) == expected


@pytest.mark.parametrize("shell", ["zsh", "fish", "powershell"])
def test_other_shells_are_answered_in_their_way(shell: str) -> None:
    assert any("runners-mini-band" in line for line in offered("earcoach start runners-m", shell))


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish", "powershell"])
def test_every_shell_has_its_script(shell: str) -> None:
    script = run("completion", shell).stdout
    assert f"_EARCOACH_COMPLETE=complete_{shell}" in script.replace('" ', "").replace(
        'Env:_EARCOACH_COMPLETE = "', "_EARCOACH_COMPLETE="
    )


def test_bash_completes_with_the_script(tmp_path: Path) -> None:
    """As at the press of Tab: the function is called with the line that stands there."""
    require("bash")
    program = tmp_path / "earcoach"
    program.write_text(f"#!/bin/sh\nexec '{PROGRAM[0]}' -m earcoach \"$@\"\n", encoding="utf-8")
    program.chmod(0o755)
    asked = (
        'eval "$(earcoach completion bash)"; COMP_WORDS=(earcoach start runners-m); COMP_CWORD=2;'
        ' _earcoach_completion earcoach; echo "${COMPREPLY[@]}"'
    )
    path = f"{tmp_path}{os.pathsep}{os.environ['PATH']}"
    done = subprocess.run(
        ["bash", "-c", asked],
        env=os.environ | {"PATH": path},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout == "runners-mini-band\n"


def test_bash_quotes_what_it_completes_with_a_space(tmp_path: Path) -> None:
    """A real bash on a terminal: Tab is pressed, and then Enter."""
    require("bash")
    program = tmp_path / "earcoach"
    program.write_text(
        "#!/bin/sh\n"
        f"[ \"$_EARCOACH_COMPLETE\" ] && exec '{PROGRAM[0]}' -m earcoach\n"
        "printf '<%s>' \"$@\"; exit\n",
        encoding="utf-8",
    )
    program.chmod(0o755)
    script = tmp_path / "completion.bash"
    script.write_text(run("completion", "bash").stdout, encoding="utf-8")
    path = f"{tmp_path}{os.pathsep}{os.environ['PATH']}"
    pid, terminal = forked()
    if pid == 0:
        variables = os.environ | {"PATH": path, "TERM": "dumb", "PS1": "$ "}
        os.execvpe("bash", ["bash", "--norc", "--noprofile", "-i"], variables)
    os.write(terminal, f". '{script}'\n".encode())
    os.write(terminal, b"earcoach show runners-glutes-and-legs --without exe\t")
    told = b""
    while b"ball" not in told:
        told += os.read(terminal, 1000)
    os.write(terminal, b"\nexit\n")
    with suppress(OSError):  # that is the end
        while more := os.read(terminal, 1000):
            told += more
    os.waitpid(pid, 0)
    os.close(terminal)
    assert b"<--without><exercise ball>" in told


def test_the_help_lists_every_command() -> None:
    listed = re.findall(r"^  ([a-z]+)  ", run("--help", COLUMNS="200").stdout, re.MULTILINE)
    assert listed == [*COMMANDS]


def test_the_man_page_has_every_command_and_option_of_the_help() -> None:
    page = run("man").stdout.replace("\\-", "-")
    for name in (*COMMANDS, *NESTED):
        assert f".SS earcoach {name} " in page
        for option in re.findall(r"^  +(?:-., )?(--[a-z-]+)", _help(name), re.MULTILINE):
            assert option == "--help" or option in page


def test_man_can_show_it(tmp_path: Path) -> None:
    page = tmp_path / "earcoach.1"
    page.write_text(run("man").stdout, encoding="utf-8")
    words = command_of("groff", "-man", "-Tutf8", "-ww", page)
    done = subprocess.run(words, capture_output=True, text=True, check=True)
    assert done.stderr == ""
    assert "runners-mini-band" in done.stdout


@pytest.mark.parametrize("name", ["", *COMMANDS, *NESTED])
def test_help_is_whole_and_in_plain_words(name: str) -> None:
    shown = _help(name)
    assert not re.search(r"[a-z]\.\.\.$|<[a-z]|\{|\bx[<>]=|%Y", shown, re.MULTILINE)


@pytest.mark.parametrize("columns", [60, 80, 100])
@pytest.mark.parametrize("name", ["", "history", "config"])
def test_the_list_of_commands_is_whole_in_any_terminal(name: str, columns: int) -> None:
    shown = " ".join(_help(name, columns).split())
    assert "..." not in shown.partition("Commands:")[2]
    if not name:
        assert "resume Go on with an unfinished session, at the start of its set." in shown


def test_a_command_that_may_be_left_out_is_shown_so() -> None:
    assert "earcoach history [OPTIONS] [COMMAND]\n" in _help("history")
    assert "earcoach config [OPTIONS] [COMMAND]\n" in _help("config")


def _help(name: str, columns: int = 80) -> str:
    return run(*name.split(), "--help", COLUMNS=str(columns)).stdout


def test_voices_of_languages_that_the_coach_does_not_speak_come_when_they_are_asked_for() -> None:
    few, all_of_them = run("voices", COLUMNS="200"), run("voices", "--all", COLUMNS="200")
    french = run("voices", "--language", "fr", COLUMNS="200").stdout
    assert "English" in few.stdout and len(few.stdout.splitlines()) < 30
    if "system:fr" in all_of_them.stdout:
        assert "more languages" in few.stderr
        assert "French" not in few.stdout
        assert "French" in french and "English" not in french


def test_each_command_is_added_by_the_module_that_the_table_names() -> None:
    added = [name for module in dict.fromkeys(MODULES.values()) for name in commands_of(module)]
    assert added == list(MODULES)


def test_a_command_loads_no_other() -> None:
    script = "from earcoach.cli.main import app; app(['show', '--help'], standalone_mode=False)"
    told = "import sys; print(*sys.modules, file=sys.stderr)"
    done = subprocess.run(
        [sys.executable, "-c", f"{script}; {told}"], capture_output=True, text=True, check=True
    )
    loaded = {name for name in MODULES.values() if f"earcoach.cli.commands.{name}" in done.stderr}
    assert loaded == {"show"}
