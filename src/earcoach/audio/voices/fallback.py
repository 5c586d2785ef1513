"""Several voices as one: when one cannot speak, the next takes over."""

from collections.abc import Callable, Sequence

from earcoach.audio.voices.engine import Engine, Speech
from earcoach.errors import NoVoice

INSTALL = "pip install hibari-tts, or install a system voice (on Linux: espeak-ng)"


class Fallback:
    """The first engine that works; `notice` gets one line when another has to take over."""

    def __init__(
        self, makers: Sequence[tuple[str, Callable[[], Engine]]], notice: Callable[[str], None]
    ) -> None:
        """Make the first engine that can be made. Raises NoVoice when there is none."""
        self._makers = list(makers)
        self._notice = notice
        self._failures: list[str] = []
        self._engine = self._next()

    @property
    def identity(self) -> str:
        """The identity of the engine that speaks now."""
        return self._engine.identity

    def synthesize(self, text: str, speed: float) -> Speech:
        """Speak with the engine at hand, or with the first one after it that can."""
        while True:
            try:
                return self._engine.synthesize(text, speed)
            except NoVoice as error:
                self._failures.append(error.message)
                self._engine = self._next()

    def _next(self) -> Engine:
        while self._makers:
            name, make = self._makers.pop(0)
            try:
                engine = make()
            except NoVoice as error:
                self._failures.append(error.message)
                continue
            if self._failures:
                self._notice(f"{self._failures[-1]}; the {name} voice takes over")
            return engine
        raise NoVoice(f"no voice can speak: {'; '.join(self._failures)}", cure=INSTALL)
