"""What the command line prints: nothing that a terminal would obey, and no traceback."""

from pathlib import Path

import pytest
from program import TINY, run

from earcoach.cli.printing import harmless
from earcoach.extras import EXTRAS, how_to_install

ROOT = Path(__file__).parents[2]

pytestmark = pytest.mark.usefixtures("hums")

EVIL = "\x1b]0;owned\x07\x1b[31mred\x9b2J"


@pytest.fixture
def folder(own_folders: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(own_folders)
    return own_folders


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Übung: 3 × 12\tja\n", "Übung: 3 × 12\tja\n"),
        ("\x1b[31m", "\\x1b[31m"),
        ("a\rb\x00\x9b", "a\\rb\\x00\\x9b"),
        ("abc\u202efdp", "abc\\u202efdp"),
    ],
)
def test_what_a_terminal_would_obey_is_shown(text: str, shown: str) -> None:
    assert harmless(text) == shown


@pytest.mark.parametrize(
    "words",
    [
        ("check", f"{EVIL}.yaml"),
        ("check", f"missing{EVIL}.yaml"),
        ("show", f"missing{EVIL}"),
        ("export", f"{EVIL}.yaml", "-o", f"{EVIL}.wav"),
        ("export", f"{EVIL}.yaml", "-o", "x.wav", "--music", f"{EVIL}.mp3"),
        ("import", f"{EVIL}.txt"),
        ("list",),
    ],
)
def test_no_name_reaches_the_terminal_as_a_command(words: tuple[str, ...], folder: Path) -> None:
    (folder / f"{EVIL}.yaml").write_text(TINY, encoding="utf-8")
    (folder / f"{EVIL}.txt").write_text("Squat 2 x 2", encoding="utf-8")
    (folder / f"{EVIL}.mp3").write_bytes(b"no music")
    own = folder / "config" / "earcoach" / "routines"
    own.mkdir(parents=True)
    (own / f"{EVIL}.yaml").write_text(TINY.replace("title:", "titel:"), encoding="utf-8")
    done = run(*words)
    assert not set("\x1b\x07\x9b") & set(done.stdout + done.stderr)
    assert r"\x1b" in done.stdout + done.stderr


@pytest.mark.parametrize("words", [("--version",), ("--help",), ("list", "--help"), ("list",)])
def test_a_full_disk_is_told_without_a_traceback(words: tuple[str, ...]) -> None:
    with Path("/dev/full").open("w") as full:
        done = run(*words, stdout=full.fileno())
    assert (done.returncode, done.stderr.count("\n")) == (1, 1)
    assert "No space left" in done.stderr


def test_part_of_a_name_is_enough_when_only_one_routine_has_it(folder: Path) -> None:
    assert run("show", "mini").stdout == run("show", "runners-mini-band").stdout
    several = run("show", "runners")
    assert several.returncode != 0
    for name in ("runners-mini-band", "runners-glutes-and-legs"):
        assert f"`{name}`" in several.stderr


def test_part_of_the_name_of_equipment_gets_a_guess() -> None:
    done = run("show", "runners-glutes-and-legs", "--without", "ball")
    assert done.returncode == 2
    assert "did you mean `small ball or yoga block` or `exercise ball`?" in done.stderr


def test_a_far_name_gets_no_guess(folder: Path) -> None:
    done = run("export", "runners-mini-band", "-o", "x.xyz")
    assert "did you mean" not in done.stderr


def test_what_is_told_of_extras_is_what_the_documentation_tells() -> None:
    told = " ".join(path.read_text("utf-8") for path in (ROOT / "docs").glob("*.md")).split()
    for extra in EXTRAS:
        command = f"python -m pip install '.[{extra}]'"
        assert how_to_install(extra).startswith(command)
        assert command in " ".join(told)


def test_the_packages_of_the_extras_are_those_of_the_project() -> None:
    import tomllib

    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    extras = project["project"]["optional-dependencies"]
    for extra, packages in EXTRAS.items():
        assert [p for p in packages if not any(x.startswith(p) for x in extras[extra])] == []
