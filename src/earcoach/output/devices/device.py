"""What a sound device is."""

from typing import Protocol


class Device(Protocol):
    """An open stream of 16-bit mono sound at 48 kHz, which plays what it is given."""

    def play(self, pcm: bytes) -> None:
        """Hand over frames; waits while there are enough. Raises NoSoundDevice when it died."""

    def drain(self) -> None:
        """Wait until everything is heard."""

    def close(self) -> None:
        """Stop at once."""
