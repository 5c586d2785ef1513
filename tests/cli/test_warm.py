"""The program that is kept warm for the tests: nobody can tell it from one that has just begun."""

from pathlib import Path

import pytest
import warm
from program import PROGRAM, TINY, run

pytestmark = pytest.mark.skipif(not warm.AVAILABLE, reason="needs a process that may be forked")


@pytest.mark.parametrize(
    "words", ["--version", "show tiny.yaml --coaching minimal", "show nothing.yaml", "shwo"]
)
def test_it_says_and_ends_as_the_program_does(
    words: str, hums: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("tiny.yaml").write_text(TINY, encoding="utf-8")
    kept, begun = run(*words.split()), run(*words.split(), program=PROGRAM)
    assert (kept.returncode, kept.stdout, kept.stderr) == (
        begun.returncode,
        begun.stdout,
        begun.stderr,
    )


def test_one_run_leaves_nothing_to_the_next(tmp_path: Path) -> None:
    routines = tmp_path / "mine" / "earcoach" / "routines"
    routines.mkdir(parents=True)
    (routines / "hopping.yaml").write_text(TINY, encoding="utf-8")
    assert "hopping" in run("list", XDG_CONFIG_HOME=str(tmp_path / "mine")).stdout
    assert "hopping" not in run("list", XDG_CONFIG_HOME=str(tmp_path / "other")).stdout
