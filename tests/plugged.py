"""Two voices of a package that counts as installed: one that hums, and one that cannot speak."""

import os
from pathlib import Path

TESTS = str(Path(__file__).parent)

VOICES = """\
[earcoach.voices]
humming = troubled:humming
broken = troubled:exploding
"""


def python_path(folder: Path) -> str:
    """The variable PYTHONPATH for a program that is to find them; their package is put there."""
    info = folder / "site" / "humming_voice-1.0.dist-info"
    write(info / "METADATA", "Metadata-Version: 2.1\nName: humming-voice\nVersion: 1.0\n")
    write(info / "entry_points.txt", VOICES)
    return os.pathsep.join([str(info.parent), TESTS])


def write(path: Path, text: str) -> None:
    """Write a file, in a folder that need not be there."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
