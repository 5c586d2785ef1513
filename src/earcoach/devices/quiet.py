"""Quiet libraries: what C code prints on stderr while it looks for a sound card goes nowhere."""

import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

STDERR = 2


class Quiet:
    """Stderr, given away as long as any thread wants it quiet."""

    def __init__(self) -> None:
        """Leave it where it is."""
        self._lock = threading.Lock()
        self._wanted_by = 0
        self._kept = -1

    @contextmanager
    def __call__(self) -> Iterator[None]:
        """Keep what ALSA's and JACK's C code prints away from the user."""
        with self._lock:
            self._wanted_by += 1
            if self._wanted_by == 1:
                self._give_away()
        try:
            yield
        finally:
            with self._lock:
                self._wanted_by -= 1
                if self._wanted_by == 0:
                    os.dup2(self._kept, STDERR)
                    os.close(self._kept)

    def _give_away(self) -> None:
        self._kept = os.dup(STDERR)
        with Path(os.devnull).open("wb") as nothing:
            os.dup2(nothing.fileno(), STDERR)


quiet_libraries = Quiet()
