"""Live sound through PortAudio, by way of sounddevice."""

from typing import Any

from earcoach.errors import NoSoundDevice
from earcoach.units import SAMPLE_RATE_HZ

LATENCY_S = 0.1
"""Short enough to feel immediate; two busy cores never emptied it in 40 s of trying."""


class PortAudioDevice:
    """The default sound device, as PortAudio sees it."""

    def __init__(self) -> None:
        """Open the device. Raises NoSoundDevice when there is none, or no PortAudio."""
        try:
            import sounddevice

            self._error = sounddevice.PortAudioError
            self._stream: Any = sounddevice.RawOutputStream(
                samplerate=SAMPLE_RATE_HZ, channels=1, dtype="int16", latency=LATENCY_S
            )
            self._stream.start()
        except OSError:
            raise NoSoundDevice("the PortAudio library is missing") from None
        except Exception as error:  # PortAudioError, which has no name when the import fails
            raise NoSoundDevice(f"PortAudio: {error}") from None

    def play(self, pcm: bytes) -> None:
        """Hand over frames."""
        try:
            self._stream.write(pcm)
        except self._error as error:
            raise NoSoundDevice(f"the sound device is gone ({error})") from None

    def drain(self) -> None:
        """Wait until everything is heard."""
        self._stream.stop()

    def close(self) -> None:
        """Stop at once."""
        self._stream.close(ignore_errors=True)
