"""How loud a music file is, by listening to seconds all over it: cheap, however long it is."""

from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import numpy as np

from earcoach.audio.clip import Samples
from earcoach.audio.loudness import SILENCE_LUFS, gated_lufs, powers_of
from earcoach.audio.music.sources import MusicFile, Unreadable, open_source
from earcoach.audio.music.stereo import at_48_khz
from earcoach.units import gain_of_db

CEILING_DB = -6.0
"""No sample of a track gets above this, so that music and voice together stay below full scale
without a limiter."""
LISTENED_S = 5 * 60
"""After this, a file is taken to be as loud as before."""
EXCERPTS = 40


def gain_to(path: Path, target_lufs: float) -> float:
    """The gain that brings a file to a loudness, as far as its peaks allow.

    Raises Unreadable when it cannot be opened.
    """
    powers, peak = [np.zeros(0)], 0.0
    for excerpt in filter(len, _excerpts(open_source(path))):
        powers.append(powers_of(excerpt[:, 0]) + powers_of(excerpt[:, 1]))
        peak = max(peak, float(np.abs(excerpt).max()))
    loudness = gated_lufs(np.concatenate(powers))
    if loudness == SILENCE_LUFS:
        return 1.0
    return min(gain_of_db(target_lufs - loudness), gain_of_db(CEILING_DB) / peak)


def _excerpts(source: MusicFile) -> Iterator[Samples]:
    """Blocks of a file, evenly spread, in stereo at 48 kHz."""
    step = min(source.frames, LISTENED_S * source.rate_hz) // EXCERPTS
    try:
        for block in islice(filter(len, source.blocks), EXCERPTS):
            yield np.concatenate(list(at_48_khz([block], source.rate_hz)))
            source.skip(max(0, step - len(block)))
    except Unreadable:
        return
