"""The process in which an engine speaks: a line of JSON in, a line of JSON and samples out.

The arguments are the engine as `MODULE:NAME`, which of its voices, and the language. It ends when
its input does, whatever the engine is doing.
"""

import json
import os
import queue
import signal
import sys
import threading
from collections.abc import Callable, Iterable
from functools import cache
from importlib import import_module
from typing import Any

import numpy as np

from earcoach.audio.voices.engine import Engine, Speech
from earcoach.errors import EarcoachError, UsageError

Reply = tuple[dict[str, Any], bytes]
"""The line of JSON as values, and the samples as bytes."""

QUIET = {"ORT_DISABLE_TELEMETRY": "1"}
"""Switches of libraries that would tell their makers of a session: onnxruntime, from 1.32 on."""


def main() -> None:
    """Answer requests until there are no more."""
    os.environ |= QUIET  # before any engine, and so any library of one, is loaded
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the program
    out = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())  # what a library prints is not a reply
    requests: queue.SimpleQueue[bytes] = queue.SimpleQueue()
    threading.Thread(target=_read, args=(requests,), daemon=True).start()
    while True:  # on the main thread, where the voices of macOS want to be
        header, body = answer(lambda: _engine(*sys.argv[1:]), json.loads(requests.get()))
        out.write(json.dumps(header).encode() + b"\n" + body)
        out.flush()


def _read(requests: queue.SimpleQueue[bytes]) -> None:
    for line in sys.stdin.buffer:
        requests.put(line)
    os._exit(0)


@cache
def _engine(engine: str, variant: str, language: str) -> Engine:
    module, _, name = engine.partition(":")
    made: Engine = getattr(import_module(module), name)(variant, language)
    return made


def answer(engine: Callable[[], Engine], request: dict[str, Any]) -> Reply:
    """What an engine answers; whatever goes wrong in it becomes an error in words."""
    try:
        return _answered(engine(), request)
    except EarcoachError as error:
        usage = isinstance(error, UsageError)
        return {"error": error.message, "cure": error.cure, "usage": usage}, b""
    except Exception as error:  # an engine can raise anything, and another voice can speak
        return {
            "error": f"{type(error).__name__}: {error}"[:300],
            "cure": None,
            "usage": False,
        }, b""


def _answered(engine: Engine, request: dict[str, Any]) -> Reply:
    match request:
        case {"text": text, "speed": speed}:
            return _packed(engine.synthesize(text, speed))
        case {"ask": "voices"}:
            voices: Iterable[tuple[str, str]] = getattr(engine, "voices", list)()
            return {"value": [[str(name), str(language)] for name, language in voices]}, b""
        case {"ask": "load"}:
            getattr(engine, "load", str)()
    return {
        "value": str(engine.identity),
        "language": str(getattr(engine, "language", "")),
    }, b""


def _packed(speech: Speech) -> Reply:
    body = np.asarray(speech.samples, dtype="<f4").reshape(-1).tobytes()
    return {"frames": len(body) // 4, "rate_hz": int(speech.rate_hz)}, body


if __name__ == "__main__":
    main()
