"""A voice: text in, finished clips out, each made once.

A phrase is looked up in memory and on disk, and only then spoken by the engine, trimmed, levelled
and resampled.
"""

from collections import OrderedDict
from collections.abc import Callable
from functools import partial
from threading import Lock

import numpy as np

from earcoach.audio.clip import Clip, Samples, clip_of, clip_of_pcm
from earcoach.audio.voices.cache import ClipCache
from earcoach.audio.voices.engine import Engine
from earcoach.audio.voices.mastering import FINISH_VERSION, cut, finished, levelled
from earcoach.audio.voices.normalization.text import ReadingAloud
from earcoach.promise import Promise
from earcoach.units import SAMPLE_RATE_HZ, SPEECH_LUFS, frames_of_ms

UNREADABLE_FRAMES = frames_of_ms(300)
"""The pause for a text in which an English voice finds nothing to read, such as an emoji."""

MOST_PROMISED = 4
"""Phrases that may be levelled while the next one is being spoken."""

KEPT_FRAMES = 30 * SAMPLE_RATE_HZ
"""Sound kept in memory: enough for what is playing and what comes next."""


class Voice:
    """A voice with its caches, safe to use from several threads.

    A phrase that is known is at hand also while the engine takes its time over another. How long it
    is is known before it is levelled, which takes as long as speaking, and is done meanwhile.
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
        self._promised: dict[str, Promise[Clip]] = {}
        self._kept_frames = 0
        self._memory, self._speaking = Lock(), Lock()

    def measure(self, text: str) -> int:
        """The length of a phrase in frames. Raises NoVoice when nothing can speak."""
        frames = self.known(text)
        if frames is None:
            self._begun(text)
            _, frames = self._measured[text]
        return frames

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
        with self._memory:
            clip, promised = self._clips.get(text), self._promised.get(text)
        if clip is None and promised is None and (recalled := self._recalled(text)) is not None:
            clip = self._at_loudness(recalled)
        if clip is None:
            clip = (promised or self._begun(text))()
        with self._memory:
            self._keep(text, clip)
        return clip

    def _begun(self, text: str) -> Callable[[], Clip]:
        """Have a phrase spoken; gives what gives its clip. Raises NoVoice."""
        with self._speaking:  # another thread may just have had it spoken
            with self._memory:
                promised, waiting = self._promised.get(text), [*self._promised.values()]
            if promised is not None:
                return promised
            if (recalled := self._recalled(text)) is not None:
                return partial(self._at_loudness, recalled)
            if len(waiting) >= MOST_PROMISED:
                waiting[0].wait()
            return self._spoken(text)

    def _recalled(self, text: str) -> Clip | None:
        identity, _ = self._measured.get(text, (self._engine.identity, 0))
        pcm = self._cache.get(*self._key(identity, text))
        return None if pcm is None else clip_of_pcm(pcm)

    def _spoken(self, text: str) -> Callable[[], Clip]:
        if not self._reading.readable(text):
            self._measured[text] = self._engine.identity, UNREADABLE_FRAMES
            return lambda: Clip(np.zeros(UNREADABLE_FRAMES, dtype=np.float32))
        speech = self._engine.synthesize(self._reading.spoken(text), self._speed)
        phrase = cut(speech)
        identity = speech.by or self._engine.identity  # another may have taken over
        promise = Promise(partial(self._finished, text, identity, phrase))
        with self._memory:
            self._promised[text] = promise
        promise.begin()
        self._measured[text] = identity, len(phrase)
        return promise

    def _finished(self, text: str, identity: str, phrase: Samples) -> Clip:
        try:
            pcm = finished(phrase)
            self._cache.put(pcm, *self._key(identity, text))
            clip = self._at_loudness(clip_of_pcm(pcm))
            with self._memory:
                self._keep(text, clip)
            return clip
        finally:
            with self._memory:
                del self._promised[text]

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
