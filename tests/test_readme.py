"""README and docs do what they say: their commands run, routines are valid, the Python works."""

import re
import shlex
import subprocess
import sys
from pathlib import Path

import mutagen
import pytest
from program import TINY, run

import earcoach
from earcoach.paths import user_folder

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
PAGES = {"README": README} | {
    path.stem: path.read_text(encoding="utf-8") for path in sorted((ROOT / "docs").glob("*.md"))
}


def blocks(language: str, page: str = "README") -> list[str]:
    """The blocks in a language, of one page."""
    found = re.findall(r"^```(\w+)\n(.*?)^```", PAGES[page], re.MULTILINE | re.DOTALL)
    return [body for name, body in found if name == language]


def earcoach_commands() -> list[list[str]]:
    """Every call of earcoach in shell blocks, as words."""
    bodies = [body for page in PAGES for body in blocks("sh", page)]
    lines = [part for body in bodies for line in body.splitlines() for part in line.split("&&")]
    calls = {line: shlex.split(line, comments=True) for line in lines}
    told_once = {tuple(words): words for words in calls.values() if words[:1] == ["earcoach"]}
    return list(told_once.values())


SET_UP, TESTS = (
    body
    for body in blocks("sh")
    if body.startswith("python3 -m venv .venv && . .venv/bin/activate")
)


def test_ci_runs_the_commands_of_set_up_and_tests_as_they_are_written(tmp_path: Path) -> None:
    """Its own function is asked which they are."""
    ci = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    function = re.search(r"^from_readme\(\) \{.*?^\}$", ci, re.MULTILINE | re.DOTALL)
    assert function is not None
    asked = re.findall(r"""^eval "\$\((from_readme '[^']+')\)" \|\| exit$""", ci, re.MULTILINE)
    told = [
        subprocess.run(
            ["bash", "-c", f"{function[0]}\n{call}"], cwd=ROOT, capture_output=True, text=True
        ).stdout
        for call in asked
    ]
    assert told == [SET_UP, TESTS]
    assert "python -m pip install . && earcoach export runners-mini-band" in SET_UP
    assert "python -m pip install '.[test]' && python -m pytest\n" in TESTS


@pytest.mark.parametrize("words", earcoach_commands(), ids=" ".join)
def test_command_runs(
    words: list[str], hums: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """`start` needs a sound device: without one it ends with exit code 4 and says what to do.

    The voice hums, and what is exported is a short routine of the same name; CI exports the real
    one, spoken.
    """
    monkeypatch.chdir(tmp_path)
    if words[1] == "export":
        own = user_folder("routines")
        own.mkdir(parents=True)
        (own / "runners-mini-band.yaml").write_text(TINY, encoding="utf-8")
    (tmp_path / "evening.yaml").write_text(blocks("yaml")[0], encoding="utf-8")
    (tmp_path / "workout.txt").write_text(blocks("markdown", "reading")[0], encoding="utf-8")
    done = run(*words[1:], PULSE_SERVER="unix:/nonexistent")
    assert done.returncode == (4 if words[1] == "start" else 0), done.stderr
    if "-o" in words:
        written = tmp_path / words[words.index("-o") + 1]
        assert (written.with_suffix("") if "--split" in words else written).stat().st_size > 0


def test_the_readme_fits_on_three_screens() -> None:
    assert len(README.splitlines()) <= 120


def test_the_sample_is_half_a_minute() -> None:
    seconds = mutagen.File(ROOT / "docs" / "sample.mp3").info.length
    timeline = earcoach.Coach(ROOT / "docs" / "sample.yaml", config=None).timeline
    assert 25 < seconds < 40
    assert seconds == pytest.approx(timeline.length / 48_000, abs=2)


def test_every_option_is_told() -> None:
    shown = run("export", "--help").stdout
    options = set(re.findall(r"--[a-z-]+", shown)) - {"--help", "--output", "--force"}
    assert options <= set(re.findall(r"--[a-z-]+", "".join(PAGES.values())))


def test_the_routines_are_valid() -> None:
    [routine] = [earcoach.loads(body, path="README.md") for body in blocks("yaml")]
    assert blocks("yaml", "routines")
    for body in blocks("yaml", "routines"):
        assert earcoach.loads(body, path="routines.md").title
    assert [section.name for section in routine.sections] == ["Warm-up", "Strength", "Finisher"]


def test_the_python_example_writes_files_and_plays(
    hums: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without a sound device it ends at its last line."""
    monkeypatch.setenv("PULSE_SERVER", "unix:/nonexistent")
    (tmp_path / "evening.yaml").write_text(blocks("yaml")[0], encoding="utf-8")
    [example] = blocks("python", "python")
    done = subprocess.run(
        [sys.executable, "-c", example], cwd=tmp_path, capture_output=True, text=True
    )
    assert done.stderr.splitlines()[-1].startswith("earcoach.errors.NoSoundDevice")
    assert re.match(r"\(\) \d+\.\d+\n0:00\.000  intro", done.stdout)
    for name in ("evening.mp3", "evening.flac", "evening.vtt", "evening.lrc"):
        assert (tmp_path / name).stat().st_size > 0


def test_links_lead_somewhere_and_to_every_page() -> None:
    found = {
        (ROOT if page == "README" else ROOT / "docs", target)
        for page, text in PAGES.items()
        for target in re.findall(r"\]\(([^)#:]+)\)", text)
    }
    assert [target for folder, target in found if not (folder / target).exists()] == []
    pages = {ROOT / "docs" / f"{page}.md" for page in PAGES if page != "README"}
    assert pages <= {folder / target for folder, target in found}
