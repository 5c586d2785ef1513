"""Several voices as one: each gets a second try, and then the next takes over."""

from collections.abc import Callable, Sequence

from earcoach.audio.voices.completeness import check_complete
from earcoach.audio.voices.engine import Engine, Speech
from earcoach.errors import NoVoice

INSTALL = "python -m pip install hibari-tts, or install a system voice (on Linux: espeak-ng)"
TRIES = 2


class Fallback:
    """The first engine that works; `notice` gets one line when another has to take over.

    `identity` is that of the engine that speaks now, or that spoke last when none can any more.
    """

    def __init__(
        self, makers: Sequence[tuple[str, Callable[[], Engine]]], notice: Callable[[str], None]
    ) -> None:
        """Make the first engine that can be made. Raises NoVoice when there is none."""
        self._makers = list(makers)
        self._notice = notice
        self._failures: list[str] = []
        self.identity = ""
        self._engine: Engine | None = self._next()

    def synthesize(self, text: str, speed: float) -> Speech:
        """Speak with the engine at hand, or with the first one after it that can."""
        while self._engine is not None:
            try:
                return _tried(self._engine, text, speed)
            except NoVoice as error:
                self._failures.append(error.message)
                self._engine = None
                self._engine = self._next()
        raise self._nothing()

    def _next(self) -> Engine:
        while self._makers:
            name, make = self._makers.pop(0)
            try:
                engine = make()
                self.identity = engine.identity
            except NoVoice as error:
                self._failures.append(error.message)
                continue
            if self._failures:
                self._notice(f"{self._failures[-1]}; the {name} voice takes over")
            return engine
        raise self._nothing()

    def _nothing(self) -> NoVoice:
        return NoVoice(f"no voice can speak: {'; '.join(self._failures)}", cure=INSTALL)


def _tried(engine: Engine, text: str, speed: float) -> Speech:
    """Speech from an engine, at the second try if the first one fails."""
    for _ in range(TRIES - 1):
        try:
            return check_complete(engine.synthesize(text, speed), text, speed)
        except NoVoice:
            continue
    return check_complete(engine.synthesize(text, speed), text, speed)
