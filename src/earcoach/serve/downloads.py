"""Downloads: sessions as files, written once and kept as long as there is room."""

import re
import tempfile
from pathlib import Path

from earcoach import FORMATS, UsageError
from earcoach.serve.sessions import Session

MOST_BYTES = 1_000_000_000
"""Of files that are kept while the server runs."""


class Downloads:
    """Files of sessions in a folder that goes with the server."""

    def __init__(self) -> None:
        self._folder = tempfile.TemporaryDirectory(prefix="earcoach-")

    def close(self) -> None:
        """Delete all of them."""
        self._folder.cleanup()

    def file(self, session: Session, suffix: str) -> Path:
        """The file of a session in a format. Raises UsageError for an unknown one."""
        if suffix not in FORMATS:
            raise UsageError(f"there is no format `{suffix}`", cure=f"one of {', '.join(FORMATS)}")
        path = Path(self._folder.name) / f"{session.id}{suffix}"
        if not path.exists():
            self._make_room()
            session.opened().export(path)
        return path

    def _make_room(self) -> None:
        files = sorted(Path(self._folder.name).iterdir(), key=lambda file: file.stat().st_mtime)
        while files and sum(file.stat().st_size for file in files) > MOST_BYTES:
            files.pop(0).unlink()


def file_name(title: str, suffix: str) -> str:
    """What a download is called: nothing in it can end a header."""
    words = re.sub(r"[^\w -]", " ", title).split()
    return (" ".join(words)[:80].strip() or "session") + suffix
