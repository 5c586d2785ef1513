"""What all tests share: folders and a sound server of their own, a voice that costs nothing, golden
files, and the one reason for which a test may be tried again."""

import os
from collections.abc import Callable, Generator, Iterator
from pathlib import Path

import pytest
from humming import HummingEngine
from hypothesis import HealthCheck, settings
from nullsink import NullSink, require_pulse
from plugged import python_path, write
from running import dealt_out, keep_bytecode, keep_what_is_loaded, roomy
from serving import Server, served

from earcoach import FORMATS
from earcoach.audio.voices.cache import ClipCache
from earcoach.audio.voices.voice import Voice
from earcoach.units import frames_of_ms

pytest_plugins = ("called", "kept")
"""Fixtures that the files of a room share."""

SOUND_FILES = sorted(set(FORMATS) - {".html"})
"""The formats of which a file is sound; a page has it inside, as MP3."""

ROUTINES = Path(__file__).parent.parent / "routines"
GOLDEN = Path(__file__).parent / "golden"


# a busy machine is no fault
settings.register_profile("untimed", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("untimed")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-golden", action="store_true", help="rewrite tests/golden and the shipped schema"
    )


def pytest_configure(config: pytest.Config) -> None:
    keep_bytecode(config.cache.mkdir("bytecode"))


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put them into the order in which they are done soonest."""
    items[:] = dealt_out(items)


def pytest_collection_finish() -> None:
    keep_what_is_loaded()


@pytest.hookimpl(wrapper=True)
def pytest_pyfunc_call(pyfuncitem: pytest.Function) -> Generator[None, object, object]:
    """Names a failure that came with a drop-out of the sound, which alone is worth a second try."""
    test = pyfuncitem.obj
    pyfuncitem.obj = roomy(test)
    try:
        return (yield)
    except Exception as error:
        for value in pyfuncitem.funcargs.values():
            if isinstance(value, NullSink):
                value.raise_if_dropped_out(error)
        raise
    finally:
        pyfuncitem.obj = test


@pytest.fixture(autouse=True)
def own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Settings, state and caches of a test's own; nothing of the real user is read or written."""
    for name in ("CONFIG", "CACHE", "STATE", "DATA"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(tmp_path / name.lower()))
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent")
    return tmp_path


@pytest.fixture(scope="session")
def kept_clips(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A cache that all tests of this run share, so that the real voice says each phrase once."""
    folder = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        folder = folder.parent  # every worker has a folder of its own in the run's
    return folder / "cache"


@pytest.fixture
def shared_cache(own_folders: Path, kept_clips: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """That cache, used by this test."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(kept_clips))
    return kept_clips


@pytest.fixture
def hums(
    own_folders: Path,
    shared_cache: Path,
    tmp_path_factory: pytest.TempPathFactory,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """For this test the program hums unless another voice is asked for.

    That takes less time where texts are said that no other test says; else the shared cache does.
    """
    monkeypatch.setenv("PYTHONPATH", python_path(tmp_path_factory.getbasetemp() / "humming"))
    write(own_folders / "config" / "earcoach" / "config.yaml", "voice: humming\n")


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """One server for all tests of a file: nothing that one asks for harms another."""
    with served(tmp_path_factory.mktemp("served")) as server:
        yield server


@pytest.fixture
def sink(tmp_path: Path) -> Iterator[NullSink]:
    """A sound server of the test's own, which records what is played to it."""
    require_pulse()
    with NullSink(tmp_path) as sink:
        yield sink


@pytest.fixture
def stereo_sink(tmp_path: Path) -> Iterator[NullSink]:
    """Such a server with two channels, as a session with music has."""
    require_pulse()
    with NullSink(tmp_path, channels=2) as sink:
        yield sink


def rough_phrase(text: str) -> int:
    """The length of a phrase of the golden sheets' voice: 0.2 s, and 60 ms for every character."""
    return frames_of_ms(200 + 60 * len(text))


def rough_tone(name: str) -> int:
    """The length of every tone of the golden sheets."""
    return frames_of_ms(400)


@pytest.fixture
def humming(tmp_path: Path) -> Voice:
    """A voice that hums, with a cache of its own."""
    return Voice(HummingEngine(), ClipCache(tmp_path / "clips"))


CheckGolden = Callable[[str | Path, str], None]


@pytest.fixture
def check_golden(request: pytest.FixtureRequest) -> CheckGolden:
    """Compares a text with a file, named as in tests/golden/; `--update-golden` rewrites that."""

    def check(name: str | Path, text: str) -> None:
        path = GOLDEN / name
        if request.config.getoption("--update-golden"):
            path.parent.mkdir(exist_ok=True)
            path.write_text(text, encoding="utf-8")
        assert path.exists(), f"no golden file {path.name}: run pytest --update-golden and read it"
        assert text == path.read_text(encoding="utf-8")

    return check
