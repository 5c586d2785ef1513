"""A voice that nobody waits for: when it takes too long over a phrase, another speaks beside it.

A voice that hangs and one that is only slow, cold or on a busy machine, cannot be told apart in
time. So whichever is ready first is heard, and the voice that was wanted is asked again as soon as
it is done with what it was asked for.
"""

import queue
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace

from earcoach.audio.voices.engine import Engine, Speech
from earcoach.errors import NoVoice
from earcoach.promise import Promise

PATIENCE_S = 5.0
"""How long a phrase of a live session is waited for; another voice takes up to a second more."""

Spoken = Speech | Exception


class Hurried:
    """An engine, and another for the phrases that it takes too long over."""

    def __init__(self, engine: Engine, other: Callable[[], Engine], patience_s: float) -> None:
        """`other` makes the other engine when it is needed. Raises NoVoice when it cannot."""
        self._engine, self._make_other, self._patience_s = engine, other, patience_s
        self._other: Engine | None = None
        self._asked: Promise[None] | None = None

    @property
    def identity(self) -> str:
        """That of the voice that is wanted."""
        return self._engine.identity

    def synthesize(self, text: str, speed: float) -> Speech:
        """Speak with the first that can. Raises NoVoice when neither can."""
        answers: queue.SimpleQueue[Spoken] = queue.SimpleQueue()
        if self._asked is not None and not self._asked.is_kept(within_s=0):
            with suppress(NoVoice):
                return self._spoken_by_other(text, speed)
            self._asked.wait()  # there is no other
        self._asked = _begun(lambda: self._engine.synthesize(text, speed), answers)
        with suppress(queue.Empty):
            return _speech(answers.get(timeout=self._patience_s))
        _begun(lambda: self._spoken_by_other(text, speed), answers)
        first = answers.get()
        return _speech(answers.get() if isinstance(first, NoVoice) else first)

    def _spoken_by_other(self, text: str, speed: float) -> Speech:
        self._other = self._other or self._make_other()
        speech = self._other.synthesize(text, speed)
        return replace(speech, by=self._other.identity)


def _begun(speak: Callable[[], Speech], answers: queue.SimpleQueue[Spoken]) -> Promise[None]:
    def spoken() -> None:
        try:
            answers.put(speak())
        except Exception as error:  # whatever it is, it is raised where the phrase is needed
            answers.put(error)

    promise = Promise(spoken, dropped=True)  # nobody waits at the end for a voice that hangs
    promise.begin()
    return promise


def _speech(answer: Spoken) -> Speech:
    if isinstance(answer, Exception):
        raise answer
    return answer
