"""Many exports at once: the same files as one by one, and a failing one stops no other."""

import os
import signal
import subprocess
from pathlib import Path

import pytest
from files import names_in
from program import PROGRAM, TINY, ended, run, run_in_terminal, started, stop_when, wait_until

from earcoach.output.atomic_write import PART

ENDLESS = "title: Long\nexercises:\n  - Plank: 10 x 60 min hold\n"
EARLY = ("--coaching", "minimal")
WRONG = "title: Wrong\nexercises:\n  - Hop: 1 x\n"


@pytest.fixture
def folder(tmp_path: Path, hums: None, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder the program runs in, with routines and a folder for their files."""
    monkeypatch.setenv("TERM", "xterm-256color")
    folder = tmp_path / "here"
    (folder / "out").mkdir(parents=True)
    for name in ("one", "two"):
        (folder / f"{name}.yaml").write_text(TINY.replace("Go", name.title()), encoding="utf-8")
        (folder / f"long-{name}.yaml").write_text(ENDLESS, encoding="utf-8")
    (folder / "wrong.yaml").write_text(WRONG, encoding="utf-8")
    monkeypatch.chdir(folder)
    return folder


def test_files_are_those_of_single_exports(folder: Path) -> None:
    many = run("export", "one.yaml", "two.yaml", "-d", "out", "--captions", "--pace", "1.5", *EARLY)
    assert (many.returncode, many.stdout) == (0, "")
    assert sorted(line.partition(":")[0] for line in many.stderr.splitlines()) == [
        "out/one.mp3",
        "out/two.mp3",
    ]
    run("export", "two.yaml", "-o", "two.mp3", "--captions", "--pace", "1.5", *EARLY)
    assert names_in(folder / "out") == {f"{n}.{s}" for n in ("one", "two") for s in SUFFIXES}
    for suffix in SUFFIXES:
        alone = folder / f"two.{suffix}"
        assert (folder / "out" / alone.name).read_bytes() == alone.read_bytes()


SUFFIXES = ("mp3", "vtt", "lrc")


def test_a_failing_routine_stops_no_other(folder: Path) -> None:
    done = run(
        "export", "wrong.yaml", "no/where.yaml", "one.yaml", "-d", "out", "--jobs", "2", *EARLY
    )
    assert (done.returncode, done.stdout) == (3, "")
    assert " --> wrong.yaml:3:" in done.stderr
    assert "where: error: " in done.stderr
    assert "out/one.mp3: 0:" in done.stderr
    assert names_in(folder / "out") == {"one.mp3"}


def test_what_fails_otherwise_ends_with_one(folder: Path) -> None:
    done = run("export", "one.yaml", "two.yaml", "-d", "/proc", "--format", "wav", *EARLY)
    assert done.returncode == 1
    assert sorted(done.stderr.splitlines()) == [
        f"{name}: error: cannot write `/proc/{name}.wav`: No such file or directory"
        for name in ("one", "two")
    ]


@pytest.mark.parametrize("format_", ["mp3", "wav", "html"])
def test_a_file_goes_to_stdout(folder: Path, format_: str) -> None:
    run("export", "one.yaml", "-o", f"one.{format_}", *EARLY)
    words = () if format_ == "mp3" else ("--format", format_)
    with (folder / "piped").open("wb") as piped:
        done = subprocess.run(
            [*PROGRAM, "export", "one.yaml", "-o", "-", *words, *EARLY],
            stdout=piped,
            stderr=subprocess.PIPE,
            check=False,
        )
    assert (done.returncode, done.stderr[:8]) == (0, b"stdout: ")
    assert (folder / "piped").read_bytes() == (folder / f"one.{format_}").read_bytes()
    assert not (folder / "-").exists()


def test_no_sound_goes_to_a_terminal(folder: Path) -> None:
    shown, told = run_in_terminal("stdout", "export", "one.yaml", "-o", "-", *EARLY)
    assert shown == ""
    assert told == "error: a terminal plays no sound\n  help: pipe it on, or give -o FILE\n"


USAGE = [
    (("one.yaml", "-o", "-", "--captions"), "stdout takes one file", "give -o FILE"),
    (("one.yaml", "-o", "-", "--split"), "stdout takes one file", "give -o FILE"),
    (
        ("one.yaml", "two.yaml", "-o", "x.mp3"),
        "2 routines do not go into one file",
        "name a folder for them with -d FOLDER",
    ),
    (("one.yaml",), "where to?", "say either -o FILE or -d FOLDER"),
    (("one.yaml", "-o", "x.mp3", "-d", "out"), "where to?", "say either -o FILE or -d FOLDER"),
    (
        ("one.yaml", "out/../One.yaml", "-d", "out"),
        "two routines would be written to `out/One.mp3`",
        "export one apart",
    ),
    (
        ("one.yaml", "there.yaml", "-d", "out"),
        "`out/there.mp3` is there already",
        "add --force to replace it",
    ),
    (("one.yaml", "-d", "two.yaml"), "`two.yaml` is not a folder", "name another with -d"),
]


@pytest.mark.parametrize(("words", "message", "cure"), USAGE)
def test_a_wrong_call_writes_nothing(
    words: tuple[str, ...], message: str, cure: str, folder: Path
) -> None:
    (folder / "out" / "there.mp3").touch()
    done = run("export", *words)
    assert (done.returncode, done.stderr) == (2, f"error: {message}\n  help: {cure}\n")
    assert names_in(folder / "out") == {"there.mp3"}


def test_a_folder_that_is_missing_is_made_and_stays_only_with_something_in_it(folder: Path) -> None:
    assert run("export", "one.yaml", "-d", "new/deep", *EARLY).returncode == 0
    assert names_in(folder / "new" / "deep") == {"one.mp3"}
    assert run("export", "wrong.yaml", "-d", "not/made").returncode == 3
    assert not (folder / "not").exists()


def test_pieces_of_many(folder: Path) -> None:
    done = run("export", "one.yaml", "two.yaml", "-d", "out", "--split", "--format", "wav", *EARLY)
    assert done.returncode == 0, done.stderr
    assert names_in(folder / "out") == {"one", "two"}
    assert names_in(folder / "out" / "two") == {"01 Introduction.wav", "02 Hop.wav", "two.m3u8"}


def test_one_display_shows_all(folder: Path) -> None:
    many = ("export", "one.yaml", "wrong.yaml", "-d", "out", *EARLY)
    shown, stdout = run_in_terminal("stderr", *many)
    assert stdout == ""
    for part in ("all", "one, writing", "out/one.mp3: 0:", "wrong.yaml:3:"):
        assert part in shown


# -- stopped in the middle ----------------------------------------------------------------------

LONG = ("export", "long-one.yaml", "long-two.yaml", "-d", "out", "--format", "wav", *EARLY)


def half_written(folder: Path) -> bool:
    sizes = [path.stat().st_size for path in (folder / "out").glob(f".*{PART}")]
    return len(sizes) == 2 and all(size > 4096 for size in sizes)


@pytest.mark.parametrize(
    ("signal_", "exit_code", "stderr"),
    [(signal.SIGINT, 130, "stopped\n"), (signal.SIGTERM, 143, "")],
)
def test_stopped_it_leaves_nothing(
    signal_: signal.Signals, exit_code: int, stderr: str, folder: Path
) -> None:
    stopped = stop_when(lambda: half_written(folder), signal_, *LONG, "--jobs", "2")
    assert (stopped.returncode, stopped.stdout, stopped.stderr) == (exit_code, "", stderr)
    assert names_in(folder / "out") == set()


def test_what_a_killed_program_has_begun_ends_and_leaves_nothing(folder: Path) -> None:
    with started(*LONG, "--jobs", "2") as running:
        wait_until(lambda: half_written(folder))
        running.kill()
        wait_until(lambda: names_in(folder / "out") == set())
        assert ended(running).stderr == ""


def test_a_worker_that_is_killed_is_told(folder: Path) -> None:
    many = ("export", "long-one.yaml", "two.yaml", "-d", "out", "--jobs", "1", "--format", "wav")
    with started(*many, *EARLY) as running:
        wait_until(lambda: any(p.stat().st_size > 4096 for p in (folder / "out").glob(f".*{PART}")))
        os.kill(worker_of(running.pid), signal.SIGKILL)
        done = ended(running)
    assert done.returncode == 1
    assert "long-one: error: it ended unexpectedly\n" in done.stderr
    assert names_in(folder / "out") == {"two.wav"}


def worker_of(pid: int) -> int:
    """The process that a running batch has started for a routine."""
    children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    (found,) = (
        int(child)
        for child in children
        if b"spawn_main" in Path(f"/proc/{child}/cmdline").read_bytes()
    )
    return found
