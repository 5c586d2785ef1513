"""The order in which the tests are run, and what their programs find."""

import subprocess
import sys
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

from running import dealt_out


@dataclass(frozen=True)
class Named:
    """As much of a test as its order depends on."""

    path: Path
    number: int
    fixturenames: tuple[str, ...] = ()


def module(name: str, size: int, *fixtures: str) -> list[Any]:
    return [Named(Path(f"{name}.py"), number, fixtures) for number in range(size)]


def test_tests_that_play_are_dealt_out_among_whole_modules_of_others() -> None:
    playing = [*module("test_live", 3, "sink"), *module("test_privacy", 1, "sink")]
    others = [*module("test_a", 5), *module("test_b", 2), *module("test_c", 4)]
    dealt = dealt_out([*playing, *others])
    assert [test for test in dealt if test not in playing] == others
    assert {test for test in dealt if test in playing} == {*playing}
    assert dealt[0].path.stem == "test_privacy"
    changes = sum(one.path != other.path for one, other in pairwise(dealt))
    assert changes == 6  # two play, a, one, b, one, c


def test_none_is_lost_where_all_or_none_play() -> None:
    playing, others = module("test_live", 3, "stereo_sink"), module("test_a", 2)
    assert dealt_out(playing) == playing
    assert dealt_out(others) == others
    assert dealt_out([]) == []


def test_what_programs_of_the_tests_compile_is_kept() -> None:
    command = [sys.executable, "-c", "import sys; print(sys.dont_write_bytecode)"]
    told = subprocess.run(command, capture_output=True, check=True, text=True)
    assert told.stdout == "False\n"
