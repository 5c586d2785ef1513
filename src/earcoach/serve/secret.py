"""The key in the page's address: 128 random bits in a file that nobody else can read."""

import os
import re
import secrets
from pathlib import Path

from earcoach import EarcoachError

BYTES = 16
KEY = re.compile(r"[A-Za-z0-9_-]{22}")
"""16 bytes as base64 in the letters that an address takes."""


def kept_key(folder: Path, *, renew: bool = False) -> str:
    """The key of last time, or a new one. Raises EarcoachError when it cannot be kept."""
    path = folder / "key"
    try:
        if not renew and path.is_file():
            path.chmod(0o600)  # another program may have opened it to others
            known = path.read_text(encoding="ascii", errors="replace").strip()
            if KEY.fullmatch(known):
                return known
        return _kept(path, secrets.token_urlsafe(BYTES))
    except OSError as error:
        raise EarcoachError(f"cannot keep the key in `{path}`: {error.strerror}") from None


def _kept(path: Path, key: str) -> str:
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    new = path.with_name(f"{os.getpid()}.new")
    new.unlink(missing_ok=True)
    descriptor = os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w") as file:
        file.write(key + "\n")
    new.replace(path)
    return key
