"""A voice that takes too long over a phrase: another speaks it meanwhile, whichever is first."""

import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from humming import HummingEngine

from earcoach import NoVoice, Speech
from earcoach.audio.voices.cache import ClipCache
from earcoach.audio.voices.engine import Engine
from earcoach.audio.voices.hurried import Hurried
from earcoach.audio.voices.voice import Voice

AT_ONCE_S, FOR_EVER_S = 0.01, 600.0


class Waiting(HummingEngine):
    """Speaks when it is let go."""

    identity = "waiting 1"

    def __init__(self, error: str = "") -> None:
        super().__init__()
        self.let_go = threading.Event()
        self._error = error

    def synthesize(self, text: str, speed: float) -> Speech:
        self.let_go.wait()
        if self._error:
            raise NoVoice(self._error)
        return super().synthesize(text, speed)


class Other(HummingEngine):
    identity = "other 1"


def none() -> Engine:
    raise NoVoice("there is no other voice")


def spoken_by(engine: Hurried, text: str = "Hop") -> str:
    return engine.synthesize(text, 1.0).by or engine.identity


def test_a_voice_in_time_is_the_only_one() -> None:
    assert spoken_by(Hurried(HummingEngine(), none, FOR_EVER_S)) == HummingEngine().identity


def test_another_speaks_while_it_hangs_and_it_is_asked_again_when_it_is_done() -> None:
    slow = Waiting()
    engine = Hurried(slow, Other, AT_ONCE_S)
    assert [spoken_by(engine, text) for text in ("One", "Two")] == ["other 1", "other 1"]
    slow.let_go.set()
    while spoken_by(engine) == "other 1":
        pass
    assert slow.spoken[0] == "One"
    assert "Two" not in slow.spoken  # it was not asked while it was at something


def test_whichever_is_ready_first_is_heard() -> None:
    slow, other = Waiting(), Waiting()
    other.identity = "other 1"

    def made() -> Engine:
        slow.let_go.set()
        return other

    assert spoken_by(Hurried(slow, made, AT_ONCE_S)) == "waiting 1"


@pytest.mark.parametrize("text", ["One", "Two"])
def test_where_there_is_no_other_it_is_waited_for(text: str) -> None:
    slow = Waiting()
    threading.Timer(0.1, slow.let_go.set).start()
    assert spoken_by(Hurried(slow, none, AT_ONCE_S), text) == "waiting 1"


def let_go(slow: Waiting, make: Callable[[], Engine]) -> Callable[[], Engine]:
    def made() -> Engine:
        slow.let_go.set()
        return make()

    return made


def test_a_voice_that_fails_late_is_replaced_and_without_any_it_is_said() -> None:
    slow = Waiting("it is hoarse")
    assert spoken_by(Hurried(slow, let_go(slow, Other), AT_ONCE_S)) == "other 1"
    slow = Waiting("it is hoarse")
    with pytest.raises(NoVoice):
        Hurried(slow, let_go(slow, none), AT_ONCE_S).synthesize("Hop", 1.0)


def test_a_phrase_of_another_voice_is_kept_as_its_own(tmp_path: Path) -> None:
    """Another session has it from the voice that is wanted."""
    slow, cache = Waiting(), ClipCache(tmp_path)
    hurried = Voice(Hurried(slow, Other, AT_ONCE_S), cache)
    hurried.prepare("Hop")
    assert hurried.at_hand("Hop") is not None
    assert Voice(slow, cache).known("Hop") is None
    assert Voice(Other(), cache).known("Hop") is not None
    slow.let_go.set()
