"""The library as other programs use it: its names, its example and its types."""

import inspect
import subprocess
import sys
import textwrap
from importlib.resources import files
from pathlib import Path

import pytest
import soundfile
from program import TINY

import earcoach
from earcoach import Voice

USER_SCRIPT = """\
from pathlib import Path

from earcoach import (
    Choices,
    Coaching,
    FileOptions,
    InvalidRoutine,
    Level,
    MemorySink,
    Mixer,
    Pacing,
    Sounds,
    cue_sheet,
    default_tones,
    export,
    load,
    make_plan,
    open_voice,
    pump,
    schedule,
    words_of,
)


def main(path: Path) -> int:
    try:
        routine = load(path)
    except InvalidRoutine as error:
        for diagnostic in error.diagnostics:
            print(diagnostic.place.line, diagnostic.message)
        return error.exit_code
    plan = make_plan(routine, Choices(level=Level.LOW, coaching=Coaching.FULL))
    sounds = Sounds(open_voice(speed=1.1), default_tones())
    timeline = schedule(plan, sounds, words=words_of(routine), pacing=Pacing.parse("1.2"))
    mixer = Mixer(timeline, sounds)
    sink = MemorySink()
    pump(mixer, sink)
    seconds: int = len(sink.samples) // 48_000
    lines: list[str] = list(cue_sheet(timeline))
    export(mixer, path.with_suffix(".mp3"), FileOptions(force=True))
    return seconds + len(lines)


load(3)  # type: ignore[arg-type]
pump(MemorySink(), MemorySink())  # type: ignore[arg-type]
"""
"""What a user may write; its last lines are wrong, and mypy has to say so."""


def names_of_functions_and_classes() -> list[str]:
    return [name for name in earcoach.__all__ if callable(getattr(earcoach, name))]


@pytest.mark.parametrize("name", sorted(earcoach.__all__))
def test_a_public_name_is_there(name: str) -> None:
    assert getattr(earcoach, name) is not None
    assert name in dir(earcoach)


@pytest.mark.parametrize("name", names_of_functions_and_classes())
def test_a_public_name_is_explained(name: str) -> None:
    thing = getattr(earcoach, name)
    assert thing.__doc__
    assert not thing.__doc__.startswith(f"{name}("), "that is what dataclass makes of no docstring"


@pytest.mark.parametrize("name", names_of_functions_and_classes())
def test_what_a_public_class_offers_is_explained(name: str) -> None:
    thing = getattr(earcoach, name)
    members = vars(thing).items() if inspect.isclass(thing) else ()
    bare = [
        key
        for key, value in members
        if not key.startswith("_") and inspect.isfunction(value) and not value.__doc__
    ]
    assert not bare


def test_the_example_in_the_docstring_runs(
    humming: Voice, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("legs.yaml").write_text(TINY, encoding="utf-8")
    names = {name: getattr(earcoach, name) for name in earcoach.__all__}
    exec(example(), names | {"Path": Path, "open_voice": lambda: humming})
    assert soundfile.info("legs.mp3").duration > 5


def example() -> str:
    """The indented lines of the package's docstring."""
    lines = (earcoach.__doc__ or "").splitlines()
    return textwrap.dedent("\n".join(line for line in lines if line.startswith("    ")))


@pytest.mark.parametrize("name", ["py.typed", "__init__.pyi", "routine/routine.schema.json"])
def test_what_is_no_module_is_shipped_too(name: str) -> None:
    assert files("earcoach").joinpath(name).is_file()


def test_routines_and_sounds_are_shipped() -> None:
    assert earcoach.list_routines()
    assert all(len(clip) > 0 for clip in earcoach.default_tones().values())


def test_mypy_is_content_with_a_users_script(tmp_path: Path) -> None:
    (tmp_path / "script.py").write_text(USER_SCRIPT, encoding="utf-8")
    command = [sys.executable, "-m", "mypy", "--strict", "--cache-dir=cache", "script.py"]
    checked = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert (checked.stdout, checked.stderr) == ("Success: no issues found in 1 source file\n", "")
