"""Voices: what they are given to say, what they said before, and who takes over."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from humming import HummingEngine

from earcoach import NoVoice, UsageError
from earcoach.audio.clip import Pcm
from earcoach.audio.voices.cache import ClipCache
from earcoach.audio.voices.engine import Engine, Speech
from earcoach.audio.voices.fallback import Fallback
from earcoach.audio.voices.mastering import mastered
from earcoach.audio.voices.normalization.text import spoken
from earcoach.audio.voices.opening import open_voice
from earcoach.audio.voices.registry import VOICES
from earcoach.audio.voices.voice import Voice
from earcoach.promise import Promise

KEY = ("humming 1", "1", "1.000", "Halfway")


class OtherEngine(HummingEngine):
    """Hums too, slower and under another name."""

    identity = "other 1"

    def synthesize(self, text: str, speed: float) -> Speech:
        return super().synthesize(text, speed / 2)


class MuteEngine(HummingEngine):
    """Has the name of the humming voice, and cannot speak."""

    def synthesize(self, text: str, speed: float) -> Speech:
        raise NoVoice("the humming voice is hoarse")


class TiredEngine(HummingEngine):
    """Hums a few phrases, and then no more."""

    def synthesize(self, text: str, speed: float) -> Speech:
        if len(self.spoken) == 3:
            raise NoVoice("the humming voice is tired")
        return super().synthesize(text, speed)


def not_installed() -> Engine:
    raise NoVoice("the humming voice is not installed")


# -- the speaker and its cache ------------------------------------------------------------------


@pytest.fixture
def cache(tmp_path: Path) -> ClipCache:
    return ClipCache(tmp_path / "clips")


def clip_files(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]


def pcm_of_length(frames: int) -> Pcm:
    return np.arange(frames).astype(np.int16)


def test_a_phrase_is_spoken_once_and_then_remembered(cache: ClipCache) -> None:
    engine = HummingEngine()
    speaker = Voice(engine, cache)
    assert speaker.measure("Halfway") == len(speaker.clip("Halfway"))
    assert speaker.clip("Halfway") is speaker.prepare("Halfway")
    assert engine.spoken == ["Halfway"]


def test_phrases_that_were_only_measured_are_what_they_would_have_been(cache: ClipCache) -> None:
    """More than may wait at once; and who asks again does not have them spoken again."""
    engine = HummingEngine()
    speaker = Voice(engine, cache)
    texts = [f"Set {number}." for number in range(12)]
    lengths = [speaker.measure(text) for text in texts]
    clips = [speaker.clip(text) for text in texts]
    assert engine.spoken == [spoken(text) for text in texts]
    assert [len(clip) for clip in clips] == lengths
    again = Voice(MuteEngine(), cache)
    assert all(
        np.array_equal(clip.samples, again.clip(t).samples)
        for clip, t in zip(clips, texts, strict=True)
    )


def test_a_program_that_only_measures_remembers_what_was_spoken(tmp_path: Path) -> None:
    script = (
        "import sys; from pathlib import Path; from humming import HummingEngine;"
        "from earcoach.audio.voices.cache import ClipCache;"
        "from earcoach.audio.voices.voice import Voice;"
        "print(Voice(HummingEngine(), ClipCache(Path(sys.argv[1]))).measure('Halfway'))"
    )
    command = [sys.executable, "-c", script, str(tmp_path)]
    env = os.environ | {"PYTHONPATH": str(Path(__file__).parent.parent)}
    done = subprocess.run(command, capture_output=True, text=True, check=True, env=env)
    assert len(Voice(MuteEngine(), ClipCache(tmp_path)).clip("Halfway")) == int(done.stdout)


def test_a_promise_gives_or_raises_what_its_work_does() -> None:
    kept, broken = Promise(lambda: 3), Promise(lambda: 1 // 0)
    for promise in (kept, broken):
        promise.begin()
        promise.wait()
    assert kept() == 3
    with pytest.raises(ZeroDivisionError):
        broken()


def test_the_engine_is_given_the_text_as_it_is_spoken(cache: ClipCache) -> None:
    engine = HummingEngine()
    Voice(engine, cache).clip("3x12")
    assert engine.spoken == ["3 times 12"]


def test_what_was_spoken_before_needs_no_engine(cache: ClipCache) -> None:
    before = Voice(HummingEngine(), cache).clip("Halfway")
    again = Voice(MuteEngine(), cache)
    assert again.measure("Halfway") == len(before)
    assert np.array_equal(again.clip("Halfway").samples, before.samples)


def test_a_phrase_that_memory_has_let_go_is_the_same_again(cache: ClipCache) -> None:
    speaker = Voice(HummingEngine(), cache)
    first = speaker.clip("Halfway")
    for number in range(30):  # a minute and more of other phrases
        speaker.clip(f"A phrase of many words, the {number}th of them, and they are long.")
    assert speaker.clip("Halfway") is not first
    assert np.array_equal(speaker.clip("Halfway").samples, first.samples)


@pytest.mark.parametrize(
    ("engine", "speed", "text"),
    [(HummingEngine(), 1.25, "Halfway"), (HummingEngine(), 1.0, "Half"), (OtherEngine(), 1, "30s")],
)
def test_another_voice_speed_or_text_is_another_clip(
    engine: HummingEngine, speed: float, text: str, cache: ClipCache
) -> None:
    plain = Voice(HummingEngine(), cache)
    for said in ("Halfway", "30s"):
        plain.clip(said)
    clip = Voice(engine, cache, speed=speed).clip(text)
    assert engine.spoken == [spoken(text)]
    assert np.array_equal(clip.samples, Voice(engine, cache, speed=speed).clip(text).samples)
    assert all(len(clip) != len(plain.clip(said)) for said in ("Halfway", "30s"))


def flip_a_bit(data: bytes) -> bytes:
    return data[:1000] + bytes([data[1000] ^ 4]) + data[1001:]


DAMAGES: dict[str, Callable[[bytes], bytes]] = {
    "a flipped bit": flip_a_bit,
    "truncated": lambda data: data[: len(data) // 2],
    "one byte short": lambda data: data[:-1],
    "one byte more": lambda data: data + b"\0",
    "empty": lambda data: b"",
    "half a header": lambda data: data[:9],
    "another header": lambda data: b"RIFF1234" + data[8:],
    "another length": lambda data: data[:8] + bytes([data[8] ^ 1]) + data[9:],
    "another checksum": lambda data: data[:12] + bytes([data[12] ^ 1]) + data[13:],
}


@pytest.mark.parametrize("kind", DAMAGES)
def test_a_damaged_clip_is_noticed_and_made_again(
    kind: str, cache: ClipCache, tmp_path: Path
) -> None:
    whole = Voice(HummingEngine(), cache).clip("Halfway")
    (path,) = clip_files(tmp_path / "clips")
    path.write_bytes(DAMAGES[kind](path.read_bytes()))
    engine = HummingEngine()
    speaker = Voice(engine, cache)
    assert speaker.measure("Halfway") == len(whole)
    assert np.array_equal(speaker.clip("Halfway").samples, whole.samples)
    assert engine.spoken == ["Halfway"]
    assert np.array_equal(Voice(MuteEngine(), cache).clip("Halfway").samples, whole.samples)


def test_a_clip_takes_its_place_whole(cache: ClipCache, tmp_path: Path) -> None:
    cache.put(pcm_of_length(1000), *KEY)
    cache.put(pcm_of_length(2000), *KEY)
    (path,) = clip_files(tmp_path / "clips")
    assert path.suffix == ".clip"
    assert cache.frames(*KEY) == 2000
    found = cache.get(*KEY)
    assert found is not None
    assert np.array_equal(found, pcm_of_length(2000))


def test_what_is_not_there_is_not_found(cache: ClipCache) -> None:
    assert cache.get(*KEY) is None
    assert cache.frames(*KEY) is None


def test_a_folder_that_cannot_be_written_does_not_stop_speech(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    speaker = Voice(HummingEngine(), ClipCache(tmp_path / "file" / "clips"))
    assert speaker.measure("Halfway") == len(speaker.clip("Halfway"))
    assert (tmp_path / "file").read_text() == "in the way"


def test_a_clip_that_cannot_take_its_place_leaves_nothing_behind(
    cache: ClipCache, tmp_path: Path
) -> None:
    cache.put(pcm_of_length(1000), *KEY)
    (path,) = clip_files(tmp_path / "clips")
    path.unlink()
    path.mkdir()
    cache.put(pcm_of_length(1000), *KEY)
    assert clip_files(tmp_path / "clips") == []
    assert Voice(HummingEngine(), cache).clip("Halfway")


def test_the_cache_does_not_grow_without_end(tmp_path: Path) -> None:
    small = ClipCache(tmp_path / "clips", max_bytes=100_000)
    for number in range(1000):
        small.put(pcm_of_length(1000), str(number))
    assert sum(path.stat().st_size for path in clip_files(tmp_path / "clips")) < 700_000
    small.prune()
    assert sum(path.stat().st_size for path in clip_files(tmp_path / "clips")) <= 100_000


def test_what_was_not_used_for_longest_goes_first(tmp_path: Path) -> None:
    small = ClipCache(tmp_path / "clips", max_bytes=11_000)
    for number in range(10):
        small.put(pcm_of_length(1000), str(number))
        for path in clip_files(tmp_path / "clips"):
            os.utime(path, (path.stat().st_atime, path.stat().st_mtime - 100))
    small.get("0")  # the oldest, and just used
    small.prune()
    assert [n for n in range(10) if small.frames(str(n))] == [0, 7, 8, 9]


WRITER = """
import sys
from pathlib import Path
import numpy as np
from earcoach.audio.voices.cache import ClipCache
cache = ClipCache(Path(sys.argv[1]))
sound = np.full(20_000, int(sys.argv[2]), dtype=np.int16)
for turn in range(150):
    cache.put(sound, "shared", str(turn % 3))
    found = cache.get("shared", str(turn % 3))
    assert found is not None and len(found) == 20_000 and len(set(found.tolist())) == 1
    cache.put(sound, "own", sys.argv[2], str(turn))
"""


def test_two_programs_may_write_at_once(tmp_path: Path) -> None:
    folder = tmp_path / "clips"
    programs = [
        subprocess.Popen([sys.executable, "-c", WRITER, str(folder), str(number)])
        for number in (1, 2)
    ]
    assert [program.wait(60) for program in programs] == [0, 0]
    cache = ClipCache(folder)
    owned = [cache.get("own", str(n), str(turn)) for n in (1, 2) for turn in range(150)]
    assert all(found is not None for found in owned)
    assert {path.suffix for path in clip_files(folder)} == {".clip"}


# -- who takes over -----------------------------------------------------------------------------


def test_a_voice_that_is_not_installed_is_replaced_with_one_notice(cache: ClipCache) -> None:
    notices: list[str] = []
    engine = Fallback([("humming", not_installed), ("other", OtherEngine)], notices.append)
    speaker = Voice(engine, cache)
    for text in ("One", "Two", "Three"):
        speaker.clip(text)
    assert notices == ["the humming voice is not installed; the other voice takes over"]
    assert engine.identity == "other 1"


def test_a_voice_that_cannot_load_is_replaced_by_the_first_phrase(cache: ClipCache) -> None:
    notices: list[str] = []
    engine = Fallback([("humming", MuteEngine), ("other", OtherEngine)], notices.append)
    speaker = Voice(engine, cache)
    assert notices == []
    for text in ("One", "Two", "Three"):
        assert speaker.measure(text) == len(speaker.clip(text))
    assert notices == ["the humming voice is hoarse; the other voice takes over"]


def test_a_voice_that_works_gives_no_notice(cache: ClipCache) -> None:
    notices: list[str] = []
    others: list[Engine] = []

    def other() -> Engine:
        others.append(OtherEngine())
        return others[-1]

    Voice(Fallback([("humming", HummingEngine), ("other", other)], notices.append), cache).clip(
        "One"
    )
    assert (notices, others) == ([], [])


def test_when_nothing_can_speak_the_error_says_why_and_what_to_do() -> None:
    engine = Fallback([("humming", MuteEngine), ("none", not_installed)], lambda line: None)
    with pytest.raises(NoVoice) as caught:
        engine.synthesize("One", 1.0)
    assert caught.value.exit_code == 4
    assert caught.value.message == (
        "no voice can speak: the humming voice is hoarse; the humming voice is not installed"
    )
    assert "espeak-ng" in (caught.value.cure or "")


def test_when_nothing_is_installed_it_is_told_at_once() -> None:
    with pytest.raises(NoVoice, match="no voice can speak: the humming voice is not installed"):
        Fallback([("humming", not_installed)], lambda line: None)


def test_measured_lengths_stay_true_when_another_voice_takes_over(cache: ClipCache) -> None:
    other = OtherEngine()
    engine = Fallback([("humming", TiredEngine), ("other", lambda: other)], lambda line: None)
    speaker = Voice(engine, cache)
    texts = [f"This is the phrase number {number} of the session." for number in range(20)]
    measured = {text: speaker.measure(text) for text in texts}
    assert engine.identity == "other 1"
    assert {text: len(speaker.clip(text)) for text in texts} == measured
    assert other.spoken == texts[3:]
    assert measured[texts[19]] > 1.5 * measured[texts[0]]


# -- opening a voice ----------------------------------------------------------------------------


def test_the_default_voice_is_neural_and_speaks(cache: ClipCache) -> None:
    notices: list[str] = []
    clip = open_voice(notice=notices.append, cache=cache).clip("Halfway")
    assert notices == []
    neural = mastered(VOICES["neural"].make().synthesize("Halfway", 1.0)) / np.float32(32768)
    assert np.array_equal(clip.samples, neural)


def test_the_same_text_gives_the_same_bits() -> None:
    one, other = (VOICES["neural"].make().synthesize("Last one", 1.0).samples for _ in range(2))
    assert np.array_equal(one, other)


def test_a_faster_voice_takes_less_time(cache: ClipCache) -> None:
    slow, fast = (
        open_voice(speed=speed, cache=cache).measure("Switch to your right leg.")
        for speed in (0.8, 1.4)
    )
    assert fast < 0.75 * slow


def test_an_unknown_voice_is_refused_with_a_suggestion() -> None:
    with pytest.raises(UsageError) as caught:
        open_voice("nueral")
    assert caught.value.message == "there is no voice `nueral`"
    assert "neural" in (caught.value.cure or "")


@pytest.mark.parametrize("name", VOICES)
def test_every_voice_has_a_name_and_a_description(name: str) -> None:
    assert VOICES[name].name == name
    assert VOICES[name].description


def test_a_name_in_which_there_is_nothing_to_read_is_a_pause_and_no_end(humming: Voice) -> None:
    clip = humming.clip("\N{FLEXED BICEPS}.")
    assert len(clip) == humming.measure("\N{FLEXED BICEPS}.") > 0
    assert not clip.samples.any()
