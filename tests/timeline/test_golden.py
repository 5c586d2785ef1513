"""Golden cue sheets: everything that is heard in a session, as text to be read.

The bundled routines are there, and small ones of each construct: `tests/golden/NAME.yaml` beside
its sheet `NAME.cues`. A routine that is heard in several ways has its other sessions in `OTHERS`,
each with a sheet `NAME.OTHER.cues`.
"""

from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

import pytest
from conftest import GOLDEN, ROUTINES, CheckGolden, rough_phrase, rough_tone
from heard import Lengths, timeline_in

from earcoach import Coaching, Level, load
from earcoach.plan.choices import Choices
from earcoach.plan.planning import make_plan
from earcoach.timeline.cuesheet import cue_sheet
from earcoach.timeline.pacing import Pacing


@dataclass(frozen=True, kw_only=True)
class Heard:
    """How a session of a routine is heard."""

    choices: Choices | None = None
    pacing: Pacing | None = None


ROUTINES_BY_NAME = {
    path.stem: path for folder in (ROUTINES, GOLDEN) for path in folder.glob("*.yaml")
}
OTHERS = {
    "coaching.minimal": Heard(choices=Choices(coaching=Coaching.MINIMAL)),
    "coaching.full": Heard(choices=Choices(coaching=Coaching.FULL)),
    "equipment.without": Heard(choices=Choices(without=("kettlebell",))),
    "german.full": Heard(choices=Choices(coaching=Coaching.FULL)),
    "pace.fast": Heard(pacing=Pacing(pace=Fraction("1.25"))),
    "pace.slow-holds-too": Heard(pacing=Pacing(pace=Fraction("0.8"), pace_holds=True)),
    "ranges.high": Heard(choices=Choices(level=Level.HIGH)),
    "ranges.low": Heard(choices=Choices(level=Level.LOW)),
}
"""The sessions other than the usual one, by the name of their sheet."""

SESSIONS = {name: Heard() for name in ROUTINES_BY_NAME} | OTHERS


def routine_of(sheet: str) -> Path:
    return ROUTINES_BY_NAME[sheet.split(".")[0]]


@pytest.mark.parametrize("sheet", sorted(SESSIONS))
def test_the_cue_sheet_is_the_one_that_was_read_and_found_good(
    sheet: str, check_golden: CheckGolden
) -> None:
    heard = SESSIONS[sheet]
    plan = make_plan(load(routine_of(sheet)), heard.choices)
    timeline = timeline_in(plan, Lengths(rough_phrase, rough_tone), pacing=heard.pacing)
    check_golden(f"{sheet}.cues", "".join(f"{line}\n" for line in cue_sheet(timeline)))


def test_every_golden_sheet_has_its_routine() -> None:
    sheets = {path.name.removesuffix(".cues") for path in GOLDEN.glob("*.cues")}
    assert sheets == set(SESSIONS)
