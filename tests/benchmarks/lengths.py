"""How near the estimated length of a session is to its real one, by a voice of this computer.

    python tests/benchmarks/lengths.py [--fit] [--shortest] [VOICE]

A line for each routine, the bundled ones and those of the tests: its real length, and by how many
percent the estimate is off; the bundled ones also at another pace, level and coaching. `--fit`
prints the numbers of the `SpeechRate` that fit this voice best, for each language. In English the
program's lie between those of its default voice and those of the system's, much nearer to the
first; German only has the second. `--shortest` measures the shorter bundled routine only.
"""

import sys
from collections.abc import Iterator
from itertools import product
from pathlib import Path
from typing import Any

import numpy as np

from earcoach import Coach, Phrase
from earcoach.language.speech import SpeechRate
from earcoach.units import FRAMES_PER_MS

TESTS = Path(__file__).parent.parent
SHORTEST = TESTS.parent / "routines" / "runners-mini-band.yaml"
BUNDLED, CONSTRUCTS = TESTS.parent / "routines", TESTS / "golden"
USUAL: dict[str, Any] = {}
CHANGES: list[dict[str, Any]] = [
    USUAL, {"pace": 0.7}, {"pace": 1.5}, {"level": "low"}, {"level": "high"},
    {"coaching": "minimal"}, {"coaching": "full"},
]  # fmt: skip
PARTS = ("phrase_ms", "letter_ms", "digit_ms", "pause_ms", "sentence_ms")
TARGET = 1.0


def main() -> None:
    """Measure and report."""
    (voice,) = [word for word in sys.argv[1:] if not word.startswith("--")] or [None]
    shortest = "--shortest" in sys.argv
    said: dict[str, dict[str, int]] = {}
    off = []
    for path, changed in [(SHORTEST, USUAL)] if shortest else sessions():
        coach = Coach(path, voice=voice, **changed)
        off.append(told(coach, path.stem, changed))
        said.setdefault(coach.words.language.code, {}).update(phrases(coach))
    missed = sum(abs(percent) > TARGET for percent in off)
    print(f"\n{len(off) - missed} of {len(off)} within {TARGET:g} %")
    if "--fit" in sys.argv:
        for language, lengths in said.items():
            print(f"{language}: {fitted(lengths)}")


def sessions() -> Iterator[tuple[Path, dict[str, Any]]]:
    """What is measured: routines, and what is changed of their settings."""
    yield from product(sorted(BUNDLED.glob("*.yaml")), CHANGES)
    yield from product(sorted(CONSTRUCTS.glob("*.yaml")), [USUAL])


def told(coach: Coach, name: str, changed: dict[str, Any]) -> float:
    """A line about one session; gives by how many percent its estimate is off."""
    real, estimated = coach.timeline.length, coach.estimate.length
    percent = 100 * (estimated / real - 1)
    how = ", ".join(f"{key}={value}" for key, value in changed.items())
    print(
        f"{f'{name} {how}':<50}{real / FRAMES_PER_MS / 1000:>9.1f} s{percent:>+8.2f} %", flush=True
    )
    return percent


def phrases(coach: Coach) -> dict[str, int]:
    """The length of everything that is said in a session, in frames."""
    cues = (cue for placed in coach.timeline for cue in placed.layout.cues)
    return {cue.what.text: cue.length for cue in cues if isinstance(cue.what, Phrase)}


def fitted(lengths: dict[str, int]) -> str:
    """The numbers of a rate, by least squares."""
    ones = [SpeechRate(**{part: int(part == one) for part in PARTS}) for one in PARTS]
    counted = np.array([[one.length_ms(text) for one in ones] for text in lengths], dtype=float)
    real_ms = np.array([*lengths.values()]) / FRAMES_PER_MS
    best, *_ = np.linalg.lstsq(counted, real_ms, rcond=None)
    return ", ".join(f"{part}={ms:.0f}" for part, ms in zip(PARTS, best, strict=True))


if __name__ == "__main__":
    main()
