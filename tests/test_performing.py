"""What is played while the rest of a session is being loaded is what the session begins with."""

from pathlib import Path
from typing import Any

import numpy as np
import pytest
from conftest import GOLDEN, ROUTINES
from heard import Clips, timeline_in
from stage import phrase_clip

from earcoach import Coach
from earcoach.audio.clip import pcm_of
from earcoach.audio.mixer import Mixer
from earcoach.audio.tones import default_tones
from earcoach.paths import user_folder
from earcoach.performing import LONGEST_OPENING, opening_of

FILES = sorted([*ROUTINES.glob("*.yaml"), *GOLDEN.glob("*.yaml")])


def opening_and_session(coach: Coach) -> tuple[np.ndarray, np.ndarray]:
    """What is played before anything is laid out, and what the mixer gives in its place."""
    opening = np.frombuffer(opening_of(coach.settings), dtype=np.int16)
    sounds: Any = Clips(phrase_clip, default_tones().__getitem__)
    mixer = Mixer(timeline_in(coach.plan, sounds), sounds)
    return opening, pcm_of(mixer.render(0, len(opening)))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_session_begins_with_its_opening(path: Path) -> None:
    opening, session = opening_and_session(Coach(path))
    assert len(opening) == LONGEST_OPENING
    assert np.array_equal(opening, session)


def test_a_short_sound_of_ones_own_is_the_whole_opening(tmp_path: Path) -> None:
    own = user_folder("sounds") / "chime.wav"
    own.parent.mkdir(parents=True)
    own.write_bytes((ROUTINES.parent / "sounds" / "hold.wav").read_bytes())
    opening, session = opening_and_session(Coach(ROUTINES / "runners-mini-band.yaml"))
    assert 0 < len(opening) < LONGEST_OPENING
    assert np.array_equal(opening, session)


@pytest.mark.parametrize("setting", [{"loudness": -20}, {"music": "song.mp3"}])
def test_what_the_mixer_changes_is_not_played_before(setting: dict[str, Any]) -> None:
    coach = Coach(ROUTINES / "runners-mini-band.yaml", **setting)
    assert opening_of(coach.settings) == b""
