"""The pipeline of an export: voice, mixer and encoder at the same time, and the same sound."""

import threading
from pathlib import Path

import numpy as np
import pytest
from heard import timeline_in
from humming import HummingEngine

import earcoach
from earcoach.audio.clip import Samples
from earcoach.audio.mixer import Mixer
from earcoach.audio.sounds import Sounds
from earcoach.audio.tones import default_tones
from earcoach.audio.voices.cache import ClipCache
from earcoach.audio.voices.engine import Speech
from earcoach.audio.voices.voice import Voice
from earcoach.output.pipeline import QueuedSink, laid_out_ahead
from earcoach.output.pump import pump
from earcoach.plan.planning import make_plan

LONG = "title: Long\nexercises: [Plank: 1 x 60s hold, Boat: 1 x 60s hold]\n"
PATIENCE_S = 30


class PatientEngine(HummingEngine):
    """Says the last words of a session only when some sound of it is written."""

    def __init__(self) -> None:
        super().__init__()
        self.written = threading.Event()

    def synthesize(self, text: str, speed: float) -> Speech:
        if "Boat" in text:
            assert self.written.wait(PATIENCE_S), "nothing is written before all is spoken"
        return super().synthesize(text, speed)


class WatchedSink(earcoach.MemorySink):
    """Tells when the first block comes."""

    def __init__(self, written: threading.Event) -> None:
        super().__init__()
        self._written = written

    def write(self, block: Samples) -> None:
        super().write(block)
        self._written.set()


def mixer_of(engine: HummingEngine, folder: Path) -> Mixer:
    sounds = Sounds(Voice(engine, ClipCache(folder)), default_tones())
    timeline = timeline_in(make_plan(earcoach.loads(LONG)), sounds)
    return Mixer(timeline, sounds)


def test_sound_is_written_while_later_words_are_still_to_be_spoken(tmp_path: Path) -> None:
    engine = PatientEngine()
    mixer = mixer_of(engine, tmp_path / "one")
    sink = WatchedSink(engine.written)
    with laid_out_ahead(mixer.timeline):
        queued = QueuedSink(sink)
        pump(mixer, queued)
        queued.close()
    at_once = mixer_of(HummingEngine(), tmp_path / "two")
    np.testing.assert_array_equal(sink.samples, at_once.render(0, at_once.timeline.length))


class FullSink(earcoach.MemorySink):
    """A disk with room for two blocks."""

    def __init__(self) -> None:
        super().__init__()
        self.blocks = 0
        self.closed = False

    def write(self, block: Samples) -> None:
        self.blocks += 1
        if self.blocks > 2:
            raise OSError(28, "No space left on device")

    def close(self) -> None:
        self.closed = True


def test_what_the_encoder_raises_reaches_who_wrote_and_nothing_waits_for_ever() -> None:
    full = FullSink()
    queued = QueuedSink(full)
    with pytest.raises(OSError, match="No space"):
        for _ in range(1000):
            queued.write(np.zeros(10, dtype=np.float32))
        pytest.fail("a full disk was not told")
    with pytest.raises(OSError, match="No space"):
        queued.close()
    assert full.closed
    assert full.blocks == 3


def test_an_unwanted_end_is_not_laid_out(tmp_path: Path) -> None:
    engine = PatientEngine()
    mixer = mixer_of(engine, tmp_path)
    with laid_out_ahead(mixer.timeline):
        mixer.render(0, 10)
        engine.written.set()
    assert threading.active_count() < 50
    assert [t.name for t in threading.enumerate()].count("ahead") == 0
