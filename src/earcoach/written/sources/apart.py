"""Reading in a process of its own, for files that are made to hang or to eat memory.

Whatever a hostile file does to a library, this ends in time with an answer.
"""

import json
import subprocess
import sys
from contextlib import suppress
from dataclasses import astuple
from typing import Any

from earcoach.errors import EarcoachError
from earcoach.written.source import SourceLine, SourceText
from earcoach.written.sources.decoding import clean
from earcoach.written.sources.original import Original

LIMIT_S = 20.0
MOST_MEMORY = 1_500_000_000
"""Bytes; where the system can limit them."""


def read_apart(reader: str, original: Original, *, limit_s: float = LIMIT_S) -> SourceText:
    """What a reader, given as `MODULE:NAME`, makes of a file. Raises EarcoachError as it does.

    One that takes longer than `limit_s` is ended, and is an EarcoachError too.
    """
    command = [sys.executable, "-P", "-m", __name__, reader, original.name, original.suffix]
    try:
        done = subprocess.run(
            [*command, original.charset or ""],
            input=original.data,
            capture_output=True,
            timeout=limit_s,
            check=False,
        )
        told = json.loads(done.stdout)
    except subprocess.TimeoutExpired:
        raise EarcoachError(
            f"`{original.name}` takes longer than {limit_s:.0f} s to read", cure=_CURE
        ) from None
    except ValueError:
        raise EarcoachError(f"`{original.name}` cannot be read", cure=_CURE) from None
    if "error" in told:
        raise EarcoachError(told["error"], cure=told["cure"])
    lines = tuple(_line(values) for values in told["lines"])
    return SourceText(lines=lines, title=clean(told["title"] or "") or None, name=original.name)


_CURE = "copy the text of the workout into a file"


def _line(values: list[Any]) -> SourceLine:
    names = SourceLine.__dataclass_fields__
    given = dict(zip(names, values, strict=True))
    cells = tuple(map(clean, given["cells"]))  # an escape in the file may be what nobody sees
    return SourceLine(**given | {"text": clean(given["text"]), "cells": cells})


def main() -> None:
    """Be that process: read stdin, answer on stdout."""
    reader, name, suffix, charset = sys.argv[1:]
    _limit_memory()
    data = sys.stdin.buffer.read()
    original = Original(data=data, name=name, suffix=suffix, charset=charset or None)
    sys.stdout.buffer.write(json.dumps(answer(reader, original)).encode())


def answer(reader: str, original: Original) -> dict[str, Any]:
    """What a reader makes of a file, as JSON; whatever goes wrong in it becomes an error."""
    from importlib import import_module

    module, _, function = reader.partition(":")
    try:
        text: SourceText = getattr(import_module(module), function)(original)
    except EarcoachError as error:
        return {"error": error.message, "cure": error.cure}
    except Exception as error:  # a library can raise anything about a broken file
        message = f"`{original.name}` cannot be read: {type(error).__name__}"
        return {"error": message, "cure": _CURE}
    return {"title": text.title, "lines": [astuple(line) for line in text.lines]}


def _limit_memory() -> None:
    try:
        import resource
    except ImportError:  # Windows has none
        return
    with suppress(ValueError, OSError):  # macOS knows the limit, but does not take it
        resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))


if __name__ == "__main__":
    main()
