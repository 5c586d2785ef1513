"""One length everywhere: what is told of a session before any voice is asked is near what it is."""

import json
from pathlib import Path
from typing import Any

import pytest
from conftest import GOLDEN, ROUTINES
from heard import text_of
from program import run
from stage import Stage

from earcoach import Coach, Level
from earcoach.audio.tone_files import NAMES
from earcoach.audio.tones import default_tones
from earcoach.language.words import words_in
from earcoach.session.transport import time_left_s
from earcoach.timeline.cues import Tone
from earcoach.timeline.estimate import GuessedSounds
from earcoach.units import frames_of_ms

BAND, LEGS = "runners-mini-band", "runners-glutes-and-legs"
ONE_PERCENT = 0.01
OFTEN_USED: list[dict[str, Any]] = [
    {"pace": 0.7, "level": Level.LOW},
    {"pace": 1.5, "level": Level.HIGH},
    {"coaching": "minimal"},
    {"coaching": "full", "speech_speed": 1.2},
]


@pytest.mark.parametrize(
    ("routine", "settings"), [(LEGS, {}), (BAND, {}), *((BAND, changed) for changed in OFTEN_USED)]
)
def test_a_bundled_routine_lasts_as_long_as_is_told_before_the_voice_is_asked(
    shared_cache: Path, routine: str, settings: dict[str, Any]
) -> None:
    coach = Coach(routine, **settings)
    assert coach.estimate.length == pytest.approx(coach.timeline.length, rel=ONE_PERCENT)


@pytest.mark.parametrize("path", sorted(GOLDEN.glob("*.yaml")), ids=lambda path: path.stem)
def test_each_phase_is_estimated_and_the_voice_is_not_asked(own_folders: Path, path: Path) -> None:
    coach = Coach(path)
    lengths = coach.estimate.lengths
    assert len(lengths) == len(coach.plan.phases)
    assert sum(lengths) == coach.estimate.length == Coach(path).estimate.length
    assert not list(own_folders.rglob("*.clip"))


def test_list_introduction_and_screen_tell_the_same_length(shared_cache: Path) -> None:
    listed = {row["name"]: row["length_s"] for row in json.loads(run("list", "--json").stdout)}
    for name in (BAND, LEGS):
        coach = Coach(name)
        about = f"About {round(listed[name] / 60)} minutes."
        assert any(about in (text_of(cue) or "") for cue in coach.timeline[0].layout.cues)
        assert f"{about[6:-9]} min" in run("list").stdout
        at_the_start = time_left_s(Stage(coach.plan).take, 0)
        assert at_the_start == pytest.approx(listed[name], rel=ONE_PERCENT)
        assert listed[name] == pytest.approx(coach.estimate.length_s, abs=0.001)


def test_the_lengths_of_tones_are_those_that_come_with_the_program() -> None:
    guessed, tones = GuessedSounds(words_in().language.rate), default_tones()
    for name in NAMES:
        assert guessed.length(Tone(name)) == len(tones[name])


def test_a_later_pace_is_estimated_too() -> None:
    coach, faster = Coach(ROUTINES / f"{BAND}.yaml"), Coach(ROUTINES / f"{BAND}.yaml", pace=2)
    assert coach.estimate.length > faster.estimate.length + frames_of_ms(300_000)
    assert coach.estimate.after(len(coach.plan.phases) - 1) == 0
