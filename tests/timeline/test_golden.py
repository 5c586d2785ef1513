"""Golden cue sheets: everything that is heard in the bundled routines, as text to be read."""

from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import GOLDEN, ROUTINES, rough_phrase, rough_tone

from earcoach import cue_sheet, load, make_plan, schedule

BUNDLED = sorted(ROUTINES.glob("*.yaml"))


@pytest.mark.parametrize("path", BUNDLED, ids=lambda path: path.stem)
def test_the_cue_sheet_is_the_one_that_was_read_and_found_good(
    path: Path, check_golden: Callable[[str, str], None]
) -> None:
    timeline = schedule(make_plan(load(path)), rough_phrase, rough_tone)
    check_golden(f"{path.stem}.cues", "".join(f"{line}\n" for line in cue_sheet(timeline)))


def test_every_golden_sheet_has_its_routine() -> None:
    assert {path.stem for path in GOLDEN.glob("*")} <= {path.stem for path in BUNDLED}
