"""How the tests are run: in a good order, and where starts and calls cost little."""

import gc
import os
import sys
from collections.abc import Callable, Sequence
from functools import partial
from itertools import groupby
from pathlib import Path
from typing import Any

import pytest

SINKS = {"sink", "stereo_sink"}
"""The fixtures of a test that plays: it goes with the time of day, and mostly waits."""
ROOM = 2**17
"""More than the calls of a test need for their frames, in pointers: one megabyte."""


def dealt_out(items: Sequence[pytest.Item]) -> list[pytest.Item]:
    """The same tests, those that play dealt out among the modules of the others.

    Each worker gets neighbours. Side by side, those that play would leave one waiting while the
    others are too many for the cores. The one that lasts a minute begins first.
    """
    playing = [item for item in items if _plays(item)]
    playing.sort(key=lambda item: item.path.stem != "test_privacy")
    others = (item for item in items if not _plays(item))
    modules = [list(module) for _, module in groupby(others, key=lambda item: item.path)] or [[]]
    shares = [-(-len(playing) * number // len(modules)) for number in range(len(modules) + 1)]
    return [
        item
        for number, module in enumerate(modules)
        for item in (*playing[shares[number] : shares[number + 1]], *module)
    ]


def _plays(item: pytest.Item) -> bool:
    return not SINKS.isdisjoint(getattr(item, "fixturenames", ()))


def keep_bytecode(folder: Path) -> None:
    """Have all processes of this run compile once what they load, also where Python keeps nothing.

    Containers often say so (PYTHONDONTWRITEBYTECODE). It then costs more than all the rest of a
    start, and the tests start a thousand programs. Nothing is put beside the sources.
    """
    if sys.dont_write_bytecode:
        sys.dont_write_bytecode, sys.pycache_prefix = False, str(folder)
        os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
        os.environ["PYTHONPYCACHEPREFIX"] = str(folder)


def keep_what_is_loaded() -> None:
    """Have no collection of garbage look again at what has been loaded to run all tests."""
    gc.collect()
    gc.freeze()


def roomy(test: Callable[..., object]) -> Callable[..., object]:
    """The same test, called where there is room for the frames of all of its calls.

    Python takes memory for frames piece by piece, and gives a piece back when its first frame ends.
    A loop that happens to run at the end of a piece so asks the system for memory at every call; a
    frame that needs a large piece leaves its rest to all that is called from it.
    """
    return partial(_called, test)


def _called(test: Callable[..., object], /, **arguments: Any) -> object:
    return test(**arguments)


_called.__code__ = _called.__code__.replace(co_stacksize=ROOM)
