"""A voice that hums. It loads no more than it needs, as it also speaks in workers of its own."""

import hashlib

import numpy as np

from earcoach.audio.voices.engine import Speech


class HummingEngine:
    """A voice that hums: every text has a tone and a length of its own, made without a model."""

    identity = "humming 1"

    def __init__(self) -> None:
        self.spoken: list[str] = []

    def synthesize(self, text: str, speed: float) -> Speech:
        self.spoken.append(text)
        seed = int.from_bytes(hashlib.sha256(text.encode()).digest()[:4])
        length = int(24_000 * (0.25 + 0.02 * len(text)) / speed)
        hum = 0.3 * np.sin(2 * np.pi * (200 + seed % 800) * np.arange(length) / 24_000)
        padded = np.concatenate([np.zeros(6000), hum, np.zeros(7000)])
        return Speech(padded.astype(np.float32), 24_000)
