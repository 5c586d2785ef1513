"""Drives a player by lines of JSON on stdin; answers each with a line, as tests want to see it.

`["open", {...}]` (the arguments of Player; the opening is a file), `["play", FILE, SECONDS,
CHANNELS]` (16-bit samples and then silence; one channel if it is not said), `["play_on"]` (silence
until the device dies), `["take_over"]` (within the opening), `["reopen"]`, `["drain"]`,
`["close"]`.
"""

import json
import sys
from pathlib import Path
from typing import Any

import numpy as np

from earcoach.audio.clip import clip_of_pcm
from earcoach.devices.player import Player
from earcoach.errors import EarcoachError
from earcoach.units import SAMPLE_RATE_HZ, frames_of_ms

BLOCK = frames_of_ms(20)


def play(player: Player, path: str, silent_s: float, channels: int = 1) -> None:
    """Sound, and silence after it, in blocks as a live session has them."""
    pcm = np.frombuffer(Path(path).read_bytes(), dtype=np.int16)
    silence = np.zeros(channels * round(silent_s * SAMPLE_RATE_HZ), dtype=np.int16)
    samples = clip_of_pcm(np.concatenate([pcm, silence])).samples
    if channels > 1:
        samples = samples.reshape(-1, channels)
    for start in range(0, len(samples), BLOCK):
        player.play(samples[start : start + BLOCK])


def opened(opening: str | None = None, **others: Any) -> dict[str, Any]:
    """The arguments of Player, with the opening that a file has."""
    return {"opening": Path(opening).read_bytes() if opening else b"", **others}


def play_on(player: Player) -> None:
    """Silence, for a minute."""
    for _ in range(60 * SAMPLE_RATE_HZ // BLOCK):
        player.play(np.zeros(BLOCK, dtype=np.float32))


def take_over(player: Player) -> None:
    """Let the opening end as soon as some of it is handed over."""
    while player.begins(within_s=0.001) and not player.opened:
        pass
    player.rest(player.take_over())


def main() -> None:
    """Do what the lines say."""
    player: Any = None
    for line in sys.stdin:
        action, *arguments = json.loads(line)
        try:
            if action == "open":
                player = Player(**opened(**arguments[0]))
            elif action in ("play", "play_on", "take_over"):
                globals()[action](player, *arguments)
            else:
                getattr(player, action)()
            print("ok", flush=True)
        except EarcoachError as error:
            print(f"{type(error).__name__}: {error.message}", flush=True)
        except KeyboardInterrupt:
            print("interrupted", flush=True)


if __name__ == "__main__":
    main()
