"""The library as other programs use it: its names, its example and its types."""

import inspect
import subprocess
import sys
import textwrap
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
import soundfile
from program import TINY

import earcoach
from earcoach.audio.tones import default_tones
from earcoach.audio.voices.registry import VOICES
from earcoach.devices.registry import DEVICES
from earcoach.language.registry import LANGUAGES
from earcoach.output.sidecars import SIDECARS

USER_SCRIPT = """\
from pathlib import Path

import earcoach
from earcoach import Action, Coach, InvalidRoutine, Level, MemorySink, Settings, events


def told(event: events.Event) -> None:
    match event:
        case events.PhaseBegan(index=index):
            print(index)


def main(path: Path) -> int:
    earcoach.export(path, "evening.mp3", pace=1.2, without=["mat"], captions=True)
    try:
        coach = Coach(path, level="low", say_as={"psoas": "SO-as"}, config=None)
    except InvalidRoutine as error:
        for diagnostic in error.diagnostics:
            print(diagnostic.place.line, diagnostic.message)
        return error.exit_code
    for placed in coach.timeline:
        for cue in placed.layout.cues:
            print(placed.onset + cue.onset, cue.role)
    again = Coach(earcoach.load(path), settings=Settings(level=Level.LOW), pace="1.1")
    lines: list[str] = again.cue_sheet()
    written: Path = again.export("evening.flac", force=True)
    sink = MemorySink()
    coach.render(sink)
    seconds: int = len(sink.samples) // 48_000
    coach.commands.put(Action.PAUSE)
    coach.play(on_event=told, device="headphones")
    return seconds + len(lines) + len(written.name) + len(coach.plan.left_out)


Coach(3)  # type: ignore[arg-type]
Coach("evening.yaml", paec=1.2)  # type: ignore[call-arg]
earcoach.export("evening.yaml", "evening.mp3", captions="yes")  # type: ignore[arg-type]
"""
"""What a user may write; its last lines are wrong, and mypy has to say so."""

MOST_NAMES = 45
MOST_LINES = 400
PACKAGE = Path(earcoach.__file__).parent


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


def test_the_public_names_are_few() -> None:
    assert len(earcoach.__all__) <= MOST_NAMES


@pytest.mark.parametrize("folder", [PACKAGE, Path(__file__).parent], ids=["program", "tests"])
def test_no_file_is_too_long_to_be_read_at_once(folder: Path) -> None:
    lengths = {
        str(path.relative_to(folder)): len(path.read_text(encoding="utf-8").splitlines())
        for path in folder.rglob("*.py")
    }
    assert len(lengths) > 100
    assert {name: lines for name, lines in lengths.items() if lines > MOST_LINES} == {}


@pytest.mark.parametrize(
    "registry",
    [earcoach.FORMATS, VOICES, DEVICES, SIDECARS, LANGUAGES],
    ids=lambda r: next(iter(r)),
)
def test_a_registry_is_not_edited(registry: Any) -> None:
    with pytest.raises(TypeError):
        registry["mine"] = None


def test_the_example_in_the_docstring_runs(
    hums: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without a sound device it ends at the last line."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PULSE_SERVER", "unix:/nonexistent")
    Path("legs.yaml").write_text(TINY, encoding="utf-8")
    done = subprocess.run([sys.executable, "-c", example()], capture_output=True, text=True)
    assert done.stderr.splitlines()[-1].startswith("earcoach.errors.NoSoundDevice")
    assert done.stdout.startswith("0:00.000  intro")
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
    assert all(len(clip) > 0 for clip in default_tones().values())


def test_mypy_is_content_with_a_users_script(tmp_path: Path) -> None:
    (tmp_path / "script.py").write_text(USER_SCRIPT, encoding="utf-8")
    command = [sys.executable, "-m", "mypy", "--strict", "--cache-dir=cache", "script.py"]
    checked = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert (checked.stdout, checked.stderr) == ("Success: no issues found in 1 source file\n", "")
