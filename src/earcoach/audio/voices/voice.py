"""A voice: text in, finished clips out, each made once.

A phrase is looked up in memory and on disk, and only then spoken by the engine, trimmed, levelled
and resampled.
"""

from collections import OrderedDict
from threading import Lock

import numpy as np

from earcoach.audio.clip import Clip, clip_of, clip_of_pcm
from earcoach.audio.voices.cache import ClipCache
from earcoach.audio.voices.engine import Engine
from earcoach.audio.voices.mastering import FINISH_VERSION, levelled, mastered
from earcoach.audio.voices.normalization.text import ReadingAloud
from earcoach.units import SAMPLE_RATE_HZ, SPEECH_LUFS, frames_of_ms

UNREADABLE_FRAMES = frames_of_ms(300)
"""The pause for a text in which an English voice finds nothing to read, such as an emoji."""

KEPT_FRAMES = 30 * SAMPLE_RATE_HZ
"""Sound kept in memory: enough for what is playing and what comes next."""


class Voice:
    """A voice with its caches, safe to use from several threads.

    A phrase that is known is at hand also while the engine takes its time over another.
    """

    def __init__(
        self,
        engine: Engine,
        cache: ClipCache,
        *,
        speed: float = 1.0,
        loudness_lufs: float = SPEECH_LUFS,
        reading: ReadingAloud | None = None,
    ) -> None:
        """Speak with an engine at a speed (1.0 is the voice's own) and a loudness."""
        self._engine, self._cache, self._speed = engine, cache, speed
        self._loudness_lufs = loudness_lufs
        self._reading = reading or ReadingAloud()
        self._clips: OrderedDict[str, Clip] = OrderedDict()
        self._measured: dict[str, tuple[str, int]] = {}  # identity of the voice, frames
        self._kept_frames = 0
        self._memory, self._speaking = Lock(), Lock()

    def measure(self, text: str) -> int:
        """The length of a phrase in frames. Raises NoVoice when nothing can speak."""
        frames = self.known(text)
        return len(self.prepare(text)) if frames is None else frames

    def known(self, text: str) -> int | None:
        """The length of a phrase in frames, if it has been spoken before."""
        if text not in self._measured:
            identity = self._engine.identity
            frames = self._cache.frames(*self._key(identity, text))
            if frames is None:
                return None
            self._measured[text] = identity, frames
        return self._measured[text][1]

    def clip(self, text: str) -> Clip:
        """A spoken phrase; at once when it is prepared. Raises NoVoice when nothing can speak."""
        return self._clips.get(text) or self.prepare(text)

    def at_hand(self, text: str) -> Clip | None:
        """A spoken phrase, if it has been spoken before: nobody waits for the engine."""
        clip = self._clips.get(text)
        if clip is None and (recalled := self._recalled(text)) is not None:
            clip = self._at_loudness(recalled)
            with self._memory:
                self._keep(text, clip)
        return clip

    def prepare(self, text: str) -> Clip:
        """Have a phrase at hand, and keep it longest. Raises NoVoice when nothing can speak."""
        clip = self._clips.get(text)
        if clip is None:
            clip = self._at_loudness(self._recalled(text) or self._newly_spoken(text))
        with self._memory:
            self._keep(text, clip)
        return clip

    def _newly_spoken(self, text: str) -> Clip:
        with self._speaking:  # another thread may just have had it spoken
            return self._recalled(text) or self._spoken(text)

    def _recalled(self, text: str) -> Clip | None:
        identity, _ = self._measured.get(text, (self._engine.identity, 0))
        pcm = self._cache.get(*self._key(identity, text))
        return None if pcm is None else clip_of_pcm(pcm)

    def _spoken(self, text: str) -> Clip:
        if not self._reading.readable(text):
            clip = Clip(np.zeros(UNREADABLE_FRAMES, dtype=np.float32))
        else:
            pcm = mastered(self._engine.synthesize(self._reading.spoken(text), self._speed))
            self._cache.put(pcm, *self._key(self._engine.identity, text))
            clip = clip_of_pcm(pcm)
        self._measured[text] = self._engine.identity, len(clip)  # another may have taken over
        return clip

    def _at_loudness(self, clip: Clip) -> Clip:
        """The cache holds clips of the usual loudness, so that another one costs no speaking."""
        if self._loudness_lufs == SPEECH_LUFS:
            return clip
        return clip_of(levelled(clip.samples, self._loudness_lufs))

    def _key(self, identity: str, text: str) -> tuple[str, ...]:
        said = self._reading.spoken(text)
        return identity, self._reading.language, FINISH_VERSION, f"{self._speed:.3f}", said

    def _keep(self, text: str, clip: Clip) -> None:
        """Keep a clip in memory, and no more than KEPT_FRAMES in all."""
        if text not in self._clips:
            self._clips[text] = clip
            self._kept_frames += len(clip)
        self._clips.move_to_end(text)
        while self._kept_frames > KEPT_FRAMES and len(self._clips) > 1:
            _, oldest = self._clips.popitem(last=False)
            self._kept_frames -= len(oldest)
