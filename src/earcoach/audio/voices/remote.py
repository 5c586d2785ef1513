"""An engine in a process of its own, which may hang or die without the program doing so.

Loading a model also holds Python's lock for longer than a sound device can wait; a live session
must not stutter because a phrase is missing from the cache.
"""

import contextlib
import json
import queue
import subprocess
import sys
import threading
import weakref
from dataclasses import dataclass
from typing import IO, Any

import numpy as np

from earcoach.audio.voices.engine import Speech
from earcoach.audio.voices.worker import Reply
from earcoach.errors import EarcoachError, NoVoice, UsageError


@dataclass(frozen=True, slots=True, kw_only=True)
class Patience:
    """How long an engine may take before it counts as stuck."""

    begin_s: float = 15.0
    """Seconds to begin, and to load its model."""
    phrase_s: float = 3.0
    """Seconds for any phrase."""
    character_s: float = 0.1
    """Seconds more for each character of a phrase."""

    def with_phrase_s(self, text: str) -> float:
        """Seconds for a phrase."""
        return self.phrase_s + self.character_s * len(text)


USUAL_PATIENCE = Patience()


class RemoteEngine:
    """Speaks with an engine that is given as `MODULE:NAME`; its process begins when it must.

    With an `identity` that is known the process is not needed to say it.
    """

    def __init__(
        self,
        name: str,
        engine: str,
        *,
        variant: str = "",
        language: str = "en",
        identity: str | None = None,
        patience: Patience = USUAL_PATIENCE,
    ) -> None:
        """Begin nothing yet. `name` is what errors call it."""
        self._name, self._arguments = name, (engine, variant, language)
        self._identity = identity
        self.language = ""
        """The code of the voice's language; empty before its identity is known, or unknown."""
        self._patience = patience
        self._process: _Process | None = None
        self._lock = threading.Lock()

    def check(self) -> None:
        """Find out whether there is such a voice. Raises NoVoice or UsageError if not."""
        self.identity  # noqa: B018 - asking is the check

    @property
    def identity(self) -> str:
        """The engine's own identity. Raises NoVoice or UsageError when it cannot be made."""
        if self._identity is None:
            header, _ = self._asked({"ask": "identity"}, self._patience.begin_s)
            self._identity, self.language = str(header["value"]), str(header["language"])
        return self._identity

    def voices(self) -> list[tuple[str, str]]:
        """What the engine lists: names and codes of languages. Raises NoVoice as it does."""
        header, _ = self._asked({"ask": "voices"}, self._patience.begin_s)
        return [(name, language) for name, language in header["value"]]

    def synthesize(self, text: str, speed: float) -> Speech:
        """Speak a text. Raises NoVoice when the engine fails, dies or takes too long."""
        request = {"text": text, "speed": speed}
        header, body = self._asked(request, self._patience.with_phrase_s(text))
        return Speech(np.frombuffer(body, dtype="<f4").astype(np.float32), header["rate_hz"])

    def close(self) -> None:
        """End the process."""
        if self._process is not None:
            self._process.end()
            self._process = None

    def _asked(self, request: dict[str, Any], limit_s: float) -> Reply:
        with self._lock:
            try:
                if self._process is None:
                    self._process = _Process(self._arguments)
                if "text" in request and not self._process.loaded:
                    self._process.load(self._patience.begin_s)
                header, body = self._process.answer(request, limit_s)
            except (OSError, ValueError) as error:  # it died, is stuck, or makes no sense
                self.close()  # the next phrase begins it again
                raise NoVoice(f"the {self._name} voice {error}") from None
        if "error" in header:
            raise self._told(header)
        return header, body

    def _told(self, header: dict[str, Any]) -> EarcoachError:
        if header["usage"]:
            return UsageError(header["error"], cure=header["cure"])
        return NoVoice(f"the {self._name} voice failed: {header['error']}", cure=header["cure"])


class _Process:
    """A worker's process, and a thread that reads its answers so that waiting can have an end."""

    def __init__(self, arguments: tuple[str, ...]) -> None:
        self._popen = subprocess.Popen(
            [sys.executable, "-P", "-m", "earcoach.audio.voices.worker", *arguments],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            start_new_session=True,  # Ctrl-C is for us; the worker ends when its input does
        )
        self.loaded = False
        self._answers: queue.SimpleQueue[Reply | ValueError] = queue.SimpleQueue()
        thread = threading.Thread(target=_read, args=(self._popen.stdout, self._answers))
        thread.daemon = True
        thread.start()
        self.end = weakref.finalize(self, _end, self._popen)

    def load(self, limit_s: float) -> None:
        """Have the engine get ready to speak; should it fail, so will the phrase."""
        self.answer({"ask": "load"}, limit_s)
        self.loaded = True

    def answer(self, request: dict[str, Any], limit_s: float) -> Reply:
        """The answer to a request. Raises OSError or ValueError when none comes in time."""
        assert self._popen.stdin is not None
        try:
            self._popen.stdin.write(json.dumps(request).encode() + b"\n")
            self._popen.stdin.flush()
            answer = self._answers.get(timeout=limit_s)
        except queue.Empty:
            raise ValueError("does not answer") from None
        except OSError:
            raise ValueError("ended unexpectedly") from None
        if isinstance(answer, ValueError):
            raise answer
        return answer


def _read(stream: IO[bytes], answers: queue.SimpleQueue[Reply | ValueError]) -> None:
    """Pass on answers as long as there are any, and then why there are no more."""
    with stream:
        answers.put(_read_all(stream, answers))


def _read_all(stream: IO[bytes], answers: queue.SimpleQueue[Reply | ValueError]) -> ValueError:
    try:
        while line := stream.readline():
            header = json.loads(line)
            size = 4 * header.get("frames", 0)
            body = stream.read(size)
            if len(body) < size:
                break
            answers.put((header, body))
        return ValueError("ended unexpectedly")
    except (OSError, ValueError):
        return ValueError("answered nonsense")


def _end(popen: subprocess.Popen[bytes]) -> None:
    popen.kill()
    popen.wait()
    with contextlib.suppress(OSError):  # what could not be written is lost
        assert popen.stdin is not None
        popen.stdin.close()
