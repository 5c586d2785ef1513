"""The catalog: bundled routines and the user's own, by name."""

from dataclasses import dataclass
from pathlib import Path

from earcoach.errors import UsageError, folder_error, missing_file
from earcoach.paths import USER, Config, bundled, own_path
from earcoach.suggest import did_you_mean, only_with

SUFFIXES = (".yaml", ".yml")


@dataclass(frozen=True, slots=True)
class Entry:
    """A routine that can be called by its name."""

    name: str
    """What calls it: the name of its file without the suffix."""
    path: Path
    """Its file."""
    own: bool
    """Whether it is the user's own, and not a bundled one."""


def list_routines(*, config: Config = USER) -> list[Entry]:
    """All routines by name; one of the user's own hides a bundled one of the same name."""
    found: dict[str, Entry] = {}
    for own, folder in ((False, bundled("routines")), (True, own_path("routines", config))):
        if folder is not None and folder.is_dir():
            for path in sorted(folder.iterdir()):
                if path.suffix in SUFFIXES:
                    found[path.stem] = Entry(path.stem, path, own)
    return [found[name] for name in sorted(found)]


LONGEST_NAME = 255
"""What is longer is a text: no folder takes it as a name."""


def find_routine(name: str, *, config: Config = USER) -> Path:
    """The file of a routine: a path, or a name of the catalog or a part that only one has.

    Raises UsageError when it is neither.
    """
    if found := routine_file(name, config=config):
        return found
    path = Path(name)
    if name and path.is_dir():
        raise folder_error(name)
    if len(path.parts) > 1 or path.is_file():
        return path
    if path.suffix:
        raise missing_file(name)
    known = [entry.name for entry in list_routines(config=config)]
    raise UsageError(f"there is no routine `{name}`", cure=did_you_mean(name, known))


def routine_file(name: str, *, config: Config = USER) -> Path | None:
    """The file of a name of the catalog or a part that only one has, or of a path of a routine;
    None for any other text. Raises UsageError when it is a workout itself."""
    path = Path(name)
    if "://" in name:
        return None
    if len(name) > LONGEST_NAME or "\n" in name:
        cure = "copy the workout and say `clipboard`, or pipe it in and say `-`"
        raise UsageError(f"`{name.strip()[:20]} ...` is a text, not a name", cure=cure)
    if path.suffix in SUFFIXES:
        return path
    named = {entry.name: entry.path for entry in list_routines(config=config)}
    if name in named:
        return named[name]
    whole = None if path.is_file() else only_with(name, named)
    return named[whole] if whole else None


def stable_name(name: str) -> str:
    """What finds a routine again later and from anywhere: its name here, or its whole path."""
    path = find_routine(name)
    named = (entry.name for entry in list_routines() if entry.path == path)
    return next(named, str(path.absolute()))
