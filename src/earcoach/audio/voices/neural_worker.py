"""The process in which hibari speaks: a line of JSON in, a line of JSON and samples out.

Run as a script, so that it imports nothing of the program. It ends when its input does.
"""

import json
import os
import signal
import sys
from functools import cache
from typing import Any


@cache
def model() -> Any:
    """The model, loaded once."""
    from hibari import Hibari

    return Hibari()


def answer(text: str, speed: float) -> tuple[dict[str, Any], bytes]:
    """What is said about a text, and its sound; a fixed seed makes the same text the same bits."""
    try:
        voice = model()
    except Exception as error:  # a broken wheel can raise anything, and another voice can speak
        return {"error": f"cannot be loaded ({error})"}, b""
    try:
        samples = voice(text, speed=speed, seed=0)
    except Exception as error:  # a text that it cannot read can raise anything too
        return {"error": f"cannot say `{text[:40]}` ({error})"}, b""
    return {"frames": len(samples), "rate_hz": voice.sample_rate}, samples.astype("<f4").tobytes()


def main() -> None:
    """Answer requests until there are no more."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    out = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())  # what a library prints is no answer
    for line in sys.stdin.buffer:
        header, body = answer(**json.loads(line))
        out.write(json.dumps(header).encode() + b"\n" + body)
        out.flush()


if __name__ == "__main__":
    main()
