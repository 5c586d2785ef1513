"""Which music to play: a file, or a folder of files in their natural order."""

import re
from dataclasses import dataclass
from pathlib import Path

from earcoach.errors import UsageError
from earcoach.units import MUSIC_DB

SUFFIXES = (".mp3", ".flac", ".ogg", ".opus", ".wav", ".m4a", ".m4b")


@dataclass(frozen=True, slots=True)
class Selection:
    """Music to be played, and how loud."""

    files: tuple[Path, ...]
    """In the order in which they are played."""
    level_db: float = MUSIC_DB
    """The level of the music against the voice, in dB."""


def select_music(path: Path, *, level_db: float = MUSIC_DB) -> Selection:
    """The music of a file or a folder. Raises UsageError when there is none."""
    if not path.exists():
        raise UsageError(f"there is no music `{path}`", cure="name a file or a folder")
    files = _inside(path) if path.is_dir() else [path]
    music = tuple(file for file in files if file.suffix.lower() in SUFFIXES)
    if not music:
        where = "no file in it is" if path.is_dir() else "it is not"
        raise UsageError(f"`{path}` is not music: {where} one of {', '.join(SUFFIXES)}")
    return Selection(music, level_db)


def _inside(folder: Path) -> list[Path]:
    """All files in a folder and its folders, `2` before `10`; not the hidden ones."""
    found = (path.relative_to(folder) for path in folder.rglob("*") if path.is_file())
    shown = [path for path in found if not any(part.startswith(".") for part in path.parts)]
    return [folder / path for path in sorted(shown, key=_natural)]


def _natural(path: Path) -> list[list[tuple[int, int, str]]]:
    """What to sort a path by: numbers by their value, and before words."""
    return [
        [
            (0, int(part), "") if part.isdecimal() else (1, 0, part)
            for part in re.split(r"(\d+)", name.casefold())
            if part
        ]
        for name in path.parts
    ]
